"""Who looks for work with the employer team: profiles, what people let be told, the team's list, and proposals."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from trappan import database
from trappan.demo.clock import TODAY, moment
from trappan.demo.town import Town
from trappan.matching.jobs import allocations_waiting, carry_out_allocation, count_ruled_out, order_allocations

A_TOWN = 22  # on the list of a town of the usual size, beside Samira
PARTS = ["able", "likes", "needs", "wishes", "done", "languages", "hours", "travel", "licence"]
OF_PART = ("person_id", "part", "words", "codes", "since", "week", "number", "author_id", "at")
OF_CONSENT = ("person_id", "audience", "unit_id", "parts", "given_how", "starts_on", "ends_on", "author_id", "at")
OF_SEARCH = (
    *("person_id", "case_id", "unit_id", "wants", "reason", "starts_on"),
    *("received_by_id", "received_at", "author_id", "at"),
)
OF_PROPOSAL = (
    *("person_id", "search_id", "opening_id", "answer_by", "willing", "willing_on", "sent_at", "sent_by_id"),
    *("sent_how", "contact_id", "meets_at", "meets_where", "outcome", "why", "note", "ended_on"),
    *("author_id", "at"),
)
# What the team has settled with an employer that said yes, before the consultant writes the agreement.
PREPARED = """
INSERT INTO agreements_prepared
  (person_id, opening_id, unit_id, tasks, supervisor, employer_promises, pay, author_id, at)
SELECT p.person_id, p.opening_id, s.unit_id, left(o.tasks, 1000), COALESCE(c.name, ''),
  'Arbetskläder, och någon att fråga hela dagen.', '', p.author_id, p.sent_at
FROM matching_proposal p JOIN matching_worksearch s ON s.id = p.search_id
JOIN employers_opening o ON o.id = p.opening_id LEFT JOIN employers_contact c ON c.id = o.contact_id
WHERE p.outcome = 'accepted' AND s.ended_on IS NULL AND o.kind <> 'job'
"""
OF_PAPER = """
INSERT INTO matching_sentpaper (proposal_id, person_id, words)
SELECT p.id, p.person_id, 'En person söker arbete: ' || o.title || chr(10) || 'Frågor besvaras av Linnea Skissdal'
FROM matching_proposal p JOIN employers_opening o ON o.id = p.opening_id WHERE p.sent_at IS NOT NULL
"""
# People with an open case, a plan decided a good while ago and no protected identity; the same at every seed.
CHOSEN = """
SELECT k.person_id, k.id AS case_id, k.responsible_id, p.given_name, p.languages
FROM cases_case k JOIN people_person p ON p.id = k.person_id AND p.protection = 'none'
WHERE k.closed_on IS NULL AND k.responsible_id IS NOT NULL AND k.opened_on < today() - 120
  AND EXISTS (SELECT FROM staff_membership m WHERE m.id = k.responsible_id AND m.ends_on IS NULL)
  AND EXISTS (SELECT FROM plans_plan d WHERE d.case_id = k.id AND d.decided_at < now() - interval '60 days'
    AND d.ended_at IS NULL AND d.replaced_at IS NULL)
ORDER BY k.person_id <> %s, k.person_id %% 7, k.person_id LIMIT %s
"""
OPEN = """
SELECT o.id, o.title, o.contact_id FROM employers_opening o JOIN employers_employer e ON e.id = o.employer_id
WHERE o.closed_on IS NULL AND (o.ends_on IS NULL OR o.ends_on > today() + 30)
  AND e.ended_on IS NULL AND (e.rests_from IS NULL OR e.rests_until <= today()) ORDER BY o.id LIMIT 40
"""
# At the home for the old, this half-year: Berit is to answer about one of these.
HOSTED = """
SELECT o.id, o.title, o.contact_id FROM employers_opening o JOIN employers_workplace w ON w.id = o.workplace_id
WHERE w.name = 'Sagolundens äldreboende' AND o.question_id IS NOT NULL AND o.closed_on IS NULL
  AND o.starts_on <= today() AND o.ends_on > today() ORDER BY o.id LIMIT 1
