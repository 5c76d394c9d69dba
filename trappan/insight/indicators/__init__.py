"""What is counted, and how: each indicator is said once, counted from the spine, and kept as cells.

`definitions` and `breakdowns` are read by anybody; `counting` knows the library that writes one question for several
databases, and is imported by the worker and the commands alone.
"""
