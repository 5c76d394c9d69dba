"""What the municipality sets out to do for a time with money of its own, how many took part, and what goes on after."""
