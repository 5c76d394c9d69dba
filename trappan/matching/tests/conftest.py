"""What the tests of matching stand on: somebody to hand over, and two employer teams."""

import pytest

from tests.testing import Town
from trappan.cases import operations as cases
from trappan.cases.models import Case
from trappan.employers.testing import make_opening
from trappan.matching import operations
from trappan.matching.testing import make_search
from trappan.people.operations import keep_contact
from trappan.people.testing import make_person
from trappan.staff.testing import as_, make_colleague, make_unit


class Handed:
    """A case with a consultant, two employer teams with an officer each, and somebody to hand over."""

    def __init__(self):
        self.town = Town()
        self.jonna = self.town.jonna
        self.team, self.others = (make_unit("employer_team", self.town.municipality) for _one in range(2))
        self.linnea, self.olle = (make_colleague("employer_officer", one) for one in (self.team, self.others))
        self.case = self.opened()
        self.person = self.case.person

    def opened(self) -> Case:
        person = make_person(self.town.ulla)
        with as_(self.town.ulla) as actor:
            keep_contact(person=person, phone="070-1740605")
            case = cases.open_case(person=person, by=actor, unit=self.town.labour)
            cases.assign(case=case, to=self.jonna)
        case.refresh_from_db()
        return case


@pytest.fixture
def handed(today):
    return Handed()


@pytest.fixture
def asked(handed, today):
    """Somebody on Linnea's list who is willing, asked about two openings."""
    handed.search = make_search(handed.jonna, handed.case, handed.team)
    handed.openings = [make_opening(handed.linnea, title=title) for title in ("Köksbiträde", "Diskare")]
    with as_(handed.linnea) as actor:
        handed.proposals = []
        for opening in handed.openings:
            made = operations.ask_person(search=handed.search, opening=opening, today=actor.today)
            operations.answer_as_person(proposal=made, willing=True, today=actor.today)
            made.refresh_from_db()
            handed.proposals.append(made)
    return handed
