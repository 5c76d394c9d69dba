"""What is due is the database's own day's, done once; what fails is undone, told, and tried again."""

from datetime import timedelta

import pytest
from django.test import Client

from trappan import database
from trappan.insight.models import BuildOrder, TellOrder
from trappan.schedules.testing import set_today
from trappan.testing import TODAY, WebClient
from trappan.worker import jobs
from trappan.worker.jobs import Order, see_to_what_is_due

pytestmark = pytest.mark.django_db


@pytest.fixture
def chores(monkeypatch):
    """A room with a chore and an order of its own, beside the others' nothing."""
    done = []
    monkeypatch.setattr(jobs, "each_day", lambda: {"test.chore": lambda: done.append("chore")})
    monkeypatch.setattr(jobs, "orders", list)
    return done


def test_a_chore_is_done_once_a_day_of_the_database(chores):
    set_today(TODAY)
    for _minute in range(3):
        see_to_what_is_due()
    assert chores == ["chore"]
    set_today(TODAY + timedelta(days=1))
    see_to_what_is_due()
    assert chores == ["chore", "chore"]


def test_a_chore_that_fails_is_undone_and_stops_no_other(chores, monkeypatch, caplog):
    set_today(TODAY)

    def fails():
        database.execute("DELETE FROM worker_done")
        chores.append("failed")
        raise RuntimeError("about Kim")

    monkeypatch.setattr(jobs, "each_day", lambda: {"test.fails": fails, "test.chore": lambda: chores.append("chore")})
    see_to_what_is_due()
    see_to_what_is_due()
    assert chores == ["failed", "chore", "failed"]
    assert "test.fails failed" in caplog.text


def test_a_row_that_fails_keeps_no_other_waiting_and_nothing_is_begun_after_the_end(monkeypatch, chores):
    set_today(TODAY)

    def carry_out(row):
        chores.append(row)
        if row == 1:
            raise RuntimeError

    monkeypatch.setattr(jobs, "orders", lambda: [Order("test.rows", carry_out, lambda: [1, 2, 3])])
    see_to_what_is_due(lambda: 2 in chores)
    assert chores == [1, 2]


def test_what_takes_long_has_a_round_of_its_own(monkeypatch, chores):
    set_today(TODAY)
    monkeypatch.setattr(jobs, "orders", lambda: [Order(name, chores.append, lambda: [1]) for name in ("long", "short")])
    monkeypatch.setattr(jobs, "long_ones", lambda: {"long", "test.chore"})
    see_to_what_is_due()
    assert chores == [1]
    see_to_what_is_due(long=True)
    assert chores == [1, 1, "chore"]


def test_of_years_that_are_rung_for_the_latest_is_told_first_and_after_the_months(db):
    orders = [TellOrder.objects.create(year=year).pk for year in (2021, 2023, 2022)]
    month = BuildOrder.objects.create(month=TODAY.replace(day=1)).pk
    first = "SELECT args ->> 'row' AS row FROM procrastinate_fetch_job_v2(ARRAY['insight.tell', 'insight.build'], NULL)"
    taken = [int(database.query(first)[0].row) for _bell in range(4)]
    assert taken == [month, orders[1], orders[2], orders[0]]


class TestHealth:
    def said(self, age):
        database.execute("DELETE FROM procrastinate_workers")
        if age is not None:
            database.execute(
                "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - make_interval(secs => %s))", [age]
            )
        answer = WebClient().get("/health/")
        assert answer.status_code == 200, "a worker that rests empties no pool of web servers"
        return answer.json()["worker"]

    @pytest.mark.parametrize(("age", "state"), [(None, "down"), (5, "up"), (60, "late"), (600, "down")])
    def test_tells_how_the_worker_is_by_the_age_of_its_last_sign_of_life(self, age, state):
        assert self.said(age) == state

    def test_counts_what_waits_and_says_nothing_else(self):
        database.execute("INSERT INTO procrastinate_jobs (queue_name, task_name) VALUES ('default', 'messages.send')")
        database.execute("INSERT INTO procrastinate_jobs (queue_name, task_name) VALUES ('default', 'worker.due')")
        answer = Client().get("/health/").json()
        assert answer.pop("version")
        assert answer.pop("reminders") == {"late": 0, "last_s": None}
        assert answer.pop("messages") == {}
        assert answer == {"database": "up", "worker": "down", "waiting": 1, "oldest_s": 0, "stalled": 0}
