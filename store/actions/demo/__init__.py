"""An invented network of any size, from a seed and a day."""
