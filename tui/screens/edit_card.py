"""The chief fields of a card, one line each."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

import msgspec
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from store.actions.card import read_date
from store.actions.edit import Edit
from store.records.partial_date import is_partial_date
from store.records.person import City, Person, School
from store.words.message import UsageProblem
from store.words.words import Words
from tui.commands.keymap import Keys
from tui.screens.veil import Veil
from widgets.safe_input import SafeInput
from widgets.safe_text import content


class BadFieldError(ValueError):
    """A field that cannot be meant as it stands."""

    def __init__(self, field: str, said: str, text: str) -> None:
        """Say which, and the id of the sentence that tells it."""
        super().__init__(field)
        self.field = field
        self.said = said
        self.text = text


class CardField(msgspec.Struct, frozen=True):
    """A line of the dialogue and the parameter of `edit` that it sets."""

    name: str
    label: str
    several: bool = False


FIELDS = (
    CardField("name", "tui.edit.name"),
    CardField("org", "tui.edit.org"),
    CardField("title", "tui.edit.job_title"),
    CardField("email", "tui.edit.emails", several=True),
    CardField("phone", "tui.edit.phones", several=True),
    CardField("school", "tui.edit.schools", several=True),
    CardField("city", "tui.edit.cities", several=True),
    CardField("passion", "tui.edit.passions", several=True),
    CardField("field", "tui.edit.fields", several=True),
    CardField("language", "tui.edit.languages", several=True),
    CardField("tag", "tui.edit.tags", several=True),
    CardField("met", "tui.edit.met"),
    CardField("where", "tui.edit.where"),
    CardField("birthday", "tui.edit.birthday"),
    CardField("date", "tui.edit.dates", several=True),
    CardField("intent", "tui.edit.intent"),
)


def card_texts(person: Person) -> dict[str, str]:
    """What stands in the lines of a person."""
    return {
        "name": person.name,
        "org": person.org,
        "title": person.title,
        "email": _joined(person.emails),
        "phone": _joined(person.phones),
        "school": _joined(map(_school, person.schools)),
        "city": _joined(map(_city, person.cities)),
        "passion": _joined(person.passions),
        "field": _joined(person.fields),
        "language": _joined(person.languages),
        "tag": _joined(person.tags),
        "met": person.met.isoformat() if person.met else "",
        "where": person.where,
        "birthday": person.birthday,
        "date": _joined(f"{each.name} {each.on}" for each in person.dates),
        "intent": person.intent,
    }


def _joined(texts: Iterable[str]) -> str:
    """Separated by commas; by semicolons, one at the end, where a text holds a comma."""
    each = tuple(texts)
    if any("," in text for text in each):
        return "; ".join(each) + ";"
    return ", ".join(each)


def _parts(text: str) -> tuple[str, ...]:
    parts = (part.strip() for part in text.split(";" if ";" in text else ","))
    return tuple(part for part in parts if part)


def _school(school: School) -> str:
    years = "-".join(year[:4] for year in (school.start, school.end) if year)
    return f"{school.name} {years}".strip()


def _city(city: City) -> str:
    return city.name if city.kind == "now" else f"{city.kind}:{city.name}"


def edit_params(person: Person, texts: dict[str, str]) -> Edit | None:
    """What was changed, or None where nothing was.

    Raises:
        BadFieldError: where a field cannot be meant.
    """
    before = card_texts(person)
    changed: dict[str, object] = {}
    for field in FIELDS:
        text = texts[field.name].strip()
        if text == before[field.name]:
            continue
        if field.name == "date":
            changed[field.name] = _dates(person, text)
        elif field.several:
            changed[field.name] = _parts(text)
        elif field.name == "met":
            changed[field.name] = _day(text)
        else:
            changed[field.name] = _checked(field.name, text)
    if changed.get("met", "") is None:
        del changed["met"]
    return msgspec.convert({"person": person.id, **changed}, Edit) if changed else None


def _checked(name: str, text: str) -> str:
    if name == "name" and not text:
        raise BadFieldError(name, "tui.edit.no_name", text)
    if name == "birthday" and text and not is_partial_date(text):
        raise BadFieldError(name, "tui.edit.bad_birthday", text)
    return text


def _dates(person: Person, text: str) -> tuple[str, ...]:
    parts = _parts(text)
    for part in parts:
        try:
            read_date(part, person.dates)
        except UsageProblem as problem:
            raise BadFieldError("date", "tui.edit.bad_date", part) from problem
    return parts


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise BadFieldError("met", "tui.edit.bad_day", text) from error


class EditCard(ModalScreen[Edit | None]):
    """Tab goes through the lines, Enter saves all, Esc leaves all as it was."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("tab,down", "app.focus_next", show=False),
        Binding("shift+tab,up", "app.focus_previous", show=False),
    ]

    def __init__(self, person: Person, words: Words, keys: Keys | None = None) -> None:
        """Make ready."""
        super().__init__()
        self._person = person
        self._words = words
        self._keys = keys or Keys({})

    def compose(self) -> ComposeResult:
        """A line for each field."""
        words, texts = self._words, card_texts(self._person)
        with Vertical():
            title = words.say("tui.edit.title", name=self._person.name)
            yield Static(content(title, "bold"), classes="edit--title", markup=False)
            with VerticalScroll(can_focus=False):
                for field in FIELDS:
                    with Horizontal():
                        label = content(f" {words.say(field.label)}")
                        yield Static(label, classes="edit--label", markup=False)
                        yield SafeInput(texts[field.name], id=field.name)
            yield Static(words.say("tui.edit.lists"), classes="edit--hint", markup=False)
            yield Static(words.say("tui.edit.aside"), classes="edit--keys", markup=False)

    def on_mount(self) -> None:
        """Begin with the name."""
        self.query_one("#name", SafeInput).focus()
        self.watch(self.app, "curtain", self._veiled)

    def _veiled(self, curtain: bool) -> None:
        if curtain:
            self.app.push_screen(Veil(self._words, self._keys))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter saves."""
        event.stop()
        texts = {field.id or "": field.value for field in self.query(SafeInput)}
        try:
            params = edit_params(self._person, texts)
        except BadFieldError as bad:
            said = self._words.say(bad.said, text=bad.text)
            self.query_one(".edit--hint", Static).update(content(said))
            self.query_one(f"#{bad.field}", SafeInput).focus()
            return
        self.dismiss(params)

    def action_leave(self) -> None:
        """Leave all as it was."""
        self.dismiss(None)
