"""The pages of what suits whom, one module a page."""
