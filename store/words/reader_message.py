"""What a reader of JSON complains of, in words that people know."""

from __future__ import annotations

import re

from store.words.message import Message

_BYTE = re.compile(r"\(byte (\d+)\)$")
_PLACE = re.compile(r" - at `\$\.?([^`]*)`$")
_REQUIRED = re.compile(r"missing required field `([^`]*)`")
_ROW = re.compile(r"(?P<table>[a-z_]+): (?:(?P<row>\d+)(?:: |$))?(?P<rest>.*)", re.DOTALL)
"""Before the complaint, the table, and often the row, that it is about."""

_NO_TEXT = ("Invalid UTF-8", "'utf-8' codec")
_DEEP = "maximum recursion depth"
_ANYWHERE = "[...]"


def reader_message(complaint: str, length: int | None = None) -> Message:
    """A complaint, to be put behind "the file is damaged: ".

    Args:
        complaint: the text of a msgspec.DecodeError, a UnicodeDecodeError, a RecursionError or a
            BadDocumentError; before it may stand `TABLE: ` or `TABLE: DOC_ID: `.
        length: bytes that there were to read, where they are those of the whole file.
    """
    found = _ROW.match(complaint)
    if found is None:
        return _complaint(complaint, length)
    values: dict[str, object] = {"table": found["table"], "what": _complaint(found["rest"], None)}
    if found["row"] is None:
        return Message("read.in_table", values)
    return Message("read.in_row", {**values, "row": found["row"]})


def _complaint(text: str, length: int | None) -> Message:
    if text == "Input data was truncated":
        if length is None:
            return Message("read.breaks_off")
        return Message("read.breaks_off_after", {"byte": length})
    if text.startswith("JSON is malformed"):
        byte = _BYTE.search(text)
        if byte is None or length is None:
            return Message("read.no_json")
        return Message("read.no_json_from", {"byte": int(byte[1])})
    if text.startswith(_NO_TEXT):
        return Message("read.no_text")
    if text.startswith(_DEEP):
        return Message("read.too_deep")
    required = _REQUIRED.search(text)
    if required is not None:
        return Message("read.lacks", {"field": required[1]})
    place = _PLACE.search(text)
    field = place[1].removeprefix(_ANYWHERE).removeprefix(".") if place is not None else ""
    return Message("read.unfitting_in", {"field": field}) if field else Message("read.unfitting")
