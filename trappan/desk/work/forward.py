"""What went forward lately for the people of one's own cases: small steps are results."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from trappan import database
from trappan.desk.case_rows import Line
from trappan.desk.work.boxes import Step
from trappan.desk.work.rows import person_url
from trappan.secrecy.acting import Actor

DAYS = 30
# A step up, a goal that staff saw reached, work or studies that lasted a month. Steps of another frame are compared
# by the main frame's step that they stand for; the first of all is where somebody began, and no step up.
FORWARD = """
WITH moves AS (
  SELECT m.person_id, m.day, COALESCE(o.number, s.number) AS number, COALESCE(o.name, s.name) AS name,
    lag(COALESCE(o.number, s.number)) OVER (PARTITION BY m.person_id ORDER BY m.day, m.id) AS before
  FROM plans_stepmove m JOIN plans_ladderstep s ON s.id = m.step_id LEFT JOIN plans_ladderstep o ON o.id = s.maps_to_id
  WHERE m.person_id = ANY (%(people)s) AND m.rated_by = 'staff' AND NOT m.corrected)
SELECT f.day, f.person_id, x.given_name || ' ' || x.family_name AS name, f.kind, f.what FROM (
  SELECT day, person_id, 'step' AS kind, number || ', ' || name AS what FROM moves
  WHERE day > %(today)s::date - %(days)s AND number > before
  UNION ALL
  SELECT reached_on, person_id, 'goal', title FROM plans_goal
  WHERE person_id = ANY (%(people)s) AND reached_on > %(today)s::date - %(days)s
  UNION ALL
  SELECT e.checked_on, e.person_id, e.reason, e.form FROM outcomes_exit e
  WHERE e.case_id = ANY (ARRAY(SELECT k.id FROM cases_case k WHERE k.{seat} = %(me)s AND k.closed_on IS NOT NULL))
    AND e.held AND e.checked_on > %(today)s::date - %(days)s
) f JOIN people_person x ON x.id = f.person_id ORDER BY f.day DESC, f.person_id, f.kind
"""


def went_forward(actor: Actor, mine: Sequence[Line]) -> list[Step]:
    """Return what went forward in the last thirty days, the latest first, in one question."""
    seat = "social_worker_id" if actor.role == "social_worker" else "responsible_id"
    asked = {
        "people": [line.case.person_id for line in mine],
        "today": actor.today,
        "days": DAYS,
        "me": actor.membership_id,
    }
    words = {
        "step": _("Up to step %(what)s"),
        "goal": _("Reached a goal: %(what)s"),
        "work": _("A month in work: %(what)s"),
        "studies": _("A month in studies: %(what)s"),
    }
    return [
        Step(one.day, one.name, person_url(one.person_id), words[one.kind] % {"what": one.what})
        for one in database.query(FORWARD.replace("{seat}", seat), asked)
    ]
