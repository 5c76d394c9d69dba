"""Start page, search, the person page, the log: where the rooms come together."""
