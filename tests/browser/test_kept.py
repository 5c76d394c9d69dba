"""What is typed and not saved: there again after the browser has died and the day has passed."""

from tests.browser.conftest import enter

TYPED = "Jag vill arbeta med djur. Inte för att de är lättare, men de ljuger inte."


def open_page(browser):
    context = browser.new_context(viewport={"width": 390, "height": 844})
    context.set_default_timeout(10_000)
    return context.new_page()


def test_text_is_there_after_the_browser_is_killed_and_a_day_has_passed(browser, town, tomorrow):
    page = open_page(browser)
    enter(page, town, "mapping")
    page.get_by_role("textbox", name="Vad vill personen?").press_sequentially(TYPED, delay=2)
    page.get_by_text("inte sparat ännu").wait_for()
    page.context.close()  # no question is asked: the browser is gone, and its cookies with it
    tomorrow()
    page = open_page(browser)
    enter(page, town, "mapping")
    assert page.get_by_role("textbox", name="Vad vill personen?").input_value() == TYPED
    assert "Här är det du skrev" in page.locator("main").inner_text()
    with page.expect_navigation():
        page.get_by_role("button", name="Släng det").click()
    assert page.get_by_role("textbox", name="Vad vill personen?").input_value() == ""
    page.context.close()


def test_when_the_network_is_dead_the_text_stays_on_the_page(browser, town):
    page = open_page(browser)
    enter(page, town, "mapping")
    page.wait_for_load_state("load")
    page.context.set_offline(True)
    page.get_by_role("textbox", name="Vad vill personen?").fill(TYPED)
    page.wait_for_timeout(1500)
    assert page.get_by_role("textbox", name="Vad vill personen?").input_value() == TYPED
    page.context.set_offline(False)
    page.get_by_role("textbox", name="Vad vill personen?").press("End")
    page.keyboard.type(" ")
    page.get_by_text("inte sparat ännu").wait_for()
    page.reload()
    page.get_by_role("button", name="Släng det").click()
    page.context.close()


def test_what_is_being_saved_is_not_kept_as_unsaved_meanwhile(browser, town):
    page = open_page(browser)
    enter(page, town, "mapping")
    kept = []
    page.on("request", lambda request: kept.append(request.url) if "/drafts/" in request.url else None)

    def answer_late(route):
        if route.request.method == "POST":
            page.wait_for_timeout(1500)  # longer than what is typed waits before it is kept
            route.abort()
        else:
            route.fallback()

    page.route(page.url, answer_late)
    page.get_by_role("textbox", name="Vad vill personen?").fill(TYPED)
    page.get_by_role("button", name="Spara och fortsätt senare").click(no_wait_after=True)
    page.wait_for_timeout(2500)
    assert kept == []
    page.context.close()
