"""By what way a meeting is held, told by where it is and what it is called."""

from __future__ import annotations

import re

from store.records.kinds import Kind
from store.words.fold import fold

LOOKED_AT = 2000
"""Characters of a place that are looked at."""

_VIDEO_ADDRESS = re.compile(
    r"zoom\.us|zoomgov\.com|teams\.(?:microsoft|live)\.com|meet\.google\.com|webex\.com|meet\.jit\.si"
    r"|whereby\.com|gotomeet|bigbluebutton|bbb\.|visio\.|meet\.|jitsi|skype\.com|livestorm\.co"
    r"|facetime\.apple\.com|chime\.aws|hangouts\.google\.com"
)
_VIDEO_PLACE = re.compile(
    r"\b(?:teams|zoom|google meet|meet|visio\w*|webex|jitsi|whereby|skype|hangouts?|facetime|bbb"
    r"|video\w*|online|en ligne|a distance|remote)\b"
)
_VIDEO_TITLE = re.compile(
    r"\b(?:zoom|google meet|visio\w*|webex|skype|facetime|video ?(?:call|conference|chat)"
    r"|appel video)\b"
)
_CALL_PLACE = re.compile(r"\btel:|\b(?:phone|tel|telephone|call|appel|telefon|mobile|dial-in)\b")
_CALL_TITLE = re.compile(
    r"\b(?:phone|phone ?call|call|telephone|tel|telefonat|coup de fil|appel)\b"
    r"(?! (?:d.offre|a projet|for papers|a contribution|a candidature|center|centre))"
)
_NUMBER = re.compile(r"(?:tel:)?\s*\+?[\d\s().-]{8,24}")
_ADDRESS = re.compile(r"https?://\S+")


def medium_of(summary: str, location: str, addresses: tuple[str, ...] = ()) -> Kind:
    """In person, by video or by telephone.

    Args:
        summary: what the meeting is called.
        location: where it is.
        addresses: of the web and of telephones, as the event names them beside the place. Programs
            add a video conference to every event, so that they count only where no place is given.
    """
    place = fold(location[:LOOKED_AT])
    title = fold(summary[:LOOKED_AT])
    links = " ".join(_ADDRESS.findall(place))
    if _VIDEO_ADDRESS.search(links) or _VIDEO_PLACE.search(place):
        return "video"
    if _CALL_PLACE.search(place) or _NUMBER.fullmatch(place):
        return "call"
    if _VIDEO_TITLE.search(title):
        return "video"
    if _CALL_TITLE.search(title):
        return "call"
    if not _ADDRESS.sub("", place).strip():
        beside = fold(" ".join(addresses)[:LOOKED_AT])
        if _VIDEO_ADDRESS.search(beside):
            return "video"
        if "tel:" in beside:
            return "call"
    return "in_person"
