"""Six yearly reports of the partnership from 2018. All of it invented: what is written, and how it went."""

from datetime import date, timedelta
from typing import Any

from trappan import database
from trappan.demo.clock import TODAY, moment
from trappan.demo.rooms.staff import colleague
from trappan.demo.town import Town
from trappan.partnerships import operations
from trappan.partnerships.forms import ReportForm
from trappan.partnerships.models import (
    Agreement,
    AnnualReport,
    ReportCount,
    ReportFigures,
    ReportStep,
    Signatory,
    Story,
    StoryConsent,
)
from trappan.people.models import Grant, Person
from trappan.secrecy.acting import acting_as
from trappan.staff.models import Membership

YEARS = range(2020, 2026)
CLOSED, CORRECTED, LATEST = 2020, 2024, 2025
SIX = 6  # starts in June that were marked afterwards, so that the report of 2024 has fewer
DONE = {
    2021: "Caféet öppnade igen i mars. Gruppen var mindre, så att alla fick tid med en handledare.",
    2022: "Restaurangen tog emot två grupper om dagen. Second hand flyttade till större lokal.",
    2023: "Vi förberedde matbutiken tillsammans med torget, och alla handledare gick utbildningen om trappan.",
    2024: "Matmissionen öppnade i februari. De flesta började på förmiddagar och har sedan bytt till längre pass.",
    2025: "Matmissionen fick åtta platser till. I restaurangen delar två handledare på ansvaret, så att ingen dag "
    "ställs in.",
}
LEARNT = {
    2021: "Det går långsammare för den som varit hemma länge.",
    2022: "Två dagar i veckan är för lite för att lära sig kassan.",
    2023: "Inget särskilt.",
    2024: "Den som får samma handledare hela tiden stannar oftare.",
    2025: "",
}
# What two who are with Milo tell; the former has taken it back since it was delivered.
WORDS = {
    2024: "Jag hade inte jobbat på nio år. Nu är det jag som visar de nya var allt står.",
    2025: "Jag vågar svara i kassan nu. Förr gick jag undan.",
}
TAKEN_BACK_ON = TODAY - timedelta(days=10)
ASKS = "Förslag i jämn takt över året, och svar på frågor inom två dagar."
SIGNS = "Stina Påhitt"
WHO = f"{SIGNS}, verksamhetschef"
MANDATE = "Firmatecknare enligt stadgarna § 7, styrelsens protokoll 12 december 2017"
COMMENT = (
    "Talen är bra. Jag saknar vad som inte gick som ni tänkt: nämnden frågade om det förra året. "
    "Då kan vi lämna den i december."
)
# As the spine will count them: everybody who was placed at a site of the partner, once.
THERE = """
SELECT count(DISTINCT p.person_id) AS people,
  count(DISTINCT p.person_id) FILTER (WHERE i.gender = 'K') AS women,
  count(DISTINCT p.person_id) FILTER (WHERE i.gender = 'M') AS men,
  count(DISTINCT p.person_id) FILTER (WHERE p.starts_on >= %(first)s) AS began
FROM placements_placement p JOIN people_person i ON i.id = p.person_id
JOIN activities_activity a ON a.id = p.activity_id JOIN staff_unit u ON u.id = a.unit_id
WHERE u.organisation_id = %(partner)s AND p.agreed AND p.starts_on < %(after)s
  AND (p.ends_on IS NULL OR p.ends_on > %(first)s) AND p.ends_on IS DISTINCT FROM p.starts_on
  AND (p.waits_from IS NULL OR p.waits_from > p.starts_on)
"""


def who_signs(town: Town) -> None:
    """Let the head of Milo's partner be a colleague too, who leads the workplace beside him."""
    [milo] = [site for site in town.sites if site.leader == town.colleagues.get("milo")]
    colleague(town, milo.unit, "site_leader", SIGNS, date(2017, 8, 1))


def report_each_year() -> None:
    """Let Milo have reported since 2020, signed by Stina: once that there was nothing, the last one back."""
    karin = Membership.objects.get(colleague__given_name="Karin", colleague__family_name="Skissberg")
    milo = Membership.objects.get(colleague__given_name="Milo", colleague__family_name="Mönsterlund")
    diana = Membership.objects.get(role="director")
    hope = Agreement.objects.get(kind=Agreement.Kind.IOP, starts_on=date(2018, 1, 1))
    stina = Membership.objects.get(colleague__given_name="Stina", colleague__family_name="Påhitt", role="site_leader")
    with acting_as(karin.colleague_id, karin.pk):
        operations.name_signatory(agreement=hope, membership=stina, mandate=MANDATE)
    Signatory.objects.update(at=moment(date(2018, 1, 8)))
    for year in YEARS:
        with acting_as(karin.colleague_id, karin.pk):
            report = operations.open_report(agreement=hope, year=year, due_on=date(2026, 11, 30), today=TODAY)
        if year == CLOSED:
            let(milo, "say_nothing_to_report", report, comment="Verksamheten var stängd större delen av året.")
        else:
            written(milo, report)
            story = told_by_somebody(milo, report) if year in WORDS else None
            let(milo, "finish_report", report)
            let(stina, "send_report", report, read=report.steps.latest("pk").pk)
            settled(karin, diana, report)
            if story is not None and year != LATEST:
                taken_back(milo, story)
        in_its_time(report)


