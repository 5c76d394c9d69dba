"""The pages of the frames of steps: for which step of the main one each stands, and the next main one."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from trappan.plans import operations
from trappan.plans.forms import DropLadderForm, FrameForm, LadderForm, UseLadderForm
from trappan.plans.models import Ladder
from trappan.refusals import Refused
from trappan.refusals.editions import edition_of
from trappan.refusals.forms import carry_out
from trappan.secrecy.rights import Request, has, may


@may("plans.map_frames")
def frames(request: Request) -> HttpResponse:
    """Show the frames, and say which step of the main one each step of the others stands for."""
    found = Ladder.objects.filter(is_draft=False).prefetch_related("steps__maps_to").order_by("-is_main", "name")
    ladders = list(found)
    posted = request.POST.get("ladder", "")
    others = [
        (one, FrameForm(request.POST if posted == str(one.pk) else None, ladder=one, prefix=f"l{one.pk}"))
        for one in ladders
        if not one.is_main and one.replaced_on is None
    ]
    for ladder, form in others:
        if (
            form.is_bound
            and form.is_valid()
            and carry_out(form, operations.map_steps, ladder=ladder, **form.cleaned_data)
        ):
            messages.success(request, _("Saved."))
            return redirect("plans:frames")
    context = {
        "main": next(one for one in ladders if one.is_main),
        "others": others,
        "replaced": sorted(
            (one for one in ladders if one.replaced_on), key=lambda one: str(one.replaced_on), reverse=True
        ),
        "has_draft": operations.ladder_draft() is not None,
        "may_keep": has(request.actor, "plans.keep_ladder"),
    }
    return render(request, "plans/frames.html", context, status=422 if posted else 200)


@may("plans.keep_ladder")
def draft(request: Request) -> HttpResponse:
    """Write the draft of the next ladder, which begins as the one in use; or take the draft away."""
    found = operations.ladder_draft()
    saved = operations.ladder_as_saved(found)
    if request.method == "POST" and "drop" in request.POST:
        return dropped(request)
    begun = saved or operations.ladder_as_saved(Ladder.objects.get(is_main=True)) | {"name": "", "owner": ""}
    form = LadderForm(request.POST or None, saved=saved, begun=begun)
    if form.is_valid():
        typed = {name: form.cleaned_data[name] for name in ("name", "owner", "edition")}
        if carry_out(form, operations.write_ladder, steps=form.steps, **typed):
            messages.success(request, _("The draft is saved. Nothing has changed yet."))
            return redirect("plans:use_ladder")
    drop = DropLadderForm(initial={"edition": edition_of(saved)}, prefix="drop")
    context = {"form": form, "found": found, "drop": drop}
    return render(request, "plans/ladder.html", context, status=422 if form.errors else 200)


def dropped(request: Request) -> HttpResponse:
    """Take the draft away, and say so or why not."""
    try:
        operations.drop_ladder(edition=request.POST.get("drop-edition", ""))
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The draft is taken away."))
    return redirect("plans:frames")


@may("plans.keep_ladder")
def use(request: Request) -> HttpResponse:
    """Show the draft beside the ladder in use, and take it into use when each step says where people go."""
    found = operations.ladder_draft()
    if found is None:
        messages.info(request, _("There is no draft. Write one first."))
        return redirect("plans:frames")
    main = Ladder.objects.prefetch_related("steps").get(is_main=True)
    edition = edition_of(operations.ladder_as_saved(found))
    form = UseLadderForm(request.POST or None, main=main, draft=found, edition=edition)
    if form.is_valid():
        typed = {"edition": form.cleaned_data["edition"], "meanings": form.meanings}
        if carry_out(form, operations.use_ladder, **typed):
            messages.success(request, _("The new staircase is in use."))
            return redirect("plans:frames")
    context = {"form": form, "draft": found, "main": main}
    return render(request, "plans/use_ladder.html", context, status=422 if form.errors else 200)
