-- Everybody of the house's leadership reads it: nobody stands there by number.
ALTER TABLE insight_extract ADD CONSTRAINT extract_names_nobody CHECK (people_names_nobody(
  concat_ws(' ', reference, project, recipient, purpose, reason, withdrawn_why)));

-- May an extract's file be there and be opened? Granted, not withdrawn, its last day not over, and whoever asked for it
-- a controller still.
CREATE FUNCTION insight_extract_holds(x insight_extract) RETURNS boolean
STABLE SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT x.outcome = 'granted' AND x.withdrawn_at IS NULL AND today() < x.ends_on AND EXISTS (
    SELECT FROM staff_membership m WHERE m.id = x.author_id AND m.role = 'controller' AND staff_in_force(m))
$$;

-- The extract that I may decide or withdraw: one of my municipality, held to the end of the transaction.
CREATE FUNCTION insight_extract_of_ours(of_extract bigint) RETURNS insight_extract
VOLATILE SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE
  x insight_extract;
BEGIN
  SELECT e.* INTO x FROM insight_extract e WHERE e.id = of_extract AND e.municipality_id = ANY (staff_own())
    FOR UPDATE;
  IF x.id IS NULL OR insight_keeps() IS NOT TRUE THEN
    RAISE EXCEPTION 'not yours' USING ERRCODE = 'check_violation', CONSTRAINT = 'extract_is_not_yours';
  END IF;
  RETURN x;
END $$;

-- Decide an extract, once: the director, who is somebody else than whoever asked, in whatever membership.
CREATE FUNCTION insight_decide_extract(of_extract bigint, how text, why text) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE
  x insight_extract := insight_extract_of_ours(of_extract);
BEGIN
  IF secrecy_role() <> 'director' OR EXISTS (SELECT FROM staff_membership a JOIN staff_membership d
      ON d.colleague_id = a.colleague_id WHERE a.id = x.author_id AND d.id = current_actor()) THEN
    RAISE EXCEPTION 'another' USING ERRCODE = 'check_violation', CONSTRAINT = 'extract_is_anothers_to_decide';
  END IF;
  IF x.outcome <> '' THEN
    RAISE EXCEPTION 'decided' USING ERRCODE = 'check_violation', CONSTRAINT = 'extract_is_decided_once';
  END IF;
  IF how = 'granted' AND today() >= x.ends_on THEN
    RAISE EXCEPTION 'over' USING ERRCODE = 'check_violation', CONSTRAINT = 'extract_is_over';
  END IF;
  UPDATE insight_extract SET outcome = how, reason = why, decided_by_id = current_actor(), decided_at = clock()
  WHERE id = x.id;
END $$;
GRANT EXECUTE ON FUNCTION insight_decide_extract TO trappan_app;

-- Withdraw what was granted: from then on nobody opens the file, and the worker takes it away.
CREATE FUNCTION insight_withdraw_extract(of_extract bigint, why text) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE
  x insight_extract := insight_extract_of_ours(of_extract);
BEGIN
  IF x.outcome <> 'granted' OR x.withdrawn_at IS NOT NULL THEN
    RAISE EXCEPTION 'not granted' USING ERRCODE = 'check_violation', CONSTRAINT = 'extract_is_granted';
  END IF;
  UPDATE insight_extract SET withdrawn_why = why, withdrawn_by_id = current_actor(), withdrawn_at = clock()
  WHERE id = x.id;
END $$;
GRANT EXECUTE ON FUNCTION insight_withdraw_extract TO trappan_app;

-- Whoever asked for an extract has seen what was decided last; of others' extracts, and of one undecided, nothing.
CREATE FUNCTION insight_told_of_extract(of_extract bigint) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  UPDATE insight_extract SET told_at = clock()
  WHERE id = of_extract AND author_id = current_actor() AND outcome <> ''
    AND (told_at IS NULL OR told_at < GREATEST(decided_at, withdrawn_at))
$$;
GRANT EXECUTE ON FUNCTION insight_told_of_extract TO trappan_app;

-- May whoever acts open this file now? It is there, and I am whoever asked for it.
CREATE FUNCTION insight_opens_extract(of_extract bigint) RETURNS boolean
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT EXISTS (SELECT FROM insight_extract x JOIN insight_extractfile f ON f.extract_id = x.id
    WHERE x.id = of_extract AND x.author_id = current_actor() AND insight_extract_holds(x))
$$;
GRANT EXECUTE ON FUNCTION insight_opens_extract TO trappan_app;

-- The file, to whoever may open it; NULL to everybody else.
CREATE FUNCTION insight_open_extract(of_extract bigint) RETURNS bytea
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT f.content FROM insight_extractfile f WHERE f.extract_id = of_extract AND insight_opens_extract(of_extract)
$$;
GRANT EXECUTE ON FUNCTION insight_open_extract TO trappan_app;

CREATE TRIGGER ring AFTER UPDATE ON insight_extract FOR EACH ROW
  WHEN (NEW.outcome = 'granted' AND OLD.outcome = '') EXECUTE FUNCTION worker_ring('insight.extract');
CREATE TRIGGER ring_anew AFTER UPDATE ON insight_extract FOR EACH ROW
  WHEN (NEW.made_at IS NULL AND OLD.made_at IS NOT NULL) EXECUTE FUNCTION worker_ring('insight.extract');
CREATE TRIGGER ring_over AFTER UPDATE ON insight_extract FOR EACH ROW
  WHEN (NEW.withdrawn_at IS NOT NULL AND OLD.withdrawn_at IS NULL) EXECUTE FUNCTION worker_ring('insight.extract_over');

