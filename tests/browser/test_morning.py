"""A supervisor's morning on a phone: few taps, one request, and a network that goes away."""

import pytest

from tests.browser.conftest import enter
from tests.browser.test_tour import problems
from tests.browser.testing import Keyboard


def open_day(page, town):
    page.set_viewport_size({"width": 390, "height": 844})
    enter(page, town, "day")


WAITING = "#h-wait ~ .line-marks > li"
NOBODY_NEW = f"{WAITING}[data-rest]"


def row_of(page, at=0, among=NOBODY_NEW):
    """Return the row at this place in the list of those who can be marked."""
    return page.locator(among).nth(at)


def press(row, name):
    """Press one of a row's own three buttons, by finger."""
    row.locator(".mark-line label", has_text=name).tap()


def answer(row, name):
    """Answer what the row asks once it is pressed."""
    row.locator(".asked label", has_text=name).locator("visible=true").tap()


def away(row, told="Ja"):
    press(row, "Borta")
    answer(row, told)


def save(page):
    page.get_by_role("button", name="Spara det som är markerat").click()


def name_in(row):
    return row.locator(".mark-line .name").inner_text()


@pytest.fixture
def phone(browser):
    """A phone with a finger on it, and nothing said in its console."""
    context = browser.new_context(has_touch=True, viewport={"width": 390, "height": 844})
    page = context.new_page()
    said = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    context.close()
    assert [text for text in said if "ERR_INTERNET_DISCONNECTED" not in text] == []


def test_exceptions_with_their_times_in_few_taps_and_one_request_and_all_of_it_taken_back(phone, town):
    open_day(phone, town)
    waiting = phone.locator(NOBODY_NEW).count()
    assert waiting >= 4
    rest = phone.locator("#rest")
    assert f"({waiting})" in rest.inner_text()
    sent = []
    phone.on("request", lambda request: sent.append(request) if request.method == "POST" else None)
    rows = phone.locator(NOBODY_NEW)
    taken = [rows.nth(at).locator("[name^=seen-]").get_attribute("name")[5:] for at in range(3)]
    boxes = [label.bounding_box() for label in rows.nth(0).locator(".mark-line label").all()]
    assert all(box["height"] >= 44 and box["width"] >= 44 for box in boxes)
    assert rows.nth(0).bounding_box()["height"] <= 72, "one line, of which a long name makes two"
    away(rows.nth(0))
    away(rows.nth(1), "Nej")
    press(rows.nth(2), "Sen")
    came = "10.05"  # typed: which times are offered hangs on the hour, and before the day begins there is none
    rows.nth(2).locator("[name^=came-]:not([type=radio])").fill(came)
    assert f"({waiting - 3})" in rest.inner_text(), "the number follows"
    looks = phone.evaluate(
        """() => [...document.querySelectorAll(".mark-line input:checked + label"),
          document.querySelector("label[for$=-present]")].map((one) => getComputedStyle(one).backgroundColor)"""
    )
    assert len(set(looks)) == 3, "late, away and unmarked are three colours"
    with phone.expect_navigation():
        rest.tap()
    assert len(sent) == 1
    told = phone.locator(".receipt").inner_text()
    assert f"{waiting - 3} här, 1 kom sent eller gick tidigare, 2 borta" in told
    said = ["har hört av sig", "har inte hört av sig", f"Kom {came}"]
    marked = {row: phone.locator(f"li:has([name=seen-{row}]) summary").first.inner_text() for row in taken}
    assert [words in marked[row] for row, words in zip(taken, said, strict=True)] == [True] * 3
    assert [phone.locator(f".is-{look}").count() >= 1 for look in ("here", "time", "away")] == [True] * 3
    assert phone.locator(".folded > summary").first.bounding_box()["height"] <= 60
    assert problems(phone) == []
    left = phone.locator(WAITING)
    assert ["Introduktion först" in one for one in left.all_inner_texts()] == [True], "the new one"
    phone.locator(".folded > summary").first.tap()
    assert problems(phone) == [], "a row that is open to be changed"
    with phone.expect_navigation():
        phone.get_by_role("button", name="Ångra").tap()
    assert phone.locator(NOBODY_NEW).count() == waiting
    assert "ångrade" in phone.locator("main").inner_text()


