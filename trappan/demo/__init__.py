"""The invented town and its tour."""
