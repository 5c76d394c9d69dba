"""Begin initiatives and follow them up, put people in them, and say which days charts are marked with."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from trappan.cases.models import Case
from trappan.cases.operations import refuse_closed
from trappan.history.record import record
from trappan.initiatives.counts import counted, refuse_uncounted
from trappan.initiatives.models import Continuation, EndReport, Initiative, InitiativePaper, Landmark, Participation
from trappan.initiatives.papers import facts_now
from trappan.partnerships.decided import lock_paper, save, sentences_of, settle, start
from trappan.refusals import READS_ONLY, Refused, Sentences, call, refusing
from trappan.refusals.editions import lock_edition
from trappan.schedules.allowed import refuse_outside
from trappan.schedules.periods import day_before
from trappan.secrecy.acting import Actor
from trappan.secrecy.scopes import Scope

ABOUT = ("name", "aim", "target", "counts", "funding", "budget", "in_sus", "starts_on", "ends_on")
PERSON = _("Everybody reads this, so nothing about a person may stand here. Take the personal number out.")
NO: Sentences = {
    "one_initiative_a_name": ("name", _("An initiative of that name is here already. Give this one another name.")),
    "initiative_says_what": ("aim", _("Write what the initiative is called, and what it is for.")),
    "initiative_says_whose_money": ("funding", _("Write whose money it is.")),
    "initiative_has_a_target": ("target", _("Write how many people, at least one.")),
    "initiative_ends_after_start": ("ends_on", _("The last day cannot come before the first.")),
    "one_follows_another": (
        "follows",
        _("Another initiative follows that one already. Choose the latest in the line."),
    ),
    "follows_one_of_ours": ("follows", _("Choose an initiative of ours.")),
    "follows_another": _("This initiative follows no other, so there is nobody to go along."),
    "period_holds_who_started": (
        "starts_on",
        _("Somebody has started on a day that would fall outside. Choose a period that holds all who have started."),
    ),
    "starts_while_it_lasts": ("starts_on", _("Choose a day while the initiative lasts.")),
    "takes_part_once_at_a_time": ("initiative", _("The person takes part in that one already.")),
    "participation_ends_for_a_reason": ("ends_on", _("The last day cannot come before the first.")),
    "continuation_says_all_three": ("what", _("Write what goes on, by whom, and with whose money.")),
    "report_says_how_it_ended": ("text", _("Write how it went.")),
    "landmark_has_a_name": ("name", _("Write what happened.")),
    "initiative_names_nobody": PERSON,
    "continuation_names_nobody": PERSON,
    "report_names_nobody": ("text", PERSON),
    "landmark_names_nobody": PERSON,
    **sentences_of("initiative"),
}


@transaction.atomic
def begin_initiative(*, by: Actor, follows: Initiative | None = None, **about: Any) -> Initiative:
    """Write down an initiative, with `follows` where it goes on from another one; nobody is moved by that yet."""
    with refusing(NO):
        begun = Initiative.objects.create(municipality_id=by.organisation_id, follows=follows, **about)
    record("initiatives.begin_initiative", initiative=begun.pk)
    return begun


@transaction.atomic
def change_initiative(*, initiative: Initiative, edition: str, **values: Any) -> None:
    """Change what is said of an initiative; refused where somebody has saved since, or started outside the period."""
    lock_edition(initiative, ABOUT, edition)
    with refusing(NO):
        if not Initiative.objects.filter(pk=initiative.pk).update(**values):
            raise Refused(READS_ONLY)
    record("initiatives.change_initiative", initiative=initiative.pk)


@transaction.atomic
def carry_over(*, initiative: Initiative, starts_on: date) -> int:
    """Let everybody who takes part in the initiative before go along into this one; return how many.

    The database does it, and everybody goes: whoever says so sees none of them.
    """
    (moved,) = call("initiatives_carry_over", initiative.pk, starts_on, sentences=NO)
    record("initiatives.carry_all_over", initiative=initiative.pk, day=starts_on, moved=moved)
    return int(moved)


@transaction.atomic
def put_in(*, case: Case, initiative: Initiative, starts_on: date, today: date) -> Participation:
    """Write down that a person takes part in an initiative from a day; refused for a case that is closed."""
    refuse_closed(case)
    refuse_outside(
        starts_on,
        "starts_on",
        first=max(initiative.starts_on, case.opened_on),
        early=_("Neither the initiative nor the case had begun then."),
        last=min(day_before(initiative.ends_on), today),
        late=_("Choose a day that has come, while the initiative lasts."),
    )
    with refusing(NO):
        begun = Participation.objects.create(
            person_id=case.person_id, case=case, initiative=initiative, starts_on=starts_on
        )
    record("initiatives.put_in", case.person_id, scope=Scope.PLAN, initiative=initiative.pk)
    return begun


@transaction.atomic
def leave_initiative(*, participation: Participation, ends_on: date, why: str, today: date) -> None:
    """Say that a person takes part no longer, and why; `ends_on` is the first day without."""
    refuse_outside(
        day_before(ends_on),
        "ends_on",
        first=participation.starts_on,
        early=_("The person had not started then."),
        last=today,
        late=_("The day has not come yet."),
    )
    with refusing(NO):
        found = Participation.objects.filter(pk=participation.pk)
        if not found.filter(ends_on=None).update(ends_on=ends_on, why=why):
            raise Refused(_("Somebody has written down the end already.") if found.exists() else READS_ONLY)
    record("initiatives.leave_initiative", participation.person_id, scope=Scope.PLAN, why=why)


@transaction.atomic
def go_on(*, initiative: Initiative, what: str, by_whom: str, money: str) -> None:
    """Write down what goes on in ordinary work afterwards, by whom, and with whose money."""
    with refusing(NO):
        Continuation.objects.create(initiative=initiative, what=what, by_whom=by_whom, money=money)
    record("initiatives.go_on", initiative=initiative.pk)


@transaction.atomic
def take_out_continuation(*, continuation: Continuation, today: date) -> None:
    """Take out what was to go on; a report in which it stands keeps it."""
    if not Continuation.objects.filter(pk=continuation.pk, taken_out_on=None).update(taken_out_on=today):
        raise Refused(READS_ONLY)
    record("initiatives.take_out_continuation", initiative=continuation.initiative_id)


@transaction.atomic
def write_report(
    *, initiative: Initiative, as_of: date, today: date, text: str, nothing_goes_on: bool = False
) -> EndReport:
    """Write how an initiative ended: its figures as of a day and what goes on, kept as they are now.

    Refused before its last day and for a day as of which nothing is counted, and where nobody has said what goes on, or
    that nothing does.
    """
    refuse_outside(
        as_of,
        "as_of",
        first=day_before(initiative.ends_on),
        early=_("The end report counts from the initiative's last day on."),
        last=today,
        late=_("The day has not come yet."),
    )
    refuse_uncounted(as_of, "as_of", initiative=initiative, today=today)
    standing = initiative.continuations.filter(taken_out_on=None)
    goes_on = [{"what": one.what, "by_whom": one.by_whom, "money": one.money} for one in standing]
    if bool(goes_on) == nothing_goes_on:
        raise Refused(
            _("Something is written down that goes on. Take it out first, or take the tick away.")
            if goes_on
            else _("Write down what goes on afterwards first, or tick that nothing does."),
            "nothing_goes_on",
        )
    figures = counted([initiative.pk], as_of)[initiative.pk].as_kept
    with refusing(NO):
        report = EndReport.objects.create(
            initiative=initiative, as_of=as_of, text=text, figures=figures, goes_on=goes_on
        )
    record("initiatives.write_report", initiative=initiative.pk, as_of=as_of)
    return report


@transaction.atomic
def mark_day(*, by: Actor, day: date, kind: str, name: str, source: str = "") -> None:
    """Write down a day that charts are to be marked with."""
    with refusing(NO):
        Landmark.objects.create(municipality_id=by.organisation_id, day=day, kind=kind, name=name, source=source)
    record("initiatives.mark_day", day=day)


@transaction.atomic
def take_out_day(*, landmark: Landmark, today: date) -> None:
    """Mark charts with a day no longer."""
    if not Landmark.objects.filter(pk=landmark.pk, taken_out_on=None).update(taken_out_on=today):
        raise Refused(READS_ONLY)
    record("initiatives.take_out_day", landmark=landmark.pk)


@transaction.atomic
def begin_paper(*, initiative: Initiative, officer: str, manager: str, reference: str) -> InitiativePaper:
    """Begin the paper by which an initiative, or what changes in it, is decided: what it says beside each section.

    Refused: while one is open, and without officer, manager or registry number.
    """
    with override("sv"):
        title = _("The initiative %(name)s") % {"name": initiative.name}
        proposal = _("To carry out the initiative %(name)s.") % {"name": initiative.name}
    who = {"officer": officer, "manager": manager, "reference": reference}
    made = start(
        InitiativePaper, NO, title=title, proposal=proposal, initiative=initiative, said=facts_now(initiative), **who
    )
    record("initiatives.begin_paper", initiative=initiative.pk)
    return made


@transaction.atomic
def write_paper(*, paper: InitiativePaper, edition: str, **about: Any) -> None:
    """Save the text of a paper, which then says what the initiative says now; refused as `decided.save` says."""
    found = lock_paper(paper)
    save(found, NO, facts_now(found.initiative), edition, about)
    record("initiatives.write_paper", initiative=found.initiative_id)


@transaction.atomic
def decide_by_paper(
    *, paper: InitiativePaper, read: str, today: date, decided_on: date, body: str, paragraph: str = ""
) -> None:
    """Write down the decision on a paper as it was `read`; refused as `decided.settle` says."""
    found = lock_paper(paper)
    said = {"body": body, "paragraph": paragraph}
    settle(found, NO, facts_now(found.initiative), read, today=today, decided_on=decided_on, **said)
    record("initiatives.decide_by_paper", initiative=found.initiative_id)
