"""The person's profile: written together with the person, and read part by part."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan.cases.models import Case
from trappan.history.record import record
from trappan.matching import operations
from trappan.matching.forms.profile import ProfileForm
from trappan.matching.models import ProfilePart
from trappan.matching.models.profile import Part
from trappan.matching.paper import in_words
from trappan.matching.said import Said, saved_profile, standing
from trappan.people.models import Person
from trappan.refusals.editions import edition_of
from trappan.refusals.forms import carry_out
from trappan.rules.models import Concept, ConceptLink
from trappan.schedules.week import read_week
from trappan.secrecy.rights import Request, has, may
from trappan.secrecy.scopes import Role
from trappan.ui.tabs import Tab, in_tab

NEAR = 8


@may("matching.see_work")
@in_tab(Tab.ACTIVITIES)
def profile(request: Request, person_id: int) -> HttpResponse:
    """Show a profile as far as the reader may know it, and let the consultant write it with the person."""
    person = get_object_or_404(Person, pk=person_id)
    rows = standing(person.pk)
    form = None
    if has(request.actor, "matching.keep_profile"):
        begun = begun_with(rows)
        asked = from_mapping(person) if not saved_profile(rows.values()) else {}
        form = ProfileForm(
            request.POST or None, initial=begun, typed=asked, today=request.actor.today, held=begun["limits"]
        )
        if form.is_valid() and carry_out(
            form, operations.keep_profile, person=person, today=request.actor.today, **form.cleaned_data
        ):
            messages.success(request, _("The profile is saved."))
            return redirect("matching:sharing", person.pk)
    told = in_words(rows)
    context = {
        "person": person,
        "of_team": request.actor.role == Role.EMPLOYER_OFFICER,
        "form": form,
        "prefilled": form is not None and not form.is_bound and not told,
        "said": [(Part(part).label, words) for part, words in told.items()],
        "near": near(rows),
    }
    record("matching.see_profile", person.pk, scope="profile", kind="read")
    return render(request, "matching/profile.html", context, status=422 if form and form.errors else 200)


def begun_with(rows: dict[str, ProfilePart]) -> dict[str, Any]:
    """Return what stands as the beginning of the form, with its edition."""
    said = {part: Said.of(rows[part]) if part in rows else Said() for part in Part}
    hours = said[Part.HOURS]
    return {
        "able": said[Part.ABLE].words,
        "likes": said[Part.LIKES].words,
        "needs": said[Part.NEEDS].words,
        "limits": list(said[Part.NEEDS].codes),
        "wishes": labelled(said[Part.WISHES].codes),
        "done": labelled(said[Part.DONE].codes),
        "skills": labelled(said[Part.SKILLS].codes),
        "languages": list(said[Part.LANGUAGES].codes),
        "week": read_week(hours.week) if hours.week else None,
        "hours": hours.number // 60 if hours.number else None,
        "travel": said[Part.TRAVEL].number,
        "licence": list(said[Part.LICENCE].codes),
        "edition": edition_of(saved_profile(rows.values())),
    }


def labelled(ids: Sequence[str]) -> str:
    """Return concepts by their words, one a line, in their order."""
    names = dict(Concept.objects.filter(pk__in=ids).values_list("pk", "label")) if ids else {}
    return "\n".join(names.get(one, one) for one in ids)


def from_mapping(person: Person) -> dict[str, Any]:
    """Return what the kartläggning has asked already, to begin a profile with; nothing of it is saved by that."""
    case = Case.objects.filter(person=person).select_related("mapping").order_by("-opened_on", "-pk").first()
    mapping = getattr(case, "mapping", None)
    asked: dict[str, Any] = {"languages": person.languages}
    if mapping is not None:
        asked |= {
            "able": mapping.strengths[:500],
            "likes": (mapping.motivation or mapping.own_words)[:500],
            "limits": mapping.needs,
            "travel": mapping.most_travel,
        }
    return {name: value for name, value in asked.items() if value}


def near(rows: dict[str, ProfilePart]) -> list[str]:
    """Return occupations that whoever does, or did, one of the profile's can do too, the nearest first."""
    own = [code for part in ("wishes", "done") if part in rows for code in rows[part].codes]
    if not own:
        return []
    links = ConceptLink.objects.filter(kind="stands_in", a__in=own).exclude(b__in=own)
    return list(dict.fromkeys(links.order_by("-percent", "b__label").values_list("b__label", flat=True)))[:NEAR]
