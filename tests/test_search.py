"""The one search: what each role finds, what is suggested, what the log keeps of it."""

import re

import pytest
from django.urls import reverse

from trappan.activities.models import Activity
from trappan.cases import operations as cases
from trappan.employers.operations import close_opening
from trappan.employers.testing import make_officer, make_opening
from trappan.history.models import Event
from trappan.people.operations import protect
from trappan.people.testing import make_person
from trappan.placements.testing import make_placement
from trappan.rules.testing import make_concept
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import markup, search, sign_in, text

pytestmark = pytest.mark.django_db
SUGGEST = "/search/suggestions/"


@pytest.fixture
def samira(town, today):
    """Somebody with a case of Jonna's and a place at Tor's."""
    person = make_person(town.ulla, "Anna-Samira", "O’Påhitt")
    with as_(town.ulla) as actor:
        case = cases.open_case(person=person, by=actor, unit=town.labour)
        cases.assign(case=case, to=town.jonna)
    make_placement(town.jonna, person=person, activity=town.cafe, starts_on=today)
    return person


@pytest.fixture
def suggest(client):
    def go(who, typed):
        sign_in(client, who)
        return client.post(SUGGEST, {"acting_as": who.pk, "q": typed})

    return go


def kinds(answer):
    """Return what was found, kind by kind, as the headings and rows of a page of hits say."""
    found = {}
    for section in re.findall(r"<section class=\"panel\".*?</section>", markup(answer)):
        name = re.search(r"<h2[^>]*>(.*?)</h2>", section)[1].strip()
        rows = re.findall(r'<span class="name"><(?:a|strong)[^>]*>(.*?)</(?:a|strong)>', section)
        found[re.sub(r" \(.*", "", name)] = rows
    return found


@pytest.mark.requirement("R-008")
@pytest.mark.parametrize("typed", ["anna-samira o’påhitt", "pahi sam", "SAMIRA", "o'påhitt anna", "opåhitt"])
def test_a_name_is_found_as_people_write_it_by_everybody_who_works_with_the_person(client, town, samira, typed):
    for who in (town.ulla, town.jonna, town.tor):
        answer = search(sign_in(client, who), typed)
        assert kinds(answer)["Personer"] == [samira.name]
        assert f'value="{typed}"' in text(answer).replace("&#x27;", "'"), "what was typed stays"


def test_each_role_is_told_what_it_knows_of_the_person(client, town, samira):
    case = samira.cases.get()
    assert f"{case.number}" in text(search(sign_in(client, town.jonna), "samira"))
    seen = markup(search(sign_in(client, town.tor), "samira"))
    assert case.number not in seen
    assert "Café Vidingsjö" in seen


def test_a_colleague_a_site_and_an_activity_are_found_by_colleagues_of_the_municipality(client, town, samira):
    depot = make_unit("site", town.municipality, name="Återbruket i Berga")
    for name in ("Möbler", "Cyklar"):
        Activity.objects.create(
            code=name, name=f"{name} på depån", unit=depot, kind="workplace", places=3, starts_on="2021-01-01"
        )
    sign_in(client, town.jonna)
    assert kinds(search(client, "latsberg tor")) == {"Kollegor": ["Tor Låtsberg"]}
    assert kinds(search(client, "berga")) == {"Arbetsplatser": ["Återbruket i Berga"]}
    assert kinds(search(client, "depa mob")) == {"Aktiviteter": ["Möbler på depån"]}
    page = search(client, "tor")
    assert f"mailto:{town.tor.colleague.email}" in text(page)
    assert "Handledare" in text(page)


def test_a_partner_finds_its_own_participants_and_nothing_else(client, town, samira, today):
    partner = make_organisation("Stadsmissionen", kind="partner", basis="provider")
    theirs = make_colleague("supervisor", make_unit("site", partner), name="Samuel Påhittsson")
    sign_in(client, theirs)
    for typed in ("samira", "tor", "café", "samuel"):
        assert kinds(search(client, typed)).keys() == {f"Ingen som du får se heter ”{typed}”"}


