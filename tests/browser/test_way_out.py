"""R-017 in the browser: from an application, over an employer's yes and three signatures, to twelve months after."""

import re

import pytest

from tests.browser.conftest import enter, picture
from tests.browser.test_agreement import link_in_the_mail, sign_by_link
from tests.browser.testing import Mouse

NAME, FAMILY, NUMBER = "Alva", "Frukostdikt", "19970212R804"
PASSWORD = "trappan i demon"
# A day so long ago that the year after is over on the town's own day, to which the clock goes back.
FIRST = "2025-10-06"


@pytest.fixture
def on(owner):
    """Set the town's clock to a day; it is put back after the test."""
    (before,) = owner.execute("SELECT day FROM schedules_clock").fetchone()
    yield lambda day: owner.execute("UPDATE schedules_clock SET day = %s", [day])
    owner.execute("UPDATE schedules_clock SET day = %s", [before])


@pytest.fixture
def employer(browser):
    """The employer's own browser: a telephone, on which nobody has signed in."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def words(page):
    return page.locator("#main").inner_text().replace("\u00a0", " ")


def sign_in(page, town, owner, family_name):
    """Sign in with a password, as a colleague without a card on the tour does."""
    (email,) = owner.execute(
        "SELECT u.email FROM staff_user u JOIN staff_colleague c ON c.id = u.colleague_id WHERE c.family_name = %s",
        [family_name],
    ).fetchone()
    page.goto(f"{town}/")
    page.get_by_role("button", name="Logga ut").click()
    page.get_by_role("heading", name="Logga in i Trappan").wait_for()
    page.get_by_label("Din e-postadress på jobbet").fill(email)
    page.get_by_label("Lösenord", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Logga in", exact=True).click()
    page.get_by_role("heading", level=1).wait_for()


def apply(page, hand, town):
    """Ulla receives an application, and opens a case with Jonna; return the person's page."""
    enter(page, town, "application")
    hand.press("Ta emot en ansökan")
    hand.write("Personnummer", NUMBER)
    page.locator("main").get_by_role("button", name="Sök").press("Enter")
    hand.write("Förnamn", NAME)
    hand.write("Efternamn", FAMILY)
    hand.press("Ta emot ansökan")
    hand.press("Öppna ärende")
    hand.choose("Vilken enhet", "Enhet Öster")
    hand.choose("Konsulent", "Jonna Mallgren")
    hand.press("Öppna ärende")
    return page.url


def plan(page, hand, town, person):
    """Jonna writes the kartläggning, plans, and decides."""
    enter(page, town, "staircase")
    page.goto(person)
    hand.press("Kartläggning")
    hand.write("Vad vill personen?", "Jag vill ta hand om gäster.")
    hand.write("Vår bedömning", "Kan börja med halva dagar.")
    hand.write("Snabbaste vägen", "Hotell, direkt från planen.")
    hand.write("Varför det är", "Har serverat hemma i tio år.")
    hand.press("Slutför kartläggningen")
    hand.press("Gör en plan")
    hand.write("Mål", "Arbeta på hotell")
    hand.write("Timmar i veckan", "40")
    hand.press("Spara utkastet")
    hand.write("Mål", "Klara en frukost själv")
    hand.press("Lägg till delmålet")
    hand.mark("Vid ett möte")
    hand.press("Anteckna att personen säger ja")
    hand.choose("Med vem", "Arbetsförmedlingen")
    hand.date("När", FIRST)
    hand.write("Vad kom ni fram till?", "Inget hinder för planen.")
    hand.press("Spara samrådet")
    hand.press("Besluta planen", exact=False)
    assert "Planen är beslutad" in page.content()


def hand_over(page, hand, town, person):
    """Jonna writes the profile with the person and each yes, and hands over to the employer team."""
    page.goto(f"{person}profile/")
    hand.write("Det jag kan", "Duka, servera, hålla ordning")
    hand.press("Spara profilen")
    for panel, parts in (("team", ("Det jag kan",)), ("employer", ("Det jag kan", "Namn"))):
        page.goto(f"{person}sharing/")
        form = page.locator(f"section[aria-labelledby=h-{panel}]")
        if not form.get_by_label(parts[0], exact=True).is_visible():
            form.locator("summary").last.click()
        for part in parts:
            form.get_by_label(part, exact=True).check()
        form.get_by_label("Vid ett möte", exact=True).check()
        form.get_by_label("Gäller till och med").fill("2026-01-31")
        with page.expect_navigation():
            form.get_by_role("button").last.click()
    page.goto(f"{person}work/")
    hand.mark("Praktik")
    hand.write("Varför bedömer du så?", "Vill arbeta, och kommer i tid.")
    hand.press("Lämna över till arbetsgivarteamet")


