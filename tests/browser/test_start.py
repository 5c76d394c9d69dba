"""The start pages in a browser: one line a person when wide, nothing outside when narrow, by keyboard alone."""

import pytest

from tests.browser.conftest import enter

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


@pytest.mark.parametrize("card", ["mapping", "application", "head"])
def test_a_row_is_one_line_when_wide_and_nothing_sticks_out_when_narrow(quiet, town, card):
    quiet.set_viewport_size(WIDE)
    enter(quiet, town, card)
    quiet.goto(f"{town}/")
    rows = quiet.locator("details[open] .rows > li")
    heights = rows.evaluate_all("all => all.map((row) => row.getBoundingClientRect().height)")
    assert len(heights) > 0
    assert sorted(heights)[len(heights) // 2] < 64, "most rows are one line"
    quiet.set_viewport_size(NARROW)
    assert quiet.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("card", ["head", "rules", "leader"])
def test_the_menu_is_one_row_beside_a_search_that_can_be_read_and_folds_the_rest(quiet, town, card):
    quiet.set_viewport_size(WIDE)
    enter(quiet, town, card)
    items = quiet.locator(".top-nav > :visible")
    assert len(set(items.evaluate_all("all => all.map((one) => one.getBoundingClientRect().top)"))) == 1
    assert quiet.locator(".top .find").evaluate("one => one.getBoundingClientRect().width") >= 224
    assert quiet.evaluate("document.documentElement.scrollWidth") <= WIDE["width"]
    if card == "head":
        rules = quiet.locator(".top-nav").get_by_role("link", name="Regler")
        assert rules.count() == 0
        quiet.locator(".top-nav summary").click()
        rules.click()
        quiet.wait_for_url("**/rules/")
    quiet.set_viewport_size(NARROW)
    quiet.locator(".menu-button").click()
    assert quiet.locator(".top-nav").get_by_role("link", name="Platser", exact=True).count() == 1
    assert quiet.locator(".top-nav summary").is_hidden() or card != "head"


def test_a_folded_box_opens_by_keyboard_and_leads_to_all_its_rows(quiet, town):
    enter(quiet, town, "mapping")
    quiet.goto(f"{town}/")
    summary = quiet.locator("#box-places > summary")
    summary.focus()
    quiet.keyboard.press("Enter")
    whole = quiet.locator("#box-places .rest a")
    count = int(summary.locator(".count").inner_text())
    for _tab in range(12):
        if whole.evaluate("one => one === document.activeElement"):
            break
        quiet.keyboard.press("Tab")
    quiet.keyboard.press("Enter")
    quiet.wait_for_url("**/places/")
    assert quiet.locator("#main .rows > li").count() == min(count, 50)
