"""The employers as a list and a file: narrowed, sorted, the same for both, and few questions however many."""

from datetime import timedelta

import pytest
from django.urls import reverse

from trappan.employers import operations
from trappan.employers.models import Employer
from trappan.employers.testing import NUMBER, make_employer, make_officer, say
from trappan.history.models import Event
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import markup, sign_in
from trappan.ui.testing import sheet

pytestmark = pytest.mark.django_db
EMPLOYERS = "/employers/"


@pytest.fixture
def linnea(today):
    return make_officer()


@pytest.fixture
def three(linnea, today):
    kitchen = make_employer(linnea, name="Köket", organisation_number=NUMBER)
    park = make_employer(linnea, name="Parken", kind="department")
    agency = make_employer(linnea, name="Arbetsförmedlingen", kind="public", cooperates=True)
    with as_(linnea) as actor:
        operations.make_workplace(
            employer=kitchen, name="Hamngatan 9", branch="restaurant", languages=["arabiska"], size=12
        )
        operations.make_workplace(employer=park, name="Slottsparken", branch="garden")
        say(actor, park, next_step="Ringa", next_on=today - timedelta(days=2), held_on=today - timedelta(days=9))
        for _ask in range(4):
            say(actor, kitchen, asks=True)
        say(actor, agency, text="Om samråd")
    return kitchen, park, agency


def names(client, **asked):
    return [row.cells[0].words for row in client.get(EMPLOYERS, asked).context["listing"].rows]


def test_narrowed_by_name_workplace_number_kind_branch_language_part_and_standing(client, linnea, three):
    sign_in(client, linnea)
    assert names(client) == ["Arbetsförmedlingen", "Köket", "Parken"]
    for asked in (
        {"name": "hamng"},
        {"name": NUMBER},
        {"branch": "restaurant"},
        {"language": "Arabiska"},
        {"state": "asked"},
        {"kind": "company", "part": "employer"},
    ):
        assert names(client, **asked) == ["Köket"], asked
    assert names(client, part="cooperates") == ["Arbetsförmedlingen"]
    assert names(client, state="rests") == []
    assert client.get(EMPLOYERS, {"kind": "spindle"}).status_code == 400


def test_sorted_by_when_somebody_spoke_by_promise_and_by_how_often_asked(client, linnea, three):
    sign_in(client, linnea)
    assert names(client, sort="latest")[0] == "Parken"
    assert names(client, sort="promise")[0] == "Parken"
    assert names(client, sort="-asked")[0] == "Köket"
    page = markup(client.get(EMPLOYERS))
    assert "4 (högst 4)" in page
    assert linnea.colleague.name in page


def test_a_workplace_with_a_last_day_to_come_is_open_and_one_that_has_closed_is_not(client, linnea, three, today):
    kitchen, _park, _agency = three
    talk = reverse("employers:converse", args=[kitchen.pk])

    def closes(day):
        with as_(linnea):
            operations.close_workplace(workplace=kitchen.workplaces.get(), closed_on=day)
        branches = [row.cells[1].words for row in client.get(EMPLOYERS, {"name": "Köket"}).context["listing"].rows]
        beside = [one.name for one, _asked in client.get(talk).context["places"]]
        return names(client, branch="restaurant"), names(client, language="arabiska"), branches, beside

    sign_in(client, linnea)
    assert closes(today + timedelta(days=1)) == (["Köket"], ["Köket"], ["Restaurang och café"], ["Hamngatan 9"])
    assert closes(today) == ([], [], [""], [])


def test_the_file_says_the_same_and_is_in_the_log(client, linnea, three):
    sign_in(client, linnea)
    found = sheet(client.get(f"{EMPLOYERS}?file=xlsx&sort=-asked&name=k%C3%B6k").content)
    assert [(row[0], row[-1]) for row in found[1:]] == [("Köket, Företag", "4")]
    kept = Event.objects.get(verb="employers.export_employers")
    assert (kept.actor_id, kept.details["found"], kept.details["filters"]) == (linnea.pk, 1, {"name": "…"})
    sign_in(client, make_colleague("consultant", linnea.unit))
    assert client.get(f"{EMPLOYERS}?file=xlsx").status_code == 403


def test_few_questions_however_many(client, linnea, three, today, django_assert_max_num_queries):
    sign_in(client, linnea)
    client.get(EMPLOYERS)
    with django_assert_max_num_queries(16) as few:
        client.get(EMPLOYERS)
    with as_(linnea) as actor:
        for at in range(60):
            made = operations.make_employer(by=actor, name=f"Företag {at}", kind="company")
            place = operations.make_workplace(employer=made, name="Torget", branch="retail")
            say(actor, made, workplace=place, asks=True, next_step="Ringa", next_on=today)
    with django_assert_max_num_queries(len(few.captured_queries)):
        assert len(names(client)) == 50


def test_few_questions_on_the_page_of_one_with_much_said(client, linnea, today, django_assert_max_num_queries):
    made = make_employer(linnea)
    with as_(linnea) as actor:
        places = [operations.make_workplace(employer=made, name=f"Gata {at}") for at in range(8)]
        for at in range(30):
            vera = operations.make_contact(employer=made, name=f"Vera {at}")
            say(actor, made, contact=vera, workplace=places[at % 8], next_step="Ringa", next_on=today)
    sign_in(client, linnea)
    url = reverse("employers:employer", args=[made.pk])
    client.get(url)
    with django_assert_max_num_queries(21):
        answer = client.get(f"{url}?all")
    assert markup(answer).count("Ringde om hösten") == 30
    assert markup(client.get(url)).count("Ringde om hösten") == 10


def test_who_may_read_reads_and_writes_nothing_and_others_are_told_who_may(client, linnea, three):
    kitchen, _park, _agency = three
    page = reverse("employers:employer", args=[kitchen.pk])
    home = linnea.unit.organisation
    for role, kind in (("consultant", "labour_market"), ("head_of_unit", "social_service")):
        reader = make_colleague(role, make_unit(kind, home))
        sign_in(client, reader)
        assert "Skriv samtal" not in markup(client.get(page)), role
        sent = {"acting_as": reader.pk, "form": "end", "end-end_reason": "Slut"}
        assert client.post(page, sent).status_code == 403
        assert client.get(reverse("employers:converse", args=[kitchen.pk])).status_code == 403
    for role in ("supervisor", "site_leader", "social_worker", "counsellor", "administrator", "auditor"):
        sign_in(client, make_colleague(role, make_unit("site", home)))
        answer = client.get(page)
        assert answer.status_code == 403, role
        assert "arbetsgivarkonsulent" in markup(answer)
    sign_in(client, make_officer("Grannkommunen"))
    assert client.get(page).status_code == 404
    assert client.get(reverse("employers:employer", args=[10**9])).status_code == 404
    assert Employer.objects.get(pk=kitchen.pk).ended_on is None


def test_a_partners_own_head_reads_nothing(client, linnea, three):
    kitchen, _park, _agency = three
    partner = make_organisation("Stadsmissionen", kind="partner", basis="provider")
    sign_in(client, make_colleague("head_of_unit", make_unit("site", partner)))
    assert client.get(reverse("employers:employer", args=[kitchen.pk])).status_code == 404
    assert names(client) == []
