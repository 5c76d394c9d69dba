"""A proposed opening in words: why this one, why not one that was asked for more, why nothing; and what has changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.db.models.fields.json import KT
from django.db.models.functions import JSONObject
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from trappan.employers.models import Opening
from trappan.matching.allocation.in_words import holders_of
from trappan.matching.allocation.possible_work import HardWork
from trappan.matching.fit import in_words
from trappan.matching.models import AllocationLine, OpeningLine, ProfilePart, Proposal
from trappan.matching.models.profile import Part
from trappan.rules.models import Concept
from trappan.schedules.week import Week, read_week

WISHED = {0: gettext_lazy("as asked for"), 1: gettext_lazy("of the same kind as what was asked for")}
HARD = {
    HardWork.HOURS: gettext_lazy("at other times, or more hours, than are possible"),
    HardWork.LICENCE: gettext_lazy("asks for a driving licence that the person does not have"),
    HardWork.LANGUAGE: gettext_lazy("asks for a language that the person does not speak"),
    HardWork.NEEDS: gettext_lazy("without what the person needs there"),
    HardWork.TRIED: gettext_lazy("asked about before, and it came to nothing"),
    HardWork.REFUSED: gettext_lazy("the employer has said no to the person"),
    HardWork.DECLINED: gettext_lazy("declined before by a colleague"),
}


@dataclass(frozen=True)
class ToldWork:
    """A line as it is read: `fuller` why not what was asked for more, `ruled_out` what nobody is asked about.

    `asked_for` is the occupation as the person said it, empty where that may not be told any more. `passed` says what
    has happened since, so that the person is not asked by this line; `meets` which places are proposed at the same
    times, as far as the reader may know.
    """

    line: OpeningLine
    waited: int
    wished: str = ""
    asked_for: str = ""
    fuller: Sequence[str] = ()
    ruled_out: Sequence[str] = ()
    passed: str = ""
    meets: Sequence[str] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)

    @property
    def may_be_answered(self) -> bool:
        return bool(self.line.opening_id and not self.line.answer and not self.passed)


def with_changes(lines: QuerySet[OpeningLine], today: date) -> QuerySet[OpeningLine]:
    """Say of each line what holds now: `is_offered`, whether the person `is_busy` with another, and what is asked for.

    That is `wishes`, as far as the reader may know them, and `label`, what the line's is called. `places` are those
    that the same run proposes: the team sees none of them.
    """
    places = AllocationLine.objects.filter(
        run=OuterRef("run"),
        person=OuterRef("person"),
        activity__isnull=False,
        answer__in=["", AllocationLine.Answer.ACCEPTED],
    )
    wishes = ProfilePart.objects.filter(person=OuterRef("person"), part=Part.WISHES, replaced_at=None)
    return lines.annotate(
        code=KT("facts__asked_for"),
        is_offered=Exists(Opening.objects.to_offer(today).filter(pk=OuterRef("opening"))),
        is_busy=Exists(Proposal.objects.under_way().filter(person=OuterRef("person"))),
        wishes=Subquery(wishes.values("codes")),
        label=Subquery(Concept.objects.filter(pk=OuterRef("code")).values("label")),
        places=ArraySubquery(
            places.order_by("pk").values_list(JSONObject(name="activity__name", week="week"), flat=True)
        ),
    )


def tell_work(lines: Sequence[Any], today: date) -> list[ToldWork]:
    """Return lines of `with_changes` in words, in one question however many there are."""
    listed = {one["opening"] for line in lines for one in line.facts["fuller"]}
    openings = Opening.objects.select_related("employer").in_bulk(listed)
    return [told(line, openings, today, passed(line)) for line in lines]


def passed(line: Any) -> str:
    """Say what has happened since; nothing where the person may be asked as it stands."""
    if line.answer or line.opening_id is None:
        return ""
    if line.search.ended_on is not None:
        return _("The person is not on the employer team's list any more.")
    if line.is_busy:
        return _("The person is asked about an opening already, since this was reckoned.")
    if line.asked_for not in (line.wishes or ()):
        return _("The person does not ask for such work any more, or does not let it be told.")
    if not line.is_offered:
        return _("The opening has been closed or filled since this was reckoned.")
    return ""


def told(line: Any, openings: Mapping[int, Opening], today: date, since: str) -> ToldWork:
    """Return one line in words."""
    facts = line.facts
    week = line.opening.hours if line.opening else None
    return ToldWork(
        line,
        line.waited(today),
        wished=str(WISHED[line.wish]) if line.wish is not None else "",
        asked_for="" if since or line.asked_for not in (line.wishes or ()) else line.label or "",
        fuller=[why_full(one, openings[one["opening"]]) for one in facts["fuller"]],
        ruled_out=[
            ngettext("%(many)s opening: %(why)s", "%(many)s openings: %(why)s", many)
            % {"many": many, "why": HARD[HardWork(why)]}
            for why, many in line.ruled_out()
        ],
        passed=since,
        meets=[
            f"{one['name']}, {in_words(there.parts)}"
            for one in line.places
            if week and do_meet(week, there := read_week(one["week"]))
        ],
        facts=facts,
    )


def do_meet(one: Week, other: Week) -> bool:
    """Tell whether two weeks share any time."""
    return any(part.meets(there) for part in one.parts for there in other.parts)


def why_full(one: Mapping[str, Any], opening: Opening) -> str:
    """Say of an opening that was asked for more that it is full, and by whom in numbers."""
    words = {
        "opening": opening.title,
        "employer": opening.employer.name,
        "wished": WISHED[one["wish"]],
        "holders": ", ".join(holders_of(one)) or _("for every place somebody is asked already"),
    }
    return _("%(opening)s, %(employer)s (%(wished)s) is full: %(holders)s.") % words
