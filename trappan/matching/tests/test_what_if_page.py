"""What would be different of the week's proposals: asked, answered by the worker, told in counts, to whoever asked."""

import json
import re
from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan import database
from trappan.activities.models import Activity
from trappan.activities.testing import make_activity
from trappan.history.models import Event
from trappan.matching import jobs
from trappan.matching.models import AllocationQuestion, AllocationRun, AllocationTown
from trappan.matching.operations import ask_what_if
from trappan.matching.testing import MONDAY, run_allocation, wait_for_place
from trappan.refusals import Refused
from trappan.rules.models import RuleSet
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import markup, sign_in, text

pytestmark = pytest.mark.django_db
PAGE = "matching:what_ifs"


@pytest.fixture
def town(today):
    return make_organisation("Provkommunen")


@pytest.fixture
def site(town):
    return make_unit("site", town)


@pytest.fixture
def kitchen(site):
    return make_activity("Köket", site, branch="restaurant", places=6)


@pytest.fixture
def karin(town):
    return make_colleague("head_of_unit", make_unit("labour_market", town))


@pytest.fixture
def run(town, kitchen):
    """Fourteen wait for six places in the kitchen, for a week each longer than the next."""
    make_activity("Odlingen", kitchen.unit, branch="garden", places=1, weekdays="sat")
    for week in range(14, 0, -1):
        wait_for_place(days=7 * week, wishes=("restaurant",))
    return run_allocation(town)


def ask(client, who, **said):
    sign_in(client, who)
    return client.post(reverse(PAGE), {"acting_as": who.pk, **said})


def answered(client, who, **said):
    """Ask, let the worker answer, and return the question with its page."""
    address = ask(client, who, **said).url
    for row in jobs.questions_waiting():
        jobs.answer_question(row)
        jobs.answer_question(row)  # a bell that rings twice answers once
    assert jobs.questions_waiting() == []
    return AllocationQuestion.objects.first(), client.get(address)


@pytest.mark.requirement("R-143")
def test_ten_more_kitchen_places_are_asked_of_the_worker_and_told_from_and_to(
    client, run, karin, kitchen, django_assert_max_num_queries
):
    sign_in(client, karin)
    with django_assert_max_num_queries(12):
        page = text(client.get(reverse(PAGE)))
    assert "Väntar i kommunen: 14. Föreslås en plats: 6." in page
    address = ask(client, karin, change="places", activity=kitchen.pk, places=8).url
    waiting = client.get(address)
    assert "Se om svaret har kommit" in text(waiting)
    assert f'hx-get="{address}"' in markup(waiting)
    looked = Event.objects.filter(verb="matching.see_what_if").count()
    client.get(address, headers={"HX-Request": "true"})
    assert Event.objects.filter(verb="matching.see_what_if").count() == looked, "nothing new is read while it waits"
    (row,) = jobs.questions_waiting()
    jobs.answer_question(row)
    with django_assert_max_num_queries(12):
        page = client.get(address)
    for said in ("8 fler skulle börja", "Köket: 8 fler platser", "Ingen som föreslås en plats skulle bli utan."):
        assert said in text(page), said
    assert cells(page) == ["6", "14", "6", "14", "12", "8", "6", "14"]
    question = AllocationQuestion.objects.get()
    assert question.answer["started"] == {"from": 6, "to": 14, "difference": 8}
    assert question.answer["weeks"] == {"from": 12, "to": 8}
    assert question.author == karin
    assert "Köket: 8 fler platser" in text(client.get(reverse(PAGE)))


def test_what_is_closed_is_told_for_the_activity_and_its_site(client, run, karin, kitchen):
    for change in ("closed", "site_closed"):
        question, page = answered(client, karin, change=change, activity=kitchen.pk)
        assert question.answer["started"] == {"from": 6, "to": 0, "difference": -6}
        assert "6 färre skulle börja" in text(page)
        assert "6 som föreslås en plats skulle bli utan." in text(page)


