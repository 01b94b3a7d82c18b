"""People written as tables: with columns of our own, and with those of Google Contacts."""
