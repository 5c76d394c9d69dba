"""Take a checked extract in: all of it in one transaction, the same folder twice changes nothing."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan import database
from trappan.exchange.changes import Change, Tally, veil
from trappan.exchange.checks import Known
from trappan.exchange.loading import load
from trappan.exchange.loading.loader import Loader
from trappan.exchange.models import SavedNaming
from trappan.exchange.naming import Naming
from trappan.exchange.reading import Extract, Problem
from trappan.history.record import record
from trappan.refusals import Refused, Sentences, refusing

# What the checks could not see coming: the database's own no, with the file that it is about.
NO: Sentences = {
    "place_is_free": (
        "placements.csv",
        _("An activity has more people at the same time than places. Raise its places or correct the periods."),
    ),
    "placement_needs_consent": (
        "placements.csv",
        _("A partner who cooperates needs each person's consent. Write the consent down first, or leave the row out."),
    ),
    "protected_needs_named_supervisor": (
        "placements.csv",
        _(
            "A person with protected identity is placed by hand, with a decision and a named supervisor. "
            "Leave the row out."
        ),
    ),
    "activity_is_open": (
        "placements.csv",
        _("A placement begins on a day when the activity is not open. Correct the activity's days."),
    ),
    "one_open_case": (
        "cases.csv",
        _("A colleague has opened a case for one of the people while the import was running. Start it again."),
    ),
    "one_employer_a_number": (
        "employers.csv",
        _("A colleague has written down one of the employers while the import was running. Start it again."),
    ),
    "one_opening_a_code": (
        "openings.csv",
        _("A colleague has written down one of the openings while the import was running. Start it again."),
    ),
    "places_are_taken": (
        "openings.csv",
        _("An opening has fewer places in the file than people who have got one there. Raise its places."),
    ),
    "one_person_a_number": (
        "people.csv",
        _("A colleague has registered one of the numbers while the import was running. Start it again."),
    ),
}


class Stop(Exception):
    """Ends a trial run: everything is rolled back."""


@dataclass
class Result:
    """What became of the folder, file by file; what was only told; and the database's own no, if it said one."""

    tallies: list[Tally] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)
    refusal: Problem | None = None

    @property
    def totals(self) -> tuple[int, int, int]:
        counts = [tally.counts for tally in self.tallies]
        new, changed, unchanged = (sum(count[at] for count in counts) for at in range(3))
        return new, changed, unchanged

    @property
    def changes(self) -> list[Change]:
        return [change for tally in self.tallies for change in tally.changes]


def take_in(
    *, extract: Extract, known: Known, dry_run: bool, municipality: str, progress: Callable[[str], None]
) -> Result:
    """Take in a checked extract; or only see what would happen, and then also what would differ."""
    result = Result(notes=extract.notes)
    try:
        with refusing(NO), transaction.atomic():
            loader = Loader(extract, known, municipality, progress, preview=dry_run)
            result.tallies = load(loader)
            new, changed, unchanged = result.totals
            record("exchange.take_in", kind="access", new=new, changed=changed, unchanged=unchanged)
            database.execute("SET CONSTRAINTS ALL IMMEDIATE")
            if dry_run:
                hide_protected(loader, result)
                raise Stop
    except Stop:
        pass
    except Refused as no:
        return Result(notes=extract.notes, refusal=Problem(no.field, line_of(no, extract), "", "", str(no)))
    return result


def line_of(no: Refused, extract: Extract) -> int:
    """Return the line that the database's no is about, where it names the activity; 0 for the whole file."""
    diag = getattr(getattr(no.__cause__, "__cause__", None), "diag", None)
    code = getattr(diag, "message_detail", None)
    return max((row["line"] for row in extract.of("placements.csv") if row["activity"] == code), default=0)


@transaction.atomic
def keep_naming(*, name: str, naming: Naming) -> None:
    """Save what an extract calls its files and columns under a name, as a new edition where it differs."""
    if find_naming(name) != naming:
        SavedNaming.objects.create(
            name=name,
            files=dict(naming.files),
            columns={file: dict(columns) for file, columns in naming.columns.items()},
            days=naming.days,
        )
        record("exchange.keep_naming", scope="log", name=name)


def find_naming(name: str) -> Naming | None:
    """Return what is saved under a name; None where nothing is."""
    saved = SavedNaming.objects.filter(name=name).first()
    return Naming(saved.files, saved.columns, saved.days) if saved else None


def hide_protected(loader: Loader, result: Result) -> None:
    """Show nobody what differs about a protected person, also one whom this very extract protects."""
    protected = {
        row[0]
        for row in database.query(
            "SELECT id FROM people_person WHERE id = ANY (%s) AND protection <> 'none'", [list(loader.people.values())]
        )
    }
    for tally in result.tallies:
        veil(tally, loader.people, protected)
