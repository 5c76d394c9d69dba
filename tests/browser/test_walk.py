"""One person's whole walk in the browser: by mouse, by keyboard alone, and without JavaScript."""

import pytest

from tests.browser.conftest import enter
from tests.browser.testing import Keyboard, Mouse

WISH = "Jag vill baka bröd. Helst tidigt på morgonen."


def walk(page, town, tomorrow, hand, number, name):
    """From application to work, through every colleague on the way."""

    def heading():
        return page.get_by_role("heading", level=1).inner_text()

    enter(page, town, "application")
    hand.press("Ta emot en ansökan")
    hand.write("Personnummer", number)
    page.locator("main").get_by_role("button", name="Sök").press("Enter")
    hand.write("Förnamn", name)
    hand.write("Efternamn", "Vandrarsaga")
    hand.press("Ta emot ansökan")
    assert "Ansökan är mottagen" in page.content()
    hand.press("Öppna ärende")
    hand.choose("Vilken enhet", "Enhet Öster")
    hand.choose("Konsulent", "Jonna Mallgren")
    hand.press("Öppna ärende")
    assert heading() == f"{name} Vandrarsaga"
    person = page.url

    enter(page, town, "staircase")
    page.goto(person)
    hand.press("Kartläggning")
    hand.write("Vad vill personen?", WISH)
    hand.write("Vår bedömning", "Kan börja med halva dagar.")
    hand.write("Snabbaste vägen", "Café, sedan bageri.")
    hand.write("Varför det är", "Har bakat åt många och vill börja nu.")
    hand.press("Slutför kartläggningen")
    assert page.locator(".voice blockquote").first.inner_text() == WISH

    hand.press("Gör en plan")
    hand.write("Mål", "Arbeta i ett bageri")
    hand.write("Timmar i veckan", "40")
    hand.press("Spara utkastet")
    hand.press("Planera veckan")
    hand.week("mån 9-12, tors 13-16")
    hand.press("Spara veckan")
    assert "6 timmar planerade av 40 timmar" in page.locator("#main").inner_text().replace("\u00a0", " ")
    hand.write("Mål", "Baka en limpa utan recept")
    hand.press("Lägg till delmålet")
    hand.mark("Vid ett möte")
    hand.press("Anteckna att personen säger ja")
    hand.choose("Med vem", "Arbetsförmedlingen")
    hand.date("När", "2026-11-11")
    hand.write("Vad kom ni fram till?", "Inget hinder för planen.")
    hand.press("Spara samrådet")
    hand.press("Besluta planen", exact=False)
    assert "Planen är beslutad" in page.content()
    document = page.get_by_role("link", name="Planen som PDF").get_attribute("href")
    answer = page.context.request.get(f"{town}{document}")
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.body().startswith(b"%PDF-1.7")

    page.goto(person)
    hand.press("Hitta en plats")
    hand.press(f"Föreslå {name}", exact=False)
    hand.choose("Aktivitet", "Café Vidingsjö")
    hand.press_week("Ta bort rad 1")  # the days come from the plan: the Thursday stays
    hand.date("Första dagen", "2026-11-12")
    hand.write("Vad är syftet med platsen?", "Prova ett kök innan bageriet.")
    hand.press(f"Föreslå {name}")
    assert "Väntar på arbetsplatsens svar" in page.locator("#main").inner_text()

    enter(page, town, "day")
    hand.press("Våra deltagare")
    page.locator("li", has_text=name).get_by_role("link", name="Svara").first.press("Enter")
    hand.press(f"Ja: {name} är välkommen")
    for box in page.get_by_role("checkbox").all():
        box.press("Space")
    hand.press("Allt är genomgånget")
    assert "Introducerad" in page.locator("#main").inner_text()
    enter(page, town, "caseload")
    page.goto(person)

    hand.press("Bedöm steget")
    hand.write("Vad har du sett?", "Kom till det första mötet.")
    hand.press("Sätt steget")
    assert "Steg 1 av 6: Kontakt" in page.content()

    hand.press("Avsluta placeringen")
    hand.date("Sista dagen", "2026-11-12")
    hand.mark("Börjar arbeta")
    hand.write("Med dina egna ord", "Fick arbete på ett bageri")
    hand.press("Avsluta placeringen")
    tomorrow()  # the placement lasts the day out
    hand.unfold("Mer")
    hand.press("Avsluta ärendet")
    hand.mark("Började arbeta")
    hand.choose("Vilken form", "Anställning")
    hand.write("Vilket arbete eller vilken utbildning", "bagare, tillsvidare")
    hand.date("Första dagen", "2026-11-13")
    hand.press("Avsluta ärendet")
    assert "preliminärt" in page.content()


@pytest.mark.parametrize(
    ("hand", "number", "name"), [(Mouse, "19931207R801", "Mira"), (Keyboard, "19940308R802", "Tova")]
)
def test_the_walk(quiet, town, tomorrow, hand, number, name):
    walk(quiet, town, tomorrow, hand(quiet), number, name)


def test_the_walk_without_javascript(browser, town, tomorrow):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    walk(page, town, tomorrow, Mouse(page), "19950609R803", "Elsa")
    context.close()
