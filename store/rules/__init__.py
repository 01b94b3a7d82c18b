"""Pure rules: records and a date in, values with their reasons out."""
