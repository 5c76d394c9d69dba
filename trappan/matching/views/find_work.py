"""The work that suits one person, the people who asked for such work as an opening is, and how the two are compared."""

from django.db.models import BooleanField
from django.db.models.expressions import RawSQL
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from trappan.employers.models import Opening
from trappan.history.record import record
from trappan.matching.fit_work import Nearness
from trappan.matching.models import Proposal
from trappan.matching.work import JUDGED, people_for, weights, work_for
from trappan.people.models import Person
from trappan.rules.models import RuleSet
from trappan.rules.rulesets import Rules, rules_on
from trappan.secrecy.rights import Request, has, may
from trappan.secrecy.scopes import Role
from trappan.ui.tabs import Tab, in_tab

FOLDED = 40  # of those that do not suit, as many as one reads


@may("matching.find_work")
@in_tab(Tab.ACTIVITIES)
def find_work(request: Request, person_id: int) -> HttpResponse:
    """Show the openings nearest to one person, those that suit first, each with its reasons, and why others do not."""
    held = RawSQL("people_holds(people_person.id, 'profile')", [], BooleanField())
    person = get_object_or_404(Person.objects.annotate(held=held).filter(held=True), pk=person_id)
    today = request.actor.today
    rules = rules_on(today)
    found = work_for(person_id, today, rules)
    # Of several about one opening the latest stands last, and says how it is.
    proposals = list(Proposal.objects.filter(person=person).select_related("search").order_by("at", "pk"))
    asked = {one.opening_id: one for one in proposals}
    record("matching.see_find_work", person.pk, scope="profile", kind="read")
    context = {
        "person": person,
        "found": found,
        "order": order(rules),
        "of_team": request.actor.role == Role.EMPLOYER_OFFICER,
        "may_propose": has(request.actor, "matching.propose"),
        "said_yes": {one.person_id for one in proposals if one.is_yes},
        "suiting": [(found.opened[key], one, asked.get(key)) for one in found.suiting if (key := one.offer.key)],
        "others": [(found.opened[key], one, asked.get(key)) for one in found.others[:FOLDED] if (key := one.offer.key)],
        "ruled_out": found.days + found.licence,
        "rest": found.compared - found.days - found.licence - len(found.fits),
        "judged": JUDGED,
    }
    return render(request, "matching/find_work.html", context)


def order(rules: Rules) -> str:
    """Say in which order openings stand for one person, by the weights of today: the heaviest first."""
    said = {
        Nearness.WISH: _("what the person has asked for"),
        Nearness.DONE: _("what the person has done before"),
        Nearness.NEAR: _("what either can be a way into"),
        Nearness.GROUP: _("other work of the same kind"),
    }
    by_weight: dict[int, list[str]] = {}
    for nearness, weight in weights(rules).items():
        if weight:
            by_weight.setdefault(weight, []).append(said[nearness])
    together = [_(" and ").join(by_weight[weight]) for weight in sorted(by_weight, reverse=True)]
    return _(", then ").join(together)


@may("matching.find_people")
def find_people(request: Request, opening_id: int) -> HttpResponse:
    """Show those who asked for such work as an opening is, in the order in which they asked, each with reasons."""
    opening = get_object_or_404(Opening.objects.select_related("employer", "workplace", "occupation"), pk=opening_id)
    askers = people_for(opening, rules_on(request.actor.today))
    people = Person.objects.in_bulk([one.person_id for one in askers])
    asked = {one.person_id: one for one in Proposal.objects.filter(opening=opening).order_by("at", "pk")}
    listed = [(people[key], one, asked.get(key)) for one in askers if (key := one.person_id) in people]
    said_yes = set(Proposal.objects.said_yes().filter(person__in=people).values_list("person_id", flat=True))
    record("matching.see_find_people", kind="read", opening=opening.pk, found=len(listed))
    context = {
        "opening": opening,
        "may_propose": has(request.actor, "matching.propose"),
        "said_yes": said_yes,
        "asked": [line for line in listed if line[1].fit.can_start],
        "ruled_out": [line for line in listed if not line[1].fit.can_start],
        "found": len(listed),
    }
    return render(request, "matching/find_people.html", context)


@may("matching.find_work")
def comparing(request: Request) -> HttpResponse:
    """Explain how people and work are compared: facts, what shuts out, the weights of today and since when."""
    today = request.actor.today
    rules = rules_on(today)
    context = {
        "version": RuleSet.objects.decided().filter(valid_from__lte=today).last(),
        "weights": list(weights(rules).items()),
        "order": order(rules),
        "at_least": rules.fit_known,
    }
    return render(request, "matching/comparing.html", context)
