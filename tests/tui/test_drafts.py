from __future__ import annotations

import stat
from pathlib import Path

from tui.drafts import Drafts


def test_drafts_outlive_the_session(tmp_path: Path) -> None:
    path = tmp_path / "state" / "drafts.json"
    Drafts(path).keep("note:A", "half a thou")
    assert Drafts(path).get("note:A") == "half a thou"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_an_accepted_draft_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "drafts.json"
    drafts = Drafts(path)
    drafts.keep("note:A", "x")
    drafts.drop("note:A")
    drafts.drop("note:A")
    assert Drafts(path).get("note:A") == ""


def test_a_damaged_file_counts_as_none(tmp_path: Path) -> None:
    path = tmp_path / "drafts.json"
    path.write_text("{")
    assert Drafts(path).get("note:A") == ""


def test_without_a_file_drafts_live_in_memory() -> None:
    drafts = Drafts(None)
    drafts.keep("add", "Zoë")
    assert drafts.get("add") == "Zoë"


def test_nothing_about_the_forgotten_is_kept_any_more(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "drafts.json")
    drafts.keep("note:A", "half a thought")
    drafts.keep("add", "Ada Lovelace")
    drafts.purge(("A",), lambda text: text.replace("Ada Lovelace", "[…]"))
    drafts.keep("note:A", "the rest of it")
    drafts.hand_over(object(), "log:A,B", "and more")
    kept = Drafts(tmp_path / "drafts.json")
    assert [kept.get(key) for key in ("note:A", "log:A,B", "add")] == ["", "", "[…]"]
