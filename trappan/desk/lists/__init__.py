"""The lists of people and cases: what a row says, and how each list is walked, sorted and made a file."""