@pytest.mark.parametrize("role", ["administrator", "auditor"])
def test_a_role_without_people_finds_colleagues_and_asks_for_nobody(client, town, samira, role):
    who = make_colleague(role, make_unit("management", town.municipality), name="Samira Kollega")
    sign_in(client, who)
    assert kinds(search(client, "samira")) == {"Kollegor": ["Samira Kollega"]}
    for typed in (samira.cases.get().number, "199101052388"):
        assert kinds(search(client, typed)) == {f"Inget som du får se heter ”{typed}”": []}
    assert not Event.objects.filter(verb="people.find_number").exists()


def test_a_head_finds_colleagues_and_nobody_of_the_units_people(client, town, samira):
    assert kinds(search(sign_in(client, town.karin), "samira")).keys() == {"Ingen som du får se heter ”samira”"}
    assert kinds(search(client, "jonna")) == {"Kollegor": ["Jonna Mallgren"]}


def test_somebody_hidden_and_nobody_are_one_answer(client, town, samira):
    """The same right on somebody else; known elsewhere, protected elsewhere, nobody: one page, one entry each."""
    mine = make_colleague("social_worker", make_unit("social_service", town.municipality))
    make_person(mine, "Ebbe", "Sken")
    hidden = make_person(town.ulla, "Ylva", "Dold")
    with as_(town.ulla):
        protect(person=hidden, protection="marked")
    sign_in(client, mine)
    pages, entries = [], []
    for typed in ("samira", "ylva", "nobody"):
        said = re.sub(r'((csrfmiddlewaretoken|once)" value="|asked=)\w+', "", text(search(client, typed)))
        pages.append(said.replace(typed, "·"))
        entries.append(Event.objects.filter(verb="desk.search").order_by("-id").values("details", "person", "scope")[0])
        asked = client.post(SUGGEST, {"acting_as": mine.pk, "q": typed})
        assert typed in text(asked)
        assert "suggestion-1-1" not in text(asked)
    assert pages[0] == pages[1] == pages[2]
    assert entries[0] == entries[1] == entries[2]


def test_a_case_is_found_by_its_number_with_or_without_hyphen_and_by_its_beginning(client, town, samira):
    case = samira.cases.get()
    sign_in(client, town.jonna)
    for typed in (case.number, case.number.replace("-", ""), case.number.replace("-", "–"), f" {case.number} "):
        assert search(client, typed).redirect_chain[-1][0] == reverse("desk:person", args=[samira.pk]), typed
    page = search(client, case.number[:7])
    assert kinds(page) == {f"Ärenden som börjar på {case.number[:7]}": [f"{case.number} · {samira.name}"]}
    stranger = make_colleague("consultant", make_unit("labour_market", town.municipality))
    assert kinds(search(sign_in(client, stranger), case.number[:7])) == {
        f"Inget ärende som du får se börjar på {case.number[:7]}": []
    }


@pytest.mark.parametrize("typed", ["19911105-2388", "199111052388", "911105-2388", "9111052388", "911105 2388"])
def test_a_person_is_found_by_the_number_with_or_without_century_and_separator(client, town, typed, today):
    person = make_person(town.ulla, number="199111052388")
    answer = search(sign_in(client, town.ulla), typed)
    assert answer.redirect_chain[-1][0] == reverse("desk:person", args=[person.pk])


def test_a_plus_is_a_hundred_years_more(client, town, today):
    person = make_person(town.ulla, number="191212121212")
    sign_in(client, town.ulla)
    assert search(client, "121212+1212").redirect_chain[-1][0] == reverse("desk:person", args=[person.pk])
    assert "Ingen med det numret" in text(search(client, "121212-1212"))


