"""Where people are, one module a noun."""
