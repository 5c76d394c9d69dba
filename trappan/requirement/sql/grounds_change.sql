-- What has changed of the sessions that grounds froze: those marked, judged, added or gone otherwise than then,
-- as the one definition of attendance counts them today. Of grounds whose requirement the asker holds.
CREATE FUNCTION requirement_grounds_changes(of_grounds bigint[])
RETURNS TABLE (grounds_id bigint, key text, day date, activity text, was jsonb, now jsonb)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE g record;
BEGIN
  -- One at a time, by person and days: attendance asked for many at once would be counted for the whole town.
  FOR g IN SELECT o.id, o.person_id, o.period_from, o.period_to, o.sources FROM requirement_grounds o
    WHERE o.id = ANY (of_grounds) AND o.person_id = ANY ((SELECT people_held(ARRAY(SELECT h.person_id
      FROM requirement_grounds h WHERE h.id = ANY (of_grounds)), 'requirement', false))::bigint[])
    ORDER BY o.id
  LOOP
    RETURN QUERY
    WITH frozen AS (
      SELECT s->>'key' AS key, (s->>'day')::date AS day, s->>'activity' AS activity, jsonb_build_object(
        'state', s->'state', 'mark', s->'mark', 'minutes', s->'minutes', 'attended', s->'attended',
        'excused', s->'excused', 'unexcused', s->'unexcused') AS counted
      FROM jsonb_array_elements(g.sources->'sessions') s
    ), today AS (
      SELECT t.key, t.day, a.name::text AS activity, jsonb_build_object(
        'state', t.state, 'mark', t.mark, 'minutes', t.minutes, 'attended', t.attended,
        'excused', t.excused, 'unexcused', t.unexcused) AS counted
      FROM attended_time t JOIN activities_activity a ON a.id = t.activity_id
      WHERE t.person_id = g.person_id AND t.day >= g.period_from AND t.day < g.period_to
    )
    SELECT g.id::bigint, COALESCE(f.key, t.key), COALESCE(f.day, t.day), COALESCE(f.activity, t.activity),
      f.counted, t.counted
    FROM frozen f FULL JOIN today t ON t.key = f.key
    WHERE f.counted IS DISTINCT FROM t.counted ORDER BY 3, 2;
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION requirement_grounds_changes TO trappan_app;

-- What stands for exactly these changes; empty where there are none. Whoever decides says which ones they saw.
CREATE FUNCTION requirement_changes_digest(of_grounds bigint) RETURNS text
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT COALESCE(md5(string_agg(c.key || '=' || COALESCE(c.now::text, ''), ';' ORDER BY c.key)), '')
  FROM requirement_grounds_changes(ARRAY[of_grounds]) c
$$;
GRANT EXECUTE ON FUNCTION requirement_changes_digest TO trappan_app;
