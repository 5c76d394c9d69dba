-- Cases of a unit that ended so that one of these figures counts them, on the days from `first` up to `until`, by the
-- spine as it stands: of somebody who ended twice in a month the later one, as the spine has it. A case that ended is
-- closed on that day, so that the unit's cases of other years are not walked. Nobody's to call.
CREATE FUNCTION insight_ended_in(of_unit bigint, indicators text[], first date, until date)
RETURNS TABLE (indicator text, person_id bigint, month date, day date, number text, responsible text, reason text,
  held boolean)
STABLE SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT i.name, e.person_id, m.month, e.day, k.number::text, COALESCE(o.given_name || ' ' || o.family_name, ''),
    e.reason::text, e.held
  FROM cases_case k JOIN outcomes_exit e ON e.case_id = k.id AND e.reopened_on IS NULL
  JOIN insight_personmonthkey y ON y.person_id = e.person_id
  JOIN insight_personmonth m ON m.pseudonym = y.pseudonym AND m.month = date_trunc('month', e.day)::date
    AND m.exit_reason = e.reason
  JOIN unnest(indicators) i (name) ON insight_counted(m, i.name, false)
  LEFT JOIN staff_membership b ON b.id = k.responsible_id LEFT JOIN staff_colleague o ON o.id = b.colleague_id
  WHERE k.unit_id = of_unit AND k.closed_on >= first AND k.closed_on < until AND e.day >= first AND e.day < until
    AND NOT EXISTS (SELECT FROM outcomes_exit l WHERE l.person_id = e.person_id AND l.reopened_on IS NULL
      AND l.day < (m.month + interval '1 month')::date AND (l.day, l.id) > (e.day, e.id))
$$;

-- Cases of a unit that were opened or closed on these days, and that one of these figures counts by the spine as it
-- stands: what was written after the night comes with the next. `case_id` only while the case is open: of a closed one
-- a head has nothing to do. One that was reopened is not closed. Nobody's to call.
CREATE FUNCTION insight_moved_in(of_unit bigint, indicators text[], first date, until date)
RETURNS TABLE (indicator text, month date, day date, number text, responsible text, reason text, held boolean,
  case_id bigint)
STABLE SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT d.name, m.month, d.day, k.number::text, COALESCE(o.given_name || ' ' || o.family_name, ''),
    CASE WHEN d.name = 'cases_closed' THEN COALESCE(e.reason, '') ELSE '' END,
    CASE WHEN d.name = 'cases_closed' THEN e.held END, CASE WHEN k.closed_on IS NULL THEN k.id END
  FROM cases_case k
  CROSS JOIN LATERAL (VALUES ('cases_opened', k.opened_on), ('cases_closed', k.closed_on)) d (name, day)
  JOIN insight_personmonthkey y ON y.person_id = k.person_id
  JOIN insight_personmonth m ON m.pseudonym = y.pseudonym AND m.month = date_trunc('month', d.day)::date
  LEFT JOIN outcomes_exit e ON e.case_id = k.id AND e.reopened_on IS NULL
  LEFT JOIN staff_membership b ON b.id = k.responsible_id LEFT JOIN staff_colleague o ON o.id = b.colleague_id
  WHERE k.unit_id = of_unit AND d.name = ANY (indicators) AND d.day >= first AND d.day < until
    AND (k.opened_on >= first AND k.opened_on < until OR k.closed_on >= first AND k.closed_on < until)
    AND insight_counted(m, d.name, false)
$$;

-- A head's own unit in figures of cases that came, went and how they ended, whole and by number: nothing is held back,
-- and nothing of another unit is told. The same rows are counted and listed; of another figure, and to anybody else,
-- none.
CREATE FUNCTION insight_own_unit(indicators text[], first date, until date)
RETURNS TABLE (indicator text, month date, day date, number text, responsible text, reason text, held boolean,
  case_id bigint)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE asked text[] := ARRAY(SELECT i.name FROM unnest(indicators) i (name)
  WHERE secrecy_role() = 'head_of_unit' AND insight_by_number(i.name, '{}'));
  ended text[] := ARRAY(SELECT i.name FROM unnest(asked) i (name)
    WHERE i.name NOT IN ('cases_opened', 'cases_closed', 'cases_open'));
