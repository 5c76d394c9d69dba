"""By what a list of people may be narrowed, and by nothing else; and by what the log."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any

from django import forms
from django.utils.timezone import make_aware
from django.utils.translation import gettext_lazy as _

from trappan import database
from trappan.cases.models import Case
from trappan.desk.case_rows import Line, Stage, lines, with_steps
from trappan.desk.formal import KINDS, FormalDay
from trappan.desk.lists.requirement import STATUSES
from trappan.desk.log import Chosen
from trappan.history.models import Event
from trappan.plans.models import LadderStep
from trappan.secrecy.acting import Actor
from trappan.staff.choices import CalledField, MembershipChoice, search_among
from trappan.staff.models import Colleague, Membership, Organisation
from trappan.ui.forms import DateInput, Form, in_our_time, offer
from trappan.ui.lists.listing import OWN

MAIN_STEPS = LadderStep.objects.filter(ladder__is_main=True).order_by("number")


class ListFilter(Form):
    """The filters of a list of people, kept in the address; one that is not allowed is refused.

    Never by what somebody is: no age, gender or origin. tests/test_house.py holds the allowed ones.
    """

    is_filter = True  # nobody needs to be told that a filter may be left empty

    def clean(self) -> dict[str, Any]:
        values = dict(super().clean() or {})
        if odd := sorted(set(self.data) - set(self.fields) - set(OWN)):
            raise forms.ValidationError(
                _("The list cannot be narrowed by %(what)s. Take it out of the address."),
                params={"what": ", ".join(odd)[:60]},
            )
        return values


class CaseloadFilter(ListFilter):
    """Whose cases, at which stage and step, in which activity, opened between which days."""

    responsible = MembershipChoice(Membership.objects.none(), required=False, label=_("Whose"), empty_label=_("My own"))
    status = forms.ChoiceField(required=False, label=_("Stage"))
    step = forms.ChoiceField(required=False, label=_("Step"))
    activity = forms.CharField(max_length=60, required=False, label=_("Activity"))
    opened_from = forms.DateField(required=False, widget=DateInput(), label=_("Opened from"), validators=[in_our_time])
    opened_to = forms.DateField(required=False, widget=DateInput(), label=_("Opened until"), validators=[in_our_time])

    def __init__(self, *args: Any, by: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by = by
        # A social worker's unit shares its cases; a consultant's are in the consultant's own name.
        colleagues = (
            Membership.objects.lasting(by.today - timedelta(days=90))
            .filter(unit_id=by.unit_id, role="social_worker", confirmed_at__isnull=False)
            .exclude(pk=by.membership_id)
        )
        if by.role == "social_worker":
            offer(self, "responsible", colleagues.select_related("colleague", "unit"))
        else:
            del self.fields["responsible"]
        stages = [(value, label) for value, label in Stage.choices]
        offer(self, "status", [("", _("All")), *stages])
        self.steps = list(MAIN_STEPS.all())
        offer(self, "step", offered(self.steps))

    @property
    def own(self) -> bool:
        """Tell whether these are the reader's own cases."""
        return not getattr(self, "cleaned_data", {}).get("responsible")

    def chosen(self) -> list[Line]:
        """Return the cases that the filters leave."""
        values = self.cleaned_data
        whose = values.get("responsible")
        seat = "social_worker" if self.by.role == "social_worker" else "responsible"
        cases = Case.objects.open().filter(**{seat: whose.pk if whose else self.by.membership_id})
        if values["opened_from"]:
            cases = cases.filter(opened_on__gte=values["opened_from"])
        if values["opened_to"]:
            cases = cases.filter(opened_on__lte=values["opened_to"])
        found = lines(with_steps(cases.order_by("opened_on", "pk")))
        if values["status"]:
            found = [line for line in found if line.state.stage == values["status"]]
        if values["step"]:
            found = [line for line in found if (line.step or 0) == int(values["step"])]
        if values["activity"]:
            word = values["activity"].casefold()
            found = [line for line in found if word in line.state.activity_name.casefold()]
        return found


def offered(steps: Iterable[LadderStep]) -> list[tuple[str, Any]]:
    """Return the steps of the main frame to choose among, or none yet."""
    return [("", _("All")), ("0", _("None yet")), *((str(step.number), str(step)) for step in steps)]


