"""The phone in flight mode from the first tap: the reduced list, what is pressed on it, and when it is gone."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from tests.browser.conftest import enter
from tests.browser.test_morning import answer, press
from tests.browser.test_tour import problems

ROWS = "#marks .line-marks > li"
HELD = """async () => {
  const held = { local: { ...localStorage }, session: { ...sessionStorage }, caches: {} };
  held.databases = await indexedDB.databases();
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const answer = await cache.match(request);
      held.caches[`${name} ${new URL(request.url).pathname}`] = await answer.text();
    }
  }
  held.workers = (await navigator.serviceWorker.getRegistrations()).map((one) => one.scope);
  return held;
}"""
NOTHING = {"local": {}, "session": {}, "databases": [], "caches": {}, "workers": []}


@pytest.fixture
def site(browser, town, owner):
    """The second hand's leader has allowed the list, and nobody is marked; afterwards it is as it was before."""
    (before,) = owner.execute("SELECT clock()").fetchone()
    owner.execute("CREATE TEMP TABLE marked AS SELECT * FROM attendance_attendance WHERE day = today()")
    owner.execute("DELETE FROM attendance_attendance WHERE day = today()")
    page = browser.new_page()
    enter(page, town, "leader")
    page.goto(f"{town}/here/")
    page.get_by_role("button", name="Tillåt listan på platsens telefoner").click()
    page.get_by_text("Tillåtet.", exact=False).first.wait_for()
    yield page
    page.close()
    owner.execute("DELETE FROM attendance_attendance WHERE day = today()")
    owner.execute("INSERT INTO attendance_attendance SELECT * FROM marked")
    owner.execute("DROP TABLE marked")
    owner.execute("DELETE FROM attendance_phonelist WHERE at >= %s", [before])


@pytest.fixture
def hidden(owner):
    """Protected Eira, who is at the second hand on other days, is there today; return her row's number."""
    (row, seat, activity), *_more = owner.execute(
        "SELECT p.id, p.seat, p.activity_id FROM placements_placement p JOIN people_person h ON h.id = p.person_id "
        "WHERE h.given_name = 'Eira' AND h.protection <> 'none'"
    ).fetchall()
    thursday = 3 * 24 * 60
    early = [activity, seat, thursday + 6 * 60, thursday + 7 * 60]  # when there is a place
    (added,) = owner.execute(
        "INSERT INTO activities_seatuse (activity_id, seat, starts_at, ends_at, starts_on) "
        "VALUES (%s, %s, %s, %s, '2026-11-09') RETURNING id",
        early,
    ).fetchone()
    yield row
    owner.execute("DELETE FROM activities_seatuse WHERE id = %s", [added])


@pytest.fixture
def context(browser):
    """A phone of the site's."""
    made = browser.new_context(has_touch=True, viewport={"width": 390, "height": 844})
    made.set_default_timeout(10_000)
    yield made
    made.close()


@pytest.fixture
def phone(context, town, site, hidden):
    """The phone with Sara signed in, and the box ticked."""
    page = context.new_page()
    enter(page, town, "partner")
    page.goto(f"{town}/day/")
    tick(page)
    return page


def tick(page):
    box = page.get_by_role("checkbox", name="Spara dagens lista på den här telefonen")
    assert not box.is_checked(), "never ticked beforehand"
    box.check()
    page.get_by_text("Sparad på den här telefonen till midnatt.").wait_for()


def flight_mode(context, town):
    """Close everything, turn the network off, and open the app."""
    context.set_offline(True)
    app = context.new_page()
    for page in context.pages[:-1]:
        page.close()
    app.goto(f"{town}/day/")
    return app


def held(page):
    return page.evaluate(HELD)


def list_held(page):
    (text,) = [text for name, text in held(page)["caches"].items() if name.startswith("trappan-list")]
    return json.loads(text)


