"""What a consultant's placements ask for: answers, proposed changes, reports, ends with nothing after."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from trappan.activities.models import Incident, Placement, ProposedChange, Report
from trappan.activities.reports import due_on, with_last_report
from trappan.desk.work.rows import Queue, Row, address, by_age, person_url
from trappan.plans.models import ProposedStep
from trappan.ui.templatetags.ui import day as in_words

SOON = timedelta(days=28)
LATELY = timedelta(days=21)


@dataclass
class Places:
    """The queues about own people's placements, and the proposals that wait for a site, by person."""

    today: date
    changes: list[Row] = field(default_factory=list)
    refused: list[Row] = field(default_factory=list)
    told: list[Row] = field(default_factory=list)
    missing: list[Row] = field(default_factory=list)
    ends: list[Row] = field(default_factory=list)
    waiting: dict[int, Placement] = field(default_factory=dict)

    @property
    def urgent(self) -> list[Queue]:
        """Return what is to be done today."""
        return [
            Queue(_("Changes that sites propose"), _("The site waits for your answer."), "today", self.changes),
            Queue(_("Sites that said no"), _("Within the last three weeks, and nothing new is proposed."), "today", by_age(self.refused)),
            Queue(_("Told by the sites"), _("Not read yet: reports, incidents, proposed steps. Oldest first."), "today", by_age(self.told)),
        ]  # fmt: skip

    @property
    def coming(self) -> list[Queue]:
        """Return what is to be done this week."""
        return [
            Queue(_("Ends soon, and nothing follows"), _("The placement ends within four weeks. Soonest first."), "week", by_age(self.ends)),
            Queue(_("Reports that are missing"), _("The site should have told by now. Longest first."), "week", by_age(self.missing)),
        ]  # fmt: skip


def about_places(person_ids: Sequence[int], today: date) -> Places:
    """Gather what own people's placements ask for, in one question."""
    found = Places(today)
    rows = list(asked_for(person_ids, today))
    found.waiting = {one.person_id: one for one in rows if one.state == "waits"}
    refused: set[int] = set()
    for one in rows:
        if one.state == "refused" and one.refused_at and one.person_id not in found.waiting:
            if one.person_id not in refused:
                refused.add(one.person_id)
                found.refused.append(row(one, f"{one.unit.name}: {one.answer}", localtime(one.refused_at).date(), _("Find a place"), "activities:place", one.person_id))  # fmt: skip
        elif one.state == "agreed":
            running(found, one)
    for one in rows:
        told(found, one)
    return found


def asked_for(person_ids: Sequence[int], today: date) -> Iterable[Any]:
    """Return placements that wait, go on, or were lately refused."""
    others = Placement.objects.filter(
        Q(agreed=True) | Q(refused_at=None, withdrawn_at=None),
        Q(ends_on=None) | Q(ends_on__gt=OuterRef("ends_on")), person_id=OuterRef("person_id"),
    ).exclude(pk=OuterRef("pk"))  # fmt: skip
    waits = Q(agreed=False, refused_at=None, withdrawn_at=None)
    goes_on = Q(agreed=True) & (Q(ends_on=None) | Q(ends_on__gt=today))
    report = Report.objects.filter(placement=OuterRef("pk"), read_at=None)
    incident = Incident.objects.filter(placement=OuterRef("pk"), read_at=None)
    step = ProposedStep.objects.filter(person=OuterRef("person_id"), unit=OuterRef("unit_id"), accepted=None)  # fmt: skip
    changing = ProposedChange.objects.filter(placement=OuterRef("pk"), accepted=None)
    return with_last_report(
        Placement.objects.filter(
            waits | goes_on | Q(refused_at__date__gte=today - LATELY) | Exists(report) | Exists(incident) | Exists(step),
            person__in=person_ids,
        )
    ).annotate(
        report_at=Subquery(report.order_by("at").values("at")[:1]),
        incident_at=Subquery(incident.order_by("at").values("at")[:1]),
        step_at=Subquery(step.order_by("at").values("at")[:1]),
        followed=Exists(others), changing=Exists(changing)).select_related("person", "activity", "unit")  # fmt: skip


def running(found: Places, one: Any) -> None:
    """Put a placement that goes on where it asks for something."""
    if one.changing:
        found.changes.append(row(one, _("%(unit)s proposes a change") % {"unit": one.unit.name}, None, _("Decide"), "activities:placement", one.pk))  # fmt: skip
    if one.ends_on and one.ends_on <= found.today + SOON and not one.followed:
        why = _("%(activity)s ends %(day)s") % {
            "activity": one.activity.name, "day": in_words(one.ends_on),
        }  # fmt: skip
        found.ends.append(row(one, why, one.ends_on, _("Plan what comes next"), "activities:placement", one.pk))  # fmt: skip
    due = due_on(one, found.today)
    if due is not None and due < found.today:
        found.missing.append(row(one, one.activity.name, due, _("Ask the site"), "activities:progress", one.person_id))  # fmt: skip


def told(found: Places, one: Any) -> None:
    """Put what the site has told and nobody has answered where it is read; once a person and kind."""
    for said, at in (
        (_("A report of how it goes"), one.report_at), (_("Something went wrong"), one.incident_at),
        (_("A step is proposed"), one.step_at),
    ):  # fmt: skip
        line = row(one, said, localtime(at).date(), _("Read"), "activities:progress", one.person_id) if at else None  # fmt: skip
        if line is not None and line not in found.told:
            found.told.append(line)


def row(one: Placement, why: str, since: date | None, door: str, page: str, key: int) -> Row:
    """Return a line about a placement with its one door."""
    return Row(one.person.name, person_url(one.person_id), why, since, door, address(page, key))
