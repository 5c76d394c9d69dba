-- Sites that have not marked days before today of those whose case the asker's unit has, within the days that
-- sites mark: how many days and marks, since when, and an activity whose page tells how to reach it. A head
-- counts, and sees nobody. Whoever has protected identity is not counted: one unmarked person at a site would tell
-- where somebody protected is, and a number that sometimes holds her tells it by changing; her supervisor is told
-- on the day's own page. The view is asked once it is known of which placements, so that neither the rest of the town
-- nor what ended long ago is walked.
CREATE FUNCTION attendance_unmarked_days()
RETURNS TABLE (unit text, activity_id bigint, days bigint, marks bigint, since date)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE before date := today(); since_day date := before - rule('marking_days', before)::int;
  ours bigint[] := ARRAY(SELECT l.id FROM cases_case k
    JOIN people_person p ON p.id = k.person_id AND p.protection = 'none'
    JOIN placements_placement l ON l.person_id = k.person_id
      AND l.starts_on < before AND (l.ends_on IS NULL OR l.ends_on > since_day)
    WHERE secrecy_role() = 'head_of_unit' AND k.unit_id = current_unit() AND k.closed_on IS NULL);
BEGIN
  RETURN QUERY SELECT u.name::text, max(t.activity_id), count(DISTINCT t.day), count(*), min(t.day)
    FROM attended_time t JOIN staff_unit u ON u.id = t.unit_id
    WHERE t.placement_id = ANY (ours) AND t.day >= since_day AND t.day < before AND t.mark = '' AND t.unmarked > 0
    GROUP BY u.id, u.name ORDER BY min(t.day), u.name, u.id;
END $$;
GRANT EXECUTE ON FUNCTION attendance_unmarked_days TO trappan_app;
