"""A partner's report of a year, on one page for both sides: figures, text, cost, and what became of it."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from trappan import database
from trappan.documents.pdf import answer, is_drawn, pdf
from trappan.history.record import record
from trappan.insight.annual_report import latest, lines, named, texts, year_before
from trappan.insight.effects import effects_of
from trappan.insight.models import Improvement
from trappan.insight.told import last_month
from trappan.partnerships import operations
from trappan.partnerships.forms import DeliverForm, NothingForm, SendBackForm, SignReportForm
from trappan.partnerships.models import AnnualReport, ReportCount, ReportStep
from trappan.partnerships.report_list import partner_of, state_of
from trappan.partnerships.reports import COLORS, cost_of, is_late, missing
from trappan.partnerships.signatories import signatories, whom_to_ask
from trappan.partnerships.stories import ENDED, IN, OUT, UNTOLD, WITHOUT, in_state, picture_of, told
from trappan.partnerships.views.reading import is_ours, reads_terms
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, has, may
from trappan.ui.templatetags.ui import day

SEE, KEEP = "partnerships.see_agreements", "partnerships.keep"
WRITE, SIGN = "partnerships.write_report", "partnerships.sign"
DOCUMENT = Path(__file__).parents[1] / "typst" / "annual_report.typ"
State = AnnualReport.State


def found_or_404(request: Request, report_id: int) -> tuple[AnnualReport, bool]:
    """Return a report that the actor reads, and whether it is written to her own municipality."""
    ours = is_ours(request)
    agreements = AnnualReport.objects.select_related("agreement__organisation", "agreement__municipality")
    found = get_object_or_404(agreements, pk=report_id)
    if not reads_terms(request, ours=ours):
        raise Http404
    return found, ours


@may(SEE)
def annual_report(request: Request, report_id: int) -> HttpResponse:
    """Show a report with what is frozen, written and missing; take it further, each side its own steps."""
    found, ours = found_or_404(request, report_id)
    today, frozen, count = request.actor.today, latest(found), count_of(found)
    acts = Acts(request, acts_of(request, found, ours=ours, is_counted=count is not None, is_anew=frozen is not None))
    if acts.carried_out():
        return redirect("insight:annual_report", found.pk)
    record("insight.see_annual_report", kind="read", report=found.pk)
    figures = named(frozen.figures) if frozen else {}
    now = named(count.figures) if count else figures
    table = lines(year_before(found), figures, now if frozen else {})
    cost, _is_missing = cost_of(found)
    stories = told(found.pk)
    steps = list(found.steps.select_related("author__colleague"))
    context = {
        "report": found,
        "partner": partner_of(found),
        "ours": ours,
        "color": COLORS[state_of(found, today)],
        "is_late": is_late(found, today),
        "frozen": frozen,
        "count": count,
        "lines": table if frozen else [],
        "changed": [one for one in table if frozen and one.has_changed],
        "corrected": [one for one in table if frozen and one.is_corrected],
        "texts": texts(found),
        "cost": cost,
        "missing": missing(found, stories) if found.is_written else [],
        "stories": in_state(stories, IN),
        "stories_ended": in_state(stories, ENDED),
        "names_ended": [one for one in stories if one.name_ended_on],
        "pictures_ended": [one for one in stories if one.picture_ended_on],
        "stories_without": in_state(stories, WITHOUT),
        "stories_out": in_state(stories, OUT),
        "stories_untold": len(in_state(stories, UNTOLD)),
        "steps": list(reversed(steps)),
        "notices": found.notices.select_related("colleague") if ours else (),
        "comment": next((one for one in reversed(steps) if one.kind == ReportStep.Kind.SENT_BACK), None),
        "signs_for_partner": list(signatories(found.agreement)) if found.is_owed else (),
        "ask": whom_to_ask(found.agreement, request.actor) if found.is_owed and not ours else "",
        "writes": not ours and found.is_written and has(request.actor, WRITE),
        "effects": effects_of(found.agreement, today, last_month(today)),
        "improvements": improvements_of(found) if ours else (),
        "acts": acts,
        "form": acts.form,
    }
    return render(request, "insight/annual_report.html", context, status=acts.status)


def count_of(report: AnnualReport) -> ReportCount | None:
    """Return what can be told today of the report's year, without the counts behind; None where it is not counted."""
    return ReportCount.objects.filter(report=report).defer("base").first()


def improvements_of(report: AnnualReport) -> QuerySet[Improvement]:
    """Return what is to be better that concerns the partner, and was found or done in the year."""
    of_partner = Improvement.objects.filter(organisation=report.agreement.organisation_id)
    return (of_partner.filter(found_on__year=report.year) | of_partner.filter(done_on__year=report.year)).distinct()


def acts_of(request: Request, found: AnnualReport, *, ours: bool, is_counted: bool, is_anew: bool) -> list[Act]:
    """List what may be done with a report where it stands: to freeze its figures, and what either side does next."""
    freeze = Act(
        "freeze",
        operations.freeze_report,
        _("Freeze the figures anew") if is_anew else _("Freeze the figures"),
        on={"report": found},
        right=KEEP if ours else WRITE,
    )
    acts = of_municipality if ours else of_partner
    today = request.actor.today
    return [*([freeze] if found.is_written and is_counted else ()), *acts(found, {"report": found, "today": today})]


