"""A partner's own house: its coordinator asks for colleagues, the head above answers, and nothing opens before that."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.db import DatabaseError, transaction

from trappan import database
from trappan.partnerships import operations
from trappan.partnerships.models import Agreement, Invitation
from trappan.partnerships.testing import make_signed
from trappan.partnerships.waiting import waiting_for
from trappan.refusals import Refused
from trappan.staff.models import Colleague, Membership, User
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import TODAY, markup, sign_in

pytestmark = pytest.mark.django_db
PAGE = "/partners/colleagues/"
WHO = {"given_name": "Nora", "family_name": "Nybakk", "email": "Nora@stadsmissionen.example"}
END = date(2028, 1, 1)  # of the agreement


@pytest.fixture
def own(house):
    """The partner's workplace under the head's unit, its coordinator, and an agreement to the end of 2027."""
    site = make_unit("site", house.partner, name="Second hand", parent=house.head.unit)
    second = make_unit("site", house.partner, name="Matbutiken", parent=house.head.unit)
    make_signed(house.head, house.director, house.partner)
    return SimpleNamespace(
        site=site,
        second=second,
        coordinator=make_colleague("site_leader", site, name="Milo Mönsterlund"),
        supervisor=make_colleague("supervisor", second, name="Sara Sömn"),
    )


def invite(who, unit, **about):
    values = {**WHO, "unit": unit, "role": "supervisor", "starts_on": TODAY, "ends_on": END, "today": TODAY, **about}
    with as_(who):
        return Invitation.objects.get(pk=operations.invite(**values))


def refused(who, match, verb, **about):
    with as_(who), pytest.raises(Refused, match=match):
        verb(**about)


def send(client, who, page, name, row="", **fields):
    sign_in(client, who)
    key = f"{name}-{row}" if row else name
    typed = {f"{key}-{field}": value for field, value in fields.items()}
    return client.post(page, {"acting_as": who.pk, "form": name, "row": row, **typed}, follow=True)


@pytest.mark.requirement("R-051")
def test_asked_for_on_the_page_and_confirmed_on_the_partners(house, own, client, settings, mailoutbox):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    asked = {**WHO, "unit": own.second.pk, "role": "supervisor", "starts_on": str(TODAY), "ends_on": "2027-12-31"}
    assert "Second hand" in markup(send(client, own.coordinator, PAGE, "invite", **asked))
    one = Invitation.objects.get()
    assert (one.email, one.ends_on, one.author) == ("nora@stadsmissionen.example", END, own.coordinator)
    assert not Colleague.objects.filter(email=one.email).exists(), "nothing is opened before the answer"
    page = f"/partners/{house.partner.pk}/"
    sign_in(client, house.head)
    assert "Nora Nybakk" in markup(client.get("/"))
    shown = markup(client.get(page))
    assert "Nora Nybakk" in shown
    assert "Sara Sömn" in shown
    assert "har redan ett konto" not in shown
    assert "Nora Nybakk" in markup(send(client, house.head, page, "confirm", one.pk))
    made = Membership.objects.get(colleague__email=one.email)
    assert (made.unit, made.role, made.ends_on, made.given_by, made.confirmed_by) == (
        own.second,
        "supervisor",
        END,
        own.coordinator,
        house.head,
    )
    assert made.colleague.kept_by == house.municipality
    (letter,) = mailoutbox
    assert letter.to == [one.email]
    assert not User.objects.get(colleague=made.colleague).has_usable_password()
    with as_(made) as actor:
        assert actor.at_partner
    sign_in(client, own.coordinator)
    assert "Ja" in markup(client.get(PAGE))


def test_a_no_has_its_reason_and_neither_answer_is_given_twice(house, own, client):
    one, other = (invite(own.coordinator, own.site, email=f"{name}@s.example") for name in ("a", "b"))
    page = f"/partners/{house.partner.pk}/"
    assert send(client, house.head, page, "decline", one.pk, why="").status_code == 422
    send(client, house.head, page, "decline", one.pk, why="Ni är redan fyra")
    with as_(house.head):
        operations.confirm_invitation(invitation=other)
    for answered in (one, other):
        refused(house.head, "redan", operations.confirm_invitation, invitation=answered)
        refused(house.head, "redan", operations.decline_invitation, invitation=answered, why="Nej")
    assert Membership.objects.filter(colleague__email__endswith="@s.example").count() == 1
    sign_in(client, own.coordinator)
    assert "Ni är redan fyra" in markup(client.get(PAGE))


def test_only_the_head_above_answers_and_nobody_their_own(house, own):
    one = invite(own.coordinator, own.site)
    other_head = make_colleague("head_of_unit", make_unit("labour_market", house.municipality))
    for who in (house.head_abroad, other_head, own.coordinator, house.stranger, house.director, own.supervisor):
        refused(who, "chefen", operations.confirm_invitation, invitation=one)
        refused(who, "chefen", operations.decline_invitation, invitation=one, why="Nej")
    for who in (house.head_abroad, other_head, house.stranger, house.own_leader, own.supervisor, house.director):
        with as_(who):
            assert not Invitation.objects.exists()
    both = Membership.objects.create(
        colleague=own.coordinator.colleague,
        unit=house.head.unit,
        role="head_of_unit",
        starts_on=date(2020, 1, 1),
        confirmed_at=one.at,
    )
    refused(both, "själv", operations.confirm_invitation, invitation=one)
    mine = invite(own.coordinator, own.site, email=house.head.colleague.email)
    refused(house.head, "din egen", operations.confirm_invitation, invitation=mine)


def test_the_database_lets_nobody_else_ask_and_nobody_answer_by_a_row(house, own):
    row = (
        "INSERT INTO partnerships_invitation (unit_id, given_name, family_name, email, role, starts_on, ends_on, "
        f"declined) VALUES ({own.site.pk}, 'N', 'N', 'n@s.example', 'supervisor', '{TODAY}', '{END}', '')"
    )
    for who in (house.stranger, house.own_leader, house.head, house.head_abroad, own.supervisor, house.director):
        with as_(who), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            database.execute(row)
    answered = row.replace("declined)", "declined, answered_at)").replace("'')", "'Nej', clock())")
    with as_(own.coordinator):
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            database.execute(answered)
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            database.execute("UPDATE partnerships_invitation SET answered_at = clock()")
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            database.row("staff_let_in", "N", "N", "n@s.example", own.site.pk, "supervisor", TODAY, END, 1)


class TestWhatIsRefused:
    """Days, roles and addresses that the coordinator may not ask with."""

    def test_days_beyond_what_is_agreed(self, own):
        about = {**WHO, "unit": own.site, "role": "supervisor", "today": TODAY}
        verb, later = operations.invite, END + timedelta(days=1)
        refused(own.coordinator, "inom det som är avtalat", verb, starts_on=TODAY, ends_on=later, **about)
        refused(own.coordinator, "inom det som är avtalat", verb, starts_on=TODAY, ends_on=None, **about)
        refused(own.coordinator, "Sista dagen", verb, starts_on=TODAY, ends_on=TODAY, **about)
        refused(own.coordinator, "Möjliga dagar", verb, starts_on=TODAY - timedelta(days=1), ends_on=END, **about)
        refused(own.coordinator, "Möjliga dagar", verb, starts_on=TODAY + timedelta(days=400), ends_on=END, **about)

    def test_days_before_what_is_agreed_holds(self, own):
        Agreement.objects.update(starts_on=TODAY + timedelta(days=90))
        about = {**WHO, "unit": own.site, "role": "supervisor", "today": TODAY, "ends_on": END}
        refused(own.coordinator, "Inget är avtalat", operations.invite, starts_on=TODAY, **about)
        invite(own.coordinator, own.site, starts_on=TODAY + timedelta(days=90))

    def test_another_role_oneself_a_machine_and_the_same_twice(self, own, client):
        asked = {**WHO, "unit": own.site.pk, "starts_on": str(TODAY), "ends_on": "2027-12-31"}
        assert send(client, own.coordinator, PAGE, "invite", **asked, role="consultant").status_code == 422
        about = {**WHO, "unit": own.site, "starts_on": TODAY, "ends_on": END, "today": TODAY}
        refused(own.coordinator, "handledare eller", operations.invite, **about, role="consultant")
        about["role"] = "supervisor"
        for address in (own.coordinator.colleague.email.upper(), "x@trappan.invalid"):
            refused(own.coordinator, "inte din egen", operations.invite, **{**about, "email": address})
        refused(own.coordinator, "personnumret", operations.invite, **{**about, "family_name": "19850101-2384"})
        invite(own.coordinator, own.site)
        refused(own.coordinator, "väntar redan", operations.invite, **{**about, "email": WHO["email"].upper()})
        already = {"unit": own.second, "email": own.supervisor.colleague.email}
        refused(own.coordinator, "redan den rollen", operations.invite, **{**about, **already})

    def test_a_workplace_of_another_and_one_without_a_head(self, house, own, client):
        asked = {**WHO, "role": "supervisor", "starts_on": str(TODAY), "ends_on": "2027-12-31"}
        for unit in (house.stranger.unit, house.own_leader.unit):
            assert send(client, own.coordinator, PAGE, "invite", **asked, unit=unit.pk).status_code == 422
        refused(
            own.coordinator,
            "Ingen chef",
            operations.invite,
            **{**WHO, "unit": house.leader.unit, "role": "supervisor", "starts_on": TODAY, "ends_on": END},
            today=TODAY,
        )


def test_a_known_address_is_told_to_the_head_alone(house, own, client):
    known = make_colleague("consultant", make_unit("labour_market", house.neighbour), name="Hilda Hemlig")
    asked = {**WHO, "unit": own.site.pk, "role": "supervisor", "starts_on": str(TODAY), "ends_on": "2027-12-31"}
    pages = {}
    for address in ("ny@s.example", known.colleague.email):
        answer = send(client, own.coordinator, PAGE, "invite", **{**asked, "email": address})
        pages[address] = markup(answer).replace(address, "").replace(str(own.coordinator.pk), "")
        assert answer.status_code == 200
    assert "Hilda" not in "".join(pages.values())
    one = Invitation.objects.get(email=known.colleague.email)
    sign_in(client, house.head)
    assert "Hilda Hemlig" in markup(client.get(f"/partners/{house.partner.pk}/"))
    with as_(house.head):
        made, is_new = operations.confirm_invitation(invitation=one)
    assert (made.colleague, is_new) == (known.colleague, False)
    known.colleague.refresh_from_db()
    assert known.colleague.name == "Hilda Hemlig", "what the coordinator wrote is no name of hers"
    with as_(house.head), pytest.raises(DatabaseError, match="not yours"), transaction.atomic():
        database.value("staff_account_for_link", known.colleague_id)


def test_what_has_changed_meanwhile_is_asked_anew(house, own):
    one = invite(own.coordinator, own.site, role="site_leader", ends_on=date(2027, 6, 1))
    Membership.objects.filter(pk=own.coordinator.pk).update(ends_on=TODAY)
    refused(house.head, "leder inte längre", operations.confirm_invitation, invitation=one)
    Membership.objects.filter(pk=own.coordinator.pk).update(ends_on=None)
    database.execute("UPDATE partnerships_agreement SET ends_on = %s, until = %s", [date(2027, 1, 1)] * 2)
    refused(house.head, "inom det som är avtalat", operations.confirm_invitation, invitation=one)
    database.execute("UPDATE partnerships_agreement SET ends_on = %s, until = %s", [TODAY] * 2)
    refused(house.head, "Inget är avtalat", operations.confirm_invitation, invitation=one)
    assert not Colleague.objects.filter(email=one.email).exists()
    with as_(house.head):
        operations.decline_invitation(invitation=one, why="Avtalet är slut")


def test_a_coordinator_lets_a_colleague_go_at_once_and_nobody_elses(house, own, client):
    epoch = User.objects.get(colleague=own.supervisor.colleague).epoch
    assert send(client, own.coordinator, PAGE, "end_staff", own.supervisor.pk).status_code == 200
    own.supervisor.refresh_from_db()
    assert own.supervisor.ends_on == TODAY
    assert User.objects.get(colleague=own.supervisor.colleague).epoch == epoch + 1
    for who in (house.stranger, house.own_leader, house.head, own.coordinator):
        refused(own.coordinator, "egna organisationens", operations.end_staff, membership=who, today=TODAY)
    refused(house.own_leader, "egna organisationens", operations.end_staff, membership=own.coordinator, today=TODAY)
    sign_in(client, house.own_leader)
    assert client.get(PAGE).status_code == 404


def test_it_waits_on_the_heads_desk_until_answered(house, own):
    one = invite(own.coordinator, own.site)
    with as_(house.head) as actor:
        assert [(each.name, each.late) for each in waiting_for(actor)] == [("Nora Nybakk", False)]
        operations.confirm_invitation(invitation=one)
        assert waiting_for(actor) == []
    with as_(house.head_abroad) as actor:
        assert waiting_for(actor) == []


def test_few_questions_however_many(own, client, django_assert_max_num_queries):
    invite(own.coordinator, own.site)
    sign_in(client, own.coordinator)
    client.get(PAGE)
    with django_assert_max_num_queries(16) as few:
        client.get(PAGE)
    for number in range(5):
        invite(own.coordinator, own.site, email=f"{number}@s.example")
        make_colleague("supervisor", own.second)
    with django_assert_max_num_queries(len(few.captured_queries)):
        client.get(PAGE)


@pytest.mark.requirement("R-072")
def test_another_municipalitys_agreement_carries_nobody_here(house, own):
    """What is agreed until is of the municipality that the unit answers to, also under its other names."""
    abroad = make_unit("site", house.partner, parent=house.head_abroad.unit)
    kept = make_unit("site", house.partner)

    def until(unit):
        with as_(house.head):
            return database.value("partnerships_agreed_until", unit.pk)

    assert until(own.site) == END
    assert until(abroad) is None
    assert until(kept) == END, "nobody has said whose it is"
    make_signed(house.head_abroad, house.director_abroad, house.partner, ends_on=date(2040, 1, 1))
    assert until(own.site) == END
    assert until(abroad) == date(2040, 1, 1)
    house.partner.kept_by = house.neighbour
    house.partner.save()
    assert until(kept) == date(2040, 1, 1)


def test_taken_back_by_who_asked_alone_and_only_while_nobody_has_answered(house, own, client):
    asked = invite(own.coordinator, own.second)
    other = make_colleague("site_leader", own.second)
    refused(other, "ingen annan", operations.take_back_invitation, invitation=asked)
    refused(house.head, "ingen annan", operations.take_back_invitation, invitation=asked)
    assert "Ta tillbaka" in markup(send(client, own.coordinator, PAGE, "nothing"))
    assert "Tillbakataget" in markup(send(client, own.coordinator, PAGE, "take_back", asked.pk))
    asked.refresh_from_db()
    assert (asked.taken_back, asked.membership) == (True, None)
    refused(house.head, "redan", operations.confirm_invitation, invitation=asked)
    with as_(house.head) as actor:
        assert not any("Nora" in one.name for one in waiting_for(actor))
    again = invite(own.coordinator, own.second)
    with as_(house.head):
        operations.confirm_invitation(invitation=again)
    refused(own.coordinator, "redan", operations.take_back_invitation, invitation=again)
