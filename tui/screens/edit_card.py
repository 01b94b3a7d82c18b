"""The chief fields of a card, one line each."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

import msgspec
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from store.actions.edit import Edit
from store.records.person import City, Person, School
from store.words.words import Words
from widgets.safe_input import SafeInput
from widgets.safe_text import content


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
    CardField("intent", "tui.edit.intent"),
)


def card_texts(person: Person) -> dict[str, str]:
    """What stands in the lines of a person."""
    return {
        "name": person.name,
        "org": person.org,
        "title": person.title,
        "email": ", ".join(person.emails),
        "phone": ", ".join(person.phones),
        "school": ", ".join(map(_school, person.schools)),
        "city": ", ".join(map(_city, person.cities)),
        "passion": ", ".join(person.passions),
        "field": ", ".join(person.fields),
        "language": ", ".join(person.languages),
        "tag": ", ".join(person.tags),
        "met": person.met.isoformat() if person.met else "",
        "where": person.where,
        "birthday": person.birthday,
        "intent": person.intent,
    }


def _school(school: School) -> str:
    years = "-".join(year[:4] for year in (school.start, school.end) if year)
    return f"{school.name} {years}".strip()


def _city(city: City) -> str:
    return city.name if city.kind == "now" else f"{city.kind}:{city.name}"


def edit_params(person: Person, texts: dict[str, str]) -> Edit | None:
    """What was changed, or None where nothing was.

    Raises:
        ValueError: where the day of the meeting is none; its text is the message.
    """
    before = card_texts(person)
    changed: dict[str, object] = {}
    for field in FIELDS:
        text = texts[field.name].strip()
        if text == before[field.name]:
            continue
        if field.several:
            parts = (part.strip() for part in text.replace(";", ",").split(","))
            changed[field.name] = tuple(part for part in parts if part)
        elif field.name == "met":
            changed[field.name] = _day(text)
        else:
            changed[field.name] = text
    if changed.get("met", "") is None:
        del changed["met"]
    return msgspec.convert({"person": person.id, **changed}, Edit) if changed else None


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ValueError(text) from error


class EditCard(ModalScreen[Edit | None]):
    """Tab goes through the lines, Enter saves all, Esc leaves all as it was."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("tab,down", "app.focus_next", show=False),
        Binding("shift+tab,up", "app.focus_previous", show=False),
    ]

    def __init__(self, person: Person, words: Words) -> None:
        """Make ready."""
        super().__init__()
        self._person = person
        self._words = words

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
                        yield SafeInput(texts[field.name], id=field.name, compact=True)
            yield Static(words.say("tui.edit.lists"), classes="edit--hint", markup=False)
            yield Static(words.say("tui.edit.aside"), classes="edit--keys", markup=False)

    def on_mount(self) -> None:
        """Begin with the name."""
        self.query_one("#name", SafeInput).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter saves."""
        event.stop()
        texts = {field.id or "": field.value for field in self.query(SafeInput)}
        try:
            params = edit_params(self._person, texts)
        except ValueError as error:
            said = self._words.say("tui.edit.bad_day", text=str(error))
            self.query_one(".edit--hint", Static).update(content(said))
            self.query_one("#met", SafeInput).focus()
            return
        self.dismiss(params)

    def action_leave(self) -> None:
        """Leave all as it was."""
        self.dismiss(None)
