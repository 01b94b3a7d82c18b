"""Which type of record each table holds."""

from __future__ import annotations

from store.records.circle import Circle
from store.records.event import Event
from store.records.exchange import Exchange
from store.records.follow_up import FollowUp
from store.records.interaction import Interaction
from store.records.introduction import Introduction
from store.records.kinds import TableName
from store.records.me import Me
from store.records.person import Person
from store.records.record import Record
from store.records.time_entry import Slot, Template, TimeEntry

RECORD_TYPES: dict[TableName, type[Record]] = {
    "people": Person,
    "interactions": Interaction,
    "follow_ups": FollowUp,
    "exchanges": Exchange,
    "introductions": Introduction,
    "events": Event,
    "circles": Circle,
    "time_entries": TimeEntry,
    "slots": Slot,
    "templates": Template,
    "me": Me,
}

TABLE_OF: dict[type[Record], TableName] = {kind: table for table, kind in RECORD_TYPES.items()}
