"""Person, helper and guardian against each function and table of the role behind the door; and the 18th birthday."""

from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction

from trappan import database
from trappan.people.models import Number
from trappan.portal.models import Account, Mandate
from trappan.portal.operations import hand_out_to
from trappan.portal.own import COOKIE
from trappan.portal.testing import (
    as_helper,
    as_person_by_eid,
    helper_session,
    make_guardian,
    make_helper,
    session_by_eid,
    session_for,
)
from trappan.portal.tests.test_own import FUNCTIONS
from trappan.refusals import Refused
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_
from trappan.testing import TODAY, WebClient, sign_in, text

SEEN = {"portal_week", "portal_contact"}
SAID = {"portal_say_away", "portal_say_late", "portal_take_back"}
STEPS = {"portal_steps", "portal_signs"}
OPENS = {
    "helper who sees": SEEN,
    "helper": SEEN | SAID,
    "guardian who sees": SEEN | STEPS,
    "guardian": SEEN | SAID | STEPS,
}
GROWN = date(2026, 11, 20)


@pytest.fixture
def young(case):
    """Samira, who is 18 a week from now."""
    Number.objects.filter(person=case.person).update(number="200811202384")
    return case.person


def mandate_of(who, jonna, person):
    make = make_guardian if "guardian" in who else make_helper
    return make(jonna, person, allows="week" if "sees" in who else "say")


@pytest.mark.parametrize("who", OPENS)
def test_each_function_answers_whom_it_is_for(who, young, jonna, placement):
    with as_helper(jonna, mandate_of(who, jonna, young)):
        for function, values in FUNCTIONS.items():
            ask = f"SELECT * FROM {function}({values})"
            if function in OPENS[who]:
                database.query(ask)
            else:
                with pytest.raises(DatabaseError, match=r"only the person|does not cover it"), transaction.atomic():
                    database.query(ask)


@pytest.mark.parametrize("verb", ["SELECT count(*) FROM {}", "INSERT INTO {} DEFAULT VALUES", "DELETE FROM {}"])
def test_neither_helper_nor_guardian_has_a_verb_on_any_table(verb, young, jonna):
    about = [
        row[0]
        for row in database.query(
            "SELECT relname::text FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace "
            "AND relname ~ '^(portal|people|placements|plans|cases|attendance|history|assistance)_'"
        )
    ]
    assert len(about) > 60
    for who in ("helper", "guardian"):
        with as_helper(jonna, mandate_of(who, jonna, young)), connection.cursor() as cursor:
            for table in about:
                cursor.execute("SAVEPOINT one")
                with pytest.raises(DatabaseError, match="permission denied"):
                    cursor.execute(verb.format(table))
                cursor.execute("ROLLBACK TO SAVEPOINT one")


def test_a_guardian_sees_week_and_steps_until_the_18th_birthday(young, jonna, placement, browser):
    mandate = make_guardian(jonna, young)
    assert mandate.ends_on == GROWN
    browser.cookies[COOKIE] = helper_session(jonna, mandate)
    assert "Du är Maja Vårdsson, vårdnadshavare för Samira" in text(browser.get("/me/week/"))
    page = browser.get("/me/steps/")
    assert (page.status_code, "Samira: stegen" in text(page)) == (200, True)
    assert browser.get("/me/who-has-read/").status_code == 403
    set_today(GROWN)
    assert browser.get("/me/week/")["Location"].startswith("/me/?")
    with as_(jonna), pytest.raises(Refused, match="tagit slut"):
        hand_out_to(mandate=mandate, proven="known")
    with pytest.raises(Refused, match="under 18 år"):
        make_guardian(jonna, young, name="Nils Vårdsson")


def test_a_birth_date_that_is_put_right_ends_it_at_once(young, jonna, placement, browser):
    browser.cookies[COOKIE] = helper_session(jonna, make_guardian(jonna, young))
    assert browser.get("/me/week/").status_code == 200
    Number.objects.filter(person=young).update(number="200711202384")
    assert browser.get("/me/week/")["Location"] == "/me/?ended=1"


