"""What a file says of units that came after others, and of names and months that were put right here."""

from datetime import date

import pytest

from trappan.assistance.forms import CorrectMonthForm
from trappan.assistance.models import SupportMonth
from trappan.assistance.operations import correct_month, take_out_month
from trappan.exchange.testing import FOLDER, run
from trappan.people.models import Grant
from trappan.staff import operations
from trappan.staff.forms import ProfileForm
from trappan.staff.models import Colleague, Membership, Unit
from trappan.staff.testing import as_, make_colleague, make_unit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
UNITS = (
    "code;name;kind;organisation;regime;succeeds\n"
    "ost;Enhet Öster;labour_market;Ekelunda kommun;28;{ost}\n"
    "cafe;Kafét;site;Ekelunda kommun;28;\n"
    "norr;Enhet Norr;labour_market;Ekelunda kommun;28;{norr}\n"
    "syd;Enhet Syd;labour_market;Ekelunda kommun;28;\n"
)


def before(code):
    return set(Unit.objects.get(code=code).succeeds.values_list("code", flat=True))


def test_a_unit_of_the_file_comes_after_several_and_the_same_file_changes_nothing(folder):
    units = UNITS.format(ost="norr, syd", norr="")
    assert run(folder(units=units))[1] == 0
    assert before("ost") == {"norr", "syd"}
    again, _status = run(folder(units=units))
    assert (again["new"], again["changed"]) == (0, 0)


def test_a_file_adds_and_takes_nothing_away_and_a_trial_says_so(folder):
    run(folder(units=UNITS.format(ost="norr", norr="")))
    more = folder(units=UNITS.format(ost="syd", norr=""))
    answer, _status = run(more, "--dry-run")
    assert [tuple(one.values()) for one in answer["changes"]] == [("units.csv", 2, "succeeds", "norr", "norr, syd")]
    assert before("ost") == {"norr"}
    run(more)
    assert before("ost") == {"norr", "syd"}


@pytest.mark.parametrize(
    ("ost", "norr", "words"),
    [("ost", "", "ost → ost"), ("norr, syd", "ost", "ost → norr → ost"), ("okänd", "", "Ingen enhet har den koden")],
)
def test_a_circle_and_an_unknown_unit_are_refused_in_words(folder, ost, norr, words):
    answer, status = run(folder(units=UNITS.format(ost=ost, norr=norr)))
    told = [one["reason"] for one in answer["refused"] if one["column"] == "succeeds"]
    assert status == 2
    assert any(words in reason for reason in told), told
    assert not Unit.objects.exclude(succeeds=None).exists()


def test_a_circle_through_what_is_here_already_is_refused(folder):
    run(folder(units=UNITS.format(ost="norr", norr="")))
    answer, status = run(folder(units=UNITS.format(ost="", norr="ost")))
    assert status == 2
    assert "norr → ost → norr" in answer["refused"][0]["reason"]


def keep_name(family_name):
    jonna = Membership.objects.get(colleague__email="jonna@ekelunda.example")
    with as_(jonna):
        me = Colleague.objects.get(pk=jonna.colleague_id)
        about = {"title": "", "phone": "", "languages": []}
        edition = ProfileForm.begun(me)["edition"]
        operations.keep_profile(colleague=me, edition=edition, given_name="Jonna", family_name=family_name, **about)


def test_a_name_that_its_colleague_has_put_right_stands_and_the_import_says_so(folder):
    run(folder())
    keep_name("Mallgren-Ek")
    answer, status = run(folder())
    assert (status, answer["changed"]) == (0, 0)
    assert Colleague.objects.get(email="jonna@ekelunda.example").family_name == "Mallgren-Ek"
    (told,) = [one for one in answer["notes"] if one["file"] == "staff.csv"]
    assert (told["line"], told["column"]) == (2, "family_name")
    assert "Rätta det i filen" in told["reason"]
    agreed, _status = run(folder(staff=FOLDER["staff.csv"].replace("Mallgren", "Mallgren-Ek")))
    assert "notes" not in agreed, "once they agree nothing is told"


def test_a_name_that_nobody_has_written_here_is_the_files(folder):
    run(folder())
    keep_name("Mallgren")  # a profile kept with the same name
    run(folder(staff=FOLDER["staff.csv"].replace("Mallgren", "Mall").replace("Låtsberg", "Låts")))
    assert set(Colleague.objects.people().values_list("family_name", flat=True)) == {"Mall", "Låts"}


def test_a_month_that_was_moved_stands_where_it_is_now(folder):
    run(folder())
    kept = SupportMonth.objects.get(month=date(2026, 9, 1))
    unit = make_unit("social_service")
    Grant.objects.create(person=kept.person, unit=unit, scope="assistance", basis="assignment")
    with as_(make_colleague("social_worker", unit)):
        begun = CorrectMonthForm.begun(kept)
        correct_month(kept=kept, why="Det var augusti", **{**begun, "month": date(2026, 8, 1), "amount": 7000})
    august = FOLDER["support_months.csv"].replace("2026-09", "2026-08")
    answer, status = run(folder(support_months=august))
    assert (status, answer["changed"]) == (0, 0)
    assert SupportMonth.objects.get(pk=kept.pk).amount == 7000
    assert [(one["line"], one["column"]) for one in answer["notes"]] == [(2, "month")]


def test_a_month_that_was_put_right_stands_and_the_import_says_so(folder):
    run(folder())
    kept = SupportMonth.objects.get(month=date(2026, 9, 1))
    unit = make_unit("social_service")
    Grant.objects.create(person=kept.person, unit=unit, scope="assistance", basis="assignment")
    with as_(make_colleague("social_worker", unit)):
        begun = CorrectMonthForm.begun(kept)
        correct_month(kept=kept, why="Fel belopp", **{**begun, "amount": 7000})
        take_out_month(kept=SupportMonth.objects.get(person=kept.person, month=date(2026, 10, 1)), why="Fanns inte")
    answer, status = run(folder())
    assert (status, answer["new"], answer["changed"]) == (0, 0, 0)
    assert list(SupportMonth.objects.filter(person=kept.person).values_list("amount", flat=True)) == [7000]
    assert [(one["line"], one["column"]) for one in answer["notes"]] == [(2, "month"), (3, "month")]
