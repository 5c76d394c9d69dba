"""The page on which a place is found for one person: those that suit first, each with its reasons."""

from dataclasses import dataclass
from typing import Any

from django.db.models import IntegerField, OuterRef, Subquery
from django.db.models.expressions import RawSQL
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from trappan.activities.catalogue import with_picture
from trappan.activities.models import Activity
from trappan.activities.views.activity import open_activities
from trappan.cases.models import Case
from trappan.history.record import record
from trappan.matching import operations
from trappan.matching.facts import places_of, profile_of, with_journey, with_said, words
from trappan.matching.fit import Fit, Profile, Reason, Topic, fits_of, unasked
from trappan.matching.forms.find_place import FirstDayForm, JourneyForm
from trappan.people.models import Person
from trappan.placements.planned import times_of_one, usual_start
from trappan.placements.views.placement import leaving_of
from trappan.plans.models import Plan
from trappan.refusals.forms import row_number
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, may
from trappan.ui.tabs import Tab, in_tab

# Places that suit, shown at first; of those that do not, as many as one reads.
SHOWN, FOLDED = 10, 40


@dataclass(frozen=True)
class Found:
    """A place as the page shows it: the activity, and why it suits or not."""

    activity: Activity
    fit: Fit

    def about(self, topic: Topic) -> list[Reason]:
        """Return the reasons about one topic."""
        return [reason for reason in self.fit.reasons if reason.topic == topic]


@may("matching.find_place")
@in_tab(Tab.ACTIVITIES)
def find_place(request: Request, person_id: int) -> HttpResponse:
    """Show the places that suit one person first, with reasons in words, and two of them side by side."""
    # With how many known facts a fit takes, by the rules: the page has a dozen questions as it is.
    known = RawSQL("rule('fit_known', today())::int", [], IntegerField())
    person: Any = get_object_or_404(with_said(Person.objects.annotate(fit_known=known)), pk=person_id)
    today = request.actor.today
    leaving = leaving_of(person_id, request.GET.get("from", ""))
    case = case_of(person)
    mapping = getattr(case, "mapping", None)
    said, times = words(), times_of_one(person.pk, today)
    first = usual_start(today)
    begun = {"first": request.GET.get("first", str(first))}
    asking = FirstDayForm(begun, today=today)
    if asking.is_valid():
        first = asking.cleaned_data["first"]
    profile = profile_of(person, times.to_place(leaving.pk if leaving else None), mapping, said, first)
    open_then = list(with_picture(with_journey(open_activities(first), person)))
    acts = Acts(request, [journey_act(person, open_then)])
    if acts.carried_out():
        return redirect("matching:find_place", person.pk)
    activities = {one.pk: one for one in open_then if one.pk not in times.activities}
    places = places_of(activities.values(), said, first)
    found = [Found(activities[fit.place.key], fit) for fit in fits_of(profile, places, person.fit_known)]
    suiting = [one for one in found if one.fit.is_suiting]
    others = [one for one in found if not one.fit.is_suiting]
    chosen = {row_number(key) for key in request.GET.getlist("compare")[:9]}
    shown = suiting if "all" in request.GET else suiting[:SHOWN]
    context = {
        "person": person,
        "case": case,
        "leaving": leaving,
        "asking": asking,
        "kept": urlencode({"first": str(first), **({"from": str(leaving.pk)} if leaving else {})}),
        "first_on": first,
        "mapping": mapping,
        "profile": profile,
        "asked": asked(profile),
        "suiting": suiting,
        "shown": shown,
        "others": others,
        "folded": others[:FOLDED],
        "chosen": chosen,
        "acts": acts,
        "form": acts.form,
        **compared([one for one in found if one.activity.pk in chosen], asked_for="compare" in request.GET),
    }
    record("matching.see_find_place", person.pk, scope="plan", kind="read")
    return render(request, "matching/find_place.html", context, status=422 if asking.errors else acts.status)


def journey_act(person: Person, activities: list[Activity]) -> Act:
    """Return the act of writing down how long the journey to a site is."""
    sites = sorted({(str(one.unit_id), one.unit.name) for one in activities}, key=lambda site: site[1])
    return Act(
        "journey",
        operations.write_journey,
        _("Write it down"),
        JourneyForm,
        on={"person": person},
        given={"sites": sites},
        done=_("Written down. It stands among the reasons."),
    )


def case_of(person: Person) -> Case | None:
    """Return the person's newest case with its kartläggning, and the adaptation of its plan or draft."""
    plans = Plan.objects.open().filter(case=OuterRef("pk")).order_by("decided_at")
    cases = Case.objects.filter(person=person).annotate(adaptation=Subquery(plans.values("adaptation")[:1]))
    return cases.select_related("mapping").order_by("-opened_on", "-pk").first()


def asked(profile: Profile) -> dict[str, bool]:
    """Return by topic whether somebody has asked the person."""
    lacking = unasked(profile)
    return {topic.value: topic not in lacking for topic in Topic}


def compared(two: list[Found], *, asked_for: bool) -> dict[str, Any]:
    """Return two places side by side, a line a topic; other than two are told of."""
    if len(two) != 2:
        return {"two": (), "choose_two": asked_for}
    topics = [topic for topic in Topic if any(one.about(topic) for one in two)]
    return {"two": two, "lines": [(topic.value, [one.about(topic) for one in two]) for topic in topics]}
