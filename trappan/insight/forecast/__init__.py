"""What the months to come may bring: pure, numbers in and numbers out; no table is read and nobody is named.

`drift` gives the median and the band, `flow` the difference that more places, consultants or newcomers make, and
`backtest` says how often the band has held. NumPy is imported by these files alone, and they by the worker and the
command alone: no web process imports this folder.
"""
