"""A paper always comes out: every document × every text, as archives and readers aloud ask for it."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.urls import get_resolver

import trappan
from tests.test_typed import PAGES
from trappan.activities.models import Activity
from trappan.agreements.content import TERMS
from trappan.agreements.testing import make_agreement, make_workplace, sign_all
from trappan.attendance.operations import find, talk
from trappan.cases.testing import make_case
from trappan.demo.rooms.people import LANGUAGES
from trappan.documents.signs import PaperForm, printable, unprintable
from trappan.documents.testing import faults, said
from trappan.employers.testing import make_officer
from trappan.insight.testing import keep_year, make_publication
from trappan.messages.orders import order_message
from trappan.partnerships.models import AnnualReport
from trappan.partnerships.models.paper import SECTIONS
from trappan.partnerships.operations import freeze_report
from trappan.partnerships.testing import make_draft, make_report, make_signed, write_paper
from trappan.people.models import Contact
from trappan.placements.testing import make_placement
from trappan.plans import operations as plans
from trappan.plans.testing import make_mapping, put_in_week
from trappan.portal.own import COOKIE
from trappan.portal.testing import session_by_eid
from trappan.projects import operations as projects
from trappan.projects.testing import join, make_leader, make_project, say_what_goes_on
from trappan.requirement.operations import hear, receive_grounds, send, write_grounds
from trappan.requirement.testing import OCTOBER, away_three_times, decided
from trappan.schedules.clock import now
from trappan.schedules.testing import set_today
from trappan.schedules.week import read_week
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import TODAY, WebClient, sign_in

SPOKEN = {
    "svenska": "Åsa vill baka på Östermalm",
    "arabiska": "أريد أن أعمل في المطبخ",
    "somaliska": "Waxaan rabaa inaan ka shaqeeyo jikada",
    "tigrinja": "ኣብ ክሽነ ክሰርሕ ደልየ።",
    "dari": "می‌خواهم در آشپزخانه کار کنم",
    "ukrainska": "Хочу працювати на кухні, її ґанок",
    "kurmanji": "Ez dixwazim li metbexê bixebitim, şêwaz û çîrok",
    "persiska": "پ چ ژ گ می‌خواهم",
    "polska": "Chcę pracować w kuchni, źdźbło",
    "engelska": "I’d like to work in a kitchen",
    "thai": "ฉันอยากทำงานในครัว",
    "turkiska": "Mutfakta çalışmak istiyorum, İğdır",
}
# What else people can type or paste: no face has it, or it is seen by nobody.
TYPED = {
    "Chinese": "我想在厨房工作",
    "emoji": "Kul 😀 👩🏽‍🍳 ❤️ 🇸🇪",
    "right to left": "שלום (2), مرحبا 12:30.",
    "markup": '#panic("x") *a* $x$ @nu <b> \\ [ ] = - + / //',
    "unseen": "a\u200bb\u00adc\u2028d\u202ee\ufefff\u0007g\u0301",
    "private": "\ue000 \U0010fffd \ufdd0 \ufffd",
    "one long word": "å" * 90,
}
TEXTS = {**SPOKEN, **TYPED}
BOSSES = ("head_of_unit", "director")


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_that_the_product_names_is_printed_whole(language):
    assert unprintable(SPOKEN[language]) == []
    assert printable(SPOKEN[language]) == SPOKEN[language]


def papers(client, text: str) -> dict[str, bytes]:
    """Let every field that a paper carries say the text, and print each paper there is, by its template."""
    set_today(date(2026, 9, 24))
    case = make_case(given_name=text[:90], family_name=text[:90])
    site = make_unit("site", name=text[:90])
    cafe = Activity.objects.create(
        code="c", name=text[:90], unit=site, kind="workplace", places=9, starts_on=date(2021, 1, 1), support_offered="S"
    )
    tor = make_colleague("supervisor", site, name=f"Tor {text[:40]}")
    placement = make_placement(case.responsible, person=case.person, activity=cafe, starts_on=OCTOBER[0])
    set_today(TODAY)
    make_mapping(case, own_words=text)
    with as_(case.responsible):
        plan = plans.write_plan(
            case=case,
            today=TODAY,
            goal=text,
            weekly_minutes=1230,
            hours_reason=text,
            adaptation=text,
            review_on=TODAY + timedelta(days=90),
        )
        put_in_week(plan, kind="sfi", title=text[:90], week=read_week("ons 9-12"))
        plans.set_goal(plan=plan, today=TODAY, title=text, due_on=TODAY + timedelta(days=30))
    away_three_times((case, placement, tor))
    with as_(case.responsible) as actor:
        talked = talk(
            case=case,
            by=actor,
            happened_at=now(),
            what=text,
            result="goes_on",
            own_words=text,
            support=["travel"],
            support_note=text,
        )
        find(placement=placement, day=OCTOBER[0], kind="unexcused", conversation=talked.note)
        grounds = write_grounds(case=case, month=date(2026, 11, 1), today=TODAY, about="absence", summary=text)
        hear(grounds=grounds, today=TODAY, heard_on=TODAY, heard_how="phone", heard_words=text)
        send(grounds=grounds, to=case.social_worker)
    with as_(case.social_worker):
        receive_grounds(grounds=grounds)
    grounds.refresh_from_db()
    decision = decided(grounds, case.social_worker, reason=text, sent_to=[text[:90]])
    at = make_workplace(make_officer(), name=text[:90])
    Contact.objects.create(person=case.person, address=text[:90], postal_code="123 45", city=text[:90])
    about = {"kind": "messages.test", "channel": "letter", "subject": text[:90], "text": text}
    with as_(case.responsible):
        letter = order_message(person=case.person, **about)
    agreed_until = TODAY + timedelta(days=40)
    agreement = make_agreement(case.responsible, placement, at, ends_on=agreed_until, **dict.fromkeys(TERMS, text))
    sign_all(case.responsible, agreement)
    printed = {}
    for by, paper, page in (
        (case.responsible, "agreements/typst/agreement.typ", f"/agreements/{agreement.pk}/paper/"),
        (case.responsible, "plans/typst/plan.typ", f"/plans/{plan.pk}/plan.pdf"),
        (case.responsible, "plans/typst/plan_easy.typ", f"/plans/{plan.pk}/easy.pdf"),
        (case.responsible, "requirement/typst/grounds.typ", f"/grounds/{grounds.pk}/pdf/"),
        (case.responsible, "attendance/typst/month.typ", f"/people/{case.person_id}/attendance/pdf/?month=2026-10"),
        (tor, "attendance/typst/register.typ", f"/day/paper/?day={OCTOBER[4] + timedelta(days=21)}"),
    ):
        sign_in(client, by)
        answer = client.get(page)
        assert answer["Content-Type"] == "application/pdf", page
        printed[paper] = answer.content
    phone = WebClient()
    phone.cookies[COOKIE] = session_by_eid(case.person)
    printed["portal/typst/decision.typ"] = phone.get(f"/me/papers/{decision.pk}/").content
    sign_in(client, case.responsible)
    asked = {"acting_as": case.responsible_id, "letter": letter.pk}
    printed["messages/typst/letter.typ"] = client.post("/letters/print/", asked).content
    sign_in(client, tor)
    assert client.get(f"/here/{placement.pk}/").status_code == 200, "read at the site, whose name the log's paper says"
    head, director = (make_colleague(role, make_unit("management", site.organisation)) for role in BOSSES)
    partnership = make_signed(head, director, name=text[:90], purpose=text, target_groups=text, routines=text)
    sign_in(client, head)
    paper = client.get(f"/partners/agreements/{partnership.pk}/paper/").content
    printed["partnerships/typst/agreement.typ"] = paper
    told = make_report(head, partnership, 2025)
    AnnualReport.objects.filter(pk=told.pk).update(**dict.fromkeys(("done", "learnt", "asks"), text), answers=text[:90])
    keep_year(told, {"people": 130, "hours_attended": None})
    with as_(head):
        freeze_report(report=told)
    keep_year(told, {"people": 136, "hours_attended": None})
    printed["insight/typst/annual_report.typ"] = client.get(f"/partners/reports/{told.pk}/paper/").content
    wider = make_draft(head, name="Hoppet", purpose=text)
    written = write_paper(head, wider, **dict.fromkeys(SECTIONS, text))
    printed["partnerships/typst/decision.typ"] = client.get(f"/partners/papers/{written.pk}/pdf/").content
    printed |= of_project(client, text)
    sture = make_colleague("administrator", make_unit("management", site.organisation))
    tor.colleague.given_name = text[:40]
    tor.colleague.save()
    sign_in(client, sture)
    printed["staff/typst/password_letter.typ"] = client.post(
        f"/colleagues/{tor.colleague_id}/letter/", {"acting_as": sture.pk}
    ).content
    controller = make_colleague("controller", make_unit("management", site.organisation))
    published = make_publication(controller, reason=text[:500], title=text[:90])
    sign_in(client, controller)
    printed["insight/typst/publication.typ"] = client.get(f"/board/published/{published.pk}/?file=pdf").content
    auditor = make_colleague("auditor")
    sign_in(client, auditor)
    asked = {"acting_as": auditor.pk, "case": case.number, "names": "yes"}
    printed["desk/typst/readings.typ"] = client.post("/log/readings/", asked).content
    return printed


def of_project(client, text: str) -> dict[str, bytes]:
    """Print a project's results and its final report, with the text wherever its leader writes."""
    leader = make_leader()
    project = make_project(leader, name=text[:90], aim=text, ends_on=date(2026, 11, 1))
    join(leader, project, "Norr")
    with as_(leader):
        projects.add_sub_initiative(project=project, name=text[:90], theme=text[:300], planned=9)
        projects.add_funding(project=project, kind="fund", budget_ore=1_400_000_000)
    say_what_goes_on(leader, project)
    with as_(leader):
        projects.finish_project(project=project, report=text)
    sign_in(client, leader)
    return {
        f"projects/typst/{paper}.typ": client.get(f"/projects/{project.pk}/{page}.pdf").content
        for paper, page in (("slides", "results"), ("report", "report"))
    }


