"""All of Arrosoir that is true without a screen."""
