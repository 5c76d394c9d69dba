"""The codes that Samira and Amina of the tour have got for their own pages, and the one for who helps Amina."""

from datetime import timedelta

from trappan import database
from trappan.history.record import record
from trappan.people.models import Person
from trappan.portal.models import Mandate
from trappan.portal.operations import register_helper
from trappan.portal.operations.mandate import longest
from trappan.portal.pins import digest_of_code
from trappan.secrecy.acting import acting_as
from trappan.secrecy.scopes import Scope
from trappan.staff.models import Membership

# What stands on the tour's slips: made here for the demo alone. A real one is drawn, and kept by nobody.
CODE = "EKTRAPPAN3"
AMINAS = "AMINATRAPP"
KARINS = "OMBUDKARIN"


def hand_out() -> None:
    """Let Jonna have handed a code over to Samira and to Amina, and to Karin, whom Amina lets help her."""
    jonna = Membership.objects.get(colleague__given_name="Jonna", colleague__family_name="Mallgren")
    samira = Person.objects.get(given_name="Samira", family_name="Påhitt")
    amina = Person.objects.get(given_name="Amina", family_name="Prototypsdotter")
    with acting_as(jonna.colleague_id, jonna.pk) as actor:
        for person, code in ((samira, CODE), (amina, AMINAS)):
            database.row("portal_hand_out", person.pk, digest_of_code(code), "known")
            record("portal.hand_out_code", person.pk, scope=Scope.PLAN, proven="known")
        register_helper(
            person=amina,
            today=actor.today,
            name="Karin Hjälpsson",
            phone="070-174 06 05",
            relation="syster",
            allows="say",
            ends_on=longest() + timedelta(days=1),
            signed=True,
        )
        mandate = Mandate.objects.get(person=amina)
        database.row("portal_hand_out_to", mandate.pk, digest_of_code(KARINS), "document")
        record("portal.hand_out_to", amina.pk, scope=Scope.PLAN, mandate=mandate.pk, proven="document")
