"""Make agreements for tests, as a head of unit and a director would."""

from datetime import date, timedelta
from itertools import count
from typing import Any

from trappan.partnerships import operations
from trappan.partnerships.facts import facts_now
from trappan.partnerships.models import (
    Agreement,
    Amendment,
    AnnualReport,
    Budget,
    ClosingInformation,
    DecisionPaper,
    JointMeeting,
)
from trappan.partnerships.models.paper import HEAD, SECTIONS
from trappan.refusals.editions import saved_in
from trappan.staff.models import Membership, Organisation, Unit
from trappan.staff.testing import as_, make_organisation
from trappan.testing import TODAY

serial = count(1)
DECISION: dict[str, Any] = {
    "decided_on": date(2017, 12, 14),
    "body": "Bildningsnämnden",
    "paragraph": "§ 112",
    "reference": "KS2016-313",
    "officer": "Utredare",
}
SIGNATURE: dict[str, Any] = {
    "signed_on": date(2017, 12, 18),
    "signatory": "Avdelningschefen",
    "mandate": "Delegationsordningen 4.2",
    "partner_signatory": "Direktorn",
}


def make_draft(head: Membership, partner: Organisation | None = None, **about: Any) -> Agreement:
    """Begin the draft of an agreement from 2018 to the end of 2027, for twenty-four places."""
    terms = {
        "kind": Agreement.Kind.IOP,
        "name": f"Hoppfull framtid {next(serial)}",
        "purpose": "Arbetsintegration",
        "places": 24,
        "municipality_as": "Bildningsnämnden",
        "organisation_as": "Stadsmissionen som den hette",
        "starts_on": date(2018, 1, 1),
        "ends_on": date(2028, 1, 1),
        "notice_months": 6,
        "reference": "KS2016-313",
        **about,
    }
    partner = partner or make_organisation(f"Partnern {next(serial)}", kind="partner", basis="provider")
    with as_(head) as actor:
        return operations.draft_agreement(organisation=partner, by=actor, **terms)


def consult(head: Membership, version: Agreement | Amendment, held_on: date = date(2017, 10, 24)) -> None:
    """Consult the units and inform the unions about a draft."""
    about: dict[str, Any] = {"version": version, "today": TODAY, "held_on": held_on, "outcome": "Inga invändningar"}
    with as_(head):
        operations.consult(kind="consultation", whom="Avdelningen för försörjningsstöd", **about)
        operations.consult(kind="mbl", paragraph="19", whom="De fackliga organisationerna", **about)


def make_signed(head: Membership, director: Membership, partner: Organisation | None = None, **about: Any) -> Agreement:
    """Make an agreement that has taken every step until it was signed; to whom the decision goes is left."""
    made = make_draft(head, partner, **about)
    consult(head, made)
    with as_(head):
        operations.decide(version=made, today=TODAY, **DECISION)
    with as_(director):
        operations.sign(version=made, today=TODAY, **SIGNATURE)
    made.refresh_from_db()
    return made


def write_paper(head: Membership, version: Agreement | Amendment, **text: str) -> DecisionPaper:
    """Begin the decision paper of a draft, and save it with a text in some of its sections."""
    with as_(head):
        made = operations.begin_paper(version=version, officer="Pelle, utredare", manager="Karin", reference="KS 1")
        made.refresh_from_db()
        values = {**saved_in(made, (*HEAD, *SECTIONS)), **text}
        edition = operations.edition_of_paper(made, facts_now(version))
        operations.write_paper(paper=made, edition=edition, **values)
    made.refresh_from_db()
    return made


def informed(unit: Unit) -> None:
    """Let the unions have been told a month ago that a unit closes, as an import of the past writes it."""
    body = unit.organisation
    if body.kind != Organisation.Kind.MUNICIPALITY:
        body = Organisation.objects.filter(kind=Organisation.Kind.MUNICIPALITY)[0]
    about = {
        "paragraph": "19",
        "whom": "Facken",
        "held_on": TODAY - timedelta(days=30),
        "outcome": "Information lämnad",
    }
    ClosingInformation.objects.create(municipality=body, unit=unit, **about)


def make_meeting(head: Membership, **about: Any) -> JointMeeting:
    """Write down a steering group that met today, with another body of the municipality."""
    values = {
        "kind": "steering",
        "name": "Styrgrupp",
        "held_on": TODAY,
        "others": ["Jobb- och kunskapstorget"],
        **about,
    }
    with as_(head) as actor:
        return operations.make_meeting(by=actor, **values)


def make_budget(head: Membership, agreement: Agreement, year: int = 2026, **about: Any) -> Budget:
    """Enter the budget of a year as the commissioning document has it: 2 080 500 kr, 1 100 000 of them ours."""
    values = {
        "starts_on": date(year, 1, 1),
        "ends_on": date(year + 1, 1, 1),
        "total_ore": 208_050_000,
        "municipality_ore": 110_000_000,
        "partner_ore": 98_050_000,
        "board": "Bildningsnämnden",
        "line": "Arbetsmarknadssatsning",
        **about,
    }
    with as_(head):
        return operations.enter_budget(agreement=agreement, **values)


def make_signatory(head: Membership, agreement: Agreement, membership: Membership) -> None:
    """Name a colleague of the partner to sign for it."""
    with as_(head):
        operations.name_signatory(agreement=agreement, membership=membership, mandate="Stadgarna § 7")


def make_report(head: Membership, agreement: Agreement, year: int, due_on: date = date(2026, 11, 30)) -> AnnualReport:
    """Open the report of a year of an agreement."""
    with as_(head):
        return operations.open_report(agreement=agreement, year=year, due_on=due_on, today=TODAY)
