"""Proposals for jobs: in words to the team by the person's yes, answered one at a time, and never to an employer."""

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan import database
from trappan.activities.testing import make_activity
from trappan.employers.models import Opening
from trappan.employers.testing import make_department, make_officer, make_opening
from trappan.history.models import Event
from trappan.matching.models import AllocationRun, OpeningLine, OpeningRun, Proposal
from trappan.matching.operations import (
    accept_allocation,
    accept_opening,
    ask_person,
    decline_opening,
    withdraw_profile_consent,
)
from trappan.matching.testing import MONDAY, make_profile, make_ready, run_openings, wait_for_place
from trappan.placements.models import Placement
from trappan.refusals import Refused
from trappan.rules.testing import make_concept
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import markup, sign_in, text

pytestmark = pytest.mark.django_db
PAGE = "matching:opening_allocations"


@pytest.fixture
def linnea(today):
    return make_officer()


@pytest.fixture
def town(linnea):
    return linnea.unit.organisation


@pytest.fixture
def cook(today):
    return make_concept("Köksbiträde", group=make_concept("Köksbiträden", kind="group", code="9412"))


@pytest.fixture
def opening(linnea, cook):
    return make_opening(linnea, title="Skolkök", occupation=cook, week="mån 9-15")


@pytest.fixture
def two(town, linnea, cook, opening):
    """Two on Linnea's list: who has been ready longer is proposed the one opening there is."""
    searches = [make_ready(linnea, cook, days=days) for days in (100, 3)]
    made = run_openings(town)
    return [made.lines.get(search=search) for search in searches]


def look(client, who, line=None):
    sign_in(client, who)
    return client.get(reverse("matching:opening_allocation", args=[line.pk]) if line else reverse(PAGE))


def answer(client, line, who, form, **typed):
    sign_in(client, who)
    address = reverse("matching:opening_allocation", args=[line.pk])
    return client.post(address, {"acting_as": who.pk, "form": form, **typed})


@pytest.mark.requirement("R-014", "R-141")
def test_a_line_says_why_this_opening_and_why_nothing(client, two, linnea, opening, django_assert_max_num_queries):
    sign_in(client, linnea)
    with django_assert_max_num_queries(12):
        page = text(client.get(reverse(PAGE)))
    for said in (
        "Som önskat: Köksbiträde.",
        "Redo sedan 4 augusti 2026 (100 dagar).",
        "1 öppning av det slag som önskas är möjlig, men full.",
        f"Skolkök, {opening.employer.name} (som önskat) är full: 1 har väntat längre.",
        "På listan och inte tillfrågade om något: visas inte.",
    ):
        assert said in page, said
    assert Event.objects.filter(verb="matching.see_opening_allocations", details__found=2).exists()
    page = text(look(client, linnea, two[0]))
    for said in ("Köksbiträde, som önskat", "Tiderna går: mån 9–15", "Fråga personen"):
        assert said in page, said
    assert "kartläggning" not in page.lower()


def test_taken_up_the_person_is_asked_first_as_about_every_opening(client, two, linnea, opening):
    line = two[0]
    assert answer(client, line, linnea, "accept").status_code == 302
    proposal = Proposal.objects.get()
    assert (proposal.search, proposal.opening, proposal.willing, proposal.sent_at) == (line.search, opening, None, None)
    line.refresh_from_db()
    assert (line.answer, line.author) == ("accepted", linnea)
    assert "Personen är tillfrågad" in text(look(client, linnea))
    with as_(linnea), pytest.raises(Refused):
        decline_opening(line=line, reason="Ångrar mig")


def test_another_is_looked_for_or_it_is_declined_with_a_reason(client, two, linnea):
    line = two[0]
    assert answer(client, line, linnea, "change", **{"change-reason": " "}).status_code == 422
    done = answer(client, line, linnea, "change", **{"change-reason": "Vill börja senare"})
    assert done.url == reverse("matching:find_work", args=[line.person_id])
    line.refresh_from_db()
    assert (line.answer, line.reason) == ("changed", "Vill börja senare")


