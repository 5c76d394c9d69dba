"""What a consultant has to key in to SUS: starts and ends of those who take part in an initiative."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db.models import JSONField
from django.db.models.expressions import RawSQL
from django.urls import reverse
from django.utils.translation import gettext as _

from trappan import database
from trappan.cases.models.case import CaseQuerySet
from trappan.desk.case_rows import Line
from trappan.desk.work.rows import Queue, Row, person_url

# The same for all cases, so that it comes with the newest of them alone.
MINE = """CASE WHEN row_number() OVER (ORDER BY cases_case.opened_on DESC, cases_case.id DESC) = 1
  THEN (SELECT jsonb_agg(to_jsonb(s)) FROM exchange_sus_mine() s) END"""


def with_sus(cases: CaseQuerySet) -> CaseQuerySet:
    """Add what is mine to key in to SUS (`to_key_in`) in the question for the cases: a start page asks a dozen."""
    return cases.annotate(to_key_in=RawSQL(MINE, [], output_field=JSONField()))  # noqa: S611  # nothing is put in


def to_key_in(mine: Sequence[Line], person_id: int | None = None) -> Queue:
    """Return what of one's own cases is to be keyed in, or taken out of SUS, the oldest first; or of one person alone.

    Who has no open case has nobody who takes part, but those whose case is closed since.
    """
    told = [one for line in mine for one in getattr(line.case, "to_key_in", None) or ()]
    found = told if mine else [one._asdict() for one in database.rows("exchange_sus_mine")]
    rows = [
        Row(
            one["name"],
            person_url(one["person_id"]),
            said(one) % {"initiative": one["initiative"]},
            date.fromisoformat(str(one["day"])),
            _("Open the sheet"),
            reverse(f"exchange:sus_{one['moment']}", args=[one["participation_id"]]),
        )
        for one in found
        if person_id in (None, one["person_id"])
    ]
    why = _("With a written consent. What is missing stands on the sheet.")
    return Queue(_("To key in to SUS"), why, "week", rows, "after")


def said(one: Mapping[str, Any]) -> str:
    """Say what is to be done there: something that began or ended, or one to take out again."""
    if one["takes_out"]:
        return _("To be taken out of SUS: %(initiative)s")
    return _("Began: %(initiative)s") if one["moment"] == "start" else _("Ended: %(initiative)s")
