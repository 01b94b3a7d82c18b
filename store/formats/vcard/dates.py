"""Days that come round each year: ANNIVERSARY and its kin, with the label of their group."""

from __future__ import annotations

from store.formats.vcard.own_names import ANNIVERSARY, GROUP
from store.formats.vcard.partial_dates import partial_date_of
from store.formats.vcard.properties import CardProperty, parameters
from store.formats.vcard.sheet import Sheet
from store.formats.vcard.values import UnreadableValueError, text_of
from store.records.clean import clean_line
from store.records.partial_date import month_and_day
from store.records.person import Anniversary

DATES = frozenset(
    (
        "ANNIVERSARY",
        "X-ANNIVERSARY",
        "X-MS-ANNIVERSARY",
        "X-EVOLUTION-ANNIVERSARY",
        "X-KADDRESSBOOK-X-ANNIVERSARY",
        "X-ABDATE",
    )
)

LABEL = "X-ABLABEL"

_APPLE = ("_$!<", ">!$_")
"""Between these signs stands a label that Apple's address book translates."""


def label_in(text: str) -> str:
    """A label without Apple's signs around it."""
    return clean_line(text).removeprefix(_APPLE[0]).removesuffix(_APPLE[1])


def is_own_group(group: str) -> bool:
    """Whether a group holds a date of ours and its label, and nothing that is not in a field."""
    return group.removeprefix(GROUP).isdecimal() and group.startswith(GROUP)


def take_dates(sheet: Sheet) -> None:
    """Fill the dates of a card, now that the labels of its groups are known."""
    for entry in sheet.dated:
        found = anniversary_of(entry, sheet)
        if found is not None:
            sheet.dates.setdefault((found.name, found.on), found)


def anniversary_of(entry: CardProperty, sheet: Sheet) -> Anniversary | None:
    """What a property says of a day that comes round each year; None where it names no day."""
    try:
        text = text_of(entry, sheet.convention)
    except UnreadableValueError:
        return None
    omitted = parameters(entry.params).get("X-APPLE-OMIT-YEAR", ("",))
    on, _ = partial_date_of(text, omitted[0])
    if month_and_day(on) is None:
        return None
    label = sheet.labels.get(entry.group.lower(), "") if entry.group else ""
    return Anniversary(name=label or ANNIVERSARY, on=on)


def take_date(sheet: Sheet, entry: CardProperty) -> bool:
    """Note a date; whether the field will hold all of it: one of ours stands in a group of ours."""
    sheet.dated.append(entry)
    return entry.key in ("ANNIVERSARY", "X-ABDATE") and is_own_group(entry.group)


def take_label(sheet: Sheet, entry: CardProperty) -> bool:
    """Note the label of a group; ours stand with a date that the field holds."""
    if entry.group:
        label = label_in(text_of(entry, sheet.convention))
        sheet.labels.setdefault(entry.group.lower(), label)
    return is_own_group(entry.group)