@pytest.mark.parametrize("happened", ["closed", "asked", "unsaid"])
def test_what_has_happened_since_is_said_and_there_is_nothing_to_answer(client, two, linnea, cook, opening, happened):
    line = two[0]
    if happened == "closed":
        Opening.objects.filter(pk=opening.pk).update(closed_on=MONDAY.replace(day=1), close_reason="Ångrat")
    elif happened == "asked":
        other = make_opening(linnea, occupation=cook)
        with as_(linnea) as actor:
            ask_person(search=line.search, opening=other, today=actor.today)
    else:
        make_profile(line.search.case.responsible, line.person, wishes=[make_concept("Snickare").pk])
    said = {
        "closed": "Öppningen har stängts eller fyllts sedan det räknades fram.",
        "asked": "Personen är redan tillfrågad om en öppning sedan det räknades fram.",
        "unsaid": "Personen önskar inte sådant arbete längre, eller vill inte att det berättas.",
    }
    page = look(client, linnea, line)
    assert said[happened] in text(page)
    assert 'value="accept"' not in markup(page)
    if happened == "unsaid":
        assert "Snickare" not in text(page), "said since the yes"
        return
    with as_(linnea) as actor, pytest.raises(Refused):
        accept_opening(line=OpeningLine.objects.get(pk=line.pk), today=actor.today)
    line.refresh_from_db()
    assert line.answer == ""


@pytest.mark.requirement("R-123")
def test_a_yes_that_is_withdrawn_closes_the_line_to_the_team_at_once(client, two, linnea):
    line = two[0]
    with as_(line.search.case.responsible) as actor:
        yes = line.person.profile_consents.get(audience="team")
        withdraw_profile_consent(consent=yes, today=actor.today)
    assert look(client, linnea, line).status_code == 404
    assert reverse("matching:work", args=[line.person_id]) not in markup(look(client, linnea))
    with as_(linnea):
        assert list(OpeningLine.objects.all()) == [two[1]]
    with as_(linnea) as actor, pytest.raises(Refused):
        accept_opening(line=line, today=actor.today)
    assert "står inte på arbetsgivarteamets lista längre" in text(look(client, line.search.case.responsible, line))


def test_who_lets_the_team_know_no_wishes_any_more_has_no_line_for_it(client, two, linnea):
    """The opening itself would tell what was asked for."""
    database.execute("UPDATE matching_profileconsent SET parts = '{hours}' WHERE person_id = %s", [two[0].person_id])
    with as_(linnea):
        assert list(OpeningLine.objects.all()) == [two[1]]
    assert look(client, linnea, two[0]).status_code == 404


def test_a_yes_that_was_said_anew_since_tells_nothing_of_what_the_old_one_told(client, two, linnea):
    """What is told now may be less: a line is read by the yes that it was reckoned by."""
    database.execute(
        "UPDATE matching_profileconsent SET at = at + interval '1 day' WHERE person_id = %s", [two[0].person_id]
    )
    with as_(linnea):
        assert list(OpeningLine.objects.all()) == [two[1]]
    assert look(client, linnea, two[0]).status_code == 404


def test_a_line_of_an_earlier_run_is_not_answered(two, linnea, town):
    run_openings(town)
    with as_(linnea) as actor, pytest.raises(Refused):
        accept_opening(line=two[0], today=actor.today)


def test_the_consultant_of_the_person_reads_the_line_and_answers_nothing(client, two, linnea):
    line = two[0]
    consultant = line.search.case.responsible
    page = look(client, consultant, line)
    assert "Som önskat" in text(page)
    assert 'value="accept"' not in markup(page)
    assert answer(client, line, consultant, "accept").status_code == 403
    with as_(consultant) as actor:
        assert not database.execute("UPDATE matching_openingline SET answer = 'declined', reason = 'Smyg'")
        with pytest.raises(Refused):
            accept_opening(line=line, today=actor.today)
    assert Proposal.objects.count() == 0


