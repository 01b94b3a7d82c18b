"""A whole network as one document, read."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from store.records.kinds import TableName
from store.records.record import Record


class Whole(msgspec.Struct, frozen=True, kw_only=True):
    """Records by table, with the ids that they had where they come from."""

    tables: Mapping[TableName, tuple[Record, ...]]
