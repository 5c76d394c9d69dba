"""Lists too long to be waited for: ordered, written by the worker as whoever ordered, and opened by nobody else."""

from contextlib import contextmanager

import pytest
from django.db import transaction

from trappan import database
from trappan.history.models import Event
from trappan.people.models import Person
from trappan.people.operations import protect
from trappan.people.testing import make_person
from trappan.schedules.periods import day_before
from trappan.schedules.testing import set_today
from trappan.secrecy.acting import entered
from trappan.secrecy.rights import RIGHTS
from trappan.staff import list_files
from trappan.staff.models import ListFile, Membership, User
from trappan.staff.operations.list_file import WAITING_AT_MOST, order_list_file
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import sign_in, text
from trappan.ui.lists import files
from trappan.ui.testing import sheet

PEOPLE, MINE = "/people/", "/my-files/"


@pytest.fixture
def ulla(today):
    return make_colleague("social_worker", make_unit("social_service"), name="Ulla Provstedt")


@pytest.fixture
def three(ulla, monkeypatch):
    """Three people whom Ulla works with, where a page makes files of two rows."""
    monkeypatch.setattr(files, "AT_MOST", 2)
    return [make_person(ulla, given_name="Ett", family_name=name) for name in ("Aa", "Bb", "Cc")]


def order(client, who, query="?file=xlsx"):
    sign_in(client, who)
    return client.get(PEOPLE + query)


def work():
    """Do what the worker does of its round; as its own login in tests/test_worker_lists.py."""
    for row in list_files.waiting():
        list_files.make_list_file(row)


def states():
    return [(one.state, one.why) for one in ListFile.objects.order_by("pk")]


@pytest.mark.django_db
class TestOneFile:
    def test_it_is_ordered_written_and_opened_with_every_row_in_the_order_asked_for(self, client, ulla, three):
        answer = order(client, ulla, "?file=xlsx&sort=-name")
        assert answer.status_code == 200
        assert "Filen görs" in text(answer)
        assert f'href="{MINE}"' in text(answer)
        assert "Väntar" in text(client.get(MINE))
        work()
        (made,) = ListFile.objects.all()
        page = text(client.get(MINE))
        assert "Klar" in page
        assert "3 rader" in page
        opened = client.get(f"{MINE}{made.pk}/")
        assert opened["Content-Type"] == files.KIND
        assert "no-store" in opened["Cache-Control"]
        assert [row[0] for row in sheet(opened.content)[1:]] == [one.name for one in three[::-1]]

    def test_it_is_an_export_in_the_log_when_it_is_made_and_whenever_it_is_opened(self, client, ulla, three):
        order(client, ulla)
        work()
        (made,) = ListFile.objects.all()
        for _time in range(2):
            client.get(f"{MINE}{made.pk}/")
        found = Event.objects.filter(verb__in=["desk.export_people", "staff.order_list_file", "staff.open_list_file"])
        assert [(one.verb, one.actor_id, one.details.get("found")) for one in found.order_by("pk")] == [
            ("staff.order_list_file", ulla.pk, None),
            ("desk.export_people", ulla.pk, 3),
            ("staff.open_list_file", ulla.pk, 3),
            ("staff.open_list_file", ulla.pk, 3),
        ]

    def test_what_was_asked_by_a_form_narrows_it_and_stands_in_no_log(self, client, ulla, three, monkeypatch):
        make_person(ulla, given_name="Tva", family_name="Dd")
        sign_in(client, ulla)
        asked = client.post(PEOPLE, {"acting_as": ulla.pk, "name": "Ett"})
        client.get(f"{asked.url}&file=xlsx")
        work()
        (made,) = ListFile.objects.all()
        rows = sheet(client.get(f"{MINE}{made.pk}/").content)[1:]
        assert [row[0] for row in rows] == [one.name for one in three]
        assert "Ett" not in str(list(Event.objects.filter(verb__contains="list_file").values_list("details")))

    def test_ordered_twice_it_is_one_until_it_has_been_opened(self, client, ulla, three):
        for _time in range(2):
            assert "Filen görs" in text(order(client, ulla))
        work()
        page = text(order(client, ulla))
        assert len(states()) == 1
        assert "Filen är klar" in page
        assert f'href="{MINE}{ListFile.objects.get().pk}/"' in page
        assert "Filen görs" not in page
        client.get(f"{MINE}{ListFile.objects.get().pk}/")
        order(client, ulla)
        assert states() == [("ready", ""), ("waits", "")]

    def test_no_more_than_five_wait(self, client, ulla, three, monkeypatch):
        with as_(ulla):
            for at in range(WAITING_AT_MOST):
                order_list_file(title="x", name="x", right="x", address=f"/{at}/", question={})
        ListFile.objects.filter(address="/0/").delete()
        assert "Filen görs" in text(order(client, ulla))
        again = order(client, ulla)
        assert (again.status_code, "Filen görs" in text(again)) == (200, True), "it is one of the five"
        answer = order(client, ulla, "?file=xlsx&sort=-name")
        assert answer.status_code == 422
        assert "Ta ut den här listan igen när en av dem är klar" in text(answer)

    def test_longer_than_a_sheet_there_is_none_and_the_page_says_why(self, client, ulla, three, monkeypatch):
        order(client, ulla)
        monkeypatch.setattr(files, "AT_MOST_ORDERED", 2)
        work()
        assert states() == [("none", "too_long")]
        assert "fler rader än en fil rymmer" in text(client.get(MINE))

    def test_cells_are_defused_as_in_every_file(self, client, ulla, three):
        make_person(ulla, given_name="=1+1", family_name="Zz")
        order(client, ulla)
        work()
        content = client.get(f"{MINE}{ListFile.objects.get().pk}/").content
        assert sheet(content)[-1][0] == "'=1+1 Zz"


