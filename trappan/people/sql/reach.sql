-- People in reach of whoever asks, in Swedish order behind a place, or before it: the policies on grants decide which
-- of them count. Each branch walks one index in order and stops when the page is full. Sorting is off: the planner
-- thinks that a unit holds few people, and would gather all of a large one's to sort them. Written out for either way:
-- put together as a text it would be planned anew for each page.
CREATE FUNCTION people_walk(from_sort text, from_id bigint, backwards boolean, at_most int)
RETURNS TABLE (sort text, person_id bigint) STABLE SET enable_sort = off SET enable_bitmapscan = off
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE mine bigint := current_unit(); me bigint := current_actor(); moment timestamptz := clock();
BEGIN
  IF backwards THEN
    RETURN QUERY SELECT DISTINCT f.sort, f.person_id FROM (
      (SELECT DISTINCT g.sort, g.person_id FROM people_grant g
        WHERE g.unit_id = mine AND (g.sort, g.person_id) < (from_sort, from_id)
          AND g.starts_at <= moment AND (g.ends_at IS NULL OR moment < g.ends_at)
        ORDER BY g.sort DESC, g.person_id DESC LIMIT at_most)
      UNION ALL
      (SELECT DISTINCT g.sort, g.person_id FROM people_grant g
        WHERE g.membership_id = me AND (g.sort, g.person_id) < (from_sort, from_id)
          AND g.starts_at <= moment AND (g.ends_at IS NULL OR moment < g.ends_at)
        ORDER BY g.sort DESC, g.person_id DESC LIMIT at_most)) f
    ORDER BY f.sort DESC, f.person_id DESC LIMIT at_most;
  ELSE
    RETURN QUERY SELECT DISTINCT f.sort, f.person_id FROM (
      (SELECT DISTINCT g.sort, g.person_id FROM people_grant g
        WHERE g.unit_id = mine AND (g.sort, g.person_id) > (from_sort, from_id)
          AND g.starts_at <= moment AND (g.ends_at IS NULL OR moment < g.ends_at)
        ORDER BY g.sort, g.person_id LIMIT at_most)
      UNION ALL
      (SELECT DISTINCT g.sort, g.person_id FROM people_grant g
        WHERE g.membership_id = me AND (g.sort, g.person_id) > (from_sort, from_id)
          AND g.starts_at <= moment AND (g.ends_at IS NULL OR moment < g.ends_at)
        ORDER BY g.sort, g.person_id LIMIT at_most)) f
    ORDER BY f.sort, f.person_id LIMIT at_most;
  END IF;
END $$;
GRANT EXECUTE ON FUNCTION people_walk TO trappan_app;
