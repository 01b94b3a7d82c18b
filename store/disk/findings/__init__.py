"""What a look at the data file and all that belongs to it finds; nothing is changed by looking."""
