"""A participant's morning on the phone, in Arabic: in by a code, two taps, out again; what the supervisor then sees."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import enter
from trappan.portal.glossary import WORDS

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


# What an Arabic page says in Latin letters without saying that it is Swedish.
LATIN = """() => { const said = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const near = walk.currentNode.parentElement.closest("[lang]");
    if (near.lang === "ar") said.push(...(walk.currentNode.data.match(/[A-Za-zÅÄÖåäö]{2,}/g) || []));
  }
  return said; }"""
# Names, abbreviations, and the words that stay Swedish everywhere.
MAY_BE_LATIN = {"Trappan", "PIN", "SFI", "praktik", "aktivitetskrav", *WORDS}


def looked_at(page, browser, town, language="ar"):
    """Look at the page with axe, which needs a script: in a browser that runs them, with the same session."""
    context = browser.new_context(viewport={"width": 320, "height": 640})
    context.add_cookies(page.context.cookies())
    seen = context.new_page()
    seen.goto(page.url)
    assert seen.locator("html").get_attribute("lang") == language, page.url
    assert Axe().run(seen).response["violations"] == [], page.url
    for width in (320, 390):
        seen.set_viewport_size({"width": width, "height": 640})
        assert seen.evaluate("document.documentElement.scrollWidth") <= width, page.url
    assert seen.evaluate(SMALL) == [], page.url
    if language == "ar":
        assert set(seen.evaluate(LATIN)) <= MAY_BE_LATIN, page.url
        assert seen.evaluate("document.fonts.check('16px Vazirmatn', 'ا')"), page.url
    context.close()


@pytest.mark.requirement("R-240")
def test_a_morning_on_the_phone(phone, page, browser, town):
    enter(phone, town, "morning")
    looked_at(phone, browser, town, "sv")
    phone.locator(".tongue summary").press("Enter")
    phone.get_by_role("button", name="العربية").press("Enter")
    phone.get_by_role("heading", name="تسجيل الدخول برمز").wait_for()
    looked_at(phone, browser, town)
    phone.locator(".tongue summary").press("Enter")
    phone.get_by_role("button", name="Svenska", exact=True).press("Enter")
    phone.get_by_label("Koden på pappret").press_sequentially("ektra ppan3")
    phone.keyboard.press("Enter")
    phone.get_by_label("Välj en pinkod").press_sequentially(PIN)
    phone.keyboard.press("Tab")
    phone.keyboard.type(PIN)
    phone.keyboard.press("Enter")
    phone.get_by_role("heading", name=f"مرحبًا {NAME}!").wait_for()
    looked_at(phone, browser, town)

    phone.locator("summary", has_text="لا أستطيع الحضور").first.press("Enter")
    phone.get_by_role("button", name="طفلي مريض").first.press("Enter")
    phone.get_by_text("نعرف أن الحضور غير ممكن لك.").wait_for()
    phone.get_by_role("link", name="اجتماعاتي").click()
    looked_at(phone, browser, town)
    phone.locator(".choices button").first.press("Enter")
    phone.get_by_text("موعدك:").wait_for()
    looked_at(phone, browser, town)

    for part in ("خطواتي", "المزيد", "كلمات سويدية"):
        phone.get_by_role("link", name=part).click()
        phone.get_by_role("heading", level=1).wait_for()
        looked_at(phone, browser, town)

    enter(page, town, "own_meeting")
    page.get_by_text("Personen valde").wait_for()

    enter(page, town, "day")
    ahead = page.get_by_role("region", name="Kommer inte de närmaste dagarna")
    assert f"{NAME} Påhitt" in ahead.inner_text()
    assert "barn" not in ahead.inner_text()

    phone.get_by_role("button", name="تسجيل الخروج").click()
    phone.get_by_text("Du är utloggad.").wait_for()
    phone.go_back()
    phone.get_by_role("heading", name="Logga in i Mitt Trappan").wait_for()
    phone.goto(f"{town}/me/week/")
    phone.get_by_role("heading", name="Logga in i Mitt Trappan").wait_for()
    assert [one["name"] for one in phone.context.cookies() if one["name"] == "trappan_me"] == []
