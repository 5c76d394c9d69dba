-- What a partner's coordinator is told of each workplace of the own organisation, in numbers: who is expected and
-- marked today, days before today that are not finished, and how many begin and end in so many days. Asked by anybody
-- else, nothing. Whoever has protected identity is in none of the numbers about days, as in the head's
-- (attendance_unmarked_days): a number that sometimes holds her would tell by changing. Begins and ends are of places
-- taken, which tell of nobody. Asked of the placements there, so that the rest of the town is not walked.
CREATE FUNCTION attendance_in_house(within int)
RETURNS TABLE (unit_id bigint, expected bigint, marked bigint, unfinished bigint, starts bigint, ends bigint)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE day_now date := today(); since_day date := day_now - rule('marking_days', day_now)::int;
  units bigint[] := ARRAY(SELECT u.id FROM staff_unit u WHERE secrecy_role() = 'site_leader'
    AND u.organisation_id = ANY (staff_own()) AND staff_coordinates(u.id));
  there bigint[] := ARRAY(SELECT l.id FROM placements_placement l
    JOIN people_person p ON p.id = l.person_id AND p.protection = 'none'
    WHERE l.unit_id = ANY (units) AND l.agreed AND l.starts_on <= day_now
      AND (l.ends_on IS NULL OR l.ends_on > since_day));
BEGIN
  RETURN QUERY
  WITH days AS (
    SELECT t.unit_id, count(*) FILTER (WHERE t.day = day_now) AS expected,
      count(*) FILTER (WHERE t.day = day_now AND t.mark <> '') AS marked,
      count(DISTINCT t.day) FILTER (WHERE t.day < day_now AND t.mark = '' AND t.unmarked > 0) AS unfinished
    FROM attended_time t WHERE t.placement_id = ANY (there) AND t.day >= since_day AND t.day <= day_now
      AND t.state = 'held' GROUP BY t.unit_id
  ), seats AS (
    SELECT a.unit_id, s.seat, min(s.starts_on) AS first, max(s.until) AS until
    FROM activities_activity a JOIN activities_seatuse s ON s.activity_id = a.id
      AND s.until > day_now AND s.until > s.starts_on AND NOT s.once
    WHERE a.unit_id = ANY (units) GROUP BY a.unit_id, s.seat
  ), moves AS (
    SELECT s.unit_id, count(*) FILTER (WHERE s.first > day_now AND s.first <= day_now + within) AS starts,
      count(*) FILTER (WHERE s.until <= day_now + within) AS ends
    FROM seats s GROUP BY s.unit_id
  )
  SELECT u.id, COALESCE(d.expected, 0), COALESCE(d.marked, 0), COALESCE(d.unfinished, 0), COALESCE(m.starts, 0),
    COALESCE(m.ends, 0)
  FROM unnest(units) AS u (id) LEFT JOIN days d ON d.unit_id = u.id LEFT JOIN moves m ON m.unit_id = u.id;
END $$;
GRANT EXECUTE ON FUNCTION attendance_in_house TO trappan_app;
