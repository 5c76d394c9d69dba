import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from trappan.testing import sign_in
pytestmark = pytest.mark.django_db
def test_q(client, world):
    _p, actors = world
    for who in ("social worker of the unit","consultant with the case","head of the consultant's unit","administrator","counsellor with the referral"):
        sign_in(client, actors[who])
        client.get("/")
        with CaptureQueriesContext(connection) as c:
            a = client.get("/")
        print("=====", who, len(c), a.status_code)
        for q in c.captured_queries: print("  ", q["sql"][:150].replace("\n"," "))
    assert 0
