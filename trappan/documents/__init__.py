"""PDF by Typst: tagged, in the house fonts; and the store of files that colleagues attach."""
