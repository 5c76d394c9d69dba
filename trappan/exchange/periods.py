"""The periods of which files are delivered, and how they are written."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from trappan.exchange.models import Delivery
from trappan.schedules.months import months_after

Kind = Delivery.Kind
# So many periods back may be ordered.
BACK = {Kind.MONTH: 14, Kind.QUARTER: 5, Kind.YEAR: 3, Kind.ITEMS: 3, Kind.INDIVIDUAL: 3}


@dataclass(frozen=True)
class Period:
    """A kind of file and the first day of its period."""

    kind: str
    first: date

    @property
    def key(self) -> str:
        """Return it as a form sends it."""
        return f"{self.kind}:{self.first.isoformat()}"

    @property
    def words(self) -> str:
        """Return the kind and the period in words."""
        if self.kind == Kind.QUARTER:
            return _("Supervision, %(quarter)s") % {"quarter": self.when}
        return f"{Kind(self.kind).label}: {self.when}"

    @property
    def when(self) -> str:
        """Return the period in words."""
        if self.kind in (Kind.MONTH, Kind.INDIVIDUAL):
            return date_format(self.first, "F Y")
        if self.kind == Kind.QUARTER:
            quarter = (self.first.month + 2) // 3
            return _("quarter %(quarter)s of %(year)s") % {"quarter": quarter, "year": self.first.year}
        return str(self.first.year)

    @property
    def name(self) -> str:
        """Return what its file is called: the kind and the period, of nobody."""
        return f"{self.kind.replace('_', '-')}-{self.first:%Y-%m}"


def periods(today: date) -> Iterator[Period]:
    """Return the periods that are over, kind by kind, the latest first."""
    for kind, back in BACK.items():
        long = Delivery.LONG[kind]
        this = date(today.year, (today.month - 1) // long * long + 1, 1)
        for at in range(1, back + 1):
            yield Period(kind, months_after(this, -long * at))