"""
# What they like, can and need, the occupation they want and one they have had, days and times, minutes on the way.
SAID = (
    ("Jag vill laga mat åt många.", "Disk, förberedelser, håller ordning", "", "Köksbiträde", "Diskare", 8, 14, 40),
    (
        "Jag vill jobba med händerna, helst trä.",
        "Slipar, oljar, mäter noga",
        "Lugnt tempo",
        "Snickeribiträde",
        "",
        9,
        15,
        30,
    ),
    ("Helst utomhus.", "Gräsklippning, rensning, bär", "", "Parkarbetare", "Trädgårdsarbetare", 7, 13, 25),
    ("Jag vill prova i affär.", "Räknar, pratar med folk", "En handledare nära", "Butiksmedarbetare", "", 10, 15, 45),
    ("Jag tycker om gamla människor.", "Skötte min mormor", "", "Vårdbiträde", "", 8, 14, 60),
    ("Ordning och papper.", "Word, register, post", "Att sitta ner ibland", "Kontorsassistent", "", 9, 14, 50),
    ("Jag gillar när det blir rent.", "Städade hotell i två år", "", "Lokalvårdare", "Hotellstädare", 7, 12, 35),
)
REASONS = (
    "Kommer i tid och vill börja arbeta.",
    "Direkt från planen, utan att ha gått via en arbetsplats.",
    "Klarar hela pass och tar egna initiativ.",
    "Vill ha ett riktigt arbete, gärna på halvtid först.",
)
# How proposals stand, in turn: days since the question, and what has become of it.
STANDS: tuple[dict[str, Any], ...] = (
    {"ago": 5, "willing": True},
    {"ago": 7, "sent": 6},
    {"ago": 2},
    {"ago": 13, "sent": 12, "meets": 2},
    {"ago": 40, "willing": False, "outcome": "person", "why": "journey", "note": "För lång resa"},
    {"ago": 60, "sent": 58, "outcome": "employer", "why": "filled", "note": "Platsen var tillsatt"},
    {"ago": 30, "sent": 28, "outcome": "unanswered"},
    {"ago": 25, "sent": 23, "outcome": "accepted", "note": "Börjar i december"},
)


# The last run of October, in which those who have waited since then stood as they do now: of a month that has ended it
# is counted what ruled women and men out.
OF_OCTOBER = """
WITH run AS (
  INSERT INTO matching_allocationrun (organisation_id, monday, ordered_by_id, "order", digest, counts, made_at)
  SELECT r.organisation_id, DATE '2026-11-02', NULL, r.order, r.digest, r.counts, TIMESTAMPTZ '2026-10-31 03:00+01'
  FROM matching_allocationrun r WHERE r.made_at IS NOT NULL RETURNING id, organisation_id
), waited AS (
  INSERT INTO matching_allocationwaiting (run_id, women, men)
  SELECT n.id, count(*) FILTER (WHERE p.gender = 'K'), count(*) FILTER (WHERE p.gender = 'M')
  FROM run n CROSS JOIN LATERAL matching_who_waits(n.organisation_id) w JOIN people_person p ON p.id = w.person_id
  WHERE w.since < DATE '2026-10-31' GROUP BY n.id)
INSERT INTO matching_allocationline (run_id, person_id, case_id, activity_id, week, waits_since, wish, facts)
SELECT n.id, l.person_id, l.case_id, l.activity_id, l.week, l.waits_since, l.wish, l.facts
FROM run n JOIN matching_allocationrun r ON r.organisation_id = n.organisation_id
JOIN matching_allocationline l ON l.run_id = r.id AND l.waits_since < DATE '2026-10-31'
"""


# Of every other who has a plan it is written down what they speak and may drive: every third of these has a licence.
SPOKEN = """
INSERT INTO matching_profilepart (person_id, part, codes, author_id, at)
SELECT k.person_id, a.part, a.codes, k.responsible_id, d.decided_at
FROM cases_case k JOIN people_person p ON p.id = k.person_id AND p.protection = 'none'
JOIN plans_plan d ON d.case_id = k.id AND d.decided_at IS NOT NULL AND d.ended_at IS NULL AND d.replaced_at IS NULL
CROSS JOIN LATERAL (VALUES ('languages', p.languages),
  ('licence', ARRAY[CASE k.person_id % 3 WHEN 0 THEN 'B' ELSE 'none' END]::varchar[])) a (part, codes)
WHERE k.closed_on IS NULL AND k.responsible_id IS NOT NULL AND k.person_id % 2 = 0
  AND NOT EXISTS (SELECT FROM matching_profilepart q WHERE q.person_id = k.person_id)
