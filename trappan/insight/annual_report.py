"""A partner's report of a year as page and paper tell it: frozen figures, last year's and today's beside them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trappan.insight.told import in_words, signed
from trappan.partnerships.models import AnnualReport, ReportFigures

Name = tuple[str, str, str]  # which figure, by what, which part
# In the order of the page; the first of each is the whole of those after it. The names are the worker's, who counts
# (partner_year.py): that knows a solver, and no page does.
FIGURES: dict[Name, Promise] = {
    ("places", "", ""): gettext_lazy("Places at the end of the year"),
    ("people", "", ""): gettext_lazy("Took part"),
    ("people", "gender", "K"): gettext_lazy("of them women"),
    ("people", "gender", "M"): gettext_lazy("of them men"),
    ("hours_attended", "", ""): gettext_lazy("Hours attended"),
    ("hours_planned", "", ""): gettext_lazy("Hours in their weeks"),
    ("began", "", ""): gettext_lazy("Began in the year"),
    ("began", "gender", "K"): gettext_lazy("of them women"),
    ("began", "gender", "M"): gettext_lazy("of them men"),
    ("began", "moved", "up"): gettext_lazy("of them up at least a step since the start"),
    ("began", "moved", "same"): gettext_lazy("of them on the same step"),
    ("began", "moved", "down"): gettext_lazy("of them on a lower step"),
    ("began", "moved", "unknown"): gettext_lazy("of them not assessed since the start"),
    ("ended", "", ""): gettext_lazy("Ended a place in the year"),
    ("ended", "gender", "K"): gettext_lazy("of them women"),
    ("ended", "gender", "M"): gettext_lazy("of them men"),
    ("people", "way", "work"): gettext_lazy("Left for work in the year"),
    ("people", "way", "studies"): gettext_lazy("Left for studies in the year"),
    ("people", "way", "closer"): gettext_lazy("Left for an internship or municipal employment"),
    ("people", "way", "otherwise"): gettext_lazy("Left otherwise"),
    ("people", "way", "stayed"): gettext_lazy("Had not left by the end of the year"),
}
Figures = Mapping[Name, Mapping[str, Any]]


@dataclass(frozen=True)
class Said:
    """A figure as a reader is told it: in words, held back, or not there where the year was not counted."""

    value: int | None
    is_hidden: bool = False

    @property
    def is_known(self) -> bool:
        """Tell whether the figure was counted at all."""
        return self.value is not None or self.is_hidden

    @property
    def words(self) -> str:
        return _("hidden") if self.is_hidden else in_words(self.value)


@dataclass(frozen=True)
class Line:
    """A figure of a report, a part with its `whole`: last year's, as it is frozen, and as it is told today."""

    title: str
    whole: str
    before: Said
    frozen: Said
    now: Said
    is_corrected: bool

    @property
    def is_part(self) -> bool:
        return bool(self.whole)

    @property
    def full_title(self) -> str:
        """Return what the figure is called where it stands alone: took part, of them women."""
        return f"{self.whole}, {self.title}" if self.whole else self.title

    @property
    def difference(self) -> str:
        """Return how much more it is than last year, with its sign; empty where either is not told."""
        if self.before.value is None or self.frozen.value is None:
            return ""
        return signed(self.frozen.value - self.before.value)

    @property
    def has_changed(self) -> bool:
        """Tell whether something else is told today, shown or held back; of what was not counted then nothing has."""
        return self.frozen.is_known and self.now != self.frozen


def named(figures: Iterable[Mapping[str, Any]]) -> Figures:
    """Return what is kept of figures by their names."""
    return {(one["name"], one["by"], one["part"]): one for one in figures}


def said(figures: Figures, name: Name) -> Said:
    """Return one figure; a part that nobody is in is none where there are others of its breakdown."""
    found = figures.get(name)
    if found is None:
        return Said(0 if any(other[:2] == name[:2] for other in figures) else None)
    return Said(found["value"], not found["shown"])


def lines(before: Figures, frozen: Figures, now: Figures) -> list[Line]:
    """Return the figures of a report, each beside last year's and today's; what neither year has is left out."""
    found = []
    whole = ""
    for name, title in FIGURES.items():
        last, this, today = (said(one, name) for one in (before, frozen, now))
        is_part = name[1] not in ("", "way")
        whole = whole if is_part else str(title)
        if last.is_known or this.is_known:
            corrected = name in frozen and now.get(name, {}).get("corrected", False) and not frozen[name]["corrected"]
            found.append(Line(str(title), whole if is_part else "", last, this, today, corrected))
    return found


def latest(report: AnnualReport) -> ReportFigures | None:
    """Return the figures of a report as they were frozen last."""
    return report.frozen.select_related("author__colleague").first()


def year_before(report: AnnualReport) -> Figures:
    """Return the frozen figures of the report before, of the same agreement or of the one that it follows."""
    agreements = [report.agreement_id, report.agreement.succeeds_id]
    found = ReportFigures.objects.filter(report__agreement__in=agreements, report__year=report.year - 1)
    return named(one.figures if (one := found.first()) else ())


def texts(report: AnnualReport) -> Sequence[tuple[str, str]]:
    """Return the sections that the partner writes, each under its heading."""
    return (
        (_("What we did"), report.done),
        (_("What we learnt, and what did not go as we thought"), report.learnt),
        (_("What we ask for"), report.asks),
    )
