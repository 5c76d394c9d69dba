"""Journeys are read and written by those who hold the plan: they tell where somebody lives, and no site's to know."""

from trappan.secrecy.tables import Table

TABLES = [Table("matching_journey", "plan", insert=True, signed="author_id", update=("minutes",), versions="plan")]
