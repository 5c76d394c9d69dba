"""Two who write the same thing: the second is shown what differs and loses nothing, on every form there is."""

import ast
import re
from collections.abc import Iterator
from datetime import date
from html import unescape
from importlib import import_module
from pathlib import Path

import pytest
from django.urls import reverse

import trappan
from tests.edited_agreements import EDITED as OF_AGREEMENTS
from tests.edited_employers import EDITED as OF_EMPLOYERS
from tests.edited_initiatives import EDITED as OF_INITIATIVES
from tests.edited_insight import EDITED as OF_INSIGHT
from tests.edited_partnerships import EDITED as OF_PARTNERSHIPS
from tests.edited_sus import EDITED as OF_SUS
from trappan.activities.testing import make_activity
from trappan.assistance.operations import keep_month, note_elsewhere, receive_application
from trappan.cases import operations as cases
from trappan.cases.testing import make_case
from trappan.outcomes.operations import record_exit
from trappan.people import operations as people
from trappan.placements.testing import make_placement
from trappan.plans.models import Ladder, LadderStep
from trappan.requirement.testing import found, written
from trappan.rules import operations as rules
from trappan.rules.codes import choices
from trappan.rules.forms import RuleSetForm
from trappan.rules.testing import as_fields
from trappan.rules.views.ruleset import begun as begun_rules
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import TODAY, sign_in
from trappan.ui.forms import SavedForm

# Forms that begin from a saved row and write no row anew, and why no edition is needed.
BEGUN_ELSEWHERE = {
    ("agreements/views/agreement.py", "AgreementForm"): "a new agreement, with the placement's last day and aim",
    ("agreements/views/week.py", "ReadWeekForm"): "read once, and only what the page showed",
    (
        "matching/views/what_if.py",
        "AllocationQuestionForm",
    ): "a new question, with the change of the one that was asked",
    ("activities/views/activity.py", "PlacesForm"): "a number of its own from a day on; the earlier stands",
    ("activities/views/make.py", "MakeActivityForm"): "a new activity, from the unit's first day at the earliest",
    ("insight/views/annual_report.py", "SignReportForm"): "signed once, and only what the page showed",
    ("insight/views/forecast.py", "WhatIfForm"): "a new question, with the numbers of the one that was asked",
    ("requirement/views/absence.py", "DialogueForm"): "a new conversation, at this moment",
    ("cases/views/case.py", "AssignForm"): "one choice, in the unit that the case was opened for",
    ("cases/views/meeting.py", "MeetingForm"): "a new meeting, with the language that the person speaks",
    ("cases/views/meeting.py", "OutcomeForm"): "one choice, of which every version is kept",
    ("employers/views/lead.py", "AgreedWithForm"): "writes nothing: it leads to a new opening",
    ("employers/views/opening.py", "OpeningForm"): "a new opening, begun from an ad",
    ("employers/views/workplace.py", "CloseForm"): "one choice, of which every version is kept",
    ("matching/views/proposal.py", "MeetForm"): "one day, of which every version is kept",
    ("matching/views/proposal.py", "SendForm"): "sent once, and only what the page showed",
    ("matching/views/sharing.py", "EmployerConsentForm"): "a new yes; the earlier is kept",
    ("matching/views/sharing.py", "TeamConsentForm"): "a new yes; the earlier is kept",
    ("matching/views/work.py", "HandOverForm"): "a new search, from today; one at a time",
    ("initiatives/views.py", "CarryForm"): "a day of its own, from which rows are made anew",
    ("outcomes/views/follow_up.py", "FollowUpForm"): "an answer of its own; the second of the same is refused",
    ("outcomes/views/exit.py", "ReopenForm"): "a reason of its own; the second is told that the case is open",
    ("people/views/household.py", "MemberForm"): "a new member, with the person's own family name",
    ("people/views/person.py", "ProtectionForm"): "one choice, which the database guards",
    ("partnerships/views/agreement.py", "BeginPaperForm"): "a new paper, with the draft's registry number",
    ("partnerships/views/agreement.py", "DecideForm"): "made once, and only of what the page showed",
    ("partnerships/views/agreement.py", "RenewForm"): "a new draft, from the day after the one before it",
    ("partnerships/views/agreement.py", "DraftAmendmentForm"): "a new draft, with what the parties are called now",
    ("partnerships/views/draft.py", "DraftForm"): "a new draft, with what the municipality is called now",
    ("projects/views/months.py", "VersionForm"): "a new version; of which it is the next is refused where overtaken",
    ("projects/views/participants.py", "EndForm"): "written once, with what the person's own case says",
    ("placements/views/placement.py", "PlacementForm"): "a new placement, with the times that the plan says",
    ("plans/views/plan.py", "DecideForm"): "writes nothing but that the edition which was shown is given or decided",
    ("plans/views/plan.py", "ReadinessForm"): "a new judgement, from today; the earlier stand",
    ("plans/views/step.py", "CorrectionForm"): "a new move; the wrong one is corrected once",
    ("plans/views/step.py", "StepForm"): "a new move, with the latest step",
    ("portal/views/plan.py", "GoalRatingForm"): "the person's own, written anew; the earlier is kept",
    ("portal/views/plan.py", "OwnStepForm"): "the person's own, written anew; the earlier is kept",
    ("requirement/views/activity_request.py", "RequestForm"): "a new request, with the plan's hours",
    ("requirement/views/activity_request.py", "ReplaceRequestForm"): "a new request, with what the wrong one said",
    ("requirement/views/exemption.py", "ReplaceExemptionForm"): "a new exemption, with what the wrong one said",
    ("requirement/views/grounds.py", "ReplaceDecisionForm"): "a new decision, with what the wrong one said",
    ("requirement/views/grounds.py", "DecisionForm"): "made once; the person is one of the receivers",
    ("requirement/views/grounds.py", "SendForm"): "sent once, to the case's social worker",
}


