-- The way in to the own pages by an eID: a service that the municipality trusts has said whose it is, at what level.

-- Begin a session of a person by an eID of a level; ended ones are erased, whosever they were.
CREATE FUNCTION portal_open_by_eid(of_person bigint, at_level text, as_session text, on_shared boolean) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  DELETE FROM portal_ownsession s WHERE s.seen_at < now() - interval '1 day';
  INSERT INTO portal_ownsession (person_id, level, digest, shared, began_at, seen_at)
  VALUES (of_person, at_level, portal_digest(as_session), on_shared, now(), now());
  SELECT portal_note('portal.sign_in_by_eid', of_person, 'sign_in', 'plan', NULL,
    jsonb_build_object('shared', on_shared, 'level', at_level));
$$;

-- What the log keeps of a number that opens nothing: the same for the same number, and no way back to it.
CREATE FUNCTION portal_number_digest(of_number text) RETURNS text STABLE LANGUAGE sql
  RETURN (SELECT encode(sha256(k.secret || convert_to('eid:' || of_number, 'UTF8')), 'hex') FROM secrecy_secret k);

-- Somebody has signed in by an eID, and this is whose it is: in, where the number is the one that a person carries now
-- and the person has own pages. False otherwise, one answer: of a number that nobody has, of somebody protected, of a
-- closed case, and of a number that somebody carried before. Whose that is now nobody can tell by it: whoever works
-- with the person that carried it is told (desk/sql/undelivered.sql). Where the service named no number (''), it is
-- set up wrongly. Each refusal is an entry without the number, ten an hour of the same.
CREATE FUNCTION portal_sign_in_by_eid(
  of_number text, at_level text, by_issuer text, as_session text, on_shared boolean) RETURNS boolean
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE found bigint := people_whose(of_number); same text := portal_number_digest(of_number); why text;
BEGIN
  -- Whoever protects the person or changes the number in the same moment waits, and ends the session that was opened.
  PERFORM FROM people_person p WHERE p.id = found FOR SHARE;
  why := CASE
    WHEN of_number = '' THEN 'no number'
    WHEN found IS NULL THEN 'unknown'
    WHEN EXISTS (SELECT FROM people_person p WHERE p.id = found AND p.shielded) THEN 'protected'
    WHEN of_number IS DISTINCT FROM (SELECT n.number FROM people_number n WHERE n.person_id = found
      ORDER BY n.starts_on DESC, n.id DESC LIMIT 1) THEN 'former'
    WHEN NOT portal_has_pages(found) THEN 'closed'
  END;
  IF why IS NULL THEN
    PERFORM portal_open_by_eid(found, at_level, as_session, on_shared);
    RETURN true;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('portal.eid' || same, 0));
  IF (SELECT count(*) FROM history_event e WHERE e.kind = 'refused' AND e.verb = 'portal.refuse_eid'
      AND e.at > clock() - interval '1 hour' AND e.details->>'number' = same) < 10 THEN
    PERFORM portal_note('portal.refuse_eid', found, 'refused', CASE why WHEN 'former' THEN 'plan' ELSE 'log' END, NULL,
      jsonb_build_object('issuer', by_issuer, 'number', same, 'why', why));
  END IF;
  RETURN false;
END $$;
GRANT EXECUTE ON FUNCTION portal_sign_in_by_eid TO trappan_web;

-- Where somebody's numbers change, whoever came in by an eID signs in anew: it may have been by another's.
CREATE FUNCTION portal_close_changed() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM portal_ownsession s WHERE s.level <> '' AND s.person_id IN (OLD.person_id, NEW.person_id);
  RETURN NULL;
END $$;
CREATE TRIGGER close_way_in AFTER INSERT OR UPDATE OR DELETE ON people_number FOR EACH ROW
  EXECUTE FUNCTION portal_close_changed();

-- Since when somebody has tried to sign in with a former number of a person, and no colleague has looked at it since;
-- nothing where nobody has, of late. For whoever works with the person and has the plan. Told until somebody has
-- looked, the number is taken away from the person, or two weeks have passed.
CREATE FUNCTION portal_former_since(of_person bigint) RETURNS timestamptz
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT min(e.at) FROM history_event e
  WHERE e.person_id = of_person AND e.kind = 'refused' AND e.verb = 'portal.refuse_eid'
    AND e.at > clock() - interval '14 days' AND e.details->>'why' = 'former'
    AND EXISTS (SELECT FROM people_number n WHERE n.person_id = of_person
      AND portal_number_digest(n.number) = e.details->>'number')
    AND NOT EXISTS (SELECT FROM history_event seen WHERE seen.person_id = of_person AND seen.kind = 'write'
      AND seen.verb = 'portal.look_at_number' AND seen.id > e.id)
    AND people_works_with(of_person, 'plan')
$$;
GRANT EXECUTE ON FUNCTION portal_former_since TO trappan_app;

-- The same of all whom the colleague is responsible for: whose the number is now must be looked at.
CREATE FUNCTION portal_former_tried() RETURNS TABLE (person_id bigint, at timestamptz)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  WITH tried AS MATERIALIZED (
    SELECT DISTINCT e.person_id FROM history_event e
    WHERE e.kind = 'refused' AND e.verb = 'portal.refuse_eid' AND e.at > clock() - interval '14 days'
      AND e.details->>'why' = 'former' AND EXISTS (SELECT FROM cases_case c WHERE c.person_id = e.person_id
        AND c.closed_on IS NULL AND current_actor() IN (c.responsible_id, c.social_worker_id)))
  SELECT t.person_id, f.at FROM tried t, portal_former_since(t.person_id) f (at) WHERE f.at IS NOT NULL
$$;
GRANT EXECUTE ON FUNCTION portal_former_tried TO trappan_app;

-- A colleague may say what was found of a former number that somebody has tried: refused where nothing waits for it, so
-- that of two who look at once, or one who presses twice, one is told that it is seen to.
CREATE FUNCTION portal_look_at_number(of_person bigint) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF COALESCE(secrecy_role() NOT IN ('consultant', 'social_worker'), true)
      OR NOT people_works_with(of_person, 'plan') THEN
    RAISE EXCEPTION 'not held' USING ERRCODE = 'check_violation', CONSTRAINT = 'scope_not_held';
  END IF;
  PERFORM FROM people_person p WHERE p.id = of_person FOR NO KEY UPDATE;
  IF portal_former_since(of_person) IS NULL THEN
    RAISE EXCEPTION 'nothing waits' USING ERRCODE = 'check_violation', CONSTRAINT = 'former_number_is_seen_to';
  END IF;
END $$;
GRANT EXECUTE ON FUNCTION portal_look_at_number TO trappan_app;

-- Whether what a browser has, or had until it ended of itself, is of somebody who came in by an eID on a borrowed
-- device: whoever comes next must not find the service open.
CREATE FUNCTION portal_borrowed_by_eid(by_session text) RETURNS boolean
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT EXISTS (SELECT FROM portal_ownsession s
    WHERE s.digest = portal_digest(by_session) AND s.shared AND s.level <> '')
$$;
GRANT EXECUTE ON FUNCTION portal_borrowed_by_eid TO trappan_web;
