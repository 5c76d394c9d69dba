"""What an extract calls its files and columns is said once, saved by name, and told at each use."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from trappan.exchange.models import SavedNaming
from trappan.exchange.testing import run
from trappan.people.models import Person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
SAID = (
    "--mapping",
    "procapita",
    "--file",
    "personer.csv=people.csv",
    "--column",
    "people.csv:Personnr=pin",
    "--column",
    "people.csv:förnamn=given_name",
    "--column",
    "people.csv:efternamn=family_name",
    "--column",
    "people.csv:anteckning=",
)


@pytest.fixture
def theirs(tmp_path):
    (tmp_path / "personer.csv").write_text("PersonNr;Förnamn;Efternamn;Anteckning\n199111052388;Åsa;Påhitt;hemligt\n")
    return tmp_path


def test_a_mapping_is_saved_by_name_and_reused(theirs):
    answer, status = run(theirs, *SAID)
    assert (status, answer["new"]) == (0, 1), answer
    answer, status = run(theirs, "--mapping", "procapita")
    assert (status, answer["unchanged"]) == (0, 1)
    assert answer["mapping"]["files"] == {"personer.csv": "people.csv"}
    assert Person.objects.get().name == "Åsa Påhitt"
    assert SavedNaming.objects.count() == 1, "the same said again is no new edition"


def test_another_word_is_a_new_edition_and_the_old_one_stays(theirs):
    run(theirs, *SAID)
    (theirs / "personer.csv").write_text("PersonNr;Tilltal;Efternamn\n199111052388;Åsa;Påhitt\n")
    more = ("--mapping", "procapita", "--column", "people.csv:tilltal=given_name")
    assert run(theirs, *more)[1] == 0
    assert SavedNaming.objects.count() == 2
    assert "tilltal" not in SavedNaming.objects.last().columns["people.csv"]


def test_what_is_read_as_what_is_told_and_refusals_use_the_extract_s_own_names(theirs):
    out = StringIO()
    call_command("import", str(theirs), *SAID, stdout=out)
    assert "personer.csv läses som people.csv" in out.getvalue()
    assert "people.csv: personnr läses som pin" in out.getvalue()
    assert "people.csv: anteckning läses inte" in out.getvalue()
    (theirs / "personer.csv").write_text("PersonNr;Förnamn;Efternamn\n199111052389;Åsa;Påhitt\n")
    answer, status = run(theirs, "--mapping", "procapita")
    assert status == 2
    assert [(one["file"], one["line"], one["column"]) for one in answer["refused"]] == [("personer.csv", 2, "personnr")]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--mapping", "ingen"), "Ingen mappning heter ingen"),
        (("--file", "personer.csv=folk.csv"), "people.csv"),
        (("--column", "people.csv:Personnr=nummer"), "family_name"),
        (("--column", "Personnr=pin"), "FIL:DERAS=VÅRT"),
        (("--days", "dmy"), "day-first"),
        (("--mapping", "n" * 101, "--days", "day-first"), "100 tecken"),
    ],
)
def test_what_is_no_mapping_is_refused_in_one_sentence(theirs, arguments, says):
    with pytest.raises(CommandError, match=says) as refusal:
        call_command("import", str(theirs), *arguments, stdout=StringIO())
    assert refusal.value.returncode == 2
    assert not SavedNaming.objects.exists()


def test_two_files_that_are_read_as_one_are_refused(theirs):
    (theirs / "people.csv").write_text("pin;given_name;family_name\n9404172398;Åke;Dikt\n")
    answer, status = run(theirs, *SAID)
    assert status == 2
    assert "people.csv" in answer["refused"][0]["reason"]