def test_half_said_is_asked_at_the_field_and_nothing_is_sent(phone, town):
    open_day(phone, town)
    sent = []
    phone.on("request", lambda request: sent.append(request) if request.method == "POST" else None)
    press(row_of(phone), "Borta")
    save(phone)
    press(row_of(phone, 1), "Sen")
    answer(row_of(phone), "Ja")
    save(phone)
    assert sent == []
    assert "tid" in phone.evaluate("document.activeElement.validationMessage")


def test_by_keyboard_alone_with_a_time_that_is_typed(page, town):
    open_day(page, town)
    keyboard = Keyboard(page)
    row = row_of(page)
    number = row.locator("[name^=seen-]").get_attribute("name")[5:]
    keyboard.reach(row.locator("[value=present]"))
    page.keyboard.press("ArrowRight")
    keyboard.fill(row.locator(f"[name=left-{number}]"), "11.05")
    keyboard.reach(page.get_by_role("button", name="Spara det som är markerat"))
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "Gick 11.05" in page.locator(f"li:has([name=seen-{number}]) summary").first.inner_text()
    keyboard.press("Ångra")
    assert page.locator(f"#h-wait ~ .line-marks [name=seen-{number}]").count() == 1


def test_without_a_script(browser, town):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    open_day(page, town)
    assert page.locator(".sift").count() == 0 or page.locator(".sift").is_hidden()
    row = row_of(page)
    number = row.locator("[name^=seen-]").get_attribute("name")[5:]
    row.locator(".mark-line label", has_text="Borta").click()
    save(page)
    assert "ja eller nej" in page.get_by_role("alert").inner_text()
    page.locator(f"label[for=t{number}-no]").click()
    save(page)
    assert "1 borta" in page.locator(".receipt").inner_text()
    with page.expect_navigation():
        page.get_by_role("button", name="Ångra").click()
    assert page.locator(f"#h-wait ~ .line-marks [name=seen-{number}]").count() == 1
    context.close()


def test_the_list_is_narrowed_where_it_is_long_and_the_button_means_everybody(page, town):
    open_day(page, town)
    assert page.locator(".sift").count() == 0, "eleven people need no filter"
    # Sixteen of them: the rows again, and the box that the server writes from there on.
    page.route("**/day/", lambda route: route.fulfill(body=long_list(route.fetch().text()), content_type="text/html"))
    page.goto(f"{town}/day/")
    everybody = page.locator(WAITING).count()
    number = page.locator("#rest").inner_text()
    first = name_in(row_of(page, 1, WAITING))
    page.get_by_role("searchbox", name="Visa bara").fill(first.split()[0].upper())
    shown = page.locator(WAITING).locator("visible=true")
    assert 0 < shown.count() < everybody
    assert page.locator("#rest").inner_text() == number
    # A row that lacks something comes back, whatever is shown.
    page.get_by_role("searchbox", name="Visa bara").fill("")
    row_of(page).locator(".mark-line label", has_text="Sen").click()
    page.get_by_role("searchbox", name="Visa bara").fill("finns inte")
    save(page)
    assert row_of(page).is_visible()


def long_list(page):
    """Return the page with the filter that the server writes from sixteen people on."""
    box = (
        '<div class="sift" hidden><label for="only">Visa bara</label><input id="only" type="search">'
        '<p class="ds-sr-only" role="status" data-shown="{} visas"></p></div>'
    )
    return page.replace(
        '<form method="post" class="stack" id="marks"', box + '<form method="post" class="stack" id="marks"'
    )


