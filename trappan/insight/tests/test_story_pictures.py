"""A story's picture stands on the report's paper by its own yes, told in words too, and nowhere when that has ended."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from pypdf import PdfReader

from trappan.documents.testing import faults
from trappan.documents.tests.files import jpeg, png
from trappan.insight.tests.telling import WORDS, agree, delivered, make_house, said, step, tell, withdraw, write
from trappan.partnerships.stories import of_person, told
from trappan.partnerships.waiting import waiting_for
from trappan.refusals import Refused
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_
from trappan.testing import TODAY, sign_in

pytestmark = pytest.mark.django_db
SHOWS = "Händer vid en kassa"
BOTH = {"words": ["annual_report"], "picture": ["annual_report"]}


@pytest.fixture
def house(today):
    return make_house()


def paper(client, house, who):
    """Print the report, and return how many pictures are drawn in it, what they are said to show, and its text."""
    sign_in(client, who)
    content = client.get(reverse("insight:annual_report_paper", args=[house.report.pk])).content
    assert faults(content) == []
    read = PdfReader(BytesIO(content))
    objects = [read.get_object(at) for at in range(1, len(read.xref[0]) + len(read.xref_objStm) + 1)]
    told_of = [str(one["/Alt"]) for one in objects if isinstance(one, dict) and "/Alt" in one]
    return sum(len(page.images) for page in read.pages), told_of, " ".join(page.extract_text() for page in read.pages)


@pytest.mark.requirement("R-251")
def test_drawn_with_what_it_shows_by_its_own_yes_and_gone_with_it(house, client):
    story = tell(house, picture=png(), shows=SHOWS, places=BOTH)
    tell(house, picture=png(4, 4), shows="Ett bord", places={"words": ["annual_report"], "picture": ["web"]})
    delivered(house)
    for who in (house.leader, house.director, house.controller):
        drawn, told_of, text = paper(client, house, who)
        assert (drawn, told_of) == (1, [SHOWS]), who.role
        assert "kassan nu" in text
    withdraw(house.leader, story, "picture")
    drawn, told_of, text = paper(client, house, house.director)
    assert (drawn, told_of) == (0, [])
    assert "kassan nu" in text, "the words stand by their own yes"


def test_not_where_the_yes_has_run_out_nor_one_that_cannot_be_drawn(house, client):
    tell(house, picture=png(), shows=SHOWS, places=BOTH, said=said(TODAY + timedelta(days=5)))
    tell(house, picture=jpeg(), shows="Ett bord", places=BOTH)
    delivered(house)
    assert paper(client, house, house.director)[:2] == (1, [SHOWS]), "a damaged picture keeps no paper from coming out"
    set_today(TODAY + timedelta(days=5))
    assert paper(client, house, house.director)[:2] == (0, [])


@pytest.mark.requirement("R-251")
def test_words_whose_yes_has_only_run_out_are_told_to_nobody_but_who_may_ask_anew(house):
    tell(house, said=said(TODAY + timedelta(days=5)))
    set_today(TODAY + timedelta(days=5))
    with as_(house.case.responsible):
        assert [one.words for one in of_person(house.person.pk)] == [""]
    for who, words in ((house.leader, WORDS), (house.other_site, ""), (house.signs, "")):
        with as_(who):
            assert [(one.state, one.words) for one in told(house.report.pk)] == [("without", words)]
    set_today(TODAY)
    delivered(house)
    with as_(house.case.responsible):
        assert [one.words for one in of_person(house.person.pk)] == [WORDS]
    set_today(TODAY + timedelta(days=5))
    for who in (house.leader, house.controller):
        with as_(who) as actor:
            assert ["spridas vidare" in one.why for one in waiting_for(actor)] == [True], who.role
    for who in (house.leader, house.director, house.case.responsible):
        with as_(who):
            assert "".join(one.words for one in (*told(house.report.pk), *of_person(house.person.pk))) == ""


def test_a_finished_paper_shows_no_name_and_no_picture_that_was_not_read(house):
    shown = tell(house, picture=png(), shows=SHOWS, places=BOTH)
    quiet = tell(house, picture=png(4, 4), shows="Ett bord", places={"words": ["annual_report"], "picture": ["web"]})
    write(house)
    step(house, house.leader, "finish_report")
    for part in ("name", "picture"):
        with pytest.raises(Refused, match="färdigskriven"):
            agree(house, quiet, part, said())
    agree(house, shown, "picture", said(TODAY + timedelta(days=90)))
    agree(house, quiet, "words", said(TODAY + timedelta(days=90)))
