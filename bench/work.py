"""Finding work for one person among five thousand openings: milliseconds of the question and of the reasons.

A process of its own (`python -m bench.work`) that prints JSON. The openings, and a taxonomy as large as that of
Arbetsförmedlingen, are made in a transaction that is taken back.
"""

import json
import statistics
import time

import django
from django.db import transaction

from trappan import postgres

OPENINGS, OCCUPATIONS, LINKS, TURNS, WARM = 5_000, 2_400, 8_300, 40, 3
MAKE = (
    "INSERT INTO rules_concept (id, kind, label, code, is_unknown) SELECT 'bench_g' || n, 'group', 'Grupp ' || n, "
    "lpad(n::text, 4, '0'), false FROM generate_series(1, 400) n",
    f"INSERT INTO rules_concept (id, kind, label, code, is_unknown) SELECT 'bench_' || n, 'occupation', 'Yrke ' || n, "
    f"'', false FROM generate_series(0, {OCCUPATIONS - 1}) n",
    f"INSERT INTO rules_conceptlink (kind, a_id, b_id) SELECT 'broader', 'bench_' || n, 'bench_g' || n % 400 + 1 "
    f"FROM generate_series(0, {OCCUPATIONS - 1}) n",
    f"INSERT INTO rules_conceptlink (kind, a_id, b_id, percent) SELECT 'stands_in', 'bench_' || n % {OCCUPATIONS}, "
    f"'bench_' || (n * 7 + 1 + n / {OCCUPATIONS}) % {OCCUPATIONS}, 75 FROM generate_series(1, {LINKS}) n "
    f"WHERE (n * 7 + 1 + n / {OCCUPATIONS}) % {OCCUPATIONS} <> n % {OCCUPATIONS} ON CONFLICT DO NOTHING",
    "INSERT INTO employers_opening (employer_id, workplace_id, code, title, kind, support_form, occupation_id, places, "
    "week, weekly_minutes, weekdays, starts_on, tasks, needs, good_if, languages, licence, travel, adaptations, "
    "shaped_for_one, close_reason) SELECT w.employer_id, w.id, '', 'Arbete ' || n, 'job', '', "
    f"'bench_' || n % {OCCUPATIONS}, 1, '', 1200, (ARRAY['mon,tue,wed', 'mon,tue,wed,thu,fri', 'sat,sun'])[n % 3 + 1], "
    "today(), '', '', '', '{}', (ARRAY['', '', 'B', 'CE'])[n % 4 + 1], '', '', false, '' "
    f"FROM generate_series(1, {OPENINGS}) n JOIN (SELECT id, employer_id, row_number() OVER (ORDER BY id) AS at, "
    "count(*) OVER () AS all FROM employers_workplace WHERE closed_on IS NULL AND employer_id IN (SELECT id "
    "FROM employers_employer WHERE ended_on IS NULL AND merged_into_id IS NULL AND rests_from IS NULL)) w "
    "ON w.at = n % w.all + 1",
)
# Somebody with a profile of their own, and the consultant who walks with them.
WHO = """
SELECT k.person_id, m.id, m.colleague_id FROM cases_case k JOIN staff_membership m ON m.id = k.responsible_id
JOIN people_person p ON p.id = k.person_id AND NOT p.shielded
WHERE k.closed_on IS NULL AND m.ends_on IS NULL AND m.confirmed_at IS NOT NULL ORDER BY k.id LIMIT 1
"""


def main() -> None:
    with postgres.running():
        django.setup()
        print(json.dumps(measured()))


def measured() -> dict[str, dict[str, float]]:
    """Return the milliseconds of finding work for one person, beside their goal."""
    from trappan import database
    from trappan.matching.testing import make_profile
    from trappan.matching.work import work_for
    from trappan.people.models import Person
    from trappan.rules.rulesets import rules_on
    from trappan.secrecy.acting import acting_as
    from trappan.staff.models import Membership

    with transaction.atomic():
        for statement in MAKE:
            database.execute(statement)
        for table in ("rules_concept", "rules_conceptlink", "employers_opening"):
            database.execute(f"ANALYZE {table}")
        who = database.query(WHO)[0]
        said = {"wishes": ["bench_1", "bench_2"], "done": ["bench_3"], "licence": ["B"], "minutes_a_week": 1800}
        make_profile(Membership.objects.get(pk=who.id), Person.objects.get(pk=who.person_id), **said)
        times = []
        with acting_as(who.colleague_id, who.id) as actor:
            rules = rules_on(actor.today)
            for _turn in range(TURNS + WARM):
                began = time.perf_counter()
                found = work_for(who.person_id, actor.today, rules)
                times.append((time.perf_counter() - began) * 1000)
        transaction.set_rollback(True)
    kept = sorted(times[WARM:])
    name = f"finding work among {found.compared} openings, ms"
    return {name: {"value": statistics.median(kept), "p95": kept[int(len(kept) * 0.95)], "goal": 40}}


if __name__ == "__main__":
    main()