def test_fewer_than_five_are_nowhere_in_the_page_or_what_is_kept(client, run, karin, kitchen):
    """Three more places start three more: that there is a difference is told, and not which."""
    question, page = answered(client, karin, change="places", activity=kitchen.pk, places=3)
    assert question.answer["started"] == {"from": 6, "to": None, "difference": None}
    assert (question.answer["passed"], question.answer["instead"]) == ({"many": 0, "weeks": None}, None)
    kept = json.dumps({**question.answer, "weeks": None})
    assert [one for one in re.findall(r"-?\d+", kept) if 0 < abs(int(one)) < 5] == []
    assert "9" not in re.findall(r"\d+", kept)
    assert "Skillnaden visas inte" in text(page)
    assert cells(page) == ["6", "visas inte", "6", "visas inte", "12", "visas inte", "6", "visas inte"]


def test_the_other_order_and_the_queue_set_aside_are_asked_with_nothing_more(client, run, karin):
    for change in ("order", "queue"):
        question, page = answered(client, karin, change=change, activity="", places="")
        assert question.answer["started"] == {"from": 6, "to": 6, "difference": 0}
        assert "Lika många skulle börja" in text(page)
    assert "Med kön lagd åt sidan" in text(page)


@pytest.mark.parametrize(
    ("said", "field", "why"),
    [
        ({"places": 0}, "places", "Skriv hur många platser fler, från 1."),
        ({"places": -3}, "places", "Skriv hur många platser fler, från 1."),
        ({"places": ""}, "places", "Skriv hur många platser fler, från 1."),
        ({"activity": ""}, "activity", "Välj var."),
        ({"activity": 987654}, "activity", "Den räknades inte med"),
        ({"activity": "x"}, "activity", "Den räknades inte med"),
        ({"change": "rank"}, "change", "rank"),
    ],
)
def test_what_cannot_be_asked_is_refused_at_its_field(client, run, karin, kitchen, said, field, why):
    answer = ask(client, karin, **{"change": "places", "activity": kitchen.pk, "places": 5, **said})
    assert answer.status_code == 422
    assert why in " ".join(answer.context["form"].errors[field])
    assert why in text(answer)
    assert not AllocationQuestion.objects.exists()


def test_another_municipalitys_activity_and_a_closed_one_are_refused_by_page_and_database(client, run, karin, kitchen):
    elsewhere = make_activity("Deras kök", make_unit("site", make_organisation("Grannkommunen")))
    answer = ask(client, karin, change="closed", activity=elsewhere.pk)
    assert "Den räknades inte med" in " ".join(answer.context["form"].errors["activity"])
    with as_(karin), pytest.raises(Refused) as no:
        ask_what_if(run=run, change="closed", activity=elsewhere)
    assert no.value.field == "activity"
    Activity.objects.filter(pk=kitchen.pk).update(ends_on=MONDAY)
    answer = ask(client, karin, change="closed", activity=kitchen.pk)
    assert "Den räknades inte med" in " ".join(answer.context["form"].errors["activity"])
    with as_(karin), pytest.raises(Refused):
        ask_what_if(run=run, change="closed", activity=kitchen)


def test_without_a_run_there_is_nothing_to_ask_and_a_run_that_is_gone_is_said(client, town, run, karin, kitchen):
    address = ask(client, karin, change="order").url
    assert run_allocation(town).pk != run.pk
    assert not AllocationTown.objects.filter(pk=run.pk).exists(), "the latest alone is kept"
    with as_(karin), pytest.raises(Refused):
        ask_what_if(run=run, change="order")
    for row in jobs.questions_waiting():
        jobs.answer_question(row)
    assert "Förslagen räknades fram på nytt innan det här besvarades" in text(client.get(address))
    AllocationRun.objects.update(monday=MONDAY - timedelta(days=7))
    page = text(client.get(reverse(PAGE)))
    assert "Inget är framräknat för den veckan än, så det finns inget att jämföra med." in page
    with as_(karin), pytest.raises(Refused):
        ask_what_if(run=AllocationRun.objects.first(), change="order")


