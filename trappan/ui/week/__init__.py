"""The hours of a week, pressed: rows of days and times, and the grid that is drawn from them.

The rows are the truth. A row is the same hours on one or several days; the grid shows them, and an empty
hour in it is a button that puts the hour into a row. Nothing is saved before the form is sent.
"""
