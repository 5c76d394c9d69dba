-- What colleagues are asked of a year: the codes in force on the day on which the asking begins, however they change.
CREATE FUNCTION insight_questions_of(of_year int) RETURNS text[]
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT array_agg(DISTINCT c.code::text ORDER BY c.code::text) FROM rules_code c
  WHERE c.table = 'staff_question' AND c.valid_from <= make_date(of_year, 10, 1)
    AND (c.valid_to IS NULL OR c.valid_to > make_date(of_year, 10, 1))
$$;

-- The year whose question is asked now, in October and November; NULL the rest of the year. Nothing is told of it
-- before December: who looked before and after a colleague answered would know the answer.
CREATE FUNCTION insight_asking_year() RETURNS int
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT extract(year FROM today())::int WHERE extract(month FROM today()) IN (10, 11)
    AND insight_questions_of(extract(year FROM today())::int) IS NOT NULL
$$;

-- Am I asked, and what have I done about it? Everybody who works here is, once a year whatever the memberships; a
-- member of the board is not. Nothing where nobody acts.
CREATE FUNCTION insight_my_question() RETURNS TABLE (year int, answered boolean, put_off_until date)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT y.year, COALESCE(a.answered, false), a.put_off_until FROM insight_asking_year() AS y (year)
  LEFT JOIN insight_staffasked a ON a.year = y.year AND a.colleague_id = current_colleague()
  WHERE y.year IS NOT NULL AND secrecy_role() <> 'board_reader'
$$;
GRANT EXECUTE ON FUNCTION insight_my_question TO trappan_app;

-- Answer, once. Who has answered is written apart from what: the grades are added to the unit's, and every row of the
-- unit's year is written anew, in the order of the codes, whatever the grades are. So no order of rows, no number and
-- no transaction's mark ties a grade to anybody, but where one alone has answered.
CREATE FUNCTION insight_say_how_it_goes(questions text[], grades int[]) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE
  of_year int := (SELECT q.year FROM insight_my_question() q);
BEGIN
  IF of_year IS NULL THEN
    RAISE EXCEPTION 'not asked' USING ERRCODE = 'check_violation', CONSTRAINT = 'asked_in_autumn';
  END IF;
  IF (SELECT array_agg(q ORDER BY q) FROM unnest(questions) q) IS DISTINCT FROM insight_questions_of(of_year)
      OR cardinality(grades) IS DISTINCT FROM cardinality(questions)
      OR EXISTS (SELECT FROM unnest(grades) g WHERE g IS NULL OR g NOT BETWEEN 1 AND 5) THEN
    RAISE EXCEPTION 'not all' USING ERRCODE = 'check_violation', CONSTRAINT = 'every_question_has_a_grade';
  END IF;
  INSERT INTO insight_staffasked AS a (year, colleague_id, answered) VALUES (of_year, current_colleague(), true)
  ON CONFLICT (year, colleague_id) DO UPDATE SET answered = true, put_off_until = NULL WHERE NOT a.answered;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'answered' USING ERRCODE = 'check_violation', CONSTRAINT = 'answered_once';
  END IF;
  INSERT INTO insight_stafftally AS t (year, unit_id, question, answers, total)
  SELECT of_year, current_unit(), x.question, 1, x.grade FROM unnest(questions, grades) x (question, grade)
  ORDER BY x.question
  ON CONFLICT (year, unit_id, question) DO UPDATE SET answers = t.answers + 1, total = t.total + excluded.total;
END $$;
GRANT EXECUTE ON FUNCTION insight_say_how_it_goes TO trappan_app;

-- Put it off for two weeks.
CREATE FUNCTION insight_put_off_question() RETURNS date
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE
  of_year int := (SELECT q.year FROM insight_my_question() q);
BEGIN
  IF of_year IS NULL THEN
    RAISE EXCEPTION 'not asked' USING ERRCODE = 'check_violation', CONSTRAINT = 'asked_in_autumn';
  END IF;
  INSERT INTO insight_staffasked AS a (year, colleague_id, answered, put_off_until)
  VALUES (of_year, current_colleague(), false, today() + 14)
  ON CONFLICT (year, colleague_id) DO UPDATE SET put_off_until = excluded.put_off_until WHERE NOT a.answered;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'answered' USING ERRCODE = 'check_violation', CONSTRAINT = 'answered_once';
  END IF;
  RETURN today() + 14;
END $$;
GRANT EXECUTE ON FUNCTION insight_put_off_question TO trappan_app;

-- How the work goes, of years whose asking is over: the own organisation, and of its units the own; each of them to
-- those who lead. `grade` is in halves, so that not even the highest says that all answered alike. Told of five
-- answers or more; and where the units that are held back have fewer than five between them, so is the next one, else
-- the whole would tell of them. What is held back has neither number, whatever the reason.
CREATE FUNCTION insight_how_it_goes() RETURNS TABLE (year int, unit_id bigint, unit text, question text, answers int,
  grade numeric)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  WITH sums AS (
    SELECT t.year, t.unit_id, t.question, t.answers, t.total,
      sum(t.answers) OVER (PARTITION BY t.year, t.question) AS in_all,
      sum(t.total) OVER (PARTITION BY t.year, t.question) AS of_all,
      sum(t.answers) OVER (PARTITION BY t.year, t.question ORDER BY t.answers, t.unit_id) - t.answers AS of_smaller
    FROM insight_stafftally t JOIN staff_unit u ON u.id = t.unit_id
    WHERE u.organisation_id = ANY (staff_own()) AND make_date(t.year, 12, 1) <= today())
  SELECT s.year::int, NULL, NULL, s.question::text, CASE WHEN s.in_all >= 5 THEN s.in_all END::int,
    CASE WHEN s.in_all >= 5 THEN round(2 * s.of_all::numeric / s.in_all) / 2 END
  FROM (SELECT DISTINCT s.year, s.question, s.in_all, s.of_all FROM sums s) s
  UNION ALL
  SELECT s.year::int, u.id, u.name::text, s.question::text, CASE WHEN x.told THEN s.answers END,
    CASE WHEN x.told THEN round(2 * s.total::numeric / s.answers) / 2 END
  FROM sums s JOIN staff_unit u ON u.id = s.unit_id
  CROSS JOIN LATERAL (SELECT s.answers >= 5 AND (s.of_smaller = 0 OR s.of_smaller >= 5) AS told) x
  WHERE s.unit_id = current_unit() OR secrecy_role() IN ('director', 'controller')
  ORDER BY 1 DESC, 3 NULLS FIRST, 2, 4
$$;
GRANT EXECUTE ON FUNCTION insight_how_it_goes TO trappan_app;
