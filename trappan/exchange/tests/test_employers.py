"""`employers.csv`: brought in once, known again by number or name, changed by what it says, refused line by line."""

from datetime import timedelta

import pytest

from trappan.employers.merging import Moves
from trappan.employers.models import Contact, Employer, Workplace
from trappan.employers.operations import merge_employer
from trappan.employers.testing import NUMBER, OTHER_NUMBER, make_employer, make_officer
from trappan.exchange.testing import run
from trappan.staff.testing import as_

pytestmark = pytest.mark.django_db
HEAD = "name;kind;organisation_number;branch;workplace;address;size;languages;contact\n"
KITCHEN = "Köket AB;company;16402000-4612;Restaurang och café;Hamngatan 9;;16;arabiska, svenska;"
VERA = "Vera Diktare, driftchef, 08-465 004 11, vera@koket.example"
PARK = "Parken;department;;garden;;Slottsparken 1;;;\n"


@pytest.fixture
def take(tmp_path, today):
    def go(content, *arguments):
        (tmp_path / "employers.csv").write_text(HEAD + content, encoding="utf-8")
        return run(tmp_path, "--municipality", "Provkommunen", *arguments)

    return go


def test_each_comes_with_its_workplace_and_contact_and_twice_changes_nothing(take):
    told, status = take(f"{KITCHEN}{VERA}\n{PARK}")
    assert (status, told["new"], told["changed"]) == (0, 2, 0), told
    kitchen = Employer.objects.get(organisation_number=NUMBER)
    assert (kitchen.kind, kitchen.municipality.name) == ("company", "Provkommunen")
    place = Workplace.objects.get(employer=kitchen)
    assert (place.name, place.branch, place.size, place.languages) == (
        "Hamngatan 9",
        "restaurant",
        16,
        ["arabiska", "svenska"],
    )
    vera = Contact.objects.get()
    assert (vera.name, vera.title, vera.phone, vera.email) == (
        "Vera Diktare",
        "driftchef",
        "08-465 004 11",
        "vera@koket.example",
    )
    assert Workplace.objects.get(employer__name="Parken").name == "Slottsparken 1"
    told, _status = take(f"{KITCHEN}{VERA}\n{PARK}")
    assert (told["new"], told["changed"], told["unchanged"]) == (0, 0, 2)


def test_another_name_for_the_same_number_is_the_same_employer(take):
    take(f"{KITCHEN}\n")
    told, _status = take(KITCHEN.replace("Köket AB", "Storköket AB") + "\n")
    assert (told["new"], told["changed"]) == (0, 1)
    assert Employer.objects.get().name == "Storköket AB"


def test_one_without_a_number_is_known_by_name_and_gets_its_number(take):
    make_employer(make_officer(), name="köket ab", good_to_know="Halkskydd")
    told, _status = take(f"{KITCHEN}\n")
    assert (told["new"], told["changed"]) == (0, 1)
    assert (Employer.objects.get().organisation_number, Employer.objects.get().good_to_know) == (NUMBER, "Halkskydd")


def test_the_same_number_elsewhere_is_another_municipalitys(take):
    make_employer(make_officer("Grannkommunen"), name="Köket", organisation_number=NUMBER)
    told, status = take(f"{KITCHEN}\n")
    assert (status, told["new"]) == (0, 1)
    assert Employer.objects.filter(organisation_number=NUMBER).count() == 2


