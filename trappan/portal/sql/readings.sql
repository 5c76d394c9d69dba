-- Who has opened pages about the person, in the last year: by day, page, role and unit. Never a name, nor the hour;
-- names are told on request, on paper (desk/readings.py). What was opened by a link is nobody's of the staff. The
-- latest day first.
CREATE FUNCTION portal_readings() RETURNS TABLE (day date, verb text, role text, unit text, kind text)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE me bigint := portal_person();
BEGIN
  RETURN QUERY SELECT DISTINCT (e.at AT TIME ZONE 'Europe/Stockholm')::date, e.verb::text, COALESCE(m.role, '')::text,
    COALESCE(u.name, '')::text,
    CASE e.kind WHEN 'opening' THEN 'opening' ELSE 'read' END
  FROM history_event e LEFT JOIN staff_membership m ON m.id = e.actor_id LEFT JOIN staff_unit u ON u.id = m.unit_id
  WHERE e.person_id = me AND (m.id IS NOT NULL OR e.verb = 'agreements.open_link')
    AND e.kind IN ('read', 'search', 'opening') AND e.at >= clock() - interval '1 year'
  ORDER BY 1 DESC, 4, 3, 2 LIMIT 1000;
END $$;
GRANT EXECUTE ON FUNCTION portal_readings TO trappan_own;
