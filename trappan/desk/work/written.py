"""What own people have written of draft, goals and step on their own pages, and wait to have answered."""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import JSONField
from django.db.models.expressions import RawSQL
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from trappan.cases.models.case import CaseQuerySet
from trappan.desk.case_rows import Line
from trappan.desk.work.rows import Queue, by_age, case_row


def with_written(cases: CaseQuerySet) -> CaseQuerySet:
    """Add to each case what waits for an answer (`to_answer`), asked with it (plans/sql/own_word.sql)."""
    return cases.annotate(to_answer=RawSQL("plans_to_answer(cases_case.id)", [], JSONField()))


def written_oneself(mine: Sequence[Line]) -> Queue:
    """Return who wants draft or goal otherwise, or sees the step otherwise; the earliest first.

    Gone when it is answered, when a changed draft is given to read, and of a step when it is assessed anew.
    """
    rows = [
        case_row(
            line.case,
            words_of(one["kind"], one["title"]),
            localtime(datetime.fromisoformat(one["at"])).date(),
            _("Answer") if one["kind"] != "step" else _("Read"),
            "plans:plan",
        )
        for line in mine
        for one in getattr(line.case, "to_answer", None) or []
    ]
    why = _("On their own pages. Answer there, or talk about it and give a changed draft to read.")
    return Queue(_("Want something otherwise"), why, "today", by_age(rows), "plans")


def words_of(kind: str, title: str) -> str:
    """Say what it is that the person sees otherwise; the own words stand on the plan's page."""
    if kind == "goal":
        return _("Wants a goal otherwise: %(goal)s") % {"goal": title}
    if kind == "step":
        return _("Sees the step otherwise: %(step)s") % {"step": title}
    return _("Wants the draft of the plan otherwise")
