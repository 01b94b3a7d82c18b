"""A LinkedIn export as it is downloaded, of any size, made up here."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path

ME = "Camille Moreau", "https://www.linkedin.com/in/camillemoreau"

FIRST = ("Ana", "Björn", "Chloé", "Davor", "Élise", "Farid", "Greta", "Hugo", "Inès", "Jonas")
LAST = ("Almeida", "Berger", "Costa", "Dupont", "Ek", "Fontaine", "Garcia", "Haddad", "Ito", "Jung")
WORK = ("Aubier", "Borealis", "Cadmium", "Delta & Sons", "Écho")
ROLES = ("Engineer", "Head of Research", "Journalist", "Buyer", "Teacher")

HEAD = ("First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On")
MESSAGES_HEAD = (
    "CONVERSATION ID",
    "CONVERSATION TITLE",
    "FROM",
    "SENDER PROFILE URL",
    "TO",
    "RECIPIENT PROFILE URLS",
    "DATE",
    "SUBJECT",
    "CONTENT",
    "FOLDER",
)


def name_of(number: int) -> tuple[str, str]:
    """First and last name of the connection of a number; each is borne once."""
    first = FIRST[number % len(FIRST)]
    return first, f"{LAST[number // len(FIRST) % len(LAST)]} {_letters(number)}"


def _letters(number: int) -> str:
    text = ""
    while True:
        number, rest = divmod(number, 26)
        text += chr(ord("a") + rest)
        if not number:
            return text.capitalize()


def url_of(number: int) -> str:
    """Their profile."""
    return f"https://www.linkedin.com/in/person-{number}"


def full_name(number: int) -> str:
    """Their name as messages give it."""
    return " ".join(name_of(number))


def write_export(
    folder: Path, today: date, connections: int, both_ways: int, only_theirs: int = 0
) -> Path:
    """Write Connections.csv and messages.csv into a folder and give it back.

    Args:
        folder: is made.
        today: all lies before it.
        connections: how many people.
        both_ways: with so many of them, the first, letters went both ways.
        only_theirs: so many more of them wrote and were never answered.
    """
    folder.mkdir(parents=True)
    with (folder / "Connections.csv").open("w", encoding="utf-8", newline="") as file:
        file.write('Notes:\n"Some addresses may be missing."\n\n')
        table = csv.writer(file)
        table.writerow(HEAD)
        for number in range(connections):
            first, last = name_of(number)
            day = today - timedelta(days=40 + number % 3000)
            mail = f"{first.lower()}.{number}@example.org" if number % 25 == 0 else ""
            work, role = WORK[number % len(WORK)], ROLES[number // 7 % len(ROLES)]
            row = (first, last, url_of(number), mail, work, role, day.strftime("%d %b %Y"))
            table.writerow(row)
    with (folder / "messages.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(MESSAGES_HEAD)
        for number in range(both_ways + only_theirs):
            they, answered = (full_name(number), url_of(number)), number < both_ways
            day = today - timedelta(days=20 + 23 * number % 1500)
            table.writerow(_letter(number, they, ME, day))
            if answered:
                table.writerow(_letter(number, ME, they, day + timedelta(days=2)))
                table.writerow(_letter(number, they, ME, day + timedelta(days=3)))
    return folder


def _letter(
    conversation: int, sender: tuple[str, str], to: tuple[str, str], day: date
) -> tuple[str, ...]:
    when = f"{day.isoformat()} 09:30:00 UTC"
    return (f"c{conversation}", "", *sender, *to, when, "", "Hello", "INBOX")
