"""Somebody becomes protected while a file is made, each in a session of its own login: no name is in what is kept.

Of each kind of file at each moment: under way when the making begins, between that it is read and that it is kept, and
after. The worker's session is its login's, and the colleague's is a page's.
"""

import threading
import time
from contextlib import contextmanager
from datetime import date

import pytest
from django.db import connection

from trappan import database
from trappan.assistance.models import SupportMonth
from trappan.exchange import jobs as exchange
from trappan.exchange import operations as deliveries
from trappan.exchange.models import DeliveryFile
from trappan.insight import operations as figures
from trappan.insight.extract import making
from trappan.insight.extract.making import make as make_extract
from trappan.insight.models import ExtractFile
from trappan.insight.parquet import answered
from trappan.insight.testing import build
from trappan.insight.tests.test_board import LAST
from trappan.people.models import Household, Number
from trappan.people.operations import protect
from trappan.people.testing import make_person
from trappan.schedules.testing import set_today
from trappan.secrecy.acting import entered
from trappan.staff import list_files
from trappan.staff.models import ListFile
from trappan.staff.operations.list_file import order_list_file
from trappan.staff.testing import as_, as_web, make_colleague, make_unit
from trappan.testing import TODAY
from trappan.ui.testing import sheet

PATIENCE = 30


class List:
    """A long list of the social worker's."""

    lock = "staff.list_files"

    def __init__(self, town):
        about = {"title": "x", "name": "x", "right": "desk.export_people", "question": {}}
        with as_(town.ulla):
            self.row = order_list_file(address="/people/?file=xlsx", **about).pk

    def make(self):
        list_files.make_list_file(self.row)

    def kept(self):
        """Return the names in what is kept; None where nothing is."""
        content = ListFile.objects.get().content
        return None if content is None else {row[0] for row in sheet(bytes(content))[1:]} - {"Skyddad identitet"}

    @contextmanager
    def when_read(self, happens):
        """Let something happen between that it is read and that it is kept."""

        @contextmanager
        def then(*by):
            with entered(*by) as actor:
                yield actor
            happens()

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(list_files, "entered", then)
            yield


class Delivery:
    """The statistics' file of a month."""

    lock = "exchange.make"

    def __init__(self, town):
        self.named = {Number.objects.get(person=one).number: one.name for one in town.people}
        with as_(town.controller):
            self.row = deliveries.order_delivery(kind="statistics_month", first=LAST)

    def make(self):
        exchange.make(self.row)

    def kept(self):
        content = DeliveryFile.objects.filter(content__isnull=False).values_list("content", flat=True).first()
        return None if content is None else {name for number, name in self.named.items() if number in content}


class Extract:
    """An extract for research, in which nobody is named: who is in it is told by the obstacle, another of each."""

    lock = "insight.left_out"

    def __init__(self, town):
        self.named = dict(zip(OBSTACLES, (one.name for one in town.people), strict=True))
        about = {"reference": "S", "project": "S", "recipient": "S", "purpose": "S", "ends_on": date(2026, 12, 1)}
        with as_(town.controller) as actor:
            asked = figures.ask_extract(by=actor, columns=["obstacle"], since=LAST, month=LAST, **about)
        with as_(town.director):
            figures.decide_extract(extract=asked, outcome="granted", reason="S")
        self.row = asked.pk

    def make(self):
        make_extract(self.row)

    def kept(self):
        file = ExtractFile.objects.first()
        if file is None:
            return None
        return {self.named[row["obstacle"]] for row in answered([bytes(file.content)], "x", "SELECT * FROM x")}

    @contextmanager
    def when_read(self, happens):
        def then(files, name, asked):
            happens()
            return answered(files, name, asked)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(making, "answered", then)
            yield


OBSTACLES = ("unemployed", "parental")


