-- The staircase of the municipality, with where the person stands, as staff assess it and as the person does. Only the
-- latest of each: what went down and up again is not held up to anybody. A guardian does not read the own view. A
-- step of another frame is the one it stands for.
CREATE FUNCTION portal_steps()
RETURNS TABLE (number int, name text, signs text[], stands boolean, since date, rated boolean, rated_on date,
  is_example boolean)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE me bigint := portal_whose('steps');
BEGIN
  RETURN QUERY
  WITH latest AS (SELECT DISTINCT ON (v.rated_by) v.rated_by, v.day, COALESCE(s.maps_to_id, s.id) AS step
    FROM plans_stepmove v JOIN plans_ladderstep s ON s.id = v.step_id
    WHERE v.person_id = me AND NOT v.corrected
      AND (v.rated_by = 'staff' OR portal_voice() = '') ORDER BY v.rated_by, v.day DESC, v.id DESC)
  SELECT s.number::int, s.name::text, s.signs::text[], a.step IS NOT NULL, a.day, o.step IS NOT NULL, o.day,
    l.is_example
  FROM plans_ladder l JOIN plans_ladderstep s ON s.ladder_id = l.id
  LEFT JOIN latest a ON a.rated_by = 'staff' AND a.step = s.id
  LEFT JOIN latest o ON o.rated_by = 'participant' AND o.step = s.id
  WHERE l.is_main ORDER BY s.number;
END $$;
GRANT EXECUTE ON FUNCTION portal_steps TO trappan_own;

-- The signs of steps that somebody has seen, in the frame's own words, each with the latest day and where. What
-- colleagues wrote beside is not told here: a PIN opens no free text about anybody.
CREATE FUNCTION portal_signs() RETURNS TABLE (sign text, day date, place text)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE me bigint := portal_whose('steps');
BEGIN
  RETURN QUERY SELECT f.sign, f.day, f.place FROM (
    SELECT DISTINCT ON (o.sign) o.sign::text, o.day, u.name::text AS place, o.id
    FROM plans_observation o JOIN staff_unit u ON u.id = o.unit_id
    WHERE o.person_id = me AND o.sign <> '' ORDER BY o.sign, o.day DESC, o.id DESC) f
  ORDER BY f.day DESC, f.id DESC;
END $$;
GRANT EXECUTE ON FUNCTION portal_signs TO trappan_own;
