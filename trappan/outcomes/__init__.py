"""Exits, the one-month check."""
