"""How long the everyday acts take a colleague who knows them, by what is pressed and typed; none over a minute.

Seconds are the keystroke-level model's (Card, Moran & Newell 1980), so that a slow machine changes nothing: what
takes longer takes more presses or letters. TRAPPAN_WRITE_DOCS=1 writes docs/stopwatch.md anew.
"""

import os
from contextlib import contextmanager
from pathlib import Path

from tests.browser.conftest import enter
from tests.browser.test_morning import NOBODY_NEW
from tests.browser.testing import Mouse

THINK = 1.35  # before each thing that is done
POINT = 1.1  # the mouse to its place
CLICK = 0.2
HAND = 0.4  # from the mouse to the keys
KEY = 0.28  # a letter, by somebody who types as most do
PAGE = 0.3  # until the next page has been drawn
MINUTE = 60
LONG = {"Plan med en vecka av två delar"}  # a conversation, of which these are the presses
TABLE = Path(__file__).parents[2] / "docs" / "stopwatch.md"
WORDS = """# Hur lång tid det tar

Klick, bokstäver och sekunder för vardagens handlingar, räknade på demostaden av `tests/browser/test_stopwatch.py`:
{model}.
En handling som tar mer än en minut fäller testet; samtalen i kartläggning och plan är undantagna.

| handling | klick | bokstäver | sidor | sekunder |
|---|--:|--:|--:|--:|
"""
MODEL = (
    f"{THINK} s eftertanke och {POINT + CLICK:.1f} s pek och klick för varje tryck, {HAND} s till tangenterna, "
    f"{KEY} s en bokstav, {PAGE} s en ny sida"
)


class Watched(Mouse):
    """A colleague with a mouse, whose presses and letters are counted."""

    clicks = letters = pages = typed = 0

    @property
    def seconds(self):
        return self.clicks * (THINK + POINT + CLICK) + self.typed * HAND + self.letters * KEY + self.pages * PAGE

    def type(self, text):
        self.clicks, self.typed, self.letters = self.clicks + 1, self.typed + 1, self.letters + len(text)

    def press(self, name, exact=True):
        self.clicks, self.pages = self.clicks + 1, self.pages + 1
        super().press(name, exact)

    def unfold(self, words):
        self.clicks += 1
        super().unfold(words)

    def write(self, label, text):
        self.type(text)
        super().write(label, text)

    def date(self, label, day):
        self.type("20261112")
        super().date(label, day)

    def choose(self, label, text):
        self.clicks += 2
        super().choose(label, text)

    def mark(self, label):
        self.clicks += 1
        super().mark(label)

    def go(self, button):
        self.clicks += 1
        super().go(button)

    def tick(self, box):
        self.clicks += 1
        super().tick(box)

    def fill(self, box, text):
        self.type(text)
        super().fill(box, text)


