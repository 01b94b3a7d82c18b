"""Headers of mail: who wrote to whom and when, never what."""
