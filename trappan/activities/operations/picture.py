"""Put a picture of an activity there, let it stand first, take it away."""

from django.db import transaction
from django.db.models import Min
from django.utils.translation import gettext_lazy as _

from trappan import database
from trappan.activities.models import Activity, Picture
from trappan.activities.operations.refusals import NO
from trappan.documents import store
from trappan.documents.pictures import bare
from trappan.history.record import record
from trappan.refusals import Refused, refusing

MOST = 6  # pictures of one activity
MOST_BYTES = 5 * 1024**2  # of a picture: a telephone draws it
GONE = _("The picture is taken away already, or not yours to change. Look at the page as it is now.")


@transaction.atomic
def add_picture(*, activity: Activity, content: bytes, shows: str, vouched: bool, caption: str = "") -> Picture:
    """Put a picture there, last, without what the camera wrote in it.

    Refused: no word that no participant can be recognised, another's activity, more than six pictures, more than
    five megabytes, and what is no picture.
    """
    if not vouched:
        raise Refused(_("Look at the picture, and say that no participant can be recognised in it."), "vouched")
    store.refuse_size(len(content), MOST_BYTES)
    database.lock("activities.pictures", activity.pk)
    places = list(activity.pictures.values_list("place", flat=True))
    if len(places) >= MOST:
        raise Refused(_("There are already six pictures here. Take one away first."), "file")
    kept = store.keep_bytes(bare(content), for_all=True)
    with refusing(NO):
        added = Picture.objects.create(
            activity=activity,
            file_id=kept.id,
            shows=shows.strip(),
            caption=caption.strip(),
            place=max(places, default=0) + 1,
        )
    record("activities.add_picture", unit_id=activity.unit_id, activity=activity.pk, picture=added.pk)
    return added


@transaction.atomic
def show_first(*, picture: Picture) -> None:
    """Let a picture stand before the others: it is the one that is shown where a place is looked for."""
    activity = picture.activity
    database.lock("activities.pictures", activity.pk)
    first = activity.pictures.aggregate(first=Min("place"))["first"] or 0
    if not Picture.objects.filter(pk=picture.pk).update(place=first - 1):
        raise Refused(GONE)
    record("activities.show_first", unit_id=activity.unit_id, activity=activity.pk, picture=picture.pk)


@transaction.atomic
def take_away_picture(*, picture: Picture) -> None:
    """Take a picture away for good, and its file with it."""
    if not database.value("activities_take_away_picture", picture.pk):
        raise Refused(GONE)
    activity = picture.activity
    record("activities.take_away_picture", unit_id=activity.unit_id, activity=activity.pk, picture=picture.pk)
