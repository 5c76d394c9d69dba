"""The small municipality of the tests that span rooms, what its forms send, and homes of its own for a server."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from trappan.activities.models import Activity
from trappan.cases import operations as cases
from trappan.people.testing import make_person
from trappan.plans.models import Plan
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit


@contextmanager
def open_folder() -> Iterator[Path]:
    """Lend a folder that the server's own account reaches, unlike pytest's, which every run of pytest closes."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o711)
        yield Path(folder)


FARID = "19940417-2398"


APPLICATION = {
    "number": FARID,
    "given_name": "Farid",
    "family_name": "Tänktsson",
    "protection": "none",
    "kind": "new",
    "received_on": "2026-11-06",
    "languages": "dari, svenska",
}

CONSULTED = {
    "consult-with_whom": "employment_service",
    "consult-held_on": "2026-11-11",
    "consult-outcome": "Inget hinder.",
}


class Town:
    """A small municipality with one of each."""

    def __init__(self):
        self.municipality = make_organisation("Ekelunda kommun")
        self.labour = make_unit("labour_market", self.municipality)
        self.site = make_unit("site", self.municipality)
        self.ulla = make_colleague(
            "social_worker", make_unit("social_service", self.municipality), name="Ulla Provstedt"
        )
        self.jonna = make_colleague("consultant", self.labour, name="Jonna Mallgren")
        self.karin = make_colleague("head_of_unit", self.labour)
        self.tor = make_colleague("supervisor", self.site, name="Tor Låtsberg")
        self.cafe = self.activity("Café Vidingsjö", self.site, 1)

    def activity(self, name, unit, places):
        return Activity.objects.create(
            code=name, name=name, unit=unit, kind="workplace", places=places, starts_on=date(2021, 1, 1)
        )


def another(town, today):
    """One more person with a case of Jonna's."""
    person = make_person(town.ulla)
    with as_(town.ulla) as actor:
        cases.assign(case=cases.open_case(person=person, by=actor, unit=town.labour), to=town.jonna)
    return person


def edition():
    """Return what the page's hidden field says of the draft."""
    return Plan.objects.get(decided_at=None).in_edition