ON CONFLICT DO NOTHING
"""


def propose_starts() -> None:
    """Reckon who could start where on the coming Monday, as the worker has done in the night."""
    database.execute(SPOKEN)
    database.value("worker_begin", "matching.order_allocations")
    order_allocations()
    for row in allocations_waiting():
        carry_out_allocation(row)
    database.execute(OF_OCTOBER)
    count_ruled_out()


def look_for_work(town: Town) -> None:
    """Put people on the employer team's list by their own yes, from any step, and let some of them be proposed."""
    team, linnea = town.serving["employer_team"], town.colleagues["linnea"]
    wanted = max(round(A_TOWN * town.scale), 10) + 1
    people = database.query(CHOSEN, [town.people["Samira Påhitt"].id, wanted])
    concepts = {one.label: one.id for one in database.query("SELECT label, id FROM rules_concept")}
    parts: list[tuple[Any, ...]] = []
    consents: list[tuple[Any, ...]] = []
    searches: list[tuple[Any, ...]] = []
    for at, one in enumerate(people):
        since = date(2026, 10, 19) if at == 0 else TODAY - timedelta(days=4 + at * 37 % 31)
        by, when = one.responsible_id, moment(since, 10)
        parts += [(one.person_id, *part, by, when) for part in profile(at, one.languages, since, concepts)]
        until = since + timedelta(days=163)
        told = ["able", "likes", "wishes", "languages", "hours"] if at % 3 == 0 else ["able", "name", "phone"]
        consents.append((one.person_id, "team", team, PARTS, "interpreter", since, until, by, when))
        if at % 4 != 3:
            consents.append((one.person_id, "employer", None, told, "meeting", since, until, by, when))
        received = (linnea, moment(since + timedelta(days=1), 9)) if at % 5 != 3 else (None, None)
        reason = REASONS[at % len(REASONS)]
        searches.append((one.person_id, one.case_id, team, "work", reason, since, *received, by, when))
    database.copy("matching_profilepart", OF_PART, parts)
    database.copy("matching_profileconsent", OF_CONSENT, consents)
    database.copy("matching_worksearch", OF_SEARCH, searches)
    propose(people, linnea)


def profile(at: int, languages: list[str], since: date, concepts: dict[str, str]) -> list[tuple[Any, ...]]:
    """Return the parts of a profile as rows: part, words, codes, since when, week, number."""
    likes, able, needs, wish, done, start, end, travel = SAID[at % len(SAID)]
    week = ", ".join(f"{day} {start:02}:00-{end:02}:00" for day in ("mon", "tue", "wed", "thu", "fri"))
    found: list[tuple[Any, ...]] = [
        ("able", able, [], [], "", None),
        ("likes", likes, [], [], "", None),
        ("wishes", "", [concepts[wish]], [since - timedelta(days=at * 11 % 60)], "", None),
        ("languages", "", [one.lower() for one in languages] or ["svenska"], [], "", None),
        ("hours", "", [], [], week, (end - start) * 300),
    ]
    if needs:
        found.append(("needs", needs, [], [], "", None))
    if done:
        found.append(("done", "", [concepts[done]], [], "", None))
    if at % 3 != 1:
        found += [("travel", "", [], [], "", travel), ("licence", "", ["none" if at % 2 else "B"], [], "", None)]
    return found


def propose(people: Sequence[Any], linnea: int) -> None:
    """Let the people on the list be asked about openings, each in a state of its own; Samira about two."""
    openings = database.query(OPEN)
    found = database.query("SELECT id, person_id, starts_on FROM matching_worksearch WHERE received_by_id IS NOT NULL")
    search = {one.person_id: one for one in found}
    rows = []
    asked = [one for one in people if one.person_id in search]
    for at, stands in enumerate(STANDS):
        if at < len(asked) and openings:
            opening = openings[at * 5 % len(openings)]
            rows.append(row(search[asked[at].person_id], opening, stands, linnea))
    # Somebody who waits for another employer too: Berit's yes ends that one.
    at_home = {"ago": 4, "sent": 3, "how": "desk"}
    rows += [
        row(search[one.person_id], opening, at_home, linnea) for one in asked[1:2] for opening in database.query(HOSTED)
    ]
    database.copy("matching_proposal", OF_PROPOSAL, rows)
    database.execute(OF_PAPER)
    database.execute(PREPARED)


def row(search: Any, opening: Any, stands: dict[str, Any], linnea: int) -> tuple[Any, ...]:
    """Return a proposal as a row: never asked before the person came to the list."""
    day = max(TODAY - timedelta(days=stands["ago"]), search.starts_on)
    sent = max(TODAY - timedelta(days=stands["sent"]), day) if "sent" in stands else None
    willing = True if sent else stands.get("willing")
    last = (sent or day) + timedelta(days=14)
    ended = min(last, TODAY) if "outcome" in stands else None
    meets = moment(TODAY + timedelta(days=stands["meets"]), 10) if "meets" in stands else None
    return (
        search.person_id,
        search.id,
        opening.id,
        last,
        willing,
        day if willing is not None else None,
        moment(sent, 14) if sent else None,
        linnea if sent else None,
        stands.get("how", "mail") if sent else "",
        opening.contact_id if sent else None,
        meets,
        "Hos arbetsgivaren" if meets else "",
        stands.get("outcome", ""),
        stands.get("why", ""),
        stands.get("note", ""),
        ended,
        linnea,
        moment(day, 11),
    )
