"""The whole network in one JSON file, out and in.

The document is one object in UTF-8, one record a line:

    {"format": "arrosoir", "version": 1, "exported": "2026-11-25T09:30:00+01:00",
     "whole": true, "private": false,
     "people": [...], "interactions": [...], "follow_ups": [...], "exchanges": [...],
     "introductions": [...], "events": [...], "circles": [...], "time_entries": [...],
     "slots": [...], "templates": [...],
     "me": {...},
     "parts": {"SHA-256": "base64", ...}}

- `format` is always `arrosoir`; `version` grows when an older program could no longer read it.
- `exported` is the moment of writing, in ISO 8601 with the offset from UTC.
- `whole` is false where only some people were wanted: then there are their records alone, which
  name nobody else, and neither `me` nor `templates`, nor time that is about nobody.
- `private` is false where private notes (`private_notes`) were left out.
- Each table is a list of records as the data file keeps them: `id` first, fields at their default
  left out, days as `2026-11-25`, moments with their offset, people named by their ids. Fields that
  the program did not know stand as they were. `me` is the user's own card, null where there is
  none.
- `parts` holds what is too large for a record. A property with the value
  `arrosoir-part:sha256-DIGEST` stands for the part of that digest: the raw value of the property
  as text in UTF-8, in base64.

What is not in it: the history, who was forgotten, settings, and tables of other programs.
"""
