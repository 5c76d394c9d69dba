"""A social worker's day: applications, who comes under the requirement, exemptions running out."""

from django.db import connection
from django.urls import reverse
from django.utils.translation import gettext as _

from trappan.assistance.models import Application
from trappan.desk.caseload import own_cases, state_of
from trappan.desk.work.requirement import requirement_queues
from trappan.desk.work.rows import Queue, Row, case_row, own_meetings, person_url, responsible_name
from trappan.plans.models import Case
from trappan.secrecy.acting import Actor


def for_social_worker(actor: Actor) -> list[Queue]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM plans_applications_waiting()")
        waiting = [row[0] for row in cursor.fetchall()]
    applications = (
        Application.objects.filter(pk__in=waiting)
        .select_related("person")
        .order_by("received_on", "pk")
    )
    new = [
        Row(
            application.person.name, person_url(application.person_id),
            application.get_kind_display(), application.received_on, _("Open case"),
            reverse("plans:open_case", args=[application.person_id]),
        )
        for application in applications
    ]  # fmt: skip
    mine = own_cases(Case.objects.filter(social_worker_id=actor.membership_id), actor.today)
    unassigned = [
        case_row(case, _("Nobody is responsible"), case.opened_on, _("Assign"), "plans:assign")
        for case in mine if state_of(case) == "unassigned"
    ]  # fmt: skip
    unmapped = [
        case_row(case, responsible_name(case), case.opened_on, _("Kartläggning"), "plans:mapping")
        for case in mine if state_of(case) == "unmapped"
    ]  # fmt: skip
    untold, meetings = own_meetings(actor)
    return [
        Queue(_("Meetings today"), _("In the order of the day."), "today", meetings),
        Queue(_("Meetings without outcome"), _("The time has passed: say whether the person came. Oldest first."), "week", untold),
        Queue(_("Applications without a case"), _("The person has applied, and nobody has begun. Oldest first."), "today", new),
        Queue(_("Cases without a consultant"), _("You opened the case; choose who walks with the person."), "today", unassigned),
        Queue(_("Without kartläggning"), _("Every person is to be heard before anything is planned. Oldest case first."), "week", unmapped),
        *requirement_queues(actor, mine),
    ]  # fmt: skip
