"""Names and numbers of people stand in no address, no title and no cache."""

import ast
import re
from pathlib import Path

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, resolve, reverse

from trappan.history.models import Event
from trappan.people.models import Person
from trappan.people.operations import protect
from trappan.people.testing import make_person, test_number
from trappan.schedules.addresses import DayConverter
from trappan.secrecy.rights import RIGHTS
from trappan.secrecy.scopes import Role
from trappan.staff.testing import as_, make_colleague
from trappan.testing import TODAY, search, sign_in, text
from trappan.ui.lists.listing import OWN

PACKAGE = Path(__file__).parent.parent / "trappan"

# Texts in the path of a page, and what they hold.
TEXTS = {
    "agreements:enter": {"token": "what opens a link, drawn by chance"},
    "attendance:find": {"day": "a date"},
    "desk:box": {"box": "a box of the start page"},
    "desk:feed": {"token": "the calendar's own key, drawn by chance"},
    "projects:picture": {"chart_name": "a chart of ours"},
    "demo:enter": {"key": "a card of the tour"},
    "demo:picture": {"key": "a card of the tour"},
    "desk:guide": {"name": "a guide of ours"},
    "rules:code_table": {"table": "a list of codes"},
    "insight:indicator": {"figure_name": "a figure of ours"},
    "messages:hook": {"way": "a way out of the house: email, sms or mailbox"},
    "insight:rows": {"figure_name": "a figure of ours"},
    "desk:guide_picture": {"name": "a picture of ours"},
}
# What is read from behind the question mark.
ASKED = {
    "after": "a row's number",
    "away": "that one was away too long",
    "activity": "a row's number",
    "agreement": "a row's number",
    "asked": "a token that says nothing",
    "before": "a row's number",
    "all": "yes",
    "older": "the whole year",
    "out": "that one has signed out",
    "ended": "that a mandate to help has ended",
    "given": "that a mandate to help is given",
    "case": "a row's number",
    "compare": "rows' numbers of activities",
    "colleague": "a row's number",
    "day": "a date",
    "code": "what the eID service gives for the answer, once",
    "differs": "rows' numbers",
    "employer": "a row's number",
    "error": "why the eID service answers nothing",
    "file": "xlsx, csv or pdf",
    "first": "a date",
    "from": "a row's number",
    "into": "a row's number",
    "kept": "yes",
    "iss": "which eID service answers",
    "kind": "a kind of note, or of formal day",
    "language": "one of six",
    "lead": "a row's number",
    "month": "a month",
    "months": "how many months are tried",
    "more": "how many marks were left out",
    "next": "an address of our own",
    "on": "a date",
    "plan": "a row's number",
    "opening": "a row's number",
    "page": "which fifty rows",
    "paper": "yes",
    "half": "a half-year",
    "publication": "a row's number",
    "referral": "a row's number",
    "refused": "rows' numbers of marks",
    "saved": "what a receipt is of: a moment",
    "span": "how far back",
    "stage": "what a case waits for",
    "state": "one of three lists, or what the eID service was asked by, drawn by chance",
    "way": "in, out, or of which type",
    "workplace": "a row's number",
    "write": "yes",
    "with": "the person or the employer",
}
# What every list reads there, beside its filters.
OF_LISTS = {"sort": "a column's key", "after": "a row's number, signed", "file": "xlsx", "print": "all"}
# Forms whose fields stand in the address: filters over cases and places, none by name or number.
FILTERS = {
    "desk/templates/desk/filters.html": "ListFilter",
    "desk/templates/desk/formal_days.html": "kind and body of formal days, which are of no persons",
    "employers/templates/employers/employers.html": "filters over employers, which are no persons",
    "employers/templates/employers/lead.html": "the employer with whom an ad is agreed",
    "employers/templates/employers/leads.html": "filters over ads, which are of no persons",
    "employers/templates/employers/openings.html": "filters over openings, which are of no persons",
    "employers/templates/employers/merge_employer.html": "the employer that goes on",
    "activities/templates/activities/activities.html": "SuitsForm",
    "cases/templates/cases/journal.html": "kind",
    "assistance/templates/assistance/households.html": "two months",
    "matching/templates/matching/find_place.html": "activities to compare",
    "initiatives/templates/initiatives/initiative/figures.html": "a day",
    "insight/templates/insight/board/households.html": "two months",
    "insight/templates/insight/indicator/parts.html": "a month, and by what it is told apart",
    "insight/templates/insight/comparison.html": "which published series",
    "insight/templates/insight/coverage.html": "a month, and by what it is told apart",
    "insight/templates/insight/flow.html": "a month",
    "insight/templates/insight/rows.html": "a month, a part of a breakdown, and who of those it is of",
    "staff/templates/staff/organisation.html": "a day",
    "ui/templates/ui/lists/order.html": "sort",
    # Sent by their script, never into the address.
    "attendance/templates/attendance/offline.html": "marks that a device keeps",
    "attendance/templates/attendance/day/waiting.html": "marks that a device has kept",
    "requirement/templates/requirement/trial.html": "months to try",
}


