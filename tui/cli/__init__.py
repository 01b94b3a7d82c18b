"""The command line; never loads Textual."""
