"""Write down what the person lets others be told of the profile, and that it is taken back."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan import database
from trappan.history.record import record
from trappan.matching.models import ProfileConsent
from trappan.matching.operations.refusals import NO, TAKEN_BACK
from trappan.people.models import Person
from trappan.refusals import READS_ONLY, Refused, refusing
from trappan.schedules.allowed import refuse_outside
from trappan.secrecy.scopes import Scope
from trappan.staff.models import Unit


@transaction.atomic
def give_profile_consent(
    *,
    person: Person,
    audience: str,
    parts: Sequence[str],
    given_how: str,
    ends_on: date,
    today: date,
    unit: Unit | None = None,
) -> ProfileConsent:
    """Keep the person's yes that these parts may be told, from today until the day before `ends_on`.

    What was said before to the same is replaced. Refused: no part, more than a year, a team of another municipality,
    and anybody with protected identity.
    """
    refuse_outside(
        ends_on, "ends_on", first=date.fromordinal(today.toordinal() + 1), early=_("Choose today or a day to come.")
    )
    database.lock("matching.profile", person.pk)
    with refusing(NO):
        given = ProfileConsent.objects.create(
            person=person, audience=audience, unit=unit, parts=list(parts), given_how=given_how, ends_on=ends_on
        )
    record("matching.give_profile_consent", person.pk, scope=Scope.PROFILE, audience=audience, consent=given.pk)
    return given


@transaction.atomic
def withdraw_profile_consent(*, consent: ProfileConsent, today: date) -> None:
    """Take a yes back; the database ends, in the same transaction, what rested on it."""
    database.lock("matching.profile", consent.person_id)
    # Said before it is done: with it may end what lets the writer say it.
    record("matching.withdraw_profile_consent", consent.person_id, scope=Scope.PROFILE, consent=consent.pk)
    with refusing(NO):
        found = ProfileConsent.objects.filter(pk=consent.pk)
        standing = {"withdrawn_on": None, "replaced_at": None}
        if not found.filter(**standing).update(withdrawn_on=today):
            raise Refused(TAKEN_BACK if found.exclude(**standing) else READS_ONLY)
