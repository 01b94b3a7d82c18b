"""From one layer of closeness to the next."""

from __future__ import annotations

from typing import Literal

from store.records.kinds import LAYERS, Layer


def next_layer(layer: Layer | None, *, closer: bool) -> Layer | Literal[0] | None:
    """One layer closer or farther; 0 takes it away, None where there is none to go to."""
    if layer is None:
        return LAYERS[-1] if closer else None
    index = LAYERS.index(layer) + (-1 if closer else 1)
    if index < 0:
        return None
    return LAYERS[index] if index < len(LAYERS) else 0