def test_from_the_first_tap_without_network_and_sent_once_when_it_is_back(phone, context, town, owner, hidden):
    here = phone.locator("#h-wait ~ ul [value=present]").all()
    shown = {int(one.get_attribute("name").removeprefix("mark-")) for one in here}
    assert hidden in shown, "Sara sees her, with the network"
    app = flight_mode(context, town)
    app.locator(ROWS).first.wait_for()
    assert {int(one.get_attribute("data-row")) for one in app.locator(ROWS).all()} == shown - {hidden}
    assert "Nätet är borta" in app.locator("main").inner_text()
    assert problems(app) == []
    rows = app.locator(ROWS)
    press(rows.nth(1), "Här")
    press(rows.nth(0), "Borta")
    assert "En markering är sparad" in app.locator("#kept").inner_text(), "half said is not kept"
    answer(rows.nth(0), "Nej")
    pressed = [rows.nth(at).get_attribute("data-row") for at in (1, 0)]
    app.reload()
    app.locator(ROWS).first.wait_for()
    assert "2 markeringar är sparade" in app.locator("#kept").inner_text()
    (kept,) = [json.loads(text) for name, text in held(app)["local"].items() if name.startswith("marks:")]
    marks = [name[5:] for name, _value in kept["marks"] if name.startswith("mark-")]
    assert marks == pressed, "in the order pressed"
    sent = []
    app.on("request", lambda request: sent.append(request.post_data) if request.method == "POST" else None)
    with app.expect_navigation(url="**/day/?*sent=press-*"):
        context.set_offline(False)
    assert len([one for one in sent if "mark-" in (one or "")]) == 1
    assert "1 här, 1 borta" in app.locator(".receipt").inner_text()
    assert not [name for name in held(app)["local"] if name.startswith("marks:")]
    taken = owner.execute(
        "SELECT placement_id, mark FROM attendance_attendance WHERE placement_id = ANY(%s) AND day = today()",
        [[int(row) for row in pressed]],
    ).fetchall()
    assert dict(taken) == {int(pressed[0]): "present", int(pressed[1]): "absent_not_told"}


def test_all_others_late_with_a_time_and_what_was_refused_meanwhile(phone, context, town, owner):
    app = flight_mode(context, town)
    rows = app.locator(ROWS)
    rows.first.wait_for()
    late, other = rows.nth(0), rows.nth(1)
    press(late, "Sen")
    late.locator("[data-name=came]:not([type=radio])").fill("23.55")
    assert late.locator("[data-outside]").is_visible()
    late.locator(".pick label").first.tap()
    number = int(other.get_attribute("data-row"))
    press(other, "Här")
    app.locator("#rest").tap()
    assert app.locator("#rest").is_hidden()
    assert f"{rows.count()} markeringar" in app.locator("#kept").inner_text()
    # A colleague marks one of them meanwhile.
    owner.execute(
        "INSERT INTO attendance_attendance (placement_id, person_id, unit_id, day, mark, author_id) "
        "SELECT id, person_id, unit_id, today(), 'absent_told', "
        "(SELECT min(m.id) FROM staff_membership m WHERE m.unit_id = p.unit_id AND m.role = 'site_leader') "
        "FROM placements_placement p WHERE id = %s",
        [number],
    )
    with app.expect_navigation(url="**/day/?*sent=press-*"):
        context.set_offline(False)
    told = app.locator("main").inner_text()
    assert "hade redan markerat en av dem på annat sätt" in told
    assert owner.execute(
        "SELECT mark FROM attendance_attendance WHERE placement_id = %s AND day = today()", [number]
    ).fetchone() == ("absent_told",)


