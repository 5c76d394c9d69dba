"""What the board's page says of extracts: to whoever may decide that one waits, to whoever asked what was decided."""

from datetime import timedelta

from trappan.insight.models import Extract
from trappan.secrecy.acting import Actor
from trappan.secrecy.rights import has
from trappan.staff.models import Membership

DECIDE, ASK = "insight.decide_extract", "insight.ask_extract"
TOLD_FOR = timedelta(days=14)


def alerts(actor: Actor) -> list[Extract]:
    """Return the extracts that somebody is to be told of, the latest first; none to who neither asks nor decides.

    To a director those that wait and that a colleague has asked for; to whoever asked, for two weeks, what was decided.
    """
    waiting = Extract.objects.filter(ends_on__gt=actor.today)
    if has(actor, DECIDE):
        me = Membership.objects.filter(pk=actor.membership_id).values("colleague")
        return list(waiting.filter(outcome="").exclude(author__colleague__in=me))
    if has(actor, ASK):
        decided = waiting.filter(author=actor.membership_id, withdrawn_at=None)
        return list(decided.filter(decided_at__date__gte=actor.today - TOLD_FOR))
    return []
