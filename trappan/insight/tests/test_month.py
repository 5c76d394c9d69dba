"""What happened in a month: plain sentences of what may be told, to everybody who works here."""

from datetime import date

import pytest
from django.urls import reverse

from trappan.history.models import Event
from trappan.initiatives.models import Landmark
from trappan.insight.achieved import DOOR, MONTHS, achieved
from trappan.insight.models import Chart
from trappan.insight.tests.conftest import SEPTEMBER
from trappan.insight.tests.test_board import LAST, cell
from trappan.insight.told import told as told_cells
from trappan.secrecy.scopes import Role
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import markup, sign_in

pytestmark = pytest.mark.django_db
PAGE = reverse("insight:month")


@pytest.fixture
def told(today):
    """What is told of two months; who went to studies is held back in the last."""
    for month, work, studies in ((SEPTEMBER, 35, 7), (LAST, 41, 3)):
        cell("exits_work", month, work)
        cell("exits_studies", month, studies, shown=month == SEPTEMBER)
        cell("exits_closer", month, 9)
    cell("coverage", SEPTEMBER, 1180, 1612)
    cell("coverage", LAST, 1191, 1612)
    cell("households", SEPTEMBER, 1897)
    cell("households", LAST, 1896)
    cell("new", LAST, 1)
    return make_unit(name="Enhet Öster")


def lines(who):
    with as_(who):
        return {line.name: line for group in achieved(LAST) for line in group.lines}


@pytest.mark.requirement("R-256")
def test_everybody_who_works_here_reads_it_in_plain_sentences(client, told):
    for role in Role:
        sign_in(client, make_colleague(role, told))
        answer = client.get(PAGE)
        assert answer.status_code == 200, role
        page = markup(answer).replace("\xa0", " ")
        assert f'href="{PAGE}"' in page, "in the menu"
        for said in (
            "Det här hände i oktober 2026",
            "41 personer gick till arbete.",
            "6 fler än månaden före.",
            "9 personer gick till praktik eller arbetsmarknadsanställning.",
            "Lika mycket som månaden före.",
            "1 191 av de 1 612 personer som ska vara i aktivitet deltog: 73,9 %.",
            "0,7 procentenheter mer än månaden före.",
            "1 896 hushåll fick bistånd.",
            "En färre än månaden före.",
            "En person fick bistånd för första gången på fem år.",
        ):
            assert said in page, (role, said)
    assert Event.objects.filter(verb="insight.see_month").count() == len(Role)


def test_what_is_not_told_stands_without_number_sentence_or_picture(client, told):
    who = make_colleague("supervisor", told)
    studies = lines(who)["exits_studies"]
    assert (studies.said, studies.compared, studies.columns[-1].height) == ("", "", None)
    assert studies.words == ["–"] * (MONTHS - 2) + ["7", "–"]
    assert lines(who)["ended"].said == "", "hidden and not there are one answer"
    sign_in(client, who)
    page = markup(client.get(PAGE))
    assert "3 personer" not in page
    assert "Ended with studies" not in page
    assert page.count("visas inte</em>") == 3, "studies, steps and who ended"
    assert page.count("<svg viewBox") == 4, "a picture beside each sentence of more than one month"


def test_a_picture_is_of_twelve_months_from_nothing_and_a_share_of_a_hundred(told):
    found = lines(make_colleague("consultant", told))
    work = found["exits_work"].columns
    assert [one.height for one in work[-2:]] == [round(44 * 35 / 41, 1), 44]
    assert [one.is_last for one in work[-2:]] == [False, True]
    assert (work[0].month, len(work), work[0].height) == (date(2025, 11, 1), MONTHS, None)
    assert found["coverage"].columns[-1].height == round(44 * 0.739, 1)


def test_only_who_reads_figures_is_led_to_a_figures_own_page(client, told):
    figure = f'href="{reverse("insight:indicator", args=["exits_work"])}"'
    for role, reads in (("consultant", True), ("director", True), ("supervisor", False), ("auditor", False)):
        sign_in(client, make_colleague(role, told))
        assert (figure in markup(client.get(PAGE))) is reads, role


def test_marked_days_of_these_months_stand_beside_and_claim_nothing(client, told):
    about = {"municipality": told.organisation, "kind": "method"}
    for day, name in ((date(2026, 3, 2), "Heltidsaktivering"), (date(2025, 10, 31), "Före"), (LAST, "I månaden")):
        Landmark.objects.create(day=day, name=name, **about)
    Landmark.objects.create(day=LAST, name="Uttagen", taken_out_on=LAST, **about)
    sign_in(client, make_colleague("supervisor", told))
    page = markup(client.get(PAGE))
    assert "2 mars 2026: Heltidsaktivering (Arbetssätt)" in page
    assert "I månaden" in page
    assert "Före (" not in page
    assert "Uttagen" not in page
    assert "inget tal säger varför" in page


def test_a_partners_staff_read_the_whole_and_their_own_part_alone(client, told):
    partner, other = (make_organisation(name, kind="partner", basis="provider") for name in ("Laget", "Navet"))
    for organisation, count in ((partner, 57), (other, 66)):
        cell("coverage", LAST, count, 80, organiser=str(organisation.pk))
    cell("coverage", SEPTEMBER, 3, 80, shown=False, organiser=str(partner.pk))
    site = make_unit("site", partner)
    leader = make_colleague("site_leader", site)
    sign_in(client, leader)
    page = markup(client.get(PAGE))
    assert "57 personer som har sin huvudsakliga aktivitet hos er deltog." in page
    assert "66 personer" not in page
    assert "41 personer gick till arbete." in page
    with as_(leader):
        (_hidden, ours) = told_cells(["coverage"], ("organiser",), SEPTEMBER, LAST, door=DOOR)
    assert (ours.value, ours.numerator, ours.denominator) == (None, 57, None)
    sign_in(client, make_colleague("consultant", told))
    page = markup(client.get(PAGE))
    assert "hos er" not in page
    assert "57 personer" not in page


def test_a_partners_staff_are_not_told_that_everybody_took_part(told):
    partner = make_organisation("Laget", kind="partner", basis="provider")
    cell("coverage", LAST, 57, 57, organiser=str(partner.pk))
    with as_(make_colleague("site_leader", make_unit("site", partner))):
        (ours,) = told_cells(["coverage"], ("organiser",), LAST, LAST, door=DOOR)
    assert (ours.shown, ours.value, ours.numerator, ours.denominator) == (False, None, None, None)


def test_nothing_is_told_where_nobody_can_say_whose_the_figures_are_nor_before_the_night(client, told):
    who = make_colleague("supervisor", told)
    make_organisation("Grannkommunen")
    sign_in(client, who)
    page = markup(client.get(PAGE))
    assert "Månaden visas inte än" in page
    assert "41 personer" not in page


def test_the_page_has_a_fixed_number_of_questions_and_reads_no_table_of_figures(
    client, told, django_assert_max_num_queries
):
    Chart.objects.create(name="households", size="wide", svg="<svg/>", marks=[])
    sign_in(client, make_colleague("supervisor", told))
    # Twelve of the page's own; the test adds its savepoints and a look at the settings.
    with django_assert_max_num_queries(16) as asked:
        client.get(PAGE)
    assert not [one for one in asked.captured_queries if 'FROM "insight_' in one["sql"]]