@pytest.mark.parametrize(
    ("rows", "where", "says"),
    [
        ("Köket;company;402000-4613;;;;;;\n", (2, "organisation_number"), "sista siffran"),
        ("Köket;company;900101-2384;;;;;;\n", (2, "organisation_number"), "personnummer"),
        ("Köket;bolag;;;;;;;\n", (2, "kind"), "company"),
        ("Köket;company;;rymden;;;;;\n", (2, "branch"), "branschen"),
        ("Köket;company;;;;;noll;;\n", (2, "size"), "heltal"),
        ("Köket;company;;;;;;;Kim 19900101-2384\n", (2, "contact"), "personnummer"),
        (f"Parken;department;{NUMBER};;;;;;\n", (2, "organisation_number"), "avdelning"),
        (f"Ett;company;{NUMBER};;;;;;\nTvå;company;4020004612;;;;;;\n", (3, "organisation_number"), "Rad 2"),
        ("Köket;company;;;;;;;\nKÖKET;company;;;;;;;\n", (3, "name"), "Rad 2"),
    ],
)
def test_a_bad_row_is_refused_at_its_place_and_nothing_is_taken_in(take, rows, where, says):
    told, status = take(rows)
    assert status != 0
    found = told["refused"][0]
    assert (found["line"], found["column"]) == where
    assert says in found["reason"]
    assert not Employer.objects.exists()


def test_one_that_has_gone_up_in_another_is_told_with_which(take):
    linnea = make_officer()
    old = make_employer(linnea, name="Köksfabeln", organisation_number=NUMBER)
    new = make_employer(linnea, name="Storköket", organisation_number=OTHER_NUMBER)
    with as_(linnea) as actor:
        merge_employer(employer=old, into=new, today=actor.today, edition=Moves.of(old).edition)
    told, _status = take(f"{KITCHEN}\n")
    assert "gått upp i Storköket" in told["refused"][0]["reason"]


def test_a_trial_run_tells_what_would_change_and_changes_nothing(take):
    take(f"{KITCHEN}{VERA}\n")
    told, _status = take(f"{KITCHEN.replace(';16;', ';20;')}{VERA}\n", "--dry-run")
    assert [(one["column"], one["old"], one["new"]) for one in told["changes"]] == [("size", "16", "20")]
    assert Workplace.objects.get().size == 16


@pytest.mark.parametrize(
    ("rows", "line"),
    [
        (f"Köket;company;{NUMBER};;;;;;\nKöket;company;{OTHER_NUMBER};;;;;;\n", 3),
        (f"Köket;company;;;;;;;\nKöket;company;{NUMBER};;;;;;\n", 3),
    ],
)
def test_two_lines_never_become_one_employer_that_is_here(take, rows, line):
    make_employer(make_officer(), name="Köket")
    told, status = take(rows)
    assert status != 0
    assert [(one["line"], one["column"]) for one in told["refused"]] == [(line, "name")]
    assert "Rad 2" in told["refused"][0]["reason"]
    assert Employer.objects.get().organisation_number == ""


def test_a_line_without_a_number_is_not_the_one_that_another_line_names_by_number(take):
    make_employer(make_officer(), name="Köket", organisation_number=NUMBER)
    told, _status = take(f"Köket;company;;;;;;;\nKöket;company;{NUMBER};;;;;;\n")
    assert [(one["line"], one["column"]) for one in told["refused"]] == [(2, "name")]
    assert "Rad 3" in told["refused"][0]["reason"]


def test_two_of_one_name_come_as_two_and_again_change_nothing(take):
    rows = f"Köket;company;{NUMBER};;;;16;;\nKöket;company;;;;;8;;\n"
    for new in (2, 0):
        told, status = take(rows)
        assert (status, told["new"], told["changed"]) == (0, new, 0), told
    assert sorted(Employer.objects.values_list("organisation_number", flat=True)) == ["", NUMBER]


def test_what_has_merged_in_another_municipality_stops_nobody_here(take):
    neighbour = make_officer("Grannkommunen")
    old, new = make_employer(neighbour, organisation_number=NUMBER), make_employer(neighbour)
    with as_(neighbour) as actor:
        merge_employer(employer=old, into=new, today=actor.today, edition=Moves.of(old).edition)
    told, status = take(f"{KITCHEN}\n")
    assert (status, told["new"]) == (0, 1), told


def test_a_workplace_with_a_last_day_to_come_is_here(take, today):
    take(f"{KITCHEN}\n")
    Workplace.objects.update(closed_on=today + timedelta(days=30))
    told, _status = take(KITCHEN.replace(";16;", ";20;") + "\n")
    assert (told["new"], told["changed"]) == (0, 1)
    assert Workplace.objects.get().size == 20
