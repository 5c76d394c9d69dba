"""What the person has written of a plan and its goals, as the plan's page shows it beside staff's own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import JSONField, Prefetch
from django.db.models.expressions import RawSQL
from django.utils.dateparse import parse_date

from trappan.plans.models import DraftToRead, Goal, OwnWord, Plan
from trappan.secrecy.acts import Acts

# Asked beside a case: where the person last said to stand.
OWN_OF_CASE = RawSQL("plans_own_distance(cases_case.person_id)", [], JSONField())
TO_READ = Prefetch("to_read", DraftToRead.objects.all())
Said = list[tuple[OwnWord, Any]]


@dataclass
class OwnView:
    """What stands of one plan: when it was given to read, and what is written of it, the latest first.

    Each word has the act that answers it, where nobody has.
    """

    plan: Plan
    said: Said = field(default_factory=list)

    @property
    def given(self) -> DraftToRead | None:
        """Return when the draft was given to read in the edition that stands."""
        return next((one for one in self.plan.to_read.all() if one.edition == self.plan.edition), None)

    @property
    def was_given(self) -> bool:
        return bool(self.plan.to_read.all())

    @property
    def answer(self) -> OwnWord | None:
        """Return what was last answered of the whole."""
        return self.said[0][0] if self.said else None

    @property
    def is_changed(self) -> bool:
        """Tell whether the plan is another edition than the one that was answered."""
        return self.answer is not None and self.answer.edition != self.plan.edition


def words_about(plans: Sequence[Plan]) -> list[OwnWord]:
    """Return what the person has written of these plans and their goals, the latest first."""
    if not plans:
        return []
    return list(OwnWord.objects.of_plans(plans).select_related("reply__author__colleague", "plan__case"))


def unanswered(words: Iterable[OwnWord]) -> list[OwnWord]:
    """Return the words that nobody has answered."""
    return [word for word in words if not hasattr(word, "reply")]


def beside(plan: Plan | None, words: list[OwnWord], acts: Acts) -> OwnView | None:
    """Put what is written beside the plan and each goal, and `goal.differs` where one should talk.

    `goal.said` is the latest and whatever nobody has answered, `goal.said_before` what is older and answered.
    """
    if plan is None:
        return None
    for goal in plan.goals.all():
        of_goal = [word for word in words if word.goal_id == goal.pk]
        latest = latest_of(of_goal)
        shown = [word for word in of_goal if word in latest or not hasattr(word, "reply")]
        goal.said = acts.beside("reply", shown)  # type: ignore[attr-defined]  # for the page
        before = [(word, None) for word in of_goal if word not in shown]
        goal.said_before = before  # type: ignore[attr-defined]  # for the page
        goal.differs = differs(goal, latest)  # type: ignore[attr-defined]  # for the page
    whole = [word for word in words if word.goal_id is None and word.plan_id == plan.pk]
    return OwnView(plan, acts.beside("reply", whole))


def latest_of(words: Iterable[OwnWord]) -> list[OwnWord]:
    """Return the latest view and the latest rating of a goal."""
    found: dict[bool, OwnWord] = {}
    for word in words:
        found.setdefault(bool(word.view), word)
    return list(found.values())


def differs(goal: Goal, words: Iterable[OwnWord]) -> bool:
    """Tell whether the person wants a goal otherwise, or sees it otherwise than staff do."""
    rating = next((word.rating for word in words if word.rating), "")
    wants = any(word.is_to_talk_about for word in words) and not goal.staff_rating
    return wants or bool(rating and goal.staff_rating and rating != goal.staff_rating)


def own_steps(kept: list[dict[str, Any]] | None) -> list[dict[str, Any]]:
    """Read where the person last said to stand; where a colleague noted it, what the person wrote stands after it."""
    return [{**one, "on": parse_date(one["on"])} for one in kept or []]


def said_of(plan: Plan) -> list[tuple[Goal | None, Said]]:
    """Return what the person wrote of a plan while it was drafted and applied: of the whole, and of each goal."""
    found: dict[Goal | None, Said] = {None: []}
    words = OwnWord.objects.filter(plan=plan).select_related("goal", "reply__author__colleague")
    for word in words.order_by("-id"):
        found.setdefault(word.goal, []).append((word, None))
    return [(goal, said) for goal, said in found.items() if said]
