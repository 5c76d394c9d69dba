"""The evaluation: how many of those who began have come to work or studies; read as the worker has prepared it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from trappan.history.record import record
from trappan.insight.charts.reading import drawn
from trappan.insight.evaluation.words import AGE, COHORT, KIND, MONTHS, ORGANISER, REAL, WAYS
from trappan.insight.models import Evaluation
from trappan.insight.parts import names_of, part_name
from trappan.secrecy.rights import Request, may

READ = ("id", "made_at", "month", "pictures", "told")
TITLES: dict[str, Promise] = {
    COHORT: _("By the year in which they began"),
    KIND: _("By the kind of activity that they began in"),
    REAL: _("Training in real operations and constructed training"),
    ORGANISER: _("By the organiser that they began at"),
    AGE: _("By age when they began"),
}
# Held beside each other in words; organisers are many, and stand in their table alone.
IN_WORDS = (COHORT, KIND, REAL, AGE)
AFTER = MONTHS.index(12)


@dataclass(frozen=True)
class Group:
    """Those who began alike: what they are called, how many in tens, and the shares after each time; None is hidden."""

    name: str
    people: int | None
    ways: dict[str, list[int | None]]

    @property
    def work(self) -> list[int | None]:
        """Return the shares that have come to work."""
        return self.ways["work"]

    @property
    def studies(self) -> list[int | None]:
        """Return the shares that have come to studies."""
        return self.ways["studies"]

    @property
    def after(self) -> tuple[int | None, int | None]:
        """Return the shares that have come to work, and to studies, within twelve months."""
        return self.work[AFTER], self.studies[AFTER]

    @property
    def each_way(self) -> list[tuple[Promise, list[int | None]]]:
        """Return every way with its title and its shares."""
        return [(title, self.ways[way]) for way, title in WAYS.items()]


@dataclass(frozen=True)
class Apart:
    """One breakdown; told of a month (`until`), and whether it stands so, though the sources say otherwise by now."""

    code: str
    title: Promise
    groups: list[Group]
    in_words: list[Group]
    until: date | None
    stands: bool


@may("insight.see_figures")
def evaluation(request: Request) -> HttpResponse:
    """Show what became of those who began an activity, all and told apart; what it depends on is claimed nowhere."""
    made = Evaluation.objects.only(*READ).order_by("-month").first()
    told: list[dict[str, Any]] = made.told["groups"] if made else []
    of_all = [group for group in told if not group["by"]]
    record("insight.see_evaluation", kind="read", month=made and f"{made.month:%Y-%m}")
    context = {
        "made": made,
        "until": until_of(of_all),
        "stands": any(group["stands"] for group in of_all),
        "whole": group_of(of_all[0], "") if of_all else None,
        "months": MONTHS,
        "picture": drawn("".join(made.pictures.get("all", {}).values())) if made else "",
        "apart": [apart(by, told) for by in TITLES],
    }
    return render(request, "insight/evaluation.html", context)


def apart(by: str, told: Iterable[dict[str, Any]]) -> Apart:
    """Return a breakdown as it is shown; organisers by their names, all others as they are told."""
    [names] = names_of([by])
    ours = [one for one in told if one["by"] == by]
    groups = [group_of(one, part_name([names], [one["part"]])) for one in ours]
    if by == ORGANISER:
        groups.sort(key=lambda group: group.name)
    said = [group for group in groups if group.people and group.after[0] is not None] if by in IN_WORDS else []
    return Apart(by, TITLES[by], groups, said, until_of(ours), any(one["stands"] for one in ours))


def group_of(told: dict[str, Any], name: str) -> Group:
    """Return a group as it is shown."""
    return Group(name, told["people"], told["ways"])


def until_of(told: Iterable[dict[str, Any]]) -> date | None:
    """Return the month up to which people were followed when this was told."""
    return next((date.fromisoformat(one["until"]) for one in told), None)
