"""Say what was found of a former number that somebody has signed in with."""

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from trappan.history.record import record
from trappan.people.models import Person
from trappan.portal.operations.refusals import NO
from trappan.refusals import call
from trappan.secrecy.scopes import Scope


class Found(models.TextChoices):
    """Whose the number was found to be; social workers alone change numbers, and are asked to where one is wrong."""

    OWN = "own", _("The person has that number still. I have asked a social worker to put the newer one right.")
    OTHERS = "others", _("The number is not the person’s. I have asked a social worker to take it away.")
    BEFORE = "before", _("The person had it before, and has used it by mistake. The newest one is right.")
    UNCLEAR = "unclear", _("I have asked, and it cannot be told.")


@transaction.atomic
def look_at_number(*, person: Person, found: str) -> None:
    """Say that a former number which somebody has signed in with is looked at: it waits no more, until the next try.

    Refused where nothing waits for it, and by those who do not work with the person.
    """
    call("portal_look_at_number", person.pk, sentences=NO)
    record("portal.look_at_number", person.pk, scope=Scope.PLAN, found=Found(found).value)
