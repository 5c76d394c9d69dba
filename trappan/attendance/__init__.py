"""The day: marks, findings, reports and incidents from the site, the talk about absence, attended time."""
