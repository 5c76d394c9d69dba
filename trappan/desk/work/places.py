"""What a consultant's placements ask for: answers from sites, changes they propose, ends with nothing after."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from trappan.activities.models import Placement, ProposedChange
from trappan.desk.work.rows import Queue, Row, address, by_age, person_url
from trappan.ui.templatetags.ui import day as in_words

SOON = timedelta(days=28)
LATELY = timedelta(days=21)


def place_queues(
    person_ids: Sequence[int], today: date
) -> tuple[list[Queue], dict[int, Placement]]:
    """Return the queues about own people's placements, and the proposals that wait, by person."""
    others = Placement.objects.filter(
        Q(agreed=True) | Q(refused_at=None, withdrawn_at=None),
        Q(ends_on=None) | Q(ends_on__gt=OuterRef("ends_on")), person_id=OuterRef("person_id"),
    ).exclude(pk=OuterRef("pk"))  # fmt: skip
    waits = Q(agreed=False, refused_at=None, withdrawn_at=None)
    ends = Q(agreed=True, ends_on__gt=today, ends_on__lte=today + SOON, followed=False)
    refused = Q(refused_at__date__gte=today - LATELY)
    found = Placement.objects.filter(person__in=person_ids).annotate(
        followed=Exists(others),
        changing=Exists(ProposedChange.objects.filter(placement=OuterRef("pk"), accepted=None)),
    ).filter(waits | ends | refused | Q(changing=True)).select_related("person", "activity", "unit")  # fmt: skip
    waiting: dict[int, Placement] = {}
    changes: list[Row] = []
    answers: list[Row] = []
    last: list[Row] = []
    placed = set()
    rows = list(found)
    for one in rows:
        if one.state == "waits":
            waiting[one.person_id] = one
    for one in rows:
        if one.state == "agreed" and getattr(one, "changing", False):
            changes.append(row(one, _("%(unit)s proposes a change") % {"unit": one.unit.name}, None, _("Decide"), "activities:placement", one.pk))  # fmt: skip
        if one.state == "refused" and one.refused_at and one.person_id not in waiting and one.person_id not in placed:  # fmt: skip
            placed.add(one.person_id)
            why = f"{one.unit.name}: {one.answer}"
            answers.append(row(one, why, localtime(one.refused_at).date(), _("Find a place"), "activities:place", one.person_id))  # fmt: skip
        elif one.state == "agreed" and one.ends_on and one.ends_on > today and not getattr(one, "followed", False):  # fmt: skip
            why = _("%(activity)s ends %(day)s") % {"activity": one.activity.name, "day": in_words(one.ends_on)}  # fmt: skip
            if one.ends_on <= today + SOON:
                last.append(row(one, why, one.ends_on, _("Plan what comes next"), "activities:placement", one.pk))  # fmt: skip
    return [
        Queue(_("Changes that sites propose"), _("The site waits for your answer."), "today", changes),
        Queue(_("Sites that said no"), _("Within the last three weeks, and nothing new is proposed."), "today", by_age(answers)),
        Queue(_("Ends soon, and nothing follows"), _("The placement ends within four weeks. Soonest first."), "week", by_age(last)),
    ], waiting  # fmt: skip


def row(one: Placement, why: str, since: date | None, door: str, page: str, key: int) -> Row:
    """Return a line about a placement with its one door."""
    return Row(one.person.name, person_url(one.person_id), why, since, door, address(page, key))
