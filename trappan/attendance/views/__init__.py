"""The pages of the day and of what came of it, one module a noun."""
