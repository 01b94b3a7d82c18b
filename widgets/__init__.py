"""Panes: plain rows in, messages out."""
