"""Sign-in as somebody does it: a link from the administrator, a password, a passkey, and an app's code."""

import os
import subprocess
import sys

import psycopg
import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time

from trappan.postgres import Server

PASSWORD = "sju lugna sjömän sjunger"


@pytest.fixture
def local(town):
    """The town's address by a name: a passkey is tied to one."""
    return town.replace("127.0.0.1", "localhost")


@pytest.fixture
def colleague(home, town):
    """The address of a colleague whom no card of the tour signs in as."""
    where = {"host": str(Server(home / "home").socket), "dbname": "trappan", "user": "trappan_owner"}
    with psycopg.connect(**where) as owner:
        found = owner.execute(
            "SELECT u.email FROM staff_user u JOIN staff_membership m ON m.colleague_id = u.colleague_id "
            "WHERE m.role = 'consultant' ORDER BY u.id DESC LIMIT 1"
        ).fetchone()
    return found[0]


@pytest.fixture
def passkeys(page):
    """Plug in a key that answers for its owner."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def link_for(colleague, home):
    command = [sys.executable, "-m", "trappan", "password", colleague]
    environment = {**os.environ, "TRAPPAN_HOME": str(home / "home"), "TRAPPAN_DEMO": "1"}
    for name in ("TRAPPAN_DATABASE_ROLE", "DJANGO_SETTINGS_MODULE"):
        environment.pop(name, None)
    return subprocess.check_output(command, env=environment, text=True).partition("8000")[2].strip()


def sign_in(page, local, colleague):
    page.goto(f"{local}/account/login/")
    page.get_by_label("Din e-postadress på jobbet").fill(colleague)
    page.get_by_label("Lösenord", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Logga in", exact=True).click()


def sign_out(page):
    page.get_by_role("button", name="Logga ut").click()
    page.get_by_role("heading", name="Logga in i Trappan").wait_for()


def confirm(page):
    page.get_by_role("heading", name="Är det du?").wait_for()
    page.get_by_label("Lösenord").fill(PASSWORD)
    page.get_by_role("button", name="Fortsätt").click()


def test_a_link_a_password_a_passkey_and_a_code(page, local, colleague, home, passkeys):
    page.goto(local + link_for(colleague, home))
    page.locator("input[name=password1]").fill(PASSWORD)
    page.locator("input[name=password2]").fill(PASSWORD)
    page.get_by_role("button", name="Spara lösenordet").click()
    page.get_by_role("heading", name="Ditt lösenord är bytt").wait_for()

    sign_in(page, local, colleague)
    page.get_by_role("link", name="Din inloggning").click()
    page.get_by_role("link", name="Lägg till en passnyckel").click()
    confirm(page)
    page.get_by_label("Den här räcker för att logga in mig").check()
    page.get_by_role("button", name="Lägg till passnyckeln").click()
    page.get_by_role("link", name="Jag har sparat dem").click()
    page.get_by_text("Du har 1 passnyckel").wait_for()

    sign_out(page)
    page.get_by_role("button", name="Logga in med passnyckel").click()
    page.get_by_role("link", name="Din inloggning").click()

    page.goto(f"{local}/account/sign-in/")
    page.get_by_role("link", name="Slå på").click()
    page.get_by_role("link", name="Använd en passnyckel").click()
    page.get_by_role("button", name="Använd en passnyckel").click()
    secret = page.locator("code").inner_text()
    page.get_by_label("Kod", exact=True).fill(
        format_hotp_value(hotp_value(secret, list(yield_hotp_counters_from_time())[1]))
    )
    page.get_by_role("button", name="Slå på").click()
    page.get_by_text("behövs en kod från appen").wait_for()
    sign_out(page)

    sign_in(page, local, colleague)
    page.get_by_role("heading", name="Ett steg till").wait_for()
    page.get_by_role("button", name="Använd en passnyckel").click()
    page.get_by_role("link", name="Din inloggning").wait_for()