def begun_from_a_row(file: Path) -> Iterator[tuple[str, bool]]:
    """Name the forms of a file of views, and whether their `initial` is read of a row or by a function of the file."""
    tree = ast.parse(file.read_text())
    views = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    for view in views:
        made: dict[str, list[ast.expr]] = {}
        for node in ast.walk(view):
            if isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign) and node.value is not None:
                for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
                    made.setdefault(ast.unparse(target), []).append(node.value)
        made.pop("typing", None)  # typed by the writer, and saved by nobody
        known = {*made, *(one.arg for one in view.args.args)} - {"request", "today", "form"}
        for call in (node for node in ast.walk(view) if isinstance(node, ast.Call)):
            named = [ast.unparse(one) for one in (call.func, *call.args) if ast.unparse(one).endswith("Form")]
            given = spread([part.value for part in call.keywords if part.arg == "given"], made)
            starts = [part.value for part in call.keywords if part.arg == "initial"]
            for node in (node for part in given for node in ast.walk(part) if isinstance(node, ast.Dict)):
                starts += [value for key, value in zip(node.keys, node.values, strict=True) if says_initial(key)]
            if named and starts:
                own = {one.name for one in views}
                yield named[0], any(reads_a_row(part, known, own) for part in spread(starts, made))


def says_initial(key: ast.expr | None) -> bool:
    return isinstance(key, ast.Constant) and key.value == "initial"


def spread(parts: list[ast.expr], made: dict[str, list[ast.expr]]) -> list[ast.expr]:
    """Return expressions with all that the names in them were made of."""
    spread_out, seen = list(parts), set()
    for part in spread_out:  # grows while it is gone through
        for node in ast.walk(part):
            if isinstance(node, ast.Name) and node.id in made and node.id not in seen:
                seen.add(node.id)
                spread_out += made[node.id]
    return spread_out


def reads_a_row(part: ast.expr, known: set[str], own: set[str]) -> bool:
    for node in ast.walk(part):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"getattr", *own}:
            return True
        if isinstance(node, ast.Attribute):
            base: ast.expr = node
            while isinstance(base, ast.Attribute):
                base = base.value
            if isinstance(base, ast.Name) and base.id in known:
                return True
    return False


