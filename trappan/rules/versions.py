"""The versions of the rules in order: what differs between them in words, where each stands, who decided."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from trappan.rules.codes import labels
from trappan.rules.models import RuleSet
from trappan.rules.parameters import PARAMETERS, Parameter


@dataclass(frozen=True)
class Changed:
    """A rule in two versions, each in words; the same in both where nothing `differs`."""

    rule: Parameter
    was: str
    now: str

    @property
    def differs(self) -> bool:
        return self.was != self.now


@dataclass(frozen=True)
class Shown:
    """A version with what it changes in the one before it; `state` is where it stands, in one word of ours."""

    version: RuleSet
    before: RuleSet | None
    rules: Sequence[Changed]
    state: str

    @property
    def changed(self) -> list[Changed]:
        return [one for one in self.rules if one.differs]

    @property
    def same(self) -> int:
        return len(self.rules) - len(self.changed)

    @property
    def takes_two(self) -> bool:
        """Tell whether something is changed that takes a second person."""
        return self.version.backdated or any(one.rule.two for one in self.changed)

    @property
    def words(self) -> str:
        """Say where it stands."""
        return {
            "draft": _("draft"),
            "sent": _("waits for a second person"),
            "withdrawn": _("withdrawn"),
            "to_come": _("decided, to come"),
            "in_force": _("applies"),
            "past": _("has ended"),
        }[self.state]

    @property
    def color(self) -> str:
        return {"in_force": "success", "sent": "warning"}.get(self.state, "neutral")


def state_of(version: RuleSet, today: date) -> str:
    """Return where a version stands on a day."""
    if version.withdrawn_at:
        return "withdrawn"
    if version.decided_at is None:
        return "sent" if version.sent_at else "draft"
    if version.valid_from > today:
        return "to_come"
    return "past" if version.valid_to and version.valid_to <= today else "in_force"


def all_versions(today: date) -> list[Shown]:
    """Return every version in the order of its first day, drafts and withdrawn ones with the decided."""
    people = ("author", "sent_by", "decided_by", "stop_asked_by", "withdrawn_by")
    found = list(RuleSet.objects.select_related(*(f"{one}__colleague" for one in people)).order_by("valid_from", "pk"))
    words = {code: label for (_table, code), label in labels("obstacle").items()}
    return [shown(one, taken_over(one, found), words, state_of(one, today)) for one in found]


def taken_over(version: RuleSet, of: Sequence[RuleSet]) -> RuleSet | None:
    """Return the decided version that one takes over from: the last that begins before it."""
    earlier = [
        one
        for one in of
        if one.decided_at is not None and one.withdrawn_at is None and one.valid_from < version.valid_from
    ]
    return earlier[-1] if earlier else None


def shown(version: RuleSet, before: RuleSet | None, obstacles: dict[str, str], state: str) -> Shown:
    """Compare a version with the one before it, rule by rule; with itself where there is none."""
    earlier = (before or version).parameters
    rules = [
        Changed(one, one.in_words(earlier[one.name], obstacles), one.in_words(version.parameters[one.name], obstacles))
        for one in PARAMETERS
    ]
    return Shown(version, before, rules, state)
