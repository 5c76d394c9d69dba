"""The pages of the working file, one module a noun."""
