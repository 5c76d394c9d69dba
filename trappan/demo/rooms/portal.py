"""The code that Samira of the tour has got for her own pages, from her consultant's hand."""

from trappan import database
from trappan.history.record import record
from trappan.people.models import Person
from trappan.portal.pins import digest_of_code
from trappan.secrecy.acting import acting_as
from trappan.secrecy.scopes import Scope
from trappan.staff.models import Membership

# What stands on the tour's slip: made here for the demo alone. A real one is drawn, and kept by nobody.
CODE = "EKTRAPPAN3"


def hand_out() -> None:
    """Let Jonna have handed a code over to Samira."""
    jonna = Membership.objects.get(colleague__given_name="Jonna", colleague__family_name="Mallgren")
    samira = Person.objects.get(given_name="Samira", family_name="Påhitt")
    with acting_as(jonna.colleague_id, jonna.pk):
        database.row("portal_hand_out", samira.pk, digest_of_code(CODE), "known")
        record("portal.hand_out_code", samira.pk, scope=Scope.PLAN, proven="known")
