"""vCard 2.1, 3.0 and 4.0: an own tolerant codec that loses nothing in silence."""
