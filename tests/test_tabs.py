"""The tabs of a person's file: on every page of it, the same ones, and none that the reader may not open."""

import re

import pytest
from django.urls import get_resolver, reverse

from tests.test_house import views
from trappan.cases import operations as cases
from trappan.outcomes.operations import record_exit
from trappan.people import operations as people
from trappan.people.testing import make_person
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import markup, sign_in
from trappan.ui.tabs import Tab

pytestmark = pytest.mark.django_db

# What addresses name that is no person's.
OTHERS = {
    "activity_id",
    "agreed_id",
    "amendment_id",
    "aim_id",
    "annex_id",
    "chart_name",
    "asked_id",
    "code_id",
    "colleague_id",
    "contact_id",
    "project_id",
    "project_paper_id",
    "conversation_id",
    "day",
    "paper_id",
    "story_id",
    "way",
    "delivery_id",
    "department_id",
    "allocation_question_id",
    "employer_id",
    "extract_id",
    "figure_name",
    "initiative_id",
    "initiative_paper_id",
    "key",
    "lead_id",
    "list_file_id",
    "mark_id",
    "month_file_id",
    "met_id",
    "membership_id",
    "name",
    "offer_id",
    "opening_id",
    "organisation_id",
    "question_id",
    "report_id",
    "ruleset_id",
    "table",
    "picture_id",
    "publication_id",
    "token",
    "unit_id",
    "what_if_id",
    "workplace_id",
}
# Pages about a person that stand in no file, and why.
NO_FILE = {
    "agreements:paper": "a paper",
    "desk:box": "a list of what waits",
    "cases:cover": "a head sees a case number, no name",
    "cases:open_file": "a file to be saved",
    "cases:reassign": "a head who hands out sees a case number, no name",
    "cases:take_over": "a button",
    "portal:goal": "the person's own page",
    "projects:end_participation": "a coordinator sees no file",
    "matching:proposed": "a manager sees no file, only what the person lets be told",
    "requirement:registered": "a button",
    "placements:proposal": "a site sees no file until it accepts",
    "plans:document": "a paper",
    "plans:easy": "a paper",
    "requirement:document": "a paper",
    "requirement:decision_document": "a paper",
    "attendance:month_document": "a paper",
    "portal:decision_paper": "the person’s own paper",
}


def about_a_person(name):
    """Tell whether an address names a row of somebody's."""
    found = get_resolver()
    for space in name.split(":")[:-1]:
        found = found.namespace_dict[space][1]
    asked = {one for _possibility in found.reverse_dict.getlist(name.split(":")[-1]) for one in _possibility[0][0][1]}
    return bool(asked - OTHERS)


def test_every_page_about_a_person_says_which_part_of_the_file_it_belongs_to():
    found = {name: view for name, view in views(get_resolver().url_patterns) if ":" in name and about_a_person(name)}
    assert len(found) > 40
    without = {name for name, view in found.items() if not hasattr(view, "tab")}
    drafts = {name for name in found if re.search(r":(typed|forget)_", name)}
    assert without - drafts == set(NO_FILE)


def tabs_on(page):
    """Return the tabs of a page: address and what is marked, in order; and those under More."""
    shown = page[page.index('<nav class="sections eight"') :].split("</nav>")[0]
    links = re.findall(r'<a href="([^"]+)"(?: aria-current="(\w+)")?', shown)
    return links, '<summary aria-current="true"' in shown


def test_every_tab_of_every_role_opens(client, world, pages):
    _person, actors = world
    offered = {}
    for actor, membership in actors.items():
        sign_in(client, membership)
        answer = client.get(pages["desk:person"])
        if answer.status_code != 200:
            continue
        page = markup(answer)
        if '<nav class="sections' not in page:
            continue
        links, _more = tabs_on(page)
        offered[actor] = [url for url, _mark in links]
        seen = set()
        while todo := [url for url in offered[actor] if url not in seen]:
            for url in todo:
                seen.add(url)
                answer = client.get(url)
                assert answer.status_code == 200, (actor, url)
                within = re.search(r'<nav class="within.*?</nav>', markup(answer), re.DOTALL)
                offered[actor] += re.findall(r'href="([^"]+)"', within.group()) if within else []
    assert set(offered) == {
        "social worker of the unit",
        "consultant with the case",
        "supervisor at the site",
        "counsellor with the referral",
    }
    assert pages["plans:mapping"] in offered["consultant with the case"]
    assert pages["requirement:requirement"] in offered["social worker of the unit"]
    assert offered["counsellor with the referral"] == [pages["desk:person"], pages["cases:referral"]]
    assert offered["supervisor at the site"] == [pages["desk:person"], pages["attendance:there"]]


