"""Ask own departments for places, set their target, and answer: so many of what kind, or none and why."""

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from trappan import database
from trappan.employers.models import DepartmentTarget, Employer, Opening, PlaceQuestion, Workplace
from trappan.employers.operations.opening import change_opening, close_opening, hours_of
from trappan.employers.operations.refusals import NO, OVER
from trappan.history.record import record
from trappan.refusals import Refused, refusing
from trappan.refusals.editions import refuse_overtaken, saved_in
from trappan.rules.rulesets import rules_on
from trappan.schedules.allowed import refuse_outside
from trappan.schedules.halves import half_after, half_of, last_day
from trappan.schedules.periods import day_before
from trappan.schedules.week import Week

TARGET = ("places", "decision")
# What whoever offered it may change, and so has before them.
OFFERED = (
    "title",
    "occupation",
    "kind",
    "places",
    "week",
    "weekly_minutes",
    "adaptations",
    "starts_on",
    "ends_on",
    "tasks",
)


def to_ask(half: date, today: date) -> list[Workplace]:
    """Return the open workplaces of own departments that nobody has asked about a half-year."""
    asked = PlaceQuestion.objects.filter(half=half).values("workplace")
    going = Q(employer__ended_on=None) | Q(employer__ended_on__gt=today)
    found = Workplace.objects.open(today).filter(going, employer__kind="department", employer__cooperates=False)
    return list(found.filter(employer__merged_into=None).exclude(pk__in=asked).select_related("employer"))


@transaction.atomic
def ask_places(*, half: date, today: date) -> int:
    """Ask every workplace that has not been asked about a half-year; the worker tells its managers.

    Refused: a half-year that is over or more than one ahead, and where everybody has been asked.
    """
    if half not in (half_of(today), half_after(half_of(today))):
        raise Refused(_("Ask about the half-year that goes on, or about the next one."))
    places = to_ask(half, today)
    if not places:
        raise Refused(_("Every workplace of an own department has been asked already."))
    answer_by = today + timedelta(days=rules_on(today).places_answer_days)
    with refusing(NO):
        PlaceQuestion.objects.bulk_create(
            [PlaceQuestion(workplace=one, half=half, asked_on=today, answer_by=answer_by) for one in places]
        )
    record("employers.ask_places", half=half, asked=len(places))
    return len(places)


@transaction.atomic
def set_target(*, employer: Employer, half: date, places: int, decision: str, edition: str = "") -> None:
    """Say how many places a department is to offer in a half-year; refused where somebody else has saved since."""
    database.lock("employers.set_target", employer.pk)
    found = DepartmentTarget.objects.filter(employer=employer, half=half)
    row = found.first()
    refuse_overtaken(saved_in(row, TARGET), edition)
    with refusing(NO):
        if row is None:
            DepartmentTarget.objects.create(employer=employer, half=half, places=places, decision=decision)
        else:
            found.update(places=places, decision=decision)
    record("employers.set_target", employer=employer.pk, half=half, places=places)


@transaction.atomic
def offer_places(
    *, question: PlaceQuestion, today: date, week: Week | None = None, weekly_minutes: int | None = None, **values: Any
) -> Opening:
    """Offer places for the half-year of a question, as an opening that the fit meets; who had none has some now.

    From today where the half-year has begun, and to its end. Refused without hours, and where the half-year is over.
    """
    hours = hours_of(week, weekly_minutes, ())
    workplace = question.workplace
    with refusing(NO):
        PlaceQuestion.objects.filter(pk=question.pk).exclude(none_reason="").update(none_reason="")
        made = Opening.objects.create(
            question=question,
            workplace=workplace,
            employer_id=workplace.employer_id,
            starts_on=max(question.half, today),
            ends_on=half_after(question.half),
            agreed_on=today,
            **hours,
            **values,
        )
    record("employers.offer_places", workplace=workplace.pk, question=question.pk, opening=made.pk, places=made.places)
    return made


@transaction.atomic
def change_offer(
    *,
    opening: Opening,
    question: PlaceQuestion,
    today: date,
    starts_on: date,
    ends_on: date,
    kind: str,
    week: Week | None = None,
    **values: Any,
) -> None:
    """Change an offer that answers a question, in place; days of the week and a support form said by the team stay.

    Refused as the employer team's change is, where it has been taken back, and outside the half-year of the question.
    """
    first, last = question.half, last_day(question.half)
    if last < today:
        raise Refused(OVER)
    early = _("Places are offered for a half-year at a time.")
    refuse_outside(starts_on, "starts_on", first=first, early=early, last=last, late=early)
    refuse_outside(day_before(ends_on), "ends_on", first=first, early=early, last=last, late=early)
    found = Opening.objects.select_for_update().filter(pk=opening.pk).first()
    if found is not None and found.is_closed(today):
        raise Refused(_("It is offered no more. Offer it anew instead."))
    if kind != Opening.Kind.SUBSIDISED:
        values["support_form"] = ""
    days = () if opening.week else opening.days
    about = {"starts_on": starts_on, "ends_on": ends_on, "kind": kind, "week": week, "weekdays": days, **values}
    change_opening(opening=opening, shown=OFFERED, **about)
    record("employers.change_offer", question=question.pk, opening=opening.pk)


@transaction.atomic
def take_back_offer(*, opening: Opening, today: date) -> None:
    """Take an offer of the own workplace back: what it was stays to be read. Refused where somebody has closed it."""
    close_opening(opening=opening, today=today, close_reason=_("Taken back by the workplace."))
    record("employers.take_back_offer", question=opening.question_id, opening=opening.pk)


@transaction.atomic
def offer_none(*, question: PlaceQuestion, none_reason: str) -> None:
    """Answer that there is no place, and why; refused while places are offered."""
    with refusing(NO):
        PlaceQuestion.objects.filter(pk=question.pk).update(none_reason=none_reason)
    record("employers.offer_none", workplace=question.workplace_id, question=question.pk)
