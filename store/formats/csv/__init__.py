"""Tables of contacts in text, of known programs and of any other."""
