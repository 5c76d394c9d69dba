"""The activity requirement: who comes under it and why, exemptions, and the request to take part."""
