"""Extracts for research: which columns there are, what they are called, and how the file is made."""
