"""An agreement signed in three browser contexts, written anew, and signed again: the link is read in the mail."""

import quopri
import re
import time

import pytest

from tests.browser.conftest import enter
from tests.browser.test_tour import problems

HOLDS = "Underskrivet av alla tre"


@pytest.fixture
def contexts(browser):
    """Three who do not share a browser: the consultant, the employer, and whoever signs for the municipality."""
    made = [browser.new_context(viewport={"width": width, "height": 900}) for width in (1280, 390, 1280)]
    for one in made:
        one.set_default_timeout(15_000)
    yield [one.new_page() for one in made]
    for one in made:
        one.close()


@pytest.fixture
def agreement(owner):
    """The agreement of the tour that waits for its employer; the town has it as it was afterwards."""
    (number,) = owner.execute(
        "SELECT v.agreement_id FROM agreements_version v WHERE NOT EXISTS (SELECT FROM agreements_signature s "
        "WHERE s.version_id = v.id AND s.party = 'municipality') ORDER BY v.agreement_id DESC LIMIT 1"
    ).fetchone()
    owner.execute("CREATE TEMP TABLE link_before AS SELECT * FROM agreements_link")
    owner.execute(
        "CREATE TEMP TABLE placement_before AS SELECT id, waits_from FROM placements_placement WHERE id = "
        "(SELECT placement_id FROM agreements_agreement WHERE id = %s)",
        [number],
    )
    (latest,) = owner.execute("SELECT max(id) FROM agreements_version").fetchone()
    yield number
    for statement in (
        "DELETE FROM agreements_signature WHERE version_id > %(latest)s OR party <> 'participant' AND version_id = "
        "(SELECT min(id) FROM agreements_version WHERE agreement_id = %(number)s)",
        "DELETE FROM agreements_statement WHERE link_id NOT IN (SELECT id FROM link_before)",
        "DELETE FROM agreements_link WHERE id NOT IN (SELECT id FROM link_before)",
        "DELETE FROM agreements_version WHERE id > %(latest)s",
        "UPDATE agreements_version SET withdrawn_at = NULL WHERE agreement_id = %(number)s",
        "UPDATE agreements_link l SET used_at = b.used_at, ended_at = b.ended_at, "
        "ended_why = b.ended_why, opened_at = b.opened_at FROM link_before b WHERE b.id = l.id",
        "UPDATE placements_placement p SET waits_from = b.waits_from FROM placement_before b WHERE b.id = p.id",
    ):
        owner.execute(statement, {"latest": latest, "number": number})


def link_in_the_mail(home, town, sent):
    """Return the address in the newest letter, which the worker has laid in the town's folder of mail."""
    folder = home / "home" / "mail"
    for _attempt in range(150):
        letters = sorted(folder.glob("*"), key=lambda one: one.stat().st_mtime_ns)
        found = [
            address
            for one in letters
            for address in re.findall(r"http\S*/link/[\w-]{43}/", quopri.decodestring(one.read_bytes()).decode())
        ]
        if len(found) > sent:
            return town + "/link/" + found[-1].split("/link/")[1], len(found)
        time.sleep(0.2)
    pytest.fail("no letter came")


def press(page, name):
    with page.expect_navigation():
        page.get_by_role("button", name=name).first.click()


def send(page, address):
    page.goto(address)
    page.get_by_label("Hur?").select_option("email_aloud")
    press(page, re.compile("Skicka en (ny )?länk"))
    page.goto(address)


def sign_by_link(page, jonna, address, link):
    """Let the employer open the link on a telephone, have the code read aloud, read and sign."""
    page.goto(link)
    assert page.url.endswith("/link/"), "nothing that opens it stands in the address"
    assert problems(page) == []
    jonna.goto(address)
    press(jonna, "Ta fram en kod att läsa upp")
    code = re.search(r"Läs upp: (\d{3} \d{3})", jonna.locator("main").inner_text())[1]
    page.get_by_label("Kod, sex siffror").fill(code)
    press(page, "Fortsätt")
    assert problems(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_label("Ditt namn").fill("Rut Hittepå")
    page.get_by_label("Jag får skriva under för arbetsgivaren").check()
    press(page, "Skriv under")
    assert page.get_by_role("heading", level=1).inner_text() == "Avtalet är underskrivet"


def sign_last(page, address):
    page.goto(address)
    press(page, "Skriv under för kommunen")
    page.get_by_text(HOLDS).first.wait_for()


def test_an_agreement_is_signed_by_three_written_anew_and_signed_again(contexts, agreement, home, town):
    jonna, employer, last = contexts
    address = f"{town}/agreements/{agreement}/"
    enter(jonna, town, "caseload")
    enter(last, town, "caseload")
    send(jonna, address)
    link, sent = link_in_the_mail(home, town, 0)
    sign_by_link(employer, jonna, address, link)
    sign_last(last, address)

    jonna.goto(f"{address}change/")
    jonna.get_by_label("Uppgifter").fill("Frukost, disk, och blommorna i entrén")
    jonna.get_by_label("Varför ändras det?").fill("Efter ett samtal")
    press(jonna, "Skriv på nytt")
    assert HOLDS not in jonna.locator("main").inner_text()
    assert "blommorna i entrén" in jonna.locator("ins").first.inner_text()
    assert problems(jonna) == []
    employer.goto(link)
    assert employer.get_by_role("heading", level=1).inner_text() == "Avtalet är underskrivet", "used, and opens no more"
    press(jonna, re.compile("skriver under här"))
    send(jonna, address)
    link, _sent = link_in_the_mail(home, town, sent)
    sign_by_link(employer, jonna, address, link)
    sign_last(last, address)
