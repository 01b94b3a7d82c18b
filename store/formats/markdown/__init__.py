"""People written as Markdown."""
