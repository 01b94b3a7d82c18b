"""Plain lists of names, as pasted or typed: one person a line, or addresses in a row."""