@pytest.mark.django_db
class TestTheRight:
    def test_a_colleague_sees_no_other_s_file_on_the_page_by_its_address_or_in_sql(self, client, ulla, three):
        order(client, ulla)
        work()
        (made,) = ListFile.objects.all()
        beside = make_colleague("social_worker", ulla.unit)
        head = make_colleague("head_of_unit", ulla.unit)
        again = Membership.objects.create(
            colleague=ulla.colleague,
            unit=make_unit("social_service"),
            role="social_worker",
            starts_on=ulla.starts_on,
            confirmed_at=ulla.confirmed_at,
        )
        for who in (beside, head, again):
            sign_in(client, who)
            assert "Du har inga filer" in text(client.get(MINE))
            assert client.get(f"{MINE}{made.pk}/").status_code == 404
            with as_(who):
                assert ListFile.objects.count() == 0
                assert ListFile.objects.update(opened_at=None) == 0

    def test_it_holds_what_may_be_read_when_it_is_written(self, client, ulla, three):
        order(client, ulla)
        database.execute(
            "UPDATE people_grant SET ends_at = starts_at WHERE person_id = %s AND ends_at IS NULL", [three[0].pk]
        )
        work()
        rows = sheet(client.get(f"{MINE}{ListFile.objects.get().pk}/").content)[1:]
        assert [row[0] for row in rows] == [one.name for one in three[1:]]

    @pytest.mark.parametrize("ends", ["membership", "account"])
    def test_ended_before_it_is_written_there_is_none(self, client, ulla, three, ends):
        order(client, ulla)
        end(ulla, ends)
        work()
        assert states() == [("none", "right")]
        assert not Event.objects.filter(verb="desk.export_people").exists()

    def test_ended_while_it_is_written_there_is_none(self, client, ulla, three, monkeypatch):
        order(client, ulla)
        when_written(monkeypatch, lambda: end(ulla, "membership"))
        work()
        assert states() == [("none", "right")]
        assert not ListFile.objects.exclude(content=None).exists()

    def test_without_the_right_of_the_role_it_is_neither_written_nor_opened(self, client, ulla, three, monkeypatch):
        order(client, ulla)
        work()
        made = ListFile.objects.get()
        order(client, ulla, "?file=xlsx&sort=-name")
        monkeypatch.setitem(RIGHTS, made.export_right, ())
        work()
        assert states() == [("ready", ""), ("none", "right")]
        assert client.get(f"{MINE}{made.pk}/").status_code == 403
        assert "Du får inte längre ta ut listan" in text(client.get(MINE))

    def test_written_before_somebody_became_protected_it_is_gone_and_ordered_anew(self, client, ulla, three):
        order(client, ulla)
        work()
        (made,) = ListFile.objects.all()
        client.get(f"{MINE}{made.pk}/")
        with as_(ulla):
            protect(person=three[0], protection="marked")
        assert states() == [("none", "protected")]
        assert not ListFile.objects.exclude(content=None).exists()
        assert client.get(f"{MINE}{made.pk}/").status_code == 404
        assert "Filen togs bort: någon fick skyddade uppgifter. Beställ den igen." in text(client.get(MINE))
        order(client, ulla)
        work()
        assert states() == [("none", "protected"), ("ready", "")]

    def test_written_while_somebody_becomes_protected_it_is_not_kept_but_made_anew(
        self, client, ulla, three, monkeypatch
    ):
        order(client, ulla)
        one = Person.objects.filter(pk=three[0].pk)
        when_written(monkeypatch, lambda: one.update(protection="marked"))
        work()
        assert states() == [("waits", "")]
        work()
        assert states() == [("ready", "")]

    def test_past_its_days_it_is_not_opened_and_is_erased(self, client, ulla, three, today):
        order(client, ulla)
        work()
        (made,) = ListFile.objects.all()
        set_today(day_before(made.ends_on))
        assert client.get(f"{MINE}{made.pk}/").status_code == 200
        set_today(made.ends_on)
        assert client.get(f"{MINE}{made.pk}/").status_code == 404
        list_files.erase_list_files()
        assert not ListFile.objects.exists()

    def test_nor_does_it_lie_there_when_its_orderer_has_left(self, client, ulla, three):
        order(client, ulla)
        work()
        end(ulla, "membership")
        list_files.erase_list_files()
        assert not ListFile.objects.exists()


