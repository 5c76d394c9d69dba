-- Keep what a run was reckoned of, without whom, in the transaction that made it: the latest of its municipality alone,
-- and none (NULL) of a run that is too large to be asked.
CREATE FUNCTION matching_keep_town(of_run bigint, of_facts jsonb) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  DELETE FROM matching_allocationtown t USING matching_allocationrun r, matching_allocationrun later
  WHERE t.run_id = r.id AND later.id = of_run AND r.organisation_id = later.organisation_id AND r.id < later.id;
  INSERT INTO matching_allocationtown (run_id, activities, facts)
  SELECT r.id, ARRAY(SELECT (a -> 0)::bigint FROM jsonb_array_elements(of_facts -> 'activities') a), of_facts
  FROM matching_allocationrun r WHERE r.id = of_run AND r.made_at IS NOT NULL AND of_facts IS NOT NULL
$$;
GRANT EXECUTE ON FUNCTION matching_keep_town TO trappan_allocation;

CREATE TRIGGER ring AFTER INSERT ON matching_allocationquestion
  FOR EACH ROW EXECUTE FUNCTION worker_ring('matching.what_if');

-- Asked is of the latest run, of a week to come, about what is open on its Monday and was reckoned with.
CREATE FUNCTION matching_refuse_question() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE monday date; among bigint[];
BEGIN
  SELECT r.monday, t.activities INTO monday, among FROM matching_allocationrun r
    JOIN matching_allocationtown t ON t.run_id = r.id WHERE r.id = NEW.run_id AND r.monday > today();
  IF NOT FOUND THEN
    RAISE EXCEPTION 'gone' USING ERRCODE = 'check_violation', CONSTRAINT = 'question_of_a_run_that_stands';
  END IF;
  IF NEW.activity_id IS NOT NULL AND (NEW.activity_id <> ALL (among) OR NOT EXISTS (SELECT FROM activities_activity a
      WHERE a.id = NEW.activity_id AND COALESCE(a.ends_on, 'infinity') > monday)) THEN
    RAISE EXCEPTION 'activity' USING ERRCODE = 'check_violation', CONSTRAINT = 'question_of_an_open_activity';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refuse_question BEFORE INSERT ON matching_allocationquestion FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION matching_refuse_question();

-- The questions that nobody has answered, the oldest first.
CREATE FUNCTION matching_questions_waiting() RETURNS SETOF bigint
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT q.id FROM matching_allocationquestion q WHERE q.answered_at IS NULL ORDER BY q.id
$$;
GRANT EXECUTE ON FUNCTION matching_questions_waiting TO trappan_nightly;

-- A question with what it is answered from, held until it is answered; without facts where a newer run stands. Nothing
-- where it is answered, or somebody holds it.
CREATE FUNCTION matching_take_question(question bigint)
RETURNS TABLE (change text, activity_id bigint, places int, facts jsonb)
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT q.change, q.activity_id, q.places, t.facts FROM matching_allocationquestion q
  LEFT JOIN matching_allocationtown t ON t.run_id = q.run_id
  WHERE q.id = question AND q.answered_at IS NULL FOR UPDATE OF q SKIP LOCKED
$$;
GRANT EXECUTE ON FUNCTION matching_take_question TO trappan_allocation;

CREATE FUNCTION matching_answer_question(question bigint, said jsonb) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  UPDATE matching_allocationquestion SET answered_at = clock(), answer = said
  WHERE id = question AND answered_at IS NULL
$$;
GRANT EXECUTE ON FUNCTION matching_answer_question TO trappan_allocation;

-- Erase what was asked so many days ago as the rules say, and what runs of weeks that have begun were reckoned of.
CREATE FUNCTION matching_forget_questions() RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  DELETE FROM matching_allocationquestion q
  WHERE stockholm_day(q.at) <= today() - rule('allocation_question_days', today())::int;
  DELETE FROM matching_allocationtown t USING matching_allocationrun r WHERE r.id = t.run_id AND r.monday <= today()
$$;
GRANT EXECUTE ON FUNCTION matching_forget_questions TO trappan_nightly;
