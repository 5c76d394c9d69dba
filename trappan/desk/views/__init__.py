"""The pages that gather a colleague's day, one module a page."""
