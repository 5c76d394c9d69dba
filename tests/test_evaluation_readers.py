"""Who reads the evaluation, and that nobody reads the counts behind it."""

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan import database
from trappan.staff.testing import as_, make_organisation
from trappan.testing import sign_in

pytestmark = pytest.mark.django_db


def test_who_reads_it(world, client):
    _person, actors = world
    readers = ("head", "director", "controller", "member of the board")
    for name, membership in actors.items():
        reads = name.startswith(readers) and "municipality" not in name
        with as_(membership):
            assert (database.query("SELECT count(id) AS n FROM insight_evaluation")[0].n > 0) == reads, name
            with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                database.execute("SELECT counted FROM insight_evaluation")
    for beginning, status in {"controller": 200, "member of the board": 200, "consultant": 403}.items():
        name = next(one for one in actors if one.startswith(beginning))
        sign_in(client, actors[name])
        assert client.get(reverse("insight:evaluation")).status_code == status, name
    # Everybody in the house was counted: where it serves several municipalities it is nobody's.
    make_organisation("Grannkommunen")
    with as_(actors["controller"]):
        assert database.query("SELECT count(id) AS n FROM insight_evaluation")[0].n == 0
