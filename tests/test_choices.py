"""Lists to choose from that grow with the town: a new one is searched by name instead, or says what holds it short."""

from collections.abc import Iterator

from django import forms
from django.urls import get_resolver

from trappan.activities.models import Activity
from trappan.cases.models import Case
from trappan.employers.models import Employer, Opening
from trappan.people.models import Person
from trappan.staff.models import Colleague, Membership
from trappan.ui.forms import Form

# Of these a large town has thousands, or many hundreds.
MANY = {Activity, Case, Colleague, Employer, Membership, Opening, Person}
# What is offered of them, and why no town makes it long.
SHORT = {
    ("CaseloadFilter", "responsible"): "the social workers of the own unit",
    ("ConversationForm", "promised_by"): "the own team",
    ("ChangeConversationForm", "promised_by"): "the own team",
    ("EmployerFields", "keeper"): "the own team",
    ("MakeEmployerForm", "keeper"): "the own team",
    ("ChangeEmployerForm", "keeper"): "the own team",
    ("MergeForm", "into"): "employers of the same name or number",
    ("IntoForm", "into"): "employers of the same name or number",
    ("ReopenForm", "responsible"): "the consultants of the case's own unit",
    ("LetInForm", "coordinator"): "the project coordinators of the own municipality",
    ("SupervisorForm", "supervisor"): "who works at the site",
    ("CancelForm", "activity"): "the site's own activities",
    ("StoryForm", "person"): "who has a place with the partner",
    ("SignatoryForm", "membership"): "who leads a workplace of the partner",
    ("HandOverForm", "cases"): "the cases of one colleague",
    ("AwayForm", "membership"): "the head's own colleagues",
    ("CoverForm", "colleague"): "the own unit",
    ("CrewForm", "leader"): "who works at the site",
    ("OpeningPlacementForm", "activity"): "taken away: the opening's own",
}
# Grows still, and is to be searched instead: a line is taken away here, and none is added.
GROWS = {
    # The consultants of one municipality, under their units.
    ("AssignForm", "responsible"),
    ("CaseForm", "responsible"),
    ("HandOutForm", "responsible"),
    ("HandOverForm", "to"),
    ("ReassignForm", "responsible"),
    ("ReferralForm", "responsible"),
    ("MakeWorkplaceForm", "leader"),
    ("OrderForm", "activity"),
    ("PlacementForm", "activity"),
    ("AgreedWithForm", "employer"),
    ("AskForm", "opening"),
    ("ActionForm", "owner"),
    ("ParticipantForm", "person"),
    ("MembershipForm", "colleague"),
}


def forms_below(form: type[Form]) -> Iterator[type[Form]]:
    for below in form.__subclasses__():
        yield below
        yield from forms_below(below)


def test_no_new_list_to_choose_from_grows_with_the_town():
    assert get_resolver().url_patterns, "every room's views, and with them its forms, are read"
    found = {
        (form.__name__, name)
        for form in forms_below(Form)
        if form.__module__.startswith("trappan.")
        for name, field in form.base_fields.items()
        if isinstance(field, forms.ModelChoiceField) and field.queryset.model in MANY
    }
    assert sorted(found - SHORT.keys() - GROWS) == [], "search by name (CalledField), or say what holds it short"
    assert sorted((SHORT.keys() | GROWS) - found) == [], "gone: take its line away"