BEGIN
  RETURN QUERY SELECT e.indicator, e.month, e.day, e.number, e.responsible, e.reason, e.held, NULL::bigint
    FROM insight_ended_in(current_unit(), ended, first, until) e
  UNION ALL SELECT e.indicator, e.month, e.day, e.number, e.responsible, e.reason, e.held, e.case_id
    FROM insight_moved_in(current_unit(), asked, first, until) e;
END $$;
GRANT EXECUTE ON FUNCTION insight_own_unit TO trappan_app;

-- The open cases of the head's own unit by number alone, as the night counted them: what each waits for and since when.
-- Everybody is in it, once. Who is responsible is today's, and nobody of a case that waited for a consultant; a case
-- that has been closed since, or is another unit's, is not there.
CREATE FUNCTION insight_own_cases()
RETURNS TABLE (case_id bigint, number text, responsible_id bigint, responsible text, stage text, since date)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT k.id, k.number::text, CASE WHEN m.waits_for <> 'unassigned' THEN k.responsible_id END,
    CASE WHEN m.waits_for <> 'unassigned' THEN COALESCE(o.given_name || ' ' || o.family_name, '') ELSE '' END,
    m.waits_for::text, m.waits_since
  FROM cases_case k JOIN insight_personmonthkey y ON y.person_id = k.person_id
  JOIN insight_personmonth m ON m.pseudonym = y.pseudonym AND m.month = date_trunc('month', (SELECT today()))::date
  LEFT JOIN staff_membership b ON b.id = k.responsible_id LEFT JOIN staff_colleague o ON o.id = b.colleague_id
  WHERE (SELECT secrecy_role()) = 'head_of_unit' AND k.unit_id = current_unit() AND k.closed_on IS NULL
    AND insight_by_number('cases_open', '{}') AND insight_counted(m, 'cases_open', false)
$$;
GRANT EXECUTE ON FUNCTION insight_own_cases TO trappan_app;

-- Which of these months are built, and up to when the sources were read: what is counted of a month that is not built
-- is not none, but not known.
CREATE FUNCTION insight_built_months(first date, until date) RETURNS TABLE (month date, cutoff timestamptz)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT b.month, max(b.cutoff) FROM insight_build b
  WHERE b.month >= first AND b.month < until AND (SELECT secrecy_role()) = 'head_of_unit' GROUP BY b.month
$$;
GRANT EXECUTE ON FUNCTION insight_built_months TO trappan_app;

-- The weeks of a head's own unit, whole, as the night counted them: how many should be in activity and came, and the
-- minutes that plans ask for, that stand in their weeks and that were attended. Sums and nobody's name or number; of
-- another unit, and to anybody else, none.
CREATE FUNCTION insight_own_weeks(first date, until date)
RETURNS TABLE (week date, came int, should int, attended int, planned int, target int)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT w.week, count(*) FILTER (WHERE w.should AND w.attended > 0)::int, count(*) FILTER (WHERE w.should)::int,
    COALESCE(sum(w.attended) FILTER (WHERE w.target > 0), 0)::int,
    COALESCE(sum(w.planned) FILTER (WHERE w.target > 0), 0)::int, COALESCE(sum(w.target), 0)::int
  FROM insight_personweek w
  WHERE (SELECT secrecy_role()) = 'head_of_unit' AND w.unit_id = current_unit() AND w.week >= first
    AND w.week < LEAST(until, insight_monday((SELECT today())))
  GROUP BY w.week ORDER BY w.week
$$;
GRANT EXECUTE ON FUNCTION insight_own_weeks TO trappan_app;
