"""The plan as a document: read back as a machine that reads aloud would."""

from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from django.urls import reverse
from pypdf import PdfReader

from trappan.cases import operations as cases
from trappan.documents.pdf import pdf
from trappan.people.testing import make_person
from trappan.plans import operations
from trappan.schedules.week import read_week
from trappan.staff.models import User
from trappan.staff.testing import as_, make_colleague, make_unit

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
        operations.add_part(plan=plan, kind="sfi", title="Sfi kurs C", week=read_week("ons 9-12"))
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