class Town:
    def __init__(self):
        set_today(TODAY)
        self.ulla = make_colleague("social_worker", make_unit("social_services"))
        house = make_unit("management")
        self.controller, self.director = (make_colleague(role, house) for role in ("controller", "director"))
        self.people = [make_person(self.ulla, given_name="Ett", family_name=name) for name in ("Aa", "Bb")]
        for one, obstacle in zip(self.people, OBSTACLES, strict=True):
            common = {"household": Household.objects.create(), "role": "applicant", "household_type": 1}
            SupportMonth.objects.create(person=one, month=LAST, obstacle=obstacle, **common)
        build(LAST)


@pytest.fixture
def town(transactional_db):
    yield Town()
    # The library's own tables are none of Django's, which empties the others.
    database.execute("TRUNCATE procrastinate_jobs, procrastinate_workers, procrastinate_events CASCADE")


class Session(threading.Thread):
    """Somebody's own session: a worker's by its login's name, everybody else's as a page's."""

    def __init__(self, does, name=None):
        super().__init__(name=name, daemon=True)
        self.does, self.fault = does, None
        self.start()

    def run(self):
        try:
            self.does()
        except BaseException as fault:
            self.fault = fault
        finally:
            connection.close()

    def ended(self):
        self.join(PATIENCE)
        assert not self.is_alive(), "it waits still"
        if self.fault:
            raise self.fault


def worker(does):
    return Session(does, "trappan_nightly")


def wait_for_turn(lock):
    """Wait until somebody waits for an advisory lock."""
    key = database.query("SELECT hashtextextended(%s, 0) AS key", [lock])[0].key
    ends = time.monotonic() + PATIENCE
    asked = (
        "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted "
        "AND (classid::bigint << 32 | objid::bigint) = %s"
    )
    while not database.query(asked, [key]):
        assert time.monotonic() < ends, "nobody waits"
        time.sleep(0.02)


def then_made_anew(made, town):
    """Nobody is told; made once more, the other alone is in it."""
    assert made.kept() is None
    worker(made.make).ended()
    assert made.kept() == {town.people[1].name}


@pytest.mark.parametrize("kind", [List, Delivery, Extract])
class TestAtEachMoment:
    def test_under_way_when_it_is_begun_it_is_waited_for(self, town, kind):
        made = kind(town)
        begun, go_on = threading.Event(), threading.Event()

        def protects():
            with as_web(town.ulla):
                protect(person=town.people[0], protection="marked")
                begun.set()
                assert go_on.wait(PATIENCE)

        colleague = Session(protects)
        assert begun.wait(PATIENCE)
        at_it = worker(made.make)
        wait_for_turn(made.lock)
        go_on.set()
        colleague.ended()
        at_it.ended()
        if kind is List:  # it had read nothing
            assert made.kept() == {town.people[1].name}
        else:
            then_made_anew(made, town)

    def test_between_reading_and_keeping_it_is_not_kept(self, town, kind):
        made = kind(town)

        begun = threading.Event()

        def protects():
            with as_web(town.ulla):
                if kind is Delivery:  # It is read in one function, and waits only where it is to be kept.
                    database.execute("SELECT pg_advisory_xact_lock_shared(hashtextextended(%s, 0))", [made.lock])
                    begun.set()
                    wait_for_turn(made.lock)
                protect(person=town.people[0], protection="marked")

        if kind is Delivery:
            colleague = Session(protects)
            assert begun.wait(PATIENCE)
            worker(made.make).ended()
            colleague.ended()
        else:
            with made.when_read(lambda: Session(protects).ended()):
                worker(made.make).ended()
        then_made_anew(made, town)

    def test_afterwards_it_is_emptied_in_the_same_moment(self, town, kind):
        made = kind(town)
        worker(made.make).ended()
        assert made.kept() == {one.name for one in town.people}

        def protects():
            with as_web(town.ulla):
                protect(person=town.people[0], protection="marked")

        Session(protects).ended()
        assert made.kept() is None
