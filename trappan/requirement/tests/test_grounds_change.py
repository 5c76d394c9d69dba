"""Frozen grounds compare themselves with the attendance of today: on the page, on the list, at the decision."""

import pytest
from django.db import DatabaseError, transaction

from trappan.attendance.operations import find, record_attendance
from trappan.refusals import Refused
from trappan.requirement import changes
from trappan.requirement.models import Decision, Grounds
from trappan.requirement.testing import OCTOBER, decided, found, on_its_way
from trappan.staff.testing import as_, make_colleague
from trappan.testing import TODAY, sign_in


def certificate_comes(chain):
    """Find that the first absence had an acceptable reason after all."""
    case, placement, _tor = chain
    with as_(case.responsible):
        find(placement=placement, day=OCTOBER[0], kind="excused", reason="sick")


def corrected(chain):
    """Mark the third Thursday present after all, as the leader of the site."""
    _case, placement, tor = chain
    with as_(make_colleague("site_leader", tor.unit)) as leader:
        record_attendance(placement=placement, day=OCTOBER[2], by=leader, mark="present", why="Fel person i listan")


@pytest.fixture
def received(chain):
    found(chain)
    return on_its_way(chain)


def test_nothing_has_changed_where_nothing_has(chain, received):
    with as_(chain[0].social_worker):
        assert changes.since([received.pk]) == {}
        assert changes.seen(received.pk) == ""


@pytest.mark.requirement("R-177")
def test_a_finding_and_a_correction_stand_on_the_page_and_on_the_list(chain, received, client):
    certificate_comes(chain)
    corrected(chain)
    with as_(chain[0].social_worker):
        told = changes.since([received.pk])[received.pk]
    assert [one.day for one in told] == [OCTOBER[0], OCTOBER[2]]
    assert "utan godtagbart skäl" in told[0].was
    assert told[1].now == "här, 180 av 180 min"
    assert Grounds.objects.get().unexcused == 540, "what was frozen stays as it was"
    sign_in(client, chain[0].social_worker)
    assert "2 tillfällen har ändrats sedan underlaget skrevs" in client.get(f"/grounds/{received.pk}/").content.decode()
    assert "Närvaron har ändrats sedan underlaget skrevs." in client.get("/").content.decode()


def test_the_decision_asks_again_and_keeps_what_was_known(chain, received, client):
    worker = chain[0].social_worker
    sign_in(client, worker)
    page = f"/grounds/{received.pk}/"
    typed = {
        "acting_as": worker.pk,
        "form": "decide",
        "decide-outcome": "granted",
        "decide-reason": "Intyget kom",
        "decide-decided_on": str(TODAY),
        "decide-sent_to": "Personen",
    }
    certificate_comes(chain)
    answer = client.post(page, typed)
    assert answer.status_code == 422
    assert "kryssa i att du beslutar ändå" in answer.content.decode()
    with as_(worker):
        first = changes.seen(received.pk)
    corrected(chain)
    stale = client.post(page, {**typed, "decide-changes_seen": first})
    assert stale.status_code == 422, "what was seen is not what there is now"
    assert "Intyget kom" in stale.content.decode()
    with as_(worker):
        latest = changes.seen(received.pk)
    assert client.post(page, {**typed, "decide-changes_seen": latest}).status_code == 302
    kept = Decision.objects.get().changes
    assert [one["day"] for one in kept] == [str(OCTOBER[0]), str(OCTOBER[2])]
    assert "Känt vid beslutet" in client.get(page).content.decode()


def test_the_database_takes_no_decision_on_what_was_not_seen(chain, received):
    worker = chain[0].social_worker
    certificate_comes(chain)
    with pytest.raises(Refused, match="ändrats sedan underlaget skrevs"):
        decided(received, worker)
    for forged in ("", "x" * 32):
        with as_(worker), pytest.raises(DatabaseError, match="changed"), transaction.atomic():
            Decision.objects.create(
                person_id=received.person_id,
                grounds=received,
                outcome="refused",
                reason="x",
                sent_to=["x"],
                decided_on=TODAY,
                changes_seen=forged,
            )
    with as_(worker):
        seen = changes.seen(received.pk)
        made = Decision.objects.create(
            person_id=received.person_id,
            grounds=received,
            outcome="refused",
            reason="x",
            sent_to=["x"],
            decided_on=TODAY,
            changes_seen=seen,
            changes=[],
        )
        made.refresh_from_db()
    assert len(made.changes) == 1, "what was known is the database's to write"


def test_others_are_told_nothing_of_what_has_changed(chain, received):
    certificate_comes(chain)
    for role in ("social_worker", "consultant"):
        with as_(make_colleague(role)):
            assert changes.since([received.pk]) == {}
            assert changes.seen(received.pk) == ""
    with as_(chain[2]):
        assert changes.since([received.pk]) == {}
