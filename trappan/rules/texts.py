"""The municipality's own words on pages and papers, as they are on a day."""

from datetime import date

from trappan.rules.models import MunicipalText


def text_on(kind: str, day: date) -> str:
    """Return the words that applied on a day; none where nobody had written any by then."""
    latest = MunicipalText.objects.filter(kind=kind, starts_on__lte=day).order_by("-starts_on")
    return latest.values_list("text", flat=True).first() or ""
