"""The Markdown file of the program Friends: activities, notes, friends and locations."""
