"""What is typed in one line, read while it is typed."""
