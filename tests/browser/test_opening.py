"""A file opened in an emergency, from the side of the one who opens, of the head who is told, and of the auditor."""

import pytest

from tests.browser.conftest import enter
from tests.browser.testing import Mouse

WHY = "Står utan mat och tak i natt"
# A case that Jonna's unit has no part in; and protected Eira's.
STRANGER = """
SELECT n.number, x.given_name || ' ' || x.family_name, c.number
FROM cases_case c JOIN people_person x ON x.id = c.person_id JOIN people_number n ON n.person_id = x.id
WHERE c.closed_on IS NULL AND x.protection = %s AND NOT EXISTS (
  SELECT FROM people_grant g JOIN staff_membership m ON m.unit_id = g.unit_id OR m.id = g.membership_id
  JOIN staff_colleague w ON w.id = m.colleague_id
  WHERE g.person_id = x.id AND w.given_name = 'Jonna' AND w.family_name = 'Mallgren')
ORDER BY c.id LIMIT 1
"""


@pytest.fixture
def stranger(owner):
    """The number, name and case of somebody whom Jonna has nothing to do with."""
    return owner.execute(STRANGER, ["none"]).fetchone()


@pytest.fixture
def protected(owner):
    """The number, name and case of somebody like that whose identity is protected."""
    return owner.execute(STRANGER, ["marked"]).fetchone()


def words(page):
    return page.locator("#main").inner_text()


def ask(page, hand, town, number):
    page.goto(f"{town}/emergency/")
    hand.write("Personnummer", number)
    hand.press("Öppna i 24 timmar")
    assert page.get_by_label("Varför").get_attribute("aria-invalid") == "true", "no file is opened without a reason"
    assert page.locator("#id_number").input_value() == number, "what was typed stays"
    hand.write("Varför", WHY)
    hand.press("Öppna i 24 timmar")


def test_the_three_who_are_concerned(quiet, town, stranger):
    page, hand, (number, name, case) = quiet, Mouse(quiet), stranger

    # Jonna says why, reads, is told who is told, and is offered a note and no plan.
    enter(page, town, "absence")
    ask(page, hand, town, number)
    assert name in words(page)
    assert "Karin Skissberg" in words(page)
    file = page.url

    # Karin is told by her start page: who, which case and why, and no name.
    enter(page, town, "head")
    page.locator("summary", has_text="Öppnad utan uppdrag").click()
    for told in ("Jonna Mallgren", case, WHY):
        assert told in words(page)
    assert name not in words(page)
    assert page.goto(file).status in (403, 404), "to be told is not to read"

    # Greta finds it first of all, by the case.
    enter(page, town, "auditor")
    page.goto(f"{town}/log/")
    first = page.locator("#main tbody tr").first.inner_text()
    for told in ("Jonna Mallgren", "Öppnad utan uppdrag", case):
        assert told in first
    assert name not in words(page)


def test_a_protected_file_takes_two(quiet, town, protected):
    page, hand, (number, name, _case) = quiet, Mouse(quiet), protected
    enter(page, town, "absence")
    ask(page, hand, town, number)
    assert "En annan enhetschef än du måste först godkänna" in words(page)
    assert name not in words(page)

    enter(page, town, "head")
    if not page.locator("#main li", has_text=WHY).first.is_visible():  # folded where another box has something late
        page.locator("#main summary", has_text="en till måste godkänna").click()
    asked = page.locator("#main li", has_text=WHY).filter(has=page.get_by_role("button"))
    assert "Jonna Mallgren" in asked.inner_text()
    with page.expect_navigation():
        asked.get_by_role("button").click()
    assert "Du har godkänt det. Akten är öppen i 24 timmar för den som frågade." in words(page)
    assert name not in words(page)

    enter(page, town, "absence")
    page.goto(f"{town}/emergency/")
    hand.press(name)
    assert name in page.locator("h1").inner_text()
