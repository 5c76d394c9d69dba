"""The participant's own pages, and the colleague's page about the way in."""
