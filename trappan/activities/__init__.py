"""What there is: activities described and found, their places and capacity, places to come."""
