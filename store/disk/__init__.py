"""The data file; the only user of tinydb."""
