"""What a key can do: every command declared once, a file for each family."""
