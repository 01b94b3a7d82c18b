"""config.toml: read with care, explained, and written with its comments kept."""

from __future__ import annotations

import stat
from pathlib import Path

import msgspec
import pytest

from store.config.check import DEFAULTS, expected, names
from store.config.explain import Explained, explain, over_ssh
from store.config.load import Loaded, load
from store.config.paths import config_file, data_file, state_dir
from store.config.settings import HELP, Settings
from store.config.write import set_value
from store.words.message import Message, UsageProblem
from store.words.words import Words


def _written(folder: Path, text: str) -> Path:
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    return path


def _refused(path: Path) -> UsageProblem:
    with pytest.raises(UsageProblem) as refused:
        load(path)
    assert refused.value.code == "bad_config"
    return refused.value


def test_without_a_file_all_is_at_its_default(tmp_path: Path) -> None:
    loaded = load(tmp_path / "none" / "config.toml")
    assert loaded.settings == Settings()
    assert not loaded.from_file
    assert not (tmp_path / "none").exists()


def test_what_is_set_holds_and_the_rest_of_a_table_stays(tmp_path: Path) -> None:
    text = 'language = "fr"\nrows = 3\n[minutes]\ncall = 25\n[layer_values]\n5 = 3\n'
    loaded = load(_written(tmp_path, text))
    assert loaded.settings.language == "fr"
    assert loaded.settings.rows == 3
    assert loaded.settings.minutes == {**Settings().minutes, "call": 25}
    assert loaded.settings.layer_values["5"] == 3.0
    assert loaded.settings.layer_values["15"] == 1.5
    assert loaded.from_file == {"language", "rows", "minutes.call", "layer_values.5"}
    assert not loaded.warnings


def test_keys_of_commands_may_be_quoted_or_not(tmp_path: Path) -> None:
    loaded = load(_written(tmp_path, '[keys]\nqueue.done = "d"\n"queue.later" = "s,S"\n'))
    assert loaded.settings.keys == {"queue.done": "d", "queue.later": "s,S"}
    assert loaded.from_file == {"keys.queue.done", "keys.queue.later"}


def test_an_unknown_key_warns_with_the_nearest_name_and_stops_nothing(tmp_path: Path) -> None:
    loaded = load(_written(tmp_path, "row = 9\nzzzzzz = 1\nrows = 4\n[minutes]\ncalls = 9\n"))
    assert loaded.settings.rows == 4
    assert loaded.settings.minutes == Settings().minutes
    assert loaded.warnings == (
        Message("config.unknown_key_near", {"key": "row", "near": "rows"}),
        Message("config.unknown_key", {"key": "zzzzzz"}),
        Message("config.unknown_key_near", {"key": "minutes.calls", "near": "minutes.call"}),
    )


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ('rows = "five"', "rows", "five"),
        ("rows = 0", "rows", "0"),
        ("rows = true", "rows", "true"),
        ("rows = 2.5", "rows", "2.5"),
        ('quiet = "yes"', "quiet", "yes"),
        ('language = "de"', "language", "de"),
        ("glyphs = 1", "glyphs", "1"),
        ("[minutes]\ncall = 5\nvideo = -1", "minutes.video", "-1"),
        ('[layer_days]\n5 = "often"', "layer_days.5", "often"),
        ("[keys]\nqueue.done = 4", "keys.queue.done", "4"),
        ("minutes = 4", "minutes", "4"),
        ("keys = []", "keys", "[]"),
        ('free_hours = ["09:00-12:30", "9-12"]', "free_hours", "9-12"),
        ('free_hours = ["12:30-09:00"]', "free_hours", "12:30-09:00"),
        ('free_hours = ["09:00-25:00"]', "free_hours", "09:00-25:00"),
        ('free_hours = "09:00-12:30"', "free_hours", "09:00-12:30"),
        ('calendars = "~/work.ics"', "calendars", "~/work.ics"),
        ('calendars = ["~/work.ics", " "]', "calendars", " "),
    ],
)
def test_a_value_that_does_not_fit_is_refused_by_its_key(
    tmp_path: Path, text: str, key: str, value: str
) -> None:
    refused = _refused(_written(tmp_path, text))
    assert refused.status == 2
    assert refused.message.id == "config.bad_value"
    assert refused.message.values["key"] == key
    assert refused.message.values["value"] == value


