"""Units that are merged and divided: a unit comes after several, several after one, and never after itself."""

from datetime import date

import pytest
from django.urls import reverse

from trappan.refusals import Refused
from trappan.staff import operations
from trappan.staff.forms import ChangeUnitForm
from trappan.staff.models import Unit
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.staff.tree import history, tree
from trappan.testing import sign_in, text

pytestmark = pytest.mark.django_db
IN_2021 = date(2021, 1, 1)


@pytest.fixture
def town(today):
    return make_organisation("Ekelunda kommun")


@pytest.fixture
def sture(town):
    return make_colleague("administrator", make_unit("management", town, name="Systemförvaltningen"))


@pytest.fixture
def two(town):
    """Two offices of 2017 that closed on the same day."""
    names = "Socialkontoret", "Arbetsmarknadscentrum"
    made = [make_unit("department", town, name=name, starts_on=date(2017, 1, 1)) for name in names]
    Unit.objects.filter(pk__in=[one.pk for one in made]).update(ends_on=IN_2021)
    return made


def joint(client, sture, two, name="Integrations- och arbetsmarknadsförvaltningen"):
    """Make the unit that the two became, on its page."""
    sign_in(client, sture)
    fields = {"name": name, "kind": "department", "regime": "28", "starts_on": "2021-01-01"}
    about = {"organisation": sture.unit.organisation_id, "succeeds": [one.pk for one in two]}
    client.post(reverse("staff:make_unit"), {"acting_as": sture.pk, **fields, **about})
    return Unit.objects.get(name=name)


@pytest.mark.requirement("R-071", "R-233")
def test_a_unit_comes_after_several_and_each_says_so(client, town, sture, two, today):
    after = joint(client, sture, two)
    page = " ".join(text(client.get(reverse("staff:unit", args=[after.pk]))).split())
    assert all(f"{one.name}, 1 januari 2017 – 31 december 2020" in page for one in two), page
    for one in two:
        assert after.name in text(client.get(reverse("staff:unit", args=[one.pk])))
    shown = text(client.get(reverse("staff:organisation")))
    assert "ersatte Arbetsmarknadscentrum och Socialkontoret" in shown
    assert f"sista dag 31 december 2020, ersattes av {after.name}" in " ".join(shown.split())
    with as_(sture):
        (body,) = tree(today, today)
        assert {node.name: node.after for node in body.parts}[after.name] == "Arbetsmarknadscentrum och Socialkontoret"


def test_what_was_before_is_told_once_though_two_ways_lead_there(client, town, sture, two):
    root = make_unit("department", town, name="Stadskontoret", starts_on=date(2012, 1, 1))
    Unit.objects.filter(pk=root.pk).update(ends_on=date(2017, 1, 1))
    root.refresh_from_db()
    for one in two:
        one.refresh_from_db()
        one.succeeds.add(root)
    after = joint(client, sture, two)
    assert [name for name, *_rest in history(after)] == ["Arbetsmarknadscentrum", "Socialkontoret", "Stadskontoret"]


def test_one_of_several_is_taken_out_and_another_put_in(client, town, sture, two):
    after = joint(client, sture, two)
    other = make_unit("department", town, name="Vuxenskolan")
    with as_(sture):
        begun = ChangeUnitForm.begun(after)
        assert begun["succeeds"] == two
        operations.change_unit(unit=after, **{**begun, "succeeds": [two[0], other]})
        assert set(after.succeeds.all()) == {two[0], other}
        with pytest.raises(Refused, match=r"sparat|ändrat"):
            operations.change_unit(unit=after, **{**begun, "succeeds": two})
        begun = ChangeUnitForm.begun(two[0])
        with pytest.raises(Refused, match="själv efter denna"):
            operations.change_unit(unit=two[0], **{**begun, "succeeds": [other, after]})
    assert not two[0].succeeds.exists()


def test_one_that_another_municipality_keeps_is_no_ones_to_come_after(client, town, sture, two):
    theirs = make_unit("department", make_organisation("Grankulla kommun"), name="Deras")
    about = {"kind": "department", "regime": "28", "organisation": town, "starts_on": IN_2021}
    with as_(sture), pytest.raises(Refused, match="annan kommun"):
        operations.make_unit(name="Båda", succeeds=[two[0], theirs], **about)
    sign_in(client, sture)
    fields = {"acting_as": sture.pk, "name": "Båda", **about, "organisation": town.pk, "succeeds": [theirs.pk]}
    assert client.post(reverse("staff:make_unit"), fields).status_code == 422
    assert not Unit.objects.filter(name="Båda").exists()