@pytest.mark.django_db
@pytest.mark.parametrize("named", TEXTS)
def test_every_document_comes_out_with_every_text_and_holds_its_standards(client, named):
    printed = papers(client, TEXTS[named])
    rooms = Path(trappan.__file__).parent
    every = {str(file.relative_to(rooms)) for file in rooms.glob("*/typst/*.typ")}
    assert set(printed) == {file for file in every if not file.startswith("documents/")}, "a paper is not tried here"
    for paper, content in printed.items():
        assert faults(content) == [], paper
        told = "står för ett tecken som inte går att skriva ut" in said(content)
        assert told == bool(unprintable(TEXTS[named])), paper


ON_PAPER = ("decision", "grounds", "heard", "mapping", "plan", "talk")


@pytest.mark.django_db
@pytest.mark.parametrize("page", ON_PAPER)
def test_whoever_writes_for_a_paper_is_told_first_of_signs_that_it_cannot_show(client, today, page):
    one = PAGES[page]()
    one.field = "own_words" if page == "mapping" else one.field
    sign_in(client, one.by)
    first = one.send(client, one.address, "Ett halvt 😀 och 中")
    shown = first.content.decode()
    assert first.status_code == 422
    assert "😀 中 går inte att skriva ut" in shown
    seen = re.search(rf'name="{one.prefix}signs_seen" value="([^"]*)"', shown)[1]
    one.fields["signs_seen"] = seen
    assert one.send(client, one.address, "Ett halvt 😀 och 中").status_code == 302


def test_every_form_whose_text_a_paper_carries_is_one_of_them():
    assert get_resolver().url_patterns, "every page, and so every form, is known"
    forms = {form for form in PaperForm.__subclasses__() if form.__module__.startswith("trappan.") and form.on_paper}
    named = {form.__name__ for form in forms if "tests" not in form.__module__}
    assert named == {
        "AgreeForm",
        "AgreementForm",
        "DecisionForm",
        "DialogueForm",
        "GoalForm",
        "GroundsForm",
        "HeardForm",
        "MappingForm",
        "PartForm",
        "PlanForm",
        "PrepareForm",
        "PublishAnewForm",
        "WritePaperForm",
    }
    for form in forms:
        assert set(form.on_paper) <= set(form.base_fields), form