def test_the_device_holds_four_facts_and_nobody_protected(phone, town, owner, hidden):
    assert "Eira Fantasidotter" in phone.locator("#marks").inner_text(), "Sara sees her, with the network"
    kept = list_held(phone)
    assert {tuple(sorted(one)) for one in kept["rows"]} == {("first", "hours", "last", "late", "name", "row")}
    assert set(kept) == {"acting", "day", "title", "seconds", "rows", "at", "until"}
    everything = json.dumps(held(phone), ensure_ascii=False)
    assert [who for who in ("Eira", "Fantasidotter", f'"row": {hidden}', f'"row":{hidden}') if who in everything] == []
    whole = [name for name, _text in held(phone)["caches"].items()]
    assert {name.split("/")[1] for name in whole} == {"day", "static"}
    assert {name.split()[1] for name in whole if "/day/" in name} == {"/day/phone/", "/day/offline/"}
    families = {name for (name,) in owner.execute("SELECT family_name FROM people_person").fetchall() if len(name) > 2}
    assert [name for name in families if name in json.dumps(kept, ensure_ascii=False)] == []
    # Another page about people goes by the worker and is kept nowhere.
    phone.goto(f"{town}/here/")
    phone.goto(f"{town}/day/notice/")
    assert set(held(phone)["caches"]) == set(whole)


@pytest.mark.parametrize("how", ["signed out", "another membership", "taken back", "session ended", "box"])
def test_the_list_is_gone(phone, context, town, site, owner, how):
    assert held(phone)["workers"] == [f"{town}/day/"]
    if how == "signed out":
        phone.get_by_role("button", name="Logga ut").click()
    elif how == "another membership":
        enter(phone, town, "day")
    elif how == "taken back":
        site.get_by_role("button", name="Ta tillbaka").click()
        site.get_by_text("Tillbakataget.", exact=False).first.wait_for()
        phone.goto(f"{town}/day/")
    elif how == "session ended":
        context.clear_cookies()
        phone.goto(f"{town}/day/")
        phone.wait_for_url("**/account/login/**")
    else:
        phone.get_by_role("checkbox", name="Spara dagens lista").uncheck()
    phone.wait_for_function("caches.keys().then((keys) => !keys.length)")
    phone.wait_for_function("navigator.serviceWorker.getRegistrations().then((all) => !all.length)")
    assert held(phone) == NOTHING
    context.set_offline(True)
    app = context.new_page()
    with pytest.raises(Exception, match="ERR_INTERNET_DISCONNECTED"):
        app.goto(f"{town}/day/")


def test_what_tells_of_a_list_is_forgotten_last(phone):
    """As the page forgets, at each thing that it takes away: whose list it was stands until nothing is left."""
    stood, after = phone.evaluate(
        """async () => {
          const stood = [];
          const watched = (of, name) => {
            const real = of.prototype[name];
            of.prototype[name] = function (...given) {
              stood.push(localStorage.getItem("kept-list"));
              return real.apply(this, given);
            };
          };
          watched(CacheStorage, "delete");
          watched(ServiceWorkerRegistration, "unregister");
          await forget();
          return [stood, localStorage.getItem("kept-list")];
        }"""
    )
    assert len(stood) >= 3, "the list, the shell and the worker"
    assert None not in stood
    assert after is None
    assert held(phone)["caches"] == {}


@pytest.mark.parametrize("whose", [None, "999999"])
def test_a_list_that_was_left_behind_is_shown_to_nobody_but_whose_it_is(phone, context, town, whose):
    kept = list_held(phone)
    phone.evaluate(
        "(whose) => whose ? localStorage.setItem('kept-list', whose) : localStorage.removeItem('kept-list')", whose
    )
    app = flight_mode(context, town)
    app.get_by_text("sparar ingen lista", exact=False).wait_for()
    assert app.locator(ROWS).count() == 0
    assert kept["title"] not in app.content()
    assert [one["name"] for one in kept["rows"] if one["name"] in app.content()] == []


def test_at_midnight_the_list_is_gone_and_the_marks_stay(phone, context, town):
    until = datetime.fromtimestamp(list_held(phone)["until"] / 1000, tz=UTC)
    context.set_offline(True)
    app = context.new_page()
    app.clock.install(time=until - timedelta(minutes=1))
    app.goto(f"{town}/day/")
    app.locator(ROWS).first.wait_for()
    press(app.locator(ROWS).first, "Här")
    app.clock.fast_forward(61_000)
    app.get_by_text("Dagen är slut", exact=False).wait_for()
    assert app.locator(ROWS).count() == 0
    left = held(app)
    assert not [name for name in left["caches"] if name.startswith("trappan-list")]
    assert [name.split(":")[0] for name in left["local"]] == ["marks"]


