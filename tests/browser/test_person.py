"""A person's page in a browser: the tabs by keyboard and without scripts, on a phone, with long names."""

import pytest

from tests.browser.conftest import enter
from tests.browser.test_tour import problems
from tests.browser.testing import Keyboard

PARTS = ["Översikt", "Kartläggning", "Plan", "Aktiviteter", "Närvaro", "Steg och mål", "Journal", "Krav och bistånd"]
LONG = "Wolfeschlegelsteinhausenbergerdorff"


def tabs(page):
    return page.get_by_role("navigation", name="Delar av akten")


def fits(page):
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("width", [390, 1280])
def test_the_eight_stay_in_place_and_each_leads_on(quiet, town, width):
    page = quiet
    page.set_viewport_size({"width": width, "height": 900})
    enter(page, town, "staircase")
    places = set()
    for words in PARTS:
        with page.expect_navigation():
            tabs(page).get_by_role("link", name=words, exact=True).click()
        links = tabs(page).locator(":scope > a")
        assert links.all_inner_texts() == PARTS
        assert tabs(page).locator("[aria-current]").all_inner_texts() == [words]
        assert fits(page)
        if words != "Översikt":
            places.add(round(tabs(page).bounding_box()["y"]))
        if width == 390:
            assert min(link.bounding_box()["height"] for link in links.all()) >= 44
    assert len(places) == 1, "on every page at the same height"


def test_more_opens_by_keyboard_and_without_scripts(browser, town):
    context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    page = context.new_page()
    enter(page, town, "staircase")
    for _step in range(60):
        page.keyboard.press("Tab")
        if page.locator("summary:focus").count():
            break
    assert page.locator("summary:focus").inner_text() == "Mer"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.locator("a:focus").inner_text() == "Hushållets vecka"
    box = tabs(page).locator(".more ul").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.get_by_role("heading", level=1).count() == 1
    assert page.locator("summary[aria-current]").inner_text() == "Mer"
    context.close()


@pytest.mark.parametrize("width", [390, 1280])
def test_the_staircase_keeps_its_own_proportions(quiet, town, width):
    quiet.set_viewport_size({"width": width, "height": 900})
    enter(quiet, town, "staircase")
    drawing = quiet.locator("figure.stair > svg:visible")
    box = drawing.bounding_box()
    _left, _top, wide, high = map(float, drawing.get_attribute("viewBox").split())
    assert box["height"] / box["width"] == pytest.approx(high / wide, abs=0.01)
    assert drawing.evaluate("one => getComputedStyle(one).backgroundColor") == "rgba(0, 0, 0, 0)"


def test_what_is_to_do_is_one_press_away(quiet, town):
    enter(quiet, town, "staircase")
    Keyboard(quiet).press("Säg hur det blev")
    assert "Hur går det i köket?" in quiet.locator("#main").inner_text()
    assert tabs(quiet).locator("[aria-current]").inner_text() == "Journal"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_long_names_and_more_open_stick_out_nowhere_and_axe_finds_nothing(quiet, town, scheme):
    quiet.set_viewport_size({"width": 390, "height": 844})
    quiet.emulate_media(color_scheme=scheme)
    enter(quiet, town, "staircase")
    texts = "h1, .reach dd, .block, .rows strong, .fits li > span, .work strong"
    quiet.evaluate("([all, long]) => document.querySelectorAll(all).forEach(one => one.append(long))", [texts, LONG])
    tabs(quiet).locator(".more summary").click()
    assert fits(quiet)
    assert problems(quiet) == []


@pytest.mark.parametrize(("width", "text"), [(320, "100%"), (640, "200%")])
def test_narrow_or_with_large_text_no_page_of_the_file_sticks_out(quiet, town, width, text):
    quiet.set_viewport_size({"width": width, "height": 700})
    enter(quiet, town, "staircase")
    for path in ("/people/1/", "/people/1/signs/", "/people/1/placements/", "/people/1/attendance/", "/cases/1/plan/"):
        quiet.goto(f"{town}{path}")
        quiet.evaluate(f"document.documentElement.style.fontSize = '{text}'")
        assert quiet.evaluate("document.documentElement.scrollWidth <= innerWidth + 1"), path
