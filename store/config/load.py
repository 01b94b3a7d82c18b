"""Settings read from config.toml; what is not set there has its default."""

from __future__ import annotations

from pathlib import Path

import msgspec

from store.config.check import FREE_TABLES, Value, checked, default_of, names, unknown_key
from store.config.settings import Settings
from store.words.message import Message, UsageProblem


class Loaded(msgspec.Struct, frozen=True, kw_only=True):
    """Settings, and where they came from."""

    settings: Settings
    path: Path
    """The file that was looked for; it need not be there."""
    from_file: frozenset[str] = frozenset()
    """Keys set in the file; those of tables as `minutes.call`."""
    warnings: tuple[Message, ...] = ()
    """About keys that mean nothing, to be told once."""


def load(path: Path) -> Loaded:
    """Read the settings; all defaults where there is no file.

    Raises:
        UsageProblem: `bad_config`, where the file cannot be read, is not TOML, or a value does not
            fit; the sentence names the key and what it takes.
    """
    document = _read(path)
    fitting: dict[str, Value] = {}
    from_file: set[str] = set()
    warnings: list[Message] = []
    for name, value in document.items():
        if name not in names():
            warnings.append(unknown_key(name, list(names())))
            continue
        default = default_of(name)
        if not isinstance(default, dict):
            fitting[name] = checked(name, value)
            from_file.add(name)
            continue
        table = _flat(value) if name in FREE_TABLES else value
        if isinstance(table, dict):
            strange = [key for key in table if name not in FREE_TABLES and key not in default]
            warnings += [unknown_key(f"{name}.{key}", list(default)) for key in strange]
            table = {key: each for key, each in table.items() if key not in strange}
            from_file |= {f"{name}.{key}" for key in table}
        found = checked(name, table)
        fitting[name] = {**default, **found} if isinstance(found, dict) else found
    settings = msgspec.structs.replace(Settings(), **fitting)
    return Loaded(
        settings=settings, path=path, from_file=frozenset(from_file), warnings=tuple(warnings)
    )


def _read(path: Path) -> dict[str, object]:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return {}
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise UsageProblem("bad_config", "config.unreadable", path=str(path), why=why) from error
    # Most people have no file, and then the reader of TOML is not loaded.
    import tomllib

    try:
        return tomllib.loads(data.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageProblem(
            "bad_config", "config.not_toml", path=str(path), why=str(error)
        ) from error


def _flat(value: object, before: str = "") -> object:
    """A table of command ids, where `queue.done = "d"` stands for `"queue.done" = "d"`."""
    if not isinstance(value, dict):
        return value
    flat: dict[str, object] = {}
    for key, each in value.items():
        inner = _flat(each, f"{before}{key}.") if isinstance(each, dict) else {before + key: each}
        flat |= inner if isinstance(inner, dict) else {}
    return flat