class TestSuggestions:
    def test_a_few_of_each_kind_each_with_its_door(self, suggest, town, samira):
        for _one in range(9):
            make_person(town.ulla, "Samira", "Sken")
        for at in range(3):
            make_colleague("consultant", town.labour, name=f"Samir {at}")
        page = text(suggest(town.ulla, "sam"))
        assert page.count('role="option"') == 8 + 1, "and the door to all hits"
        assert page.count("/people/") == 6
        assert 'name="q" value="Samir 0"' in page, "a colleague has no page: the door is the list of hits"

    def test_nothing_is_kept_by_the_browser_and_nothing_stands_in_an_address(self, suggest, client, town, samira):
        answer = suggest(town.ulla, "samira")
        assert answer.headers["Cache-Control"] == "no-store"
        assert client.get(f"{SUGGEST}?q=samira").status_code == 405

    def test_a_personal_number_is_not_asked_for_before_it_is_whole(self, suggest, town):
        make_person(town.ulla, number="199111052388")
        for typed in ("911105", "9111052388", "19911105-2388"):
            assert "suggestion-1" not in text(suggest(town.ulla, typed))
        assert not Event.objects.filter(verb="people.find_number").exists()

    def test_a_case_is_suggested_while_its_number_is_typed(self, suggest, town, samira):
        number = samira.cases.get().number
        assert f"{number} · {samira.name}" in markup(suggest(town.jonna, number[:7]))
        assert samira.name not in text(suggest(town.tor, number[:7])), "a site knows no case"

    def test_of_a_letter_and_of_nothing_nothing_is_asked(self, suggest, town, samira):
        for typed in ("", " ", "s", "-"):
            assert "suggestion-1" not in text(suggest(town.jonna, typed))
        assert not Event.objects.filter(verb="desk.suggest").exists()

    def test_they_are_a_search_and_in_the_log_once_a_minute(self, suggest, client, town, samira, monkeypatch):
        for typed in ("sa", "sam", "sami"):
            suggest(town.jonna, typed)
        kept = Event.objects.get(verb="desk.suggest")
        assert (kept.kind, kept.actor_id, kept.person_id) == ("search", town.jonna.pk, None)
        assert kept.details == {"by": "name", "found": 1}, "and no name that was tried"
        session = client.session
        session["suggested"] = {str(town.jonna.pk): session["suggested"][str(town.jonna.pk)] - 60}
        session.save()
        client.post(SUGGEST, {"acting_as": town.jonna.pk, "q": "samira"})
        assert Event.objects.filter(verb="desk.suggest").count() == 2

    def test_they_are_of_the_membership_that_the_page_was_opened_under(self, suggest, client, town, samira):
        sign_in(client, town.tor)
        assert client.post(SUGGEST, {"acting_as": town.jonna.pk, "q": "samira"}).status_code == 409

    def test_few_questions(self, suggest, client, town, samira, django_assert_max_num_queries):
        for _one in range(9):
            make_person(town.ulla, "Samira", "Sken")
        suggest(town.ulla, "sam")
        with django_assert_max_num_queries(16):  # four of them open and close the transaction
            client.post(SUGGEST, {"acting_as": town.ulla.pk, "q": "sam"})
        at = client.post("/search/", {"acting_as": town.ulla.pk, "q": "sam"}).url
        with django_assert_max_num_queries(16):
            client.get(at)


def test_work_is_found_by_its_name_and_its_occupation_by_those_who_may_read_of_employers(client, town, today):
    linnea = make_officer(town.labour.organisation.name)
    made = make_opening(linnea, title="Hjälp i disken", occupation=make_concept("Köksbiträde"))
    closed = make_opening(linnea, title="Hjälp i köket")
    make_opening(make_officer("Grannkommunen"), title="Hjälp hos grannen")
    with as_(linnea):
        close_opening(opening=closed, today=today, close_reason="Tillsatt")
    for who in (linnea, town.jonna):
        for typed in ("hjälp", "köksb"):
            assert kinds(search(sign_in(client, who), typed))["Öppningar"] == [made.title], typed
    assert "Öppningar" not in kinds(search(sign_in(client, town.tor), "hjälp"))