def test_a_refusal_says_what_is_expected_in_words(tmp_path: Path) -> None:
    message = _refused(_written(tmp_path, 'mouse = "yes"')).message
    assert Words("en").tell(message) == (
        'The setting "mouse" takes one of "auto", "off", "on", not "yes".'
    )
    message = _refused(_written(tmp_path, "rows = 99")).message
    assert Words("fr").tell(message) == (
        "Le réglage «\xa0rows\xa0» attend un nombre entier de 1 à 50, et non «\xa099\xa0»."
    )


def test_hours_and_calendars_are_lists_and_the_refusal_shows_one(tmp_path: Path) -> None:
    loaded = load(_written(tmp_path, 'free_hours = ["8:00-12:00", "13:00 - 24:00"]\n'))
    assert loaded.settings.free_hours == ("8:00-12:00", "13:00 - 24:00")
    assert load(_written(tmp_path, "free_hours = []\n")).settings.free_hours == ()
    message = _refused(_written(tmp_path, 'free_hours = ["noon"]')).message
    assert Words("en").tell(message) == (
        'The setting "free_hours" takes hours in a list, such as ["09:00-12:30"], not "noon".'
    )
    message = _refused(_written(tmp_path, 'calendars = "work.ics"')).message
    assert Words("fr").tell(message) == (
        "Le réglage «\xa0calendars\xa0» attend des chemins dans une liste, par exemple "
        '["~/agenda.ics"], et non «\xa0work.ics\xa0».'
    )


def test_what_is_no_toml_or_cannot_be_read_is_refused(tmp_path: Path) -> None:
    assert _refused(_written(tmp_path, "rows = = 4")).message.id == "config.not_toml"
    (tmp_path / "config.toml").write_bytes(b"rows = 4 # \xff")
    assert _refused(tmp_path / "config.toml").message.id == "config.not_toml"
    assert _refused(tmp_path).message.id == "config.unreadable"


def test_every_setting_has_help_an_expectation_and_a_default_that_fits() -> None:
    assert tuple(HELP) == names()
    for name in names():
        assert Words("fr").tell(expected(name)) != expected(name).id
        assert Words("en").say(HELP[name]) != HELP[name]
    assert msgspec.convert(msgspec.to_builtins(DEFAULTS), Settings) == DEFAULTS


def _explained(loaded: Loaded, **environment: str) -> dict[str, Explained]:
    return {line.key: line for line in explain(loaded, environment, "utf-8")}


def test_each_value_is_explained_with_where_it_came_from(tmp_path: Path) -> None:
    path = _written(tmp_path, 'rows = 3\nmouse = "on"\n[minutes]\ncall = 25\n')
    lines = _explained(load(path), LANG="fr_FR.UTF-8", SSH_TTY="/dev/pts/1", TERM="linux")
    assert (lines["rows"].value, lines["rows"].origin) == (3, "file")
    assert lines["rows"].where == str(path)
    assert (lines["minutes.call"].value, lines["minutes.call"].origin) == (25, "file")
    assert (lines["minutes.email"].value, lines["minutes.email"].origin) == (10, "default")
    assert (lines["language"].value, lines["language"].where) == ("fr", "LANG")
    assert (lines["glyphs"].value, lines["glyphs"].where) == ("ascii", "TERM")
    assert (lines["mouse"].value, lines["mouse"].origin) == ("on", "file")


def test_explain_names_the_locale_that_asks_for_plain_signs(tmp_path: Path) -> None:
    for environment in ({"LC_ALL": "C"}, {"LANG": "POSIX", "LC_CTYPE": "C.UTF-8"}):
        lines = _explained(load(_written(tmp_path, "")), **environment)
        told = (lines["glyphs"].value, lines["glyphs"].where)
        assert told == ("ascii", next(iter(environment)))


