"""Activities, places, placements, attendance."""
