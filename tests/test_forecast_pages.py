"""The forecast's page and what would be different: who reads it, what the worker makes of it, and what is refused."""

from dataclasses import asdict

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan import database
from trappan.history.models import Event
from trappan.insight import jobs
from trappan.insight.forecast.testing import town
from trappan.insight.models import Outlook, WhatIf
from trappan.insight.operations import ask
from trappan.insight.testing import add_months, make_months, make_outlook
from trappan.schedules.months import months_after
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import TODAY, markup, sign_in, text

pytestmark = pytest.mark.django_db
FORECAST = reverse("insight:forecast")
NOTHING = {"places-workplace": 0, "places-language": 0, "consultants": 0, "inflow": 0}


@pytest.fixture
def casper():
    set_today(TODAY)
    return make_colleague("controller", make_unit("management", make_organisation()))


@pytest.fixture
def outlook(casper):
    return make_outlook(casper.unit.organisation_id, TODAY, asdict(town(600)))


def test_whoever_reads_figures_reads_the_forecast_and_asks_and_nobody_else(world):
    _person, actors = world
    everybody = {
        **actors,
        "director at a partner": make_colleague("director", actors["supervisor at a partner's site"].unit),
    }
    row = "INSERT INTO insight_whatif (outlook_id, places, consultants, inflow{}) VALUES ({}, '{{}}', 1, 0{})"
    made = Outlook.objects.get()
    plain = row.format("", made.pk, "")
    answered = row.format(", answered_at, answer, pictures", made.pk, ", now(), '{}', '{}'")

    def tries(membership, reads):
        with as_(membership):
            for table in ("insight_outlook", "insight_whatif"):
                assert (database.query(f"SELECT count(id) AS n FROM {table}")[0].n > 0) == reads, (name, table)
                assert is_refused(f"UPDATE {table} SET id = id", "permission denied"), name
                assert is_refused(f"DELETE FROM {table}", "permission denied"), name
            assert is_refused("SELECT flow FROM insight_outlook", "permission denied"), name
            assert is_refused(answered, "row-level security"), name
            assert is_refused(plain, "row-level security") != reads, name

    for name, membership in everybody.items():
        tries(membership, name in ("director", "controller"))
    # Everybody in the house was counted: where it serves several municipalities it is nobody's.
    other = make_unit("management", make_organisation("Grannkommunen"))
    for name in ("director", "controller"):
        tries(actors[name], reads=False)
        tries(make_colleague(name, other), reads=False)


def is_refused(statement, why):
    try:
        with transaction.atomic():
            database.execute(statement)
    except DatabaseError as no:
        return why in str(no)
    return False


def test_the_page_shows_the_forecast_its_proof_and_what_is_assumed(
    client, casper, outlook, django_assert_max_num_queries
):
    sign_in(client, casper)
    with django_assert_max_num_queries(14):  # twelve of the page, and the transaction's two ends
        page = client.get(FORECAST)
    shown = text(page)
    for words in ("1\xa0850", "1\xa0700–2\xa0000", "90 %", "Ingen vet hur många", "färre än fem", "inget löfte."):
        assert words in shown, words
    assert "<svg><title>Bred</title></svg><svg><title>Smal</title></svg>" in shown
    assert f'href="{FORECAST}"' in client.get(reverse("insight:board")).content.decode()


def test_without_a_forecast_the_page_says_when_there_will_be_one(client, casper):
    sign_in(client, casper)
    assert "görs på natten" in text(client.get(FORECAST))


def test_sixty_places_are_asked_of_the_worker_and_answered_at_an_address_that_stays(client, casper, outlook, send):
    answered = send(casper, FORECAST, **{**NOTHING, "places-workplace": 60})
    question = WhatIf.objects.get()
    address = reverse("insight:what_if", args=[question.pk])
    assert answered.redirect_chain[-1][0] == address
    assert question.places == {"workplace": 60}
    waiting = text(answered)
    assert "Se om svaret har kommit" in waiting
    assert list(jobs.unanswered()) == [question.pk]
    jobs.answer(question.pk)
    jobs.answer(question.pk)  # a bell that rings twice answers once
    assert list(jobs.unanswered()) == []
    sign_in(client, casper)
    page = client.get(address)
    question.refresh_from_db()
    first = question.answer["differences"][0]
    assert first["after"] == 12
    assert first["low"] <= first["middle"] <= first["high"]
    assert first["with"] == first["without"] + first["middle"]
    assert "Efter ett år" in text(page)
    # The month's forecast is made anew, of other kinds: the answer stays as it was given.
    told = {**outlook.told, "queue": outlook.told["queue"][1:], "assumptions": ["Ett nytt antagande."], "runs": 7}
    Outlook.objects.update(told=told)
    before, after = (text(one).split("<main")[1].split("<aside")[0] for one in (page, client.get(address)))
    assert after == before
    assert "Det är en uträkning, inget löfte." in text(page)
    assert "Arbetsplats: 60 platser." in text(page)
    assert page.content.decode().count('role="img"') == 2
    assert "style=" not in "".join(question.pictures.values())


