"""What the board's page says of extracts: to whoever may decide, that one waits."""

from trappan.insight.models import Extract
from trappan.secrecy.acting import Actor
from trappan.secrecy.rights import has
from trappan.staff.models import Membership

DECIDE = "insight.decide_extract"


def alerts(actor: Actor) -> list[Extract]:
    """Return the extracts that wait for whoever acts: that a colleague has asked for, the latest first."""
    if not has(actor, DECIDE):
        return []
    me = Membership.objects.filter(pk=actor.membership_id).values("colleague")
    return list(Extract.objects.filter(ends_on__gt=actor.today, outcome="").exclude(author__colleague__in=me))