def pages(patterns, prefix=""):
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            name = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
            yield from pages(pattern.url_patterns, name)
        elif isinstance(pattern, URLPattern):
            yield f"{prefix}{pattern.name}", pattern


def ours():
    return [(name, page) for name, page in pages(get_resolver().url_patterns) if page.callback and ":" in name]


def texts_of(page):
    return {name for name, kind in page.pattern.converters.items() if type(kind).__name__ != "IntConverter"}


def said_in(page):
    """Return something that each part of an address may be."""
    texts = dict.fromkeys(texts_of(page), "x")
    days = {name: TODAY for name, kind in page.pattern.converters.items() if isinstance(kind, DayConverter)}
    return {**dict.fromkeys(page.pattern.converters, 1), **texts, **days}


def test_no_path_takes_a_text_that_could_be_a_name_or_a_number():
    taking = {name: texts_of(page) for name, page in ours() if texts_of(page)}
    assert taking == {name: set(texts) for name, texts in TEXTS.items()}


def test_every_address_leads_to_its_own_page():
    """One page's text at the end of an address (a day) would otherwise take another page's word for its own."""
    for name, page in ours():
        assert resolve(reverse(name, kwargs=said_in(page))).view_name == name


def test_what_stands_behind_the_question_mark_is_known():
    read = set()
    for path in PACKAGE.rglob("*.py"):
        if "tests" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            said = ast.unparse(node) if isinstance(node, ast.Call | ast.Subscript | ast.Compare) else ""
            read |= set(re.findall(r"^request\.GET(?:\.get\w*\(|\[)'(\w+)'", said))
            read |= set(re.findall(r"^'(\w+)' in request\.GET$", said))
    assert read | {"asked"} == set(ASKED)
    assert set(OWN) == set(OF_LISTS)


def test_forms_that_write_into_the_address_are_known():
    written = {
        str(path.relative_to(PACKAGE))
        for path in PACKAGE.rglob("*.html")
        if "allauth" not in path.parts and re.search(r"<form(?![^>]*method=\"post\")", path.read_text())
    }
    assert written == set(FILTERS)


def test_no_title_is_a_persons_name():
    told = [
        str(path.relative_to(PACKAGE))
        for path in PACKAGE.rglob("*.html")
        if re.search(r"\{% block title %\}[^\n]*(person|proposal|member)\w*\.(name|given|family)", path.read_text())
    ]
    assert told == []