def propose(page, hand, town, person):
    """Linnea receives, writes down what the hotel offers, asks the person, sends, and has a yes."""
    enter(page, town, "ready")
    page.get_by_role("link", name=f"{NAME} {FAMILY}").first.click()
    hand.press("Ta emot")
    page.goto(f"{town}/employers/?name=L%C3%A5tsasro&state=all")
    page.get_by_role("link", name="Hotell Låtsasro AB").first.click()
    page.wait_for_url(re.compile(r"/employers/\d+/"))
    page.goto(f"{page.url}openings/new/")
    hand.write("Vad heter arbetet?", "Frukostvärd")
    hand.choose("Typ", "Praktik")
    page.get_by_label("Arbetsställe").select_option(index=1)
    page.get_by_label("Vem ringer man om det?").select_option(index=1)
    hand.week("tis 9-12")
    hand.write("Vad gör man?", "Frukost, disk och städning av entrén")
    hand.press("Spara öppningen")
    opening = page.url.rstrip("/").split("/")[-1]
    page.goto(f"{person}proposals/?opening={opening}")
    hand.press("Fråga personen")
    page.get_by_role("link", name=re.compile("Frukostvärd")).first.click()
    hand.press("Personen säger ja")
    assert NAME in words(page)
    hand.press("Skicka just det här, eller skriv ner att det gått ut")
    hand.press("Arbetsgivaren säger ja")
    picture(page, "prepared")
    return page.url


def place(page, hand, town, proposal):
    """Jonna places at what the opening makes, and writes the agreement that begins as the opening."""
    enter(page, town, "staircase")
    page.goto(proposal)
    hand.press("Placera där")
    hand.date("Första dagen", "2025-10-07")
    hand.press(f"Placera {NAME}")
    hand.date("Sista dagen", "2025-12-31")
    hand.press("Skriv")
    return page.url


def sign(page, hand, employer, home, town, agreement):
    """The person signs in the room, the employer by a link on a telephone, the municipality last."""
    page.goto(agreement)
    reach = page.locator("section[aria-labelledby=h-contact]")
    reach.get_by_label("E-post").fill("hotellet@latsasro.example")
    with page.expect_navigation():
        reach.get_by_role("button", name="Spara").click()
    hand.press(f"{NAME} {FAMILY} skriver under här")
    page.get_by_label("Hur?").select_option("email_aloud")
    hand.press("Skicka en länk")
    link, _sent = link_in_the_mail(home, town, 0)
    sign_by_link(employer, page, agreement, link)
    page.goto(agreement)
    hand.press("Skriv under för kommunen")
    assert "Underskrivet av alla tre" in words(page)


def attend(page, hand, town, owner):
    """Signe introduces, and marks the day."""
    sign_in(page, town, owner, "Följberg")
    page.goto(f"{town}/day/")
    page.get_by_role("link", name=re.compile("Introduktion först.*" + NAME)).click()
    page.get_by_role("heading", name="Introduktion först").wait_for()
    for box in page.get_by_role("checkbox").all():
        box.check()
    hand.press("Allt är genomgånget")
    page.goto(f"{town}/day/")
    page.locator(".mark-line label", has_text="Här").first.click()
    page.get_by_role("button", name="Spara det som är markerat").click()
    page.get_by_text("Sparat").first.wait_for()


def leave(page, hand, town, person):
    """Jonna ends the placement, and the case as work."""
    enter(page, town, "staircase")
    page.goto(f"{person}attendance/?month=2025-10")
    assert "Här" in words(page)
    page.goto(f"{person}placements/")
    page.get_by_role("link", name=re.compile("Frukostvärd")).first.click()
    hand.press("Avsluta placeringen")
    hand.date("Sista dagen", "2025-10-07")
    hand.mark("Börjar arbeta")
    hand.press("Avsluta placeringen")


def begin_work(page, hand, person):
    page.goto(person)
    hand.unfold("Mer")
    hand.press("Avsluta ärendet")
    hand.mark("Började arbeta")
    hand.choose("Vilken form", "Anställning")
    hand.write("Vilket arbete eller vilken utbildning", "frukostvärd, tillsvidare")
    hand.write("Arbetsgivare", "Hotell Låtsasro AB")
    hand.date("Första dagen", "2025-10-08")
    hand.press("Avsluta ärendet")
    assert "preliminärt" in page.content()


def follow(page, hand, person, on):
    """Jonna asks after one, three, six and twelve months; the first answer says that it has held."""
    for day, months in (("2025-11-10", 1), ("2026-01-08", 3), ("2026-04-08", 6), ("2026-10-08", 12)):
        on(day)
        page.goto(f"{person}exits/")
        if months == 1:
            hand.press("Kontrollera efter en månad")
            hand.mark("Ja, minst en månad i sträck")
            hand.press("Spara svaret")
            page.goto(f"{person}exits/")
        page.get_by_role("link", name=re.compile(f"Följ upp efter {months} mån")).first.click()
        hand.mark("Kvar i arbetet eller studierna")
        hand.press("Spara svaret")
    said = words(page)
    assert "har hållit en månad" in said
    assert said.count("Kvar i arbetet eller studierna") == 4
    assert "Hotell Låtsasro AB" in said


@pytest.mark.requirement("R-017")
def test_the_whole_way_from_application_to_twelve_months_after(quiet, employer, home, town, owner, on):
    page, hand = quiet, Mouse(quiet)
    on(FIRST)
    person = apply(page, hand, town)
    plan(page, hand, town, person)
    hand_over(page, hand, town, person)
    proposal = propose(page, hand, town, person)
    agreement = place(page, hand, town, proposal)
    sign(page, hand, employer, home, town, agreement)
    on("2025-10-07")
    attend(page, hand, town, owner)
    leave(page, hand, town, person)
    on("2025-10-08")
    begin_work(page, hand, person)
    follow(page, hand, person, on)
