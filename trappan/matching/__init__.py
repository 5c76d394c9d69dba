"""What suits whom: facts in, reasons out, in words. Never a ranking of people, never a decision."""
