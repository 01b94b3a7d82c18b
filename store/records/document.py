"""Records as the plain documents of the data file, and back; unknown fields survive both ways."""

from __future__ import annotations

from typing import TypeVar, cast

import msgspec

from store.records.record import Document, Record

R = TypeVar("R", bound=Record)

_KNOWN: dict[type[Record], frozenset[str]] = {}


class BadDocumentError(ValueError):
    """A document that does not hold what its table asks for; the text says where."""


def known_fields(kind: type[Record]) -> frozenset[str]:
    """The names that a document of this kind may hold, as written in the file."""
    names = _KNOWN.get(kind)
    if names is None:
        fields = msgspec.structs.fields(kind)
        names = frozenset(field.encode_name for field in fields if field.name != "extra")
        _KNOWN[kind] = names
    return names


def from_document(kind: type[R], document: Document) -> R:
    """Read one record.

    Raises:
        BadDocumentError: where a field is missing or of another shape.
    """
    try:
        strange = document.keys() - known_fields(kind)
        if not strange:
            return msgspec.convert(document, kind)
        plain = {name: value for name, value in document.items() if name not in strange}
        extra = {name: document[name] for name in document if name in strange}
        return msgspec.structs.replace(msgspec.convert(plain, kind), extra=extra)
    except (msgspec.ValidationError, AttributeError) as error:
        raise BadDocumentError(str(error)) from error


def to_document(record: Record) -> Document:
    """Write one record: fields at their default are left out, unknown ones put back."""
    document = cast(Document, msgspec.to_builtins(record))
    extra = document.pop("extra", None)
    if isinstance(extra, dict):
        document.update(extra)
    return document
