"""Pages: for the colleague, and for whoever has a link."""
