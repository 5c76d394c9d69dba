"""Pictures of an activity: each drawn for whoever reads of it, put there and taken away by its site leader."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan.activities import operations
from trappan.activities.forms import PictureForm
from trappan.activities.models import Activity, Picture
from trappan.activities.views.make import runs
from trappan.documents import store
from trappan.documents.models import File
from trappan.documents.pictures import shown
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, may


@may("activities.see_activity")
def picture(_request: Request, picture_id: int) -> HttpResponse:
    """Send one picture, to be drawn; one that is not in the store is not there."""
    found = get_object_or_404(Picture.objects.select_related("file"), pk=picture_id)
    try:
        content = store.content_of(found.file)
    except store.NotThere:
        raise Http404 from None
    return shown(content, File.Kind(found.file.kind))


@may("activities.describe")
def pictures(request: Request, activity_id: int) -> HttpResponse:
    """Show an activity's pictures to who runs it: put one there, let one stand first, take one away."""
    activity = get_object_or_404(Activity, pk=activity_id)
    if not runs(request.actor, activity.unit_id):
        raise Http404
    there = list(activity.pictures.select_related("activity"))
    acts = Acts(request, acts_of(activity, there), gone=operations.PICTURE_GONE)
    if acts.carried_out():
        return redirect("activities:pictures", activity.pk)
    context = {
        "activity": activity,
        "acts": acts,
        "form": acts.form,
        "pictures": acts.beside("first", there, "take_away"),
    }
    return render(request, "activities/pictures.html", context, status=acts.status)


def acts_of(activity: Activity, there: list[Picture]) -> list[Act]:
    """List what is done with an activity's pictures; the first stands first already."""

    def add(*, file: Any, **said: Any) -> None:
        operations.add_picture(activity=activity, content=file.read(), **said)

    acts = [Act("add", add, _("Put the picture there"), PictureForm, done=_("The picture is on the activity's page."))]
    for number, one in enumerate(there):
        about: dict[str, Any] = {"on": {"picture": one}, "row": one.pk, "beside": one.shows}
        if number:
            acts.append(Act("first", operations.show_first, _("Show it first"), done=_("It stands first."), **about))
        acts.append(
            Act(
                "take_away",
                operations.take_away_picture,
                _("Take away"),
                done=_("The picture is taken away, and its file with it."),
                **about,
            )
        )
    return acts
