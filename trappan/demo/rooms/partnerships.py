"""What the town has agreed with its partners, and what somebody has looked at.

All of it invented, but for the amounts and days of the partnership that the commissioning document is about.
"""

from datetime import date
from typing import Any

from trappan import database
from trappan.demo.clock import TODAY, moment
from trappan.demo.town import Town
from trappan.partnerships import operations
from trappan.partnerships.forms import MinutesForm
from trappan.partnerships.models import Agreement, Amendment, Commitment, JointMeeting
from trappan.partnerships.models.paper import HEAD, SECTIONS
from trappan.refusals.editions import saved_in
from trappan.secrecy.acting import acting_as
from trappan.staff.models import Membership, Organisation, Unit

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
# What the papers of that time do not say.
UNSAID = {"municipality_as": "", "organisation_as": "", "signatory": "", "mandate": "", "partner_signatory": ""}
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
            reference="",
            **UNSAID,
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
        kind="other",
        until=end,
        target_groups="",
        routines="",
        **UNSAID,
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


US, THEM, BEFORE = "Bildningsnämnden, Ekelunda kommun", "Stadsmissionen i Ekelunda", "Ekelunda stadsmission"
BOARD, LINE = "Arbetsmarknadsnämnden", "Arbetsmarknadssatsning"
# 2 080 500 kronor a year, 1 100 000 of them the municipality's, as the decision of 2017 has it.
TOTAL, OURS, THEIRS = 208_050_000, 110_000_000, 98_050_000
# What the officer writes in a decision paper of her own.
TEXTS = {
    "background": "Partnerskapet ger platser i verklig verksamhet för den som står långt från arbete.",
    "economy": "Kommunens del ryms i nämndens budget.",
    "equality": "Kvinnor och män ska komma i fråga lika snabbt. Det följs upp varje halvår.",
    "follow_up": "Partnern rapporterar skriftligt en gång om året till avdelningen och nämnden.",
}
QUARTER = 27_500_000
PROMISES = (
    ("partner", "Platser i café, restaurang och second hand", "kept", "Platser i dag"),
    ("partner", "Alla handledare kan trappan", "partly", "7 av 9 har gått utbildningen, senast 9 mars"),
    ("partner", "Skriftlig rapport en gång om året", "not_yet", "Nästa 30 november"),
    ("municipality", "Föreslå minst 30 personer om året", "kept", "41 förslag januari–oktober"),
    ("municipality", "Svara på frågor inom två dagar", "not", "Hälften inom tre dagar, januari–oktober"),
)
MODEL = "GA-modellen, version december 2017. Påhittad text: så följs steg och delmål upp hos partnern.\n"
GOALS = (
    ("En sammanhållen kommun med framtidstro och delaktighet", date(2015, 1, 1), date(2019, 1, 1)),
    ("Fler i arbete och färre som behöver försörjningsstöd", date(2023, 1, 1), date(2027, 1, 1)),
)


def partnership() -> None:
    """Let Karin and the director have taken a partnership through every step since 2017, and begun what follows.

    Through the operations, as they would. The one of 2018 ends with the year; what follows waits for the unions.
    """
    database.execute("UPDATE partnerships_agreement SET line = id, until = COALESCE(until, ends_on) WHERE line IS NULL")
    karin = Membership.objects.get(colleague__given_name="Karin", colleague__family_name="Skissberg")
    diana = Membership.objects.get(role="director")
    partner = Organisation.objects.get(name="Östergötlands Stadsmission")
    frame = drafted(
        karin,
        partner,
        kind="framework",
        name="Överenskommelse med den idéburna sektorn",
        purpose="Hur kommunen och idéburna organisationer samarbetar.",
        starts_on=date(2012, 1, 1),
        ends_on=None,
        organisation_as="Den idéburna sektorn, genom Ekelunda stadsmission",
    )
    taken(karin, diana, frame, date(2011, 11, 10), date(2011, 12, 15), "Kommunstyrelsen", "KS2011-204")
    hope = drafted(
        karin,
        partner,
        kind="iop",
        name="Hoppfull framtid",
        purpose="Arbetsintegration och delaktighet för den som står långt från arbete.",
        starts_on=date(2018, 1, 1),
        ends_on=date(2027, 1, 1),
        organisation_as=BEFORE,
        framework=frame,
        notice_months=6,
        evaluate_on=date(2026, 12, 15),
        reference="KS2016-313",
    )
    taken(karin, diana, hope, date(2017, 10, 24), date(2017, 12, 14), "Bildningsnämnden", "KS2016-313")
    with acting_as(karin.colleague_id, karin.pk):
        wider = operations.draft_amendment(
            agreement=hope,
            starts_on=date(2024, 2, 1),
            scope="Matmissionen öppnar i Skogsbo: butik och lager tas med i partnerskapet. Beloppet är detsamma.",
            municipality_as=f"{BOARD}, Ekelunda kommun",
            organisation_as=THEM,
            reference="AMN 2023/131",
        )
    taken(karin, diana, wider, date(2023, 11, 14), date(2024, 1, 18), BOARD, "AMN 2023/131")
    written(karin, hope)
    spent(karin, diana, hope)
    met(karin, hope, partner)
    after = drafted(
        karin,
        partner,
        kind="iop",
        name="Hoppfull framtid 2027–2029",
        purpose="Samma uppdrag, med Matmissionen på ny adress.",
        starts_on=date(2027, 1, 1),
        ends_on=date(2030, 1, 1),
        municipality_as=f"{BOARD}, Ekelunda kommun",
        organisation_as="Östergötlands Stadsmission",
        framework=frame,
        succeeds=hope,
        notice_months=6,
        reference="AMN 2026/88",
    )
    with acting_as(karin.colleague_id, karin.pk):
        operations.consult(
            version=after,
            today=TODAY,
            kind="consultation",
            whom="Avdelningen för försörjningsstöd och Stadsmissionen",
            held_on=date(2026, 10, 20),
            outcome="Båda vill fortsätta",
        )
    asked_for()
    prepared(karin, diana, after)
    closes(karin)


