"""Order work from the crews of an activity, take it as a job of a crew or say why not, and tell what was made."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from trappan.activities.models import Activity, Crew, CrewOrder
from trappan.activities.operations.crew import give_job
from trappan.activities.operations.refusals import NO
from trappan.employers.models import Workplace
from trappan.history.record import record
from trappan.refusals import Refused, refusing
from trappan.schedules.allowed import refuse_outside


@transaction.atomic
def order_work(*, activity: Activity, workplace: Workplace, what: str, wanted_by: date | None, today: date) -> None:
    """Order something for a workplace of an own department; refused where it is wanted by a day that has passed."""
    if wanted_by is not None and wanted_by < today:
        raise Refused(_("That day has passed. Choose today or a day to come, or leave it empty."), "wanted_by")
    ordered_for = f"{workplace.employer.name}, {workplace.name}"[:200]
    with refusing(NO):
        made = CrewOrder.objects.create(
            activity=activity, workplace=workplace, ordered_for=ordered_for, what=what, wanted_by=wanted_by
        )
    record("activities.order_work", unit_id=activity.unit_id, order=made.pk)


def lock_order(order: CrewOrder, *states: str) -> CrewOrder:
    """Lock an order that stands so; refused where a colleague has answered it meanwhile."""
    found = CrewOrder.objects.select_for_update(of=("self",)).select_related("job").filter(pk=order.pk).first()
    if found is None or found.state not in states:
        raise Refused(_("A colleague has answered that order already. Look at the page as it is now."))
    return found


@transaction.atomic
def take_order(*, order: CrewOrder, crew: Crew, risks: str, starts_on: date, ends_on: date) -> None:
    """Take an order as a job of a crew, with the risks that are gone through before it."""
    found = lock_order(order, "waits")
    place = found.ordered_for[:120]
    job = give_job(crew=crew, what=found.what, risks=risks, starts_on=starts_on, ends_on=ends_on, place=place)
    CrewOrder.objects.filter(pk=found.pk).update(job=job)
    record("activities.answer_order", unit_id=order.activity.unit_id, order=order.pk, answer="taken")


@transaction.atomic
def decline_order(*, order: CrewOrder, declined: str) -> None:
    """Say why an order is not taken."""
    lock_order(order, "waits")
    with refusing(NO):
        CrewOrder.objects.filter(pk=order.pk).update(declined=declined)
    record("activities.answer_order", unit_id=order.activity.unit_id, order=order.pk, answer="declined")


@transaction.atomic
def make_order(*, order: CrewOrder, made: str, made_on: date, today: date) -> None:
    """Tell what was made of an order, for all to see; refused before its job began, and for a day to come."""
    found = lock_order(order, "taken")
    refuse_outside(
        made_on,
        "made_on",
        first=found.job.starts_on if found.job else None,
        early=_("The job had not begun."),
        last=today,
        late=_("The day has not come yet."),
    )
    with refusing(NO):
        CrewOrder.objects.filter(pk=order.pk).update(made=made, made_on=made_on)
    record("activities.answer_order", unit_id=order.activity.unit_id, order=order.pk, answer="made")
