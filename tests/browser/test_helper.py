"""Somebody who helps, on a phone without scripts: says in her own name, and is out when the person ends it."""

import pytest

from tests.browser.conftest import enter
from tests.browser.test_own_pages import PIN, looked_at

PHONE = {"viewport": {"width": 390, "height": 844}, "java_script_enabled": False}


@pytest.fixture
def phones(browser):
    """Karin's telephone and Amina's."""
    contexts = [browser.new_context(**PHONE) for _one in range(2)]
    for context in contexts:
        context.set_default_timeout(10_000)
    yield [context.new_page() for context in contexts]
    for context in contexts:
        context.close()


def come_in(phone, code):
    """Come in by a code, with the keyboard alone."""
    phone.get_by_label("Koden på pappret").press_sequentially(code)
    phone.keyboard.press("Enter")
    phone.get_by_label("Välj en pinkod").press_sequentially(PIN)
    phone.keyboard.press("Tab")
    phone.keyboard.type(PIN)
    phone.keyboard.press("Enter")


@pytest.mark.requirement("R-240")
def test_a_helper_says_it_in_her_own_name_until_the_person_ends_it(phones, page, browser, town):
    karin, amina = phones
    enter(karin, town, "helper")
    come_in(karin, "ombud karin")
    karin.get_by_role("heading", name="Amina: veckan").wait_for()
    looked_at(karin, browser, town, "sv")
    assert karin.get_by_role("link", name="Mina steg").count() == 0
    karin.locator("summary", has_text="Amina kommer sent").first.press("Enter")
    karin.get_by_role("button", name="20 minuter").first.press("Enter")
    karin.get_by_text("Arbetsplatsen vet: kommer sent, 20 minuter.").wait_for()
    karin.get_by_text("Sagt av ombud.").wait_for()
    looked_at(karin, browser, town, "sv")
    # Monday, so that it is not over at whatever hour this runs.
    karin.locator("summary", has_text="Amina kommer inte").first.press("Enter")
    karin.get_by_role("button", name="Ska till läkare").first.press("Enter")
    karin.get_by_text("Arbetsplatsen vet: kommer inte.").wait_for()

    enter(page, town, "day")
    ahead = page.get_by_role("region", name="Kommer inte de närmaste dagarna").locator("li", has_text="Amina")
    assert "16 november 2026 · sagt av ombud" in " ".join(ahead.inner_text().split())

    amina.goto(f"{town}/me/code/")
    come_in(amina, "amina trapp")
    amina.get_by_text("Karin, som hjälper dig, har sagt det.").wait_for()
    amina.goto(f"{town}/me/help/")
    looked_at(amina, browser, town, "sv")
    amina.locator("summary", has_text="Avsluta").press("Enter")
    amina.get_by_role("button", name="Ja, avsluta").press("Enter")
    amina.get_by_text("Det är avslutat.").wait_for()
    looked_at(amina, browser, town, "sv")

    karin.get_by_role("button", name="Amina kommer ändå").press("Enter")
    karin.get_by_text("har tagit slut").wait_for()
    looked_at(karin, browser, town, "sv")
