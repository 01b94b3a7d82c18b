"""Folding: words as they are compared, not as they are written."""

from __future__ import annotations


def fold(text: str) -> str:
    """Lower case, without accents, in ASCII: Łukasz is lukasz, Straße strasse, cœur coeur.

    Words of scripts without case are transliterated; text that is all ASCII costs one call.
    """
    if text.isascii():
        return text.lower()
    # Loaded only where a text needs it: most keystrokes and most names do not.
    from anyascii import anyascii

    return str(anyascii(text)).lower()
