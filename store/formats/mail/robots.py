"""What lists, robots and mass mailings are known by: nobody there waits for an answer."""

from __future__ import annotations

import re

from store.formats.mail.headers import Headers

_MARKS = frozenset(
    {
        b"feedback-id",
        b"newsgroups",
        b"x-autoreply",
        b"x-autorespond",
        b"x-auto-response-suppress",
        b"x-campaign",
        b"x-campaignid",
        b"x-csa-complaints",
        b"x-mailing-list",
        b"mailing-list",
    }
)
"""Headers that only they have, besides all that begin with `List-`."""

_MANY = frozenset({b"bulk", b"list", b"junk", b"auto_reply"})

_ROBOT = re.compile(
    r"(?:^|[._+=-])(?:no[._-]?reply|(?:do|ne)[._-]?not[._-]?reply|dont[._-]?reply|"
    r"(?:ne|pas)[._-]?(?:pas[._-]?)?repondre|mailer[._-]?daemon|postmaster|bounces?|"
    r"notif(?:y|ications?)|newsletters?|alerts?|automated|autoreply|auto[._-]confirm|robot)"
    r"(?:$|[._+=0-9-])"
)


def is_bulk(headers: Headers) -> bool:
    """Whether a message was sent to many or by a machine, or marked as spam."""
    if not _MARKS.isdisjoint(headers) or any(name.startswith(b"list-") for name in headers):
        return True
    return (
        headers.get(b"precedence", b"").lower() in _MANY
        or headers.get(b"auto-submitted", b"no").lower().partition(b";")[0].strip() != b"no"
        or headers.get(b"return-path") == b"<>"
        or headers.get(b"x-spam-flag", b"").lower() == b"yes"
    )


def is_robot(address: str) -> bool:
    """Whether an address is one to which nobody writes: `no-reply@`, `notifications@`.

    Args:
        address: in lower case.
    """
    return _ROBOT.search(address.partition("@")[0]) is not None