def of_partner(found: AnnualReport, on: Mapping[str, Any]) -> list[Act]:
    """List what the partner does: finish it, sign it and so send it, say that there is nothing, or take that back."""
    if found.state == State.NOTHING:
        after_all = _("There is something after all")
        return [Act("undo", operations.undo_nothing_to_report, after_all, on=on, right=WRITE)]
    if found.state == State.TO_SIGN:
        resume = Act(
            "resume", operations.resume_report, _("Take it back and write further"), NothingForm, on=on, right=WRITE
        )
        if not database.value("partnerships_my_mandate", found.agreement_id):
            return [resume]
        return [
            Act(
                "send",
                operations.send_report,
                _("Sign and send the report"),
                SignReportForm,
                on=on,
                given={"initial": {"read": latest_step(found)}},
                done=_("Signed and sent to the municipality."),
                right=WRITE,
            ),
            resume,
        ]
    if not found.is_written:
        return []
    nothing = _("Say that there is nothing to report")
    finished = _("Finished. It is sent when your own signatory has signed it.")
    return [
        Act("finish", operations.finish_report, _("Finish, to be signed"), on=on, done=finished, right=WRITE),
        Act("nothing", operations.say_nothing_to_report, nothing, NothingForm, on=on, right=WRITE),
    ]


def latest_step(found: AnnualReport) -> int:
    """Return the number of the step that the page shows last: a signature is of the report as it was then."""
    return max(one.pk for one in found.steps.all())


def of_municipality(found: AnnualReport, on: Mapping[str, Any]) -> list[Act]:
    """List what the municipality does: sign what is sent or send it back, and deliver what is signed."""
    if found.state == State.SENT:
        return [
            Act(
                "sign",
                operations.sign_report,
                _("Sign the report"),
                SignReportForm,
                on=on,
                given={"initial": {"read": latest_step(found)}},
                right=SIGN,
            ),
            Act("send_back", operations.send_report_back, _("Send it back"), SendBackForm, on=on, right=KEEP),
        ]
    if found.state not in (State.SIGNED, State.DELIVERED):
        return []
    given = {"initial": {"day": on["today"]}}
    return [Act("deliver", operations.deliver_report, _("Write it down"), DeliverForm, on=on, given=given, right=KEEP)]


@may(SEE)
def paper(request: Request, report_id: int) -> HttpResponse:
    """Give out the report as a paper, with its figures as they were frozen and what has changed since."""
    found, _ours = found_or_404(request, report_id)
    facts = facts_of(found)
    pictures = pictures_of(facts["stories"])
    record("insight.print_annual_report", kind="read", report=found.pk)
    content = pdf(DOCUMENT, facts, title=facts["title"], language=get_language() or "sv", pictures=pictures)
    return answer(content, _("annual-report-%(row)s.pdf") % {"row": found.pk})


def pictures_of(stories: Iterable[dict[str, Any]]) -> dict[str, bytes]:
    """Return the pictures of a paper's stories by their names: those whose own yes holds, as the database has it.

    One that is not there, or cannot be drawn, is left out of the paper, and so are the words of what it shows.
    """
    found = {}
    for one in stories:
        content = picture_of(int(one["picture"].removeprefix("story-"))) if one["picture"] else b""
        if content and is_drawn(content):
            found[one["picture"]] = content
        else:
            one["picture"] = one["shows"] = ""
    return found


def signed_by(one: ReportStep) -> str:
    """Say who signed for the partner, and on which mandate; empty of every other step."""
    if one.kind != ReportStep.Kind.SENT or not one.comment or one.author is None:
        return ""
    return _("(signed for the partner by %(name)s: %(mandate)s)") % {
        "name": one.author.colleague.name,
        "mandate": one.comment,
    }


def facts_of(found: AnnualReport) -> dict[str, Any]:
    """Put a report into the words of its paper."""
    frozen, count = latest(found), count_of(found)
    figures = named(frozen.figures) if frozen else {}
    table = lines(year_before(found), figures, named(count.figures) if count else figures) if frozen else []
    parties = {"agreement": found.agreement.name, "partner": partner_of(found)}
    of_state = {"state": found.get_state_display(), "day": day(found.due_on)}
    changed = [
        _("%(figure)s: %(now)s today") % {"figure": one.full_title, "now": one.now.words or "–"}
        for one in table
        if one.has_changed
    ]
    changed += [_("%(figure)s: corrected") % {"figure": one.full_title} for one in table if one.is_corrected]
    return {
        "title": _("Annual report %(year)s") % {"year": found.year},
        "parties": _("%(agreement)s, %(partner)s") % parties,
        "state": _("%(state)s. To be sent by %(day)s.") % of_state,
        "figures": [
            {
                "title": f"– {one.title}" if one.is_part else one.title,
                "before": one.before.words or "–",
                "now": one.frozen.words or "–",
            }
            for one in table
        ],
        "frozen": _("Frozen %(day)s. They count everybody who was with the partner, once.") % {"day": day(frozen.at)}
        if frozen
        else _("The figures are not frozen."),
        "changed": changed,
        "texts": [[title, text.splitlines() or [_("Nothing is written yet.")]] for title, text in texts(found)],
        "stories": [
            {
                "words": one.words.splitlines(),
                "by": one.name or _("Somebody who takes part"),
                "picture": f"story-{one.pk}" if one.shows else "",
                "shows": one.shows,
            }
            for one in in_state(told(found.pk), IN)
        ],
        "cost": cost_of(found)[0] or _("Not reported."),
        "answers": found.answers,
        "log": [
            " ".join(filter(None, [f"{day(one.day)}: {one.get_kind_display()}", one.whom, signed_by(one)]))
            for one in found.steps.select_related("author__colleague")
        ],
        "footer": found.agreement.name,
        "labels": {
            "figures": _("The figures"),
            "figure": _("Figure"),
            "before": str(found.year - 1),
            "now": str(found.year),
            "hidden": _("What says that it is hidden is of too few people to be told."),
            "changed": _("Changed since the figures were frozen"),
            "stories": _("In the participants’ own words"),
            "cost": _("What the year cost"),
            "answers": _("Answers for the report"),
            "log": _("What became of the report"),
        },
    }
