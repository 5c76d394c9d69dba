"""Who is let in to whom by an import: never more than the same work done by hand would give."""

from trappan import database
from trappan.exchange.loading.loader import Loader


def give_grants(loader: Loader) -> None:
    """Let in those who are to work with each: the responsible by name, the site, otherwise intake."""
    mine = list(set(loader.people.values()))
    database.execute(GRANTS, {"people": mine, "intake": loader.intake})
    database.execute(DOORS, {"people": mine})


# A door at a site that the file changes: where what is open is not what the placements there give.
DOORS = """
WITH due AS (
  SELECT p.person_id, p.unit_id, CASE WHEN bool_or(p.ends_on IS NULL) THEN 'infinity'::timestamptz
    ELSE (max(p.ends_on) + rule('hand_over_days', today())::int)::timestamp AT TIME ZONE 'Europe/Stockholm' END AS until
  FROM placements_placement p JOIN people_person x ON x.id = p.person_id AND x.protection = 'none'
  WHERE p.person_id = ANY (%(people)s) AND p.agreed AND p.ends_on IS DISTINCT FROM p.starts_on GROUP BY 1, 2
), opened AS (
  SELECT g.person_id, g.unit_id, max(COALESCE(g.ends_at, 'infinity')) AS until FROM people_grant g
  WHERE g.person_id = ANY (%(people)s) AND g.basis = 'placement' AND g.unit_id IS NOT NULL GROUP BY 1, 2)
SELECT placements_keep_access(d.person_id, d.unit_id) FROM due d JOIN opened o USING (person_id, unit_id)
WHERE o.until <> d.until AND o.until > clock()
"""

GRANTS = """
WITH mine AS (SELECT p.id, p.protection FROM people_person p WHERE p.id = ANY (%(people)s)),
left_behind AS (
  -- Who is no longer responsible in the file loses what the assignment opened.
  UPDATE people_grant g SET ends_at = GREATEST(g.starts_at, clock())
  FROM cases_case k WHERE k.person_id = g.person_id AND k.closed_on IS NULL AND g.basis = 'assignment'
    AND g.person_id IN (SELECT id FROM mine) AND k.responsible_id IS NOT NULL
    AND g.membership_id <> k.responsible_id AND (g.ends_at IS NULL OR g.ends_at > clock())),
wanted AS (
  SELECT k.person_id, NULL::bigint AS unit_id, k.responsible_id AS membership_id, s AS scope,
    'assignment' AS basis, NULL::timestamptz AS ends_at
  FROM cases_case k, unnest(ARRAY['plan', 'requirement']) s
  WHERE k.person_id IN (SELECT id FROM mine) AND k.responsible_id IS NOT NULL AND k.closed_on IS NULL
  UNION
  -- Whom somebody works with already, intake is not let in to. What is opened for a moment is not that.
  SELECT m.id, %(intake)s, NULL, s, 'import', NULL FROM mine m, unnest(ARRAY['assistance', 'plan']) s
  WHERE m.protection = 'none' AND NOT EXISTS (
      SELECT FROM people_grant g WHERE g.person_id = m.id AND g.scope = s
        AND g.basis NOT IN ('emergency', 'supervision', 'cover') AND (g.ends_at IS NULL OR g.ends_at > clock()))
    AND (s = 'assistance' OR NOT EXISTS (
    SELECT FROM cases_case k WHERE k.person_id = m.id AND k.responsible_id IS NOT NULL AND k.closed_on IS NULL))
  UNION
  SELECT p.person_id, p.unit_id, NULL, 'activity', 'placement',
    LEAST((p.ends_on + rule('hand_over_days', (SELECT today()))::int)::timestamp AT TIME ZONE 'Europe/Stockholm',
      CASE WHEN o.kind <> 'municipality' AND o.basis <> 'provider' THEN (
        SELECT CASE WHEN bool_or(c.ends_on IS NULL) THEN NULL
        ELSE max(c.ends_on)::timestamp AT TIME ZONE 'Europe/Stockholm' END FROM people_consent c
        WHERE c.person_id = p.person_id AND c.organisation_id = o.id
          AND 'placement' = ANY (c.parts) AND c.withdrawn_on IS NULL) END)
  FROM placements_placement p JOIN mine m ON m.id = p.person_id
  JOIN staff_unit u ON u.id = p.unit_id JOIN staff_organisation o ON o.id = u.organisation_id
  WHERE m.protection = 'none' AND p.agreed AND (p.ends_on IS NULL OR p.ends_on > (SELECT today()))
    AND (o.kind = 'municipality' OR o.basis = 'provider' OR EXISTS (
      SELECT FROM people_consent c WHERE c.person_id = p.person_id AND c.organisation_id = o.id
        AND 'placement' = ANY (c.parts) AND c.withdrawn_on IS NULL
        AND c.starts_on <= (SELECT today()) AND (c.ends_on IS NULL OR c.ends_on > (SELECT today())))))
INSERT INTO people_grant (person_id, unit_id, membership_id, scope, basis, reason, ends_at, sort)
SELECT w.person_id, w.unit_id, w.membership_id, w.scope, w.basis, '', w.ends_at, '' FROM wanted w
-- A placement's or intake's grant that has been ended by somebody is not given again.
WHERE NOT EXISTS (SELECT FROM people_grant g WHERE g.person_id = w.person_id AND g.scope = w.scope
  AND g.unit_id IS NOT DISTINCT FROM w.unit_id AND g.membership_id IS NOT DISTINCT FROM w.membership_id
  AND (w.basis <> 'assignment' OR g.ends_at IS NULL OR g.ends_at > clock()))
"""