def test_while_it_waits_the_page_looks_again_past_what_is_being_typed_and_records_it_once(client, casper, outlook):
    with as_(casper):
        asked = ask(outlook=outlook, places={}, consultants=1, inflow=0)
    sign_in(client, casper)
    address = reverse("insight:what_if", args=[asked.pk])

    def recorded():
        return Event.objects.filter(verb="insight.see_what_if").count()

    page = markup(client.get(address))
    assert 'hx-select="#answer" hx-target="#answer"' in page
    assert page.index('id="answer"') < page.index('id="h-waits"') < page.index("<aside") < page.index('id="h-ask"')
    for _second in range(3):
        client.get(address, headers={"HX-Request": "true"})
    assert recorded() == 1
    jobs.answer(asked.pk)
    client.get(address, headers={"HX-Request": "true"})
    assert recorded() == 2, "and the answer, once it is read"


@pytest.mark.parametrize(
    ("numbers", "sentence"),
    [
        (NOTHING, "Ändra minst ett tal"),
        ({**NOTHING, "places-workplace": 301}, "300"),
        ({**NOTHING, "consultants": "många"}, "heltal"),
        ({**NOTHING, "inflow": -101}, "-100"),
    ],
)
def test_what_cannot_be_asked_is_said_at_its_field(casper, outlook, send, numbers, sentence):
    answered = send(casper, FORECAST, **numbers)
    assert answered.status_code == 422
    assert sentence in text(answered)
    assert not WhatIf.objects.exists()


def test_another_municipality_s_question_is_not_found(client, casper, outlook):
    with as_(casper):
        asked = ask(outlook=outlook, places={}, consultants=1, inflow=0)
    sign_in(client, make_colleague("controller", make_unit("management", make_organisation("Grannkommunen"))))
    assert client.get(reverse("insight:what_if", args=[asked.pk])).status_code == 404
    assert client.get(FORECAST).status_code == 200
    assert "görs på natten" in text(client.get(FORECAST))


def build_two_years():
    """Build 26 months of thirty people who have no case."""
    for person in [make_months(0) for _person in range(30)]:
        add_months(person, [months_after(TODAY.replace(day=1), -at) for at in range(1, 27)])
    jobs.order_months()
    assert list(jobs.to_forecast()) == []
    for month in list(jobs.waiting()):
        jobs.carry_out_building(month)
    assert list(jobs.to_forecast()) == [], "what has been is told of cells, and none is told"
    for year in list(jobs.to_tell()):
        jobs.carry_out_telling(year)


def test_the_worker_makes_the_forecast_when_all_months_are_built_and_once(casper):
    build_two_years()
    [number] = jobs.to_forecast()
    jobs.make_forecast(number)
    made = Outlook.objects.get()
    assert made.municipality_id == casper.unit.organisation_id
    households = made.told["figures"][0]
    assert households["forecast"][0]["median"] == 30
    assert [one["value"] for one in households["history"]] == [30] * 26
    assert set(made.pictures["households"]) == {"wide", "narrow"}
    assert list(jobs.to_forecast()) == []
    jobs.make_forecast(number)
    assert Outlook.objects.count() == 1


def test_where_the_house_serves_several_municipalities_no_forecast_is_made_or_waited_for(casper):
    make_organisation("Grannkommunen")
    build_two_years()
    assert list(jobs.to_forecast()) == []
    database.value("insight_keep_outlook", TODAY.replace(day=1), 1, "{}", "{}", "{}")
    assert not Outlook.objects.exists()
