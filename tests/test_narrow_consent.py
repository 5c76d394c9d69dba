"""The person shares less at once: what rested on the parts that are gone ends; more is a new yes."""

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan import database
from trappan.cases.testing import consultant_of, make_case
from trappan.history.models import Event, Version
from trappan.people import operations
from trappan.people.forms import NarrowForm
from trappan.people.models import Consent, Grant
from trappan.refusals import Overtaken, Refused
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import TODAY, sign_in, text

pytestmark = pytest.mark.django_db
ALL = ["placement", "goals", "attendance"]


@pytest.fixture
def case(today):
    return make_case()


@pytest.fixture
def navet(case):
    return make_organisation("Föreningen Navet", kind="association", basis="cooperation")


@pytest.fixture
def consent(case, navet):
    about = {"parts": ALL, "given_how": "paper", "starts_on": TODAY}
    with as_(consultant_of(case)):
        return operations.give_consent(person=case.person, organisation=navet, **about)


@pytest.fixture
def workplace(case, navet, consent):
    """The partner's workplace, let in by a placement that rests on the consent."""
    unit = make_unit("site", navet)
    Grant.objects.create(person=case.person, unit=unit, scope="activity", basis="placement")
    return make_colleague("supervisor", unit)


def narrow(consent, parts, **edition):
    edition = edition or {"edition": NarrowForm.begun(Consent.objects.get(pk=consent.pk))["edition"]}
    operations.narrow_consent(consent=consent, parts=parts, **edition)


def consents(who, case, part):
    with as_(who):
        return database.value("people_consents_here", case.person_id, part)


def test_on_its_page_a_part_goes_and_what_it_opened_is_out_of_sight_at_once(client, case, consent, workplace):
    jonna = consultant_of(case)
    assert consents(workplace, case, "goals")
    sign_in(client, jonna)
    listed = text(client.get(reverse("people:consent", args=[case.person_id])))
    assert "Delmål och steg" in listed
    page = reverse("people:narrow", args=[consent.pk])
    edition = client.get(page).context["form"]["edition"].value()
    sent = {"acting_as": jonna.pk, "parts": ["placement", "attendance"], "edition": edition}
    assert client.post(page, sent).status_code == 302
    assert not consents(workplace, case, "goals")
    assert consents(workplace, case, "attendance")
    assert Version.objects.get(of_table="people_consent").was["parts"] == ALL, "what it named is kept"
    assert Event.objects.get(verb="people.narrow_consent").person_id == case.person_id


def test_without_the_placement_what_rested_on_it_ends(case, consent, workplace):
    with as_(consultant_of(case)):
        narrow(consent, ["placement", "goals"])
    assert Grant.objects.get(basis="placement").ends_at is None
    with as_(consultant_of(case)):
        narrow(consent, ["goals"])
    assert Grant.objects.get(basis="placement").ends_at is not None


@pytest.mark.parametrize("parts", [[*ALL, "adaptation"], ["adaptation"], ALL, []])
def test_more_other_the_same_and_none_are_no_narrowing(client, case, consent, parts):
    with as_(consultant_of(case)), pytest.raises(Refused):
        narrow(consent, parts)
    sign_in(client, consultant_of(case))
    page = reverse("people:narrow", args=[consent.pk])
    edition = client.get(page).context["form"]["edition"].value()
    answer = client.post(page, {"acting_as": consultant_of(case).pk, "parts": parts, "edition": edition})
    assert (answer.status_code, bool(answer.context["form"].errors["parts"])) == (422, True)
    assert Consent.objects.get().parts == ALL


def test_a_withdrawn_one_and_an_overtaken_edition_stay(client, case, consent):
    with as_(consultant_of(case)):
        with pytest.raises(Overtaken):
            narrow(consent, ["goals"], edition="0")
        operations.withdraw_consent(consent=consent, on=TODAY)
        with pytest.raises(Refused, match="som gäller"):
            narrow(consent, ["goals"])
    sign_in(client, consultant_of(case))
    assert client.get(reverse("people:narrow", args=[consent.pk])).status_code == 404


def test_who_works_with_somebody_else_narrows_nothing(client, consent):
    other = consultant_of(make_case())
    with as_(other):
        with pytest.raises(Refused):
            narrow(consent, ["goals"], edition=NarrowForm.begun(consent)["edition"])
        assert Consent.objects.filter(pk=consent.pk).update(parts=["goals"]) == 0
    sign_in(client, other)
    assert client.get(reverse("people:narrow", args=[consent.pk])).status_code == 404


def test_in_sql_nobody_widens_it(case, consent):
    with as_(consultant_of(case)), pytest.raises(DatabaseError, match="narrows"), transaction.atomic():
        Consent.objects.update(parts=[*ALL, "adaptation"])