def every_saved(form: type[SavedForm]) -> Iterator[type[SavedForm]]:
    """Return the forms that are made of one, and of those."""
    for one in form.__subclasses__():
        yield one
        yield from every_saved(one)


def test_a_form_that_begins_from_a_saved_row_names_its_edition():
    rooms = Path(trappan.__file__).parent
    missing, excused = set(), set()
    for file in [*rooms.glob("*/views.py"), *rooms.glob("*/views/*.py")]:
        where = str(file.relative_to(rooms))
        module = import_module(f"trappan.{where.removesuffix('.py').replace('/', '.')}")
        for form, of_a_row in begun_from_a_row(file):
            if of_a_row and "edition" not in getattr(module, form).base_fields:
                (excused if (where, form) in BEGUN_ELSEWHERE else missing).add((where, form))
    assert {one.__name__ for one in every_saved(SavedForm)} == set(PAGES), "a form that is not tried here"
    assert missing == set(), "whoever saves second would replace what somebody else has saved"
    assert excused == set(BEGUN_ELSEWHERE)


class Page:
    """A page with a form that begins from what is saved: who writes there, what each types, and what shows it."""

    def __init__(self, by, address, first, second, shown, prefix="", **fixed):
        self.by, self.address, self.shown, self.prefix = by, address, shown, prefix
        self.first, self.second, self.fixed = first, second, fixed

    def send(self, client, typed, edition):
        fields = {f"{self.prefix}{name}": value for name, value in {**typed, "edition": edition}.items()}
        return client.post(self.address, {"acting_as": self.by.pk, **self.fixed, **fields})

    def edition(self, answer):
        return re.search(rf'name="{self.prefix}edition" (?:value="([^"]*)")?', answer.content.decode())[1] or ""


def contact(case):
    return Page(
        case.social_worker,
        reverse("people:details", args=[case.person_id]),
        {"phone": "070-1740605", "city": "Ekelunda"},
        {"phone": "070-1740606", "city": ""},
        ["070-1740605", "Ekelunda"],
        form="contact",
    )


def wish(case):
    return Page(
        case.social_worker,
        reverse("messages:person", args=[case.person_id]),
        {"way": "email", "language": "sv"},
        {"way": "none", "language": "sv"},
        ["E-post"],
        prefix="wish-",
        form="wish",
    )


def about(case):
    shown = {"given_name": "Samira", "family_name": "Påhitt", "gender": "K", "why": "Skäl"}
    return Page(
        case.social_worker,
        reverse("people:details", args=[case.person_id]),
        {**shown, "family_name": "Påhittsson", "languages": "arabiska"},
        {**shown, "family_name": "Påhitta", "languages": "dari", "why": "Annat skäl"},
        ["Påhittsson", "arabiska"],
        "about-",
        form="about",
    )


def member(case):
    with as_(case.social_worker):
        joined = people.join_household(person=case.person, role="applicant", starts_on=date(2026, 10, 1))
    return Page(
        case.social_worker,
        reverse("people:rectify_member", args=[joined.pk]),
        {"role": "co_applicant", "starts_on": "2026-09-01", "why": "Skäl"},
        {"role": "applicant", "starts_on": "2026-08-01", "why": "Annat skäl"},
        ["Medsökande", "2026-09-01"],
        form="rectify",
    )


def result(case):
    with as_(case.social_worker) as actor:
        application = receive_application(person=case.person, by=actor, received_on=TODAY, kind="new")
    return Page(
        case.social_worker,
        reverse("assistance:result", args=[application.pk]),
        {"result": "granted", "decided_on": "2026-11-12", "result_reference": "A 1"},
        {"result": "refused", "decided_on": "2026-11-12", "result_reference": "A 2"},
        ["Beviljad", "A 1"],
    )


