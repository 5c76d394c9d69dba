"""A list by keyboard and without scripts: sorted, turned there and back, one's place kept, and taken as a file."""

import pytest

from tests.browser.conftest import enter
from trappan.ui.testing import sheet

NAMES = "table.list tbody th a"


@pytest.fixture
def plain(browser, town):
    """A phone whose browser runs no scripts, as the social worker of the tour."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    enter(page, town, "application")
    yield page
    context.close()


def names(page):
    return [name.strip() for name in page.locator(NAMES).all_inner_texts()]


def test_on_a_phone_without_scripts_the_way_there_is_the_way_back(plain, town):
    plain.goto(f"{town}/people/")
    first = names(plain)
    assert len(first) == 50
    assert plain.locator("[data-print]").is_hidden()
    plain.get_by_role("link", name="Nästa femtio").click()
    second = names(plain)
    assert not set(first) & set(second) or len(set(first)) < 50
    plain.locator(NAMES).first.click()
    plain.go_back()
    assert names(plain) == second
    plain.get_by_role("link", name="Föregående femtio").click()
    assert names(plain) == first


def test_on_a_phone_a_row_is_a_card_and_the_order_is_chosen(plain, town):
    plain.goto(f"{town}/requirement/")
    assert plain.locator("table.list thead").is_hidden()
    upwards = names(plain)
    plain.get_by_role("combobox", name="Ordning").select_option("Deltagare, fallande")
    plain.get_by_role("button", name="Sortera").click()
    assert names(plain) == upwards[::-1] or len(upwards) == 50
    box = plain.locator("table.list tbody tr").first.bounding_box()
    assert box["width"] <= 390


def test_by_keyboard_a_head_sorts_and_is_turned(quiet, town):
    quiet.set_viewport_size({"width": 1280, "height": 900})
    enter(quiet, town, "caseload")
    for expected in ("ascending", "descending"):
        quiet.get_by_role("columnheader", name="Deltagare").get_by_role("link").focus()
        quiet.keyboard.press("Enter")
        quiet.wait_for_url("**sort=*name*" if expected == "ascending" else "**sort=-name*")
        assert quiet.locator("th[aria-sort]").get_attribute("aria-sort") == expected


def test_the_file_holds_what_the_page_says(quiet, town):
    quiet.set_viewport_size({"width": 1280, "height": 900})
    enter(quiet, town, "caseload")
    quiet.goto(f"{town}/caseload/?status=waiting&sort=name")
    shown = names(quiet)
    with quiet.expect_download() as taken:
        quiet.get_by_role("link", name="Hämta som Excel").click()
    assert taken.value.suggested_filename == "mina-arenden.xlsx"
    held = [row[0].rpartition(", ")[0] for row in sheet(taken.value.path().read_bytes())[1:]]
    # A protected person's name stands in no file, nor where it would be among the others.
    unnamed = held.count("Skyddad identitet")
    told = held[: len(held) - unnamed]
    assert "Skyddad identitet" not in told
    assert [name for name in shown if name in told] == told[: len(shown)]
    assert len(shown) == len(held) or len(shown) == 50
    assert quiet.locator("[data-print]").is_visible()
