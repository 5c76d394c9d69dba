"""What the tour needs of own pages: codes in the hand, who helps Amina, and times that Samira may choose among."""

from datetime import date, datetime, time, timedelta

from trappan import database
from trappan.cases.models import Case, Meeting
from trappan.cases.operations import offer_times
from trappan.demo.clock import STOCKHOLM
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
# Days on which Jonna offers Samira a time, at the first of these hours that is free.
DAYS = (date(2026, 11, 17), date(2026, 11, 18), date(2026, 11, 19))
HOURS = (time(10), time(13), time(15), time(16, 30))


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


def let_choose() -> None:
    """Let Jonna have offered Samira three times of a meeting."""
    jonna = Membership.objects.get(colleague__given_name="Jonna", colleague__family_name="Mallgren")
    case = Case.objects.get(person__given_name="Samira", person__family_name="Påhitt", closed_on=None)
    starts = [moment for day in DAYS if (moment := first_free(jonna, day))]
    with acting_as(jonna.colleague_id, jonna.pk) as actor:
        offer_times(
            case=case,
            by=actor,
            starts=starts,
            until=DAYS[0],
            minutes=45,
            how="visit",
            place="Rum 4",
            purpose="Hur det går i köket",
        )


def first_free(who: Membership, day: date) -> datetime | None:
    """Return the first hour of a day at which a colleague is in no meeting."""
    busy = Meeting.objects.filter(colleague=who, starts_at__date=day).exclude(outcome__in=["moved", "cancelled"])
    taken = {at.astimezone(STOCKHOLM).hour for at in busy.values_list("starts_at", flat=True)}
    free = next((hour for hour in HOURS if hour.hour not in taken), None)
    return datetime.combine(day, free, tzinfo=STOCKHOLM) if free else None
