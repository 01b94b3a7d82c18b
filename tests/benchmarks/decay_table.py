"""How well the rhythm finds the ties about to be lost, beside rivals, on real contacts.

    python tests/benchmarks/decay_table.py [--refit] [SET ...]

Prints a table a set in Markdown: every measure as a mean over people with its interval of 95 %
(1,000 draws of people), then by how much our rule beats each rival, person by person. `--refit`
prints the parameters of BG/NBD fitted anew. The files are looked for in `$ARROSOIR_SHARED` or
`shared` beside the repository.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from decay import bgnbd
from decay.cases import Look, looks_at
from decay.contact_sets import SETS, ContactSet, correspondence_in, folder_of
from decay.evaluation import MEASURES, Results, Scored, advantage, evaluated
from decay.metrics import estimate
from decay.own_rule import OWN, own_rules
from decay.rivals import rivals_of

ROOT = Path(__file__).parent.parent.parent

COMPARED = ("lost_auc", "value_captured")


def print_set(chosen: ContactSet, looks: list[Look]) -> None:
    """Both tables of one set."""
    ties = sum(len(look.ties) for look in looks)
    egos, days = {look.ego for look in looks}, {look.day for look in looks}
    print(
        f"\n### {chosen.name}: {len(egos)} people on {len(days)} days, {len(looks)} looks at "
        f"{ties} ties; quiet for {chosen.horizon} days, lost for {chosen.follow_up}\n"
    )
    rivals = rivals_of(chosen.name)
    scores = {name: Scored(score, is_chance=True) for name, score in own_rules().items()}
    scores |= {name: Scored(score) for name, score in rivals.items()}
    results = evaluated(looks, scores, chosen.horizon, chosen.follow_up)
    print_row("score", *MEASURES.values())
    print_row(*["---"] * (len(MEASURES) + 1))
    for name, by_measure in results.items():
        print_row(name, *(str(estimate(by_measure[each].values())) for each in MEASURES))
    print_differences(results, list(rivals))


def print_differences(results: Results, rivals: list[str]) -> None:
    """By how much each form of our rule beats each rival."""
    heads = [f"{MEASURES[measure]}, {ours}" for measure in COMPARED for ours in OWN]
    print()
    print_row("ours less this rival", *heads)
    print_row(*["---"] * (len(heads) + 1))
    for rival in rivals:
        gains = [advantage(results, ours, rival, measure) for measure in COMPARED for ours in OWN]
        print_row(
            rival, *(f"{gain.mean:+.3f} [{gain.low:+.3f}, {gain.high:+.3f}]" for gain in gains)
        )


def print_row(*cells: str) -> None:
    """One row in Markdown."""
    print("| " + " | ".join(cells) + " |", flush=True)


def main(words: list[str]) -> None:
    """Print the sets that are named, or all."""
    shared = Path(os.environ.get("ARROSOIR_SHARED") or ROOT.parent / "shared")
    named = [word for word in words if not word.startswith("--")]
    for chosen in SETS:
        if named and chosen.name not in named:
            continue
        path = folder_of(shared) / chosen.file
        if not path.exists():
            print(f"no contacts: {path} is not there (ARROSOIR_SHARED names another folder)")
            continue
        looks = list(looks_at(correspondence_in(path), chosen))
        if "--refit" in words:
            print(chosen.name, bgnbd.fitted(looks), flush=True)
        else:
            print_set(chosen, looks)


if __name__ == "__main__":
    main(sys.argv[1:])
