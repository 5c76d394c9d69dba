"""A proposed opening in words: why this one, why not one that was asked for more, why nothing; and what has changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from trappan.employers.models import Opening
from trappan.matching.allocation.in_words import holders_of
from trappan.matching.allocation.possible_work import HardWork
from trappan.matching.fit import in_words
from trappan.matching.models import AllocationLine, OpeningLine, ProfilePart, Proposal
from trappan.matching.models.profile import Part
from trappan.rules.models import Concept
from trappan.schedules.week import Week

WISHED = {0: gettext_lazy("as asked for"), 1: gettext_lazy("of the same kind as what was asked for")}
HARD = {
    HardWork.HOURS: gettext_lazy("at other times, or more hours, than are possible"),
    HardWork.LICENCE: gettext_lazy("asks for a driving licence that lacks"),
    HardWork.LANGUAGE: gettext_lazy("asks for a language that lacks"),
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


def tell_work(lines: Sequence[OpeningLine], today: date) -> list[ToldWork]:
    """Return lines in words with what has happened since, in as many questions however many there are."""
    listed = {one["opening"] for line in lines for one in line.facts["fuller"]}
    openings = Opening.objects.select_related("employer").in_bulk(listed)
    proposed = [line for line in lines if line.opening_id and not line.answer]
    people = [line.person_id for line in lines]
    waiting = Opening.objects.to_offer(today).filter(pk__in={line.opening_id for line in proposed})
    offered = set(waiting.values_list("pk", flat=True))
    busy = set(Proposal.objects.under_way().filter(person__in=people).values_list("person_id", flat=True))
    wishes = ProfilePart.objects.filter(person__in=people, part=Part.WISHES, replaced_at=None)
    wished = dict(wishes.values_list("person_id", "codes"))
    labels = dict(Concept.objects.filter(pk__in={line.asked_for for line in lines}).values_list("pk", "label"))
    places = places_of(lines)
    return [
        told(line, openings, labels, today, passed(line, offered, busy, wished), places.get(line.person_id, ()))
        for line in lines
    ]


def places_of(lines: Sequence[OpeningLine]) -> dict[int, list[AllocationLine]]:
    """Return by person the places that the same runs propose, as far as the reader sees them: the team sees none."""
    found = AllocationLine.objects.filter(
        run__in={line.run_id for line in lines},
        person__in=[line.person_id for line in lines],
        activity__isnull=False,
        answer__in=["", AllocationLine.Answer.ACCEPTED],
    )
    by_person: dict[int, list[AllocationLine]] = {}
    for one in found.select_related("activity"):
        by_person.setdefault(one.person_id, []).append(one)
    return by_person


def passed(line: OpeningLine, offered: set[int], busy: set[int], wished: Mapping[int, Sequence[str]]) -> str:
    """Say what has happened since; nothing where the person may be asked as it stands."""
    if line.answer or line.opening_id is None:
        return ""
    if line.search.ended_on is not None:
        return _("The person is not on the employer team's list any more.")
    if line.person_id in busy:
        return _("The person is asked about an opening already, since this was reckoned.")
    if line.asked_for not in wished.get(line.person_id, ()):
        return _("The person does not ask for such work any more, or does not let it be told.")
    if line.opening_id not in offered:
        return _("The opening has been closed or filled since this was reckoned.")
    return ""


def told(
    line: OpeningLine,
    openings: Mapping[int, Opening],
    labels: Mapping[str, str],
    today: date,
    since: str,
    places: Sequence[AllocationLine],
) -> ToldWork:
    """Return one line in words."""
    facts = line.facts
    week = line.opening.hours if line.opening else None
    return ToldWork(
        line,
        line.waited(today),
        wished=str(WISHED[line.wish]) if line.wish is not None else "",
        asked_for="" if since else labels.get(line.asked_for, ""),
        fuller=[why_full(one, openings[one["opening"]]) for one in facts["fuller"]],
        ruled_out=[
            ngettext("%(many)s opening: %(why)s", "%(many)s openings: %(why)s", many)
            % {"many": many, "why": HARD[HardWork(why)]}
            for why, many in line.ruled_out()
        ],
        passed=since,
        meets=[f"{one.activity}, {in_words(one.times.parts)}" for one in places if week and do_meet(week, one.times)],
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
