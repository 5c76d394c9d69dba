"""The drive for places in the town's own departments: targets, questions, answers, one site of theirs, orders."""

from collections.abc import Mapping, Sequence
from datetime import date, time, timedelta

from trappan.cases.models import Case
from trappan.demo.clock import TODAY, moment
from trappan.demo.rooms import attendance
from trappan.demo.rooms.employers import Made, workplace
from trappan.demo.rooms.openings import DAYTIME, opening
from trappan.demo.rooms.staff import colleague, unit
from trappan.demo.town import Site, Town
from trappan.rules.models import Concept
from trappan.schedules.halves import half_after
from trappan.staff.models import Colleague, Membership

BEFORE, NOW, NEXT = date(2026, 1, 1), date(2026, 7, 1), date(2027, 1, 1)
ASKED_BEFORE = timedelta(days=95)
ANSWER_WITHIN = timedelta(days=56)
REMINDED_AFTER = timedelta(days=21)
DECISION = "Kommunstyrelsen 14 april 2026"
Offered = tuple[str, str, str, int, str]  # what it is called, its occupation, kind, places, and when
# department: target, and what its workplaces offer this autumn, in the order in which they stand
DRIVE: Mapping[str, tuple[int, tuple[Offered, ...]]] = {
    "Vård och omsorg": (
        10,
        (
            (
                "Måltidsbiträde",
                "Serviceassistent i omsorgen",
                "internship",
                2,
                "mån 8.30-12.30, tis 8.30-12.30, ons 8.30-12.30",
            ),
            ("Tvätt och förråd", "Tvätteribiträde", "work_trial", 1, "mån 9-13, tis 9-13, tors 9-13"),
            ("Aktiviteter för de boende", "Vårdbiträde", "internship", 1, "tis 13-16, tors 13-16"),
        ),
    ),
    "Fastighet och gata": (
        6,
        (
            ("Vaktmästeri", "Vaktmästare", "internship", 4, DAYTIME),
            ("Snöröjning", "Fastighetsskötare", "subsidised", 3, DAYTIME),
        ),
    ),
    "Park och natur": (4, (("Parkskötsel", "Parkarbetare", "work_trial", 3, DAYTIME),)),
    "Måltid och städ": (
        5,
        (
            ("Köksbiträde", "Köksbiträde", "internship", 4, DAYTIME),
            ("Lokalvård", "Lokalvårdare", "subsidised", 1, "mån 7-11, ons 7-11, fre 7-11"),
        ),
    ),
    "Förskola": (8, (("Kökshjälp i förskolan", "Skolmåltidsbiträde", "internship", 3, "mån 8-12, ons 8-12"),)),
    "Kultur och fritid": (4, (("Biblioteksvaktmästare", "Biblioteksassistent", "internship", 2, ""),)),
    "Miljö och bygg": (2, ()),
}
SILENT = ("Miljö och bygg", "Förskola", "Vård och omsorg")  # have not answered for the spring
REASON = "Vi flyttar i januari och har ingen som kan handleda då."
# department, what was ordered, how long ago, days until it was made, what came of it
ORDERED = (
    ("Fastighet och gata", "En spång över bäcken vid Lillån, åtta meter", 60, 30, "Två spänger, åtta och fem meter"),
    ("Vård och omsorg", "Två upphöjda odlingslådor till gården", 20, None, ""),
    ("Kultur och fritid", "Måla sex bänkar vid biblioteket", 5, None, ""),
)


def drive(town: Town, departments: Mapping[str, Made]) -> None:
    """Let the coordinator have asked for three half-years; ids and dice come after everything else."""
    concepts = dict(Concept.objects.occupations().values_list("label", "pk"))
    petra = colleague(town, town.serving["employer_team"], "place_coordinator", "Petra Tänkdal")
    town.colleagues["petra"] = petra
    care = departments["Vård och omsorg"]
    site, manager = sagolunden(town)
    home = workplace(
        town,
        care,
        "Sagolundens äldreboende",
        "care",
        size=40,
        adaptable="Kortare pass, sittande uppgifter, bildstöd",
        unit_id=site.unit,
    )
    # The one whose manager signs in stands first of its department.
    care.places.insert(0, care.places.pop())
    people_at(town, site)
    for name, (target, offers) in DRIVE.items():
        made = departments[name]
        for half in (BEFORE, NOW, NEXT):
            town.rows.add(
                "employers_departmenttarget",
                employer_id=made.id,
                half=half,
                places=target,
                decision=DECISION,
                author_id=petra,
                at=moment(date(2026, 4, 14), 15),
            )
        for half in (BEFORE, NOW):
            answer(town, made, half, offers if half == NOW else offers[:1], petra, concepts)
        ask_for_spring(town, made, name, petra, concepts, managers={home: manager})
    order(town, departments)


