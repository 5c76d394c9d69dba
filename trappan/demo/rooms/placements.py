"""The town's placements: when sites are closed."""

from datetime import date, timedelta

from trappan.demo.clock import moment
from trappan.demo.town import Site, Town

# When every site is closed in summer, half-open.
SUMMERS = tuple((date(year, 7, 5), date(year, 7, 31)) for year in (2025, 2026))


def close_for_holidays(town: Town, sites: list[Site]) -> None:
    """Close sites for the summers, and over the Christmas to come."""
    for site in sites:
        for first, last in SUMMERS:
            close(town, site, first, last, "Semesterstängt", first - timedelta(days=60))
        close(town, site, date(2026, 12, 21), date(2027, 1, 7), "Julstängt", date(2026, 10, 30))


def close(town: Town, site: Site, first: date, last: date, reason: str, told: date) -> None:
    """Close a site from a day up to another, told some time before."""
    town.rows.add(
        "placements_closure",
        unit_id=site.unit,
        starts_on=first,
        ends_on=last,
        reason=reason,
        author_id=None,
        at=moment(told),
    )
