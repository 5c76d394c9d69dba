"""Dates and numbers as Swedish is written: 12 november 2026, space in thousands, decimal comma."""

DATE_FORMAT = "j F Y"
DATETIME_FORMAT = "j F Y \\k\\l. H.i"
TIME_FORMAT = "H.i"
MONTH_DAY_FORMAT = "j F"
SHORT_DATE_FORMAT = "Y-m-d"
DECIMAL_SEPARATOR = ","
THOUSAND_SEPARATOR = "\u00a0"
NUMBER_GROUPING = 3
FIRST_DAY_OF_WEEK = 1
