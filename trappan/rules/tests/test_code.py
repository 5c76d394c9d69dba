"""Lists of codes on pages: added, given other words from a day, closed; a closed one is read and not chosen."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.urls import reverse

from trappan.refusals import Refused
from trappan.refusals.editions import edition_of
from trappan.rules import operations
from trappan.rules.codes import choices, labels
from trappan.rules.models import Code
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague
from trappan.testing import at_the_same_moment, by, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def sture():
    return make_colleague("administrator")


def stall(code: str) -> Code:
    return Code.objects.filter(table="stall", code=code).latest("valid_from")


def rename(code: Code, words: str, day: date) -> int:
    edition = edition_of({"label_sv": code.label_sv, "label_en": code.label_en})
    return operations.rename_code(code=code, edition=edition, label_sv=words, label_en="", from_day=day)


def close(code: Code, after: date | None) -> None:
    operations.close_code(code=code, edition=edition_of({"valid_to": code.valid_to}), valid_to=after)


# A table like those whose columns hold codes: every room's list says which (tests/test_matrix.py has them).
HELD = """
CREATE TEMPORARY TABLE held (kind text, seen_on date);
CREATE TRIGGER held AFTER INSERT ON held REFERENCING NEW TABLE AS n FOR EACH STATEMENT
  EXECUTE FUNCTION rules_codes_hold('kind', 'partner_check', 'seen_on')
"""
HELD_MANY = """
CREATE TEMPORARY TABLE held (access text[], seen_on date);
CREATE TRIGGER held AFTER INSERT ON held REFERENCING NEW TABLE AS n FOR EACH STATEMENT
  EXECUTE FUNCTION rules_codes_hold('access', 'access', 'seen_on', 'many')
