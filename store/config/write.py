"""A setting written into config.toml, the user's comments and order kept."""

from __future__ import annotations

import os
import tempfile
from collections.abc import MutableMapping
from pathlib import Path
from typing import TYPE_CHECKING

from store.config.check import FREE_TABLES, Listed, Scalar, checked, default_of, names, nearest
from store.words.message import UsageProblem

if TYPE_CHECKING:
    from tomlkit import TOMLDocument


def set_value(path: Path, key: str, value: Scalar | Listed) -> None:
    """Set one key, and make the file and its folder where they are not there yet.

    The file is replaced whole, so that a reader sees the old one or the new one; a symlink stays.

    Args:
        path: config.toml.
        key: `rows`, or the entry of a table: `minutes.call`, `keys.queue.done`.
        value: what it shall be; checked first.

    Raises:
        UsageProblem: `bad_config`, where the key is unknown, the value does not fit, or the file
            can be neither read as TOML nor written.
    """
    name, _, inner = key.partition(".")
    _check_key(key, name, inner)
    plain = list(value) if isinstance(value, tuple) else value
    checked(name, {inner: plain} if inner else plain)
    document = _document(path)
    if inner:
        # tomlkit types its containers loosely; a table is a mapping of items.
        table: object = document.setdefault(name, {})
        if not isinstance(table, MutableMapping):
            raise UsageProblem("bad_config", "config.not_a_table", key=name, path=str(path))
        table[inner] = plain
    else:
        document[name] = plain
    _replace(path, document.as_string())


def _check_key(key: str, name: str, inner: str) -> None:
    default = default_of(name) if name in names() else None
    fits = default is not None and isinstance(default, dict) == bool(inner)
    if fits and isinstance(default, dict):
        fits = name in FREE_TABLES or inner in default
    if fits:
        return
    near = nearest(key, _all_keys())
    if near:
        raise UsageProblem("bad_config", "config.unknown_key_near", key=key, near=near)
    raise UsageProblem("bad_config", "config.unknown_key", key=key)


def _all_keys() -> list[str]:
    keys: list[str] = []
    for name in names():
        default = default_of(name)
        keys += [f"{name}.{each}" for each in default] if isinstance(default, dict) else [name]
    return keys


def _document(path: Path) -> TOMLDocument:
    # Reading needs no tomlkit: it is loaded by those who write.
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        return tomlkit.parse(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return tomlkit.document()
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise UsageProblem("bad_config", "config.unreadable", path=str(path), why=why) from error
    except (TOMLKitError, UnicodeDecodeError) as error:
        raise UsageProblem(
            "bad_config", "config.not_toml", path=str(path), why=str(error)
        ) from error


def _replace(path: Path, text: str) -> None:
    target = path.resolve()
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=".config-", suffix=".toml")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise UsageProblem("bad_config", "config.unwritable", path=str(path), why=why) from error