def test_two_guardians_and_no_third_and_the_young_person_sees_who_and_ends_neither(young, jonna, browser, client):
    first, second = make_guardian(jonna, young), make_guardian(jonna, young, name="Nils Vårdsson", relation="pappa")
    with pytest.raises(Refused, match="redan två"):
        make_guardian(jonna, young, name="Eva Vårdsson")
    browser.cookies[COOKIE] = session_for(jonna, young)
    page = text(browser.get("/me/help/"))
    assert "Maja Vårdsson" in page
    assert "Nils Vårdsson" in page
    assert "Ja, avsluta" not in page
    answer = browser.post("/me/help/", {"mandate": first.pk})
    assert (answer.status_code, "kan du inte ta bort själv" in text(answer)) == (422, True)
    assert Mandate.objects.filter(ended_at=None).count() == 2
    page = text(sign_in(client, jonna).get(f"/people/{young.pk}/own-pages/helpers/"))
    assert "Registrera vårdnadshavaren" in page
    assert second.given == "register"


def test_whoever_is_of_age_or_of_no_known_birthday_has_no_guardian(case, jonna):
    with pytest.raises(Refused, match="under 18 år"):
        make_guardian(jonna, case.person)
    Number.objects.filter(person=case.person).update(number="200813402384")
    with pytest.raises(Refused, match="under 18 år"):
        make_guardian(jonna, case.person)


def test_the_person_gives_a_mandate_by_an_eid_alone_and_a_colleague_the_code(case, jonna, browser, client):
    new = "/me/help/new/"
    said = {"name": "Karin Hjälpsson", "relation": "syster", "allows": "week", "ends_on": "2027-01-31"}
    with_pin = WebClient()
    with_pin.cookies[COOKIE] = session_for(jonna, case.person)
    assert with_pin.post(new, said).status_code == 403
    browser.cookies[COOKIE] = session_by_eid(case.person)
    for wrong in (
        {"ends_on": "2028-01-01"},
        {"ends_on": "2026-11-11"},
        {"name": ""},
        {"allows": "all"},
        {"ends_on": "x"},
    ):
        assert browser.post(new, {**said, **wrong}).status_code == 422, wrong
    assert not Mandate.objects.exists()
    assert browser.post(new, said)["Location"] == "/me/help/?given=1"
    again = browser.post(new, said)
    assert (again.status_code, "hjälper redan" in text(again)) == (422, True), "pressed twice it is there once"
    made = Mandate.objects.get()
    assert (made.given, made.author_id, made.ends_on) == ("eid", None, date(2027, 2, 1))
    assert "inte fått någon kod än" in text(browser.get("/me/help/"))
    page = text(sign_in(client, jonna).get(f"/people/{case.person_id}/own-pages/helpers/"))
    assert "Given av personen själv, med e-legitimation" in page


def test_the_colleague_registers_hands_over_and_ends_on_one_page(case, jonna, client, django_assert_max_num_queries):
    url = f"/people/{case.person_id}/own-pages/helpers/"
    sign_in(client, jonna)

    def send(form, row="", **values):
        prefix = f"{form}-{row}" if row else form
        sent = {f"{prefix}-{name}": value for name, value in values.items()}
        return client.post(url, {"form": form, "row": row, "acting_as": jonna.pk, **sent})

    said = {"name": "Karin Hjälpsson", "phone": "", "relation": "syster", "allows": "say", "ends_on": "2027-06-30"}
    assert "skrivit under" in text(send("register_helper", **said))
    assert not Mandate.objects.exists(), "nothing without the paper"
    assert send("register_helper", **said, signed="on").status_code == 302
    mandate = Mandate.objects.get()
    assert (mandate.given, mandate.author, mandate.ends_on) == ("paper", jonna, date(2027, 7, 1))
    page = send("hand_out_to", mandate.pk, proven="document")
    code = page.context["slip"].code
    assert code in text(page)
    with django_assert_max_num_queries(30):
        later = text(client.get(url))
    assert code not in later
    assert "Ingen pinkod är vald än" in later
    assert "Registrera vårdnadshavaren" not in later, "of whoever is of age nobody is guardian"
    way_in = text(client.get(f"/people/{case.person_id}/own-pages/"))
    assert "Det finns ingen väg in än" in way_in, "a helper's is not the person's"
    assert "Karin Hjälpsson, syster" in text(client.get(f"/people/{case.person_id}/"))
    assert Account.objects.get().mandate == mandate
    assert send("end_mandate", mandate.pk).status_code == 302
    assert "Avslutad av en kollega" in text(client.get(url))


def test_the_person_sees_in_the_list_when_a_helper_was_last_in(case, jonna):
    mandate = make_helper(jonna, case.person)
    helper_session(jonna, mandate)
    with as_person_by_eid(case.person):
        (row,) = database.rows("portal_mandates")
    assert (row.mandate, row.last_in, row.over) == (mandate.pk, TODAY, False)
