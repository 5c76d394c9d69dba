"""Load a checked extract, file after file, in the order in which the files point at each other."""

from trappan.exchange.changes import Tally
from trappan.exchange.loading.activities import activities, placements
from trappan.exchange.loading.attendance import attendance
from trappan.exchange.loading.cases import cases, exits, moves
from trappan.exchange.loading.employers import employers
from trappan.exchange.loading.grants import give_grants
from trappan.exchange.loading.loader import Loader
from trappan.exchange.loading.openings import openings
from trappan.exchange.loading.people import persons, support_months
from trappan.exchange.loading.series import population, series
from trappan.exchange.loading.staff import become_importer, staff, units

STEPS = (
    ("units.csv", units),
    ("staff.csv", staff),
    ("people.csv", persons),
    ("support_months.csv", support_months),
    ("cases.csv", cases),
    ("activities.csv", activities),
    ("placements.csv", placements),
    ("attendance.csv", attendance),
    ("steps.csv", moves),
    ("exits.csv", exits),
    ("employers.csv", employers),
    ("openings.csv", openings),
    ("population.csv", population),
    ("series.csv", series),
)


def load(loader: Loader) -> list[Tally]:
    """Load every file that the extract has and tell what became of its rows."""
    become_importer(loader)
    tallies = []
    for name, step in STEPS:
        rows = loader.extract.of(name)
        if rows:
            loader.progress(name)
            tally = Tally(name, rows)
            step(loader, tally)
            tallies.append(tally)
    loader.progress("grants")
    give_grants(loader)
    return tallies
