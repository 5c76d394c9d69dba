-- What has come of it at the own site in four weeks: goals reached, proposed steps that were accepted, and
-- how placements ended, told apart only where it led on: why else somebody left is not the site's to know.
-- Nobody is named. Under cooperation only those who consented, and have not withdrawn it; protected people
-- are left out of every count.
CREATE FUNCTION attendance_results() RETURNS TABLE (what text, many bigint)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT r.what, count(*) FROM (
    SELECT 'goal' AS what, g.reached_on AS day, g.person_id, 'placement' AS part FROM plans_goal g
      WHERE g.unit_id = current_unit()
    UNION ALL SELECT 'step', (s.decided_at AT TIME ZONE 'Europe/Stockholm')::date, s.person_id, 'goals'
      FROM plans_proposedstep s
      WHERE s.unit_id = current_unit() AND s.accepted
    UNION ALL SELECT CASE WHEN e.kind IN ('work', 'studies', 'next_place') THEN e.kind ELSE 'ended' END, p.ends_on,
      p.person_id,
      'placement' FROM placements_placement p LEFT JOIN placements_placementend e ON e.placement_id = p.id
      WHERE p.unit_id = current_unit() AND p.agreed AND p.ends_on > p.starts_on
  ) r JOIN people_person n ON n.id = r.person_id AND n.protection = 'none'
  WHERE r.day > today() - 28 AND r.day <= today() AND secrecy_role() IN ('supervisor', 'site_leader',
    'partner_coordinator')
    AND (NOT staff_cooperates() OR EXISTS (SELECT FROM people_consent c
      JOIN staff_unit u ON u.organisation_id = c.organisation_id
      WHERE c.person_id = r.person_id AND u.id = current_unit() AND r.part = ANY (c.parts) AND c.starts_on <= r.day
        AND (c.ends_on IS NULL OR r.day < c.ends_on) AND c.withdrawn_on IS NULL))
  GROUP BY r.what
$$;
GRANT EXECUTE ON FUNCTION attendance_results TO trappan_app;
