"""The pages of what there is, one module a noun."""
