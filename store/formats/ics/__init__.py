"""Calendars: meetings read from them, and the feed that calendar programs subscribe to."""
