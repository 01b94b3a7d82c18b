"""Finding people; the only user of rapidfuzz."""
