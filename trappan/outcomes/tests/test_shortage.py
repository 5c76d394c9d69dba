"""How many came to work in an occupation where people lack, by year and occupation: of five and more alone."""

from datetime import date

import pytest

from trappan import database
from trappan.cases.models import Case
from trappan.cases.testing import make_case
from trappan.outcomes.models import Exit
from trappan.people.operations import protect
from trappan.rules.models import Concept, ConceptLink, ConceptMark
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import TODAY, markup, sign_in

pytestmark = pytest.mark.django_db
LAST_YEAR = date(2025, 9, 1)


@pytest.fixture
def first(today):
    return make_case()


def began(first, occupation, day=TODAY, count=1, **about):
    """Let so many come to work, written down as the owner: how it is written is tried elsewhere."""
    for _one in range(count):
        case = make_case(social_worker=first.social_worker, consultant=first.responsible)
        Case.objects.filter(pk=case.pk).update(opened_on=day, closed_on=day)
        fields = {"reason": "work", "form": "x", "occupation": occupation, **about}
        Exit.objects.create(person=case.person, case=case, day=day, **fields)


@pytest.mark.requirement("R-249")
def test_by_year_and_occupation_as_it_was_marked_on_the_day_that_work_began(client, first):
    nurse, cook, clerk = (
        Concept.objects.create(id=f"{name}_aaa_aaa", kind="occupation", label=label)
        for name, label in (("nurs", "Undersköterska"), ("cook", "Kock"), ("cler", "Receptionist"))
    )
    group = Concept.objects.create(id="kock_gru_ppp", kind="group", label="Kockar", code="5120")
    ConceptLink.objects.create(kind="broader", a=cook, b=group)
    for concept, starts_on, about in (
        (nurse, date(2025, 1, 1), {}),
        (group, date(2026, 1, 1), {}),
        (clerk, date(2025, 1, 1), {"decided_at": None}),
    ):
        ConceptMark.objects.create(concept=concept, kind="shortage", starts_on=starts_on, source="Prov", **about)
    ConceptMark.objects.create(concept=clerk, kind="low_threshold", starts_on=LAST_YEAR, source="Prov")
    began(first, nurse, count=6)
    began(first, nurse, reason="studies")
    began(first, nurse, held=False, checked_on=date(2027, 1, 1))
    began(first, nurse, day=LAST_YEAR, count=4)
    began(first, cook, count=5)
    began(first, cook, day=LAST_YEAR, count=5)
    began(first, clerk, count=5)
    with as_(make_colleague("employer_officer", make_unit("employer_team", first.unit.organisation))) as actor:
        found = [(one.year, one.occupation, one.ends) for one in database.rows("outcomes_in_shortage")]
        assert found == [(2026, "Kock", 5), (2026, "Undersköterska", 6), (2025, "Undersköterska", None)], actor
    strangers = [first.responsible, make_colleague("place_coordinator", first.unit)]
    strangers.append(make_colleague("head_of_unit", make_unit("labour_market", make_organisation("Grannkommunen"))))
    for stranger in strangers:
        with as_(stranger):
            assert database.rows("outcomes_in_shortage") == [], stranger.role
    sign_in(client, make_colleague("head_of_unit", first.unit))
    page = markup(client.get("/team/"))
    assert "<dt>Undersköterska</dt><dd>6</dd>" in page
    assert "<dt>Undersköterska</dt><dd>Färre än 5 personer: visas inte.</dd>" in page
    assert "Receptionist" not in page


def test_one_occupation_of_few_alone_is_not_reckoned_from_all_of_them(first):
    """The figure tells the sum: with one left out, whoever subtracts knows it. So the smallest other is too."""
    names = ("Bagare", "Kock", "Svetsare", "Undersköterska")
    made = [Concept.objects.create(id=f"{name[:4]}_aaa_aaa", kind="occupation", label=name) for name in names]
    for concept in made:
        ConceptMark.objects.create(concept=concept, kind="shortage", starts_on=LAST_YEAR, source="Prov")
    for concept, count in zip(made, (3, 6, 5, 7), strict=True):
        began(first, concept, count=count)
    head = make_colleague("head_of_unit", first.unit)
    with as_(head):
        assert [one.ends for one in database.rows("outcomes_in_shortage")] == [None, 6, None, 7]
    began(first, Concept.objects.create(id="Glas_aaa_aaa", kind="occupation", label="Glasmästare"), count=4)
    ConceptMark.objects.create(concept_id="Glas_aaa_aaa", kind="shortage", starts_on=LAST_YEAR, source="Prov")
    with as_(head):
        found = {one.occupation: one.ends for one in database.rows("outcomes_in_shortage")}
    assert found == {"Bagare": None, "Glasmästare": None, "Kock": 6, "Svetsare": 5, "Undersköterska": 7}


def test_nobody_protected_is_counted_or_makes_a_line_of_their_own(first):
    cook = Concept.objects.create(id="cook_aaa_aaa", kind="occupation", label="Kock")
    ConceptMark.objects.create(concept=cook, kind="shortage", starts_on=LAST_YEAR, source="Prov")
    began(first, cook, count=6)
    began(first, cook, day=LAST_YEAR)
    protected = [Exit.objects.get(day=LAST_YEAR), Exit.objects.filter(day=TODAY).first()]
    for done in protected:
        with as_(first.responsible):
            protect(person=done.person, protection="marked")
    with as_(make_colleague("head_of_unit", first.unit)):
        found = [(one.year, one.ends) for one in database.rows("outcomes_in_shortage")]
    assert found == [(2026, 5)]
