"""Ask people by a link how it goes, and take in what they answer."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.agreements.models import Link, Statement
from trappan.agreements.operations import Reached, make_link, read_answer
from trappan.history.record import record
from trappan.outcomes.asking import read, subject_of, text_about
from trappan.outcomes.models import Exit
from trappan.outcomes.operations.follow_up import follow_up
from trappan.outcomes.operations.refusals import NO
from trappan.people.models import Contact
from trappan.refusals import Refused, refusing
from trappan.secrecy.scopes import Scope

NO_ADDRESS = _("There is no e-mail address to send to. Write one on the person's page, or ring.")


@transaction.atomic
def send_follow_up(
    *,
    exit: Exit,  # noqa: A002 - the model is called so
    months: int,
    today: date,
    site: str,
    way: str,
) -> Link:
    """Ask the person by a link how it goes so many months after the end; the link before it ends.

    It goes to the person's own address, and the code to the person's own telephone. Refused about somebody protected,
    always; before its day, where it is answered, and after the case was opened again.
    """
    reached = Contact.objects.filter(person_id=exit.person_id).first()
    if reached is None or not reached.email:
        raise Refused(NO_ADDRESS)
    with refusing(NO):
        made = make_link(
            exit.person_id,
            Reached(exit.person.given_name, "", reached.email, reached.phone),
            site,
            way,
            purpose=Link.Purpose.FOLLOW_UP,
            subject=subject_of(exit.pk, months),
            content=text_about(exit, months, today),
        )
    record("outcomes.send_follow_up", exit.person_id, scope=Scope.PLAN, link=made.pk, months=months)
    return made


@transaction.atomic
def take_in_follow_up(
    *,
    exit: Exit,  # noqa: A002 - the model is called so
    statement: Statement,
    today: date,
    held: bool | None = None,
) -> None:
    """Take in what the person answered by a link, as it was said and on its day.

    Where the end is provisional and the answer leaves it open, `held` says whether a month was reached: asked of the
    person. Refused as `follow_up`.
    """
    said = read(statement)
    follow_up(
        exit=exit,
        months=said.months,
        day=said.day,
        today=today,
        answer=said.answer,
        words=said.words,
        held=said.held if held is None else held,
        own=said.own if said.answer != "declined" else {},
        statement=statement,
    )
    record("outcomes.take_in_follow_up", exit.person_id, scope=Scope.PLAN, months=said.months)
    read_answer(statement=statement)
