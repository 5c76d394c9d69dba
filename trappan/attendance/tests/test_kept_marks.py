"""Marks that a device kept while the network was gone: taken one by one, and what is not taken is told."""

import pytest

from trappan.attendance.models import Attendance
from trappan.attendance.operations import Mark, mark_day
from trappan.attendance.testing import put
from trappan.cases.testing import make_case
from trappan.placements.operations import cancel_day, end_placement, tell_beforehand
from trappan.staff.testing import as_, make_colleague
from trappan.testing import TODAY, markup, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def three(cafe):
    return [put(make_case(), cafe, "tors 9-12") for _one in range(3)]


@pytest.fixture
def arrive(client, tor):
    """Send what Tor's phone kept, as the page does when the network is back, and follow."""

    def go(placements, key="press-1", **more):
        sign_in(client, tor)
        marks = {f"mark-{one.pk}": "present" for one in placements} | {f"seen-{one.pk}": "" for one in placements}
        fields = {"acting_as": tor.pk, "kept": "yes", "once": key, **marks, **more}
        return client.post(f"/day/?day={TODAY}", fields, follow=True)

    return go


def marked():
    return dict(Attendance.objects.values_list("placement_id", "mark"))


def elsewhere_meanwhile(placement):
    """The day of one of them is cancelled while the phone is without network."""
    with as_(make_colleague("site_leader", placement.activity.unit)):
        cancel_day(activity=placement.activity, day=TODAY, today=TODAY, reason="Strömavbrott")


def test_a_day_that_was_closed_meanwhile_is_told_by_name_and_again_when_the_page_is_loaded_anew(three, arrive, client):
    elsewhere_meanwhile(three[0])
    answer = arrive(three)
    (where, _status) = answer.redirect_chain[-1]
    assert "sent=press-1" in where
    for page in (answer, client.get(where)):
        told = markup(page)
        assert "3 markeringar från telefonen togs inte emot" in told
        for one in three:
            assert f"<strong>{one.person.name}</strong>dagen hålls inte" in told
    assert marked() == {}
    assert three[0].person.given_name not in where


def test_one_who_has_moved_keeps_no_other_back_and_is_told_by_row_number(three, arrive):
    gone = three[0]
    with as_(gone.placed_by):
        end_placement(placement=gone, ends_on=TODAY, kind="other", reason="Flyttad")
    told = markup(arrive(three))
    assert f"Nr {gone.pk}</strong>finns inte längre på dagens lista" in told
    assert f"<strong>{gone.person.name}</strong>" not in told
    assert set(marked()) == {one.pk for one in three[1:]}


def test_one_who_has_said_that_they_do_not_come(three, arrive):
    with as_(make_colleague("supervisor", three[0].activity.unit)):
        tell_beforehand(placement=three[0], day=TODAY, today=TODAY)
    away = {f"mark-{three[0].pk}": "away", f"told-{three[0].pk}": "no"}
    told = markup(arrive(three, **away))
    assert f"{three[0].person.name}</strong>har sagt att hen inte kommer" in told
    assert set(marked()) == {one.pk for one in three[1:]}


def test_a_colleagues_mark_stands_and_is_shown_beside_what_was_refused(three, arrive, tor):
    colleague = make_colleague("supervisor", three[0].activity.unit)
    with as_(colleague) as actor:
        mark_day(by=actor, day=TODAY, marks=[Mark(three[1].pk, "absent_told")])
    wrong = {f"mark-{three[0].pk}": "partly", f"came-{three[0].pk}": "23.10"}
    told = markup(arrive(three, **wrong))
    assert f"{three[0].person.name}</strong>markeringen eller dess tid" in told
    assert colleague.colleague.name in told
    assert marked() == {three[1].pk: "absent_told", three[2].pk: "present"}


def test_all_others_are_taken_though_one_is_refused(three, arrive):
    wrong = {f"mark-{three[0].pk}": "partly", f"came-{three[0].pk}": "23.10"}
    shown = {f"seen-{one.pk}": "" for one in three[1:]}
    arrive(three[:1], rest="yes", **shown, **wrong)
    assert marked() == {one.pk: "present" for one in three[1:]}


def test_all_others_of_a_day_that_was_closed_and_of_whoever_does_not_come_are_told(three, arrive):
    with as_(make_colleague("supervisor", three[0].activity.unit)):
        tell_beforehand(placement=three[0], day=TODAY, today=TODAY)
    shown = {f"seen-{one.pk}": "" for one in three}
    told = markup(arrive([], key="press-1", rest="yes", **shown))
    assert "En markering från telefonen togs inte emot" in told
    assert set(marked()) == {one.pk for one in three[1:]}


def test_all_others_of_a_closed_day_are_told(three, arrive):
    elsewhere_meanwhile(three[0])
    told = markup(arrive([], rest="yes", **{f"seen-{one.pk}": "" for one in three}))
    assert "3 markeringar från telefonen togs inte emot" in told
    assert told.count("</strong>dagen hålls inte") == 3


def test_sent_twice_they_are_taken_once_and_answered_alike(three, arrive):
    where = [arrive(three).redirect_chain[-1][0] for _twice in range(2)]
    assert where[0] == where[1]
    assert Attendance.objects.count() == 3


def test_what_is_told_of_very_many_names_nobody_by_a_number_that_was_cut(three, arrive, client, tor, monkeypatch):
    monkeypatch.setattr("trappan.attendance.views.day.LONGEST_TOLD", len(str(three[0].pk)))
    elsewhere_meanwhile(three[0])
    told = markup(arrive(three))
    assert "En markering från telefonen togs inte emot" in told
    assert "Och 2 till" in told


@pytest.mark.parametrize(
    "typed", ["refused=-1", "refused=" + "9" * 300, "refused=a,b", "more=x", "more=99999&refused=1"]
)
def test_an_address_that_somebody_made_up(three, client, tor, typed):
    sign_in(client, tor)
    assert client.get(f"/day/?{typed}").status_code == 200


def test_marks_made_at_the_page_itself_are_still_refused_together(three, arrive):
    wrong = {f"mark-{three[0].pk}": "partly", f"came-{three[0].pk}": "23.10"}
    assert arrive(three, kept="", **wrong).status_code == 422
    assert marked() == {}
