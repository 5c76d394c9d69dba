"""Charts: drawn by the worker when figures are prepared, of nothing but what may be told, and read by pages as text."""
