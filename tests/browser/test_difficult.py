"""A difficult case in one walk: a protected parent of a young child, with part-time work and SFI."""

from tests.browser.conftest import enter
from tests.browser.testing import Mouse

NAME = "Nadja Skyddsaga"


def test_from_application_to_a_decided_plan_of_22_hours(quiet, town):
    hand, page = Mouse(quiet), quiet
    enter(page, town, "application")
    hand.press("Ta emot en ansökan")
    hand.write("Personnummer", "19920307R811")
    page.locator("main").get_by_role("button", name="Sök").press("Enter")
    hand.write("Förnamn", "Nadja")
    hand.write("Efternamn", "Skyddsaga")
    hand.choose("Skydd", "Sekretessmarkering")
    hand.press("Ta emot ansökan")
    person = page.url
    hand.press("Öppna ärende")
    hand.choose("Vilken enhet", "Enhet Öster")
    hand.choose("Konsulent", "Jonna Mallgren")
    hand.press("Öppna ärende")
    hand.unfold("Mer")
    hand.press("Hushåll")
    hand.write("Personnummer", "20210511R812")
    hand.write("Förnamn", "Sami")
    hand.write("Efternamn", "Skyddsaga")
    hand.choose("I hushållet", "Barn")
    hand.press("Lägg till i hushållet")
    assert "Sami Skyddsaga" in page.locator("#main").inner_text()

    # The consultant receives the case, and sees that there is a young child and no more.
    enter(page, town, "caseload")
    page.goto(f"{town}/hand-overs/")
    with page.expect_navigation():
        page.locator("li", has_text=NAME).get_by_role("button", name="Ta emot").click()
    page.goto(person)
    assert "Sekretessmarkering" in page.locator("#main").inner_text()
    assert "Sami" not in page.content()
    hand.press("Kartläggning")
    hand.write("Vad vill personen?", "Jag vill arbeta och vara trygg.")
    hand.write("Vår bedömning", "Arbetar redan några timmar i butik och vill mer.")
    hand.write("Snabbaste vägen", "Fler timmar i butik, med svenskan vid sidan av.")
    hand.write("Varför det är", "Har arbetet redan.")
    hand.press("Slutför kartläggningen")

    hand.press("Gör en plan")
    sums = page.locator("#main").inner_text().replace("\u00a0", " ")
    assert "barn under 8" in sums.lower()
    hand.write("Mål", "Heltid i butik")
    hand.write("Timmar i veckan", "30")
    hand.press("Spara utkastet")
    hand.press("Planera veckan")
    hand.choose("Vad", "Deltidsarbete")
    hand.week("lör 10-14, sön 10-14")
    for kind, times in (("Sfi", "mån 9-12, ons 9-12, fre 9-12"), ("Aktivitet", "ons 11-15")):
        hand.press_week("Lägg till något i veckan")
        page.locator(".week-part").last.get_by_label("Vad", exact=True).select_option(label=kind)
        hand.week(times, ".week-part")
    hand.press("Spara veckan")
    assert "krockar med Sfi: ons 11–15" in page.locator("#main").inner_text()
    page.locator(".week-part").last.get_by_role("checkbox", name="onsdag").uncheck()
    hand.week("tis 9-13, tors 9-12", ".week-part")
    hand.press("Spara veckan")

    # 40 − 10 (a child under 8) − 8 (part-time work) = 22
    said = page.locator("#main").inner_text().replace("\u00a0", " ")
    assert "22 h" in said
    page.locator("summary", has_text="Ändra mål, timmar").click()
    # What is typed is kept a moment later: saved before that has been answered, the two would meet.
    with page.expect_response(lambda answer: "/drafts/" in answer.url):
        hand.write("Timmar i veckan", "22")
    with page.expect_navigation():
        page.get_by_role("button", name="Spara utkastet").click()
    hand.choose("Med vem", "Arbetsförmedlingen")
    hand.date("När", "2026-11-11")
    hand.write("Vad kom ni fram till?", "Inget program nu.")
    hand.press("Spara samrådet")
    hand.mark("Vid ett möte")
    hand.press("Anteckna att personen säger ja")
    hand.press("Besluta planen, 22", exact=False)
    assert "Planen är beslutad" in page.content()
    assert page.get_by_role("link", name="Planen som PDF").count() == 0

    # Nobody else: not a colleague of the same unit, not the partner, not by search.
    for card in ("partner", "head", "day"):
        enter(page, town, card)
        assert page.goto(person).status in (403, 404)
