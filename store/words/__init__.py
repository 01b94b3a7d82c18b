"""Message catalogues, and what turns dates and counts into words."""
