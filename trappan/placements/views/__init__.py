"""The pages of placements, one module a noun."""
