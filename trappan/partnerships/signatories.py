"""Who signs for the partner of an agreement, who may be named to, and whom one asks to name somebody."""

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from trappan import database
from trappan.partnerships.models import Agreement, Signatory
from trappan.secrecy.acting import Actor
from trappan.secrecy.scopes import Role
from trappan.staff.models import Membership, Unit

HEADS = 3  # at most, of those whom a partner is told to ask


def signatories(agreement: Agreement) -> QuerySet[Signatory]:
    """Ask for those who sign for the partner of an agreement today: named, and still with the partner."""
    named = Signatory.objects.filter(agreement=agreement, ended_on=None, membership__in=Membership.objects.in_force())
    return named.select_related("membership__colleague", "membership__unit", "author__colleague")


def may_be_named(agreement: Agreement, actor: Actor) -> QuerySet[Membership]:
    """Ask whom somebody may name: who leads a workplace of the partner, does not sign for it yet, and is another."""
    leads = [row.membership_id for row in database.rows("partnerships_coordinators_of", agreement.pk)]
    already = signatories(agreement).values("membership__colleague")
    found = Membership.objects.filter(pk__in=leads).exclude(colleague__in=already).exclude(colleague=actor.colleague_id)
    return found.select_related("colleague", "unit").order_by("colleague__family_name", "colleague__given_name", "pk")


def whom_to_ask(agreement: Agreement, actor: Actor) -> str:
    """Say whom a partner asks to name its signatory: the head above the own workplace, or the municipality."""
    above = Unit.objects.filter(pk=actor.unit_id).values("parent")
    heads = Membership.objects.in_force().filter(unit__in=above, role=Role.HEAD_OF_UNIT)
    names = [one.colleague.name for one in heads.select_related("colleague").order_by("pk")[:HEADS]]
    if names:
        words = _("Nobody is named to sign for you. Ask %(names)s, head of unit with the municipality, to name one.")
        return words % {"names": ", ".join(names)}
    words = _("Nobody is named to sign for you. Ask a head of unit with %(municipality)s to name one.")
    return words % {"municipality": agreement.municipality.name}
