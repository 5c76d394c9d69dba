"""Disclosure control: what of the figures is told, so that nobody can be worked out from all that is told together.

`plan` says which breakdowns there are, `publishing` hides what would tell of somebody, `corrections` what becomes of
figures that are told already. No table is read, and nothing here knows Django's
models. What the web imports (`plan`) imports no solver.
"""

FEWEST = 5  # of fewer people nothing is told, and none is not few
