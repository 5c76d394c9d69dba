"""Import ads as leads, and put one aside. What becomes an opening of one is agreed first (`make_opening`)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from trappan import database
from trappan.employers.ads import Ad
from trappan.employers.models import Lead
from trappan.employers.operations.refusals import NO
from trappan.history.record import record
from trappan.refusals import Refused, call, refusing
from trappan.rules.models import Concept
from trappan.rules.occupations import called
from trappan.rules.operations.refusals import NO as RULES_NO
from trappan.secrecy.acting import Actor

KEPT = (
    "headline",
    "employer_name",
    "organisation_number",
    "occupation_name",
    "place_name",
    "vacancies",
    "extent",
    "wants_experience",
    "wants_licence",
    "url",
    "text",
    "published_on",
    "last_on",
)


@dataclass(frozen=True)
class Known:
    """What the taxonomy knows of the occupations that some ads name."""

    concepts: dict[str, Concept]
    by_name: dict[str, Concept]

    @classmethod
    def of(cls, ads: Sequence[Ad]) -> "Known":
        ids = {one.occupation_id for one in ads} | {one.group_id for one in ads}
        found = Concept.objects.filter(pk__in=ids - {""}).select_related("replaced_by")
        return cls({one.pk: one for one in found}, called(one.occupation_name for one in ads))

    def found(self, ad: Ad) -> tuple[Concept | None, str]:
        """Return the concept of an ad's occupation and by what it was found; none where nobody knows it.

        An occupation that has ended counts as that which has replaced it; without one it is looked for by its name.
        """
        own = self.concepts.get(ad.occupation_id)
        own = own.replaced_by or own if own else None
        if own and own.ended_on is None and own.kind == Concept.Kind.OCCUPATION and not own.is_unknown:
            return own, Lead.Through.ID
        if named := self.by_name.get(ad.occupation_name.casefold()):
            return named, Lead.Through.LABEL
        group = self.concepts.get(ad.group_id)
        if group and group.kind == Concept.Kind.GROUP:
            return group, Lead.Through.GROUP
        return None, Lead.Through.UNKNOWN


@transaction.atomic
def import_ads(*, by: Actor, ads: Iterable[Ad], unreadable: int = 0) -> Counter[str]:
    """Bring ads in as leads, and say how many were new, changed, the same, alike, over or could not be read.

    The same number again is the same lead, put right. Another number with the same employer, headline and place is no
    lead of its own: it lasts as long as the later. What is removed or has run out is not made a lead of.
    """
    database.lock("employers.import_ads", by.organisation_id)
    told: Counter[str] = Counter(unreadable=unreadable)
    ads = list({one.source_id: one for one in ads}.values())
    known = Known.of(ads)
    here = {one.source_id: one for one in Lead.objects.select_for_update().filter(municipality=by.organisation_id)}
    alike = {like(one): one for one in here.values()}
    new: dict[tuple[str, str, str], Lead] = {}
    for ad in ads:
        values: dict[str, Any] = {name: getattr(ad, name) for name in KEPT}
        before = here.get(ad.source_id)
        if before is not None:
            told["changed" if put_right(before, ad, values, known, by.today) else "same"] += 1
        elif ad.is_removed or (ad.last_on is not None and ad.last_on < by.today):
            told["over"] += 1
        elif ad.alike in new or ad.alike in alike:
            last_longer(new.get(ad.alike) or alike[ad.alike], ad)
            told["alike"] += 1
        else:
            new[ad.alike] = Lead(
                municipality_id=by.organisation_id, source_id=ad.source_id, **values, **concept_of(ad, known)
            )
            told["new"] += 1
    with refusing(NO):
        Lead.objects.bulk_create(new.values())
    counts: dict[str, Any] = dict(told)
    record("employers.import_ads", **counts)
    return told


def concept_of(ad: Ad, known: Known) -> dict[str, Any]:
    """Return the columns of an ad's occupation; what nobody knows is kept as an unknown concept, without its words."""
    concept, through = known.found(ad)
    if concept is not None or not (ad.occupation_id and ad.occupation_name):
        return {"occupation_id": concept.pk if concept else None, "through": through}
    (met,) = call("rules_meet_concept", ad.occupation_id, ad.group_id, sentences=RULES_NO)
    return {"occupation_id": met, "through": through}


def like(lead: Lead) -> tuple[str, str, str]:
    """Return what a lead has in common with one that is the same, under another number."""
    who = lead.organisation_number or lead.employer_name.casefold()
    return who, lead.headline.casefold(), lead.place_name.casefold()


def put_right(lead: Lead, ad: Ad, values: dict[str, Any], known: Known, today: date) -> bool:
    """Write what an ad says now on its lead; tell whether anything is another than it was."""
    values = {**values, **concept_of(ad, known), "removed_on": (lead.removed_on or today) if ad.is_removed else None}
    changed = {name: value for name, value in values.items() if getattr(lead, name) != value}
    if changed:
        with refusing(NO):
            Lead.objects.filter(pk=lead.pk).update(**changed)
    return bool(changed)


def last_longer(lead: Lead, ad: Ad) -> None:
    """Let a lead last as long as another ad that is like it, and be there again where its own has been removed."""
    last_on = max(lead.last_on, ad.last_on) if lead.last_on and ad.last_on else None
    if lead.pk is None:
        lead.last_on = last_on
    elif (last_on, None) != (lead.last_on, lead.removed_on):
        Lead.objects.filter(pk=lead.pk).update(last_on=last_on, removed_on=None)


@transaction.atomic
def put_lead_aside(*, lead: Lead, today: date, put_aside_reason: str) -> None:
    """Put a lead aside, for a reason: it is shown no more, also where its ad is imported again."""
    with refusing(NO):
        done = Lead.objects.filter(pk=lead.pk, put_aside_on=None).update(
            put_aside_on=today, put_aside_reason=put_aside_reason
        )
    if not done:
        raise Refused(_("Somebody has put it aside already. Look at the page as it is now."))
    record("employers.put_lead_aside", lead=lead.pk)


@transaction.atomic
def take_up_lead(*, lead: Lead) -> None:
    """Take up a lead again that was put aside."""
    Lead.objects.filter(pk=lead.pk).update(put_aside_on=None, put_aside_reason="")
    record("employers.take_up_lead", lead=lead.pk)
