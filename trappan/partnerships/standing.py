"""How far an agreement or an amendment to it has come, what is missing before the next step, and which days come."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import OuterRef, Prefetch, QuerySet, Subquery
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from trappan.partnerships.gathered import Gathered
from trappan.partnerships.models import Agreement, Amendment, Consultation, Decision, Lapse, Recipient
from trappan.schedules.months import months_after
from trappan.schedules.periods import day_before
from trappan.ui.templatetags.ui import day as in_words

DRAFT, CONSULTED, DECIDED, SIGNED, RUNNING = "draft", "consulted", "decided", "signed", "running"
ENDED, RENEWED, WITHDRAWN = "ended", "renewed", "withdrawn"
STAGES: dict[str, tuple[Promise, str]] = {
    DRAFT: (_("Draft"), "neutral"),
    CONSULTED: (_("Consulted"), "info"),
    DECIDED: (_("Decided"), "info"),
    SIGNED: (_("Signed, to begin"), "accent"),
    RUNNING: (_("Running"), "success"),
    ENDED: (_("Ended"), "neutral"),
    RENEWED: (_("Ended, another follows"), "neutral"),
    WITHDRAWN: (_("Withdrawn"), "neutral"),
}
# What a draft needs before it is signed, in the order of its steps: the act that does it, and what is said.
STEPS = (
    ("consult", _("Consultation with those concerned")),
    ("mbl", _("Information under MBL, or why none is needed")),
    ("decide", _("The decision")),
    ("recipient", _("Who is to have the decision")),
    ("send", _("The decision sent")),
    ("sign", _("The signature")),
)


@dataclass
class Standing:
    """One version of an agreement with the steps that it has taken: number 1 is the agreement itself."""

    version: Agreement | Amendment
    number: int
    stage: str
    consultations: list[Consultation] = field(default_factory=list)
    decision: Decision | None = None
    recipients: list[Recipient] = field(default_factory=list)

    @property
    def words(self) -> str:
        return str(STAGES[self.stage][0])

    @property
    def color(self) -> str:
        return STAGES[self.stage][1]

    @property
    def row(self) -> int:
        """Return what tells its acts apart on the page: 0 for the agreement itself."""
        return self.version.pk if isinstance(self.version, Amendment) else 0

    @property
    def sent(self) -> bool:
        return bool(self.recipients) and all(one.sent_on is not None for one in self.recipients)

    @property
    def done(self) -> dict[str, bool]:
        """Tell of each step whether it is taken."""
        kinds = {one.kind for one in self.consultations}
        return {
            "consult": Consultation.Kind.CONSULTATION in kinds,
            "mbl": Consultation.Kind.MBL in kinds,
            "decide": self.decision is not None,
            "recipient": bool(self.recipients),
            "send": self.sent,
            "sign": self.version.signed_on is not None,
        }

    @property
    def steps(self) -> list[tuple[str, str, bool]]:
        """Return the steps in their order: the act, what is said, and whether it is taken."""
        done = self.done
        return [(key, str(words), done[key]) for key, words in STEPS]

    @property
    def missing(self) -> list[tuple[str, str]]:
        """Return the steps that are not taken, and are not written down."""
        return [] if self.stage == WITHDRAWN else [(key, words) for key, words, done in self.steps if not done]

    @property
    def decision_waits(self) -> list[str]:
        """Return the formal steps that the decision about a draft waits for."""
        if not self.version.is_draft or self.decision is not None:
            return []
        return [words for key, words, done in self.steps if key in ("consult", "mbl") and not done]

    @property
    def changed_since_consulted(self) -> bool:
        """Tell whether a draft was changed on the day of its latest consultation, or since."""
        changed, held = self.version.changed_on, [one.held_on for one in self.consultations]
        return self.version.is_draft and changed is not None and bool(held) and max(held) <= changed

    @property
    def is_open(self) -> bool:
        """Tell whether a step is still to be taken: it is a draft, or decided and not sent."""
        return self.version.is_draft or (self.decision is not None and not self.sent)


def stage_of(version: Agreement | Amendment, agreement: Agreement, done: dict[str, bool], today: date) -> str:
    """Return how far a version has come; what runs and what has ended follows from its days."""
    if version.withdrawn_on is not None:
        return WITHDRAWN
    if version.signed_on is None:
        if done["decide"]:
            return DECIDED
        return CONSULTED if done["consult"] and done["mbl"] else DRAFT
    if agreement.last_end is not None and agreement.last_end <= today:
        followed = any(one.signed_on is not None for one in agreement.successors.all())
        return RENEWED if followed else ENDED
    return SIGNED if version.starts_on > today else RUNNING


def standings(agreement: Agreement, today: date, gathered: Gathered | None = None) -> list[Standing]:
    """Return the versions of an agreement, the first first: signed ones in their order, then drafts and withdrawn.

    Their steps are those that were `gathered`, or were read with the agreement (`whole`).
    """
    steps = gathered or Gathered.of(agreement)
    found: list[Standing] = []
    versions: list[Agreement | Amendment] = [agreement, *agreement.amendments.all()]
    for version in versions:
        key = version.pk if isinstance(version, Amendment) else None
        one = Standing(
            version,
            len(found) + 1,
            DRAFT,
            [row for row in steps.consultations if row.amendment_id == key],
            next((row for row in steps.decisions if row.amendment_id == key), None),
            [row for row in steps.recipients if row.amendment_id == key],
        )
        one.stage = stage_of(version, agreement, one.done, today)
        found.append(one)
    return found


def with_versions() -> QuerySet[Agreement]:
    """Ask for agreements with their amendments, and with those that follow them."""
    return Agreement.objects.select_related("organisation", "municipality", "framework", "succeeds").prefetch_related(
        "amendments", Prefetch("successors", Agreement.objects.filter(withdrawn_on=None))
    )


def whole() -> QuerySet[Agreement]:
    """Ask for agreements with what tells how far they have come."""
    return with_versions().prefetch_related("consultations", "decisions", "recipients")


def notice_by(agreement: Agreement) -> date | None:
    """Return the last day to give notice before the agreement ends; None without an end or a notice."""
    end, months = agreement.last_end, agreement.notice
    if end is None or not months:
        return None
    # So many months before the first day without: the same day of that month, or its last.
    month = months_after(end, -months)
    last = months_after(month, 1) - timedelta(days=1)
    return day_before(month.replace(day=min(end.day, last.day)))


def with_lapse(agreements: QuerySet[Agreement]) -> QuerySet[Agreement]:
    """Ask too why an agreement is let end (`lapse`); None where nobody has said so, or to whoever reads none."""
    lapses = Lapse.objects.filter(agreement=OuterRef("pk"), taken_back_on=None)
    return agreements.annotate(lapse=Subquery(lapses.values("why")[:1]))


def renewal(agreement: Agreement, today: date, *, ours: bool) -> str:
    """Say what follows a signed agreement (`with_lapse`) after its last day, or that it is to be said, and by when.

    What is not signed yet is the municipality's own to know. Without a last day nothing is said.
    """
    end = agreement.last_end
    if agreement.signed_on is None or end is None:
        return ""
    told = {"day": in_words(day_before(end)), "why": getattr(agreement, "lapse", None)}
    said = gettext("It ended %(day)s.") if end <= today else gettext("Its last day is %(day)s.")
    following = agreement.successors.all()
    signed = next((one for one in following if one.signed_on is not None), None)
    if signed is not None:
        told |= {"name": signed.name, "from": in_words(signed.starts_on)}
        said += " " + gettext("It is renewed: %(name)s holds from %(from)s.")
    elif following:
        said += " " + gettext("A draft that follows it is begun, and not signed.")
    elif told["why"]:
        said += " " + gettext("It is not renewed: %(why)s")
    elif end <= today:
        said += " " + gettext("Nothing follows it.")
    elif ours:
        told["by"] = in_words(notice_by(agreement) or day_before(end))
        said += " " + gettext("Say by %(by)s whether it is renewed or let end.")
    return said % told


@dataclass(frozen=True)
class Coming:
    """A day of an agreement that somebody should do something by."""

    agreement: Agreement
    kind: str
    day: date

    @property
    def words(self) -> str:
        """Say what comes."""
        return str(
            {"notice": _("Last day to give notice"), "evaluation": _("To be evaluated"), "end": _("Last day")}[
                self.kind
            ]
        )


def coming(agreements: Iterable[Agreement], today: date, within: int | None = None) -> list[Coming]:
    """Return the days of running agreements that come within so many days, the first first; without, all to come."""
    found = []
    for one in agreements:
        if not one.covers(today):
            continue
        days = {"notice": notice_by(one), "evaluation": one.evaluate_on, "end": day_before(one.last_end)}
        for kind, day in days.items():
            if day is not None and day >= today and (within is None or day <= today + timedelta(days=within)):
                found.append(Coming(one, kind, day))
    return sorted(found, key=lambda one: (one.day, one.agreement.pk))
