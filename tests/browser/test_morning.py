"""A supervisor's morning on a phone: few taps, one request, and a network that goes away."""

from tests.browser.conftest import enter


def open_day(page, town):
    page.set_viewport_size({"width": 390, "height": 844})
    enter(page, town, "day")


def tap(page, name, at=0):
    """Tap a mark of the unmarked person at this place in the list."""
    page.locator("#h-wait ~ .marks .mark").nth(at).get_by_text(name, exact=True).tap()


def test_three_exceptions_in_few_taps_and_one_request(browser, town):
    context = browser.new_context(has_touch=True, viewport={"width": 390, "height": 844})
    page = context.new_page()
    open_day(page, town)
    waiting = page.locator("#h-wait ~ .marks .mark").count()
    assert waiting >= 2
    sent = []
    page.on("request", lambda request: sent.append(request) if request.method == "POST" else None)
    taps = 0
    for at, name in enumerate(["Borta, har hört av sig", "Borta, inte hört av sig"][: waiting - 1]):
        tap(page, name, at)
        taps += 1
    with page.expect_navigation():
        page.get_by_role("button", name="Alla andra är här", exact=False).or_(
            page.get_by_role("button", name="Den sista är här")
        ).tap()
    taps += 1
    assert taps <= 8
    assert len(sent) == 1
    left = page.locator("#h-wait ~ .marks .mark")
    assert ["Introduktion först" in one for one in left.all_inner_texts()] == [True], "the new one"
    boxes = [label.bounding_box() for label in page.locator(".mark-set label").all()[:3]]
    assert all(box["height"] >= 44 for box in boxes)
    context.close()


def test_marks_wait_for_the_network_and_are_sent_once(browser, town):
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    enter(page, town, "partner")
    page.goto(f"{town}/day/")
    name = page.locator("#h-wait ~ .marks .mark legend a").first.inner_text()
    context.set_offline(True)
    page.locator("#h-wait ~ .marks .mark").first.get_by_text("Borta, har hört av sig", exact=True).click()
    page.get_by_role("button", name="Spara det som är markerat").click()
    assert "Nätet är borta" in page.locator("#kept").inner_text()
    stored = page.evaluate("JSON.stringify({...localStorage})")
    assert "absent_told" in stored
    assert name not in stored
    assert name.split()[0] not in stored
    sent = []
    page.on("request", lambda request: sent.append(request) if request.method == "POST" else None)
    with page.expect_navigation():
        context.set_offline(False)
    page.wait_for_load_state()
    assert page.evaluate("localStorage.length") == 0
    assert len([one for one in sent if "/day/" in one.url]) >= 1
    row = page.locator(".mark", has_text=name)
    assert "Borta, har hört av sig" in row.locator(".ds-tag").inner_text()
    context.close()


def test_marks_whose_answer_never_came_are_sent_again_and_taken_once(browser, town):
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    enter(page, town, "day")
    page.goto(f"{town}/day/")
    page.locator("#h-wait ~ .marks .mark").first.get_by_text("Borta, har hört av sig", exact=True).click()
    taken = []

    def lose(route):
        if route.request.method != "POST":
            route.continue_()
            return
        taken.append(route.fetch(max_redirects=0).headers["location"])
        route.abort()

    page.route("**/day/**", lose)
    page.get_by_role("button", name="Spara det som är markerat").click()
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
    context = browser.new_context(viewport={"width": 390, "height": 844})
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
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    enter(page, town, "partner")
    page.goto(f"{town}/day/")
    context.set_offline(True)
    press = page.get_by_role("button", name="Spara det som är markerat")
    page.locator("#h-wait ~ .marks .mark").first.get_by_text("Borta, har hört av sig", exact=True).click()
    press.click()
    marks = "JSON.parse(Object.values(localStorage)[0]).marks"
    first = page.evaluate(f"{marks}.filter(([name]) => name.startsWith('mark'))")
    page.evaluate("document.getElementById('marks').reset()")
    press.click()
    second = page.evaluate(marks)
    assert all(one in second for one in first)
    context.close()
