"""The page on which a place is found for one person: those that suit first, each with its reasons."""

from collections.abc import Iterable, Mapping, Sequence
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
from trappan.matching.facts import free_at, places_of, profile_of, to_judge, with_said, words
from trappan.matching.fit import Fit, Free, Profile, Reason, Topic, unasked
from trappan.matching.forms.find_place import FirstDayForm, JourneyForm
from trappan.matching.nearest import nearest, whole
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


def told(fits: Iterable[Fit], activities: Mapping[int, Activity]) -> list[Found]:
    """Return places with what is read of their activities, but for one that has gone meanwhile."""
    return [Found(activities[fit.place.key], fit) for fit in fits if fit.place.key in activities]


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
    open_then = to_judge(open_activities(first), person)
    there = [one for one in open_then if one.pk not in times.activities]
    chosen = {row_number(key) for key in request.GET.getlist("compare")[:9]}

    def room(keys: Sequence[int]) -> dict[int, list[Free]]:
        return free_at(keys, first, profile.week)

    about = (profile, places_of(there, said), person.fit_known, room)
    found = whole(*about) if "all" in request.GET else nearest(*about, number=SHOWN, also=chosen)
    shown = found.suiting if "all" in request.GET else found.suiting[:SHOWN]
    folded = found.others[:FOLDED] if found.is_all else []
    two = [one for one in found.fits if one.place.key in chosen]
    listed = {one.place.key for one in (*shown, *folded, *two)}
    # What was sent may name a site that another place has pushed off the page meanwhile.
    offers_all = "all" in request.GET or request.method == "POST"
    acts = Acts(request, [journey_act(person, [one for one in open_then if offers_all or one.pk in listed])])
    if acts.carried_out():
        return redirect("matching:find_place", person.pk)
    read = with_picture(Activity.objects.select_related("unit__organisation")).in_bulk(listed)
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
        "found": found,
        "count": len(there),
        "shown": told(shown, read),
        "folded": told(folded, read),
        "offers_all": offers_all,
        "chosen": chosen,
        "acts": acts,
        "form": acts.form,
        **compared(told(two, read), asked_for="compare" in request.GET),
    }
    record("matching.see_find_place", person.pk, scope="plan", kind="read")
    return render(request, "matching/find_place.html", context, status=422 if asking.errors else acts.status)


def journey_act(person: Person, activities: Iterable[Any]) -> Act:
    """Return the act of writing down how long the journey to a site is."""
    sites = sorted({(str(one.unit_id), one.site) for one in activities}, key=lambda site: site[1])
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