def test_a_head_reads_counts_and_nobody_else_reads_anything(client, two, linnea, town, cook):
    """The same right on somebody else: another team, an employer, a site, a board, another municipality."""
    line = two[0]
    head = make_colleague("head_of_unit", line.search.case.unit)
    page = text(look(client, head))
    assert "Öppningar som erbjuds: 1" in page
    assert line.person.name not in page
    assert look(client, head, line).status_code == 403
    site = make_unit("site", town)
    make_department(linnea, site)
    other_team = make_colleague("employer_officer", make_unit("employer_team", town))
    abroad = make_officer("Grannkommunen")
    consultant = make_colleague("consultant", make_unit("labour_market", town))
    manager, supervisor = make_colleague("host_manager", site), make_colleague("supervisor", site)
    social = make_colleague("social_worker", line.search.case.unit)
    for who in (head, other_team, abroad, consultant, manager, supervisor, social):
        with as_(who):
            assert not OpeningLine.objects.exists(), who.role
    for who in (other_team, abroad, consultant):
        assert look(client, who, line).status_code == 404
        assert line.person.name not in text(look(client, who))
    for who in (manager, supervisor, social):
        assert look(client, who, line).status_code == 403
        assert look(client, who).status_code == 403
    for who in (abroad, manager, supervisor, social):
        with as_(who):
            assert not OpeningRun.objects.exists(), "an employer never sees a queue, nor that there is one"
    with as_(linnea):
        assert not AllocationRun.objects.exists(), "how it went with places is not the team's"
    with as_(linnea), pytest.raises(DatabaseError), transaction.atomic():
        database.execute("UPDATE matching_openingline SET waits_since = waits_since - 9")


@pytest.fixture
def both(town, linnea, cook, opening):
    """Somebody who is proposed a place and an opening at the same times, and somebody at others."""
    make_activity("Odlingen", make_unit("site", town), branch="garden", places=2)
    make_opening(linnea, title="Annat", occupation=cook, week="ons 9-12")
    jonna = make_colleague("consultant", make_unit("labour_market", make_organisation("Provkommunen")))
    cases = [wait_for_place(consultant=jonna, days=days) for days in (100, 3)]
    searches = [make_ready(linnea, cook, case=case, days=days) for case, days in zip(cases, (100, 3), strict=True)]
    made = run_openings(town)
    lines = {line.opening.title: line for line in made.lines.filter(search__in=searches)}
    return jonna, lines["Skolkök"], lines["Annat"]


def test_a_place_and_an_opening_may_both_stand_and_what_meets_is_told_to_the_consultant_alone(client, both, linnea):
    jonna, meets, apart = both
    said = "Vid några av tiderna föreslås också en plats: Odlingen, mån, tors 9–12."
    assert said in text(look(client, jonna, meets))
    assert "föreslås också en plats" not in text(look(client, jonna, apart))
    page = text(look(client, linnea, meets))
    assert "Odlingen" not in page
    assert "föreslås också" not in page


def test_once_asked_work_at_the_same_times_comes_before_the_place_and_other_times_do_not(client, both, linnea):
    jonna, meets, apart = both
    with as_(linnea) as actor:
        for line in (meets, apart):
            accept_opening(line=line, today=actor.today)
    places = {line.person_id: line for line in AllocationRun.objects.get().lines.select_related("run", "activity")}
    sign_in(client, jonna)
    address = reverse("matching:allocation", args=[places[meets.person_id].pk])
    assert "Personen är tillfrågad om arbete vid några av tiderna" in text(client.get(address))
    with as_(jonna), pytest.raises(Refused, match="arbete"):
        accept_allocation(line=places[meets.person_id], aim="Prova odling")
    with as_(jonna):
        accept_allocation(line=places[apart.person_id], aim="Prova odling")
    assert Placement.objects.get().person_id == apart.person_id
