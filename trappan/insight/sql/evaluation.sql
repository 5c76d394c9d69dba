-- A month that became another rings for the evaluation, which is made when no other waits to be built.
CREATE TRIGGER evaluation_ring AFTER INSERT ON insight_build FOR EACH ROW WHEN (NEW.added + NEW.removed > 0)
  EXECUTE FUNCTION worker_ring('insight.evaluate');

-- The last half-year of which four months more are over, since why somebody left is known up to four months later.
CREATE FUNCTION insight_followed_to() RETURNS date
STABLE SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT CASE WHEN extract(month FROM m.last) = 12 THEN m.last
    WHEN extract(month FROM m.last) >= 6 THEN make_date(extract(year FROM m.last)::int, 6, 1)
    ELSE make_date(extract(year FROM m.last)::int - 1, 12, 1) END
  FROM (SELECT (date_trunc('month', today()) - interval '5 months')::date AS last) m
$$;

-- That half-year's last month and the last building that changed any month up to it, where its evaluation is not made
-- from that; nothing while a month waits to be built, where nobody has begun, or where nobody could read it.
CREATE FUNCTION insight_to_evaluate() RETURNS TABLE (month date, build bigint)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT l.month, l.build FROM (SELECT f.month, (SELECT max(b.id) FROM insight_build b
      WHERE b.added + b.removed > 0 AND b.month <= f.month) AS build
    FROM insight_followed_to() f (month)) l
  WHERE l.build IS NOT NULL AND insight_only_municipality() IS NOT NULL
    AND NOT EXISTS (SELECT FROM insight_buildorder o WHERE o.done_at IS NULL)
    AND EXISTS (SELECT FROM insight_placementmonth p WHERE p.has_started AND p.month <= l.month)
    AND NOT EXISTS (SELECT FROM insight_evaluation e WHERE e.month = l.month AND e.build = l.build)
$$;
GRANT EXECUTE ON FUNCTION insight_to_evaluate TO trappan_nightly;

-- What is told by now and the counts behind, by which it stands.
CREATE FUNCTION insight_evaluated() RETURNS TABLE (told jsonb, counted jsonb)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT e.told, e.counted FROM insight_evaluation e ORDER BY e.month DESC LIMIT 1
$$;
GRANT EXECUTE ON FUNCTION insight_evaluated TO trappan_nightly;

-- Keep a half-year's evaluation, in place of an older one of the same half-year.
CREATE FUNCTION insight_keep_evaluation(of_month date, of_build bigint, as_told jsonb, drawn jsonb, as_counted jsonb)
RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  INSERT INTO insight_evaluation (municipality_id, month, build, told, pictures, counted)
  SELECT o.id, of_month, of_build, as_told, drawn, as_counted FROM insight_only_municipality() o (id)
  WHERE o.id IS NOT NULL
  ON CONFLICT (month) DO UPDATE SET made_at = clock(), build = EXCLUDED.build, told = EXCLUDED.told,
    pictures = EXCLUDED.pictures, counted = EXCLUDED.counted
$$;
GRANT EXECUTE ON FUNCTION insight_keep_evaluation TO trappan_nightly;
