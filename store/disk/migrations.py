"""From older shapes of the data file to the present one; forward only.

Each step takes the tables as plain JSON and gives them as the next schema has them. To add one:
raise `SCHEMA` and `NEEDS` in `meta.py`, write the step, list it here, and keep a file of the older
shape in `tests/disk/older`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import cast

import msgspec

from store.disk.data_file import outline_of
from store.disk.meta import META, NEEDS, SCHEMA, head_of
from store.records.record import Document, Json

FIRST = 1
"""The first schema; a file that names none is of this one."""

Step = Callable[[Document], Document]


def _from_1(tables: Document) -> Document:
    """Schema 2 has a journal: `_meta` says which line of it the file ends with.

    The records are the same; an older program would not see the journal, and so must not read on.
    """
    return tables


STEPS: Mapping[int, Step] = {1: _from_1}
"""By the schema that they start from."""


def brought_up(data: bytes) -> tuple[bytes, bytes]:
    """A data file in its present shape, and as it was where that is another one.

    Raises:
        DataProblem: damaged, not ours, or written by a newer version.
    """
    if head_of(data) is not None:
        return data, b""
    _, meta = outline_of(data)
    if meta.schema == SCHEMA:
        return data, b""
    tables = msgspec.json.decode(data, type=dict[str, object])
    document = cast(Document, tables)
    for schema in range(max(meta.schema, FIRST), SCHEMA):
        document = STEPS[schema](document)
    fresh: dict[str, Json] = {"app": meta.app, "schema": SCHEMA, "needs": NEEDS, "seq": meta.seq}
    document = {**document, META: {"1": fresh}}
    return msgspec.json.encode(document), data
