"""What reaches us from the support side."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.assistance.models import Application
from trappan.history.record import record
from trappan.people.models import Person
from trappan.refusals import Refused, Sentences, refusing
from trappan.secrecy.acting import Actor
from trappan.secrecy.scopes import Scope

NO: Sentences = {
    "one_application_a_day": (
        "received_on",
        _("An application from the same day is already here. Open the person and look at it."),
    )
}


@transaction.atomic
def receive_application(
    *, person: Person, by: Actor, received_on: date, kind: str, reference: str = ""
) -> Application:
    """Receive an application: the day the chain begins. Refused twice for the same day."""
    if received_on > by.today:
        raise Refused(_("The application cannot have come in after today."), "received_on")
    with refusing(NO):
        application = Application.objects.create(
            person=person, unit_id=by.unit_id, received_on=received_on, kind=kind, reference=reference
        )  # fmt: skip
    record(
        "assistance.receive_application", person.pk, scope=Scope.ASSISTANCE,
        application=application.pk, received_on=received_on,
    )  # fmt: skip
    return application
