"""What can be set right in damaged files, each kind in a file of its own: proposed, then done."""
