-- Cases of a unit that ended so that a figure counts them, on the days from `first` up to `until`, by the spine as it
-- stands: of somebody who ended twice in a month the later one, as the spine has it. Nobody's to call.
CREATE FUNCTION insight_ended_in(of_unit bigint, of_indicator text, first date, until date)
RETURNS TABLE (person_id bigint, month date, day date, number text, responsible text, reason text, held boolean)
STABLE SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT e.person_id, m.month, e.day, k.number::text, COALESCE(o.given_name || ' ' || o.family_name, ''),
    e.reason::text, e.held
  FROM cases_case k JOIN outcomes_exit e ON e.case_id = k.id AND e.reopened_on IS NULL
  JOIN insight_personmonthkey y ON y.person_id = e.person_id
  JOIN insight_personmonth m ON m.pseudonym = y.pseudonym AND m.month = date_trunc('month', e.day)::date
    AND m.exit_reason = e.reason
  LEFT JOIN staff_membership b ON b.id = k.responsible_id LEFT JOIN staff_colleague o ON o.id = b.colleague_id
  WHERE k.unit_id = of_unit AND e.day >= first AND e.day < until AND insight_counted(m, of_indicator, false)
    AND NOT EXISTS (SELECT FROM outcomes_exit l WHERE l.person_id = e.person_id AND l.reopened_on IS NULL
      AND l.day < (m.month + interval '1 month')::date AND (l.day, l.id) > (e.day, e.id))
$$;

-- A head's own unit in figures of how cases end, whole and by number: nothing is held back, and nothing of another unit
-- is told. The same rows are counted and listed; of another figure, and to anybody else, none.
CREATE FUNCTION insight_own_unit(indicators text[], first date, until date)
RETURNS TABLE (indicator text, month date, day date, number text, responsible text, reason text, held boolean)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT i.name, e.month, e.day, e.number, e.responsible, e.reason, e.held FROM unnest(indicators) i (name)
  CROSS JOIN LATERAL insight_ended_in(current_unit(), i.name, first, until) e
  WHERE (SELECT secrecy_role()) = 'head_of_unit' AND insight_by_number(i.name, '{}')
$$;
GRANT EXECUTE ON FUNCTION insight_own_unit TO trappan_app;

-- Which of these months are built, and up to when the sources were read: what is counted of a month that is not built
-- is not none, but not known.
CREATE FUNCTION insight_built_months(first date, until date) RETURNS TABLE (month date, cutoff timestamptz)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT b.month, max(b.cutoff) FROM insight_build b
  WHERE b.month >= first AND b.month < until AND (SELECT secrecy_role()) = 'head_of_unit' GROUP BY b.month
$$;
GRANT EXECUTE ON FUNCTION insight_built_months TO trappan_app;
