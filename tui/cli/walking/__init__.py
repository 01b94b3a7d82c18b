"""Walking through people in sentences, a line at a time, without a screen."""
