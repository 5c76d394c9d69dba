-- Sites that have not marked days before today of those whose case the asker's unit has, within the days that
-- sites mark: how many days and marks, since when, and an activity whose page tells how to reach it. A head
-- counts, and sees nobody.
CREATE FUNCTION attendance_unmarked_days()
RETURNS TABLE (unit text, activity_id bigint, days bigint, marks bigint, since date)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT u.name, max(t.activity_id), count(DISTINCT t.day), count(*), min(t.day)
  FROM attended_time t JOIN staff_unit u ON u.id = t.unit_id
  WHERE secrecy_role() = 'head_of_unit'
    AND t.person_id IN (SELECT k.person_id FROM cases_case k WHERE k.unit_id = current_unit() AND k.closed_on IS NULL)
    AND t.day < today() AND t.day >= today() - rule('marking_days', today())::int AND t.unmarked > 0
  GROUP BY u.id, u.name ORDER BY min(t.day), u.name, u.id
$$;
GRANT EXECUTE ON FUNCTION attendance_unmarked_days TO trappan_app;