def let(who: Membership, verb: str, report: AnnualReport, **about: Any) -> None:
    """Let a colleague take a step with a report."""
    with acting_as(who.colleague_id, who.pk):
        getattr(operations, verb)(report=report, today=TODAY, **about)


def written(milo: Membership, report: AnnualReport) -> None:
    """Let Milo have frozen the figures and written what they did."""
    count_as_then(report)
    with acting_as(milo.colleague_id, milo.pk):
        operations.freeze_report(report=report)
        learnt = LEARNT[report.year] or "Inget särskilt."
        operations.write_report(
            report=report,
            done=DONE[report.year],
            learnt=learnt,
            asks=ASKS,
            answers=WHO,
            edition=ReportForm.begun(report)["edition"],
        )


def told_by_somebody(milo: Membership, report: AnnualReport) -> int | None:
    """Let somebody who is with Milo have told something, and said yes to the words alone; None where nobody is."""
    with acting_as(milo.colleague_id, milo.pk) as actor:
        with_him = Grant.objects.filter(unit=milo.unit_id, basis="placement", scope="activity", shielded=False)
        person = with_him.values_list("person", flat=True).distinct().order_by("person")[LATEST - report.year :].first()
        if person is None:
            return None
        return operations.write_story(
            by=actor,
            report=report,
            person=Person.objects.get(pk=person),
            words=WORDS[report.year],
            said=operations.Said(TODAY, "meeting", date(2028, 1, 1)),
            places={"words": ["annual_report"]},
        )


def taken_back(milo: Membership, story: int) -> None:
    """Let a person have taken it back ten days ago, when it had been delivered for long."""
    with acting_as(milo.colleague_id, milo.pk):
        operations.withdraw_story(story=story, part="words")
    StoryConsent.objects.filter(story=story).update(withdrawn_on=TAKEN_BACK_ON)
    Story.objects.filter(pk=story).update(delivered_on=date(2025, 2, 28))


def settled(karin: Membership, diana: Membership, report: AnnualReport) -> None:
    """Let the report have been signed and delivered; the latest is sent back."""
    if report.year == LATEST:
        let(karin, "send_report_back", report, comment=COMMENT)
        return
    let(diana, "sign_report", report, read=report.steps.latest("pk").pk)
    for to, whom in (("department", "Avdelningen för arbetsmarknad"), ("board", "Arbetsmarknadsnämnden")):
        let(karin, "deliver_report", report, to=to, whom=whom, day=TODAY)


def count_as_then(report: AnnualReport) -> None:
    """Keep how many there were, as it was known then; what is told today the worker counts."""
    year = report.year
    days = {"first": date(year, 1, 1), "after": date(year + 1, 1, 1), "partner": report.agreement.organisation_id}
    [found] = database.query(THERE, days)
    fewer = SIX if year == CORRECTED else 0
    told = [
        {"name": name, "by": by, "part": part, "value": count - less, "shown": True, "corrected": False}
        for name, by, part, count, less in (
            ("people", "", "", found.people, fewer),
            ("people", "gender", "K", found.women, fewer),
            ("people", "gender", "M", found.men, 0),
            ("began", "", "", found.began, fewer),
        )
    ]
    then = moment(date(year + 1, 1, 12), 2)
    ReportCount.objects.create(report=report, figures=told, months=12, build=0, cutoff=then, counted_at=then)


def in_its_time(report: AnnualReport) -> None:
    """Let it have happened in the year after; the latest report this autumn."""
    this_autumn = report.year == LATEST
    opened = date(2026, 9, 1) if this_autumn else date(report.year + 1, 1, 15)
    due = date(2026, 11, 30) if this_autumn else date(report.year + 1, 3, 1)
    AnnualReport.objects.filter(pk=report.pk).update(due_on=due)
    ReportFigures.objects.filter(report=report).update(at=moment(opened + timedelta(days=7)))
    StoryConsent.objects.filter(story__report=report).update(starts_on=opened, at=moment(opened))
    for at, step in enumerate(report.steps.all()):
        day = opened + timedelta(days=at * 20 if this_autumn else at * 11)
        ReportStep.objects.filter(pk=step.pk).update(day=day, at=moment(day))
    # Counted by the worker from here on.
    ReportCount.objects.filter(report=report).delete()
