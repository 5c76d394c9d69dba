"""The pages of the requirement, one module a noun."""