def asked_for() -> None:
    """Let Milo have asked for a supervisor, who waits for the answer of the head above the workplace."""
    milo = Membership.objects.get(colleague__given_name="Milo", colleague__family_name="Mönsterlund")
    with acting_as(milo.colleague_id, milo.pk):
        operations.invite(
            unit=milo.unit,
            given_name="Nora",
            family_name="Nybakk",
            email="nora.nybakk@stadsmissionen.example",
            role="supervisor",
            starts_on=date(2026, 11, 23),
            ends_on=date(2027, 1, 1),
            today=TODAY,
        )


def prepared(karin: Membership, diana: Membership, after: Agreement) -> None:
    """Let the paper of what follows be written, with its money; what was promised since stands in it not yet."""
    with acting_as(karin.colleague_id, karin.pk):
        budget = operations.enter_budget(
            agreement=after,
            starts_on=date(2027, 1, 1),
            ends_on=date(2028, 1, 1),
            total_ore=TOTAL,
            municipality_ore=OURS,
            partner_ore=THEIRS,
            board=BOARD,
            line=LINE,
        )
        wording, first, end = GOALS[-1]
        operations.serve_goal(agreement=after, wording=wording, starts_on=first, ends_on=end)
        operations.list_recipient(version=after, name="Avdelningen för arbetsmarknad och integration")
        on_paper(after, "AMN 2026/88")
        operations.commit(agreement=after, side="partner", text="Alla handledare går utbildningen under första året")
    approved(diana, budget)


def on_paper(version: Agreement | Amendment, reference: str) -> None:
    """Begin the decision paper of a draft and write on it."""
    paper = operations.begin_paper(
        version=version, officer="Pelle Utkast, utredare", manager="Karin Skissberg, enhetschef", reference=reference
    )
    paper.refresh_from_db()
    values = {**saved_in(paper, (*HEAD, *SECTIONS)), **TEXTS}
    operations.write_paper(paper=paper, edition=operations.edition_of_paper(paper, paper.said), **values)


def closes(karin: Membership) -> None:
    """Let a small office be about to close, as an import of the units says: nobody has told the unions yet."""
    Unit.objects.create(
        code="vagledning-hallen",
        name="Vägledningen i Hallen",
        kind=Unit.Kind.GUIDANCE,
        regime=Unit.Regime.LABOUR,
        organisation=karin.unit.organisation,
        starts_on=date(2019, 1, 1),
        ends_on=date(2027, 4, 1),
    )


def met(karin: Membership, hope: Agreement, partner: Organisation) -> None:
    """Let Karin have met the steering group and those with whom one coordinates; the next meeting is to come."""
    milo = Membership.objects.get(colleague__given_name="Milo", colleague__family_name="Mönsterlund")
    navet = Organisation.objects.get(name="Föreningen Navet")
    with acting_as(karin.colleague_id, karin.pk) as actor:
        steering = operations.make_meeting(
            by=actor,
            kind="steering",
            name="Styrgrupp, hösten 2026",
            held_on=date(2026, 10, 14),
            agreement=hope,
            roles="Enhetschefen, verksamhetschefen och två handledare",
        )
        minutes(
            steering,
            "Enhetschefen, verksamhetschefen och två handledare",
            "Platserna är fulla sedan i augusti. Båda vill fortsätta efter årsskiftet.",
        )
        done = operations.agree_action(
            meeting=steering, text="Skicka utkastet till nytt avtal", due_on=date(2026, 10, 20), owner=karin
        )
        operations.finish_action(action=done, today=TODAY, done_on=date(2026, 10, 19), result="Skickat på samråd")
        operations.agree_action(
            meeting=steering, text="Boka samtal om MBL inför avtalet", due_on=date(2026, 11, 9), owner=karin
        )
        operations.agree_action(
            meeting=steering, text="Lista handledare som saknar utbildning", due_on=date(2026, 11, 30), owner=milo
        )
        together = operations.make_meeting(
            by=actor,
            kind="coordination",
            name="Samordning på Garaget",
            held_on=date(2026, 11, 5),
            partners=[partner, navet],
            others=["Kvinnoföreningen", "Jobb- och kunskapstorget"],
        )
        minutes(
            together,
            "Samordnarna på Garaget, föreningens ordförande och torgets vägledare",
            "Samma introduktion hos alla, så att den som byter plats slipper börja om.",
        )
        operations.agree_action(
            meeting=together,
            text="Skriv ett förslag till introduktion",
            due_on=date(2026, 12, 1),
            owner_as="Jobb- och kunskapstorget",
        )
        operations.make_meeting(
            by=actor,
            kind="steering",
            name="Styrgrupp, årets sista",
            held_on=date(2026, 12, 3),
            agreement=hope,
            roles="Direktören, enhetschefen och verksamhetschefen",
        )


