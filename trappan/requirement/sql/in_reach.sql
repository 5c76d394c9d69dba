-- Those under the requirement among the people in reach, in Swedish order from a place on, or back from it:
-- a list of them that is as quick for a hundred thousand in reach. Runs as its reader: grants and months are
-- those that the policies show, and who comes under the requirement is told by requirement_standings.
--   A month that is not reported yet ends nothing: then the month before it counts.
CREATE FUNCTION requirement_in_reach(from_sort text, from_id bigint, backwards boolean, at_most int)
RETURNS TABLE (sort text, person_id bigint) STABLE LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  mine bigint := secrecy_unit_for('requirement'); me bigint := secrecy_member_for('requirement');
  this date := date_trunc('month', today())::date; last date := (this - interval '1 month')::date;
  batch int := 128; left_over int := at_most; ids bigint[]; sorts text[]; under bigint[];
BEGIN
  LOOP
    EXECUTE format($q$
      SELECT array_agg(w.person_id ORDER BY w.sort %2$s, w.person_id %2$s), array_agg(w.sort ORDER BY w.sort %2$s,
        w.person_id %2$s) FROM (SELECT DISTINCT u.sort, u.person_id FROM (
        (SELECT DISTINCT g.sort, g.person_id FROM people_grant g WHERE g.unit_id = $1
          AND (g.sort, g.person_id) %1$s ($3, $4)
          AND EXISTS (SELECT FROM assistance_supportmonth m WHERE m.person_id = g.person_id AND m.month = ANY ($6))
          ORDER BY g.sort %2$s, g.person_id %2$s LIMIT $5)
        UNION ALL
        (SELECT DISTINCT g.sort, g.person_id FROM people_grant g WHERE g.membership_id = $2
          AND (g.sort, g.person_id) %1$s ($3, $4) ORDER BY g.sort %2$s, g.person_id %2$s LIMIT $5)) u
        ORDER BY u.sort %2$s, u.person_id %2$s LIMIT $5) w
      $q$, CASE WHEN backwards THEN '<' ELSE '>' END, CASE WHEN backwards THEN 'DESC' ELSE '' END)
      INTO ids, sorts USING mine, me, from_sort, from_id, batch, ARRAY[this, last];
    EXIT WHEN ids IS NULL;
    under := ARRAY(SELECT s.person_id FROM requirement_standings(ids, last, this) s GROUP BY s.person_id
      HAVING bool_or(s.month = this AND s.status = 'under') OR (bool_or(s.month = this AND s.status = 'no_support')
        AND bool_or(s.month = last AND s.status = 'under')));
    RETURN QUERY SELECT w.sort, w.id FROM unnest(sorts, ids) WITH ORDINALITY w (sort, id, at)
      WHERE w.id = ANY (under) ORDER BY w.at LIMIT left_over;
    left_over := left_over - COALESCE(array_length(under, 1), 0);
    EXIT WHEN left_over <= 0 OR array_length(ids, 1) < batch;
    from_sort := sorts[array_length(ids, 1)]; from_id := ids[array_length(ids, 1)];
    batch := LEAST(batch * 2, 4096);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION requirement_in_reach TO trappan_app;
