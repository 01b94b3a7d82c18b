"""Monica's SQL made an account: tables put together by their ids."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import msgspec

from store.formats.monica.account import (
    MOST_CONTACTS,
    Account,
    Activity,
    Contact,
    Detail,
    DetailKind,
    Relationship,
    SpecialDate,
    Values,
    special_date,
)
from store.formats.monica.json_account import USER
from store.formats.monica.sql_rows import SqlRow, rows_of

MOST_ROWS = 400_000
"""Of all tables that are wanted together; what follows is told and left out."""

_DETAIL_TABLES: dict[str, DetailKind] = {
    "calls": "call",
    "contact_fields": "contact_field",
    "debts": "debt",
    "gifts": "gift",
    "notes": "note",
    "reminders": "reminder",
    "tasks": "task",
    "addresses": "address",
    "pets": "pet",
    "conversations": "conversation",
    "life_events": "life_event",
}

_COLUMNS: dict[str, str] = {
    "contacts": "id uuid first_name middle_name last_name nickname description is_partial is_dead "
    "deceased_special_date_id stay_in_touch_frequency birthday_special_date_id "
    "first_met_through_contact_id first_met_special_date_id first_met_where "
    "first_met_additional_info job company food_preferences created_at",
    "calls": "contact_id called_at content contact_called",
    "contact_fields": "contact_id contact_field_type_id data",
    "contact_field_types": "id name protocol type",
    "debts": "contact_id in_debt status amount reason",
    "gifts": "contact_id name comment url amount status date created_at",
    "notes": "contact_id body created_at",
    "reminders": "contact_id initial_date title description frequency_type frequency_number "
    "inactive",
    "tasks": "contact_id title description completed completed_at created_at",
    "addresses": "contact_id place_id name",
    "places": "id street city province postal_code country",
    "pets": "contact_id name",
    "conversations": "id contact_id created_at",
    "messages": "conversation_id content written_at written_by_me",
    "life_events": "contact_id life_event_type_id name note happened_at",
    "life_event_types": "id name default_life_event_type_key",
    "activities": "id activity_type_id summary description happened_at",
    "activity_types": "id name translation_key",
    "activity_contact": "activity_id contact_id",
    "relationships": "relationship_type_id contact_is of_contact",
    "relationship_types": "id name",
    "special_dates": "id is_age_based is_year_unknown date",
    "tags": "id name",
    "contact_tag": "contact_id tag_id",
    "users": f"{' '.join(USER)} me_contact_id",
    "entries": "id",
    "documents": "id",
    "photos": "id",
}

WANTED: dict[str, frozenset[str]] = {
    table: frozenset(columns.split()) for table, columns in _COLUMNS.items()
}
"""All that is taken; keys of programs, passwords and codes are in none of these columns."""


def account_of_sql(text: str, step: Callable[[int], None]) -> Account:
    """The account of a whole dump.

    Args:
        text: its lines ended by LF.
        step: told now and then how many rows are read.
    """
    tables: dict[str, list[SqlRow]] = {}
    contacts = tables.setdefault("contacts", [])
    rest = 0
    for count, row in enumerate(rows_of(text, WANTED), start=1):
        if count > MOST_ROWS:
            rest = row.line
            break
        if row.table == "contacts" and len(contacts) >= MOST_CONTACTS:
            rest = rest or row.line
            continue
        tables.setdefault(row.table, []).append(row)
        step(count)
    return msgspec.structs.replace(_Joining(tables).account(), rest=rest)


class _Joining:
    """The tables, looked up by id."""

    def __init__(self, tables: Mapping[str, list[SqlRow]]) -> None:
        self._tables = tables
        self._by_id = {
            table: {row.values["id"]: row.values for row in rows if "id" in row.values}
            for table, rows in tables.items()
        }
        self._keys = {
            id: values.get("uuid") or f"id-{id}"
            for id, values in self._by_id.get("contacts", {}).items()
        }
        self._messages = self._grouped("messages", "conversation_id")

    def account(self) -> Account:
        users = self._tables.get("users", [])
        user = users[0].values if users else {}
        return Account(
            contacts=tuple(self._contacts()),
            activities=tuple(self._activities()),
            relationships=tuple(self._relationships()),
            user={name: user.get(name, "") for name in USER},
            own_contact=self._keys.get(user.get("me_contact_id", ""), ""),
            left={
                "journal": len(self._tables.get("entries", ())),
                "documents": len(self._tables.get("documents", ())),
                "photos": len(self._tables.get("photos", ())),
            },
        )

    def _found(self, table: str, id: str) -> Values:
        return self._by_id.get(table, {}).get(id, {})

    def _grouped(self, table: str, column: str) -> dict[str, list[Values]]:
        groups: dict[str, list[Values]] = {}
        for row in self._tables.get(table, ()):
            groups.setdefault(row.values.get(column, ""), []).append(row.values)
        return groups

    def _contacts(self) -> Iterator[Contact]:
        tags = self._grouped("contact_tag", "contact_id")
        details: dict[str, list[Detail]] = {}
        for table, kind in _DETAIL_TABLES.items():
            for contact, several in self._grouped(table, "contact_id").items():
                made = (self._detail(kind, values) for values in several)
                details.setdefault(contact, []).extend(made)
        for row in self._tables.get("contacts", ()):
            values = row.values
            id = values.get("id", "")
            names = [self._found("tags", tag.get("tag_id", "")) for tag in tags.get(id, ())]
            yield Contact(
                key=self._keys.get(id, ""),
                line=row.line,
                values=values,
                tags=tuple(name["name"] for name in names if name.get("name")),
                birthdate=self._special(values, "birthday_special_date_id"),
                deceased_date=self._special(values, "deceased_special_date_id"),
                first_met_date=self._special(values, "first_met_special_date_id"),
                through=self._keys.get(values.get("first_met_through_contact_id", ""), ""),
                details=tuple(details.get(id, ())),
            )

    def _special(self, values: Values, column: str) -> SpecialDate | None:
        return special_date(self._found("special_dates", values.get(column, "")))

    def _detail(self, kind: DetailKind, values: Values) -> Detail:
        more: Values = {}
        if kind == "contact_field":
            more = self._typed("contact_field_types", values.get("contact_field_type_id", ""))
        elif kind == "life_event":
            more = self._typed("life_event_types", values.get("life_event_type_id", ""))
        elif kind == "address":
            more = self._found("places", values.get("place_id", ""))
        messages = self._messages.get(values.get("id", ""), []) if kind == "conversation" else []
        return Detail(kind=kind, values={**more, **values}, messages=tuple(messages))

    def _typed(self, table: str, id: str) -> Values:
        return {f"type_{name}": value for name, value in self._found(table, id).items()}

    def _activities(self) -> Iterator[Activity]:
        doing = self._grouped("activity_contact", "activity_id")
        for row in self._tables.get("activities", ()):
            values = row.values
            named = self._typed("activity_types", values.get("activity_type_id", ""))
            taking = doing.get(values.get("id", ""), ())
            keys = (self._keys.get(each.get("contact_id", ""), "") for each in taking)
            yield Activity(values={**named, **values}, contacts=tuple(filter(None, keys)))

    def _relationships(self) -> Iterator[Relationship]:
        for row in self._tables.get("relationships", ()):
            values = row.values
            kind = self._found("relationship_types", values.get("relationship_type_id", ""))
            yield Relationship(
                kind=kind.get("name", ""),
                contact=self._keys.get(values.get("contact_is", ""), ""),
                of=self._keys.get(values.get("of_contact", ""), ""),
            )
