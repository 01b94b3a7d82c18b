"""`batch`: one JSON object a line in, one answer a line out, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

import msgspec

from store.records.record import Json
from store.words.message import Problem, UsageProblem
from tui.cli.answer import encoded
from tui.cli.session import Session
from tui.cli.verb import Verb
from tui.history_words import by_session

T = TypeVar("T")


class Name(msgspec.Struct, frozen=True, kw_only=True):
    """What a line is called, read by itself so that a bad order is answered by its name too."""

    id: msgspec.Raw = msgspec.Raw(b"null")
    """Whatever the caller tells its orders apart by; given back as it came."""


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the batch."""

    action: str
    params: dict[str, object] = {}


def run_batch(
    session: Session,
    verbs: Mapping[str, Verb],
    lines: Iterable[bytes],
    *,
    in_ascii: bool = False,
) -> Iterator[tuple[bool, str]]:
    """Answer each line: whether it was done, and the JSON to print.

    An order is answered only once its change is durable; a bad one is answered, and the rest goes
    on.

    Args:
        session: the data and the words.
        verbs: what may be ordered, by name.
        lines: the orders.
        in_ascii: whether all letters but ASCII's are escaped in the answers.
    """
    for line in lines:
        if not line.strip():
            continue
        key: object = None
        try:
            key = msgspec.json.decode(_read(line, Name).id)
            order = _read(line, Order)
            verb = verbs.get(order.action)
            if verb is None:
                raise UsageProblem("unknown_action", "problem.unknown_action", action=order.action)
            value = verb.run(session, _checked(verb, order.params)).in_json()
            answer: dict[str, object] = {"id": key, "ok": True, "result": value}
        except Problem as problem:
            answer = {"id": key, "ok": False, "error": error_value(session, problem)}
        yield bool(answer["ok"]), encoded(msgspec.to_builtins(answer), in_ascii=in_ascii)


def _checked(verb: Verb, params: dict[str, object]) -> dict[str, object]:
    """The parameters, if they are all known; an action's own are checked by the action."""
    known = {each.name for each in verb.parameters}
    for name in params:
        if name not in known and not verb.more:
            raise UsageProblem("unknown_parameter", "problem.unknown_parameter", name=name)
    missing = [
        each.name
        for each in verb.parameters
        if each.required and each.name not in params and each.name != "row"
    ]
    if missing:
        raise UsageProblem("missing_parameter", "problem.missing_parameter", name=missing[0])
    return params


def _read(line: bytes, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(line, type=kind)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise UsageProblem("bad_line", "problem.bad_line", why=str(error)) from error


def error_value(session: Session, problem: Problem) -> dict[str, Json]:
    """A problem as JSON."""
    said = by_session(problem.message, session.service.session)
    return {"code": problem.code, "message": session.tell(said)}
