"""Trappan: from social assistance to self-support, step by step."""

__version__ = "0.1.0"
