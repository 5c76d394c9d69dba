"""Lists: columns to sort by, pages by a place that says nothing, filters in the address, a file of what is seen."""
