-- May a cell be told? Where the disclosure control says so; and of those who left a year ago only as a total, and where
-- as many were told to have left, in the month after their last with support: else the one number would tell the other,
-- held back or put right since.
CREATE FUNCTION insight_is_told(c insight_cell) RETURNS boolean
STABLE SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT c.shown AND (c.indicator NOT IN ('stayed_away_6', 'stayed_away_12') OR c.by = '{}' AND EXISTS (
    SELECT FROM insight_cell e WHERE e.indicator = 'ended' AND e.period = 'month' AND e.by = c.by AND e.part = c.part
      AND e.month = (c.month - interval '11 months')::date AND e.shown AND e.numerator = c.denominator))
$$;

-- The cells of indicators in some months by one breakdown, as they may be told: what may not be stands there without
-- its numbers. A cell is told where the disclosure control has gone over the year as one and said so (telling.py);
-- before that there is none. `cutoff` says up to when the sources were read that it was told of, and `corrected` that
-- its month stands as it was told though they say otherwise by now. What is told by week (weeks.py) has names of its
-- own, and the week's Monday where the others have the month.
CREATE FUNCTION insight_tellable(indicators text[], of_by text[], first date, last date)
RETURNS TABLE (indicator text, month date, part text[], value float8, numerator float8, denominator float8,
  shown boolean, cutoff timestamptz, corrected boolean)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT c.indicator::text, c.month, c.part::text[], CASE WHEN x.told THEN c.value END,
    CASE WHEN x.told THEN c.numerator END, CASE WHEN x.told THEN c.denominator END, x.told, b.cutoff, c.corrected
  FROM insight_cell c JOIN insight_build b ON b.id = c.build_id CROSS JOIN LATERAL (SELECT insight_is_told(c) AS told) x
  WHERE c.indicator = ANY (indicators) AND c.period IN ('month', 'week') AND c.by = of_by::varchar[]
    AND c.month >= first AND c.month <= last
  ORDER BY c.month, c.part
$$;
GRANT EXECUTE ON FUNCTION insight_tellable TO trappan_figures;

-- May I read figures? Those who read goals, and those who work with people and are counted by what they do. Cells do
-- not say whose they are: where this house serves several municipalities, nobody may.
CREATE FUNCTION insight_sees_figures() RETURNS boolean
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT (insight_sees() OR insight_works()) AND NOT EXISTS (
    SELECT FROM unnest(staff_served()) o WHERE o <> ALL (staff_own()))
$$;
GRANT EXECUTE ON FUNCTION insight_sees_figures TO trappan_app;

-- The same, as told to whoever acts.
CREATE FUNCTION insight_read(indicators text[], of_by text[], first date, last date)
RETURNS TABLE (indicator text, month date, part text[], value float8, numerator float8, denominator float8,
  shown boolean, cutoff timestamptz, corrected boolean)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT t.* FROM insight_tellable(indicators, of_by, first, last) t WHERE (SELECT insight_sees_figures())
$$;
GRANT EXECUTE ON FUNCTION insight_read TO trappan_app;

-- The days that charts are marked with, for whoever draws them.
CREATE FUNCTION insight_days() RETURNS TABLE (day date, kind text, name text)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT l.day, l.kind::text, l.name::text FROM initiatives_landmark l WHERE l.taken_out_on IS NULL
  ORDER BY l.day, l.id
$$;
GRANT EXECUTE ON FUNCTION insight_days TO trappan_figures;

-- The latest month that is over, for whoever draws.
CREATE FUNCTION insight_last_month() RETURNS date
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT (date_trunc('month', today()) - interval '1 month')::date
$$;
GRANT EXECUTE ON FUNCTION insight_last_month TO trappan_figures;
