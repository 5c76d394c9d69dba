"""The file of a long list, by a real worker under its own login; and what that login reaches without an order."""

import signal

import psycopg
import pytest
from django.db import connection

from tests.test_worker import wait_until, working
from trappan import database
from trappan.people.testing import make_person
from trappan.schedules.testing import set_today
from trappan.staff.models import ListFile
from trappan.staff.testing import make_colleague, make_unit
from trappan.testing import TODAY, sign_in
from trappan.ui.lists import files
from trappan.ui.testing import sheet


@pytest.mark.django_db(transaction=True)
def test_killed_at_it_another_worker_writes_it_and_its_role_sees_nobody_without_an_order(client, monkeypatch):
    set_today(TODAY)
    ulla = make_colleague("social_worker", make_unit("social_services"))
    monkeypatch.setattr(files, "AT_MOST", 2)
    everybody = [make_person(ulla, given_name="Ett", family_name=name) for name in ("Aa", "Bb", "Cc")]
    sign_in(client, ulla)
    client.get("/people/?file=xlsx")
    (made,) = ListFile.objects.all()
    where = connection.settings_dict
    with psycopg.connect(host=where["HOST"], dbname=where["NAME"], user="trappan_nightly") as session:
        session.execute("SET ROLE trappan_app")
        seen = session.execute("SELECT (SELECT count(*) FROM people_person), (SELECT count(*) FROM staff_listfile)")
        assert seen.fetchone() == (0, 0)
        session.execute("RESET ROLE")
        # Somebody is at it, as a worker would be, and another waits for nothing: it stays as it is.
        assert session.execute("SELECT staff_begin_list_file(%s, 4)", [made.pk]).fetchone() == (True,)
        with working() as worker:
            wait_until(lambda: database.row("worker_state").worker == "up")
            worker.send_signal(signal.SIGKILL)
            worker.wait()
        assert ListFile.objects.get().state == "waits"
        session.rollback()
    with working():
        wait_until(lambda: ListFile.objects.get().state == "ready")
    content = client.get(f"/my-files/{made.pk}/").content
    assert [row[0] for row in sheet(content)[1:]] == [one.name for one in everybody]
    # The library's own tables are none of Django's, which empties the others.
    database.execute("TRUNCATE procrastinate_jobs, procrastinate_workers, procrastinate_events CASCADE")
