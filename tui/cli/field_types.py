"""The types that a parameter's value may have."""

from __future__ import annotations

import types
from typing import Union, get_args, get_origin


def alternatives(wanted: object) -> tuple[object, ...]:
    """The types of a union, or the one type."""
    if get_origin(wanted) in (Union, types.UnionType):
        return get_args(wanted)
    return (wanted,)
