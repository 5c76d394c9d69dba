"""Asking the database's own functions, and bringing its rules to today's text."""