-- The extracts that wait to be made.
CREATE FUNCTION insight_extracts_to_make() RETURNS SETOF bigint
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT x.id FROM insight_extract x WHERE x.outcome = 'granted' AND x.made_at IS NULL AND insight_extract_holds(x)
  ORDER BY x.id
$$;
GRANT EXECUTE ON FUNCTION insight_extracts_to_make TO trappan_nightly;

-- What an extract is of, held until it is made; nothing where it is, or is over, or somebody else makes it. Who decides
-- it otherwise meanwhile waits.
CREATE FUNCTION insight_take_extract(of_extract bigint) RETURNS TABLE (columns text[], since date, month date)
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT x.columns::text[], x.since, x.month FROM insight_extract x
  WHERE x.id = of_extract AND x.outcome = 'granted' AND x.made_at IS NULL AND insight_extract_holds(x)
  FOR UPDATE SKIP LOCKED
$$;
GRANT EXECUTE ON FUNCTION insight_take_extract TO trappan_nightly;

-- Who is left out of an extract that is being made, by pseudonym: everybody whose identity is protected on that day,
-- and who stood in a household with somebody such in any of its months, whose gap would tell of it. To the role for
-- figures, of an extract that holds and is not made, and of no other.
CREATE FUNCTION insight_left_out(of_extract bigint) RETURNS TABLE (pseudonym bigint)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  WITH x AS MATERIALIZED (
    SELECT e.since, e.month FROM insight_extract e
    WHERE e.id = of_extract AND e.made_at IS NULL AND insight_extract_holds(e)
  ), protected AS MATERIALIZED (
    SELECT p.id FROM people_person p WHERE p.shielded AND EXISTS (SELECT FROM x)
  ), homes AS MATERIALIZED (
    SELECT DISTINCT s.household_id, s.month FROM x, assistance_supportmonth s
    WHERE s.person_id IN (SELECT p.id FROM protected p) AND s.month BETWEEN x.since AND x.month
  )
  SELECT y.pseudonym FROM insight_personmonthkey y WHERE y.person_id IN (SELECT p.id FROM protected p UNION
    SELECT s.person_id FROM homes h JOIN assistance_supportmonth s USING (household_id, month))
$$;
GRANT EXECUTE ON FUNCTION insight_left_out TO trappan_figures;

-- Which people are left out, as one number that says nothing of them: the same as long as they are the same people.
CREATE FUNCTION insight_left_out_mark(of_extract bigint) RETURNS text
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT encode(sha256(COALESCE(string_agg(w.pseudonym::text, ' ' ORDER BY w.pseudonym), '')::bytea), 'hex')
  FROM insight_left_out(of_extract) w
$$;
GRANT EXECUTE ON FUNCTION insight_left_out_mark TO trappan_nightly;

-- Keep a file that was made, where it may be there still; how many were left out is told from five up. Not where
-- others are to be left out than when the making began (`mark`): it waits, and is made anew. Whoever is becoming
-- protected just now is waited for, and whoever becomes so afterwards finds the file (insight_empty_extracts).
CREATE FUNCTION insight_keep_extract(of_extract bigint, file bytea, of_rows int, of_people int, without int,
  mark text) RETURNS boolean
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('insight.left_out', 0));
  IF insight_left_out_mark(of_extract) <> mark THEN
    RETURN false;
  END IF;
  UPDATE insight_extract x SET made_at = clock(), rows = of_rows, people = of_people,
    left_out = CASE WHEN without >= 5 THEN without END, digest = encode(sha256(file), 'hex')
  WHERE x.id = of_extract AND x.made_at IS NULL AND insight_extract_holds(x);
  IF FOUND THEN
    INSERT INTO insight_extractfile (extract_id, content) VALUES (of_extract, file);
  END IF;
  RETURN FOUND;
END $$;
GRANT EXECUTE ON FUNCTION insight_keep_extract TO trappan_nightly;

-- Whoever becomes protected is in no file of an extract any more: every one is emptied, and made anew without them,
-- so that it says of nobody in which they were.
CREATE FUNCTION insight_empty_extracts() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE
  one bigint;
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('insight.left_out', 0));
  FOR one IN SELECT x.id FROM insight_extract x WHERE EXISTS (
      SELECT FROM insight_extractfile f WHERE f.extract_id = x.id) ORDER BY x.id FOR UPDATE LOOP
    PERFORM insight_end_extract(one);
    DELETE FROM insight_extractfile f WHERE f.extract_id = one;
    IF FOUND THEN
      UPDATE insight_extract SET made_at = NULL, rows = NULL, people = NULL, left_out = NULL, digest = ''
      WHERE id = one;
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER empty_extracts AFTER UPDATE ON people_person FOR EACH ROW
  WHEN (NEW.protection <> 'none' AND OLD.protection = 'none') EXECUTE FUNCTION insight_empty_extracts();

-- The extracts that are over and whose file is there still.
CREATE FUNCTION insight_extracts_over() RETURNS SETOF bigint
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT x.id FROM insight_extract x JOIN insight_extractfile f ON f.extract_id = x.id
  WHERE NOT insight_extract_holds(x) ORDER BY x.id
$$;
GRANT EXECUTE ON FUNCTION insight_extracts_over TO trappan_nightly;

-- Take the file of one that is over away; of one that holds nothing is.
CREATE FUNCTION insight_end_extract(of_extract bigint) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM insight_extractfile f USING insight_extract x
  WHERE x.id = f.extract_id AND x.id = of_extract AND NOT insight_extract_holds(x);
  IF FOUND THEN
    UPDATE insight_extract SET gone_at = clock() WHERE id = of_extract;
  END IF;
END $$;
GRANT EXECUTE ON FUNCTION insight_end_extract TO trappan_nightly;
