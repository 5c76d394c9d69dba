"""What did not come to those whom a colleague works with: letters to print, and addresses that do not work."""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import JSONField
from django.db.models.expressions import RawSQL
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trappan.cases.models.case import CaseQuerySet
from trappan.desk.case_rows import Line
from trappan.desk.work.rows import Queue, Row, person_url

# The same for all cases, so that it comes with the newest of them alone.
MINE = """CASE WHEN row_number() OVER (ORDER BY cases_case.opened_on DESC, cases_case.id DESC) = 1
  THEN (SELECT jsonb_agg(to_jsonb(u)) FROM desk_undelivered() u) END"""
WHAT = {
    "letter": gettext_lazy("A letter waits to be printed or posted"),
    "dead": gettext_lazy("A number or an e-mail address does not work"),
    "back": gettext_lazy("A message did not come"),
    "number": gettext_lazy("Somebody signed in with a number that the person had before: whose is it now?"),
}


def with_undelivered(cases: CaseQuerySet) -> CaseQuerySet:
    """Add what did not come (`undelivered`) in the question for the cases: a start page asks a dozen."""
    return cases.annotate(undelivered=RawSQL(MINE, [], output_field=JSONField()))  # noqa: S611  # nothing is put in


def undelivered(mine: Sequence[Line]) -> Queue:
    """Return what did not come to those whom one works with, the oldest first."""
    told = [one for line in mine for one in getattr(line.case, "undelivered", None) or ()]
    rows = [
        Row(
            one["name"],
            person_url(one["person_id"]),
            str(WHAT[one["what"]]),
            localtime(datetime.fromisoformat(one["since"])).date(),
            _("Print") if one["what"] == "letter" else _("See to it"),
            done_at(one["what"], one["person_id"]),
        )
        for one in told
    ]
    return Queue(
        _("What did not come"), _("Letters to print, and what came back. Oldest first."), "week", rows, "meetings"
    )


def done_at(what: str, person_id: int) -> str:
    """Return the page on which it is seen to."""
    if what == "letter":
        return reverse("messages:letters")
    return reverse("portal:access" if what == "number" else "messages:person", args=[person_id])
