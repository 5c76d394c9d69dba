"""What the town has agreed with its partners, and what somebody has looked at. All of it invented."""

from datetime import date

from trappan.demo.clock import moment
from trappan.demo.places import Town
from trappan.demo.rows import Rows

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


def agreed_with(rows: Rows, town: Town) -> None:
    """Give each partner its agreement: one that ends with the year and was widened, one open-ended."""
    karin = town.fixed["karin"]

    def sign(
        partner: str, name: str, purpose: str, places: int, day: date, start: date, end: date | None, reference: str
    ) -> int:
        return rows.add(
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
            author_id=karin,
            at=moment(day, 9),
        )

    wide = sign(
        "stadsmissionen",
        "Vägen vidare",
        "Platser i verklig verksamhet för den som är långt från arbete, med handledare som möter var och en.",
        24,
        date(2023, 11, 20),
        date(2024, 1, 1),
        date(2027, 1, 1),
        "AMN 2023/118",
    )
    sign(
        "navet",
        "Språk genom arbete",
        "Språkträning i praktiska uppgifter för föräldrar. Var och en har lämnat samtycke.",
        12,
        date(2025, 2, 10),
        date(2025, 3, 1),
        None,
        "AMN 2025/14",
    )
    for signed, start, scope, places in (
        (date(2024, 1, 15), date(2024, 2, 1), "Matbutiken öppnar med platser i butik och lager.", 8),
        (date(2025, 6, 2), date(2025, 8, 18), "Second hand tar emot även den som behöver en lugnare start.", 6),
    ):
        rows.add(
            "partnerships_amendment",
            agreement_id=wide,
            signed_on=signed,
            starts_on=start,
            scope=scope,
            places=places,
            ends_on=None,
            author_id=karin,
            at=moment(signed, 9),
        )
    for partner, checks in CHECKS.items():
        for kind, seen, until, note in checks:
            rows.add(
                "partnerships_partnercheck",
                municipality_id=town.municipality,
                organisation_id=town.partners[partner],
                kind=kind,
                seen_on=seen,
                valid_until=until,
                note=note,
                author_id=karin,
                at=moment(seen, 11),
            )
