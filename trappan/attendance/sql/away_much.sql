-- Who has been away so much lately that somebody should talk with them: over a threshold of the day's rules
-- within their window, and no conversation since the latest absence. Of those among these people whose plan
-- the asker holds; read from the one definition of attendance, once those are known.
CREATE FUNCTION attendance_away_much(of_persons bigint[], fewest int)
RETURNS TABLE (person_id bigint, untold bigint, sessions bigint, attended bigint, away bigint, latest date, days int)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE allowed bigint[] := people_held(of_persons, 'plan', false);
  until date := today(); window_days int := rule('prompt_window_days', today())::int;
  most int := rule('prompt_untold', today())::int; part int := rule('prompt_share', today())::int;
BEGIN
  RETURN QUERY SELECT t.person_id, t.untold, t.sessions, t.attended, t.away, t.latest, window_days FROM (
    SELECT r.person_id, count(*) FILTER (WHERE r.away > 0 AND r.mark = 'absent_not_told') AS untold,
      count(*) FILTER (WHERE r.away > 0 OR r.attended > 0) AS sessions, sum(r.attended)::bigint AS attended,
      sum(r.away)::bigint AS away, max(r.day) FILTER (WHERE r.away > 0) AS latest
    FROM (SELECT a.person_id, a.day, a.mark, a.attended, a.undecided + a.unexcused AS away FROM attended_time a
      WHERE a.person_id = ANY (allowed) AND a.day > until - window_days AND a.day <= until AND a.mark <> '') r
    GROUP BY r.person_id) t
  WHERE t.latest IS NOT NULL
    AND (t.untold >= most OR (t.sessions >= fewest AND 100 * t.away >= part * (t.attended + t.away)))
    AND NOT EXISTS (SELECT FROM attendance_dialogue d JOIN cases_note n ON n.id = d.note_id
      WHERE d.person_id = t.person_id AND (n.happened_at AT TIME ZONE 'Europe/Stockholm')::date >= t.latest);
END $$;
GRANT EXECUTE ON FUNCTION attendance_away_much TO trappan_app;
