"""The municipality's own words: from a day, on the pages and papers where they stand, and written by one role."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from trappan.refusals import Overtaken, Refused
from trappan.refusals.editions import edition_of
from trappan.rules import operations
from trappan.rules.models import MunicipalText
from trappan.rules.texts import text_on
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import at_the_same_moment, by, sign_in

pytestmark = pytest.mark.django_db
Kind = MunicipalText.Kind


@pytest.fixture
def sture():
    return make_colleague("administrator")


def write(by, kind, text, day):
    edition = edition_of(operations.text_as_saved(kind, by.organisation_id))
    return operations.write_text(kind=kind, by=by, text=text, starts_on=day, edition=edition)


def test_words_apply_from_their_day_and_those_before_stay(sture, today):
    with as_(sture) as actor:
        write(actor, Kind.APPEAL, "Box 1", today)
        write(actor, Kind.APPEAL, "Box 2", today + timedelta(days=5))
        write(actor, Kind.APPEAL, "Box 3", today + timedelta(days=5))
    days = [today - timedelta(days=1), today, today + timedelta(days=4), today + timedelta(days=5)]
    assert [text_on(Kind.APPEAL, day, sture.unit.organisation_id) for day in days] == ["", "Box 1", "Box 1", "Box 3"]


def test_a_day_that_has_passed_keeps_its_words(sture, today):
    with as_(sture) as actor, pytest.raises(Refused, match="i dag") as no:
        write(actor, Kind.APPEAL, "Box 1", today - timedelta(days=1))
    assert no.value.field == "starts_on"


def test_how_to_reach_us_and_where_to_complain_are_read_by_everybody(client, sture, today):
    with as_(sture) as actor:
        write(actor, Kind.CONTACT, "Kontaktcenter 010-111 22 33", today)
        write(actor, Kind.COMPLAINT, "Klagomål lämnas till nämnden.", today)
    page = client.get(reverse("desk:personal_data")).content.decode()
    assert "Kontaktcenter 010-111 22 33" in page
    assert "Klagomål lämnas till nämnden." in page
    assert "Kontaktcenter" in client.get(reverse("desk:accessibility")).content.decode()


class TestSeveralMunicipalities:
    """They share a house, and neither reads nor writes what the other says of itself."""

    @pytest.fixture
    def stranger(self, today):
        """The administrator of another municipality, with the same right there."""
        return make_colleague("administrator", make_unit("management", make_organisation("Grankulla kommun")))

    def test_each_writes_its_own_and_neither_takes_the_others_place(self, sture, stranger, client, today):
        with as_(sture) as actor:
            write(actor, Kind.APPEAL, "Box 1", today)
        with as_(stranger) as actor:
            write(actor, Kind.APPEAL, "Box 2", today)
        theirs, ours = stranger.unit.organisation_id, sture.unit.organisation_id
        assert [text_on(Kind.APPEAL, today, one) for one in (ours, theirs)] == ["Box 1", "Box 2"]
        sign_in(client, stranger)
        page = client.get(reverse("rules:texts")).content.decode()
        assert "Box 2" in page
        assert "Box 1" not in page
        with as_(make_colleague("consultant", sture.unit)) as actor, pytest.raises(Refused):
            write(actor, Kind.APPEAL, "Box 3", today)

    def test_before_sign_in_only_the_words_of_one_that_is_alone_are_told(self, sture, stranger, client, today):
        with as_(sture) as actor:
            write(actor, Kind.CONTACT, "Ring Provkommunen", today)
        assert "Ring Provkommunen" in client.get(reverse("desk:accessibility")).content.decode()
        with as_(stranger) as actor:
            write(actor, Kind.CONTACT, "Ring Grankulla", today)
        page = client.get(reverse("desk:accessibility")).content.decode()
        assert "Ring " not in page, "nobody knows whose reader it is"

    def test_what_was_everybodys_is_so_until_one_writes_its_own(self, sture, stranger, today):
        MunicipalText.objects.create(kind=Kind.PAPER, starts_on=today, text="Allas")
        with as_(sture) as actor:
            assert operations.text_as_saved(Kind.PAPER, actor.organisation_id)["text"] == "Allas"
            write(actor, Kind.PAPER, "Våra", today)
        found = [text_on(Kind.PAPER, today, one.unit.organisation_id) for one in (sture, stranger)]
        assert found == ["Våra", "Allas"]


class TestWhoMay:
    """In SQL as the app role: only an administrator, and only through the function."""

    @pytest.mark.parametrize("role", ["head_of_unit", "consultant", "social_worker", "site_leader", "auditor"])
    def test_others_write_none(self, role, today):
        with as_(make_colleague(role)) as actor, pytest.raises(Refused, match="systemförvaltare"):
            write(actor, Kind.PAPER, "x", today)

    def test_an_administrator_writes_no_table(self, sture):
        with as_(sture), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            connection.cursor().execute(
                "INSERT INTO rules_municipaltext (kind, starts_on, text) VALUES ('a', now(), '')"
            )


class TestPage:
    """Each kind with its words and days; written at its own form."""

    def test_it_is_written_on_the_page(self, client, sture, today, django_assert_max_num_queries):
        sign_in(client, sture)
        sent = {"form": "write", "row": 3, "acting_as": sture.pk}
        sent |= {"write-3-text": "Socialtjänsten, Box 9", "write-3-starts_on": str(today)}
        assert client.post(reverse("rules:texts"), sent).status_code == 302
        assert text_on(Kind.APPEAL, today, sture.unit.organisation_id) == "Socialtjänsten, Box 9"
        late = client.post(reverse("rules:texts"), {**sent, "write-3-text": "Box 10"})
        assert late.status_code == 422
        assert "Någon annan har sparat" in late.content.decode()
        with django_assert_max_num_queries(12):
            assert "Box 9" in client.get(reverse("rules:texts")).content.decode()

    @pytest.mark.parametrize(("field", "typed"), [("text", "Ring om 19900101-1234"), ("starts_on", "1066-01-01")])
    def test_bad_words_and_days_are_told_at_their_field(self, client, sture, today, field, typed):
        sign_in(client, sture)
        sent = {"form": "write", "row": 1, "acting_as": sture.pk}
        sent |= {"write-1-text": "Ring oss", "write-1-starts_on": str(today), f"write-1-{field}": typed}
        answer = client.post(reverse("rules:texts"), sent)
        assert answer.status_code == 422
        assert list(answer.context["acts"]["write-1"].bound.errors) == [field]

    def test_colleagues_read_and_write_none(self, client, today):
        sign_in(client, make_colleague("consultant"))
        page = client.get(reverse("rules:texts")).content.decode()
        assert "Hit skickas ett överklagande" in page
        assert "write-3-text" not in page


@pytest.mark.django_db(transaction=True)
def test_of_two_who_write_at_once_one_is_told(sture, today):
    other = make_colleague("administrator", sture.unit)
    told = at_the_same_moment(*(by(who, lambda actor: write(actor, Kind.PAPER, "x", today)) for who in (sture, other)))
    assert sum(isinstance(one, Overtaken) for one in told) == 1
