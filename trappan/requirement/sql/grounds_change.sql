-- What has changed of the sessions that grounds froze: those marked, judged, added or gone otherwise than then,
-- as the one definition of attendance counts them today. Of grounds whose requirement the asker holds.
CREATE FUNCTION requirement_grounds_changes(of_grounds bigint[])
RETURNS TABLE (grounds_id bigint, key text, day date, activity text, was jsonb, now jsonb)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  WITH asked AS MATERIALIZED (
    SELECT g.id, g.person_id, g.period_from, g.period_to, g.sources FROM requirement_grounds g
    WHERE g.id = ANY (of_grounds) AND g.person_id = ANY (people_held(
      ARRAY(SELECT o.person_id FROM requirement_grounds o WHERE o.id = ANY (of_grounds)), 'requirement', false))
  ), frozen AS (
    SELECT g.id, s->>'key' AS key, (s->>'day')::date AS day, s->>'activity' AS activity, jsonb_build_object(
      'state', s->'state', 'mark', s->'mark', 'minutes', s->'minutes', 'attended', s->'attended',
      'excused', s->'excused', 'unexcused', s->'unexcused') AS counted
    FROM asked g CROSS JOIN jsonb_array_elements(g.sources->'sessions') s
  ), today AS (
    SELECT g.id, t.key, t.day, a.name::text AS activity, jsonb_build_object(
      'state', t.state, 'mark', t.mark, 'minutes', t.minutes, 'attended', t.attended,
      'excused', t.excused, 'unexcused', t.unexcused) AS counted
    FROM asked g JOIN attended_time t ON t.person_id = g.person_id AND t.day >= g.period_from AND t.day < g.period_to
    JOIN activities_activity a ON a.id = t.activity_id
  )
  SELECT COALESCE(b.id, t.id), COALESCE(b.key, t.key), COALESCE(b.day, t.day), COALESCE(b.activity, t.activity),
    b.counted, t.counted
  FROM frozen b FULL JOIN today t ON t.id = b.id AND t.key = b.key
  WHERE b.counted IS DISTINCT FROM t.counted ORDER BY 1, 3, 2
$$;
GRANT EXECUTE ON FUNCTION requirement_grounds_changes TO trappan_app;

-- What stands for exactly these changes; empty where there are none. Whoever decides says which ones they saw.
CREATE FUNCTION requirement_changes_digest(of_grounds bigint) RETURNS text
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT COALESCE(md5(string_agg(c.key || '=' || COALESCE(c.now::text, ''), ';' ORDER BY c.key)), '')
  FROM requirement_grounds_changes(ARRAY[of_grounds]) c
$$;
GRANT EXECUTE ON FUNCTION requirement_changes_digest TO trappan_app;
