"""Columns of LinkedIn's files, in every name they are known to bear.

The English names were seen in real files; the French and German ones are told by third parties
only and stand here unverified.
"""

from __future__ import annotations

from store.formats.csv_table import Columns

CONNECTIONS: Columns = {
    "first": ("First Name", "Prénom", "Vorname"),
    "last": ("Last Name", "Nom", "Nom de famille", "Nachname"),
    "url": ("URL", "Profile URL", "URL du profil", "Profil-URL"),
    "email": ("Email Address", "Adresse e-mail", "E-Mail-Adresse", "Email"),
    "company": ("Company", "Entreprise", "Société", "Unternehmen"),
    "position": ("Position", "Poste"),
    "on": ("Connected On", "Date de connexion", "Connecté le", "Verbunden am"),
}
CONNECTIONS_NEEDED = ("first", "last", "on")

MESSAGES: Columns = {
    "conversation": ("CONVERSATION ID",),
    "from": ("FROM",),
    "from_url": ("SENDER PROFILE URL",),
    "to": ("TO",),
    "to_urls": ("RECIPIENT PROFILE URLS", "RECIPIENT PROFILE URL"),
    "date": ("DATE",),
    "content": ("CONTENT",),
    "folder": ("FOLDER",),
    "message_draft": ("IS MESSAGE DRAFT",),
    "conversation_draft": ("IS CONVERSATION DRAFT",),
}
MESSAGES_NEEDED = ("conversation", "from", "to", "date")

POSITIONS: Columns = {
    "company": ("Company Name",),
    "title": ("Title",),
    "start": ("Started On",),
    "end": ("Finished On",),
}
POSITIONS_NEEDED = ("company", "title", "start")

EDUCATION: Columns = {
    "school": ("School Name",),
    "start": ("Start Date",),
    "end": ("End Date",),
    "degree": ("Degree Name",),
}
EDUCATION_NEEDED = ("school", "degree")

PROFILE: Columns = {
    "first": ("First Name",),
    "last": ("Last Name",),
    "headline": ("Headline",),
    "industry": ("Industry",),
    "place": ("Geo Location",),
}
PROFILE_NEEDED = ("first", "last", "headline")

LANGUAGES: Columns = {"name": ("Name",), "proficiency": ("Proficiency",)}
LANGUAGES_NEEDED = ("name", "proficiency")

EMAILS: Columns = {
    "email": ("Email Address",),
    "confirmed": ("Confirmed",),
    "primary": ("Primary",),
}
EMAILS_NEEDED = ("email", "confirmed", "primary")

INVITATIONS: Columns = {
    "from": ("From",),
    "to": ("To",),
    "sent": ("Sent At",),
    "message": ("Message",),
    "way": ("Direction",),
    "from_url": ("inviterProfileUrl",),
    "to_url": ("inviteeProfileUrl",),
}
INVITATIONS_NEEDED = ("from", "to", "sent", "way")

OTHERS: tuple[Columns, ...] = (
    {"first": ("FirstName",), "emails": ("Emails",), "created": ("CreatedAt",)},
)
"""Files of the export that hold nothing used here: contacts uploaded from a telephone. All their
columns must be there."""
