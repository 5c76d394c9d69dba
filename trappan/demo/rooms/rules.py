"""The town's own rules and words: what its board has decided of the law's figures, and what is drafted."""

from datetime import date

from trappan.demo.clock import TODAY
from trappan.rules.models import MunicipalText, RuleSet
from trappan.staff.models import Membership

NEW_YEAR, MARCH = date(2027, 1, 1), date(2027, 3, 1)
TEXTS = {
    "contact": "Ekelunda kontaktcenter, 013-174 06 00 (påhittat), trappan@ekelunda.example",
    "complaint": "Klagomål på hur du har bemötts lämnas till arbetsmarknadsnämnden, Torget 1, Ekelunda.",
    "appeal": "Brevet lämnas eller skickas till: Ekelunda kommun, socialtjänsten, Box 17, Ekelunda.",
    "employer": (
        "Ekelunda kommun sparar ditt namn, din titel och hur vi når dig på jobbet, för att kunna höra av oss om "
        "platser för personer som är på väg till arbete. Arbetsgivarteamet, konsulenterna och deras chefer läser "
        "det. Vi sparar det så länge vi samarbetar. Fråga oss om vad vi har sparat, eller be oss att rätta det: "
        "013-174 06 00 (påhittat)."
    ),
    "paper": "Frågor om det här papperet: ring Ekelunda kontaktcenter, 013-174 06 00 (påhittat).",
}


def decide_next_rules() -> None:
    """Let the town's board have decided a third version of the rules: closer follow-up from new year."""
    latest = RuleSet.objects.get(valid_to=None)
    if latest.valid_from >= NEW_YEAR:
        return
    RuleSet.objects.filter(pk=latest.pk).update(valid_to=NEW_YEAR)
    RuleSet.objects.create(
        name="Aktivitetskrav, tätare uppföljning",
        valid_from=NEW_YEAR,
        source="Påhittat beslut av Ekelundas nämnd: uppföljning var sextionde dag.",
        parameters={**latest.parameters, "review_interval_days": 60, "exemption_warning_days": 45},
    )


def draft_rules() -> None:
    """Let the administrator have a draft of a fourth version, which takes a second person, and the town's own words."""
    sture = Membership.objects.filter(role="administrator").select_related("unit").order_by("pk")[0]
    latest = RuleSet.objects.decided().get(valid_from=NEW_YEAR)
    RuleSet.objects.filter(pk=latest.pk).update(author=sture, decided_by=sture)
    RuleSet.objects.create(
        name="Aktivitetskrav, fjärde månaden",
        valid_from=MARCH,
        source="Arbetsmarknadsnämnden 10 november 2026, § 88 (påhittat)",
        parameters={**latest.parameters, "consecutive_months": 4, "young_child_minutes": 12 * 60, "prompt_untold": 2},
        author=sture,
        decided_at=None,
    )
    for kind, text in TEXTS.items():
        MunicipalText.objects.create(
            organisation_id=sture.unit.organisation_id,
            kind=kind,
            starts_on=date(TODAY.year, 1, 1),
            text=text,
            author=sture,
        )
