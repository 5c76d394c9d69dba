"""`exits.csv`: of which kind, with which support, in which occupation and at whom, each held against its reason."""

import pytest

from trappan.cases.testing import make_case
from trappan.employers.testing import NUMBER, make_employer, make_officer
from trappan.exchange.testing import run
from trappan.outcomes.models import Exit
from trappan.people.models import Number
from trappan.rules.models import ConceptMark
from trappan.rules.occupations import marks_of
from trappan.rules.testing import make_concept

pytestmark = pytest.mark.django_db
HEAD = "pin;day;reason;form;checked_on;kind;support_form;source;occupation;employer;finished_on\n"


@pytest.fixture
def case(today):
    return make_case()


@pytest.fixture
def take(tmp_path, case):
    pin = Number.objects.get(person=case.person).number

    def go(cells, head=HEAD, employers=""):
        (tmp_path / "exits.csv").write_text(f"{head}{pin};{cells}\n", encoding="utf-8")
        if employers:
            (tmp_path / "employers.csv").write_text(employers, encoding="utf-8")
        return run(tmp_path, "--municipality", "Provkommunen")

    return go


@pytest.fixture
def opened(case):
    """A case that was open a year before today."""
    case.opened_on = case.opened_on.replace(year=2025)
    case.save(update_fields=["opened_on"])
    return case


@pytest.mark.requirement("R-249")
def test_an_exit_comes_with_its_kind_support_occupation_and_employer(take, opened):
    care = make_concept("Undersköterska")
    ConceptMark.objects.create(concept=care, kind="shortage", starts_on=opened.opened_on, source="Prov")
    home = make_employer(make_officer(), name="Påhittade Hemmet", organisation_number=NUMBER)
    row = f"2026-06-01;work;vårdbiträde;2026-07-02;a1;new_start;paper;undersköterska;{NUMBER};"
    told, status = take(row)
    assert (status, told["new"], told.get("notes")) == (0, 1, None), told
    done = Exit.objects.get()
    assert (done.code, done.source, done.occupation, done.employer, done.employer_name) == (
        "A2",
        "paper",
        care,
        home,
        "Påhittade Hemmet",
    )
    assert [mark.kind for mark in marks_of(done.occupation, done.day)] == ["shortage"]
    assert done.is_self_support
    told, _status = take(row)
    assert (told["new"], told["changed"]) == (0, 0)


@pytest.mark.requirement("R-250")
def test_level_and_finish_of_studies(take, opened):
    told, status = take("2026-01-12;studies;komvux;;b1;;admission;;;2026-06-05")
    assert (status, told["new"]) == (0, 1), told
    done = Exit.objects.get()
    assert (done.sub_code, str(done.finished_on), done.support_form) == ("b1", "2026-06-05", "")


def test_a_file_without_the_columns_leaves_what_stands_and_another_reason_takes_it_away(take, opened):
    take("2026-06-01;work;vårdbiträde;2026-07-02;a1;new_start;paper;;Kaféet;")
    few = "pin;day;reason;form;checked_on\n"
    told, _status = take("2026-06-01;work;vårdbiträde;", few)
    assert (told["new"], told["changed"]) == (0, 0), "neither the check nor what was said of the end is lost"
    told, status = take("2026-06-01;municipal;parken;", few)
    assert (status, told["changed"]) == (0, 1), told
    done = Exit.objects.get()
    assert (done.reason, done.sub_code, done.employer_name, done.held) == ("municipal", "", "", None)


@pytest.mark.requirement("R-106")
@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ("2026-06-01;work;butik;;p1;;;;;", "kind"),
        ("2026-06-01;work;butik;;zz;;;;;", "kind"),
        ("2026-06-01;work;butik;;a1;municipal;;;;", "support_form"),
        ("2026-06-01;work;butik;;a4;new_start;;;;", "support_form"),
        ("2026-06-01;municipal;butik;;;extra_service;;;;", "support_form"),
        ("2026-06-01;work;butik;;a1;;tidningen;;;", "source"),
        ("2026-06-01;other;;;;;;Kock;;", "occupation"),
        ("2026-06-01;studies;komvux;;b1;;;;Kaféet;", "employer"),
        ("2026-06-01;work;butik;;a1;;;;556016-0680;", "employer"),
        ("2026-06-01;work;butik;;a1;;;;;2026-07-01", "finished_on"),
        ("2026-06-01;studies;komvux;;b1;;;;;2026-05-01", "finished_on"),
        ("2026-06-01;studies;komvux;;b1;;;;;2027-05-01", "finished_on"),
    ],
)
def test_what_cannot_be_is_refused_in_its_column_and_nothing_comes_in(take, opened, cells, column):
    told, status = take(cells)
    assert status != 0
    assert [one["column"] for one in told["refused"]] == [column], told
    assert not Exit.objects.exists()


def test_an_employer_of_the_same_folder_is_the_registers(take, opened):
    told, status = take(
        f"2026-06-01;work;butik;;a1;;;;{NUMBER};",
        employers=f"name;kind;organisation_number\nFrakten;company;{NUMBER}\n",
    )
    assert status == 0, told
    assert Exit.objects.get().employer.name == "Frakten"
