"""What waits for a person, on the person's own page: what the start page says, with the same doors."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.html import strip_tags

from trappan.assistance.operations import receive_application
from trappan.cases import operations as cases
from trappan.cases.models import HandOver, Meeting
from trappan.cases.testing import make_case
from trappan.desk.work import day_of
from trappan.desk.work.rows import person_url
from trappan.people import operations as people
from trappan.people.models import Person
from trappan.people.testing import make_person, test_number
from trappan.plans.testing import make_mapping
from trappan.schedules.clock import now
from trappan.staff.testing import as_, make_colleague
from trappan.testing import TODAY, markup, sign_in, text

pytestmark = pytest.mark.django_db


def page_of(client, reader, person):
    sign_in(client, reader)
    answer = client.get(reverse("desk:person", args=[person.pk]))
    assert answer.status_code == 200
    return markup(answer)


def doors(page):
    """Return the doors of what is to do: words and address; None where the page has no such list."""
    if 'id="h-todo"' not in page:
        return None
    shown = page[page.index('id="h-todo"') :].split("</section>")[0]
    links = re.findall(r'<a class="ds-button"[^>]*href="([^"]+)"[^>]*>([^<]+)</a>', shown)
    forms = re.findall(r'<form method="post" action="([^"]+)"', shown)
    return [(words.strip(), url) for url, words in links] + [("", url) for url in forms]


def test_everything_that_waits_on_the_start_page_waits_on_the_persons(client, world):
    person, actors = world
    met = 0
    for actor in ("consultant with the case", "social worker of the unit", "counsellor with the referral"):
        reader = actors[actor]
        with as_(reader) as acting:
            boxes = day_of(acting).boxes
        waits = {row.door_url for box in boxes for row in box.rows if row.url == person_url(person.pk)}
        handing = {url for url in waits if url.startswith("/hand-overs/")}
        shown = {url for _words, url in doors(page_of(client, reader, person))}
        assert waits - handing <= shown, actor
        met += len(waits - handing)
    assert met >= 3


def test_the_next_act_of_each_stage_stands_first_for_whoever_does_it(client, today):
    case = make_case()
    ulla, jonna = case.social_worker, case.responsible
    mapping, plan = (reverse(f"plans:{name}", args=[case.pk]) for name in ("mapping", "plan"))
    assert doors(page_of(client, jonna, case.person))[0] == ("Kartläggning", mapping)
    make_mapping(case)
    page = page_of(client, jonna, case.person)
    assert doors(page) == [("Gör en plan", plan)]
    assert page.index('id="h-todo"') < page.index('id="h-stair"'), "the act before the picture"
    assert doors(page_of(client, ulla, case.person)) == [], "a plan is the consultant's"
    assert "Inget väntar på dig" in text(client.get(reverse("desk:person", args=[case.person_id])))


def test_a_meeting_that_has_been_waits_for_whoever_held_it_and_for_nobody_else(client, today):
    case = make_case()
    with as_(case.responsible) as actor:
        meeting = cases.book_meeting(
            case=case, by=actor, starts_at=now() + timedelta(hours=3), minutes=30, how="visit", purpose="Hur går det?"
        )
        cases.book_meeting(
            case=case, by=actor, starts_at=now() + timedelta(days=4), minutes=30, how="visit", purpose="Nästa"
        )
    hour = timedelta(hours=1)
    Meeting.objects.filter(pk=meeting.pk).update(starts_at=now() - 3 * hour, ends_at=now() - 2 * hour)
    url = reverse("cases:meeting", args=[meeting.pk])
    assert ("Säg hur det blev", url) in doors(page_of(client, case.responsible, case.person))
    page = page_of(client, case.social_worker, case.person)
    assert url not in {url for _words, url in doors(page)}
    assert "Nästa möte" in page, "that there is one is told to both"
    assert "16 november 2026" in page


def test_a_person_without_a_case_waits_for_one_with_the_social_worker_alone(client, today):
    ulla = make_colleague("social_worker")
    person = make_person(ulla)
    with as_(ulla) as actor:
        receive_application(person=person, by=actor, received_on=TODAY, kind="new")
    assert doors(page_of(client, ulla, person)) == [("Öppna ärende", reverse("cases:open_case", args=[person.pk]))]


def test_whoever_only_reads_is_given_nothing_to_do(client, today):
    case = make_case()
    make_mapping(case)
    opener = make_colleague("consultant")
    number = test_number("19800101")
    known = make_person(case.social_worker, number=number)
    with as_(opener):
        people.open_in_emergency(number=number, reason="Står i receptionen utan mat")
    assert doors(page_of(client, opener, known)) is None
    other = make_colleague("consultant", case.unit)
    with as_(case.responsible):
        cases.receive(hand_over=HandOver.objects.get(case=case))
        cases.hand_over(case=case, to=other, note="Ska ringas på måndag")
    assert HandOver.objects.filter(receiver=other, answer="").exists()
    assert doors(page_of(client, other, case.person)) is None
    assert doors(page_of(client, case.responsible, case.person)) != []


def test_how_to_reach_somebody_stands_under_the_name_and_never_for_a_protected_person(client, today):
    case = make_case(languages=["arabiska"], interpreter=True)
    with as_(case.responsible):
        people.keep_contact(person=case.person, phone="070-1740605", email="samira@example.se")
    page = page_of(client, case.responsible, case.person)
    reach = page[page.index('class="reach"') :].split("</dl>")[0]
    said = " ".join(strip_tags(reach).split())
    for words in ("070-1740605", "samira@example.se", "arabiska, vill ha tolk", case.responsible.colleague.name):
        assert words in said
    assert page.index('class="reach"') < page.index('<nav class="sections')
    with as_(case.social_worker):
        people.protect(person=Person.objects.get(pk=case.person_id), protection="marked")
    page = page_of(client, case.responsible, case.person)
    assert "070-1740605" not in page
    assert "samira@example.se" not in page
    assert "Sekretessmarkering" in page
    assert "Visa personnumret" in page
