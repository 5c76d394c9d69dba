"""The plan as a document: read back as a machine that reads aloud would."""

from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from django.urls import reverse
from pypdf import PdfReader

from trappan.cases import operations as cases
from trappan.cases.testing import make_case
from trappan.documents.pdf import pdf
from trappan.people.testing import make_person
from trappan.plans import operations
from trappan.plans.testing import make_mapping, put_in_week
from trappan.schedules.week import read_week
from trappan.staff.models import User
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import sign_in

pytestmark = [pytest.mark.django_db]
TRICK = 'Jag vill #panic("bage") *baka* $x$ @nu <b>bröd</b>'


def test_title_language_tags_and_text(client, today):
    ulla, jonna = (make_colleague("social_worker", make_unit("social_service")), make_colleague("consultant"))
    person = make_person(ulla, "Åsa", "Łukasz-Öberg")
    with as_(ulla) as actor:
        case = cases.open_case(person=person, by=actor, unit=jonna.unit)
        cases.assign(case=case, to=jonna)
    with as_(jonna):
        operations.map_person(
            case=case,
            held_on=today,
            today=today,
            finish=True,
            own_words=TRICK,
            assessment="a",
            fastest_way="f",
            way_reason="r",
        )
        plan = operations.write_plan(
            case=case,
            today=today,
            goal="Baka i ett bageri",
            weekly_minutes=1230,
            hours_reason="Barn",
            review_on=today + timedelta(days=90),
        )
        put_in_week(plan, kind="sfi", title="Sfi kurs C", week=read_week("ons 9-12"))
        operations.set_goal(plan=plan, today=today, title="En limpa", due_on=today + timedelta(days=30))
    client.force_login(User.objects.get(colleague=jonna.colleague))
    session = client.session
    session["membership"] = jonna.pk
    session.save()
    answer = client.get(reverse("plans:document", args=[plan.pk]))
    assert answer["Content-Type"] == "application/pdf"
    assert person.family_name not in answer["Content-Disposition"], "the file's name tells of nobody"
    document = PdfReader(BytesIO(answer.content))
    catalogue = document.trailer["/Root"]
    assert catalogue["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in catalogue
    assert catalogue["/Lang"].startswith("sv")
    assert document.metadata.title == "Plan för egen försörjning"
    text = document.pages[0].extract_text().replace("\u00a0", " ")
    for said in (
        "Åsa Łukasz-Öberg",
        "Baka i ett bageri",
        "20 h 30",
        "En limpa",
        "onsdag",
        "Sfi kurs C",
        "40 = 40 h",
        "Ett utkast",
        case.number,
    ):
        assert said in text, said
    assert '#panic("bage") *baka* $x$ @nu <b>bröd</b>' in text, "what a person says is text, never markup"


@pytest.mark.requirement("R-007")
def test_the_plan_says_how_both_agreed_when_it_was_decided_and_when_it_is_followed_up(client, today):
    case = make_case()
    make_mapping(case)
    with as_(case.responsible) as actor:
        plan = operations.write_plan(
            case=case,
            today=today,
            goal="Baka i ett bageri",
            weekly_minutes=2400,
            hours_reason="",
            review_on=date(2027, 2, 4),
        )
        operations.consult(case=case, today=today, with_whom="employment_service", held_on=today, outcome="Ok")
    sign_in(client, case.responsible)
    page = reverse("plans:plan", args=[case.pk])
    paper = reverse("plans:document", args=[plan.pk])
    draft = printed(client.get(paper))
    assert "Ett utkast" in draft
    assert "Du har inte svarat på planen än" in draft
    sent = {"acting_as": case.responsible_id, "form": "agree"}
    sent |= {"agree-shown": f"{plan.pk}.1", "decide-shown": f"{plan.pk}.1"}
    agreed = {"agree-agreed_how": "phone", "agree-agreed_on": "2026-11-10"}
    assert client.post(page, {**sent, **agreed}).status_code == 302
    assert client.post(page, {**sent, "form": "decide"}).status_code == 302
    consultant = case.responsible.colleague.name
    said = printed(client.get(paper))
    assert "Ett utkast" not in said
    for words in (
        "Du sa ja 10 november 2026, per telefon",
        f"Beslutad 12 november 2026 av {consultant}",
        "Vi följer upp den tillsammans 4 februari 2027",
    ):
        assert words in said, words
    shown = client.get(page).content.decode().replace("\u00a0", " ")
    assert f"Beslutad 12 november 2026 av {consultant}" in shown
    with as_(case.responsible) as actor:
        second = operations.write_plan(
            case=case,
            today=today,
            goal="Ett annat bageri",
            weekly_minutes=2400,
            hours_reason="",
            review_on=date(2027, 2, 5),
        )
        operations.agree_plan(plan=second, today=today, agreed_on=today, agreed_how="meeting")
        second.refresh_from_db()
        operations.decide_plan(plan=second, by=actor)
    assert "Du sa ja 10 november 2026" in printed(client.get(paper)), "the one it replaced is read as it was"


def printed(answer):
    """Return what a document says, with its lines joined."""
    pages = PdfReader(BytesIO(answer.content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).replace("\u00a0", " ").split())


def test_nothing_of_one_document_stays_in_the_next():
    facts = {
        "footer": "",
        "title": "T",
        "name": "N",
        "case": "1",
        "draft": False,
        "own_words": "a",
        "own_words_from": "b",
        "goal": "c",
        "hours": "d",
        "hours_reason": "",
        "hours_sum": "",
        "adaptation": "",
        "week": [],
        "goals": [],
        "agreed": "",
        "review": "",
        "decided": "",
        "labels": dict.fromkeys(
            [
                "case",
                "draft",
                "wants",
                "goal",
                "hours",
                "goals",
                "no_goals",
                "goal_one",
                "due",
                "week",
                "day",
                "time",
                "what",
                "adaptation",
                "agreed",
            ],
            "x",
        ),
    }
    template = Path(operations.__file__).parents[1] / "typst" / "plan.typ"
    first = PdfReader(BytesIO(pdf(template, facts, title="T", language="sv"))).pages[0].extract_text()
    pdf(template, {**facts, "name": "ANNAN"}, title="T", language="sv")
    again = PdfReader(BytesIO(pdf(template, facts, title="T", language="sv"))).pages[0].extract_text()
    assert first == again


def test_the_easy_paper_says_the_same_plan_in_short_sentences_and_whom_to_talk_with(client, today):
    case = make_case()
    make_mapping(case)
    with as_(case.responsible):
        plan = operations.write_plan(
            case=case,
            today=today,
            goal="Baka i ett bageri",
            weekly_minutes=1230,
            hours_reason="Barn",
            adaptation="En stol",
            review_on=date(2027, 2, 4),
        )
        put_in_week(plan, kind="sfi", title="Sfi kurs C", week=read_week("ons 9-12"))
        operations.set_goal(plan=plan, today=today, title="En limpa", due_on=today + timedelta(days=30))
    sign_in(client, case.responsible)
    said = printed(client.get(reverse("plans:easy", args=[plan.pk])))
    for words in (
        "Planen är inte klar. Den gäller inte än.",
        "Baka i ett bageri",
        "20 timmar 30 minuter varje vecka.",
        "onsdag 9–12 Sfi kurs C",
        "En limpa, till 12 december 2026",
        "En stol",
        "Om du inte kan komma",
        f"Prata med {case.responsible.colleague.name}",
        "4 februari 2027",
    ):
        assert words in said, words
    assert "Barn" not in said, "the arithmetic and its reasons stand on the whole plan"
