"""Following along after the start: on the person's and the employer's rhythm, and as promised."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from trappan import database
from trappan.agreements import operations
from trappan.agreements.models import Agreement, AlongContact
from trappan.agreements.testing import sign_all
from trappan.cases.testing import social_worker_of
from trappan.employers import operations as employers
from trappan.people.operations import protect
from trappan.refusals import Refused
from trappan.schedules.testing import set_today
from trappan.staff.models import Membership
from trappan.staff.testing import as_, make_colleague
from trappan.testing import TODAY, sign_in, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed(jonna, agreement):
    sign_all(jonna, agreement)
    return Agreement.objects.select_related("placement", "workplace__employer").get(pk=agreement.pk)


def after(days):
    return TODAY + timedelta(days=days)


def due(by, agreement):
    """Return when somebody is to speak with each, in days from the start, and whether that was promised."""
    with as_(by):
        rows = database.rows("agreements_along", [agreement.person_id])
        return {one.with_whom: ((one.due - TODAY).days, one.promised) for one in rows}


def spoke(by, agreement, with_whom="person", **about):
    about = {"day": database.value("today"), "way": "phone", "text": "Trivs", **about}
    with as_(by) as actor:
        return operations.speak_along(agreement=agreement, by=actor, with_whom=with_whom, **about)


@pytest.mark.requirement("R-105")
@pytest.mark.requirement("R-245")
def test_both_are_spoken_with_on_their_rhythm_and_as_promised(client, jonna, signed):
    assert due(jonna, signed) == {"person": (14, False), "employer": (28, False)}
    set_today(after(8))
    spoke(jonna, signed, next_on=after(11))
    spoke(jonna, signed, "employer")
    assert due(jonna, signed) == {"person": (11, True), "employer": (36, False)}
    sign_in(client, jonna)
    page = f"/agreements/{signed.pk}/along/"
    typed = {"rhythm-person_days": "5", "rhythm-employer_days": "", "rhythm-edition": ""}
    client.post(page, {"acting_as": jonna.pk, "form": "rhythm", **typed})
    set_today(after(11))
    spoke(jonna, signed)
    assert due(jonna, signed)["person"] == (16, False)
    assert "Fråga hur det går på arbetsplatsen" in text(client.get("/"))
    set_today(after(17))
    shown = text(client.get(page))
    assert "Skulle ha varit 28 november 2026" in shown
    assert "Trivs" in shown


def test_what_the_employer_team_writes_of_a_talk_counts_and_the_team_reads_no_name(client, jonna, at, signed):
    linnea = Membership.objects.get(role="employer_officer")
    set_today(after(25))
    sign_in(client, linnea)
    asks = f"Fråga {at[0].name} hur det går för den som är placerad där"
    page = text(client.get("/"))
    assert asks in page
    assert "Sagosson" not in page
    asked = {"text": "Vi vill ha fler platser", "asks": True}, {"text": "Det går bra", "asks": False}
    for about, waits in zip(asked, (True, False), strict=True):
        with as_(linnea) as actor:
            employers.converse(
                employer=at[0].employer,
                by=actor,
                held_on=after(25),
                way="phone",
                workplace=at[0],
                contact=None,
                **about,
            )
        assert (asks in text(client.get("/"))) == waits
    assert due(jonna, signed)["employer"] == (53, False)
    with as_(make_colleague("employer_officer")):
        assert database.rows("agreements_along", None) == []


def test_nobody_is_to_be_asked_of_what_waits_is_over_or_is_protected(client, jonna, agreement):
    assert due(jonna, agreement) == {}
    sign_all(jonna, agreement)
    set_today(after(25))
    with as_(jonna):
        protect(person=agreement.person, protection="marked")
    sign_in(client, Membership.objects.get(role="employer_officer"))
    assert "hur det går för den som är placerad" not in text(client.get("/"))
    assert due(jonna, agreement)["person"] == (14, False)
    set_today(after(95))
    assert due(jonna, agreement) == {}


def test_who_keeps_no_agreement_notes_nothing_and_bad_days_are_refused(client, case, jonna, signed):
    for day, words in ((after(1), "Välj en dag under placeringen"), (after(-1), "Välj en dag under placeringen")):
        with pytest.raises(Refused, match=words):
            spoke(jonna, signed, day=day)
    with pytest.raises(Refused, match="senare dag"):
        spoke(jonna, signed, next_on=TODAY)
    with as_(jonna), pytest.raises(DatabaseError, match="day"), transaction.atomic():
        AlongContact.objects.create(
            agreement=signed, person_id=signed.person_id, with_whom="person", day=after(3), way="phone", text="x"
        )
    spoke(jonna, signed)
    for who, sees in ((social_worker_of(case), 1), (make_colleague("consultant"), 0)):
        with as_(who):
            assert AlongContact.objects.count() == sees
        with pytest.raises(Refused):
            spoke(who, signed)
    sign_in(client, jonna)
    page = f"/agreements/{signed.pk}/along/"
    for odd in ({}, {"with_whom": "me", "day": "x", "way": "x", "text": "x"}):
        sent = {f"speak-{name}": value for name, value in odd.items()}
        assert client.post(page, {"acting_as": jonna.pk, "form": "speak", **sent}).status_code == 422
    for odd in ("0", "121", "x"):
        sent = {"acting_as": jonna.pk, "form": "rhythm", "rhythm-person_days": odd}
        assert client.post(page, sent).status_code == 422
