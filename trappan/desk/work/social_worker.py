"""A social worker's day: applications, who comes under the requirement, exemptions running out."""

from django.db.models.expressions import RawSQL
from django.utils.translation import gettext as _

from trappan.assistance.models import Application
from trappan.desk.caseload import own_cases
from trappan.desk.work.handed import hand_over_queues
from trappan.desk.work.requirement import requirement_queues
from trappan.desk.work.rows import (
    Queue,
    Row,
    address,
    case_row,
    own_meetings,
    person_url,
    responsible_name,
)
from trappan.plans.models import Case
from trappan.secrecy.acting import Actor


def for_social_worker(actor: Actor) -> list[Queue]:
    waiting = RawSQL("SELECT plans_applications_waiting()", [])
    applications = (
        Application.objects.filter(pk__in=waiting)
        .select_related("person")
        .order_by("received_on", "pk")
    )
    new = [
        Row(
            application.person.name, person_url(application.person_id),
            application.get_kind_display(), application.received_on, _("Open case"),
            address("plans:open_case", application.person_id),
        )
        for application in applications
    ]  # fmt: skip
    mine = own_cases(Case.objects.filter(social_worker_id=actor.membership_id))
    unassigned = [
        case_row(line.case, _("Nobody is responsible"), line.state.since, _("Assign"), "plans:assign")
        for line in mine if line.state.stage == "unassigned"
    ]  # fmt: skip
    unmapped = [
        case_row(line.case, responsible_name(line.case), line.state.since, _("Kartläggning"), "plans:mapping")
        for line in mine if line.state.stage == "unmapped"
    ]  # fmt: skip
    untold, meetings = own_meetings(actor)
    return [
        *hand_over_queues(actor),
        Queue(_("Meetings today"), _("In the order of the day."), "today", meetings),
        Queue(_("Meetings without outcome"), _("The time has passed: say whether the person came. Oldest first."), "week", untold),
        Queue(_("Applications without a case"), _("The person has applied, and nobody has begun. Oldest first."), "today", new),
        Queue(_("Cases without a consultant"), _("You opened the case; choose who walks with the person."), "today", unassigned),
        Queue(_("Without kartläggning"), _("Every person is to be heard before anything is planned. Oldest case first."), "week", unmapped),
        *requirement_queues(actor, mine),
    ]  # fmt: skip
