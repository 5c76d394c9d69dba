"""What two persons do together, and what an administrator does at a terminal, as those do it whose it is."""

import os
import subprocess
import sys
from contextlib import contextmanager

import psycopg
import pytest

from tests.browser.conftest import enter
from tests.browser.test_sign_in import PASSWORD, link_for
from tests.browser.testing import Mouse
from trappan.postgres import Server


@pytest.fixture
def owner(home, town):
    """The database of the town, as its owner asks it."""
    where = {"host": str(Server(home / "home").socket), "dbname": "trappan", "user": "trappan_owner"}
    with psycopg.connect(**where, autocommit=True) as connection:
        yield connection


@pytest.fixture
def spare(owner):
    """Name a colleague of Karin's unit whom neither a card of the tour nor the test of sign-in uses, with address."""
    return owner.execute(
        "SELECT c.given_name || ' ' || c.family_name, c.email, c.id FROM staff_colleague c "
        "JOIN staff_membership m ON m.colleague_id = c.id WHERE m.role = 'consultant' "
        "ORDER BY c.id DESC OFFSET 1 LIMIT 1"
    ).fetchone()


def unfold(page, queue):
    """Open a list of the start page, if it is folded."""
    page.locator("details", has=page.locator("summary", has_text=queue)).first.evaluate("one => { one.open = true }")


@contextmanager
def another(page):
    """Open a browser that shares nothing with the page."""
    context = page.context.browser.new_context()
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def test_a_membership_is_given_by_one_confirmed_by_another_and_ended(quiet, town, owner, spare):
    name, _address, colleague_id = spare
    hand, page = Mouse(quiet), quiet
    unit = owner.execute(
        "SELECT u.name FROM staff_membership m JOIN staff_unit u ON u.id = m.unit_id JOIN staff_colleague c "
        "ON c.id = m.colleague_id WHERE m.role = 'head_of_unit' AND c.family_name = 'Skissberg'"
    ).fetchone()[0]
    held = (
        "SELECT confirmed_at IS NOT NULL, ends_on FROM staff_membership WHERE colleague_id = %s AND role = 'counsellor'"
    )
    enter(page, town, "administrator")
    page.goto(f"{town}/units/")
    with page.expect_navigation():
        page.get_by_role("link", name=unit, exact=True).first.click()
    page.locator("summary", has_text="Ge ett medlemskap").click()
    hand.choose("Kollega", name)
    hand.choose("Roll", "Studie- och yrkesvägledare")
    hand.date("Från och med", "2026-11-12")
    hand.press("Ge medlemskapet")
    assert owner.execute(held, [colleague_id]).fetchall() == [(False, None)]

    enter(page, town, "head")
    unfold(page, "Medlemskap att bekräfta")
    with page.expect_navigation():
        page.locator("li", has_text=name).get_by_role("button", name="Bekräfta").click()
    assert "har nu rollen" in page.locator("#main").inner_text()
    assert owner.execute(held, [colleague_id]).fetchall() == [(True, None)]

    enter(page, town, "administrator")
    page.goto(f"{town}/units/")
    with page.expect_navigation():
        page.get_by_role("link", name=unit, exact=True).first.click()
    row = page.locator("main li, main tr", has_text=name).filter(has_text="Studie- och yrkesvägledare")
    with page.expect_navigation():
        row.get_by_role("link", name="Avsluta").click()
    assert "inga öppna ärenden" in page.locator("#main").inner_text()
    hand.date("Sista dagen", "2026-11-11")
    hand.press("Avsluta medlemskapet")
    assert "Sista dagen är satt" in page.locator("#main").inner_text()
    (_confirmed, ended), *_more = owner.execute(held, [colleague_id]).fetchall()
    assert str(ended) == "2026-11-12"


