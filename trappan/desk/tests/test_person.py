"""The person's page: one file, of which each colleague is shown what their role may read."""

from datetime import date

import pytest
from django.urls import reverse

from trappan.activities.testing import make_activity
from trappan.assistance.operations import receive_application
from trappan.cases.testing import make_case
from trappan.people.testing import make_person
from trappan.placements.testing import accept, offer
from trappan.plans import operations as plans
from trappan.plans.models import LadderStep
from trappan.plans.testing import make_mapping
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import TODAY, markup, sign_in

pytestmark = pytest.mark.django_db


def happened(client, reader, person):
    """Return the sentences of what has happened, as a colleague reads them on the page, with who did it."""
    sign_in(client, reader)
    page = markup(client.get(reverse("desk:person", args=[person.pk])))
    return page[page.index("Det här har hänt") :].split("</section>")[0]


@pytest.mark.requirement("R-019")
def test_all_around_a_person_follow_the_same_way_each_as_far_as_the_role_reaches(client, today):
    ulla = make_colleague("social_worker", make_unit("social_service"), name="Ulla Provstedt")
    jonna = make_colleague("consultant", name="Jonna Mallgren")
    person = make_person(ulla)
    with as_(ulla) as actor:
        receive_application(person=person, by=actor, received_on=TODAY, kind="new")
    case = make_case(social_worker=ulla, consultant=jonna, person=person)
    make_mapping(case)
    cafe = make_activity("Café")
    tor = make_colleague("supervisor", cafe.unit, name="Tor Låtsberg")
    accept(offer(case, cafe))
    with as_(jonna) as actor:
        first = LadderStep.objects.get(ladder__is_main=True, number=1)
        plans.move_step(person=person, step=first, day=TODAY, today=actor.today, evidence="Kom i tid")
    ways = {reader: happened(client, reader, person) for reader in (ulla, jonna, tor)}
    for said, readers in (
        ("Ansökan mottagen", {ulla}),
        ("Kartläggning skriven", {ulla, jonna}),
        ("Kom till steg 1", {ulla, jonna}),
        ("Arbetsplatsen tackade ja", {ulla, jonna, tor}),
        ("Introducerad på arbetsplatsen", {ulla, jonna, tor}),
    ):
        assert {reader for reader, way in ways.items() if said in way} == readers, said
    for name in ("Ulla Provstedt", "Jonna Mallgren", "Tor Låtsberg"):
        assert name in ways[ulla], "who did it is told too"
    sign_in(client, make_colleague("consultant", jonna.unit))
    assert client.get(reverse("desk:person", args=[person.pk])).status_code == 404


@pytest.mark.requirement("R-185")
def test_a_way_of_years_is_drawn_and_told_with_its_years(client, today):
    case = make_case()
    with as_(case.responsible) as actor:
        for number, day in ((1, date(2024, 5, 10)), (2, date(2024, 9, 2)), (3, date(2026, 3, 9))):
            step = LadderStep.objects.get(ladder__is_main=True, number=number)
            plans.move_step(person=case.person, step=step, day=day, today=actor.today, evidence=f"Sett {number}")
    sign_in(client, case.responsible)
    page = markup(client.get(reverse("desk:person", args=[case.person_id]))).replace("\u00a0", " ")
    assert "Steg 3 av 6" in page
    in_words = page[page.index('<details class="ds-details"') :].split("</details>")[0]
    told = [in_words.index(day) for day in ("9 mars 2026", "2 september 2024", "10 maj 2024")]
    assert told == sorted(told), "the latest first, and none is forgotten"
    for span in ("maj–sep 2024", "sep 2024–mar 2026", "mar 2026–"):
        assert span in page, span


def test_what_a_person_can_and_wishes_and_whom_to_ring_stand_beside_the_way(client, today):
    case = make_case()
    make_mapping(case, strengths="Van vid storkök", branch_wish=["wood"])
    cafe = make_activity("Café", contact="Tor i köket", phone="08-465 004 07")
    tor = make_colleague("supervisor", cafe.unit)
    accept(offer(case, cafe))
    case.responsible.colleague.phone = "08-465 004 08"
    case.responsible.colleague.save(update_fields=["phone"])

    def beside(reader):
        sign_in(client, reader)
        return markup(client.get(reverse("desk:person", args=[case.person_id]))).partition("<aside")[2]

    shown = beside(case.responsible)
    for words in (
        "Van vid storkök",
        "Vill arbeta med",
        "Snickeri",
        "Tor i köket",
        "tel:08-465",
        "004%2007",
        "004%2008",
    ):
        assert words in shown, words
    assert "Van vid storkök" not in beside(tor), "what is said in the kartläggning stays with the plan's colleagues"