def assessment(case):
    counsellor = make_colleague("counsellor", make_unit("guidance"))
    with as_(case.responsible):
        referral = cases.refer(case=case, unit=counsellor.unit, purpose="Bedöma", responsible=counsellor)
    with as_(counsellor) as actor:
        cases.take_on(referral=referral, by=actor)
    return Page(
        counsellor,
        reverse("cases:referral", args=[referral.pk]),
        {"instrument": "AWP", "instrument_on": "2026-11-12", "conclusion": "Kan"},
        {"instrument": "DOA", "instrument_on": "2026-11-12", "conclusion": "Kan det mesta"},
        ["AWP", "Kan"],
        "assess-",
        form="assess",
    )


def asked(case):
    counsellor = make_colleague("counsellor", make_unit("guidance"))
    with as_(case.responsible):
        referral = cases.refer(case=case, unit=counsellor.unit, purpose="Bedöma", responsible=counsellor)
    return Page(
        case.responsible,
        reverse("cases:referral", args=[referral.pk]),
        {"purpose": "Validera", "why": "Fel fråga"},
        {"purpose": "Pröva", "why": "Fel ord"},
        ["Validera"],
        "purpose-",
        form="purpose",
    )


def sharing(case):
    partner = make_organisation("Navet", kind="association", basis="cooperation")
    about = {"parts": ["placement", "goals", "attendance"], "given_how": "paper", "starts_on": TODAY}
    with as_(case.responsible):
        consent = people.give_consent(person=case.person, organisation=partner, **about)
    return Page(
        case.responsible,
        reverse("people:narrow", args=[consent.pk]),
        {"parts": ["placement", "goals"]},
        {"parts": ["placement"]},
        ["mål och steg"],
    )


def with_support(case, write):
    with as_(case.social_worker) as actor:
        return write(case.person, actor)


def month(case):
    about = {"month": date(2026, 10, 1), "role": "applicant", "household_type": 5, "obstacle": "unemployed"}
    kept = with_support(case, lambda person, by: keep_month(person=person, by=by, **about))
    right = {**about, "month": "2026-10", "why": "Fel belopp"}
    return Page(
        case.social_worker,
        reverse("assistance:correct_month", args=[kept.pk]),
        {**right, "amount": "8450"},
        {**right, "amount": "7000"},
        ["8450"],
        "correct-",
        form="correct",
    )


def elsewhere(case):
    about = {"municipality": "Motala", "starts_on": date(2025, 1, 1), "ends_on": date(2025, 3, 1), "support": "no"}
    kept = with_support(case, lambda person, _by: note_elsewhere(person=person, **about))
    right = {"starts_on": "2025-01", "last_month": "2025-02", "support": "no", "why": "Fel kommun"}
    return Page(
        case.social_worker,
        reverse("assistance:correct_elsewhere", args=[kept.pk]),
        {**right, "municipality": "Mjölby"},
        {**right, "municipality": "Kisa"},
        ["Mjölby"],
        "correct-",
        form="correct",
    )


def hearing(_case):
    set_today(date(2026, 9, 24))
    case, activity = make_case(), make_activity()
    tor = make_colleague("supervisor", activity.unit)
    placement = make_placement(case.responsible, person=case.person, activity=activity, starts_on=date(2026, 10, 1))
    set_today(TODAY)
    found((case, placement, tor))
    grounds = written((case, placement, tor))
    return Page(
        case.responsible,
        reverse("requirement:grounds", args=[grounds.pk]),
        {"heard_on": "2026-11-12", "heard_how": "phone", "heard_words": "Bussen gick inte"},
        {"heard_on": "2026-11-12", "heard_how": "meeting", "heard_words": "Jag kom för sent"},
        ["Bussen gick inte", "Per telefon"],
        "hear-",
        form="hear",
    )


