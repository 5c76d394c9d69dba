"""A participant's morning on the phone: in by a code, two taps, out again; and what the supervisor then sees."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import enter

NAME = "Samira"
PIN = "274913"
SMALL = """() => [...document.querySelectorAll("main a.ds-button, main button, main summary, .dock a, .me-top button")]
  .filter(one => one.offsetHeight && one.offsetHeight < 44).map(one => one.textContent.trim())"""


@pytest.fixture
def phone(browser):
    """A borrowed telephone on which no script runs."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def looked_at(page, browser, town):
    """Look at the page with axe, which needs a script: in a browser that runs them, with the same session."""
    context = browser.new_context(viewport={"width": 320, "height": 640})
    context.add_cookies(page.context.cookies())
    seen = context.new_page()
    seen.goto(page.url)
    assert Axe().run(seen).response["violations"] == [], page.url
    assert seen.evaluate("document.documentElement.scrollWidth") <= 320, page.url
    assert seen.evaluate(SMALL) == [], page.url
    context.close()


@pytest.mark.requirement("R-240")
def test_a_morning_on_the_phone(phone, page, browser, town):
    enter(phone, town, "morning")
    looked_at(phone, browser, town)
    phone.get_by_label("Koden på pappret").press_sequentially("ektra ppan3")
    phone.keyboard.press("Enter")
    phone.get_by_label("Välj en pinkod").press_sequentially(PIN)
    phone.keyboard.press("Tab")
    phone.keyboard.type(PIN)
    phone.keyboard.press("Enter")
    phone.get_by_role("heading", name=f"Hej {NAME}!").wait_for()
    looked_at(phone, browser, town)

    phone.locator("summary", has_text="Jag kan inte komma").first.press("Enter")
    phone.get_by_role("button", name="Mitt barn är sjukt").first.press("Enter")
    phone.get_by_text("Vi vet att du inte kommer.").wait_for()
    phone.get_by_role("link", name="Mina möten").click()
    looked_at(phone, browser, town)
    phone.locator(".choices button").first.press("Enter")
    phone.get_by_text("Du har tiden").wait_for()
    looked_at(phone, browser, town)

    for part in ("Mina steg", "Vem har läst"):
        phone.get_by_role("link", name=part).click()
        phone.get_by_role("heading", level=1).wait_for()
        looked_at(phone, browser, town)

    enter(page, town, "own_meeting")
    page.get_by_text("Personen valde").wait_for()

    enter(page, town, "day")
    ahead = page.get_by_role("region", name="Kommer inte de närmaste dagarna")
    assert f"{NAME} Påhitt" in ahead.inner_text()
    assert "barn" not in ahead.inner_text()

    phone.get_by_role("button", name="Logga ut").click()
    phone.get_by_text("Du är utloggad.").wait_for()
    phone.go_back()
    phone.get_by_role("heading", name="Logga in i Mitt Trappan").wait_for()
    phone.goto(f"{town}/me/week/")
    phone.get_by_role("heading", name="Logga in i Mitt Trappan").wait_for()
    assert [one["name"] for one in phone.context.cookies() if one["name"] == "trappan_me"] == []
