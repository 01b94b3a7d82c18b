"""One account of Monica, as each of its two exports writes it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

PHOTO = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUg=="


def account() -> dict[str, Any]:
    """The account as JSON has it."""
    whole: dict[str, Any] = json.loads(as_json())
    return whole


def as_json() -> bytes:
    return Path(__file__).with_name("monica_account.json").read_bytes()


def as_sql() -> bytes:
    return Path(__file__).with_name("monica_dump.sql").read_bytes()
