"""How well the rhythm finds the ties that are about to be lost, on real contacts, beside rivals."""