def test_it_is_erased_after_the_days_of_the_rules(client, run, karin):
    question, _page = answered(client, karin, change="order")
    days = RuleSet.objects.first().parameters["allocation_question_days"]
    for ago, left in ((days - 1, 1), (days, 0)):
        AllocationQuestion.objects.update(at=question.at - timedelta(days=ago))
        jobs.forget_questions()
        assert AllocationQuestion.objects.count() == left
    assert AllocationTown.objects.count() == 1
    AllocationRun.objects.update(monday=MONDAY - timedelta(days=7))
    jobs.forget_questions()
    assert not AllocationTown.objects.exists()


@pytest.mark.requirement("R-150")
def test_whoever_asked_reads_it_and_the_database_refuses_everybody_else(client, town, run, karin, kitchen):
    """The same right in another unit and another municipality; a supervisor, a partner, an employer officer."""
    question, _page = answered(client, karin, change="order")
    address = reverse("matching:what_if", args=[question.pk])
    labour = karin.unit
    others = {
        "a consultant beside": (make_colleague("consultant", labour), True),
        "a head beside": (make_colleague("head_of_unit", labour), True),
        "a head elsewhere": (
            make_colleague("head_of_unit", make_unit("labour_market", make_organisation("Grannkommunen"))),
            False,
        ),
        "a supervisor": (make_colleague("supervisor", kitchen.unit), False),
        "a partner": (
            make_colleague(
                "site_leader", make_unit("site", make_organisation("Föreningen", kind="partner", basis="provider"))
            ),
            False,
        ),
        "an employer officer": (make_colleague("employer_officer", make_unit("employer_team", town)), False),
        "a social worker": (make_colleague("social_worker", make_unit("social_office", town)), False),
    }
    insert = f"INSERT INTO matching_allocationquestion (run_id, change) VALUES ({run.pk}, 'order')"
    for name, (who, asks) in others.items():
        with as_(who):
            assert not AllocationQuestion.objects.exists(), name
            assert database.query("SELECT count(run_id) AS n FROM matching_allocationtown")[0].n == asks, name
            assert AllocationRun.objects.exists() == asks, name
            assert is_refused("SELECT facts FROM matching_allocationtown", "permission denied"), name
            assert is_refused("UPDATE matching_allocationquestion SET places = 1", "permission denied"), name
            assert is_refused("DELETE FROM matching_allocationquestion", "permission denied"), name
            assert is_refused(insert, "row-level security") != asks, name
        sign_in(client, who)
        assert client.get(address).status_code == (404 if "head" in name or "consultant" in name else 403), name
    with as_(karin):
        assert AllocationQuestion.objects.get() == question
        answering = insert.replace("change)", "change, answered_at, answer)").replace("'order'", "'order', now(), '{}'")
        assert is_refused(answering, "row-level security"), "nobody answers herself"


@pytest.mark.parametrize("role", ["trappan_matching", "trappan_allocation", "trappan_figures"])
def test_no_other_role_reads_what_is_asked_or_what_it_was_reckoned_of(run, role):
    for table in ("matching_allocationtown", "matching_allocationquestion", "people_person"):
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            database.execute(f"SET LOCAL ROLE {role}")
            database.query(f"SELECT * FROM {table}")


def test_what_a_run_was_reckoned_of_names_nobody(run):
    """No number of a case or person is in it, and no more columns than what somebody could have."""
    facts = AllocationTown.objects.get().facts
    assert sorted(facts) == [
        *("activities", "choices", "given", "kept", "room", "starts_first", "stretches", "waited", "whose")
    ]
    assert facts["waited"] == [7 * week + 4 for week in range(14, 0, -1)]
    assert all(choice[0] < 14 for choice in facts["choices"])


def cells(page):
    return re.findall(r'<td class="num">\s*([^<]*?)\s*</td>', markup(page))


def is_refused(statement, why):
    try:
        with transaction.atomic():
            database.execute(statement)
    except DatabaseError as no:
        return why in str(no)
    return False
