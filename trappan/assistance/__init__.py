"""Applications and support months."""
