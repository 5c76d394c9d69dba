-- A question rings for the worker.
CREATE TRIGGER ring AFTER INSERT ON insight_whatif FOR EACH ROW EXECUTE FUNCTION worker_ring('insight.answer');

-- A month that became another rings for the forecast, which is made when no other waits to be built.
CREATE TRIGGER ring AFTER INSERT ON insight_build FOR EACH ROW WHEN (NEW.added + NEW.removed > 0)
  EXECUTE FUNCTION worker_ring('insight.forecast');

-- Whose figures they are: the only municipality's in this house. Where it serves several, nobody can tell.
CREATE FUNCTION insight_only_municipality() RETURNS bigint
STABLE SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT min(o) FROM unnest(staff_served()) o HAVING count(*) = 1
$$;

-- The last month that is over and has support, and the last building that changed anything, where its forecast is not
-- made from that; nothing while a month waits to be built, or a year to be told (what has been is told of cells), or
-- where nobody could read it.
CREATE FUNCTION insight_to_forecast() RETURNS TABLE (month date, build bigint)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT l.month, l.build FROM (SELECT (SELECT max(s.month) FROM assistance_supportmonth s
      WHERE s.month < date_trunc('month', today())) AS month,
    (SELECT max(b.id) FROM insight_build b WHERE b.added + b.removed > 0) AS build) l
  WHERE l.month IS NOT NULL AND l.build IS NOT NULL AND insight_only_municipality() IS NOT NULL
    AND NOT EXISTS (SELECT FROM insight_buildorder o WHERE o.done_at IS NULL)
    AND NOT EXISTS (SELECT FROM insight_tellorder t WHERE t.done_at IS NULL)
    AND EXISTS (SELECT FROM insight_cell c WHERE c.month = l.month AND c.period = 'month')
    AND NOT EXISTS (SELECT FROM insight_outlook f WHERE f.month = l.month AND f.build = l.build)
$$;
GRANT EXECUTE ON FUNCTION insight_to_forecast TO trappan_nightly;

-- The day it is, to whoever reckons.
CREATE FUNCTION insight_day() RETURNS date STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT today()
$$;
GRANT EXECUTE ON FUNCTION insight_day TO trappan_nightly;

-- How many consultants there are today: what a plan takes.
CREATE FUNCTION insight_consultants() RETURNS int
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT count(DISTINCT m.colleague_id)::int FROM staff_membership m
  WHERE m.role = 'consultant' AND m.starts_on <= today() AND (m.ends_on IS NULL OR m.ends_on > today())
$$;
GRANT EXECUTE ON FUNCTION insight_consultants TO trappan_nightly;

-- Keep a month's forecast, in place of an older one of the same month.
CREATE FUNCTION insight_keep_outlook(of_month date, of_build bigint, as_told jsonb, drawn jsonb, of_flow jsonb)
RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  INSERT INTO insight_outlook (municipality_id, month, build, told, pictures, flow)
  SELECT o.id, of_month, of_build, as_told, drawn, of_flow FROM insight_only_municipality() o (id)
  WHERE o.id IS NOT NULL
  ON CONFLICT (month) DO UPDATE SET made_at = clock(), build = EXCLUDED.build, told = EXCLUDED.told,
    pictures = EXCLUDED.pictures, flow = EXCLUDED.flow
$$;
GRANT EXECUTE ON FUNCTION insight_keep_outlook TO trappan_nightly;

-- The questions that nobody has answered, the oldest first.
CREATE FUNCTION insight_unanswered() RETURNS SETOF bigint
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT w.id FROM insight_whatif w WHERE w.answered_at IS NULL ORDER BY w.id
$$;
GRANT EXECUTE ON FUNCTION insight_unanswered TO trappan_nightly;

-- A question with what it is answered from, held until it is answered; nothing where it is, or somebody holds it.
CREATE FUNCTION insight_take_question(question bigint)
RETURNS TABLE (places jsonb, consultants int, inflow int, told jsonb, flow jsonb)
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT w.places, w.consultants, w.inflow, o.told, o.flow FROM insight_whatif w JOIN insight_outlook o
    ON o.id = w.outlook_id WHERE w.id = question AND w.answered_at IS NULL FOR UPDATE OF w SKIP LOCKED
$$;
GRANT EXECUTE ON FUNCTION insight_take_question TO trappan_nightly;

CREATE FUNCTION insight_answer(question bigint, said jsonb, drawn jsonb) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  UPDATE insight_whatif SET answered_at = clock(), answer = said, pictures = drawn
  WHERE id = question AND answered_at IS NULL
$$;
GRANT EXECUTE ON FUNCTION insight_answer TO trappan_nightly;