def description(_case):
    unit = make_unit("site")
    activity = make_activity(unit=unit)
    return Page(
        make_colleague("site_leader", unit),
        reverse("activities:describe", args=[activity.pk]),
        {"description": "Vi bakar", "languages": "Svenska, arabiska", "leads_out": "on", "challenge": "2"},
        {"description": "Vi lagar mat", "languages": "svenska", "access": ["step_free"], "challenge": "3"},
        ["Vi bakar", "svenska, arabiska", "Ja", "2"],
    )


def profile(case):
    shown = {"given_name": "Ulla", "family_name": "Påhitt"}
    return Page(
        case.social_worker,
        reverse("staff:profile"),
        {**shown, "title": "Socialsekreterare", "languages": "arabiska"},
        {**shown, "title": "Handläggare", "languages": "dari"},
        ["Socialsekreterare", "arabiska"],
    )


def frame(_case):
    ladder = Ladder.objects.get(is_main=False)
    step = ladder.steps.order_by("number").first()
    mains = list(LadderStep.objects.filter(ladder__is_main=True).order_by("number"))
    fields = {f"step_{one.pk}": one.maps_to_id or "" for one in ladder.steps.all()}
    return Page(
        make_colleague("administrator"),
        reverse("plans:frames"),
        {**fields, f"step_{step.pk}": mains[4].pk},
        {**fields, f"step_{step.pk}": mains[5].pk},
        [str(mains[4])],
        f"l{ladder.pk}-",
        ladder=ladder.pk,
    )


def ruleset(_case):
    sture = make_colleague("administrator")
    begun = RuleSetForm(begun=begun_rules(TODAY), saved=False, obstacles=choices("obstacle", TODAY))
    fields = {**as_fields(begun), "source": "Nämnden § 88", "valid_from": "2027-03-01"}
    return Page(
        sture,
        reverse("rules:draft"),
        {**fields, "name": "Första", "marking_days": "9"},
        {**fields, "name": "Andra", "marking_days": "11"},
        ["Första", "9"],
    )


def code(_case):
    """A code to come, whose words are put right before it begins."""
    sture = make_colleague("administrator")
    with as_(sture):
        made = rules.add_code(table="stall", label_sv="Bostad", label_en="", valid_from=date(2026, 12, 1))
    return sture, reverse("rules:code", args=[made])


def renaming(case):
    sture, address = code(case)
    day = {"label_en": "Housing", "from_day": "2026-12-01"}
    first, second = {"label_sv": "Bostaden", **day}, {"label_sv": "Hemmet", **day}
    return Page(sture, address, first, second, ["Bostaden"], "rename-", form="rename")


def closing(case):
    sture, address = code(case)
    first, second = {"valid_to": "2027-01-01"}, {"valid_to": "2027-02-01"}
    return Page(sture, address, first, second, ["2027-01-01"], "close-", form="close")


def staircase(_case):
    steps = {"name_1": "Hallen", "signs_1": "Kommer", "name_2": "Gatan", "signs_2": "Arbetar", "owner": "Nämnden"}
    sture = make_colleague("administrator")
    first, second = {**steps, "name": "Vår trappa"}, {**steps, "name": "Trappan här", "name_2": "Torget"}
    return Page(sture, reverse("plans:ladder"), first, second, ["Vår trappa", "Gatan"])


def text(_case):
    day = {"starts_on": "2026-11-12"}
    sture = make_colleague("administrator")
    first, second = {"text": "Ring oss", **day}, {"text": "Skriv till oss", **day}
    return Page(sture, reverse("rules:texts"), first, second, ["Ring oss"], "write-1-", form="write", row=1)


def unit(_case):
    norr = make_unit("labour_market", name="Enhet Norr", starts_on=date(2021, 1, 1))
    fields = {"kind": "labour_market", "regime": "28", "starts_on": "2021-01-01"}
    return Page(
        make_colleague("administrator", make_unit("management", norr.organisation)),
        reverse("staff:change_unit", args=[norr.pk]),
        {**fields, "name": "Enhet Nord", "kind": "project"},
        {**fields, "name": "Enhet Nordväst", "starts_on": "2021-02-01"},
        ["Enhet Nord", "Projekt"],
    )


