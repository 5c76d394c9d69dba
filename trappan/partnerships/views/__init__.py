"""One function a page: the partners, their agreements, and the money of these."""
