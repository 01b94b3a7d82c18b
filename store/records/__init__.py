"""What is kept: frozen, typed records, and the snapshot that holds them."""
