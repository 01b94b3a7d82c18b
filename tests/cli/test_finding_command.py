"""`search` with the whole grammar, and `query-address` as mail programs read it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.cli.main import CommandLine

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*words: str, lang: str = "en") -> tuple[int, str]:
        path = str(tmp_path / "a.json")
        outcome = CommandLine(["--data", path, "--today", "2026-11-20", "--lang", lang, *words])
        status = outcome.run()
        assert isinstance(status, int)
        return status, capsys.readouterr().out

    return call


@pytest.fixture
def network(run: Run) -> Run:
    helene = ("--email", "helene@aubier.example", "--org", "Aubier", "--title", "Directrice")
    run("add", "Hélène Garnier", *helene, "--school", "INSA Lyon", "--city", "Lyon", "--layer=15")
    lukasz = ("--email", "lw@kth.example", "--email", "l@wrona.example", "--school", "KTH")
    run("add", "Łukasz Wrona", *lukasz, "--city", "Göteborg")
    run("add", "Bo", "--city", "Paris")
    return run


def _found(run: Run, *words: str) -> list[str]:
    status, out = run("search", *words, "--json")
    rows = json.loads(out)
    assert status == (0 if rows else 3)
    return [row["person"]["name"] for row in rows]


def test_a_query_takes_words_phrases_and_filters(network: Run) -> None:
    assert _found(network, "school:insa city:lyon") == ["Hélène Garnier"]
    assert _found(network, "école:kth", "wronna") == ["Łukasz Wrona"]
    assert _found(network, '"helene garnier" -paris') == ["Hélène Garnier"]
    assert _found(network, "layer:15") == ["Hélène Garnier"]
    assert _found(network, "tie:new layer:15") == ["Hélène Garnier"]
    assert _found(network, "garnier", "--city", "lyno") == ["Hélène Garnier"]
    assert _found(network, "garnier", "--school", "kth") == []


def test_lines_say_which_field_matched_in_the_language(network: Run) -> None:
    assert network("search", "insa lyon")[1] == "Hélène Garnier  schools: INSA Lyon\n"
    french = network("search", "insa lyon", lang="fr")[1]
    assert french == "Hélène Garnier  écoles\u00a0: INSA Lyon\n"


def test_who_is_found_by_name_or_a_filter_is_told_with_work_and_last_talk(network: Run) -> None:
    network("log", "Hélène Garnier", "--kind", "call", "--on", "2026-11-19")
    told = "Hélène Garnier  Directrice · Aubier · last talk yesterday\n"
    for query in ("garnier", "layer:15", "met:2026", "since:2026"):
        assert network("search", query)[1] == told
    assert network("search", "layer:15", lang="fr")[1].endswith("· dernier échange hier\n")
    assert network("search", "name:bo")[1] == "Bo\n"


def test_names_stand_in_a_column_and_long_matches_go_on_below(
    network: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = 'Said: "a very long remark about the lakes of Göteborg and about whatever else there is"'
    network("note", "Łukasz Wrona", note)
    monkeypatch.setenv("COLUMNS", "50")
    lines = network("search", "lakes")[1].splitlines()
    assert len(lines) > 1
    assert max(map(len, lines)) <= 50
    assert all(line.startswith(" " * 14) for line in lines[1:])
    lines = network("search", "city:lyon,paris,göteborg")[1].splitlines()
    assert len({line.index("cities:") for line in lines}) == 1


@pytest.mark.parametrize(
    ("lang", "said"),
    [("en", "Nobody matches “zzz”.\n"), ("fr", "Personne ne correspond à «\u00a0zzz\u00a0».\n")],
)
def test_a_search_without_a_hit_says_so_on_standard_error(
    network: Run, capsys: pytest.CaptureFixture[str], lang: str, said: str, tmp_path: Path
) -> None:
    arguments = ["--data", str(tmp_path / "a.json"), "--lang", lang, "search", "zzz"]
    assert CommandLine(arguments).run() == 3
    assert capsys.readouterr() == ("", said)
    assert CommandLine([*arguments, "--json"]).run() == 3
    assert capsys.readouterr() == ("[]\n", "")


def test_no_line_wanted_is_no_miss(network: Run) -> None:
    assert network("search", "garnier", "--limit", "0") == (0, "")
    assert network("search", "zzz", "--limit", "0")[0] == 3


def test_a_pasted_number_finds_its_person_and_is_told(network: Run) -> None:
    network("edit", "Łukasz Wrona", "--phone", "+46 (0)31-123 45 67")
    for number in ("031 123 45 67", "+46311234567", "tel:+46-31-1234567", "1234567"):
        assert network("search", number)[1] == "Łukasz Wrona  telephone: +46 (0)31-123 45 67\n"
    assert network("search", "34567")[0] == 3


def test_a_mail_program_reads_a_message_and_then_address_name_and_more(network: Run) -> None:
    status, out = network("query-address", "garnier")
    assert (status, out) == (
        0,
        "1 address\nhelene@aubier.example\tHélène Garnier\tDirectrice · Aubier\n",
    )
    assert network("query-address", "garnier", lang="fr")[1].startswith("1 adresse\n")


def test_every_address_has_a_line_and_who_has_none_has_none(network: Run) -> None:
    lines = network("query-address", "--bare", "")[1].splitlines()
    assert [line.split("\t")[0] for line in lines] == [
        "helene@aubier.example",
        "lw@kth.example",
        "l@wrona.example",
    ]
    assert lines[1].split("\t") == ["lw@kth.example", "Łukasz Wrona", "Göteborg"]


def test_nobody_found_is_said_and_exits_3(network: Run) -> None:
    assert network("query-address", "bo") == (3, "nobody with an address for “bo”\n")
    assert network("query-address", "--bare", "bo") == (3, "")
    assert network("query-address", "zzzz", "--json") == (3, "[]\n")


def test_tabs_and_line_breaks_of_a_name_stay_out(run: Run) -> None:
    run("add", "Ana\tB\nC", "--email", "ana@b.example")
    assert run("query-address", "--bare", "ana")[1] == "ana@b.example\tAna B C\t\n"
