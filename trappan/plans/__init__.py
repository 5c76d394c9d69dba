"""Kartläggning, plan and week, goals, the staircase and one's own view."""
