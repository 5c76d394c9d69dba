"""Seasons: a first and a last month, which may go over New Year."""

from django.utils.dates import MONTHS

Season = tuple[int, int]


def is_in_season(month: int, season: Season | None) -> bool:
    """Tell whether a month, 1 to 12, lies in a season; without one it always does."""
    if season is None:
        return True
    first, last = season
    return first <= month <= last if first <= last else month >= first or month <= last


def in_words(season: Season) -> str:
    """Return a season as it is read: mars–oktober."""
    return f"{MONTHS[season[0]]}–{MONTHS[season[1]]}"
