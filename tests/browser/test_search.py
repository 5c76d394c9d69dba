"""Searching in a real browser: by keyboard, without JavaScript, on a phone."""

import re

import pytest

from tests.browser.conftest import enter
from tests.browser.test_tour import problems

SAMIRA = re.compile("Samira Påhitt")


@pytest.fixture(params=[(1280, "light"), (1280, "dark"), (390, "light"), (390, "dark")], ids=str)
def seen(request, quiet):
    """A page of a width, light or dark."""
    width, scheme = request.param
    quiet.set_viewport_size({"width": width, "height": 844})
    quiet.emulate_media(color_scheme=scheme)
    return quiet


def field(page):
    return page.get_by_label(re.compile("^Sök person, ärende, arbetsplats"))


def write(page, typed):
    """Type into the field at the top, and wait for what is suggested for all of it."""
    field(page).press_sequentially(typed)
    page.get_by_role("option", name=f"Alla träffar för ”{typed}”").wait_for()


def test_suggestions_are_chosen_by_keyboard_and_what_was_typed_stays(seen, town):
    enter(seen, town, "staircase")
    assert field(seen).is_visible(), "on a phone too, without opening the menu"
    write(seen, "påhi sam")
    assert field(seen).get_attribute("aria-expanded") == "true"
    assert seen.locator("#suggested").inner_text().startswith("Förslag: ")
    assert problems(seen) == []
    seen.keyboard.press("ArrowDown")
    chosen = seen.get_by_role("option", selected=True)
    assert SAMIRA.search(chosen.inner_text())
    assert field(seen).get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    seen.keyboard.press("ArrowUp")
    assert seen.get_by_role("option", selected=True).count() == 0, "back in the field"
    seen.keyboard.press("Escape")
    assert seen.locator("#suggestions").is_hidden()
    assert field(seen).input_value() == "påhi sam"
    seen.keyboard.press("ArrowDown")
    with seen.expect_navigation():
        seen.keyboard.press("Enter")
    assert SAMIRA.search(seen.get_by_role("heading", level=1).inner_text())
    assert "sam" not in seen.url


def test_enter_shows_every_hit_and_the_field_keeps_what_was_typed(seen, town):
    enter(seen, town, "staircase")
    write(seen, "pahitt")
    with seen.expect_navigation():
        seen.keyboard.press("Enter")
    assert field(seen).input_value() == "pahitt"
    assert seen.get_by_role("link", name=SAMIRA).count() >= 1
    assert problems(seen) == []
    width = seen.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert width <= 0, "nothing is wider than the page"


def test_a_late_answer_opens_nothing_over_a_field_that_was_left(quiet, town):
    enter(quiet, town, "staircase")
    quiet.route("**/search/suggestions/", lambda route: (quiet.wait_for_timeout(400), route.continue_()))
    with quiet.expect_response("**/search/suggestions/"):
        field(quiet).press_sequentially("sam")
        quiet.get_by_role("heading", level=1).click()
    assert quiet.locator("#suggestions").is_hidden()


def test_without_javascript_it_is_a_plain_search(browser, town):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    enter(page, town, "staircase")
    field(page).fill("påhi sam")
    with page.expect_navigation():
        page.get_by_role("button", name="Sök", exact=True).click()
    assert field(page).input_value() == "påhi sam"
    with page.expect_navigation():
        page.get_by_role("link", name=SAMIRA).first.click()
    assert SAMIRA.search(page.get_by_role("heading", level=1).inner_text())
    context.close()
