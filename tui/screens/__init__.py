"""Screens: panes put together, rows handed down, commands carried out."""
