"""What the board's page says of extracts: to whoever may decide that one waits, to whoever asked what was decided."""

from django.db.models import F, Q

from trappan.insight.extract.standing import Standing, standing
from trappan.insight.models import Extract
from trappan.secrecy.acting import Actor
from trappan.secrecy.rights import has
from trappan.staff.models import Membership

ASK, DECIDE = "insight.ask_extract", "insight.decide_extract"
UNTOLD = Q(told_at=None) | Q(told_at__lt=F("decided_at")) | Q(told_at__lt=F("withdrawn_at"))


def alerts(actor: Actor) -> list[Extract]:
    """Return the extracts that wait for whoever acts: that a colleague has asked for, the latest first."""
    if not has(actor, DECIDE):
        return []
    me = Membership.objects.filter(pk=actor.membership_id).values("colleague")
    return list(Extract.objects.filter(ends_on__gt=actor.today, outcome="").exclude(author__colleague__in=me))


def decided(actor: Actor) -> list[tuple[Extract, Standing]]:
    """Return whoever acts' own extracts whose decision they have not looked at yet, each with how it stands."""
    if not has(actor, ASK):
        return []
    own = Extract.objects.defer("words").filter(author=actor.membership_id).exclude(outcome="").filter(UNTOLD)
    return [(one, standing(one, actor.today)) for one in own]
