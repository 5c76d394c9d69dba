"""One refused month in the browser: from the third absence to an appeal, each by the one whose it is."""

from tests.browser.conftest import enter, picture
from tests.browser.testing import Mouse

SAID = "Jag orkade inte gå upp, och jag visste inte vem jag skulle ringa."


def test_from_the_third_untold_absence_to_an_appeal(quiet, town):
    page, hand = quiet, Mouse(quiet)
    page.set_viewport_size({"width": 1280, "height": 900})

    # Jonna is prompted, asks the site for what is agreed, and talks with Rune.
    enter(page, town, "absence")
    chain = page.url
    assert "Prata med Rune och erbjud stöd" in page.locator("#main").inner_text()
    page.locator("summary", has_text="Be om det").click()
    hand.write("Vad ber du arbetsplatsen", "Ring på morgonen om han inte är på plats.")
    hand.press("Fråga arbetsplatsen")
    assert "Väntar på arbetsplatsen" in page.locator("#main").inner_text()
    hand.write("Det här har hänt", "Borta tre gånger utan att höra av sig.")
    hand.write("Vad personen säger", SAID)
    page.get_by_label("Påminnelse på morgonen").check()
    hand.mark("Fortsätter som förut")
    hand.press("Skriv ner samtalet")
    assert "Ingen frånvaro att tala om just nu" in page.locator("#main").inner_text()

    # Tor answers what he was asked, and finds nothing to judge by.
    enter(page, town, "proposal")
    page.get_by_role("link", name="Rune Påhittström").click()
    hand.write("Vad gjorde ni", "Ringde två mornar; han kom den ena.")
    hand.press("Berätta", exact=False)
    shown = page.locator("body").inner_text()
    for button in ("Bedöm", "underlag", "godtagbart", "Beslut"):
        assert button not in shown
    assert page.goto(chain).status in (403, 404)

    # Jonna finds the October absence without acceptable reason, after the talk, and writes the grounds.
    enter(page, town, "absence")
    october = page.locator("li", has_text="27 oktober")
    october.get_by_role("link", name="Bedöm").click()
    hand.mark("Inget godtagbart skäl")
    page.get_by_label("Samtalet").select_option(index=1)
    with page.expect_navigation():
        page.locator("main").get_by_role("button").first.click()
    page.goto(chain)
    hand.press("Skriv underlag för en månad")
    hand.write("Det här har hänt", "Borta den 27 oktober utan att höra av sig. Stöd erbjöds och gavs.")
    hand.press("Skriv och frys")
    grounds = page.url
    assert page.get_by_role("button", name="Skicka").count() == 0, "heard before it is sent"
    hand.mark("Vid ett möte")
    hand.write("Vad personen säger om det", "Det stämmer. Nu kommer jag.")
    hand.press("Anteckna vad som sas")
    page.get_by_label("Socialsekreterare som beslutar").select_option(label="Ulla Provstedt, Försörjningsstöd Öster")
    hand.press("Skicka")
    assert "Väntar på kvittensen" in page.locator("#main").inner_text()
    assert page.get_by_role("button", name="Spara beslutet").count() == 0, "not the writer's to decide"

    # Ulla receives, decides, and notes the appeal; the paper says how.
    enter(page, town, "decision")
    page.goto(grounds)
    hand.press("Jag har tagit emot det")
    hand.mark("Avslag på bistånd")
    hand.write("Varför", "Frånvaro utan godtagbart skäl, trots stöd.")
    hand.press("Spara beslutet")
    assert "Avslag på bistånd" in page.locator("#main").inner_text()
    page.locator("summary", has_text="Personen överklagar").click()
    hand.write("Vad personen vill ändra", "Jag ringde, men ingen svarade.")
    hand.press("Anteckna överklagandet")
    assert "Jag ringde, men ingen svarade." in page.locator("#main").inner_text()
    picture(page, "grounds")
    document = page.get_by_role("link", name="Som PDF").get_attribute("href")
    answer = page.context.request.get(f"{town}{document}")
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.body().startswith(b"%PDF-1.7")
