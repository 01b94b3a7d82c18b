"""One change a file: typed parameters in, an invertible change set out."""
