"""What messages to persons say: where each kind goes, in each language with invented data, and from a day anew."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from trappan.messages import operations
from trappan.messages.forms import WordingForm
from trappan.messages.models import Wish, Wording
from trappan.messages.texts import WHERE, filled, invented, is_unread, ours
from trappan.schedules.clock import now
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, may


@may("messages.write_wording")
def words(request: Request) -> HttpResponse:
    """Show what messages say and will say, and write the municipality's own words."""
    today, organisation = request.actor.today, request.actor.organisation_id
    write = Act(
        "write",
        operations.write_wording,
        _("Save"),
        WordingForm,
        given={"today": today},
        right="messages.write_wording",
    )
    acts = Acts(request, [write])
    if acts.carried_out():
        return redirect("messages:words")
    moment = invented(now())
    own: dict[tuple[str, str], list[Wording]] = {}
    for one in Wording.objects.filter(organisation_id=organisation).order_by("-starts_on"):
        own.setdefault((one.kind, one.language), []).append(one)
    kinds = []
    for kind in Wording.Kind:
        lines = []
        for language in Wish.Language:
            written = own.get((kind.value, language.value), [])
            holds = next((one for one in written if one.starts_on <= today), None)
            text = (holds.text if holds else "") or ours(kind.value, language.value)
            shown = filled(text, language.value, moment)
            to_come = [one for one in reversed(written) if one.starts_on > today]
            mine = holds if holds and holds.text else None
            unread = mine is None and is_unread(kind.value, language.value)
            lines.append((language, shown, mine, to_come, unread))
        kinds.append((kind, WHERE[kind.value], lines))
    context = {"kinds": kinds, "acts": acts, "form": acts.form}
    return render(request, "messages/words.html", context, status=acts.status)
