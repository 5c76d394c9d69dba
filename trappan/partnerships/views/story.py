"""Stories in a partner's report: written with what the person says yes to, taken back, taken out."""

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trappan.documents import store
from trappan.documents.models import File
from trappan.documents.pictures import shown
from trappan.history.record import record
from trappan.partnerships import operations
from trappan.partnerships.forms import StoryConsentForm, StoryForm
from trappan.partnerships.models import AnnualReport, StoryConsent
from trappan.partnerships.stories import IN, OUT, WITHOUT, StorySaid, of_person, picture_file, with_consents
from trappan.partnerships.views.reading import is_ours, reads_terms
from trappan.people.models import Person
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, has, may
from trappan.ui.tabs import Tab, in_tab

SEE, KEEP, WRITE = "partnerships.see_agreements", "partnerships.keep", "partnerships.write_report"
PARTS = StoryConsent.Part
TAKEN_BACK = gettext_lazy("Taken back. It is shown no more, and stands in no paper that is printed from now on.")


@may(SEE)
def stories(request: Request, report_id: int) -> HttpResponse:
    """Show the stories of a report: the partner writes them and what is said yes to; its keeper takes one out."""
    ours = is_ours(request)
    of_agreement = AnnualReport.objects.select_related("agreement")
    found = get_object_or_404(of_agreement, pk=report_id)
    if not reads_terms(request, ours=ours):
        raise Http404
    there = with_consents(found.pk)
    acts = Acts(request, of_keeper(there) if ours else of_partner(request, found, there))
    if acts.carried_out():
        return redirect("partnerships:stories", found.pk)
    record("partnerships.see_stories", kind="read", report=found.pk)
    names = ("consent", "out", *(f"withdraw_{part}" for part in PARTS))
    context = {
        "report": found,
        "ours": ours,
        "stories": acts.beside(names[0], there, *names[1:]),
        "acts": acts,
        "form": acts.form,
    }
    return render(request, "partnerships/stories.html", context, status=acts.status)


def of_partner(request: Request, found: AnnualReport, there: list[StorySaid]) -> list[Act]:
    """List what the partner does: write a story while the report is written, a yes more, a yes back, a story out."""
    today = request.actor.today
    begins = {"said_on": today, "given_how": "meeting", "words_at": [StoryConsent.Place.REPORT]}
    people = Person.objects.filter(shielded=False).order_by("sort", "pk")
    add = Act(
        "add",
        write_story,
        _("Write the story down"),
        StoryForm,
        on={"by": request.actor, "report": found},
        given={"people": people, "initial": begins},
        done=_("The story stands in the report. The person may take it back at any time."),
        right=WRITE,
    )
    acts = [add] if found.is_written and has(request.actor, WRITE) else []
    for one in there:
        if one.state == OUT:
            continue
        about: dict[str, Any] = {"row": one.pk, "beside": one.who, "right": WRITE}
        if one.who:
            begins = {"said_on": today, "given_how": "meeting", "places": [StoryConsent.Place.REPORT]}
            given = {"initial": {**begins, "edition": one.edition}}
            on = {"by": request.actor, "story": one.pk}
            verb = operations.consent_to_story
            acts.append(Act("consent", verb, _("Write down the yes"), StoryConsentForm, on=on, given=given, **about))
        acts += [
            Act(
                f"withdraw_{part}",
                operations.withdraw_story,
                _("Take back: %(part)s") % {"part": str(part.label).lower()},
                on={"story": one.pk, "part": part},
                done=TAKEN_BACK,
                **about,
            )
            for part in PARTS
            if one.holds(part)
        ]
        if one.state == WITHOUT:
            acts.append(take_out(one, WRITE))
    return acts


def of_keeper(there: list[StorySaid]) -> list[Act]:
    """List what who keeps the agreement does: take a story out of a report that nobody has been given."""
    return [take_out(one, KEEP) for one in there if one.state in (IN, WITHOUT)]


def take_out(one: StorySaid, right: str) -> Act:
    """Return the act that takes a story out."""
    return Act(
        "out",
        operations.take_out_story,
        _("Take the story out"),
        on={"story": one.pk},
        row=one.pk,
        done=_("The story is taken out."),
        right=right,
    )


def write_story(*, file: UploadedFile | None = None, **values: Any) -> None:
    """Write a story, with the picture that was sent."""
    operations.write_story(picture=file.read() if file else b"", **values)


@may(SEE)
def story_picture(_request: Request, story_id: int) -> HttpResponse:
    """Send the picture of a story, to be drawn; one whose yes has ended is not there."""
    found = picture_file(story_id)
    if found is None:
        raise Http404
    try:
        content = store.content_of(found)
    except store.NotThere:
        raise Http404 from None
    return shown(content, File.Kind(found.kind))


@may("people.withdraw_consent")
@in_tab(Tab.MORE)
def stories_of(request: Request, person_id: int) -> HttpResponse:
    """Show what a person has told in partners' reports and said yes to, and take it back as she says."""
    person = get_object_or_404(Person, pk=person_id)
    told = of_person(person.pk)
    acts = Acts(
        request,
        [
            Act(
                f"withdraw_{part}",
                operations.withdraw_story,
                _("Take back: %(part)s") % {"part": str(part.label).lower()},
                on={"story": one.pk, "part": part},
                row=one.pk,
                beside=f"{one.partner} {one.year}",
                done=TAKEN_BACK,
            )
            for one in told
            for part in PARTS
            if any(yes.part == part and yes.holds for yes in one.consents)
        ],
    )
    if acts.carried_out():
        return redirect("partnerships:stories_of", person.pk)
    record("partnerships.see_stories_of", person.pk, scope="plan", kind="read")
    names = [f"withdraw_{part}" for part in PARTS]
    context = {"person": person, "stories": acts.beside(names[0], told, *names[1:]), "acts": acts, "form": acts.form}
    return render(request, "partnerships/stories_of.html", context, status=acts.status)
