-- What is told to everybody who works here: totals that may be told, and, to those of another organisation, their own
-- part where there is one: how many took part, never of how many, and nothing where that is everybody there, since
-- it would tell of each. Cells do not say whose they are: where this house serves several municipalities, nobody may.
CREATE FUNCTION insight_told_to_staff(indicators text[], of_by text[], first date, last date)
RETURNS TABLE (indicator text, month date, part text[], value float8, numerator float8, denominator float8,
  shown boolean, cutoff timestamptz, corrected boolean)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT t.indicator, t.month, t.part, CASE WHEN of_by = '{}' THEN t.value END,
    CASE WHEN x.told THEN t.numerator END, CASE WHEN of_by = '{}' THEN t.denominator END, x.told, t.cutoff, t.corrected
  FROM insight_tellable(indicators, of_by, first, last) t CROSS JOIN LATERAL (
    SELECT t.shown AND (of_by = '{}' OR t.numerator IS DISTINCT FROM t.denominator) AS told) x
  WHERE (SELECT secrecy_role() IS NOT NULL AND insight_only_municipality() IS NOT NULL)
    AND (of_by = '{}' OR (of_by = '{organiser}' AND t.part = ARRAY[(SELECT u.organisation_id::text FROM staff_unit u
      JOIN staff_organisation o ON o.id = u.organisation_id AND o.kind <> 'municipality' WHERE u.id = current_unit())]))
$$;
GRANT EXECUTE ON FUNCTION insight_told_to_staff TO trappan_app;

-- The days that are marked beside what is told to everybody.
CREATE FUNCTION insight_days_for_staff(first date, until date) RETURNS TABLE (day date, kind text, name text)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT d.* FROM insight_days() d WHERE d.day >= first AND d.day < until
    AND (SELECT secrecy_role() IS NOT NULL AND insight_only_municipality() IS NOT NULL)
$$;
GRANT EXECUTE ON FUNCTION insight_days_for_staff TO trappan_app;
