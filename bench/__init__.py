"""Measures of speed; see __main__."""
