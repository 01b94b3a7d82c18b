"""Exports of Monica 4: JSON and SQL, read to one account and made people.

Source: Monica's own exporters, `JsonExportAccount` and `SqlExportAccount` (release 4).
"""
