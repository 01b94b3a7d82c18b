"""French universities that go by a number or by somebody's name."""

from __future__ import annotations

NUMBERED: dict[str, tuple[str, ...]] = {
    "paris 1": ("pantheon sorbonne",),
    "paris 2": ("pantheon assas", "paris assas"),
    "paris 3": ("sorbonne nouvelle",),
    "paris 4": ("paris sorbonne",),
    "paris 5": ("rene descartes", "paris descartes"),
    "paris 6": ("pierre marie curie", "upmc"),
    "paris 7": ("denis diderot", "paris diderot"),
    "paris 8": ("vincennes saint denis", "paris vincennes"),
    "paris 9": ("paris dauphine psl", "paris dauphine", "dauphine psl", "dauphine"),
    "paris 10": ("paris ouest nanterre defense", "paris nanterre", "nanterre"),
    "paris 11": ("paris sud orsay", "paris sud"),
    "paris 12": ("paris est creteil val marne", "paris est creteil", "upec"),
    "paris 13": ("sorbonne paris nord", "paris nord"),
    "lyon 1": ("claude bernard", "ucbl"),
    "lyon 2": ("lumiere lyon", "lumiere"),
    "lyon 3": ("jean moulin",),
    "grenoble 1": ("joseph fourier", "ujf"),
    "grenoble 2": ("pierre mendes france", "upmf"),
    "grenoble 3": ("stendhal",),
    "toulouse 1": ("toulouse capitole", "capitole"),
    "toulouse 2": ("toulouse jean jaures", "jean jaures", "toulouse mirail"),
    "toulouse 3": ("paul sabatier",),
    "bordeaux 2": ("victor segalen", "bordeaux segalen"),
    "bordeaux 3": ("michel montaigne", "bordeaux montaigne"),
    "bordeaux 4": ("montesquieu",),
    "lille 3": ("charles gaulle",),
    "montpellier 3": ("paul valery",),
    "strasbourg 1": ("louis pasteur",),
    "strasbourg 2": ("marc bloch",),
    "strasbourg 3": ("robert schuman",),
}
"""What stands for a number; only beside the word university or that number, since a lycée may bear
the name too. The words are as compared: folded, without small words."""

ALWAYS = frozenset({"upmc", "ucbl", "ujf", "upmf", "upec"})
"""Names of no other institution, whatever stands beside them."""
