"""What is said where the output cannot say everything: the nearest letters, and never a failure."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from walk_trial import TODAY, home_of, network

from store.disk.new_file import write_new
from tui.cli.outlet import write

PROGRAM = "from tui.entry import main; main()"

READING = (
    ("today",),
    ("today", "--explain"),
    ("heat",),
    ("show", "Björn Ek"),
    ("search", "Göteborg"),
    ("me",),
    ("time",),
    ("dossier", "Tomás Herrera"),
    ("--help",),
)


@pytest.fixture
def there(tmp_path: Path) -> Path:
    path = tmp_path / "network.json"
    write_new(path, network())
    return path


def run(
    path: Path, encoding: str, *words: str, typed: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    where = ("--data", str(path), "--today", TODAY.isoformat(), "--lang", "fr")
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, *where, *words],
        input=typed,
        capture_output=True,
        env=home_of(path.parent) | {"PYTHONIOENCODING": encoding},
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("words", READING, ids=" ".join)
@pytest.mark.parametrize("encoding", ["latin-1", "ascii"])
def test_every_reading_command_can_be_read(
    there: Path, encoding: str, words: tuple[str, ...]
) -> None:
    done = run(there, encoding, *words)
    assert done.returncode == 0, done.stderr
    assert done.stdout.decode(encoding)
    assert not list(there.parent.rglob("crash-*"))


@pytest.mark.parametrize(("encoding", "said"), [("latin-1", "« Éa »"), ("ascii", '" Ea "')])
def test_an_error_is_said_in_the_letters_there_are(there: Path, encoding: str, said: str) -> None:
    done = run(there, encoding, "show", "Éa")
    assert done.returncode == 3
    assert said in done.stderr.decode(encoding).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("encoding", ["latin-1", "ascii", "utf-8"])
def test_json_stays_json(there: Path, encoding: str) -> None:
    rows = json.loads(run(there, encoding, "today", "--json").stdout)
    assert rows[0]["person"]["name"] == "Amélie Roussel"
    refused = run(there, encoding, "show", "Œdipe", "--json")
    assert "Œdipe" in json.loads(refused.stdout)["error"]["message"]
    order = '{"id": "é", "action": "show", "params": {"person": "Tomás Herrera"}}\n'
    answer = json.loads(run(there, encoding, "batch", typed=order.encode()).stdout)
    assert (answer["id"], answer["result"]["name"]) == ("é", "Tomás Herrera")


def test_a_closed_output_is_no_failure(there: Path) -> None:
    done = subprocess.run(
        ["sh", "-c", 'exec "$0" -c "$1" --data "$2" heat >&-', sys.executable, PROGRAM, str(there)],
        capture_output=True,
        env=home_of(there.parent),
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_what_has_no_encoding_or_is_closed_takes_everything_or_nothing() -> None:
    text = io.StringIO()
    write(text, "Łukasz\n")
    write(None, "Łukasz\n")
    assert text.getvalue() == "Łukasz\n"


def test_where_the_output_has_no_room_it_says_so_in_a_line(there: Path) -> None:
    where = ("--data", str(there), "--today", TODAY.isoformat(), "--lang", "fr", "heat")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, *where],
            stdout=full,
            stderr=subprocess.PIPE,
            env=home_of(there.parent),
            timeout=60,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.decode().count("\n") == 1
    assert "plus de place" in done.stderr.decode()


@pytest.mark.parametrize("form", [(), ("--json",)])
def test_a_reader_who_has_gone_is_no_failure(there: Path, form: tuple[str, ...]) -> None:
    where = ("--data", str(there), "--today", TODAY.isoformat(), "today", "--explain", *form)
    read, write_end = os.pipe()
    os.close(read)
    with os.fdopen(write_end, "wb") as gone:
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, *where],
            stdout=gone,
            stderr=subprocess.PIPE,
            env=home_of(there.parent),
            timeout=60,
            check=False,
        )
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("show", "Björn", "Ek", "là"), "C'est plus que cette commande ne prend : Ek là."),
        (("today", "--limit"), "--limit demande une valeur."),
    ],
)
def test_what_the_parser_refuses_is_said_in_french(
    there: Path, words: tuple[str, ...], said: str
) -> None:
    done = run(there, "utf-8", *words)
    assert done.returncode == 2
    assert done.stderr.decode().strip().replace("\N{NO-BREAK SPACE}", " ") == said


@pytest.mark.parametrize(
    ("words", "closed"),
    [("walk", ">&-"), ("batch", ">&-"), ("batch", "<&-"), ("today", ">&-"), ("walk", "<&-")],
)
def test_a_closed_output_hears_nothing_and_a_closed_input_says_nothing(
    there: Path, words: str, closed: str
) -> None:
    where = ("--data", str(there), "--today", TODAY.isoformat(), words)
    done = subprocess.run(
        ["sh", "-c", f'"$@" {closed}', "sh", sys.executable, "-c", PROGRAM, *where],
        input=b"" if closed == "<&-" else b'{"id": 1, "action": "today"}\nq\n',
        capture_output=True,
        env=home_of(there.parent),
        timeout=60,
        check=False,
    )
    assert b"failed" not in done.stderr
    assert done.returncode in (0, 1)
    if closed == ">&-":
        assert done.stdout == b""
