"""What became of those who began: pure, months and ways out in, and shares out; no table is read and nobody is named.

`competing` reckons, `telling` says what of it may be told. What a page imports (`words`) imports neither.
"""
