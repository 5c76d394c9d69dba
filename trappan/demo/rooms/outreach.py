"""What Stadsmissionen has noted of contacts in two years, whom it has referred, and what became of them; invented."""

from datetime import date
from typing import Any

from trappan import database
from trappan.demo.clock import TODAY
from trappan.partnerships import operations
from trappan.secrecy.acting import acting_as
from trappan.staff.models import Membership

# How many were met in a month, from the one of last year's January: the food line, and the open café.
LINE, CAFE = (31, 28, 35, 33, 24, 19, 12, 22, 30, 36, 41, 44), (18, 17, 21, 20, 16, 14, 9, 13, 19, 22, 24, 20)
NOTED = """
INSERT INTO partnerships_outreach (unit_id, organisation_id, day, whole_month, people, setting, author_id, at)
SELECT u.id, u.organisation_id, make_date(%(year)s, m::int, 1), true, n.people + %(year)s - 2025, %(setting)s, %(me)s,
  make_timestamptz(%(year)s, m::int, 28, 15, 0, 0, 'Europe/Stockholm')
FROM staff_unit u, unnest(%(many)s::int[]) WITH ORDINALITY AS n (people, m)
WHERE u.id = %(unit)s AND make_date(%(year)s, m::int, 28) < %(today)s
"""
# Who came last year: people who three months after were at an activity, and some who were not. Names are gone since.
CAME = """
WITH day AS (SELECT %(day)s::date AS asked, %(day)s::date + 9 AS answered), who AS (
  SELECT x.id, EXISTS (SELECT FROM placements_placement p, day d WHERE p.person_id = x.id AND p.agreed
    AND p.starts_on <= d.answered + interval '3 months'
    AND (p.ends_on IS NULL OR p.ends_on > d.answered + interval '3 months')) AS stays
  FROM people_person x WHERE x.protection = 'none'
    AND NOT EXISTS (SELECT FROM partnerships_partnerreferral r WHERE r.person_id = x.id)
), chosen AS (
  (SELECT id FROM who WHERE stays ORDER BY id LIMIT %(stay)s) UNION ALL
  (SELECT id FROM who WHERE NOT stays ORDER BY id LIMIT %(leave)s))
INSERT INTO partnerships_partnerreferral (unit_id, to_unit_id, name, contact, language, interpreter, why, consented_on,
  consented_how, consented_to, state, author_id, at, answered_by_id, answered_on, person_id)
SELECT %(unit)s, %(to)s, '', '', '', false, '', d.asked, 'meeting', %(consent)s, 'came', %(me)s,
  d.asked::timestamp + interval '10 hours', %(ulla)s, d.answered, c.id FROM chosen c, day d
"""
CAME_NOT = """
INSERT INTO partnerships_partnerreferral (unit_id, to_unit_id, name, contact, language, interpreter, why, consented_on,
  consented_how, consented_to, state, author_id, at, answered_by_id, answered_on)
SELECT %(unit)s, %(to)s, '', '', '', false, '', %(day)s::date + n, 'meeting', %(consent)s, %(state)s,
  %(me)s, (%(day)s::date + n)::timestamp + interval '10 hours', %(ulla)s, %(day)s::date + n + 12
FROM generate_series(1, %(many)s::int) n
"""
CONSENT = "Namn, hur personen nås, språk och vad personen vill, till enheten; och partnern får veta om personen kom."


def outreach() -> None:
    """Let Milo's site have met people in two years, and referred some: last year's are answered, two wait."""
    milo = Membership.objects.get(colleague__given_name="Milo", colleague__family_name="Mönsterlund")
    ulla = Membership.objects.get(colleague__given_name="Ulla", colleague__family_name="Provstedt")
    about: dict[str, Any] = {"unit": milo.unit_id, "me": milo.pk, "today": TODAY, "to": ulla.unit_id, "ulla": ulla.pk}
    about["consent"] = CONSENT
    for year in (TODAY.year - 1, TODAY.year):
        for setting, many in (("Matkön på torget", LINE), ("Öppna caféet", CAFE)):
            database.execute(NOTED, {**about, "year": year, "setting": setting, "many": list(many)})
    for month in (3, 5, 8):
        database.execute(CAME, {**about, "day": date(TODAY.year - 1, month, 10), "stay": 3, "leave": 2})
    no = {**about, "state": "not"}
    database.execute(CAME_NOT, {**no, "day": date(TODAY.year - 1, 9, 1), "many": 7})
    database.execute(CAME, {**about, "day": date(TODAY.year, 4, 14), "stay": 4, "leave": 2})
    database.execute(CAME_NOT, {**no, "day": date(TODAY.year, 5, 4), "many": 3})
    database.execute(CAME_NOT, {**no, "day": date(TODAY.year, 8, 3), "many": 2, "state": "lapsed"})
    with acting_as(milo.colleague_id, milo.pk) as actor:
        operations.note_outreach(by=actor, day=date(TODAY.year, 11, 4), people=14, setting="Matkön på torget")
        wrong = operations.note_outreach(by=actor, day=date(TODAY.year, 11, 5), people=92, setting="Öppna caféet")
        operations.take_out_outreach(outreach=wrong, today=TODAY)
        operations.note_outreach(by=actor, day=date(TODAY.year, 11, 5), people=29, setting="Öppna caféet")
        consent: dict[str, Any] = {
            "consented_on": TODAY,
            "consented_how": "meeting",
            "consented_to": CONSENT,
            "to_unit": ulla.unit_id,
        }
        received = operations.refer(
            name="Ilse Låtsas",
            contact="Är på caféet tisdagar och torsdagar före lunch",
            why="Jag vill veta vem jag ska prata med om ett jobb.",
            **consent,
        )
        operations.refer(
            name="Dawit Hittepå",
            contact="070-174 06 05",
            language="tigrinska",
            interpreter=True,
            why="Jag vill jobba med mat, som jag gjorde hemma.",
            **consent,
        )
        regrets = operations.refer(name="Någon Ångrad", contact="På caféet", why="Jag vill fråga om hjälp.", **consent)
        operations.take_back_referral(referral=regrets)
    with acting_as(ulla.colleague_id, ulla.pk):
        operations.receive_referral(referral=received)
