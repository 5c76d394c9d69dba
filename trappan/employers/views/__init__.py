"""The pages about employers, one module a noun."""
