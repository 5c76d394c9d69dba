"""My Trappan: the participant's own pages, and the way in to them."""