def minutes(meeting: JointMeeting, roles: str, said: str) -> None:
    """Write who took part and what was said at a meeting."""
    edition = MinutesForm.begun(meeting)["edition"]
    operations.write_minutes(meeting=meeting, today=TODAY, roles=roles, said=said, edition=edition)


def drafted(karin: Membership, partner: Organisation, **about: Any) -> Agreement:
    """Let Karin begin an agreement as a draft."""
    with acting_as(karin.colleague_id, karin.pk) as actor:
        return operations.draft_agreement(
            organisation=partner, by=actor, **{"places": 0, "municipality_as": US, **about}
        )


def taken(
    karin: Membership,
    diana: Membership,
    version: Agreement | Amendment,
    told: date,
    decided: date,
    body: str,
    reference: str,
) -> None:
    """Let a draft have been consulted on, decided, sent and signed."""
    about: dict[str, Any] = {"version": version, "today": TODAY}
    with acting_as(karin.colleague_id, karin.pk):
        operations.consult(
            **about,
            kind="consultation",
            whom="Avdelningen för försörjningsstöd och Stadsmissionen",
            held_on=told,
            outcome="Inga invändningar",
        )
        operations.consult(
            **about,
            kind="mbl",
            paragraph="19",
            whom="De fackliga organisationerna",
            held_on=told,
            outcome="Information lämnad",
        )
        for name in ("Avdelningen för arbetsmarknad och integration", "Stadsmissionen"):
            operations.list_recipient(version=version, name=name)
        if isinstance(version, Amendment):
            on_paper(version, reference)
        operations.decide(
            **about, decided_on=decided, body=body, paragraph="§ 112", reference=reference, officer="Pelle Utkast"
        )
        operations.send_decision(**about, sent_on=decided)
    with acting_as(diana.colleague_id, diana.pk):
        operations.sign(
            **about,
            signed_on=decided,
            signatory="Diana Utkast, direktör",
            mandate="Delegationsordningen 4.2",
            partner_signatory="Stina Påhitt, direktor",
        )
    version.refresh_from_db()


def written(karin: Membership, hope: Agreement) -> None:
    """Let Karin write down what both have promised, where it stands, and which goals it serves."""
    with acting_as(karin.colleague_id, karin.pk):
        for side, text, state, word in PROMISES:
            operations.commit(agreement=hope, side=side, text=text)
            one = Commitment.objects.latest("pk")
            operations.say_kept(commitment=one, today=TODAY, state=state, as_of=date(2026, 10, 31), word=word)
        operations.add_annex(
            agreement=hope, title="GA-modellen", name="ga-modellen.txt", content=MODEL.encode(), version="december 2017"
        )
        for wording, first, end in GOALS:
            operations.serve_goal(agreement=hope, wording=wording, starts_on=first, ends_on=end)


def spent(karin: Membership, diana: Membership, hope: Agreement) -> None:
    """Let each year have its budget, paid at its end, and in four parts of late; the latest waits for the director."""
    for year in range(2018, 2027):
        with acting_as(karin.colleague_id, karin.pk):
            budget = operations.enter_budget(
                agreement=hope,
                starts_on=date(year, 1, 1),
                ends_on=date(year + 1, 1, 1),
                total_ore=TOTAL,
                municipality_ore=OURS,
                partner_ore=THEIRS,
                board="Bildningsnämnden" if year < 2021 else BOARD,
                line=LINE,
            )
        approved(diana, budget)
        parts = [(month, QUARTER) for month in (1, 4, 7, 10)] if year > 2023 else [(12, OURS)]
        paid = []
        with acting_as(karin.colleague_id, karin.pk):
            for month, amount in parts:
                day = date(year, month, 2)
                paid.append(
                    operations.enter_payment(
                        budget=budget, today=TODAY, paid_on=day, amount_ore=amount, note=f"Faktura {year}-{month:02}"
                    )
                )
            cost, until = (206_120_000, date(year, 12, 31)) if year < 2026 else (154_634_000, date(2026, 9, 30))
            operations.report_cost(budget=budget, today=TODAY, as_of=until, amount_ore=cost)
        for one in paid if year < 2026 else paid[:-1]:
            approved(diana, one)


def approved(diana: Membership, money: Any) -> None:
    """Let the director approve what Karin has entered."""
    with acting_as(diana.colleague_id, diana.pk):
        operations.approve(money=money)
