-- Was it said on a day of an occupation, or of a group that it belongs to, and decided by a second person?
CREATE FUNCTION rules_is_marked(of_concept text, of_kind text, of_day date) RETURNS boolean
STABLE SET search_path = public, pg_temp LANGUAGE sql AS $$
  WITH groups AS (SELECT l.b_id AS id FROM rules_conceptlink l WHERE l.kind = 'broader' AND l.a_id = of_concept)
  SELECT EXISTS (SELECT FROM rules_conceptmark m WHERE m.kind = of_kind AND m.decided_at IS NOT NULL
    AND m.starts_on <= of_day AND (m.ends_on IS NULL OR of_day < m.ends_on)
    AND (m.concept_id = of_concept OR m.concept_id IN (SELECT g.id FROM groups g)
      OR m.concept_id IN (SELECT l.b_id FROM rules_conceptlink l JOIN groups g ON g.id = l.a_id
        WHERE l.kind = 'broader')))
$$;

-- The first day without a mark, or with an end that waits the later of the two: until a second person has said which,
-- nothing else is said of those days.
CREATE FUNCTION rules_mark_may_last(m rules_conceptmark) RETURNS date
IMMUTABLE SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT CASE WHEN m.ends_on IS NOT NULL THEN GREATEST(m.ends_on, m.stop_on) END
$$;

-- A mark of an occupation, or of a group of them, also from a day that has passed: it waits for a second person.
CREATE FUNCTION rules_write_mark(of_concept text, of_kind text, from_day date, after_last date, of_source text)
RETURNS bigint VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE made bigint;
BEGIN
  PERFORM rules_refuse_unkept();
  LOCK TABLE rules_conceptmark IN SHARE ROW EXCLUSIVE MODE;
  IF NOT EXISTS (SELECT FROM rules_concept c WHERE c.id = of_concept AND c.kind IN ('occupation', 'group')
      AND c.ended_on IS NULL AND NOT c.is_unknown) THEN
    PERFORM rules_refuse('mark_of_an_occupation');
  END IF;
  IF after_last <= from_day THEN PERFORM rules_refuse('concept_mark_ends_later'); END IF;
  IF EXISTS (SELECT FROM rules_conceptmark m WHERE m.concept_id = of_concept AND m.kind = of_kind
      AND daterange(m.starts_on, rules_mark_may_last(m)) && daterange(from_day, after_last)) THEN
    PERFORM rules_refuse('mark_is_there');
  END IF;
  INSERT INTO rules_conceptmark (concept_id, kind, starts_on, ends_on, source, decided_at)
  VALUES (of_concept, of_kind, from_day, after_last, of_source, NULL) RETURNING id INTO made;
  RETURN made;
END $$;
GRANT EXECUTE ON FUNCTION rules_write_mark TO trappan_app;

-- Refuse a last day of a mark that does not hold, has it behind it, or would reach into another that says the same:
-- asked when the day is said, and anew when a second person agrees to it.
CREATE FUNCTION rules_refuse_stop(m rules_conceptmark, after_last date) RETURNS void
VOLATILE SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF m.decided_at IS NULL OR m.ends_on <= today() THEN PERFORM rules_refuse('mark_does_not_hold'); END IF;
  IF after_last <= today() THEN PERFORM rules_refuse('mark_ends_from_today'); END IF;
  IF after_last <= m.starts_on THEN PERFORM rules_refuse('concept_mark_ends_later'); END IF;
  IF EXISTS (SELECT FROM rules_conceptmark o WHERE o.concept_id = m.concept_id AND o.kind = m.kind AND o.id <> m.id
      AND daterange(o.starts_on, rules_mark_may_last(o)) && daterange(m.starts_on, after_last)) THEN
    PERFORM rules_refuse('mark_is_there');
  END IF;
END $$;

-- Say the last day of a mark, today or later: what two decided, two end. What was counted by it stays counted.
CREATE FUNCTION rules_stop_mark(of_mark bigint, after_last date) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE m rules_conceptmark;
BEGIN
  PERFORM rules_refuse_unkept();
  LOCK TABLE rules_conceptmark IN SHARE ROW EXCLUSIVE MODE;
  SELECT * INTO m FROM rules_conceptmark WHERE id = of_mark;
  PERFORM rules_refuse_stop(m, after_last);
  UPDATE rules_conceptmark SET stop_on = after_last, stop_by_id = current_actor() WHERE id = of_mark;
END $$;
GRANT EXECUTE ON FUNCTION rules_stop_mark TO trappan_app;

-- The second person's word on a mark, or on its end, which is tried as on the day when it was said. Not accepted, it is
-- gone, since nothing was counted by it; so may whoever wrote it take it back.
CREATE FUNCTION rules_decide_mark(of_mark bigint, accepts boolean) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE m rules_conceptmark; by_first bigint;
BEGIN
  LOCK TABLE rules_conceptmark IN SHARE ROW EXCLUSIVE MODE;
  SELECT * INTO m FROM rules_conceptmark WHERE id = of_mark;
  IF m.id IS NULL OR (m.decided_at IS NOT NULL AND m.stop_on IS NULL) THEN
    PERFORM rules_refuse('rules_wait_no_longer');
  END IF;
  by_first := CASE WHEN m.decided_at IS NULL THEN m.author_id ELSE m.stop_by_id END;
  IF rules_is_second(by_first) IS NOT TRUE AND (accepts OR by_first IS DISTINCT FROM current_actor()) THEN
    PERFORM rules_refuse('rules_by_a_second');
  END IF;
  IF m.decided_at IS NOT NULL THEN
    IF accepts THEN PERFORM rules_refuse_stop(m, m.stop_on); END IF;
    UPDATE rules_conceptmark SET ends_on = CASE WHEN accepts THEN stop_on ELSE ends_on END, stop_on = NULL,
      stop_by_id = NULL WHERE id = of_mark;
  ELSIF accepts THEN
    UPDATE rules_conceptmark SET decided_by_id = current_actor(), decided_at = clock() WHERE id = of_mark;
  ELSE
    DELETE FROM rules_conceptmark WHERE id = of_mark;
  END IF;
END $$;
GRANT EXECUTE ON FUNCTION rules_decide_mark TO trappan_app;
