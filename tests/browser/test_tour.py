"""The tour is the first acceptance test: every card opens what it says, for everybody."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import enter, picture
from trappan.demo.cards import CARDS

STOPS = {
    "application": "Torsdag 12 november",
    "requirement": "Aktivitetskrav",
    "under": "Omfattas av kravet",
    "rectified": "Uppgifter",
    "mapping": "Kartläggning",
    "plan": "Plan för Marko Fiktivić",
    "hours": "Plan för Leila Hypotesen",
    "review": "Plan för Shirin Provkvist",
    "counsellor": "Torsdag 12 november",
    "weeks": "Platser framåt",
    "proposal": "Våra deltagare",
    "absence": "Frånvaro och stöd",
    "decision": "Frånvaro och stöd",
    "place": "Platser för Gun-Britt",
    "staircase": "Samira Påhitt",
    "day": "Torsdag 12 november",
    "reached": "Nå ut",
    "partner": "Här finns inget som du kan öppna",
    "head": "Enhet Öster",
    "ownview": "Så ser Samira på det",
    "partners": "Partner",
    "partners_year": "Överenskommelser",
    "own_house": "Vårt hus",
    "formal_days": "Formella dagar",
    "journal": "Journal",
    "attendance": "Närvaro, november 2026",
    "leader": "Var finns det plats?",
    "pictures": "Café Vidingsjö",
    "caseload": "Mina ärenden",
    "search": "Sök",
    "ageing": "Vad ärenden väntar på",
    "households": "Hushåll med ekonomiskt bistånd",
    "sign_in": "Din inloggning",
    "auditor": "Vem har tittat?",
    "promises": "Torsdag 12 november",
    "departments": "Platser i kommunens egna verksamheter",
    "forecast": "Så kan det gå",
    "host": "Vad händer hos oss?",
    "openings": "Öppningar",
    "link": "Skriv koden",
    "morning": "Logga in med kod",
    "eid": "مرحبًا Samira!",  # in her language
    "helper": "Logga in med kod",
    "own_meeting": "Låt personen välja tid",
    "week": "Skriv koden",
    "administrator": "Torsdag 12 november",
    "workplace": "Enheter",
    "rules": "Regler",
    "board": "Mål och siffror",
    "hidden": "I aktivitet av dem som ska vara det",
    "published": "Publicerade tal, september 2026",
    "units": "Enheter",
    "sent": "Utskick",
    "cancelled": "Kalender",
    "ready": "Klara för arbete",
    "rows": "Rader: Omfattas av aktivitetskravet",
    "initiatives": "Satsningar",
    "sus": "Till SUS",
    "project": "Tillsammans mot arbete",
    "annual_report": "Årsrapporter",
    "signatory": "Årsrapporter",
    "participants": "Deltagare",
    "project_months": "Deltagarfiler",
    "after": "Avslut och uppföljning",
    "monday": "Vem kan börja måndag 16 november",
    "monday_jobs": "Vem kan tillfrågas om vilken öppning?",
    "cafe": "…",  # whoever of hers it is, and another place or none
    "ten_places": "Vad händer om? Måndag 16 november",
}
# What a page must say, where its heading is whoever's it is.
TOLD = {"cafe": "Café Vidingsjö"}
BESIDE = {
    "requirement": ["/people/1/support/months/"],
    "units": ["/administration/?day=2020-06-01"],
    "sign_in": ["/account/password/reset/", "/account/sign-in/webauthn/", "/account/reauthenticate/"],
    "staircase": [
        "/people/",
        "/activities/",
        "/search/",
        "/people/1/consent/",
        "/people/1/details/",
        "/people/1/step/",
        "/people/1/signs/",
        "/people/1/placements/",
        "/cases/1/plan/",
        "/cases/1/mapping/",
        "/cases/1/exit/",
        "/parts/",
        "/emergency/",
        "/placements/1/end/",
        "/cases/1/mapping/?write",
        "/cases/1/meetings/",
        "/meetings/1/",
        "/cases/1/referrals/",
        "/goals/1/",
        "/steps/1/correct/",
    ],
    "monday_jobs": ["/allocation/openings/1/"],
    "attendance": ["/people/1/attendance/?month=2026-10", "/placements/1/"],
    "day": ["/calendar/", "/day/notice/", "/day/?day=2026-11-11", "/day/?day=2026-11-10", "/here/"],
    "leader": [
        "/calendar/",
        "/activities/13/",
        "/activities/13/describe/",
        "/activities/13/groups/",
        "/organisations/2/way/",
        "/places/weeks/",
    ],
    "weeks": [
        "/activities/?step=2&language=arabiska",
        "/activities/?branch=care",
        "/activities/4/",
        "/controls/",
        "/feed/",
    ],
    "journal": ["/cases/1/journal/?write", "/notes/1/", "/notes/4/", "/cases/1/stall/"],
    "caseload": ["/hand-overs/", "/cases/hand-over/", "/caseload/?gender=K", "/caseload/?status=waiting"],
    "decision": ["/controls/"],
    "rectified": ["/people/1/household/", "/household-members/1/rectify/", "/profile/"],
    "partners": ["/partners/2/", "/partners/3/"],
    "own_house": ["/partners/colleagues/"],
    "workplace": [
        "/units/5/close/",
        "/units/new/",
        "/workplaces/new/",
        "/partners/new/",
        "/colleagues/",
        "/colleagues/new/",
    ],
    "administrator": ["/units/", "/units/5/", "/units/?sort=-colleagues", "/frames/"],
    "auditor": ["/log/?sort=when"],
    "after": ["/follow-ups/", "/to-work/"],
    "board": [
        "/figures/",
        "/figures/coverage/",
        "/figures/days_to_start/",
        "/board/evaluation/",
        "/board/flow/",
        "/board/coverage/",
        "/board/equality/",
        "/board/comparison/",
        "/board/goals/",
        "/board/published/",
        "/board/improvements/",
        "/statistics/",
    ],
    "promises": [
        "/employers/",
        "/employers/?state=asked",
        "/employers/new/",
        "/employers/1/",
        "/employers/1/change/",
        "/employers/1/conversations/new/",
        "/employers/1/workplaces/new/",
        "/employers/1/merge/?into=3",
        "/employers/workplaces/1/",
        "/employers/contacts/1/",
        "/team/",
        "/work/vacant/",
        "/employers/conversations/10/",
    ],
    "departments": ["/", "/departments/?half=2027-01-01", "/departments/13/", "/departments/questions/8/"],
    "host": ["/orders/", "/departments/questions/7/"],
    "openings": [
        "/employers/openings/?sort=-hours",
        "/employers/openings/1/",
        "/employers/openings/1/change/",
        "/employers/1/openings/new/?lead=1",
        "/employers/ads/",
        "/employers/ads/1/",
        "/employers/ads/import/",
    ],
    "counsellor": ["/people/"],
    "reached": ["/partners/referrals/"],
    "pictures": ["/activities/3/pictures/"],
    "under": ["/requirement/?sort=-hours", "/requirement/?sort=odd", "/people/?sort=-step"],
    "application": [
        "/applications/new/",
        "/memberships/",
        "/people/1/support/",
        "/people/1/household/",
        "/applications/1/result/",
        "/partners/referrals/here/",
    ],
    "published": ["/deliveries/", "/deliveries/1/", "/board/published/"],
    "head": ["/deliveries/quarters/", "/cases/hand-unit-over/", "/cases/open/", "/cases/hand-out/"],
}


COUNTED_WITHIN = 300  # seconds from the town's first page, on a busy machine
# What axe finds good, it need not describe: a quarter of its time. Every rule is asked of every element all the same.
TOLD_BY_AXE = {"resultTypes": ["violations"]}


def problems(page):
    """Return what axe finds, in a line each, and codes that are not said in words."""
    found = Axe().run(page, options=TOLD_BY_AXE).response["violations"]
    codes = re.findall(r"(?<![\w.@/-])[a-z]+(?:_[a-z]+)+(?![\w.@/-])", page.locator("main").inner_text())
    return [f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in found] + [f"a code: {code}" for code in codes]


def looked_at(page, path):
    """Look at a page as it lies, wide in light and narrow in dark; it is opened once and drawn anew."""
    for width, scheme in ((390, "dark"), (1280, "light")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        assert problems(page) == [], (path, width, scheme)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (path, width, "nothing sticks out")


@pytest.mark.parametrize("card", STOPS)
def test_each_card_opens_what_it_says_and_axe_finds_nothing(quiet, town, card):
    enter(quiet, town, card)
    heading, stop = quiet.get_by_role("heading", level=1).inner_text().strip(), STOPS[card]
    assert heading.startswith(stop[:-1]) if stop.endswith("…") else heading == stop
    assert TOLD.get(card, "") in quiet.locator("#main").inner_text()
    looked_at(quiet, card)
    picture(quiet, card)
    for path in BESIDE.get(card, []):
        quiet.goto(f"{town}{path}")
        looked_at(quiet, path)


def test_the_boards_pages_once_the_worker_has_counted(quiet, town):
    """A page that is opened too early shows no figures, and what is wrong with them is seen by nobody."""
    quiet.set_viewport_size({"width": 390, "height": 900})
    enter(quiet, town, "board")
    for _turn in range(COUNTED_WITHIN):
        quiet.goto(f"{town}/board/")
        if quiet.locator("#h-others").count():
            break
        quiet.wait_for_timeout(1_000)
    figures = quiet.locator("section[aria-labelledby=h-others] a").evaluate_all("all => all.map(one => one.pathname)")
    assert len(figures) > 5
    for path in ("/board/", *figures):
        quiet.goto(f"{town}{path}")
        assert problems(quiet) == [], path
        assert quiet.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
    enter(quiet, town, "hidden")
    parts = quiet.locator("section[aria-labelledby=h-parts]")
    assert "döljs" in parts.inner_text(), "the hidden cell"
    parts.get_by_role("link", name="Varför döljs några tal?").click()
    assert "under fem" in quiet.locator("section[aria-labelledby=h-hidden]").inner_text()
    enter(quiet, town, "published")
    households = quiet.get_by_role("row").filter(has_text="Hushåll").first.get_by_role("cell").all_inner_texts()
    assert int(households[0].split()[0]) - int(households[1].split()[0]) == 6, "what was put right since"


def test_a_file_that_is_made_anew_keeps_its_history(quiet, town):
    enter(quiet, town, "published")
    quiet.goto(f"{town}/deliveries/1/")
    quiet.get_by_label("Varför filen görs om").fill("Ett hushåll saknades i mars")
    quiet.get_by_role("button", name="Gör om hela filen").click()
    versions = quiet.locator("section[aria-labelledby=h-versions] li")
    assert versions.count() == 2
    assert re.search("Version 2, .*Conny Kalkyl.*Ett hushåll saknades i mars", versions.nth(0).inner_text(), re.DOTALL)
    assert "Skickad 14 april 2026" in versions.nth(1).inner_text(), "what was sent stands"
    assert problems(quiet) == []


def test_the_tour_itself(quiet, town):
    quiet.goto(f"{town}/demo/")
    assert problems(quiet) == []
    assert set(STOPS) == {card.key for card in CARDS}, "a card that is not walked"
    assert quiet.get_by_role("listitem").count() >= len(STOPS)
    picture(quiet, "tour")
    quiet.get_by_role("link", name="Se rapporten").click()
    assert [one for one in problems(quiet) if not one.startswith("a code:")] == [], "columns have names of their own"
    assert "people.csv" in quiet.locator("table").inner_text()
    assert "Okänd kolumn" in quiet.locator("table").inner_text()
    assert "199111052389" not in quiet.locator("table").inner_text()


@pytest.mark.parametrize(("width", "text"), [(320, "100%"), (640, "200%")])
def test_on_a_narrow_screen_and_with_large_text_nothing_sticks_out(quiet, town, width, text):
    quiet.set_viewport_size({"width": width, "height": 700})
    enter(quiet, town, "staircase")
    quiet.evaluate(f"document.documentElement.style.fontSize = '{text}'")
    assert quiet.evaluate("document.documentElement.scrollWidth <= innerWidth + 1")


def test_the_partners_404_is_in_the_auditors_last_nine_minutes(quiet, town):
    enter(quiet, town, "partner")
    enter(quiet, town, "auditor")
    row = quiet.get_by_role("row").filter(has_text="Sara Kulissdotter").first
    assert "Nekad" in row.inner_text()


def test_english_is_there_from_day_one(quiet, town):
    quiet.goto(f"{town}/demo/")
    quiet.get_by_role("button", name="In English").click()
    assert quiet.get_by_role("heading", level=1).inner_text() == "Ten minutes in Ekelunda"
    assert quiet.locator("html").get_attribute("lang") == "en"


def test_signing_in_with_a_password_as_a_colleague_would(quiet, town):
    quiet.goto(f"{town}/")
    quiet.get_by_label("Din e-postadress på jobbet").fill("kollega1@ekelunda.example")
    quiet.get_by_label("Lösenord").fill("fel lösenord här")
    quiet.get_by_role("button", name="Logga in", exact=True).click()
    assert problems(quiet) == []
    quiet.get_by_label("Lösenord").fill("trappan i demon")
    quiet.get_by_role("button", name="Logga in", exact=True).click()
    assert quiet.get_by_role("heading", level=1).inner_text() == "Torsdag 12 november"
