"""Addresses: each room's own list, under its name."""

urlpatterns: list = []
