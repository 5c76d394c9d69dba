"""A proposed start in words: why this place, why not one that is wished more, and why nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, JSONField, OuterRef, QuerySet
from django.db.models.expressions import RawSQL
from django.db.models.functions import JSONObject
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from trappan.activities.models import Activity, SeatUse
from trappan.activities.places import stretches
from trappan.matching.allocation.possible import Hard
from trappan.matching.fit import Free, in_words, least_free
from trappan.matching.models import AllocationLine, Proposal
from trappan.placements.models import Placement
from trappan.schedules.week import Part, read_week

# Names by the reader's own policies, beside what the database tells.
CHAIN = """(SELECT jsonb_agg(
    to_jsonb(c) || jsonb_build_object('unit', u.name, 'name', p.given_name || ' ' || p.family_name))
  FROM matching_chain(matching_allocationline.id) c
  LEFT JOIN people_person p ON p.id = c.person_id LEFT JOIN staff_unit u ON u.id = c.unit_id)"""
WISHED = {
    0: gettext_lazy("as wished for"),
    1: gettext_lazy("in part as wished for"),
    2: gettext_lazy("no wish speaks for or against it"),
    3: gettext_lazy("possible, and not wished for"),
}
HARD = {
    Hard.SEASON: gettext_lazy("out of season"),
    Hard.HOURS: gettext_lazy("closed at some of the planned times"),
    Hard.NEEDS: gettext_lazy("without what the person needs there"),
    Hard.LANGUAGE: gettext_lazy("asks for a language that the person does not speak"),
    Hard.LICENCE: gettext_lazy("asks for a driving licence that the person does not have"),
    Hard.TRAVEL: gettext_lazy("a longer journey than the person manages"),
    Hard.CONSENT: gettext_lazy("a partner whom the person has not consented to"),
    Hard.REFUSED: gettext_lazy("the site has said no to the person"),
    Hard.DECLINED: gettext_lazy("declined before by a colleague"),
}


@dataclass(frozen=True)
class WouldMove:
    """Somebody who would have to take another place, as its reader may know it: who and what, or which unit to ask."""

    person_id: int | None
    name: str
    unit: str
    leaves: str
    takes: str
    wished: str


@dataclass(frozen=True)
class Told:
    """A line as it is read: `fuller` why not what is wished more, `ruled_out` what no place could be for.

    `passed` says what has happened since it was proposed, so that it cannot be carried out any more. `could` is where
    and when the person could start if others moved, `would_move` who these are.
    """

    line: AllocationLine
    waited: int
    wished: str = ""
    times: str = ""
    fuller: Sequence[str] = ()
    ruled_out: Sequence[str] = ()
    passed: str = ""
    beside: Sequence[str] = ()
    could: str = ""
    would_move: Sequence[WouldMove] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)

    @property
    def may_be_answered(self) -> bool:
        return bool(self.line.activity_id and not self.line.answer and not self.passed)


def tell(lines: Sequence[Any], monday: date, today: date) -> list[Told]:
    """Return lines in words, with what has happened since, in two questions however many there are.

    The lines are of `with_place`, which says who has got a place meanwhile, and when.
    """
    told_of = ("fuller", "beside", "chain")
    listed = {one["activity"] for line in lines for key in told_of for one in line.facts.get(key, ())}
    listed |= {line.activity_id for line in lines if line.activity_id}
    sides = (one[side] or () for line in lines for one in moves(line) for side in ("leaves", "takes"))
    listed |= {stay["activity"] for side in sides for stay in side}
    activities = Activity.objects.in_bulk(listed)
    proposed = {line.activity_id for line in lines if line.activity_id and not line.answer}
    week = stretches(sorted(proposed), monday) if proposed else {}
    free = {key: [Free(one.start, one.end, one.free) for one in found] for key, found in week.items()}
    return [told(line, activities, today, passed(line, activities, free, monday)) for line in lines]


def is_part(line: Any) -> bool:
    """Tell whether a line is about some of the planned times, so that a place at others does not come in its way."""
    return bool(line.activity_id and not line.answer and (line.facts.get("beside") or line.facts.get("is_part")))


def with_place(lines: QuerySet[AllocationLine], today: date) -> QuerySet[AllocationLine]:
    """Say of each line whether its person has a place, or is proposed to one (`has_place`), and when (`taken`).

    And at which times (`work`) the work is that the person is asked about, or has got a yes to.
    """
    lasting = Placement.objects.lasting(today).filter(refused_at=None, withdrawn_at=None)
    seats = lasting.filter(person=OuterRef(OuterRef("person"))).values("seat")
    uses = SeatUse.objects.lasting(today).filter(seat__in=seats, once=False).exclude(ends_on=F("starts_on"))
    when = uses.values_list(JSONObject(start="starts_at", end="ends_at", weeks="weeks"), flat=True)
    work = Proposal.objects.under_way().filter(person=OuterRef("person")).exclude(opening__week="")
    return lines.annotate(
        has_place=Exists(lasting.filter(person=OuterRef("person"))),
        taken=ArraySubquery(when),
        work=ArraySubquery(work.values_list("opening__week", flat=True).order_by("pk")),
    )


def with_chain(lines: QuerySet[AllocationLine]) -> QuerySet[AllocationLine]:
    """Say of each line who would have to move for its person to start, as the database tells whoever asks (`chain`)."""
    return lines.annotate(chain=RawSQL(CHAIN, [], JSONField()))  # noqa: S611  # our own text, with no value in it


def passed(line: Any, activities: Mapping[int, Activity], free: Mapping[int, Sequence[Free]], monday: date) -> str:
    """Say what has happened since; nothing where the line can be carried out as it stands."""
    if line.answer or line.activity_id is None:
        return ""
    meets = any(part.meets(Part(**one)) for part in line.times.parts for one in line.taken)
    if meets if is_part(line) else line.has_place:
        return _("The person has got a place, or is proposed to one, since this was reckoned.")
    if any(part.meets(there) for week in line.work for there in read_week(week).parts for part in line.times.parts):
        return _("The person is asked about work at some of these times, which comes first. Wait for what comes of it.")
    activity = activities[line.activity_id]
    if not activity.covers(monday):
        return _("The place has closed since this was reckoned.")
    if full := [part for part in line.times.parts if not least_free(free.get(activity.pk, ()), part)]:
        return _("It has become full since this was reckoned: %(times)s.") % {"times": in_words(full)}
    return ""


def told(line: AllocationLine, activities: Mapping[int, Activity], today: date, since: str) -> Told:
    """Return one line in words."""
    facts = line.facts
    return Told(
        line,
        line.waited(today),
        wished=str(WISHED[line.wish]) if line.wish is not None else "",
        times=in_words(line.times.parts) if line.week else "",
        fuller=[why_full(one, activities[one["activity"]]) for one in facts["fuller"]],
        ruled_out=[
            ngettext("%(many)s place: %(why)s", "%(many)s places: %(why)s", many)
            % {"many": many, "why": HARD[Hard(why)]}
            for why, many in line.ruled_out()
        ],
        passed=since,
        beside=[where(one, activities) for one in facts.get("beside", ())],
        could="; ".join(where(one, activities) for one in facts.get("chain", ())),
        would_move=moves_in_words(line, activities),
        facts=facts,
    )


def where(one: Mapping[str, Any], activities: Mapping[int, Activity]) -> str:
    """Say at which place and times somebody would be."""
    return f"{activities[one['activity']].name}, {in_words(read_week(one['week']).parts)}"


def moves_in_words(line: Any, activities: Mapping[int, Activity]) -> list[WouldMove]:
    """Return who would have to move for a line's person to start, of a line of `with_chain`."""
    return [
        WouldMove(
            person_id=one["person_id"],
            name=one["name"] or "",
            unit=one["unit"] or "",
            leaves="; ".join(where(stay, activities) for stay in one["leaves"] or ()),
            takes="; ".join(where(stay, activities) for stay in one["takes"] or ()),
            wished=str(WISHED[max(stay["wish"] for stay in one["takes"])]) if one["takes"] else "",
        )
        for one in moves(line)
    ]


