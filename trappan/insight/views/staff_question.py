"""How the work goes: the yearly question to those who work here, and what was answered in years before."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from trappan.history.record import record
from trappan.insight import operations
from trappan.insight.forms import StaffQuestionForm
from trappan.insight.staff_question import SAY, Asked, asked_now, my_question, years
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, may


@may(SAY)
def how_it_goes(request: Request) -> HttpResponse:
    """Ask once a year how the work goes, and show the answers of years whose asking is over."""
    question = my_question()
    acts = Acts(request, acts_of(question))
    if acts.carried_out():
        return redirect("insight:how_it_goes")
    record("insight.see_how_it_goes", kind="read")
    context = {"asked": question, "acts": acts, "form": acts.form, "years": years()}
    return render(request, "insight/how_it_goes.html", context, status=acts.status)


@may(SAY)
def asked(request: Request) -> HttpResponse:
    """Give a start page the question, where it is open and not put off: fetched after the page, which has its own."""
    if asked_now(request.actor) is None:
        return HttpResponse(status=204)
    return render(request, "insight/asked.html")


def acts_of(question: Asked | None) -> list[Act]:
    """List what may be done while it is asked; of what is answered, that is late."""
    if question is None:
        return []
    return [
        Act(
            "answer",
            operations.say_how_it_goes,
            _("Send my answer"),
            StaffQuestionForm,
            given={"asked_on": question.since},
            done=_("Thank you. Your answer is counted, and no page says what it was."),
            prefixed=False,
            late=question.answered,
        ),
        Act(
            "put_off",
            operations.put_off_question,
            _("Ask me again in two weeks"),
            done=_("Put off. You find the question under What happened in the month, too."),
            late=question.answered,
        ),
    ]