def test_a_clock_turned_back_opens_no_list(phone, context, town):
    context.set_offline(True)
    app = context.new_page()
    app.clock.install(time=datetime.now(tz=UTC) - timedelta(hours=2))
    app.goto(f"{town}/day/")
    app.get_by_text("listan är borta från telefonen", exact=False).wait_for()
    assert app.locator(ROWS).count() == 0


def test_a_session_that_ended_meanwhile_asks_for_sign_in_first_and_the_marks_stay(phone, context, town):
    app = flight_mode(context, town)
    app.locator(ROWS).first.wait_for()
    press(app.locator(ROWS).first, "Här")
    context.clear_cookies()
    with app.expect_navigation(url="**/account/login/**"):
        context.set_offline(False)
    app.get_by_text("Markeringar väntar på den här enheten", exact=False).wait_for()
    app.wait_for_function("caches.keys().then((keys) => !keys.length)")
    assert [name.split(":")[0] for name in held(app)["local"]] == ["marks"]
    enter(app, town, "partner")
    with app.expect_navigation(url="**/day/?*sent=press-*"):
        app.goto(f"{town}/day/")
    assert "1 här" in app.locator(".receipt").inner_text()


def test_the_list_can_be_taken_off_the_phone_without_network(phone, context, town):
    app = flight_mode(context, town)
    app.locator(ROWS).first.wait_for()
    app.get_by_role("button", name="Ta bort listan från telefonen").tap()
    app.get_by_text("sparar ingen lista", exact=False).wait_for()
    assert held(app)["caches"] == {}


def test_where_it_is_not_allowed_there_is_no_box_and_no_worker(context, town):
    page = context.new_page()
    enter(page, town, "partner")
    page.goto(f"{town}/day/")
    assert page.locator("#phone").count() == 0
    assert held(page) == NOTHING


def test_it_can_be_installed(phone, context):
    chrome = context.new_cdp_session(phone)
    manifest = chrome.send("Page.getAppManifest")
    assert manifest["errors"] == []
    assert manifest["url"].endswith("/day/app.webmanifest")
    assert json.loads(manifest["data"])["name"] == "Trappan: dagens lista"
    errors = chrome.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert [one["errorId"] for one in errors] == ["in-incognito"], "the test's browser keeps nothing; no other reason"


def test_a_new_version_replaces_what_the_phone_held(phone):
    phone.evaluate(
        "caches.open('trappan-shell-before').then((old) => old.put('/day/offline/', new Response('gammal')))"
    )
    phone.evaluate("navigator.serviceWorker.getRegistration('/day/').then((one) => one.unregister())")
    phone.reload()
    phone.get_by_text("Sparad på den här telefonen till midnatt.").wait_for()
    phone.wait_for_function("caches.keys().then((keys) => keys.length === 2 && !keys.includes('trappan-shell-before'))")


def test_marks_of_another_day_that_are_not_taken_are_told_until_they_are_read(context, town, site):
    page = context.new_page()
    enter(page, town, "partner")
    page.goto(f"{town}/day/")
    page.evaluate(
        """() => {
          const who = document.querySelector("#waiting [name=acting_as]").value;
          const marks = [["mark-999999", "present"], ["seen-999999", ""]];
          const one = { at: Date.now(), key: `press-${crypto.randomUUID()}`, marks };
          localStorage.setItem(`marks:${who}:2026-11-11`, JSON.stringify(one));
        }"""
    )
    page.reload()
    told = page.locator("#not-taken")
    told.wait_for()
    page.reload()
    told.get_by_role("link", name="2026-11-11").click()
    page.get_by_role("heading", name="En markering från telefonen togs inte emot").wait_for()
    assert "Nr 999999 finns inte längre på dagens lista" in page.locator("main").inner_text()
    assert told.is_hidden()
    assert held(page)["local"] == {}
