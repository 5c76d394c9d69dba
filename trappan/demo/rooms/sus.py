"""Who of the town is registered in SUS: written consents, sheets that are keyed in, and those that wait. All invented.

Only the initiative of today is registered there. Who said yes is told by the number of the case alone, so that no dice
of the town move.
"""

from datetime import date

from trappan import database
from trappan.demo.rooms.initiatives import LAST
from trappan.initiatives.models import Initiative
from trappan.staff.models import Organisation

ASSOCIATION = "Samordningsförbundet Skissbygd"
KEYED_UNTIL = date(2026, 8, 1)  # what came later waits to be keyed in

# Two of three said yes on paper on the day they started. Every sixth case takes part (rooms/initiatives.py), so the
# number of the case is told by sixths.
SAY_YES = """
INSERT INTO people_consent (person_id, organisation_id, parts, given_how, starts_on)
SELECT DISTINCT ON (p.person_id) p.person_id, %(association)s, '{sus}', 'paper', p.starts_on
FROM initiatives_participation p JOIN people_person x ON x.id = p.person_id AND NOT x.shielded
WHERE p.initiative_id = %(initiative)s AND p.why <> 'mistake' AND p.case_id / 6 %% 3 <> 0
ORDER BY p.person_id, p.starts_on
"""
# At the end fewer live on support and more work. Of what is not keyed in yet, half is answered and half is not begun.
ANSWER = """
INSERT INTO exchange_sussheet (person_id, participation_id, moment, day, effort, education, income, occupation,
  keyed_on, keyed_by_id, author_id, at)
SELECT m.person_id, m.participation_id, m.moment, m.day, CASE m.moment WHEN 'start' THEN 'training' ELSE '' END,
  (ARRAY['compulsory', 'upper_secondary', 'not_completed'])[1 + m.case_id / 18 %% 3],
  CASE WHEN m.moment = 'end' AND m.case_id / 18 %% 2 = 0 THEN 'wage' ELSE 'support' END,
  CASE WHEN m.moment = 'end' AND m.case_id / 18 %% 2 = 0 THEN 'work' ELSE 'job_search' END,
  CASE WHEN m.day < %(until)s THEN m.day + 9 END, CASE WHEN m.day < %(until)s THEN k.responsible_id END,
  k.responsible_id, (m.day + 1)::timestamp
FROM exchange_sus_moments() m JOIN cases_case k ON k.id = m.case_id AND k.responsible_id IS NOT NULL
WHERE (m.day < %(until)s OR m.case_id / 18 %% 2 = 0) AND exchange_sus_registers(m.person_id)
"""


def register() -> None:
    """Let those who take part in the initiative of today have said yes or not, and key in what came before August."""
    association = Organisation.objects.create(name=ASSOCIATION, kind="association", starts_on=date(2012, 1, 1))
    initiative = Initiative.objects.get(ends_on=LAST)
    initiative.in_sus = True
    initiative.save(update_fields=["in_sus"])
    database.execute(SAY_YES, {"association": association.pk, "initiative": initiative.pk})
    database.execute(ANSWER, {"until": KEYED_UNTIL})
