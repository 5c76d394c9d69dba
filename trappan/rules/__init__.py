"""Dated rule sets and code tables: what the law and the municipality decide, as data and not logic."""
