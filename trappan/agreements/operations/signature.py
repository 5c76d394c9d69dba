"""Sign an agreement: the participant in the room, somebody on behalf with a ground, the municipality last."""

from typing import Any

from django.db import transaction

from trappan.agreements.models import Signature, Version
from trappan.agreements.operations.refusals import CHANGED, NO
from trappan.history.record import record
from trappan.placements.models import Placement
from trappan.placements.operations import end_placement, extend
from trappan.refusals import Refused, refusing
from trappan.secrecy.acting import Actor
from trappan.secrecy.scopes import Scope


@transaction.atomic
def sign_in_room(*, version: Version, seen: str) -> Signature:
    """Let the participant sign in the room, in the presence of the colleague; refused where it was changed since."""
    made = signed(version, seen, Signature.Party.PARTICIPANT, Signature.How.ROOM, version.content["name"])
    record("agreements.sign_in_room", version.person_id, scope=Scope.PLAN, version=version.pk)
    return made


@transaction.atomic
def sign_on_behalf(*, version: Version, seen: str, party: str, name: str, ground: str) -> Signature:
    """Sign for the participant or the employer, on a ground that stands on the paper."""
    made = signed(version, seen, party, Signature.How.ON_BEHALF, name, ground=ground.strip())
    record("agreements.sign_on_behalf", version.person_id, scope=Scope.PLAN, version=version.pk, party=party)
    return made


@transaction.atomic
def sign_for_municipality(*, version: Version, seen: str, by: Actor) -> Signature:
    """Sign last, for the municipality: the placement goes on, with the last day that is agreed."""
    made = signed(version, seen, Signature.Party.MUNICIPALITY, Signature.How.OWN, by.name, title=by.unit_name[:100])
    record("agreements.sign_for_municipality", version.person_id, scope=Scope.PLAN, version=version.pk)
    placement = Placement.objects.get(three_party=version.agreement_id)
    if not placement.agreed or placement.ends_on == version.ends_on:
        return made
    if placement.ends_on is not None and placement.ends_on < version.ends_on:
        extend(placement=placement, ends_on=version.ends_on, today=by.today)
    else:
        end_placement(placement=placement, ends_on=version.ends_on, kind="planned")
    return made


def signed(version: Version, seen: str, party: str, how: str, name: str, **about: Any) -> Signature:
    """Write a signature on the version that was read, and on no other."""
    if seen != version.digest:
        raise Refused(CHANGED)
    with refusing(NO):
        return Signature.objects.create(
            version=version, person_id=version.person_id, party=party, how=how, name=name, **about
        )
