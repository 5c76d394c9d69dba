"""The log of what was found wanting, what is done about it, and what came of that."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from trappan.history.record import record
from trappan.insight import operations
from trappan.insight.forms import DoneForm, ImprovementForm
from trappan.insight.models import Improvement
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, may

KEEP = "insight.keep_goals"
SHOWN = 50  # of those that are done, the latest


@may("insight.see_figures")
def improvements(request: Request) -> HttpResponse:
    """Show what is to be better, what is late first; and what came of the rest."""
    today = request.actor.today
    listed = Improvement.objects.select_related("goal", "organisation")
    going = sorted(listed.filter(done_on=None), key=lambda one: (one.due_on is None, one.due_on, one.pk))
    done = list(listed.exclude(done_on=None).order_by("-done_on", "-pk"))
    acts = Acts(request, acts_of(request, [*going, *done]))
    if acts.carried_out():
        return redirect("insight:improvements")
    record("insight.see_goals", kind="read", improvements=len(going))
    context = {
        "going": [(one, tell, one.is_late(today)) for one, tell in acts.beside("tell", going)],
        # One further back stands there too where a page that was older has told what came of it: that is refused.
        "done": [(one, tell) for at, (one, tell) in enumerate(acts.beside("tell", done)) if at < SHOWN or tell],
        "shown": SHOWN,
        "all_done": len(done),
        "acts": acts,
        "form": acts.form,
    }
    return render(request, "insight/improvements.html", context, status=acts.status)


def acts_of(request: Request, listed: list[Improvement]) -> list[Act]:
    """List what may be written in the log; of what is done already, that is late."""
    today = request.actor.today
    log = Act(
        "log",
        operations.log_improvement,
        _("Write it down"),
        ImprovementForm,
        on={"by": request.actor, "today": today},
        given={"initial": {"found_on": today}},
        right=KEEP,
    )
    return [
        log,
        *(
            Act(
                "tell",
                operations.tell_improvement,
                _("Say what came of it"),
                DoneForm,
                on={"improvement": one, "today": today},
                given={"initial": {"done_on": today}},
                row=one.pk,
                beside=one.deficiency,
                right=KEEP,
                late=one.done_on is not None,
            )
            for one in listed
        ),
    ]
