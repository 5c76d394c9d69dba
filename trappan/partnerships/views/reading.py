"""Who is reading of an agreement: the municipality that keeps it, or the partner that it is with."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from trappan.partnerships.models import Agreement
from trappan.partnerships.standing import with_lapse, with_versions
from trappan.secrecy.rights import Request, has
from trappan.secrecy.scopes import Role


def is_ours(request: Request) -> bool:
    """Tell whether the colleague works in a municipality, and not with a partner."""
    return not request.actor.at_partner


def reads_terms(request: Request, *, ours: bool) -> bool:
    """Tell whether the actor reads terms and money: not who leads a workplace of the municipality's own.

    As the database has it (`partnerships_reads_terms`).
    """
    return has(request.actor, "partnerships.see_agreements") and not (ours and request.actor.role == Role.SITE_LEADER)


def agreement_or_404(request: Request, agreed_id: int) -> tuple[Agreement, bool]:
    """Return an agreement that the actor reads with its terms, and whether it is her own municipality's."""
    found, ours = get_object_or_404(with_lapse(with_versions()), pk=agreed_id), is_ours(request)
    if not reads_terms(request, ours=ours):
        raise Http404
    return found, ours
