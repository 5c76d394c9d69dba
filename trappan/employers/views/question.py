"""The page on which an own department answers how many places it can offer in a half-year."""

from collections import Counter
from datetime import date

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan import database
from trappan.employers import operations
from trappan.employers.forms import ChangeOfferForm, NoneForm, OfferForm
from trappan.employers.models import Opening, PlaceQuestion
from trappan.history.record import record
from trappan.schedules.halves import half_after, half_in_words
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, has, may

ANSWER = "employers.answer_places"


@may("employers.see_places")
def question(request: Request, question_id: int) -> HttpResponse:
    """Show what a workplace was asked and has answered; its manager or the coordinator answers."""
    found = get_object_or_404(
        PlaceQuestion.objects.select_related("workplace__employer", "author__colleague"), pk=question_id
    )
    today = request.actor.today
    every = list(found.openings.with_taken().select_related("author__colleague", "occupation").order_by("pk"))
    standing = [one for one in every if not one.is_closed(today)]
    is_over = half_after(found.half) <= today
    acts = Acts(request, [] if is_over else acts_of(found, standing, today))
    if acts.carried_out():
        return redirect("employers:question", found.pk)
    waiting = Counter(one.opening_id for one in database.rows("matching_proposed_here"))
    record("employers.see_places", kind="read", question=found.pk)
    context = {
        "question": found,
        "half": half_in_words(found.half),
        "workplace": found.workplace,
        "employer": found.workplace.employer,
        "offers": [
            (one, back, change, waiting[one.pk]) for one, back, change in acts.beside("take_back", standing, "change")
        ],
        "places": sum(one.places for one in standing),
        "taken_back": [one for one in every if one.is_closed(today)],
        "is_over": is_over,
        "is_late": not every and not found.none_reason and found.answer_by < today,
        "sees_openings": has(request.actor, "employers.see"),
        "acts": acts,
    }
    return render(request, "employers/question.html", context, status=acts.status)


def acts_of(found: PlaceQuestion, standing: list[Opening], today: date) -> list[Act]:
    """List what may be answered: places, changed or taken back again, or none where none is offered.

    What the employer team has made an ordinary job of is no place, and the team's to change.
    """
    acts = [
        Act(
            "offer",
            operations.offer_places,
            _("Offer it"),
            OfferForm,
            on={"question": found, "today": today},
            given={"initial": {"places": 1}},
            right=ANSWER,
        ),
        *(
            Act(
                "take_back",
                operations.take_back_offer,
                _("Take it back"),
                on={"opening": one, "today": today},
                right=ANSWER,
                row=one.pk,
                beside=one.title,
            )
            for one in standing
        ),
        *(
            Act(
                "change",
                operations.change_offer,
                _("Save"),
                ChangeOfferForm,
                on={"opening": one, "question": found, "today": today},
                given={"initial": ChangeOfferForm.begun(one)},
                right=ANSWER,
                row=one.pk,
                beside=one.title,
            )
            for one in standing
            if one.kind != Opening.Kind.JOB
        ),
    ]
    none = Act(
        "none", operations.offer_none, _("We have none this half-year"), NoneForm, on={"question": found}, right=ANSWER
    )
    return acts if standing else [*acts, none]
