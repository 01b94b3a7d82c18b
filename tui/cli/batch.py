"""`batch`: one JSON object a line in, one answer a line out, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from store.records.record import Json
from store.words.message import Problem, UsageProblem
from tui.cli.answer import encoded
from tui.cli.session import Session
from tui.cli.verb import Verb
from tui.history_words import by_session

NO_KEY = msgspec.Raw(b"null")
"""Of a line that has no `id`."""


class Key(msgspec.Struct, frozen=True, kw_only=True):
    """What a line is called."""

    id: msgspec.Raw = NO_KEY
    """Whatever the caller tells its orders apart by; given back byte for byte."""


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
        key = NO_KEY
        try:
            told = _object(line)
            key = msgspec.json.decode(line, type=Key).id
            order = _order(told)
            verb, params = _meant(order, verbs)
            value = msgspec.to_builtins(verb.run(session, _checked(verb, params)).in_json())
            answer: dict[str, object] = {"id": key, "ok": True, "result": value}
        except Problem as problem:
            answer = {"id": key, "ok": False, "error": error_value(session, problem)}
        yield bool(answer["ok"]), encoded(answer, in_ascii=in_ascii)


def _meant(order: Order, verbs: Mapping[str, Verb]) -> tuple[Verb, dict[str, object]]:
    """The command of an order and its parameters; "timer start" is `timer` with `what` told."""
    name, _, what = order.action.partition(" ")
    verb = verbs.get(name)
    if verb is None or (what and not any(each.name == "what" for each in verb.parameters)):
        raise UsageProblem("unknown_action", "problem.unknown_action", action=order.action)
    return verb, {**order.params, "what": what} if what else order.params


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


def _object(line: bytes) -> dict[str, object]:
    """What a line tells by name.

    Raises:
        UsageProblem: where it is no JSON, or no object.
    """
    try:
        told = msgspec.json.decode(line)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise UsageProblem("bad_line", "problem.line_no_json") from error
    if not isinstance(told, dict):
        raise UsageProblem("bad_line", "problem.line_no_object")
    return told


def _order(told: Mapping[str, object]) -> Order:
    """The order of a line, whose name is known by now, so that it is answered by it.

    Raises:
        UsageProblem: where it says no action, or its parameters are no object.
    """
    action, params = told.get("action"), told.get("params", {})
    if not isinstance(action, str):
        raise UsageProblem("bad_line", "problem.line_no_action")
    if not isinstance(params, dict):
        raise UsageProblem("bad_line", "problem.line_no_params")
    return Order(action=action, params=params)


def error_value(session: Session, problem: Problem) -> dict[str, Json]:
    """A problem as JSON."""
    said = by_session(problem.message, session.service.session)
    return {"code": problem.code, "message": session.tell(said)}
