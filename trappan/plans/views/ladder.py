"""The page of the frames of steps, and for which step of the main one each step stands."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from trappan.plans import operations
from trappan.plans.forms import FrameForm
from trappan.plans.models import Ladder
from trappan.refusals.forms import carry_out
from trappan.secrecy.rights import Request, may


@may("plans.map_frames")
def frames(request: Request) -> HttpResponse:
    """Show the frames, and say which step of the main one each step of the others stands for."""
    ladders = list(Ladder.objects.prefetch_related("steps").order_by("-is_main", "name"))
    posted = request.POST.get("ladder", "")
    others = [
        (one, FrameForm(request.POST if posted == str(one.pk) else None, ladder=one, prefix=f"l{one.pk}"))
        for one in ladders
        if not one.is_main
    ]
    for ladder, form in others:
        if (
            form.is_bound
            and form.is_valid()
            and carry_out(form, operations.map_steps, ladder=ladder, **form.cleaned_data)
        ):
            messages.success(request, _("Saved."))
            return redirect("plans:frames")
    context = {"main": next(one for one in ladders if one.is_main), "others": others}
    return render(request, "plans/frames.html", context, status=422 if posted else 200)
