"""What the town has agreed with its partners, and what somebody has looked at. All of it invented."""

from datetime import date

from trappan.demo.clock import moment
from trappan.demo.town import Town

CHECKS = {
    "stadsmissionen": (
        ("form", date(2023, 10, 9), None, "Stiftelsens registreringsbevis"),
        ("economy", date(2026, 5, 4), date(2027, 6, 1), "Årsredovisning 2025, skattekonto utan skuld"),
        ("insurance", date(2026, 1, 12), date(2027, 1, 12), "Ansvar och olycksfall"),
        ("policy", date(2025, 9, 1), None, "Arbetsmiljöpolicy, plan för likabehandling"),
        ("records", date(2025, 10, 20), date(2026, 10, 20), "Visade för enhetschefen"),
    ),
    "navet": (
        ("form", date(2025, 2, 3), None, "Stadgar och protokoll från årsmötet"),
        ("insurance", date(2026, 3, 2), date(2027, 12, 31), ""),
    ),
}
# What has widened the first agreement: signed, from, what, places.
AMENDMENTS = (
    (date(2024, 1, 15), date(2024, 2, 1), "Matbutiken öppnar med platser i butik och lager.", 8),
    (date(2025, 6, 2), date(2025, 8, 18), "Second hand tar emot även den som behöver en lugnare start.", 6),
)


def agreements(town: Town) -> None:
    """Give each partner its agreement: one that ends with the year and was widened, one open-ended."""
    wide = agreement(
        town,
        "stadsmissionen",
        "Vägen vidare",
        "Platser i verklig verksamhet för den som är långt från arbete, med handledare som möter var och en.",
        24,
        date(2023, 11, 20),
        date(2024, 1, 1),
        date(2027, 1, 1),
        "AMN 2023/118",
    )
    agreement(
        town,
        "navet",
        "Språk genom arbete",
        "Språkträning i praktiska uppgifter för föräldrar. Var och en har lämnat samtycke.",
        12,
        date(2025, 2, 10),
        date(2025, 3, 1),
        None,
        "AMN 2025/14",
    )
    for signed, start, scope, places in AMENDMENTS:
        town.rows.add(
            "partnerships_amendment",
            agreement_id=wide,
            signed_on=signed,
            starts_on=start,
            scope=scope,
            places=places,
            ends_on=None,
            author_id=town.colleagues["karin"],
            at=moment(signed, 9),
        )
    partner_checks(town)


def agreement(
    town: Town,
    partner: str,
    name: str,
    purpose: str,
    places: int,
    day: date,
    start: date,
    end: date | None,
    reference: str,
) -> int:
    """Sign an agreement with a partner on a day, from a day up to another."""
    return town.rows.add(
        "partnerships_agreement",
        municipality_id=town.municipality,
        organisation_id=town.partners[partner],
        name=name,
        reference=reference,
        purpose=purpose,
        places=places,
        signed_on=day,
        starts_on=start,
        ends_on=end,
        author_id=town.colleagues["karin"],
        at=moment(day, 9),
    )


def partner_checks(town: Town) -> None:
    """Let Karin have looked at each partner's papers; some are due again."""
    for partner, checks in CHECKS.items():
        for kind, seen, until, note in checks:
            town.rows.add(
                "partnerships_partnercheck",
                municipality_id=town.municipality,
                organisation_id=town.partners[partner],
                kind=kind,
                seen_on=seen,
                valid_until=until,
                note=note,
                author_id=town.colleagues["karin"],
                at=moment(seen, 11),
            )
