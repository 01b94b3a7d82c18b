from __future__ import annotations

import pytest

from store.words.message import UsageProblem
from store.words.time_of_day import read_time


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("9:00", "09:00"),
        ("09:05", "09:05"),
        ("9", "09:00"),
        ("9h", "09:00"),
        ("17 h 30", "17:30"),
        ("17H30", "17:30"),
        ("à 18h15", "18:15"),
        ("9.30", "09:30"),
        ("1730", "17:30"),
        ("9 heures", "09:00"),
        ("5:30 pm", "17:30"),
        ("at 9am", "09:00"),
        ("12 am", "00:00"),
        ("12pm", "12:00"),
        ("Midi", "12:00"),
        ("noon", "12:00"),
        ("minuit", "00:00"),
        ("0:00", "00:00"),
        ("23:59", "23:59"),
    ],
)
def test_a_time_is_read_as_people_write_it(text: str, time: str) -> None:
    assert read_time(text) == time


@pytest.mark.parametrize(
    "text", ["", "24:00", "9:60", "soon", "13 pm", "0am", "9:5", "-9", "9:00:00", "123", "9" * 999]
)
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(UsageProblem) as caught:
        read_time(text)
    assert caught.value.code == "bad_time"
