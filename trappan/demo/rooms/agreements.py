"""The town's agreements with employers: one that holds, one that waits for an employer with a link for the tour."""

from datetime import date, timedelta

from django.db.models import Q

from trappan import database
from trappan.agreements import operations
from trappan.agreements.content import usual_terms
from trappan.agreements.links import digest_of, digest_of_code
from trappan.agreements.models import Agreement, Version
from trappan.demo.clock import TODAY
from trappan.employers.models import Contact, Workplace
from trappan.people.models import Person
from trappan.placements.models import Placement
from trappan.secrecy.acting import Actor, acting_as
from trappan.staff.models import Membership

# What the tour's employer has: made here for the demo alone. A real one is drawn by the worker, and kept by nobody.
TOKEN, CODE = "Ekelunda-pahittad-lank-som-bara-finns-i-dem", "123456"
LONGEST = timedelta(days=183)
TERMS = {"tasks": "Frukost, disk och städning av entrén", "aim": "Prova servicearbete i full fart"}


def agree() -> None:
    """Let Jonna have written two agreements; in the smallest town there may be no placement for them."""
    jonna = Membership.objects.get(colleague__given_name="Jonna", colleague__family_name="Mallgren")
    at = Workplace.objects.filter(employer__name="Hotell Låtsasro AB").first()
    contact = Contact.objects.filter(employer__name="Hotell Låtsasro AB").first()
    if at is None or contact is None:
        return
    with acting_as(jonna.colleague_id, jonna.pk) as actor:
        for placement, agreed in zip(placements(actor), (waits, holds), strict=False):
            agreed(placement, actor, at, contact)
    send()


def placements(actor: Actor) -> list[Placement]:
    """Choose the last and the first placement of Jonna's own people that began lately, at sites that no card shows."""
    found = (
        Placement.objects.filter(
            Q(ends_on=None) | Q(ends_on__gt=TODAY + timedelta(days=7)),
            agreed=True,
            starts_on__gt=TODAY - timedelta(days=150),
            person__protection=Person.Protection.NONE,
            person__cases__responsible_id=actor.membership_id,
            person__cases__closed_on=None,
        )
        .exclude(activity__name__in=["Café Vidingsjö", "Snickeriet"])
        .select_related("person")
        .order_by("starts_on", "pk")
    )
    lately = list(found)
    return [lately[-1], lately[0]] if len(lately) > 1 else lately


def written(placement: Placement, actor: Actor, at: Workplace, contact: Contact) -> Agreement:
    """Write an agreement on a placement at the hotel."""
    return operations.write_agreement(
        placement=placement,
        by=actor,
        workplace=at,
        contact=contact,
        form="work_trial",
        ends_on=min(placement.ends_on or date.max, placement.starts_on + LONGEST),
        **{**usual_terms(), **TERMS, "supervisor": contact.name},
    )


def holds(placement: Placement, actor: Actor, at: Workplace, contact: Contact) -> None:
    """Let all three have signed."""
    version = Version.objects.get(agreement=written(placement, actor, at, contact))
    operations.sign_in_room(version=version, seen=version.digest)
    ground = f"{contact.name} sa ja på telefon 12 november"
    operations.sign_on_behalf(version=version, seen=version.digest, party="employer", name=contact.name, ground=ground)
    operations.sign_for_municipality(version=version, seen=version.digest, by=actor)


def waits(placement: Placement, actor: Actor, at: Workplace, contact: Contact) -> None:
    """Let the participant have signed, and the employer have a link."""
    made = written(placement, actor, at, contact)
    version = Version.objects.get(agreement=made)
    operations.sign_in_room(version=version, seen=version.digest)
    reached = {"phone": contact.phone, "email": "hotellet@latsasro.example"}
    Agreement.objects.filter(pk=made.pk).update(**reached)
    made.refresh_from_db()
    operations.send_link(agreement=made, version=version, site="http://127.0.0.1:8000", way="email_aloud")


def send() -> None:
    """Let the links have been sent, as the tour's own, and the code have been read aloud."""
    for link in database.query("SELECT id, key FROM agreements_link"):
        database.execute(
            "UPDATE agreements_link SET token_digest = %s, code_digest = %s, code_until = now() + interval '50 years', "
            "code_at = now(), codes = 1, times_tried = 1, tried_at = now(), outcome = 'sent', sent_at = clock() "
            "WHERE id = %s",
            [digest_of(TOKEN), digest_of_code(link.key, CODE), link.id],
        )