def sagolunden(town: Town) -> tuple[Site, int]:
    """Make the home for the old, under a department with a head; return it and the colleague who manages it."""
    above = unit(town, "Vård och omsorg", "department", "28")
    town.colleagues["hedda"] = colleague(town, above, "head_of_unit", "Hedda Kulissberg")
    at = unit(town, "Sagolundens äldreboende", "site", "28", parent=above, starts_on=date(2026, 8, 3))
    activity = town.rows.add(
        "activities_activity",
        code="sagolunden",
        name="Måltid och tvätt, Sagolunden",
        unit_id=at,
        kind="workplace",
        places=4,
        description="Dukar, serverar, diskar och viker tvätt på ett äldreboende.",
        real_operation=True,
        starts_on=date(2026, 8, 3),
        ends_on=None,
        branch="care",
        trains="Duka, servera, vika tvätt, tala med boende",
        environment="business",
        challenge=3,
        steps_from=2,
        steps_to=5,
        bodily=5,
        together=7,
        languages=["svenska"],
        languages_asked=["svenska"],
        licence="",
        access=["step_free", "bus", "sitting"],
        season_from=None,
        season_to=None,
        leads_out=True,
        meant_for="",
        support_offered="En fast handledare och ett samtal i veckan.",
        introduction=[
            "Nödutgångar, hygien, kläder",
            "Raster, och var saker finns",
            "Vem man frågar, och hur man ringer",
        ],
        address="Sagovägen 3, Ekelunda",
        contact="Handledaren",
        phone="070-1740699",
        opens=time(7),
        closes=time(17),
    )
    colleague(town, at, "host_manager", "Berit Tänkt")
    manager = town.rows.counted["staff_colleague"]
    leader = colleague(town, at, "site_leader", "Moa Modellsson")
    site = Site(
        at,
        activity,
        4,
        "workplace",
        date(2026, 8, 3),
        supervisor=leader,
        leader=leader,
        name="Sagolundens äldreboende",
        organisation=town.municipality,
    )
    return site, manager


def people_at(town: Town, site: Site) -> None:
    """Let two of those who wait for a place be at Sagolunden since the autumn."""
    weeks = (((0, 9, 12), (1, 9, 12), (2, 9, 12), (3, 9, 12)), ((1, 9, 13), (2, 9, 13), (3, 9, 13)))
    waiting = [one for one in town.without_place if one[0].protection == "none"][-2:]
    for (human, consultant, since), week in zip(waiting, weeks, strict=False):
        began = max(since + timedelta(days=7), date(2026, 10, 5))
        attendance.stay(town, human, site, consultant, began, None, week)


def question(town: Town, workplace_id: int, half: date, by: int, none_reason: str = "") -> int:
    """Ask a workplace about a half-year, on the day that the rules say."""
    asked_on = half - ASKED_BEFORE
    return town.rows.add(
        "employers_placequestion",
        workplace_id=workplace_id,
        half=half,
        asked_on=asked_on,
        answer_by=asked_on + ANSWER_WITHIN,
        none_reason=none_reason,
        author_id=by,
        at=moment(asked_on, 8),
    )


def answer(town: Town, made: Made, half: date, offers: Sequence[Offered], by: int, concepts: Mapping[str, str]) -> None:
    """Let the workplaces of a department have answered: the first offers, the others have none."""
    first, *others = made.places
    asked = question(town, first, half, by, "" if offers else REASON)
    agreed = half - ASKED_BEFORE + timedelta(days=20)
    for title, occupation, kind, places, week in offers:
        opening(
            town,
            made,
            title,
            week=week,
            workplace_id=first,
            occupation_id=concepts[occupation],
            kind=kind,
            places=places,
            starts_on=half,
            ends_on=half_after(half),
            adaptations="Kortare pass",
            agreed_on=agreed,
            question_id=asked,
            author_id=by,
        )
    for place in others:
        question(town, place, half, by, REASON)


def ask_for_spring(
    town: Town, made: Made, name: str, by: int, concepts: Mapping[str, str], *, managers: Mapping[int, int]
) -> None:
    """Ask about the spring: some have answered, some were reminded twice, and nobody has told their heads yet."""
    if name not in SILENT:
        answer(town, made, NEXT, DRIVE[name][1][:1], by, concepts)
        return
    for place in made.places:
        asked = question(town, place, NEXT, by)
        for nth in range(3):
            town.rows.add(
                "employers_placenotice",
                question_id=asked,
                nth=nth,
                told_on=NEXT - ASKED_BEFORE + nth * REMINDED_AFTER,
                colleague_id=managers.get(place),
            )


def order(town: Town, departments: Mapping[str, Made]) -> None:
    """Let departments have ordered work from the service groups: one made, one taken, one that waits."""
    site = next(one for one in town.sites if one.name == "Servicegrupperna")
    for at, (name, what, ago, took, made) in enumerate(ORDERED):
        ordered = TODAY - timedelta(days=ago)
        job = None
        if at < 2:
            until = ordered + timedelta(days=took or 40)
            job = town.rows.add(
                "activities_crewjob",
                crew_id=1,
                what=what,
                place=name,
                risks="Halt underlag, lyft två och två",
                starts_on=ordered + timedelta(days=7),
                ends_on=until,
            )
        town.rows.add(
            "activities_creworder",
            activity_id=site.activity,
            workplace_id=departments[name].places[0],
            ordered_for=name,
            what=what,
            wanted_by=None,
            job_id=job,
            declined="",
            made=made,
            made_on=ordered + timedelta(days=took) if took else None,
            author_id=town.colleagues["petra"],
            at=moment(ordered, 13),
        )


def reachable() -> None:
    """Let the coordinator and those who follow somebody at Sagolunden have written where they are reached."""
    follow = Case.objects.filter(closed_on=None, person__placements__unit__code="sagolundens-äldreboende")
    petra = Membership.objects.get(role="place_coordinator")
    reached = [petra.pk, *follow.order_by("pk").values_list("responsible", flat=True)]
    for number, one in enumerate(Colleague.objects.filter(memberships__in=reached).order_by("pk"), 5):
        Colleague.objects.filter(pk=one.pk).update(phone=f"08-465 004 {number:02}")