def test_the_mouse_is_off_over_ssh_unless_set() -> None:
    loaded = load(Path("/nowhere/config.toml"))
    line = _explained(loaded, SSH_CONNECTION="10.0.0.1 22")["mouse"]
    assert (line.value, line.origin, line.where) == ("off", "environment", "SSH_CONNECTION")
    assert _explained(loaded)["mouse"].value == "auto"
    assert over_ssh({"SSH_CLIENT": "x"})
    assert not over_ssh({"SSH_CLIENT": ""})


def test_every_setting_is_explained_in_its_order() -> None:
    lines = explain(load(Path("/nowhere/config.toml")), {}, "utf-8")
    keys = [line.key.partition(".")[0] for line in lines]
    assert list(dict.fromkeys(keys)) == [name for name in names() if name != "keys"]


def test_a_value_is_written_and_comments_stay(tmp_path: Path) -> None:
    path = _written(tmp_path, "# mine\nrows = 3  # few\n\n[minutes]\n# calls are short\ncall = 5\n")
    set_value(path, "rows", 4)
    set_value(path, "minutes.email", 15)
    set_value(path, "keys.queue.done", "d,x")
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# mine\nrows = 4  # few\n\n[minutes]\n# calls are short\ncall = 5\n")
    settings = load(path).settings
    assert (settings.rows, settings.minutes["email"], settings.minutes["call"]) == (4, 15, 5)
    assert settings.keys == {"queue.done": "d,x"}


def test_the_first_value_makes_a_file_for_the_user_alone(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "config.toml"
    set_value(path, "language", "fr")
    assert load(path).settings.language == "fr"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert [each.name for each in path.parent.iterdir()] == ["config.toml"]


def test_a_symlink_stays_one(tmp_path: Path) -> None:
    real = _written(tmp_path, "rows = 3\n")
    link = tmp_path / "link.toml"
    link.symlink_to(real)
    set_value(link, "rows", 7)
    assert link.is_symlink()
    assert load(real).settings.rows == 7


@pytest.mark.parametrize(
    ("key", "value", "sentence"),
    [
        ("rows", 0, "config.bad_value"),
        ("minutes.call", "long", "config.bad_value"),
        ("row", 4, "config.unknown_key_near"),
        ("minutes.calls", 4, "config.unknown_key_near"),
        ("minutes", 4, "config.unknown_key_near"),
        ("rows.x", 4, "config.unknown_key_near"),
        ("qqqqqq", 4, "config.unknown_key"),
    ],
)
def test_what_does_not_fit_is_not_written(
    tmp_path: Path, key: str, value: int | str, sentence: str
) -> None:
    path = _written(tmp_path, "rows = 3\n")
    with pytest.raises(UsageProblem) as refused:
        set_value(path, key, value)
    assert refused.value.message.id == sentence
    assert path.read_text(encoding="utf-8") == "rows = 3\n"


def test_a_damaged_file_is_not_written_over(tmp_path: Path) -> None:
    path = _written(tmp_path, "rows = = 3\n")
    with pytest.raises(UsageProblem):
        set_value(path, "rows", 4)
    assert path.read_text(encoding="utf-8") == "rows = = 3\n"
    path.write_text("minutes = 3\n", encoding="utf-8")
    with pytest.raises(UsageProblem) as refused:
        set_value(path, "minutes.call", 4)
    assert refused.value.message.id == "config.not_a_table"


def test_paths_follow_the_xdg_rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = Path.home()
    assert config_file() == home / ".config/arrosoir/config.toml"
    assert data_file({}) == home / ".local/share/arrosoir/arrosoir.json"
    assert state_dir() == home / ".local/state/arrosoir"
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "c"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "d"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "s"))
    assert config_file() == tmp_path / "c/arrosoir/config.toml"
    assert data_file({}) == tmp_path / "d/arrosoir/arrosoir.json"
    assert state_dir() == tmp_path / "s/arrosoir"
    assert not list(tmp_path.glob("[cds]"))


def test_the_environment_names_another_data_file(monkeypatch: pytest.MonkeyPatch) -> None:
    assert data_file({"ARROSOIR_DATA": "/srv/net.json"}) == Path("/srv/net.json")
    monkeypatch.setenv("ARROSOIR_DATA", "~/net.json")
    assert data_file() == Path.home() / "net.json"
