"""An agreement with a partner and a row in every table about it, beside the world of one person."""

from datetime import date

from trappan.documents.tests.files import PDF
from trappan.insight import operations as insight
from trappan.insight.testing import keep_year
from trappan.partnerships import operations as partnerships
from trappan.partnerships.models import Agreement, Commitment, ReportNotice
from trappan.partnerships.testing import make_budget, make_report, make_signatory, make_signed
from trappan.staff.models import Membership, Organisation
from trappan.staff.testing import as_, make_colleague, make_unit


def make_partnership(actors: dict[str, Membership], organisation: Organisation, today: date) -> Agreement:
    """Agree with a partner step by step, with a row in every table about agreements."""
    head = actors["head of the consultant's unit"]
    made = make_signed(head, actors["director"], organisation)
    with as_(head) as actor:
        partnerships.check_partner(organisation=organisation, by=actor, kind="form", seen_on=today)
        amended = partnerships.draft_amendment(agreement=made, starts_on=today, scope="Mer", municipality_as="Vi")
        partnerships.begin_paper(version=amended, officer="Pelle", manager="Karin", reference="KS 1")
        partnerships.inform_of_closing(
            unit=head.unit, by=actor, paragraph="19", whom="Facken", held_on=today, outcome="Ja"
        )
        partnerships.let_lapse(agreement=made, why="Uppdraget är slut")
        partnerships.list_recipient(version=amended, name="Avdelningen")
        partnerships.commit(agreement=made, side="partner", text="Platser")
        promised = Commitment.objects.get()
        partnerships.say_kept(commitment=promised, today=today, state="kept", as_of=today, word="Platser i dag")
        partnerships.serve_goal(agreement=made, wording="Framtidstro", starts_on=today)
        partnerships.add_annex(agreement=made, title="GA-modellen", name="modell.pdf", content=PDF)
        partnerships.set_indexation(agreement=made, starts_on=today, basis_points=200, source="Index")
    with as_(head) as actor:
        about = {"kind": "steering", "name": "Styrgrupp", "held_on": today, "agreement": made, "others": ["Torget"]}
        met = partnerships.make_meeting(by=actor, **about)
        partnerships.agree_action(meeting=met, text="Ring", due_on=today, owner=head)
    with as_(actors["supervisor at a partner's site"]) as actor:
        partnerships.note_outreach(by=actor, day=today, people=12, setting="Öppet café")
        partnerships.refer(
            to_unit=actors["social worker of the unit"].unit,
            name="Amina Prov",
            contact="070-123 45 67",
            why="Vill söka arbete",
            consented_on=today,
            consented_how="meeting",
            consented_to="Namn och telefon",
        )
    budget = make_budget(head, made)
    with as_(actors["controller"]):
        partnerships.approve(money=budget)
    site = make_unit("site", organisation, parent=head.unit)
    leads = make_colleague("site_leader", site)
    make_signatory(head, made, leads)
    with as_(leads):
        who = {"given_name": "Nora", "family_name": "Nybakk", "email": "nora@partnern.example", "role": "supervisor"}
        partnerships.invite(unit=site, starts_on=today, ends_on=made.ends_on, today=today, **who)
    with as_(head):
        partnerships.enter_payment(budget=budget, today=today, paid_on=today, amount_ore=100)
        partnerships.report_cost(budget=budget, today=today, as_of=today, amount_ore=100)
        goal = insight.set_effect_goal(agreement=made, wording="Delaktighet", level=1, unit="people", evaluate_on=today)
        insight.evaluate_effect(goal=goal, as_of=today, today=today, value=None, text="Bra", evaluated_by="Utredaren")
    owed = make_report(head, made, 2025)
    keep_year(owed, {"people": 130})
    with as_(head):
        partnerships.freeze_report(report=owed)
    ReportNotice.objects.create(report=owed, kind="late", colleague=head.colleague, told_on=today)
    return made
