-- The cells of indicators in some months by one breakdown, as they may be told: what may not be stands there without
-- its numbers. Where nobody has gone over the month's latest building as one (insight_disclosure), nothing is told but
-- totals of five and more, of shares only those whose both parts are, and no breakdown has parts. `cutoff` says up to
-- when that building read.
CREATE FUNCTION insight_tellable(indicators text[], of_by text[], first date, last date)
RETURNS TABLE (indicator text, month date, part text[], value float8, numerator float8, denominator float8,
  shown boolean, cutoff timestamptz)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  WITH built AS MATERIALIZED (
    SELECT DISTINCT ON (b.month) b.month, b.cutoff,
      EXISTS (SELECT FROM insight_disclosure d WHERE d.build_id = b.id) AS gone_over FROM insight_build b
    WHERE b.month >= first AND b.month <= last ORDER BY b.month, b.id DESC
  ), told AS (
    SELECT c.*, b.cutoff, c.shown AND (b.gone_over OR (c.numerator >= 5
      AND (c.denominator IS NULL OR c.denominator - c.numerator >= 5))) IS TRUE AS may
    FROM insight_cell c JOIN built b ON b.month = c.month
    WHERE c.indicator = ANY (indicators) AND c.by = of_by::varchar[] AND c.month >= first AND c.month <= last
      AND (of_by = '{}' OR b.gone_over)
  )
  SELECT t.indicator::text, t.month, t.part::text[], CASE WHEN t.may THEN t.value END,
    CASE WHEN t.may THEN t.numerator END, CASE WHEN t.may THEN t.denominator END, t.may, t.cutoff
  FROM told t ORDER BY t.month, t.part
$$;
GRANT EXECUTE ON FUNCTION insight_tellable TO trappan_figures;

-- May I read figures? Cells do not say whose they are: where this house serves several municipalities, nobody may.
CREATE FUNCTION insight_sees_figures() RETURNS boolean
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT insight_sees() AND NOT EXISTS (
    SELECT FROM staff_organisation o WHERE o.kind = 'municipality' AND o.id <> ALL (staff_own()))
$$;
GRANT EXECUTE ON FUNCTION insight_sees_figures TO trappan_app;

-- The same, as told to whoever acts.
CREATE FUNCTION insight_told(indicators text[], of_by text[], first date, last date)
RETURNS TABLE (indicator text, month date, part text[], value float8, numerator float8, denominator float8,
  shown boolean, cutoff timestamptz)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT t.* FROM insight_tellable(indicators, of_by, first, last) t WHERE (SELECT insight_sees_figures())
$$;
GRANT EXECUTE ON FUNCTION insight_told TO trappan_app;

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
