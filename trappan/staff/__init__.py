"""Organisations, units, memberships, sign-in."""
