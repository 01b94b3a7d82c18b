"""`trait`: one value of a card added or taken away."""

from __future__ import annotations

from store.actions.trait import WHATS, SetTrait
from tui.cli.answer import Answer
from tui.cli.params import bad_choice
from tui.cli.session import Session
from tui.cli.verb import Given, Parameter, Verb, action_verb, positional


def _trait(session: Session, given: Given) -> Answer:
    """The kind is told by its code, or by a word of either language.

    Raises:
        UsageProblem: where it is neither.
    """
    from tui.typed.trait import what_named

    typed = str(given.get("what", ""))
    what = what_named(typed)
    if what is None:
        raise bad_choice("what", WHATS, "WHAT")
    return session.perform("trait", {**given, "what": what})


TRAIT = Verb(
    name="trait",
    help="cli.help.trait",
    parameters=action_verb(
        "trait",
        "cli.help.trait",
        SetTrait,
        positional("person"),
        Parameter(name="what", positional=True, required=True, choices=WHATS, worded=True),
        positional("value"),
    ).parameters,
    run=_trait,
)
