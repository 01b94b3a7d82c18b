"""Mail and calendars that cannot tell who the user is: the own card is one key away."""

from __future__ import annotations

from pathlib import Path

import pytest
from brought import Below, app_for, brought, open_sums
from mornings import app_with, service_on, until
from stage import lines, settle, shows, type_in

from store.formats.incoming import Refused
from store.records.kinds import Language
from store.records.snapshot import EMPTY
from store.words.message import Message
from tui.screens.bring_files import BringFiles
from tui.screens.edit_card import EditCard
from widgets.safe_input import SafeInput

MAILBOX = """From x Mon Mar  9 10:00:00 2026
From: Zoe Verin <zoe@wolfram.example>
To: Clara Dumas <clara@dumas.example>, Marc Blin <marc@blin.example>
Date: Mon, 9 Mar 2026 10:00:00 +0100
Message-ID: <1@wolfram.example>

From x Mon Mar  9 11:00:00 2026
From: Marc Blin <marc@blin.example>
To: Clara Dumas <clara@dumas.example>, Zoe <zoe@wolfram.example>
Date: Mon, 9 Mar 2026 11:00:00 +0100
Message-ID: <2@wolfram.example>

From x Mon Mar  9 12:00:00 2026
From: Clara Dumas <clara@dumas.example>
To: Marc Blin <marc@blin.example>, Zoe <zoe@wolfram.example>
Date: Mon, 9 Mar 2026 12:00:00 +0100
Message-ID: <3@wolfram.example>

"""

KEYS = {"en": "note your own addresses", "fr": "noter vos adresses"}


@pytest.mark.parametrize("size", [(80, 24), (100, 30)])
@pytest.mark.parametrize("language", ["en", "fr"])
async def test_the_sums_name_the_key_of_the_own_card_where_it_would_help(
    language: Language, size: tuple[int, int]
) -> None:
    commoner = ("import.binary", "import.no_name", "import.bad_day", "import.empty_file")
    crowd = [Refused(file="a", line=at, why=Message(id)) for id in commoner for at in range(9)]
    asks = Refused(file="box", line=0, why=Message("import.mail_who_are_you"))
    decisions = brought(refused=(*crowd, asks))
    async with app_for(decisions, language).run_test(size=size) as pilot:
        app = await open_sums(pilot, decisions, Below())
        assert shows(app, KEYS[language]), lines(app)
        whole = " ".join(line.strip(" ┃") for line in lines(app))
        assert "arrosoir me --email" in whole, "before the commoner reasons"
        await pilot.press("m")
        await until(pilot, lambda: isinstance(app.screen, EditCard))


async def test_elsewhere_the_own_card_is_not_spoken_of() -> None:
    decisions = brought(refused=[Refused(file="a", line=1, why=Message("import.binary"))])
    async with app_for(decisions).run_test(size=(80, 24)) as pilot:
        app = await open_sums(pilot, decisions, Below())
        assert not shows(app, KEYS["en"])


async def test_once_the_address_is_noted_the_mail_is_read_again(tmp_path: Path) -> None:
    box = tmp_path / "box.mbox"
    box.write_text(MAILBOX)
    app = app_with(service_on(EMPTY))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("1")
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, BringFiles)
        screen.query_one(SafeInput).value = str(box)
        await pilot.press("enter")
        await until(pilot, lambda: shows(app, KEYS["en"]))
        await pilot.press("m")
        await until(pilot, lambda: isinstance(app.screen, EditCard))
        await settle(pilot)
        await type_in(pilot, "Clara Dumas")
        await pilot.press("tab")
        await type_in(pilot, "clara@dumas.example")
        await pilot.press("enter")
        await until(pilot, lambda: shows(app, "2 new people"))
        assert not shows(app, KEYS["en"])
        assert shows(app, "messages with them"), lines(app)
