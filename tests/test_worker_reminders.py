"""Reminders by real workers: each once though a worker is killed between two or in one, and though two work.

Slow, since processes are started: what is held here no single process can show.
"""

import os
import signal
import threading
import time
from datetime import date
from datetime import time as hour

import pytest
from django.db import transaction

from tests.test_worker import PATIENCE, wait_until, working
from trappan import database
from trappan.activities.testing import make_activity
from trappan.cases.models import Case
from trappan.cases.testing import consultant_of, make_case
from trappan.messages.models import Message
from trappan.messages.testing import gateway
from trappan.people.models import Person
from trappan.people.operations import keep_contact
from trappan.placements.testing import make_placement
from trappan.refusals.editions import edition_of, saved_in
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_

pytestmark = pytest.mark.django_db(transaction=True)
DAY = date(2026, 11, 19)
# `make bench` measures a thousand; whether each goes once shows as well in fewer. Seconds at most, on a busy machine.
MANY, MOST = int(os.environ.get("BENCH_REMINDERS", "30")), 400
COLUMNS = """
SELECT string_agg(quote_ident(column_name), ', ' ORDER BY ordinal_position) AS names FROM information_schema.columns
WHERE table_schema = 'public' AND table_name = %s AND is_generated = 'NEVER'
"""


@pytest.fixture
def placement(transactional_db):
    """Place somebody who has a telephone, whose first day is tomorrow: it is eleven o’clock, and a reminder is due."""
    set_today(date(2026, 11, 18), hour(11))
    case = make_case()
    with as_(consultant_of(case)):
        keep_contact(person=case.person, edition=edition_of(saved_in(None, ["phone"])), phone="070-174 06 05")
    activity = make_activity("Café", places=2 * MANY)
    yield make_placement(consultant_of(case), person=case.person, activity=activity, starts_on=DAY)
    database.execute("TRUNCATE procrastinate_jobs, procrastinate_workers, procrastinate_events CASCADE")


def copied(table, key, many, **changed):
    """Copy a row of a table so many times, with what is changed written with `n`, the copy's number."""
    names = database.query(COLUMNS, [table])[0].names.split(", ")
    values = ", ".join(changed.get(name, name) for name in names)
    made = (
        f"INSERT INTO {table} ({', '.join(names)}) SELECT {values} FROM {table}, generate_series(1, %s) n WHERE id = %s"
    )
    database.execute(made, [many, key])


def others_like(placement, many):
    """Let so many others be placed beside somebody, at the same hours, each with a telephone."""
    of = {"person_id": "900000 + n"}
    case = Case.objects.get(person=placement.person)
    contact, seat = (
        database.query(f"SELECT id FROM {table} WHERE {column} = %s", [value])[0].id
        for table, column, value in (
            ("people_contact", "person_id", placement.person_id),
            ("activities_seatuse", "seat", placement.seat),
        )
    )
    with transaction.atomic():
        copied("people_person", placement.person_id, many, id="900000 + n")
        copied("people_contact", contact, many, id="900000 + n", phone="'070-' || 1000000 + n", **of)
        copied("cases_case", case.pk, many, id="900000 + n", number="'2025-' || 1000 + n", **of)
        own = {"seat": "md5('seat ' || n)::uuid", "id": "900000 + n"}
        copied("placements_placement", placement.pk, many, **own, **of)
        copied("activities_seatuse", seat, many, **own)


def is_waiting():
    """Tell whether somebody has come to a row that another holds."""
    return database.query("SELECT 1 FROM pg_locks WHERE NOT granted AND locktype IN ('transactionid', 'tuple')")


def outcomes():
    return list(Message.objects.order_by("pk").values_list("outcome", flat=True))


def killed(worker):
    worker.send_signal(signal.SIGKILL)
    worker.wait()
    database.execute("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '1 hour'")


def test_killed_between_two_and_then_in_one_the_next_reminds_the_others_and_nobody_twice(placement):
    others_like(placement, 4)
    second, go_on = threading.Event(), threading.Event()

    def answer(number):
        if number == 2:
            second.set()
            go_on.wait(PATIENCE)
        return 202

    with gateway() as service:
        service.answer = answer
        with transaction.atomic():
            # Two of them wait for somebody who changes their persons: the worker is killed where it comes to the first.
            list(Person.objects.select_for_update().filter(pk__in=(900001, 900002)))
            with working(TRAPPAN_SMS=service.url) as worker:
                wait_until(is_waiting)
                killed(worker)
        assert service.taken == []
        assert Message.objects.values("person").distinct().count() < 5, "killed before it had ordered all"
        with working(TRAPPAN_SMS=service.url) as worker:
            assert second.wait(PATIENCE)
            killed(worker)
        assert len(service.taken) == 2
        with working(TRAPPAN_SMS=service.url):
            wait_until(lambda: sorted(outcomes()) == ["", *["sent"] * 4])
        go_on.set()
    assert sorted(service.taken) == sorted(str(one.key) for one in Message.objects.all())
    assert Message.objects.values("person").distinct().count() == 5, "nobody is told of the same day anew"


@pytest.mark.long
def test_many_by_two_workers_each_exactly_once(placement):
    others_like(placement, MANY - 1)
    with gateway() as service:
        began = time.monotonic()
        with working(TRAPPAN_SMS=service.url), working(TRAPPAN_SMS=service.url):
            wait_until(lambda: Message.objects.filter(outcome="sent").count() == MANY, MOST)
            seconds = time.monotonic() - began
    assert len(service.taken) == len(set(service.taken)) == MANY
    assert len(set(service.texts)) == MANY, "each with a link of its own"
    assert Message.objects.values("person").distinct().count() == MANY
    if told := os.environ.get("BENCH_SECONDS"):
        with open(told, "w", encoding="utf-8") as file:
            file.write(str(seconds))
