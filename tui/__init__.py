"""The program: entry point, composition, commands, screens and command line."""