"""


class TestAdd:
    """A code more, from a day, before what stands for everything else."""

    def test_it_can_be_chosen_from_its_day(self, sture, today):
        with as_(sture):
            operations.add_code(table="stall", label_sv="Bostaden", label_en="Housing", valid_from=today)
        assert [code for code, _words in choices("stall", today)][-2:] == ["bostaden", "other"]
        assert "bostaden" not in dict(choices("stall", today - timedelta(days=1)))

    def test_a_list_that_counts_gets_its_next_number(self, sture, today):
        with as_(sture):
            operations.add_code(table="household_type", label_sv="Storfamilj", label_en="", valid_from=today)
        assert dict(choices("household_type", today))["10"] == "Storfamilj"

    @pytest.mark.parametrize("words", ["Resvägen", "resvägen"])
    def test_what_is_there_is_not_added_again(self, sture, today, words):
        with as_(sture), pytest.raises(Refused, match="redan") as no:
            operations.add_code(table="stall", label_sv=words, label_en="", valid_from=today)
        assert no.value.field == "label_sv"

    def test_words_of_odd_signs_become_a_code_that_every_column_holds(self, sture, today):
        with as_(sture):
            for words in ("¿ß?", "Åäö " * 20):
                operations.add_code(table="obstacle", label_sv=words[:120], label_en="", valid_from=today)
        assert max(len(code) for code, _words in choices("obstacle", today)) <= 20


class TestRename:
    """Other words from a day: the same code, so that what is counted by it goes on."""

    def test_the_new_words_are_said_from_their_day(self, sture, today):
        day = today + timedelta(days=10)
        with as_(sture):
            rename(stall("travel"), "Resan dit", day)
        assert dict(choices("stall", today))["travel"] == labels("stall")["stall", "travel"] == "Resvägen"
        assert dict(choices("stall", day))["travel"] == "Resan dit"
        set_today(day)
        assert labels("stall")["stall", "travel"] == "Resan dit"
        assert Code.objects.filter(table="stall", code="travel").count() == 2

    @pytest.mark.parametrize(("days", "match"), [(-1, "i dag"), (40, "före")])
    def test_only_from_today_and_before_its_last_day(self, sture, today, days, match):
        with as_(sture):
            close(stall("travel"), today + timedelta(days=30))
            with pytest.raises(Refused, match=match) as no:
                rename(stall("travel"), "Resan", today + timedelta(days=days))
        assert no.value.field == "from_day"

    def test_whoever_saves_second_is_told(self, sture, today):
        code = stall("travel")
        with as_(sture):
            rename(code, "Resan dit", code.valid_from if code.valid_from > today else today)
            with pytest.raises(Refused):
                rename(code, "Färden", today)


class TestClose:
    """A closed code can be read where it was written, and is chosen no more."""

    @pytest.mark.requirement("R-099", "R-237")
    def test_the_support_form_of_old_is_read_and_not_chosen(self, today):
        assert labels("placement_end")["placement_end", "extratjanst"] == "Börjar en extratjänst"
        assert "extratjanst" in dict(choices("placement_end", date(2021, 12, 31)))
        assert "extratjanst" not in dict(choices("placement_end", today))

    def test_the_database_holds_it(self, sture, today):
        tomorrow = today + timedelta(days=1)
        with as_(sture):
            close(Code.objects.get(table="partner_check", code="form"), tomorrow)
        with connection.cursor() as cursor:
            cursor.execute(HELD)
            cursor.execute("INSERT INTO held VALUES ('form', %s)", [today])
            with pytest.raises(IntegrityError, match="no such code"), transaction.atomic():
                cursor.execute("INSERT INTO held VALUES ('form', %s)", [tomorrow])
        assert labels("partner_check")["partner_check", "form"] == "Organisationsform och registrering"

    def test_a_last_day_to_come_is_taken_back_and_one_that_has_passed_stays(self, sture, today):
        with as_(sture):
            close(stall("travel"), today + timedelta(days=1))
            close(stall("travel"), None)
            close(stall("travel"), today + timedelta(days=1))
        set_today(today + timedelta(days=1))
        with as_(sture), pytest.raises(Refused, match="stängd"):
            close(stall("travel"), None)

    def test_today_is_the_earliest_and_the_last_code_is_left(self, sture, today):
        with as_(sture):
            with pytest.raises(Refused, match="i dag"):
                close(stall("travel"), today)
            *others, last = Code.objects.filter(table="stall")
            for code in others:
                close(code, today + timedelta(days=1))
            with pytest.raises(Refused, match="sista"):
                close(last, today + timedelta(days=1))

    def test_earlier_words_of_a_code_are_not_closed_apart(self, sture, today):
        with as_(sture):
            rename(stall("travel"), "Resan", today + timedelta(days=10))
            first = Code.objects.filter(table="stall", code="travel").earliest("valid_from")
            with pytest.raises(Refused, match="andra ord"):
                close(first, today + timedelta(days=5))

    def test_lists_of_codes_are_held_too(self, sture, today):
        tomorrow = today + timedelta(days=1)
        with as_(sture):
            close(Code.objects.get(table="access", code="bus"), tomorrow)
        with connection.cursor() as cursor:
            cursor.execute(HELD_MANY)
            cursor.execute("INSERT INTO held VALUES ('{bus,quiet}', %s), ('{}', %s)", [today, tomorrow])
            with pytest.raises(IntegrityError, match="no such code"), transaction.atomic():
                cursor.execute("INSERT INTO held VALUES ('{quiet,bus}', %s)", [tomorrow])

    def test_a_row_that_holds_it_is_saved_anew_without_losing_it(self, sture, today):
        tomorrow = today + timedelta(days=1)
        with as_(sture):
            close(Code.objects.get(table="access", code="bus"), tomorrow)
        assert "bus" not in dict(choices("access", tomorrow))
        assert dict(choices("access", tomorrow, ["bus", "unknown"]))["bus"] == "Nära buss (stängd)"


class TestWhoMay:
    """In SQL as the app role: nobody writes past the functions, and the functions know who asks."""

    @pytest.mark.parametrize("role", ["head_of_unit", "consultant", "social_worker", "auditor", "site_leader"])
    def test_others_change_no_list(self, role, today):
        with as_(make_colleague(role)):
            for act in (
                lambda: operations.add_code(table="stall", label_sv="Ny", label_en="", valid_from=today),
                lambda: rename(stall("travel"), "Ny", today),
                lambda: close(stall("travel"), today + timedelta(days=1)),
            ):
                with pytest.raises(Refused, match="systemförvaltare"):
                    act()

    def test_an_administrator_writes_only_through_the_functions(self, sture):
        for statement in ("UPDATE rules_code SET valid_to = NULL", "DELETE FROM rules_code"):
            with as_(sture), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                connection.cursor().execute(statement)


class TestPages:
    """Every list on a page, and what is typed is refused at its field."""

    def test_a_code_is_added_renamed_and_closed_on_pages(self, client, sture, today):
        sign_in(client, sture)
        address = reverse("rules:code_table", args=["stall"])
        sent = {"form": "add", "acting_as": sture.pk, "add-label_sv": "Bostaden", "add-valid_from": str(today)}
        assert "Bostaden" in client.post(address, sent, follow=True).content.decode()
        code = stall("bostaden")
        page = client.get(reverse("rules:code", args=[code.pk]))
        sent = {"form": "close", "acting_as": sture.pk, "close-valid_to": str(today)}
        sent["close-edition"] = page.context["acts"]["close"].bound["edition"].value()
        client.post(reverse("rules:code", args=[code.pk]), sent)
        assert stall("bostaden").valid_to == today + timedelta(days=1)

    @pytest.mark.parametrize(
        ("field", "typed"), [("label_sv", ""), ("label_sv", "900101-1234"), ("valid_from", "1066-10-14")]
    )
    def test_bad_words_and_days_are_told_at_their_field(self, client, sture, today, field, typed):
        sign_in(client, sture)
        sent = {"form": "add", "acting_as": sture.pk, "add-label_sv": "Ny", "add-valid_from": str(today)}
        answer = client.post(reverse("rules:code_table", args=["stall"]), {**sent, f"add-{field}": typed})
        assert answer.status_code == 422
        assert list(answer.context["acts"]["add"].bound.errors) == [field]

    def test_colleagues_read_the_lists_and_change_none(self, client, today):
        sign_in(client, make_colleague("supervisor"))
        assert "Resvägen" in client.get(reverse("rules:code_table", args=["stall"])).content.decode()
        assert client.get(reverse("rules:codes")).status_code == 200
        assert client.get(reverse("rules:code", args=[stall("travel").pk])).status_code == 403
        assert client.get(reverse("rules:code_table", args=["nothing"])).status_code == 404


@pytest.mark.django_db(transaction=True)
def test_of_two_who_rename_at_once_one_is_told(sture, today):
    other, code = make_colleague("administrator", sture.unit), stall("travel")
    told = at_the_same_moment(*(by(who, lambda _actor: rename(code, "Resan", today)) for who in (sture, other)))
    assert sum(isinstance(one, Refused) for one in told) == 1
    assert Code.objects.filter(table="stall", code="travel").count() == 2