def colleague(_case):
    lina = make_colleague("consultant", name="Lina Mallin")
    return Page(
        make_colleague("administrator", make_unit("management", lina.unit.organisation)),
        reverse("staff:colleague", args=[lina.colleague_id]),
        {"given_name": "Lina", "family_name": "Mall", "email": "lina@trappan.example"},
        {"given_name": "Lina-Maria", "family_name": "Mallin", "email": "lina.maria@trappan.example"},
        ["Mall", "lina@trappan.example"],
        "change-",
        form="change",
    )


def ended(case, reason, form):
    with as_(case.responsible):
        return record_exit(case=case, day=TODAY, today=TODAY, reason=reason, form=form)


def end(case):
    done = ended(case, "work", "bagare")
    said = {"reason": "work", "sub_code": "a1", "day": "2026-11-12"}
    return Page(
        case.responsible,
        reverse("outcomes:correct", args=[done.pk]),
        {**said, "form": "kock", "why": "Fel yrke"},
        {**said, "form": "diskare", "why": "Fel arbete"},
        ["kock"],
    )


def finished(case):
    done = ended(case, "studies", "komvux")
    set_today(date(2027, 6, 11))
    return Page(
        case.responsible,
        reverse("outcomes:exits", args=[case.person_id]),
        {"finished_on": "2027-06-10"},
        {"finished_on": "2027-06-09"},
        ["2027-06-10"],
        f"finish-{done.pk}-",
        form="finish",
        row=done.pk,
    )


ELSEWHERE = {**OF_AGREEMENTS, **OF_EMPLOYERS, **OF_INITIATIVES, **OF_INSIGHT, **OF_PARTNERSHIPS, **OF_SUS}
PAGES = {
    "CorrectForm": end,
    "FinishForm": finished,
    "AssessmentForm": assessment,
    "CloseCodeForm": closing,
    "ChangeColleagueForm": colleague,
    "ChangeUnitForm": unit,
    "ContactForm": contact,
    "CorrectElsewhereForm": elsewhere,
    "CorrectMonthForm": month,
    "DescribeForm": description,
    "FrameForm": frame,
    "HeardForm": hearing,
    "ProfileForm": profile,
    "NarrowForm": sharing,
    "PurposeForm": asked,
    "RectifyMemberForm": member,
    "RectifyPersonForm": about,
    "LadderForm": staircase,
    "RenameCodeForm": renaming,
    "ResultForm": result,
    "RuleSetForm": ruleset,
    "TextForm": text,
    **{form: lambda _case, make=make: Page(**make()) for form, make in ELSEWHERE.items()},
    "WishForm": wish,
}


@pytest.mark.django_db
@pytest.mark.parametrize("form", PAGES)
def test_whoever_saves_second_sees_what_differs_and_loses_nothing(client, today, form):
    page = PAGES[form](make_case())
    sign_in(client, page.by)
    shown = page.edition(client.get(page.address))
    assert page.send(client, page.first, shown).status_code == 302
    late = page.send(client, page.second, shown)
    told = unescape(late.content.decode())
    assert late.status_code == 422
    assert "Någon annan har sparat" in told
    differs = told[told.index("Sparat av någon annan under tiden") :]
    differs = differs[: differs.index("</section>")]
    for words in page.shown:
        assert words in differs, words
    for typed in page.second.values():
        assert str(typed if isinstance(typed, str | int) else typed[0]) in told, "what was typed stays in the form"
    assert page.send(client, page.second, page.edition(late)).status_code == 302
    assert page.send(client, page.first, shown).status_code == 422, "the first edition is long gone"


@pytest.mark.django_db
@pytest.mark.parametrize("form", PAGES)
def test_a_form_without_its_edition_replaces_nothing(client, today, form):
    page = PAGES[form](make_case())
    sign_in(client, page.by)
    assert page.send(client, page.first, page.edition(client.get(page.address))).status_code == 302
    assert page.send(client, page.second, "").status_code == 422
    assert page.send(client, page.second, "\0x").status_code == 422
