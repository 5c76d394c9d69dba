-- Sites that have not marked days before today of those whom the asker's unit works with, within the days that
-- sites mark: how many days and marks, since when. A head counts, and sees nobody.
CREATE FUNCTION attendance_unmarked_days() RETURNS TABLE (unit text, days bigint, marks bigint, since date)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT u.name, count(DISTINCT t.day), count(*), min(t.day)
  FROM attended_time t JOIN staff_unit u ON u.id = t.unit_id
  WHERE secrecy_role() = 'head_of_unit' AND t.person_id IN (SELECT g.person_id FROM people_grant g
      WHERE g.unit_id = current_unit() AND g.scope = 'plan' AND g.starts_at <= clock()
        AND (g.ends_at IS NULL OR clock() < g.ends_at))
    AND t.day < today() AND t.day >= today() - rule('marking_days', today())::int AND t.unmarked > 0
  GROUP BY u.id, u.name ORDER BY min(t.day), u.name
$$;
GRANT EXECUTE ON FUNCTION attendance_unmarked_days TO trappan_app;
