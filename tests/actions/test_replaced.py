"""The same field set by two sessions: the later stands, the earlier is told and offered back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from store.actions.edit import Edit
from store.actions.registry import ACTIONS
from store.actions.replaced import value_text
from store.actions.service import Service
from store.clock import clock_on, fresh_id
from store.config.settings import Settings
from store.disk.file_keeper import FileKeeper
from store.records.ids import PersonId
from store.records.person import City
from store.records.snapshot import Snapshot
from store.words.field_words import field_message
from store.words.message import Refusal

TODAY = date(2026, 11, 20)
A = PersonId("A")


def session_on(path: Path) -> Service:
    return Service(FileKeeper(path), ACTIONS, clock_on(TODAY), fresh_id, Settings())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    from store.actions.add import Add

    path = tmp_path / "a.json"
    session_on(path).perform("add", Add(name="Ada", org="Aubier", email=("a@b.org",)))
    return path


def both_edit(path: Path, *, unaware: bool) -> tuple[Service, Service, str]:
    """One session sets the employer, then another one, from what it had seen before or after."""
    one, two = session_on(path), session_on(path)
    ada = next(iter(one.snapshot.people))
    seen: Snapshot = two.snapshot
    one.perform("edit", Edit(person=ada, org="Mirabel"))
    done = two.perform("edit", Edit(person=ada, org="Quantix"), seen if unaware else None)
    return one, two, done.said.id


def org(service: Service) -> str:
    service.refresh()
    return next(iter(service.snapshot.people.values())).org


def test_the_later_value_stands_and_the_earlier_one_is_said(path: Path) -> None:
    one, two, said = both_edit(path, unaware=True)
    assert said == "said.replaced"
    assert org(one) == org(two) == "Quantix"
    two.undo()
    assert org(two) == "Mirabel"


def test_who_was_written_over_is_told_once_and_can_bring_it_back(path: Path) -> None:
    one, two, _ = both_edit(path, unaware=True)
    assert one.replaced() == ()
    one.refresh()
    (replaced,) = one.replaced()
    first = replaced.values[0]
    assert (replaced.about, first.mine, first.theirs) == ("Ada", "Mirabel", "Quantix")
    assert one.replaced() == ()
    assert two.replaced() == ()
    one.bring_back(replaced)
    assert org(two) == "Mirabel"
    with pytest.raises(Refusal):
        two.undo()
    one.undo()
    assert org(one) == "Quantix"


def test_nothing_is_told_where_the_other_session_knew(path: Path) -> None:
    one, _, said = both_edit(path, unaware=False)
    assert said == "said.edited"
    one.refresh()
    assert one.replaced() == ()


def test_another_field_of_the_same_card_is_merged_in_silence(path: Path) -> None:
    one, two = session_on(path), session_on(path)
    ada = next(iter(one.snapshot.people))
    seen = two.snapshot
    one.perform("edit", Edit(person=ada, org="Mirabel"))
    done = two.perform("edit", Edit(person=ada, title="Head"), seen)
    assert done.said.id == "said.edited"
    assert org(two) == "Mirabel"


def test_what_has_changed_again_is_not_brought_back(path: Path) -> None:
    one, two, _ = both_edit(path, unaware=True)
    one.refresh()
    (replaced,) = one.replaced()
    two.perform("edit", Edit(person=replaced.id, org="Third"))
    with pytest.raises(Refusal, match="changed_since"):
        one.bring_back(replaced)
    assert org(one) == "Third"


def test_the_own_last_change_is_refused_to_be_undone_where_it_no_longer_stands(path: Path) -> None:
    one, two, _ = both_edit(path, unaware=True)
    with pytest.raises(Refusal, match="changed_since") as caught:
        one.undo()
    values = caught.value.message.values
    assert (values["field"], values["about"]) == (field_message("org"), "Ada")
    assert values["session"] == two.history()[-1].session


def test_what_was_written_over_outlives_checkpoint_and_restart(path: Path) -> None:
    _, two, _ = both_edit(path, unaware=True)
    two.close()
    last = session_on(path).history()[-1]
    assert "org" in [each.field for each in last.over]
    assert last.change_set.changes[0].before.org == "Mirabel"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a\nb", "a b"),
        ((City(name="Lyon"), City(name="Paris")), "Lyon, Paris"),
        (None, ""),
        (30, "30"),
        ("x" * 60, "x" * 39 + "…"),
    ],
)
def test_a_value_is_told_on_one_short_line(value: object, text: str) -> None:
    assert value_text(value) == text
