"""The way of a draft to its decision: hours, week, goals, consultation, the person's yes, the decision."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trappan.plans.hours import Proposal
from trappan.plans.models import Consultation, Plan
from trappan.plans.operations.plan import refuse_unexplained_hours
from trappan.plans.weekly import Picture
from trappan.refusals import Refused
from trappan.ui.templatetags.ui import day, hours


@dataclass(frozen=True)
class Stage:
    """One stage of the way: its place on the page, whether it is done, and what is to be said of it."""

    key: str
    number: int
    title: str
    is_done: bool
    said: str


def lacks_for_decision(draft: Plan, proposal: Proposal, *, consulted: bool) -> list[tuple[str, str]]:
    """Return what a draft lacks before it can be decided, each with the place on its page where it is written.

    The same is refused when it is decided all the same: this is what the page says beforehand.
    """
    lacks = []
    try:
        refuse_unexplained_hours(draft.weekly_minutes, draft.hours_reason, proposal)
    except Refused as refusal:
        lacks.append((str(refusal), "hours"))
    if not consulted:
        lacks.append((_("Write down the consultation with the Employment Service."), "consult"))
    if draft.agreed_on is None:
        lacks.append((_("Note when and how the person says yes."), "answer"))
    return lacks


def stages(
    draft: Plan, week: Picture, consulted: Consultation | None, lacks: Sequence[tuple[str, str]], *, required: bool
) -> Mapping[str, Stage]:
    """Return the stages of a draft by their place, in the order of the work."""
    missing = {place for _sentence, place in lacks}
    goals = len(draft.goals.all())
    counted = ngettext("%(count)s goal on the way", "%(count)s goals on the way", goals) % {"count": goals}
    planned = _("%(planned)s of %(target)s") % {"planned": hours(week.planned), "target": hours(week.target)}
    if consulted is not None:
        consultation = day(consulted.held_on)
    else:
        consultation = _("Missing") if required else _("Not needed by the rules")
    answer = _("Yes, %(day)s") % {"day": day(draft.agreed_on)} if draft.agreed_on else _("Missing")
    decision = _("Cannot be decided yet") if lacks else _("Can be decided")
    listed = (
        ("hours", _("Hours and goal"), "hours" not in missing, hours(draft.weekly_minutes)),
        ("week", _("The week"), not week.missing and not week.over, planned),
        ("goals", _("Goals on the way"), goals > 0, counted if goals else _("None yet")),
        ("consult", _("Consultation"), consulted is not None or not required, consultation),
        ("answer", _("The person's yes"), draft.agreed_on is not None, answer),
        ("decide", _("Decision"), False, decision),
    )
    return {
        key: Stage(key, number, title, is_done, said)
        for number, (key, title, is_done, said) in enumerate(listed, start=1)
    }