class RequirementFilter(ListFilter):
    """How far plan, request and place have come, whose cases, on which step, in which activity."""

    status = forms.ChoiceField(
        required=False,
        label=_("Plan, request and place"),
        choices=[("", _("All")), *((value, words) for value, (words, _told) in STATUSES.items())],
    )
    responsible = CalledField(of="colleague", label=_("Responsible consultant"))
    step = forms.ChoiceField(required=False, label=_("Step"))
    activity = forms.CharField(max_length=60, required=False, label=_("Activity"))

    def __init__(self, *args: Any, by: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        consultants = Membership.objects.lasting(by.today - timedelta(days=90)).filter(
            role="consultant", confirmed_at__isnull=False, pk__in=Case.objects.open().values("responsible")
        )
        search_among(self, "responsible", consultants.order_by("pk"))
        # Asked when it is drawn or chosen: the file does without.
        offer(self, "step", cache(lambda: offered(MAIN_STEPS.all())))


MOST_DAYS = 31


class LogFilter(Form):
    """By whose case, by which colleague, of which kind and in which days the log is read."""

    is_filter = True

    case = forms.CharField(required=False, max_length=20, label=_("Case number"))
    colleague = CalledField(label=_("Colleague"))
    kind = forms.ChoiceField(
        required=False,
        choices=[("", _("All")), *((kind, kind.label) for kind in Event.Kind if kind != Event.Kind.WRITE)],
        label=_("Kind"),
    )
    first = forms.DateField(required=False, widget=DateInput(), label=_("From"), validators=[in_our_time])
    last = forms.DateField(required=False, widget=DateInput(), label=_("Last day"), validators=[in_our_time])

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        search_among(self, "colleague", Colleague.objects.order_by("pk"))

    def clean_case(self) -> str:
        """Find whose case it is; the page shows the number, never the name."""
        number = str(self.cleaned_data["case"]).strip()
        self.person_id = database.value("cases_person_of", number) if number else None
        if number and self.person_id is None:
            raise forms.ValidationError(_("There is no case with that number. Write it as 2026-0001."))
        return number

    def clean(self) -> dict[str, Any]:
        values = dict(super().clean() or {})
        first, last = self.days()
        if last < first:
            self.add_error("last", _("The last day must not come before the first, and the first not after today."))
        elif not (values.get("case") or values.get("colleague") or self.errors) and (last - first).days >= MOST_DAYS:
            refusal = _("Choose a case or a colleague, or at most %(days)s days at a time.") % {"days": MOST_DAYS}
            self.add_error("first", refusal)
        return values

    def days(self) -> tuple[date, date]:
        """Return the first and the last day: from the first until today, the last alone, or yesterday and today."""
        first, last = self.cleaned_data.get("first"), self.cleaned_data.get("last")
        return first or last or self.today - timedelta(days=1), last or self.today

    def chosen(self) -> Chosen:
        """Return what to show; with a case or a colleague and no days, all there is."""
        values = self.cleaned_data
        first, last = self.days()
        everything = bool(self.person_id or values["colleague"]) and not (values["first"] or values["last"])
        return Chosen(
            since=None if everything else make_aware(datetime.combine(first, time())),
            until=make_aware(datetime.combine(last + timedelta(days=1), time())),
            kind=values["kind"],
            person_id=self.person_id,
            colleague_ids=values["colleague"],
        )


class FormalDaysForm(Form):
    """Which kind of formal days, and with whom; all of them where nothing is chosen, or what nobody offered."""

    is_filter = True
    kind = forms.ChoiceField(required=False, label=_("What"))
    body = forms.ChoiceField(required=False, label=_("With whom"))

    def __init__(self, *args: Any, days: Iterable[FormalDay], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = list(days)
        kinds = {one.kind for one in offered}
        every = [("", _("All"))]
        offer(self, "kind", [*every, *((name, words) for name, (words, _page) in KINDS.items() if name in kinds)])
        found = Organisation.objects.filter(pk__in={one.body for one in offered if one.body}).order_by("name")
        offer(self, "body", [*every, *((str(one.pk), one.name) for one in found)])

    def chosen(self, name: str) -> str:
        """Return what was chosen; nothing where it is none of what is offered."""
        self.is_valid()
        return str(self.cleaned_data.get(name, ""))
