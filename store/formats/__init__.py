"""One file a format, in or out."""
