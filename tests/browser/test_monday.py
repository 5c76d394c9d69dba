"""Monday's proposals, worked through by two consultants: each her own, one at a time, and the site is asked."""

import pytest

from tests.browser.conftest import enter
from tests.browser.test_sign_in import PASSWORD, link_for, sign_in

# Another consultant than the tour's with something to answer.
OTHER = """
SELECT u.email FROM matching_allocationline l JOIN cases_case k ON k.id = l.case_id
JOIN staff_membership m ON m.id = k.responsible_id JOIN staff_user u ON u.colleague_id = m.colleague_id
JOIN staff_colleague c ON c.id = m.colleague_id
WHERE l.activity_id IS NOT NULL AND l.answer = '' AND c.given_name <> 'Jonna' AND l.run_id = (
  SELECT max(r.id) FROM matching_allocationrun r WHERE r.made_at IS NOT NULL)
GROUP BY u.id, u.email ORDER BY u.id LIMIT 1
"""
ANSWERED = "SELECT answer, count(*) FROM matching_allocationline WHERE answer <> '' GROUP BY answer"


def names(page):
    return set(page.locator("#main li h3 a").all_inner_texts())


def to_answer(page):
    return page.locator("#main").get_by_role("link", name="Svara")


def take_up(page):
    """Take up the first of the list: the site is to know what it is for."""
    to_answer(page).first.click()
    part = page.locator("section[aria-labelledby=h-accept]")
    part.locator("textarea").fill("Vardag och språk")
    with page.expect_navigation():
        part.get_by_role("button").click()


@pytest.fixture
def beside(browser):
    """Another colleague's browser."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def test_two_consultants_each_answer_their_own(quiet, beside, town, home, owner):
    before = dict(owner.execute(ANSWERED).fetchall())
    enter(quiet, town, "monday")
    many, hers = to_answer(quiet).count(), names(quiet)
    assert many >= 2
    take_up(quiet)
    assert to_answer(quiet).count() == many - 1

    to_answer(quiet).first.click()
    declined = quiet.locator("section[aria-labelledby=h-else] details").last
    declined.locator("summary").click()
    declined.locator("textarea").fill("Vill vänta till efter jul")
    with quiet.expect_navigation():
        declined.get_by_role("button").click()
    assert to_answer(quiet).count() == many - 2

    [email] = owner.execute(OTHER).fetchone()
    beside.goto(town + link_for(email, home))
    for field in ("password1", "password2"):
        beside.locator(f"input[name={field}]").fill(PASSWORD)
    beside.get_by_role("button", name="Spara lösenordet").click()
    sign_in(beside, town, email)
    beside.goto(f"{town}/allocation/")
    left = to_answer(beside).count()
    assert names(beside).isdisjoint(hers), "each sees her own"
    take_up(beside)
    assert to_answer(beside).count() == left - 1

    after = dict(owner.execute(ANSWERED).fetchall())
    assert after["accepted"] == before.get("accepted", 0) + 2
    assert after["declined"] == before.get("declined", 0) + 1
