"""Ask people how it went afterwards, and write down what they answer."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.agreements.models import Statement
from trappan.history.record import record
from trappan.outcomes.follow_ups import due_day
from trappan.outcomes.models import Exit, FollowUp
from trappan.outcomes.operations.refusals import NO, NOT_SO_MANY_MONTHS, NOTHING_TO_FOLLOW
from trappan.plans.models import SelfRating
from trappan.refusals import READS_ONLY, Refused, refusing
from trappan.rules.rulesets import rules_on
from trappan.schedules.allowed import refuse_outside
from trappan.schedules.clock import now
from trappan.schedules.months import month_later
from trappan.secrecy.scopes import Scope

Answer = FollowUp.Answer
REACHED = (Answer.STILL, Answer.OTHER, Answer.BACK)


@transaction.atomic
def follow_up(
    *,
    exit: Exit,  # noqa: A002 - the model is called so
    months: int,
    day: date,
    today: date,
    answer: str,
    words: str = "",
    held: bool | None = None,
    own: Mapping[str, tuple[int | None, str]] | None = None,
    statement: Statement | None = None,
) -> None:
    """Write down what somebody answered so many months after the end, or that nobody was reached.

    Where the end is provisional the answer is its check too: still there is yes, back on support is no, and of other
    work `held` says whether a month in a row was reached. `own` is what the person says of herself, by statement: a
    degree, own words, or both. `statement` is where the person answered by a link. Refused: before its day, twice the
    same, after the case was opened again, more months than the rules know, and an answer of somebody who was not
    reached.
    """
    # Whoever is second sees what the first has written.
    found = Exit.objects.select_for_update().filter(pk=exit.pk).first()
    if found is None:
        raise Refused(READS_ONLY)
    if not found.is_followed:
        raise Refused(NOTHING_TO_FOLLOW)
    if months not in rules_on(today).follow_up_months:
        raise Refused(NOT_SO_MANY_MONTHS)
    refuse_outside(
        day,
        "day",
        first=due_day(found.day, months),
        early=_("It is too early to ask."),
        last=today,
        late=_("The day has not come yet."),
    )
    said = {name: one for name, one in (own or {}).items() if one[0] is not None or one[1].strip()}
    if said and answer not in REACHED:
        raise Refused(_("The person was not reached or did not answer: what one says of oneself is the person's own."))
    held = judged(found, answer, held, day)
    with refusing(NO):
        FollowUp.objects.create(
            exit=found,
            person_id=found.person_id,
            months=months,
            day=day,
            answer=answer,
            words=words.strip(),
            statement=statement,
        )
        if held is not None:
            Exit.objects.filter(pk=found.pk).update(checked_on=today, held=held)
        SelfRating.objects.bulk_create(
            SelfRating(
                case_id=found.case_id,
                person_id=found.person_id,
                day=day,
                statement=name,
                answer=degree,
                words=own_words.strip(),
            )
            for name, (degree, own_words) in said.items()
        )
    record("outcomes.follow_up", found.person_id, scope=Scope.PLAN, months=months, answer=answer)


def judged(done: Exit, answer: str, held: bool | None, day: date) -> bool | None:
    """Return whether a provisional end has lasted, as the answer tells; None where it tells nothing of it."""
    if not done.is_provisional or day < month_later(done.day) or answer in (Answer.NOT_REACHED, Answer.DECLINED):
        return None
    if answer == Answer.STILL:
        if held is False:
            raise Refused(_("Still there, and yet not for a month: choose one of them."), "held")
        return True
    if answer == Answer.BACK:
        return held or False
    if held is None:
        raise Refused(_("Say whether it lasted for at least a month in a row, also in two jobs."), "held")
    return held


@transaction.atomic
def take_back_follow_up(*, follow_up: FollowUp) -> None:
    """Take back what was written of a follow-up by mistake: it is kept, and the time is asked about again.

    The check of the end stays as it is, and so does what the person has said of herself.
    """
    with refusing(NO):
        if not FollowUp.objects.standing().filter(pk=follow_up.pk).update(taken_back_at=now()):
            raise Refused(_("It has already been taken back, or is not yours to change."))
    record("outcomes.take_back_follow_up", follow_up.person_id, scope=Scope.PLAN, months=follow_up.months)