def moves(line: Any) -> Sequence[Mapping[str, Any]]:
    """Return what the database tells of who would have to move, where the line was asked for with it."""
    return getattr(line, "chain", None) or ()


def why_full(one: Mapping[str, Any], activity: Activity) -> str:
    """Say of a place that is wished more in which stretch it is full, and by whom in numbers."""
    words = {
        "place": activity.name,
        "wished": WISHED[one["wish"]],
        "times": in_words([Part(one["starts_at"], one["ends_at"])]),
        "holders": ", ".join(holders_of(one)) or _("every place is taken by those who are there"),
    }
    return _("%(place)s (%(wished)s) is full %(times)s: %(holders)s.") % words


def holders_of(one: Mapping[str, Any]) -> list[str]:
    """Say who fills what is full, in numbers: who has waited longer, keeps it, or has no other."""
    holders = []
    if many := one["longer"]:
        holders.append(ngettext("%(many)s has waited longer", "%(many)s have waited longer", many) % {"many": many})
    if many := one["kept"]:
        kept = ngettext("%(many)s keeps what was proposed before", "%(many)s keep what was proposed before", many)
        holders.append(kept % {"many": many})
    if many := one["no_other"]:
        alone = ngettext("%(many)s has no other place as good", "%(many)s have no other place as good", many)
        holders.append(alone % {"many": many})
    return holders
