"""What is typed after `import`, as the formats take it."""

from __future__ import annotations

import sys

from store.formats.choices import Choices
from store.words.message import Refusal, UsageProblem
from tui.cli.verb import Given

STANDARD_INPUT = "-"


def names_of(given: Given) -> list[str]:
    """The paths.

    Raises:
        UsageProblem: where there is none.
    """
    names = given.get("paths")
    if isinstance(names, str):
        names = [names]
    if not isinstance(names, list | tuple) or not names:
        raise UsageProblem("missing_parameter", "problem.missing_parameter", name="paths")
    return [str(name) for name in names]


def piped_of(names: list[str], *, free: bool) -> bytes | None:
    """What comes on the standard input, where one of the paths is `-`; else None.

    Args:
        names: the paths.
        free: whether the standard input is not read by somebody else.

    Raises:
        UsageProblem: where it is not free.
        Refusal: where more comes than a file may hold.
    """
    if STANDARD_INPUT not in names:
        return None
    if not free or sys.stdin is None:
        raise UsageProblem("usage", "problem.no_standard_input")
    from store.formats.walk import MOST_BYTES

    stream = getattr(sys.stdin, "buffer", None)
    if stream is None:
        return sys.stdin.read(MOST_BYTES).encode("utf-8", "surrogateescape")
    data: bytes = stream.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise Refusal("too_big", "import.too_big")
    return data


def choices_of(given: Given) -> Choices:
    """The encoding and the columns.

    Raises:
        UsageProblem: where there is no such encoding or no such field.
    """
    charset = str(given.get("charset") or "")
    if charset:
        from store.formats.text_decoding import trusted_codec

        if not trusted_codec(charset):
            raise UsageProblem("unknown_charset", "problem.unknown_charset", name=charset)
    typed = given.get("map") or ()
    return Choices(charset=charset, columns=_columns(typed))


def _columns(typed: object) -> dict[str, str]:
    if isinstance(typed, dict):
        # In a batch an object is at hand.
        pairs = [(str(column), str(field or "")) for column, field in typed.items()]
    else:
        each_typed = [typed] if isinstance(typed, str) else typed
        if not isinstance(each_typed, list | tuple):
            raise UsageProblem("bad_parameter", "problem.bad_value", name="map")
        pairs = [_pair(str(each)) for each in each_typed]
    if not pairs:
        return {}
    from store.formats.csv.targets import TARGETS

    for _, field in pairs:
        if field and field not in TARGETS:
            raise UsageProblem(
                "unknown_field", "problem.unknown_target", name=field, names=", ".join(TARGETS)
            )
    return dict(pairs)


def _pair(text: str) -> tuple[str, str]:
    """A column and its field; the column's name may hold `=` itself."""
    column, equals, field = text.rpartition("=")
    if not equals or not column.strip():
        raise UsageProblem("bad_parameter", "problem.bad_map", text=text)
    return column.strip(), field.strip()