def test_the_tabs_stay_and_one_is_marked_on_every_page_of_the_file(client, world, pages):
    _person, actors = world
    views_by_name = dict(views(get_resolver().url_patterns))
    labels = {tab: str(tab.label) for tab in Tab}
    for actor in ("consultant with the case", "social worker of the unit", "supervisor at the site"):
        sign_in(client, actors[actor])
        first = None
        walked = 0
        for name, url in pages.items():
            tab = getattr(views_by_name[name], "tab", None)
            answer = client.get(url)
            if answer.status_code != 200 or tab is None:
                continue
            page = markup(answer)
            links, in_more = tabs_on(page)
            first = first or [address for address, _mark in links]
            assert [address for address, _mark in links] == first, name
            nav = page[page.index('<nav class="sections') :].split("</nav>")[0]
            marked = re.findall(r'<a href="[^"]+" aria-current="\w+">([^<]+)</a>', nav.split("<details")[0])
            assert marked == ([] if tab == Tab.MORE else [labels[tab]]), name
            assert in_more == (tab == Tab.MORE), name
            walked += 1
        assert walked > (3 if actor == "supervisor at the site" else 20)


def test_the_tabs_cost_one_question_on_a_page_and_none_on_the_persons_own(client, world, pages):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    _person, actors = world
    sign_in(client, actors["consultant with the case"])
    for name, most in (("cases:stall", 1), ("plans:mapping", 1), ("desk:person", 0)):
        with CaptureQueriesContext(connection) as asked:
            assert client.get(pages[name]).status_code == 200
        of_tabs = [one for one in asked.captured_queries if '"case_now"' in one["sql"]]
        assert len(of_tabs) == most, name


def offered_to(client, reader, person):
    """Return what the tabs offer a reader on a person's page, after each has been opened."""
    sign_in(client, reader)
    links, _more = tabs_on(markup(client.get(reverse("desk:person", args=[person.pk]))))
    found = [url for url, _mark in links]
    assert [url for url in found if client.get(url).status_code != 200] == []
    return found


def test_whoever_only_reads_is_offered_what_is_read(client, town, planned):
    opener = make_colleague("consultant", make_unit("labour_market", town.municipality))
    number = planned.person.numbers.get().number
    with as_(opener):
        people.open_in_emergency(number=number, reason="Står utan mat")
    found = offered_to(client, opener, planned.person)
    assert reverse("cases:journal", args=[planned.pk]) in found
    assert reverse("cases:meetings", args=[planned.pk]) not in found
    for name in ("stall", "assign"):
        assert reverse(f"cases:{name}", args=[planned.pk]) not in found
    assert reverse("outcomes:exit", args=[planned.pk]) not in found


def test_a_head_who_supervises_is_offered_no_page_that_answers_no(client, town, planned):
    head = make_colleague("head_of_unit", town.labour)
    with as_(head):
        cases.open_as_head(number=planned.number, reason="Klagomål från ombudet")
    found = offered_to(client, head, planned.person)
    assert reverse("plans:mapping", args=[planned.pk]) not in found, "a kartläggning is the case workers'"
    assert reverse("plans:plan", args=[planned.pk]) in found


def test_a_person_without_a_case_and_one_whose_case_is_closed(client, town, planned, today):
    person = make_person(town.ulla)
    assert offered_to(client, town.ulla, person)[0] == reverse("desk:person", args=[person.pk])
    with as_(town.jonna):
        record_exit(case=planned, day=today, today=today, reason="other", form="Flyttade")
    found = offered_to(client, town.jonna, planned.person)
    assert reverse("plans:plan", args=[planned.pk]) in found
    assert reverse("outcomes:exit", args=[planned.pk]) not in found
    assert reverse("plans:step", args=[planned.person_id]) not in found
