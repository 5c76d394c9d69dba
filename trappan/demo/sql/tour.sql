-- The tour's own questions, answered to web before anybody has signed in: figures without a person,
-- and the ids behind a card. Both answer only where the demo's clock is set: never in production.
CREATE FUNCTION demo_town()
RETURNS TABLE (households_2021 bigint, households_2024 bigint, open_cases bigint, in_activity bigint, people bigint)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT (SELECT count(DISTINCT household_id) FROM assistance_supportmonth WHERE month = '2021-01-01'),
    (SELECT count(DISTINCT household_id) FROM assistance_supportmonth WHERE month = '2024-01-01'),
    (SELECT count(*) FROM cases_case WHERE closed_on IS NULL),
    (SELECT count(DISTINCT person_id) FROM placements_placement WHERE starts_on <= today()
       AND (ends_on IS NULL OR ends_on > today())),
    (SELECT count(*) FROM people_person)
  FROM schedules_clock
$$;
GRANT EXECUTE ON FUNCTION demo_town TO trappan_web;

CREATE FUNCTION demo_card(of_colleague text, of_person text, page text)
RETURNS TABLE (colleague_id bigint, membership_id bigint, object_id bigint)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT m.colleague_id, m.id, CASE
    WHEN page = 'insight:publication' THEN (SELECT min(p.id) FROM insight_publication p)
    WHEN of_person = '' THEN NULL
    WHEN page IN ('plans:mapping', 'plans:plan', 'cases:journal', 'plans:ratings') THEN (SELECT k.id FROM cases_case k
      JOIN people_person p ON p.id = k.person_id WHERE p.given_name || ' ' || p.family_name = of_person
        ORDER BY k.id LIMIT 1)
    WHEN page = 'activities:activity' THEN (SELECT min(a.id) FROM activities_activity a WHERE a.name = of_person)
    WHEN page IN ('projects:project', 'projects:participants', 'projects:months')
      THEN (SELECT min(p.id) FROM projects_project p WHERE p.name = of_person)
    -- The first of the colleague's own proposals that says why not this place.
    WHEN page = 'matching:allocation' THEN (SELECT l.id FROM matching_allocationline l
      JOIN cases_case k ON k.id = l.case_id AND k.responsible_id = m.id
      CROSS JOIN LATERAL jsonb_array_elements(l.facts -> 'fuller') f
      JOIN activities_activity a ON a.id = (f ->> 'activity')::bigint AND a.name = of_person
      ORDER BY l.run_id DESC, l.activity_id NULLS FIRST, (f ->> 'wish')::int, l.id LIMIT 1)
    ELSE (SELECT min(p.id) FROM people_person p WHERE p.given_name || ' ' || p.family_name = of_person) END
  FROM schedules_clock, staff_membership m JOIN staff_colleague c ON c.id = m.colleague_id
  WHERE c.given_name || ' ' || c.family_name = of_colleague ORDER BY m.id LIMIT 1
$$;
GRANT EXECUTE ON FUNCTION demo_card TO trappan_web;