def when_written(monkeypatch, happens):
    """Let something happen between that a file is written and that it is kept, as another would do it."""

    @contextmanager
    def then(*by):
        with entered(*by) as actor:
            yield actor
        happens()

    monkeypatch.setattr(list_files, "entered", then)


def end(membership, what):
    if what == "account":
        User.objects.filter(colleague=membership.colleague).update(is_active=False)
    else:
        Membership.objects.filter(pk=membership.pk).update(ends_on=membership.starts_on)


@pytest.mark.django_db
class TestTheWorker:
    def test_killed_in_the_middle_it_says_so_and_is_made_again_and_given_up_after_three(self, client, ulla, three):
        order(client, ulla)
        row = ListFile.objects.get().pk
        database.value("staff_begin_list_file", row, 4)
        database.value("staff_begin_list_file", row, 4)
        page = text(client.get(MINE))
        assert "Görs" in page
        assert "avbröts och har börjat om" in page
        assert ListFile.objects.filter(content=None).exists()
        work()
        assert states() == [("ready", "")]
        order(client, ulla, "?file=xlsx&sort=-name")
        ListFile.objects.filter(made_at=None).update(tries=3)
        work()
        assert states()[1] == ("none", "failed")

    def test_its_door_opens_for_a_begun_order_and_its_own_membership_alone(self, client, ulla, three):
        order(client, ulla)
        made = ListFile.objects.get()
        beside = make_colleague("social_worker", ulla.unit)
        assert through_the_door(made.pk, ulla.pk) == 0
        database.value("staff_begin_list_file", made.pk, 4)
        assert through_the_door(made.pk, beside.pk) == 0
        assert through_the_door(made.pk, ulla.pk) == 1
        database.value("secrecy_leave")
        work()
        assert through_the_door(made.pk, ulla.pk) == 0


def through_the_door(order, membership):
    with transaction.atomic():  # the door only reads, to the end of this
        return database.query("SELECT count(*) AS n FROM staff_enter_for_list_file(%s, %s)", [order, membership])[0].n
