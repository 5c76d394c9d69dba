"""The worker in the middle of a month: killed, it leaves nothing; and two who build at once leave one spine."""

import json
import os
import signal
import subprocess
import sys

import psycopg
import pytest
from django.db import connection

from tests.test_worker import PATIENCE, ROOT, of_this_database, wait_until, working
from trappan import database
from trappan.insight.jobs import order_months
from trappan.insight.models import Build, BuildOrder, Cell, PersonMonth
from trappan.insight.testing import MONTH, build, digests, make_months
from trappan.messages.models import Message
from trappan.messages.orders import order_message
from trappan.messages.testing import gateway
from trappan.schedules.months import months_after
from trappan.schedules.testing import set_today
from trappan.testing import TODAY

pytestmark = pytest.mark.django_db(transaction=True)
MONTHS = [months_after(MONTH, -n) for n in range(3)]


@pytest.fixture
def town(transactional_db):
    set_today(TODAY)
    people = [make_months(0b111), make_months(0b101, gender="M")]
    yield people
    # The library's own tables are none of Django's, which empties the others.
    database.execute("TRUNCATE procrastinate_jobs, procrastinate_workers, procrastinate_events CASCADE")


def stands():
    return PersonMonth.objects.count(), Build.objects.count(), Cell.objects.count()


@pytest.mark.long
def test_killed_in_the_middle_of_a_month_nothing_of_it_stands_and_the_next_one_builds_it(town):
    where = connection.settings_dict
    with psycopg.connect(host=where["HOST"], dbname=where["NAME"], user=where["USER"]) as held:
        # Whoever builds comes to the second table with the first one written, and waits there.
        held.execute("LOCK TABLE insight_placementmonth IN EXCLUSIVE MODE")
        assert order_months() == 3
        with gateway() as service, working(TRAPPAN_SMS=service.url) as worker:
            waits = "SELECT pid FROM pg_locks WHERE relation = 'insight_placementmonth'::regclass AND NOT granted"
            wait_until(lambda: database.query(waits))
            assert stands() == (0, 0, 0), "nobody sees half a month"
            # Whoever is sent something does not wait for the figures.
            about = {"person": town[0], "kind": "messages.test", "channel": "sms", "address": "070-174 06 05"}
            sent = order_message(**about, text="Hej")
            wait_until(lambda: Message.objects.get(pk=sent.pk).outcome == "sent")
            worker.send_signal(signal.SIGKILL)
            worker.wait()
        held.rollback()
    gone = "SELECT pid FROM pg_stat_activity WHERE usename = 'trappan_nightly' AND datname = current_database()"
    wait_until(lambda: not database.query(gone))
    assert stands() == (0, 0, 0)
    assert BuildOrder.objects.filter(done_at=None).count() == 3
    with working() as worker:
        wait_until(lambda: not BuildOrder.objects.filter(done_at=None).exists())
        wait_until(lambda: Cell.objects.exists())
        # What is begun is let be done: on a busy machine the first picture takes longer than the end has time.
        wait_until(lambda: not database.query("SELECT id FROM procrastinate_jobs WHERE status = 'doing'"))
        worker.send_signal(signal.SIGTERM)
        assert worker.wait(timeout=PATIENCE) == 0, "both that work end in good order"
    assert sorted({one.month for one in Build.objects.all()}) == sorted(MONTHS)
    assert PersonMonth.objects.filter(is_head=True).count() == 5
    by_worker = digests()
    build(*MONTHS)
    assert digests() == by_worker


def test_built_anew_by_two_at_once_every_month_is_whole_and_there_once(town):
    build(*MONTHS)
    alone = digests()
    PersonMonth.objects.all().delete()
    command = [sys.executable, "-m", "trappan", "figures", "--rebuild", "--format", "json"]
    environment = {**os.environ, **of_this_database()}
    both = [subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE) for _one in range(2)]
    assert [one.wait(timeout=PATIENCE) for one in both] == [0, 0]
    for one in both:
        assert json.loads(one.stdout.read())["seconds"] >= 0, "and nothing else is said there"
        one.stdout.close()
    assert digests() == alone
    assert PersonMonth.objects.count() == sum(Build.objects.values_list("rows", flat=True)[:3])
    assert not BuildOrder.objects.filter(done_at=None).exists()
