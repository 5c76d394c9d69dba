"""The employer team prepares an agreement with the employer and follows it, by the person's yes."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan import database
from trappan.agreements.models import Agreement, Link, Prepared, Signature, Version
from trappan.agreements.operations import prepare_agreement
from trappan.agreements.testing import make_agreement, order, sign_all
from trappan.employers import operations as employers
from trappan.employers.models import Workplace
from trappan.employers.testing import make_opening
from trappan.matching import operations
from trappan.matching.models import ProfileConsent
from trappan.matching.testing import consent_to_team, make_search
from trappan.matching.tests.test_placement import WEEK, accepted, place
from trappan.placements.models import Placement
from trappan.refusals import Refused
from trappan.staff.testing import as_, make_unit
from trappan.testing import TODAY, markup, sign_in

pytestmark = pytest.mark.django_db
ENDS_ON = TODAY + timedelta(days=60)
SETTLED = {"tasks": "Disk och sallad", "supervisor": "Vera Diktare", "employer_promises": "Skor", "pay": ""}


@pytest.fixture
def yes(handed):
    """An employer's yes to Linnea's proposal, at a workplace with somebody to sign."""
    make_unit("site", handed.town.municipality, parent=handed.team)
    handed.opening = make_opening(handed.linnea, kind="work_trial", title="Köksbiträde", week=WEEK, tasks="Disk")
    handed.proposal = accepted(handed, handed.opening)
    return handed


def prepare(who, yes, **settled):
    with as_(who) as actor:
        edition = settled.pop("edition", "")
        said = {**SETTLED, **settled}
        return prepare_agreement(person=yes.person, opening=yes.opening, by=actor, edition=edition, **said)


def at_work(yes, placement=None):
    """Place the person, and let the consultant write the agreement."""
    placement = placement or place(yes, yes.proposal)
    with as_(yes.linnea):
        street = employers.make_workplace(employer=yes.opening.employer, name="Storgatan 1")
        vera = employers.make_contact(employer=yes.opening.employer, name="Vera Diktare", email="vera@koket.example")
    return make_agreement(yes.jonna, placement, (street, vera), aim="Prova köket efter sjukdom", ends_on=ENDS_ON)


@pytest.mark.requirement("R-147")
def test_the_team_prepares_the_consultant_begins_from_it_and_the_team_follows(yes, client):
    page = reverse("matching:proposal", args=[yes.person.pk, yes.proposal.pk])
    sign_in(client, yes.linnea)
    assert "Förbered avtalet med arbetsgivaren" in markup(client.get(page))
    typed = {f"prepare-{name}": words for name, words in SETTLED.items()}
    sent = {"acting_as": yes.linnea.pk, "form": "prepare", **typed}
    assert client.post(page, sent).status_code == 302
    again = client.post(page, {**sent, "prepare-pay": "Ingen lön"})
    assert again.status_code == 422, "the edition before the first saving"
    placement = place(yes, yes.proposal)
    sign_in(client, yes.jonna)
    shown = markup(client.get(reverse("agreements:write", args=[placement.pk])))
    assert "Disk och sallad" in shown
    assert f"{yes.linnea.colleague.name}, {yes.team.name}, har förberett det" in shown
    agreement = at_work(yes, placement)
    sign_in(client, yes.linnea)
    shown = markup(client.get(page))
    assert "Väntar på underskrifter" in shown
    assert "har ingen länk som öppnar" in shown
    assert "efter sjukdom" not in shown
    assert "Spara det ni kommit överens om" not in shown, "the consultant's from here"
    sign_all(yes.jonna, agreement)
    assert "Underskrivet av alla tre" in markup(client.get(page))


def test_the_team_reads_neither_the_text_nor_the_placement_in_sql(yes):
    agreement = at_work(yes)
    order(yes.jonna, agreement)
    with as_(yes.linnea):
        for closed in (Agreement, Version, Signature, Link, Placement):
            assert not closed.objects.exists(), closed
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            Agreement.objects.create(
                person_id=yes.person.pk,
                placement_id=agreement.placement_id,
                workplace=Workplace.objects.first(),
                contact_id=agreement.contact_id,
                keeper_id=yes.linnea.pk,
            )
        assert database.row("matching_agreement", yes.proposal.pk).signed == []


def test_an_officer_of_another_team_is_refused_by_the_database_also_with_a_yes_of_its_own(yes, client):
    """Neither read, nor written, nor followed; and the first team, whose yes is taken back, follows no more."""
    prepare(yes.linnea, yes)
    at_work(yes)
    with as_(yes.olle), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        Prepared.objects.create(person_id=yes.person.pk, opening=yes.opening, unit=yes.others)
    with as_(yes.linnea) as actor:
        operations.withdraw_profile_consent(
            consent=ProfileConsent.objects.standing().get(audience="team"), today=actor.today
        )
        assert not Prepared.objects.exists()
        assert database.row("matching_agreement", yes.proposal.pk) is None
    consent_to_team(yes.jonna, yes.person, yes.others)
    make_search(yes.jonna, yes.case, yes.others)
    other = make_opening(yes.linnea)
    with as_(yes.olle):
        assert not Prepared.objects.exists()
        assert not database.execute("UPDATE agreements_prepared SET pay = 'Smyg'")
        assert database.row("matching_agreement", yes.proposal.pk) is None
        with pytest.raises(DatabaseError, match="no yes"), transaction.atomic():
            Prepared.objects.create(person_id=yes.person.pk, opening=yes.opening, unit=yes.others)
        for opening in (yes.opening, other):  # one answer, whatever another team has
            with pytest.raises(DatabaseError, match="no yes"), transaction.atomic():
                Prepared.objects.create(person_id=yes.person.pk, opening=opening, unit=yes.team)
    with pytest.raises(Refused, match="ja till ert förslag"):
        prepare(yes.olle, yes)
    with as_(yes.jonna):
        assert Prepared.objects.get().tasks == SETTLED["tasks"]
        assert not database.execute("UPDATE agreements_prepared SET pay = 'Smyg'"), "the team's to change"
    sign_in(client, yes.olle)
    assert client.get(reverse("matching:proposal", args=[yes.person.pk, yes.proposal.pk])).status_code == 404
