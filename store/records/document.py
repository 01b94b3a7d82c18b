"""Records as the plain documents of the data file, and back; unknown fields survive both ways."""

from __future__ import annotations

from functools import cache
from typing import TypeVar, cast, get_args

import msgspec

from store.records.record import EXTRA, Document, Json, Part, Record

R = TypeVar("R", bound=Record)


class BadDocumentError(ValueError):
    """A document that does not hold what its table asks for; the text says where."""


def from_document(kind: type[R], document: Document) -> R:
    """Read one record.

    Raises:
        BadDocumentError: where a field is missing or of another shape.
    """
    try:
        return msgspec.convert(document, kind)
    except msgspec.ValidationError:
        # Either a field of another program or version, or real damage: look closer.
        try:
            return msgspec.convert(_with_extra(kind, document), kind)
        except (msgspec.ValidationError, AttributeError) as error:
            raise BadDocumentError(str(error)) from error


def to_document(record: Record) -> Document:
    """Write one record: fields at their default are left out, unknown ones put back."""
    return cast(Document, _spread(cast(Json, msgspec.to_builtins(record))))


def _with_extra(kind: type[Record | Part], document: Document) -> Document:
    """The document with what is unknown moved into `extra`, in its parts as well."""
    fields = _types(kind)
    known: Document = {}
    extra: Document = {}
    for name, value in document.items():
        if name in fields and name != EXTRA:
            known[name] = _part_with_extra(fields[name], value)
        else:
            extra[name] = value
    return {**known, EXTRA: extra} if extra else known


@cache
def _types(kind: type[Record | Part]) -> dict[str, object]:
    """The type of each field, by its name in the data file; takes long to work out."""
    return {field.encode_name: field.type for field in msgspec.structs.fields(kind)}


def _part_with_extra(wanted: object, value: Json) -> Json:
    part = _part_in(wanted)
    if part is None:
        return value
    if isinstance(value, dict):
        return _with_extra(part, value)
    if isinstance(value, list):
        return [_with_extra(part, each) if isinstance(each, dict) else each for each in value]
    return value


def _part_in(wanted: object) -> type[Part] | None:
    for each in (wanted, *get_args(wanted)):
        if isinstance(each, type) and issubclass(each, Part):
            return each
    return None


def _spread(value: Json) -> Json:
    if isinstance(value, dict):
        extra = value.pop(EXTRA, None)
        for name, inner in value.items():
            value[name] = _spread(inner)
        return {**value, **extra} if isinstance(extra, dict) else value
    if isinstance(value, list | tuple):
        return [_spread(each) for each in value]
    return value
