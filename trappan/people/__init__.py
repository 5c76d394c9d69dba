"""Persons, numbers, households, grants, consents: decides who is seen."""
