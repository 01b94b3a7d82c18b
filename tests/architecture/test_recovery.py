"""What CONTRIBUTING says of the file is enough to get everything out without this program."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

from store.actions.commit import Note
from store.actions.demo.network import demo_snapshot
from store.disk.file_keeper import FileKeeper
from store.disk.new_file import write_new
from store.disk.tinydb_table import JournalDB
from store.records.change import ChangeSet, alter, make, remove
from store.records.ids import PersonId
from store.records.kinds import TABLES
from store.records.person import Person

ROOT = Path(__file__).parent.parent.parent
NOTE = Note(at=datetime(2026, 11, 22, 9, tzinfo=UTC), action="edit")


def test_the_script_in_the_manual_gives_all_records(tmp_path: Path) -> None:
    manual = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    found = re.search(r"<!-- recovery -->\n```python\n(.*?)```", manual, re.DOTALL)
    assert found is not None
    path = tmp_path / "a.json"
    write_new(path, demo_snapshot(40, 1, date(2026, 11, 20)))
    keeper = FileKeeper(path)
    first, second, *_ = keeper.snapshot.people.values()
    talk = keeper.snapshot.interactions_of(PersonId(first.id))[-1]
    for change in (
        make(Person(id="NEW", name="Zoë")),
        alter(first, org="Aubier"),
        remove(talk),
        alter(keeper.snapshot.me, name="Camille"),
    ):
        keeper.commit(ChangeSet((change,)), NOTE)
    JournalDB(path).table("birds").insert({"kind": "heron"})
    journal = path.with_name("a.json.journal")
    journal.write_bytes(journal.read_bytes() + b'1234abcd {"seq":9,"ops"')
    run = subprocess.run(
        [sys.executable, "-c", found[1], str(path)], capture_output=True, text=True, check=True
    )
    out = json.loads(run.stdout)
    assert out["birds"] == {"1": {"kind": "heron"}}
    recovered = tmp_path / "recovered.json"
    recovered.write_text(json.dumps({**out, "_meta": {"1": {"app": "arrosoir", "schema": 2}}}))
    expected, got = FileKeeper(path).snapshot, FileKeeper(recovered).snapshot
    for name in TABLES:
        assert dict(got.tables[name]) == dict(expected.tables[name])
    assert got.people[PersonId(first.id)].org == "Aubier"
    assert second.id in got.people
