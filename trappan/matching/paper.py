"""The paper about a person that goes out to an employer: what they let be told, and a neutral card until then."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import override

from trappan import database
from trappan.matching.models import ProfileConsent, ProfilePart, Proposal
from trappan.matching.models.profile import NO_LICENCE, Card, Part
from trappan.matching.said import Said, standing
from trappan.people.models import Person
from trappan.refusals.editions import edition_of
from trappan.rules.codes import labels
from trappan.rules.models import Concept
from trappan.schedules.week import read_week
from trappan.secrecy.acting import Actor
from trappan.staff.models import Membership
from trappan.ui.templatetags.ui import hours


@dataclass(frozen=True)
class Paper:
    """A paper as it goes out: its heading, its lines, who is asked, and which parts it tells."""

    heading: str
    lines: tuple[tuple[str, str], ...]
    signed: str
    parts: tuple[str, ...]

    @property
    def text(self) -> str:
        """Return the paper as it is kept."""
        said = [f"{label}: {words}" for label, words in self.lines]
        return "\n".join([self.heading, *said, self.signed])

    @property
    def edition(self) -> str:
        return edition_of({"paper": self.text})


def in_words(rows: Mapping[str, ProfilePart]) -> dict[str, str]:
    """Say each part of a profile that something is said of, in words, in the order of the parts."""
    said = {part: Said.of(row) for part, row in rows.items()}
    concepts = {code for part in (Part.WISHES, Part.DONE, Part.SKILLS) if part in said for code in said[part].codes}
    names = dict(Concept.objects.filter(pk__in=concepts).values_list("pk", "label")) if concepts else {}
    access = labels("access") if said.get(Part.NEEDS, Said()).codes else {}
    found = {}
    for part in Part:
        one = said.get(part, Said())
        if one == Said():
            continue
        if part == Part.HOURS:
            week = ", ".join(each.in_words for each in read_week(one.week).parts) if one.week else ""
            length = _("%(hours)s a week") % {"hours": hours(one.number)} if one.number else ""
            words = "; ".join(each for each in (week, length) if each)
        elif part == Part.TRAVEL:
            words = _("at most %(minutes)s minutes") % {"minutes": one.number}
        elif part == Part.LICENCE:
            words = _("No driving licence") if NO_LICENCE in one.codes else ", ".join(one.codes)
        elif part == Part.NEEDS:
            coded = ", ".join(access.get(("access", code), code) for code in one.codes)
            words = ". ".join(each for each in (one.words.rstrip("."), coded) if each)
        elif part in (Part.WISHES, Part.DONE, Part.SKILLS):
            words = ", ".join(names.get(code, code) for code in one.codes)
        else:
            words = one.words or ", ".join(one.codes)
        found[str(part)] = words
    return found


def let_be_told(person_id: int) -> ProfileConsent | None:
    """Return the person's yes to employers as it stands today; None where there is none."""
    return ProfileConsent.objects.standing().filter(person_id=person_id, audience="employer").first()


def paper_for(proposal: Proposal, by: Actor) -> Paper:
    """Return what goes out to an employer today about a proposed person; without a yes it names nothing but the work.

    In Swedish, whatever language the colleague reads: it leaves the house.
    """
    consent = let_be_told(proposal.person_id)
    lets = set(consent.parts) if consent else set()
    rows = {part: row for part, row in standing(proposal.person_id).items() if consent and consent.tells(row)}
    with override("sv"):
        told = in_words(rows)
        lines = [(str(Part(part).label), words) for part, words in told.items()]
        parts = list(told)
        work = proposal.opening.title
        heading = _("A person looks for work: %(work)s") % {"work": work}
        if Card.NAME in lets:
            person = Person.objects.get(pk=proposal.person_id)
            heading = _("%(name)s looks for work: %(work)s") % {"name": person.name, "work": work}
            parts.append(Card.NAME.value)
        phone = database.rows("matching_reached", [proposal.person_id]) if Card.PHONE in lets else []
        if phone and phone[0].phone:
            lines.append((str(Card.PHONE.label), phone[0].phone))
            parts.append(Card.PHONE.value)
        who = Membership.objects.select_related("colleague", "unit__organisation").get(pk=by.membership_id)
        signed = _("Questions are answered by %(name)s, %(unit)s, %(body)s") % {
            "name": who.colleague.name,
            "unit": who.unit.name,
            "body": who.unit.organisation.name,
        }
    return Paper(heading, tuple(lines), signed, tuple(parts))
