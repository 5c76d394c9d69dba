"""PDF by Typst: tagged, in the house fonts."""
