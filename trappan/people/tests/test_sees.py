"""`trappan sees` explains each way of not seeing, in the same words as the policies decide."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from trappan.people import operations
from trappan.people.testing import make_person
from trappan.staff.models import Membership
from trappan.staff.testing import as_, make_colleague, make_unit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def sees(membership, person):
    out = StringIO()
    call_command("sees", membership.colleague.email, str(person.pk), "--format", "json", stdout=out)
    (answer,) = json.loads(out.getvalue())
    return answer["why"]


def test_each_way_of_seeing_and_not():
    ulla = make_colleague("social_worker", make_unit("social_service"))
    samira = make_person(ulla)
    beside = make_colleague("social_worker", ulla.unit)
    assert sees(ulla, samira) == "visible: identity, activity, plan, requirement, assistance"
    assert "no grant" in sees(make_colleague("consultant"), samira)
    assert "may hold" in sees(make_colleague("head_of_unit", ulla.unit), samira)
    Membership.objects.filter(pk=beside.pk).update(confirmed_at=None)
    assert "not confirmed" in sees(beside, samira)
    Membership.objects.filter(pk=beside.pk).update(confirmed_at="2020-01-01T00:00Z")
    with as_(ulla):
        operations.protect(person=samira, protection="marked")
    assert "ended" in sees(beside, samira)
    assert sees(ulla, samira).startswith("visible")


def test_nobody_is_answered_with_what_to_do():
    with pytest.raises(CommandError, match="Nobody has the address"):
        call_command("sees", "ingen@trappan.example", "1")
    ulla = make_colleague("social_worker")
    with pytest.raises(CommandError, match="id or number"):
        call_command("sees", ulla.colleague.email, "199111052389")
