"""Ask an employer how it went when a placement is over, take in what is told, and go through it with the person."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from trappan import database
from trappan.agreements.asking import text_about
from trappan.agreements.models import Agreement, Ending, Link, Statement
from trappan.agreements.operations.link import Reached, make_link, read_answer
from trappan.agreements.operations.refusals import NO
from trappan.history.record import record
from trappan.refusals import refusal_of, refusing
from trappan.schedules.allowed import refuse_outside
from trappan.schedules.clock import now
from trappan.schedules.periods import day_before
from trappan.secrecy.scopes import Scope


@transaction.atomic
def ask_ending(*, agreement: Agreement, site: str, way: str) -> Link:
    """Send the employer a form about the end by a link; the one before it ends.

    Refused about somebody protected, always; while the placement goes on, where it is told already, and while the
    employer has a form about somebody else.
    """
    placement, workplace = agreement.placement, agreement.workplace
    if placement.ends_on is None:
        raise refusal_of(NO, "ending_of_what_is_over")
    most = most_hours(placement.starts_on, placement.ends_on)
    made = make_link(
        agreement.person_id,
        Reached.at_employer(agreement, workplace.employer.name),
        site,
        way,
        purpose=Link.Purpose.END,
        placement_id=placement.pk,
        subject=str(day_before(placement.ends_on)),
        content=text_about(workplace.name, placement.starts_on, placement.ends_on, most, agreement.person.name),
    )
    record("agreements.ask_ending", agreement.person_id, scope=Scope.PLAN, link=made.pk)
    return made


def most_hours(starts_on: date, ends_on: date) -> int:
    """Return how many hours somebody has been there at most between two days (half-open)."""
    return int(database.value("agreements_most_hours", starts_on, ends_on))


@transaction.atomic
def tell_ending(
    *,
    agreement: Agreement,
    went: str,
    told_by: str = "",
    initiative: str = "",
    hours: int | None = None,
    again: str = "",
    led_to: str = "",
    words: str = "",
) -> Ending:
    """Write down what somebody at the employer told on the telephone; from then on no link is out.

    Refused: while the placement goes on, where it is told already, who broke it off of what was completed, more hours
    than the days hold, and anything else where nobody answered.
    """
    with refusing(NO):
        made = Ending.objects.create(
            agreement=agreement,
            person_id=agreement.person_id,
            how=Ending.How.PHONE,
            ends_on=date.max,  # the database's to say
            went=went,
            told_by=told_by.strip(),
            initiative=initiative,
            hours=hours,
            again=again,
            led_to=led_to,
            words=words.strip(),
        )
    record("agreements.tell_ending", agreement.person_id, scope=Scope.PLAN, agreement=agreement.pk, went=went)
    return made


@transaction.atomic
def take_in_ending(*, agreement: Agreement, statement: Statement) -> Ending:
    """Take in what the employer answered by a link, word for word.

    Refused where it tells of another end than today's: then it is read, and the employer is asked again.
    """
    with refusing(NO):
        made = Ending.objects.create(
            agreement=agreement,
            person_id=agreement.person_id,
            how=Ending.How.LINK,
            statement=statement,
            ends_on=date.max,  # this and the answers are the database's to say
            told_by="–",
            went=Ending.Went.COMPLETED,
        )
    record("agreements.take_in_ending", agreement.person_id, scope=Scope.PLAN, agreement=agreement.pk)
    read_answer(statement=statement)
    return made


@transaction.atomic
def show_ending(*, ending: Ending, shown_on: date, today: date, own_words: str = "") -> None:
    """Write down, once, that somebody has gone through it with the person, on which day, and what the person says."""
    refuse_outside(
        shown_on,
        "shown_on",
        first=ending.ends_on,
        early=_("The placement was not over that day."),
        last=today,
        late=_("The day has not come yet."),
    )
    with refusing(NO):
        found = Ending.objects.filter(pk=ending.pk, taken_back_at=None, shown_on=None)
        if not found.update(shown_on=shown_on, own_words=own_words.strip()):
            raise refusal_of(NO, "ending_stands")
    record("agreements.show_ending", ending.person_id, scope=Scope.PLAN, agreement=ending.agreement_id)


@transaction.atomic
def take_back_ending(*, ending: Ending) -> None:
    """Take back what was written of an end by mistake: it is kept and counts no more.

    Nobody is asked by itself where a link has been out: a colleague rings, or sends a new one.
    """
    with refusing(NO):
        if not Ending.objects.filter(pk=ending.pk, taken_back_at=None).update(taken_back_at=now()):
            raise refusal_of(NO, "ending_stands")
    record("agreements.take_back_ending", ending.person_id, scope=Scope.PLAN, agreement=ending.agreement_id)