def test_marks_wait_for_the_network_and_are_sent_once(browser, town):
    context = browser.new_context(has_touch=True, viewport={"width": 390, "height": 844})
    page = context.new_page()
    enter(page, town, "partner")
    page.goto(f"{town}/day/")
    name = name_in(row_of(page))
    context.set_offline(True)
    away(row_of(page))
    save(page)
    assert "Nätet är borta" in page.locator("#kept").inner_text()
    stored = page.evaluate("JSON.stringify({...localStorage})")
    assert "away" in stored
    assert "told-" in stored
    assert page.locator("li[data-unsent]", has_text=name).count() == 1
    assert name not in stored
    assert name.split()[0] not in stored
    sent = []
    page.on("request", lambda request: sent.append(request) if request.method == "POST" else None)
    with page.expect_navigation():
        context.set_offline(False)
    page.wait_for_load_state()
    assert page.evaluate("localStorage.length") == 0
    assert len([one for one in sent if "/day/" in one.url]) >= 1
    assert "har hört av sig" in page.locator(".folded > summary", has_text=name).inner_text()
    context.close()


def test_marks_whose_answer_never_came_are_sent_again_and_taken_once(browser, town):
    context = browser.new_context(has_touch=True, viewport={"width": 390, "height": 844})
    page = context.new_page()
    enter(page, town, "day")
    page.goto(f"{town}/day/")
    away(row_of(page))
    taken = []

    def lose(route):
        if route.request.method != "POST":
            route.continue_()
            return
        taken.append(route.fetch(max_redirects=0).headers["location"])
        route.abort()

    page.route("**/day/**", lose)
    save(page)
    page.wait_for_timeout(500)
    page.unroute("**/day/**")
    (led_to,) = taken
    page.goto(f"{town}/day/")
    page.wait_for_url(f"{town}{led_to}")
    assert "sent=press-" in led_to
    assert page.evaluate("localStorage.length") == 0
    context.close()


def kept_on(page, hours_ago):
    """Leave a mark of yesterday on the device, as a phone does that has been without network."""
    page.evaluate(
        """(hours) => {
          const who = document.querySelector("#marks [name=acting_as]").value;
          const at = Date.now() - hours * 3600 * 1000;
          const one = { at, key: crypto.randomUUID(), marks: [["mark-1", "present"]] };
          localStorage.setItem(`marks:${who}:2026-11-11`, JSON.stringify(one));
        }""",
        hours_ago,
    )


def test_marks_that_grew_too_old_are_told_of_until_somebody_has_read_it(browser, town):
    context = browser.new_context(has_touch=True, viewport={"width": 390, "height": 844})
    page = context.new_page()
    enter(page, town, "partner")
    page.goto(f"{town}/day/")
    kept_on(page, 13)
    for _twice in range(2):
        page.reload()
        told = page.locator("#unsent")
        told.wait_for()
        assert "2026-11-11" in told.inner_text()
        assert "absent" not in page.evaluate("JSON.stringify({...localStorage})")
    page.get_by_role("button", name="Jag har läst det").click()
    assert told.is_hidden()
    page.reload()
    assert page.locator("#unsent").is_hidden()
    assert page.evaluate("localStorage.length") == 0
    context.close()


def test_signing_out_asks_first_where_marks_have_not_been_sent(browser, town):
    context = browser.new_context(viewport={"width": 1280, "height": 844})
    page = context.new_page()
    enter(page, town, "partner")
    page.goto(f"{town}/day/")
    kept_on(page, 1)
    asked = []

    def answer(dialog):
        asked.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", answer)
    page.get_by_role("button", name="Logga ut").click()
    page.wait_for_timeout(300)
    assert ["inte skickats" in one for one in asked] == [True]
    assert "/day/" in page.url
    assert page.evaluate("localStorage.length") == 1, "nothing is gone"
    context.close()


def test_a_second_press_takes_what_the_first_has_not_got_through_with(browser, town):
    context = browser.new_context(has_touch=True, viewport={"width": 390, "height": 844})
    page = context.new_page()
    enter(page, town, "partner")
    page.goto(f"{town}/day/")
    context.set_offline(True)
    away(row_of(page))
    save(page)
    marks = "JSON.parse(Object.values(localStorage)[0]).marks"
    first = page.evaluate(f"{marks}.filter(([name]) => name.startsWith('mark'))")
    page.evaluate("document.getElementById('marks').reset()")
    save(page)
    second = page.evaluate(marks)
    assert all(one in second for one in first)
    context.close()
