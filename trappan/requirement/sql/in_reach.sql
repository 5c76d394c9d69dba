-- Those under the requirement among the people in reach, in Swedish order from a place on, or back from it:
-- a list of them that is as quick for a hundred thousand in reach. Runs as its reader: grants and months are
-- those that the policies show, and who comes under the requirement is told by requirement_standings.
--   A month that is not reported yet ends nothing: then the month before it counts.
CREATE FUNCTION requirement_in_reach(from_sort text, from_id bigint, backwards boolean, at_most int)
RETURNS TABLE (sort text, person_id bigint) STABLE SET enable_sort = off SET enable_bitmapscan = off
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  mine bigint := secrecy_unit_for('requirement'); me bigint := secrecy_member_for('requirement');
  this date := date_trunc('month', today())::date; last date := (this - interval '1 month')::date;
  batch int := LEAST(16 * at_most, 1024); left_over int := at_most; walked int;
  ids bigint[]; sorts text[]; under bigint[];
  -- So many grants in the order of names, by the index alone; of the unit's people only those with support
  -- in one of the months are looked at, of those held by name all (a head may not read the months).
  ask text := format($q$
    WITH walked AS MATERIALIZED (SELECT u.sort, u.person_id, u.by_name FROM (
        (SELECT g.sort, g.person_id, false AS by_name FROM people_grant g
          WHERE g.unit_id = $1 AND (g.sort, g.person_id) %1$s ($3, $4)
          ORDER BY g.sort %2$s, g.person_id %2$s LIMIT $5)
        UNION ALL
        (SELECT g.sort, g.person_id, true FROM people_grant g
          WHERE g.membership_id = $2 AND (g.sort, g.person_id) %1$s ($3, $4)
          ORDER BY g.sort %2$s, g.person_id %2$s LIMIT $5)) u
      ORDER BY u.sort %2$s, u.person_id %2$s LIMIT $5
    ), people AS (SELECT w.sort, w.person_id, bool_or(w.by_name) AS by_name FROM walked w GROUP BY w.sort, w.person_id
    ), looked_at AS (SELECT p.sort, p.person_id FROM people p WHERE p.by_name OR EXISTS (
        SELECT FROM assistance_supportmonth m WHERE m.person_id = p.person_id AND m.month = ANY ($6)))
    SELECT (SELECT array_agg(l.person_id ORDER BY l.sort %2$s, l.person_id %2$s) FROM looked_at l),
      (SELECT array_agg(l.sort ORDER BY l.sort %2$s, l.person_id %2$s) FROM looked_at l),
      (SELECT count(*) FROM walked), end_of.sort, end_of.person_id
    FROM (SELECT w.sort, w.person_id FROM walked w ORDER BY w.sort %3$s, w.person_id %3$s LIMIT 1) end_of
    $q$, CASE WHEN backwards THEN '<' ELSE '>' END, CASE WHEN backwards THEN 'DESC' ELSE 'ASC' END,
    CASE WHEN backwards THEN 'ASC' ELSE 'DESC' END);
BEGIN
  LOOP
    EXECUTE ask INTO ids, sorts, walked, from_sort, from_id
      USING mine, me, from_sort, from_id, batch, ARRAY[this, last];
    EXIT WHEN walked IS NULL;
    under := ARRAY(SELECT s.person_id FROM requirement_standings(ids, last, this) s GROUP BY s.person_id
      HAVING bool_or(s.month = this AND s.status = 'under') OR (bool_or(s.month = this AND s.status = 'no_support')
        AND bool_or(s.month = last AND s.status = 'under')));
    RETURN QUERY SELECT w.sort, w.id FROM unnest(sorts, ids) WITH ORDINALITY w (sort, id, at)
      WHERE w.id = ANY (under) ORDER BY w.at LIMIT left_over;
    left_over := left_over - COALESCE(array_length(under, 1), 0);
    EXIT WHEN left_over <= 0 OR walked < batch;
    batch := LEAST(batch * 2, 8192);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION requirement_in_reach TO trappan_app;