def test_no_everyday_act_takes_a_minute(quiet, town):
    page = quiet
    taken = {}

    @contextmanager
    def watched(act):
        hand = taken[act] = Watched(page)
        yield hand

    def told(words):
        assert words in page.locator("#main").inner_text().replace("\u00a0", " ")

    enter(page, town, "application")
    with watched("Ta emot en ansökan") as hand:
        hand.press("Ta emot en ansökan")
        hand.write("Personnummer", "19910215R821")
        hand.go(page.locator("main").get_by_role("button", name="Sök"))
        hand.pages += 1
        hand.write("Förnamn", "Rut")
        hand.write("Efternamn", "Stoppursaga")
        hand.press("Ta emot ansökan")
        told("Ansökan är mottagen")
    with watched("Öppna ärende hos en konsulent") as hand:
        hand.press("Öppna ärende")
        hand.choose("Vilken enhet", "Enhet Öster")
        hand.choose("Konsulent", "Jonna Mallgren")
        hand.press("Öppna ärende")
    person = page.url

    enter(page, town, "staircase")
    page.goto(person)
    with watched("Kartläggning, de fyra frågorna") as hand:
        hand.press("Kartläggning")
        hand.write("Vad vill personen?", "Baka.")
        hand.write("Vår bedömning", "Halva dagar.")
        hand.write("Snabbaste vägen", "Café.")
        hand.write("Varför det är", "Har bakat.")
        hand.press("Slutför kartläggningen")
    with watched("Plan med en vecka av två delar") as hand:
        hand.press("Gör en plan")
        hand.write("Mål", "Ett bageri")
        hand.write("Timmar i veckan", "40")
        hand.press("Spara utkastet")
        hand.press("Planera veckan")
        hand.week("mån 9-12, tis 9-12, ons 9-12")
        hand.press_week("Lägg till något i veckan")
        hand.clicks += 2
        page.locator(".week-part").last.get_by_label("Vad", exact=True).select_option(label="Sfi")
        hand.week("tors 9-12, fre 9-12", ".week-part")
        hand.press("Spara veckan")
        hand.mark("Vid ett möte")
        hand.press("Anteckna att personen säger ja")
        hand.choose("Med vem", "Arbetsförmedlingen")
        hand.date("När", "2026-11-11")
        hand.write("Vad kom ni fram till?", "Inget hinder.")
        hand.press("Spara samrådet")
        hand.press("Besluta planen", exact=False)
        told("Planen är beslutad")
    page.goto(person)
    with watched("Hitta en plats och föreslå den") as hand:
        hand.press("Hitta en plats")
        hand.press("Föreslå Rut", exact=False)
        hand.choose("Aktivitet", "Café Vidingsjö")
        hand.date("Första dagen", "2026-11-12")
        hand.write("Vad är syftet med platsen?", "Prova ett kök.")
        hand.press("Föreslå Rut")
        told("Väntar på arbetsplatsens svar")

    enter(page, town, "day")
    with watched("Dagen: en sen, resten här (hur många de än är)") as hand:
        late = page.locator(NOBODY_NEW).first
        number = late.locator("[name^=seen-]").get_attribute("name")[5:]
        hand.go(late.locator(".mark-line label", has_text="Sen"))
        hand.fill(late.locator("[name^=came-]:not([type=radio])"), "10.05")
        hand.press(page.locator("#rest").inner_text().strip())
        assert "Kom 10.05" in page.locator(f"li:has([name=seen-{number}]) summary").first.inner_text()
    Mouse(page).press("Ångra")  # the town is left as it was

    enter(page, town, "head")
    with watched("Dela ut tre ärenden (ett klick till för varje)") as hand:
        page.goto(f"{town}/cases/hand-out/")
        hand.clicks, hand.pages = 1, 1
        boxes = page.locator("#main [name=hand_out-numbers]")
        for at in range(3):
            hand.tick(boxes.nth(at))
        hand.choose("Konsulent", "Jonna Mallgren")
        hand.press("Dela ut")
        told("Alla ärenden är utdelade")
    Mouse(page).press("Ta tillbaka")  # the town is left as it was

    enter(page, town, "workplace")
    with watched("Ny arbetsplats med aktivitet och ledare") as hand:
        hand.press("Ny arbetsplats")
        hand.write("Vad arbetsplatsen heter", "Stoppursgården")
        hand.choose("Hör till", "Enhet Öster")
        hand.choose("Slags aktivitet", "Arbetsplats")
        hand.fill(page.get_by_label("Platser samtidigt"), "6")
        hand.choose("Arbetsledare", "Greta Granskare")
        hand.press("Lägg till arbetsplatsen")
        told("Stoppursgården")

    enter(page, town, "rules")
    with watched("En regel ändrad i en ny version, och prövad") as hand:
        hand.press("Ändra utkastet")
        hand.fill(page.get_by_label("Frånvaro utan besked som leder till samtal").first, "2")
        hand.press("Spara utkastet")
        hand.press("Pröva den först")
    if os.environ.get("TRAPPAN_WRITE_DOCS"):
        TABLE.write_text(table_of(taken))
    assert TABLE.read_text() == table_of(taken), "TRAPPAN_WRITE_DOCS=1 writes it anew"
    slow = {act: round(hand.seconds) for act, hand in taken.items() if hand.seconds > MINUTE and act not in LONG}
    assert slow == {}


def table_of(taken):
    """Return the document as it is to be, with what was counted."""
    rows = [
        f"| {act} | {hand.clicks} | {hand.letters} | {hand.pages} | {hand.seconds:.0f} |" for act, hand in taken.items()
    ]
    return WORDS.format(model=MODEL) + "\n".join(rows) + "\n"
