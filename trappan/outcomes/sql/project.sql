-- What the own municipality's cases say of those who take part in a project through the actor's unit: that a case ended
-- with work, studies, an internship or municipal employment, and since which day; no employer, form or note. For the
-- coordinator who reads the person and is to write what came of it, of a day while the person took part or was still
-- seen afterwards. What a case of another municipality says is told to nobody here; nor what was reopened or did not
-- last.
CREATE FUNCTION outcomes_in_project(of_municipality bigint)
RETURNS TABLE (participation_id bigint, day date, reason text)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  WITH own AS (
    SELECT p.id, p.person_id, p.starts_on, p.ends_on, m.organisation_id FROM projects_participation p
      JOIN projects_municipality m ON m.id = p.municipality_id
     WHERE p.municipality_id = of_municipality AND p.unit_id = current_unit() AND p.result <> 'mistake'
       AND secrecy_role() = 'project_coordinator'
  ), seen AS (
    SELECT o.* FROM own o
     WHERE o.person_id = ANY (people_held(ARRAY(SELECT w.person_id FROM own w), 'activity', false)))
  SELECT DISTINCT ON (s.id) s.id, x.day, x.reason::text FROM seen s
    JOIN outcomes_exit x ON x.person_id = s.person_id AND x.reopened_on IS NULL AND x.held IS NOT FALSE
    JOIN cases_case c ON c.id = x.case_id
    JOIN staff_unit u ON u.id = c.unit_id AND u.organisation_id = s.organisation_id
   WHERE x.reason IN ('work', 'studies', 'internship', 'municipal') AND x.day >= s.starts_on AND x.day <= today()
     AND (s.ends_on IS NULL OR x.day < s.ends_on + rule('project_sight_days', today())::int)
   ORDER BY s.id, x.day DESC, x.id DESC
$$;
GRANT EXECUTE ON FUNCTION outcomes_in_project TO trappan_app;
