"""A municipality's own words on pages and papers, as they are on a day."""

from collections.abc import Iterable
from datetime import date

from trappan.rules.models import MunicipalText


def texts_of(organisation_id: int | None, written: Iterable[MunicipalText]) -> list[MunicipalText]:
    """Return, of what has been written of a kind, a municipality's own; what is everybody's where it has none.

    Before sign-in nobody's municipality is known: then they are those of the only one that has written any.
    """
    listed = list(written)
    if organisation_id is None:
        owners = {one.organisation_id for one in listed} - {None}
        organisation_id = owners.pop() if len(owners) == 1 else None
    own = [one for one in listed if one.organisation_id == organisation_id]
    return own or [one for one in listed if one.organisation_id is None]


def text_on(kind: str, day: date, organisation_id: int | None) -> str:
    """Return a municipality's words that applied on a day; none where nobody had written any by then."""
    latest_first = texts_of(organisation_id, MunicipalText.objects.filter(kind=kind).order_by("-starts_on"))
    return next((one.text for one in latest_first if one.starts_on <= day), "")