@pytest.mark.django_db
class TestPages:
    @pytest.mark.long
    def test_every_page_about_people_is_kept_by_nobody(self, client, world):
        """Whatever it answers: found, not found, not allowed, sent on, or sent from another tab."""
        _person, actors = world
        kept, asked = [], 0
        by_role = {**{role: make_colleague(role) for role in Role}, **{one.role: one for one in actors.values()}}
        for name, page in ours():
            right = getattr(page.callback, "right", None)
            if right is None:
                continue
            url = reverse(name, kwargs=said_in(page))
            reader = by_role[RIGHTS[right][0]]
            sign_in(client, reader)
            answers = [client.get(url), client.post(url, {"acting_as": reader.pk}), client.post(url, {"acting_as": ""})]
            asked += 1
            kept += [(name, one.status_code) for one in answers if one.headers.get("Cache-Control") != "no-store"]
        assert kept == []
        assert asked > 80

    def test_a_search_leads_to_an_address_that_says_nothing(self, client, town):
        number = test_number()
        make_person(town.ulla, "Åsa", "Öbergsdikt", number=number)
        sign_in(client, town.ulla)
        for asked in ("Öbergsdikt", number, "19850508-2389"):
            found = search(client, asked)
            addresses = [url for url, _status in found.redirect_chain]
            assert addresses, asked
            assert not any(asked in url or "berg" in url for url in addresses)
            links = re.findall(r'(?:href|action)="([^"]*)"', text(found))
            assert not any(asked in link or number in link for link in links)

    def test_going_back_and_another_language_find_the_same_question(self, client, town):
        make_person(town.ulla, "Åsa", "Öbergsdikt")
        sign_in(client, town.ulla)
        found = search(client, "öberg")
        address = found.redirect_chain[-1][0]
        assert f'name="next" value="{address}"' in text(found), "the language's button leads back here"
        client.get("/people/")
        assert "Åsa Öbergsdikt" in text(client.get(address))
        assert 'value="öberg"' in text(client.get(address)), "what was typed stays"
        client.post("/language/", {"language": "en", "next": address})
        assert "Åsa Öbergsdikt" in text(client.get(address))

    def test_the_question_is_the_sessions_own_and_forgotten_at_sign_out(self, client, town):
        make_person(town.ulla, "Åsa", "Öbergsdikt")
        sign_in(client, town.ulla)
        address = search(client, "öberg").redirect_chain[-1][0]
        client.post("/account/logout/")
        sign_in(client, town.ulla)
        answer = client.get(address)
        assert answer.status_code == 200
        assert "Öbergsdikt" not in text(answer)

    def test_the_list_of_people_turns_its_pages_without_a_name(self, client, town):
        for at in range(53):
            make_person(town.ulla, "Åsa", f"Öbergsdikt{at:02}")
        sign_in(client, town.ulla)
        asked = client.post("/people/", {"acting_as": town.ulla.pk, "name": "öbergs"}, follow=True)
        address = re.search(r'rel="next" href="([^"]*)"', text(asked))[1].replace("&amp;", "&")
        assert "berg" not in address
        second = text(client.get(f"/people/{address}"))
        assert [name in second for name in ("Öbergsdikt49", "Öbergsdikt50", "Öbergsdikt52")] == [False, True, True]
        assert "Öbergsdikt00" in text(client.get("/people/?after=999999")), "nobody's place is the beginning"

    def test_a_protected_name_stands_in_no_title(self, client, world):
        person, actors = world
        jonna = actors["consultant with the case"]
        with as_(jonna):
            protect(person=Person.objects.get(pk=person.pk), protection="marked")
        sign_in(client, jonna)
        for name in ("desk:person", "people:details", "people:consent", "attendance:attendance"):
            page = text(client.get(reverse(name, args=[person.pk])))
            title = re.search(r"<title>(.*?)</title>", page)[1]
            assert person.family_name not in title
            assert "Skyddad identitet" in title
            assert person.family_name in page

    def test_a_name_tried_in_an_address_does_not_reach_the_log(self, client, town):
        sign_in(client, town.karin)
        client.get("/work/Samira Påhitt/")
        assert Event.objects.get(kind="refused").details["path"] == "/work/…/"