def test_protection_is_lifted_when_a_second_person_agrees(quiet, town):
    hand, page = Mouse(quiet), quiet
    enter(page, town, "application")
    hand.press("Ta emot en ansökan")
    hand.write("Personnummer", "19850614R813")
    page.locator("main").get_by_role("button", name="Sök").press("Enter")
    hand.write("Förnamn", "Vera")
    hand.write("Efternamn", "Skyddsdiktad")
    hand.choose("Skydd", "Sekretessmarkering")
    hand.press("Ta emot ansökan")
    person = page.url
    page.goto(f"{person.rstrip('/')}/details/")
    page.locator("main").get_by_label("Ingen", exact=True).check()
    hand.write("Varför hävs", "Skatteverket har hävt den")
    hand.press("Spara skyddet")
    assert "gäller tills en enhetschef" in page.locator("#main").inner_text()
    page.goto(person)
    assert "Sekretessmarkering" in page.locator("#main").inner_text()

    enter(page, town, "head")
    row = page.locator("li", has_text="Skatteverket har hävt den")
    assert "Vera" not in page.content()
    unfold(page, "Skyddad identitet")
    with page.expect_navigation():
        row.get_by_role("button", name="Godkänn").click()
    assert "Skyddet är hävt" in page.locator("#main").inner_text()

    enter(page, town, "application")
    page.goto(person)
    assert "Vera Skyddsdiktad" in page.locator("#main").inner_text()
    assert "Sekretessmarkering" not in page.locator("#main").inner_text()


def test_other_sessions_end_and_ones_own_goes_on(page, town, home, spare):
    _name, address, _colleague = spare
    local = town.replace("127.0.0.1", "localhost")
    page.goto(local + link_for(address, home))
    page.locator("input[name=password1]").fill(PASSWORD)
    page.locator("input[name=password2]").fill(PASSWORD)
    page.get_by_role("button", name="Spara lösenordet").click()
    page.get_by_role("heading", name="Ditt lösenord är bytt").wait_for()

    def sign_in(one):
        one.goto(f"{local}/account/login/")
        one.get_by_label("Din e-postadress på jobbet").fill(address)
        one.get_by_label("Lösenord", exact=True).fill(PASSWORD)
        one.get_by_role("button", name="Logga in", exact=True).click()
        one.get_by_role("button", name="Logga ut").wait_for()

    with another(page) as left_open:
        sign_in(left_open)
        sign_in(page)
        page.goto(f"{local}/account/sign-in/")
        page.get_by_role("button", name="Avsluta mina andra sessioner").click()
        page.get_by_text("Dina andra sessioner är avslutade").wait_for()
        page.goto(f"{local}/")
        page.get_by_role("button", name="Logga ut").wait_for()
        left_open.goto(f"{local}/")
        left_open.get_by_role("heading", name="Logga in i Trappan").wait_for()


def identity(home, *words):
    """Tie a colleague to the organisation's own sign-in, as an administrator does at a terminal."""
    environment = {
        **os.environ,
        "TRAPPAN_HOME": str(home / "home"),
        "TRAPPAN_DEMO": "1",
        "TRAPPAN_OIDC": "http://127.0.0.1:9",
        "TRAPPAN_OIDC_CLIENT": "trappan",
        "TRAPPAN_OIDC_SECRET": "a secret of the tests alone",
        "TRAPPAN_OIDC_LEVELS": "http://id.elegnamnden.se/loa/1.0/loa3",
    }
    for name in ("TRAPPAN_DATABASE_ROLE", "DJANGO_SETTINGS_MODULE"):
        environment.pop(name, None)
    command = [sys.executable, "-m", "trappan", "identity", *words]
    return subprocess.run(command, env=environment, text=True, capture_output=True, check=False)


def test_an_administrator_ties_a_colleague_to_the_organisations_own_sign_in_once(town, home, owner, spare):
    _name, address, _colleague = spare
    tied = identity(home, address, "employee-44")
    assert (tied.returncode, "signs in as employee-44" in tied.stderr) == (0, True), tied.stderr
    assert owner.execute(
        "SELECT u.email FROM staff_identity i JOIN staff_user u ON u.id = i.user_id WHERE i.subject = 'employee-44'"
    ).fetchall() == [(address,)]
    again = identity(home, address, "employee-44")
    assert (again.returncode, "tied to a colleague already" in again.stderr) == (2, True)
    nobody = identity(home, "nobody@example.org", "employee-45")
    assert nobody.returncode == 2
