"""The town's initiatives, one after another, and those of the crowd who took part; days to mark. All of it invented."""

from datetime import date

from trappan import database
from trappan.demo.clock import TODAY, moment
from trappan.initiatives import operations
from trappan.initiatives.counts import counted
from trappan.initiatives.models import Continuation, EndReport, Initiative, Landmark
from trappan.initiatives.papers import facts_now
from trappan.partnerships.decided import edition_of_decided
from trappan.partnerships.models.paper import HEAD
from trappan.refusals.editions import saved_in
from trappan.schedules.periods import day_before
from trappan.secrecy.acting import acting_as
from trappan.staff.models import Membership

FIRST, SECOND, THIRD, LAST = date(2021, 9, 1), date(2023, 9, 1), date(2025, 9, 1), date(2027, 9, 1)
INITIATIVES = (
    ("Vägar till arbete", "Platser i verklig verksamhet åt dem som väntat längst.", 500, 21_000_000, FIRST, SECOND),
    ("Vägar till bristyrken", "Vård, kök och lokalvård, med språket på arbetsplatsen.", 450, 14_500_000, SECOND, THIRD),
    ("Vägar tillsammans", "Lag och kontaktpersoner i förvaltningarnas egna verksamheter.", 400, None, THIRD, LAST),
)
GOES_ON = (
    ("Laget på Hamngatan", "Enhet Norr", "nämndens ram"),
    ("Språkvärdar i köken", "kost och måltid", "förvaltningens egen budget"),
)
TEXT = "Arbetsplatserna orkade när någon från oss var med de första dagarna. Nästa gång börjar vi med färre platser."
# What the officer writes in the paper of the latest one.
ON_PAPER = {
    "background": "Platser i förvaltningarnas egna verksamheter ger språk och vana där kommunen själv rekryterar.",
    "equality": "Kvinnor och män ska komma i fråga lika snabbt. Det följs upp varje halvår.",
    "consultation": "Med avdelningen för försörjningsstöd och de fem förvaltningarna, 6 maj 2025. Inga invändningar.",
    "mbl": "Information enligt 19 §, 13 maj 2025.",
    "recipients": "Avdelningen för arbetsmarknad och integration\nAvdelningen för försörjningsstöd",
}
DAYS = (
    (date(2021, 1, 1), "administration", "Två kontor blir en förvaltning", "Fullmäktige, påhittat beslut"),
    (date(2022, 4, 1), "pandemic", "Pandemins sista restriktioner är borta", "Folkhälsomyndigheten"),
    (
        date(2026, 7, 1),
        "law",
        "Aktivitetskrav för försörjningsstöd, som vi förstår reglerna",
        "Regeringens proposition",
    ),
)

# Who takes part is told by the number of the case alone, so that no dice of the town move.
BEGIN = """
INSERT INTO initiatives_participation (person_id, case_id, initiative_id, starts_on, ends_on, why, author_id, at)
SELECT k.person_id, k.id, %(initiative)s, k.opened_on + 30,
  CASE WHEN k.id %% 7 = 0 AND k.opened_on + 120 < COALESCE(k.closed_on, %(today)s) THEN k.opened_on + 120 END,
  CASE WHEN k.id %% 7 = 0 AND k.opened_on + 120 < COALESCE(k.closed_on, %(today)s) THEN 'left' ELSE '' END,
  k.responsible_id, (k.opened_on + 30)::timestamp
FROM cases_case k
WHERE k.id %% 6 = 0 AND k.responsible_id IS NOT NULL AND k.opened_on + 30 < LEAST(%(last)s, %(today)s + 1)
  AND k.opened_on + 30 >= %(first)s AND (k.closed_on IS NULL OR k.closed_on > k.opened_on + 30)
"""
GO_ALONG = """
WITH there AS (
  UPDATE initiatives_participation p SET ends_on = %(first)s, why = 'carried_over'
  FROM cases_case k WHERE k.id = p.case_id AND p.initiative_id = %(before)s AND p.ends_on IS NULL
    AND (k.closed_on IS NULL OR k.closed_on > %(first)s)
  RETURNING p.person_id, p.case_id, p.author_id)
INSERT INTO initiatives_participation (person_id, case_id, initiative_id, starts_on, why, author_id, at)
SELECT person_id, case_id, %(initiative)s, %(first)s, '', author_id, %(first)s::timestamp FROM there
"""


def make_initiatives(scale: float) -> None:
    """Write down three initiatives that follow each other, and let the crowd start, go along and leave."""
    head = Membership.objects.get(
        role="head_of_unit", colleague__given_name="Karin", colleague__family_name="Skissberg"
    )
    before: Initiative | None = None
    for name, aim, target, budget, first, last in INITIATIVES:
        made = Initiative.objects.create(
            municipality_id=head.unit.organisation_id,
            name=name,
            aim=aim,
            target=max(1, round(target * scale)),
            funding="Kommunstyrelsens budget, påhittat beslut",
            budget=budget,
            starts_on=first,
            ends_on=last,
            follows=before,
            author=head,
            at=moment(first),
        )
        about = {"initiative": made.pk, "first": first, "last": last, "today": TODAY}
        if before is not None:
            database.execute(GO_ALONG, {**about, "before": before.pk})
        database.execute(BEGIN, about)
        before = made
        if last <= TODAY:
            report(made, head)
    for day, kind, name, source in DAYS:
        Landmark.objects.create(
            municipality_id=head.unit.organisation_id,
            day=day,
            kind=kind,
            name=name,
            source=source,
            author=head,
            at=moment(FIRST),
        )


def decide() -> None:
    """Let the latest initiative have been decided by its paper before it began, through the operations."""
    made = Initiative.objects.select_related("municipality", "follows").latest("starts_on")
    head = Membership.objects.get(
        role="head_of_unit", colleague__given_name="Karin", colleague__family_name="Skissberg"
    )
    with acting_as(head.colleague_id, head.pk):
        who = {"officer": "Pelle Utkast, utredare", "manager": "Karin Skissberg, enhetschef"}
        paper = operations.begin_paper(initiative=made, reference="AMN 2025/61", **who)
        paper.refresh_from_db()
        edition = edition_of_decided(paper, paper.said)
        about = {**saved_in(paper, (*HEAD, "proposal")), **ON_PAPER}
        operations.write_paper(paper=paper, edition=edition, **about)
        paper.refresh_from_db()
        read = edition_of_decided(paper, facts_now(made))
        told = {"body": "Arbetsmarknadsnämnden", "paragraph": "§ 58"}
        operations.decide_by_paper(paper=paper, read=read, today=TODAY, decided_on=date(2025, 6, 12), **told)


def report(made: Initiative, head: Membership) -> None:
    """Write down what goes on after an initiative, and how it ended."""
    told, last = moment(made.ends_on), day_before(made.ends_on)
    for what, by_whom, money in GOES_ON:
        Continuation.objects.create(initiative=made, what=what, by_whom=by_whom, money=money, author=head, at=told)
    EndReport.objects.create(
        initiative=made,
        as_of=last,
        text=TEXT,
        figures=counted([made.pk], last, "initiatives_figures")[made.pk].as_kept,
        goes_on=[{"what": what, "by_whom": by_whom, "money": money} for what, by_whom, money in GOES_ON],
        author=head,
        at=told,
    )
