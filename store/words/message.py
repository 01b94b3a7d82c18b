"""What is said to people: an id and its values, never a sentence."""

from __future__ import annotations

import msgspec


class Message(msgspec.Struct, frozen=True):
    """An id of the catalogues and what fills it.

    Values are numbers, text of the user's, or dates; `Words.tell` gives them their form. A value
    named `n` chooses between singular and plural.
    """

    id: str
    values: dict[str, object] = {}


class Problem(Exception):  # noqa: N818 - the word of the field for what a person reads
    """Something a person can act on; ends as one line and an exit status."""

    status: int = 1
    """Exit status: 1 refused, 2 usage, 3 unknown or ambiguous, 4 data file, 5 busy."""

    def __init__(self, code: str, message: str, **values: object) -> None:
        """Remember what happened.

        Args:
            code: a stable word for programs, e.g. `unknown_person`.
            message: the id of the sentence.
            values: what fills the sentence.
        """
        super().__init__(code)
        self.code = code
        self.message = Message(message, values)


class Refusal(Problem):
    """An action that will not be done, with the reason."""


class UsageProblem(Problem):
    """Words that cannot be meant."""

    status = 2


class UnknownProblem(Problem):
    """A person or a record that is not there, or is there more than once."""

    status = 3


class DataProblem(Problem):
    """The data file cannot be read or written."""

    status = 4


class BusyProblem(Problem):
    """Another session holds the lock for too long."""

    status = 5
