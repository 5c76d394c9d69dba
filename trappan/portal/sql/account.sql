-- The way in to the own pages without an eID: handed over by a colleague, chosen, used, locked and ended.

-- Whether a person has own pages now: nobody with protected identity, and as long as there is a case.
CREATE FUNCTION portal_has_pages(of_person bigint) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT NOT EXISTS (SELECT FROM people_person p WHERE p.id = of_person AND p.shielded)
    AND EXISTS (SELECT FROM cases_case c WHERE c.person_id = of_person AND c.closed_on IS NULL)
$$;

-- Whether an account opens anything now: the person's own, or that of a mandate in force.
CREATE FUNCTION portal_opens(a portal_account) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT a.ended_at IS NULL AND portal_has_pages(a.person_id) AND (a.mandate_id IS NULL
    OR EXISTS (SELECT FROM portal_mandate m WHERE m.id = a.mandate_id AND portal_mandate_holds(m)))
$$;

CREATE FUNCTION portal_digest(token text) RETURNS text IMMUTABLE LANGUAGE sql AS $$
  SELECT encode(sha256(convert_to('portal:' || token, 'UTF8')), 'hex')
$$;

-- What happened on the own pages, as the log keeps it: of the person, by nobody of the staff.
CREATE FUNCTION portal_note(what text, of_person bigint, of_kind text, of_scope text, of_unit bigint, more jsonb)
RETURNS void VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  INSERT INTO history_event (kind, verb, person_id, scope, unit_id, details)
  VALUES (of_kind, what, of_person, of_scope, of_unit, more)
$$;

-- What happened at the door: of a mandate with words of its own, and which mandate it was.
CREATE FUNCTION portal_note_entry(what text, a portal_account, of_kind text, more jsonb) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT portal_note('portal.' || what || CASE WHEN a.mandate_id IS NULL THEN '' ELSE '_for' END, a.person_id, of_kind,
    'plan', NULL, more || CASE WHEN a.mandate_id IS NULL THEN '{}'::jsonb
      ELSE jsonb_build_object('mandate', a.mandate_id) END)
$$;

-- End an account, with its codes, and sign out wherever it is open. Where a mandate ends it stays known for a day whose
-- session it was, so that the next press is told why it opens nothing (portal_mandate_over).
CREATE FUNCTION portal_close_account(of_account bigint, why text) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  UPDATE portal_account a SET ended_at = clock(), ended_why = why, pin = ''
   WHERE a.id = of_account AND a.ended_at IS NULL;
  UPDATE portal_code c SET ended_at = clock()
   WHERE c.account_id = of_account AND c.used_at IS NULL AND c.ended_at IS NULL;
  DELETE FROM portal_ownsession s USING portal_account a
   WHERE a.id = s.account_id AND a.id = of_account AND (a.mandate_id IS NULL OR why = 'guessed');
$$;

-- End a person's own way in; where there are no own pages any more, also that of whoever came in by an eID, and every
-- mandate with its own.
CREATE FUNCTION portal_close(of_person bigint, why text) RETURNS boolean
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE closed bigint;
BEGIN
  SELECT a.id INTO closed FROM portal_account a
   WHERE a.person_id = of_person AND a.mandate_id IS NULL AND a.ended_at IS NULL;
  PERFORM portal_close_account(closed, why);
  IF why IN ('protected', 'closed') THEN
    DELETE FROM portal_ownsession s WHERE s.person_id = of_person AND s.account_id IS NULL;
    PERFORM portal_close_mandate(m.id, why) FROM portal_mandate m WHERE m.person_id = of_person AND m.ended_at IS NULL;
  END IF;
  RETURN closed IS NOT NULL;
END $$;

-- Hand a code over, by its digest, to the person or to whoever comes by a mandate, with the number that is used ever
-- after; the code before ends.
CREATE FUNCTION portal_give_code(of_person bigint, by_mandate bigint, of_digest text, how text)
RETURNS TABLE (number text, until timestamptz)
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE a portal_account; lasts timestamptz; drawn text;
BEGIN
  SELECT * INTO a FROM portal_account b WHERE b.person_id = of_person AND b.mandate_id IS NOT DISTINCT FROM by_mandate
    AND b.ended_at IS NULL FOR UPDATE;
  IF a.id IS NULL THEN
    PERFORM pg_advisory_xact_lock(hashtextextended('portal.number', 0));
    LOOP
      drawn := (10000000 + floor(random() * 90000000))::bigint::text;
      EXIT WHEN NOT EXISTS (SELECT FROM portal_account b WHERE b.number = drawn);
    END LOOP;
    INSERT INTO portal_account (person_id, mandate_id, number) VALUES (of_person, by_mandate, drawn) RETURNING * INTO a;
  END IF;
  UPDATE portal_code c SET ended_at = clock() WHERE c.account_id = a.id AND c.used_at IS NULL AND c.ended_at IS NULL;
  lasts := (today() + rule('own_code_days', today())::int + 1)::timestamp AT TIME ZONE 'Europe/Stockholm';
  INSERT INTO portal_code (account_id, person_id, digest, proven, expires_at)
  VALUES (a.id, of_person, of_digest, how, lasts);
  RETURN QUERY SELECT a.number::text, lasts;
END $$;

-- Whoever works with the person and has the plan hands over a code, by its digest, and the number that is used ever
-- after; the code before ends. Never of somebody with protected identity: a PIN is too little for what tells where
-- somebody is.
CREATE FUNCTION portal_hand_out(of_person bigint, of_digest text, how text)
RETURNS TABLE (number text, until timestamptz)
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE p people_person;
BEGIN
  IF COALESCE(secrecy_role() NOT IN ('consultant', 'social_worker'), true)
      OR NOT people_works_with(of_person, 'plan') THEN
    RAISE EXCEPTION 'not held' USING ERRCODE = 'check_violation', CONSTRAINT = 'scope_not_held';
  END IF;
  SELECT * INTO p FROM people_person q WHERE q.id = of_person FOR NO KEY UPDATE;
  IF p.shielded THEN
    RAISE EXCEPTION 'protected' USING ERRCODE = 'check_violation', CONSTRAINT = 'no_code_about_protected';
  END IF;
  IF NOT EXISTS (SELECT FROM cases_case c WHERE c.person_id = of_person AND c.closed_on IS NULL) THEN
    RAISE EXCEPTION 'closed' USING ERRCODE = 'check_violation', CONSTRAINT = 'code_with_open_case';
  END IF;
  RETURN QUERY SELECT * FROM portal_give_code(of_person, NULL, of_digest, how);
END $$;
GRANT EXECUTE ON FUNCTION portal_hand_out TO trappan_app;

-- A colleague ends a person's way in: a lost paper, a PIN that somebody else has seen.
CREATE FUNCTION portal_end(of_person bigint) RETURNS boolean
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF COALESCE(secrecy_role() NOT IN ('consultant', 'social_worker'), true)
      OR NOT people_works_with(of_person, 'plan') THEN
    RAISE EXCEPTION 'not held' USING ERRCODE = 'check_violation', CONSTRAINT = 'scope_not_held';
  END IF;
  RETURN portal_close(of_person, 'staff');
END $$;
GRANT EXECUTE ON FUNCTION portal_end TO trappan_app;

-- Whoever becomes protected is signed out in the same transaction, and the PIN opens nothing when protection is lifted.
CREATE FUNCTION portal_close_protected() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  PERFORM portal_close(NEW.id, 'protected');
  RETURN NULL;
END $$;
CREATE TRIGGER close_way_in AFTER UPDATE OF protection ON people_person FOR EACH ROW
  WHEN (NEW.protection <> 'none' AND OLD.protection = 'none') EXECUTE FUNCTION portal_close_protected();

-- A way in ends with the case, also with one that ends by a death: whoever comes back gets another, in person.
CREATE FUNCTION portal_close_with_case() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  PERFORM portal_close(NEW.person_id, 'closed');
  RETURN NULL;
END $$;
CREATE TRIGGER close_way_in AFTER UPDATE OF closed_on ON cases_case FOR EACH ROW
  WHEN (OLD.closed_on IS NULL AND NEW.closed_on IS NOT NULL) EXECUTE FUNCTION portal_close_with_case();

-- Whether a code may be used now: of its digest, and of nothing else.
CREATE FUNCTION portal_code_holds(of_digest text) RETURNS boolean
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT EXISTS (SELECT FROM portal_code c JOIN portal_account a ON a.id = c.account_id
    WHERE c.digest = of_digest AND c.used_at IS NULL AND c.ended_at IS NULL AND c.expires_at > clock()
      AND portal_opens(a))
$$;
GRANT EXECUTE ON FUNCTION portal_code_holds TO trappan_web;

CREATE FUNCTION portal_pin_figures() RETURNS int
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT rule('own_pin_figures', today())::int
$$;
GRANT EXECUTE ON FUNCTION portal_pin_figures TO trappan_web;

-- Would those who know the person guess a PIN? The figures of the birth date, in any order that it is written in, and
-- any that stand in the personal number. Of a code that holds, so that nobody asks it of a number, and that is the
-- person's own: a helper would learn by it what the number is.
CREATE FUNCTION portal_is_own_number(of_digest text, pin text) RETURNS boolean
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT EXISTS (SELECT FROM portal_code c JOIN people_number n ON n.person_id = c.person_id
    CROSS JOIN LATERAL (SELECT substr(n.number, 1, 4) AS y, substr(n.number, 5, 2) AS m, substr(n.number, 7, 2) AS d) b
    WHERE c.digest = of_digest AND portal_code_holds(of_digest)
      AND c.account_id IN (SELECT a.id FROM portal_account a WHERE a.mandate_id IS NULL)
      AND (strpos(n.number, pin) > 0 OR strpos(b.d || b.m || b.y, pin) > 0 OR strpos(b.m || b.d || b.y, pin) > 0
        OR pin IN (b.d || b.m || substr(b.y, 3), b.m || b.d || substr(b.y, 3))))
$$;
GRANT EXECUTE ON FUNCTION portal_is_own_number TO trappan_web;

-- Begin a session of an account; ended ones are erased, whosever they were.
CREATE FUNCTION portal_open_session(of_account bigint, as_session text, on_shared boolean) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  DELETE FROM portal_ownsession s WHERE s.seen_at < now() - interval '1 day';
  INSERT INTO portal_ownsession (person_id, account_id, digest, shared, began_at, seen_at)
  SELECT a.person_id, a.id, portal_digest(as_session), on_shared, now(), now() FROM portal_account a
   WHERE a.id = of_account;
$$;

-- Use a code, once, and choose a PIN by it: signs out wherever an earlier PIN was in. Returns the number that one signs
-- in with.
CREATE FUNCTION portal_begin(of_digest text, of_pin text, as_session text, on_shared boolean) RETURNS text
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE a portal_account; c portal_code;
BEGIN
  SELECT b.* INTO a FROM portal_account b JOIN portal_code d ON d.account_id = b.id WHERE d.digest = of_digest
    FOR UPDATE OF b;
  SELECT * INTO c FROM portal_code d WHERE d.digest = of_digest FOR UPDATE;
  IF c.id IS NULL OR c.used_at IS NOT NULL OR c.ended_at IS NOT NULL OR c.expires_at <= clock() OR of_pin = ''
      OR portal_opens(a) IS NOT TRUE THEN
    RETURN NULL;
  END IF;
  UPDATE portal_code d SET used_at = clock() WHERE d.id = c.id;
  UPDATE portal_account b SET pin = of_pin, tries = 0, wrong = 0, locked_until = NULL, chosen_at = clock()
   WHERE b.id = a.id;
  DELETE FROM portal_ownsession s WHERE s.account_id = a.id;
  PERFORM portal_open_session(a.id, as_session, on_shared);
  PERFORM portal_note_entry('begin', a, 'sign_in', jsonb_build_object('shared', on_shared));
  RETURN a.number;
END $$;
GRANT EXECUTE ON FUNCTION portal_begin TO trappan_web;

-- Ask for the hash of a PIN, to try one against: the try is counted first, and stays counted when it is wrong. So many
-- lock the account for some minutes. Nothing is returned of a number that is nobody's, ended or locked: one answer.
CREATE FUNCTION portal_try(of_number text) RETURNS text
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE a portal_account; before int;
BEGIN
  SELECT * INTO a FROM portal_account b WHERE b.number = of_number FOR UPDATE;
  IF portal_opens(a) IS NOT TRUE OR a.pin = '' OR a.locked_until > now() THEN
    RETURN NULL;
  END IF;
  -- A lock opens by itself; so many wrong ones in all end the way in, and a colleague hands over another.
  IF a.wrong >= rule('own_most_wrong', today())::int THEN
    PERFORM portal_close_account(a.id, 'guessed');
    PERFORM portal_note_entry('worn_out', a, 'refused', '{}');
    RETURN NULL;
  END IF;
  before := CASE WHEN a.locked_until IS NULL THEN a.tries ELSE 0 END;
  UPDATE portal_account b SET tries = before + 1, wrong = b.wrong + 1, locked_until = CASE
      WHEN before + 1 >= rule('own_tries', today())::int
      THEN now() + make_interval(mins => rule('own_lock_minutes', today())::int) END WHERE b.id = a.id;
  IF before + 1 >= rule('own_tries', today())::int THEN
    PERFORM portal_note_entry('lock', a, 'refused', '{}');
  END IF;
  RETURN a.pin;
END $$;
GRANT EXECUTE ON FUNCTION portal_try TO trappan_web;

-- Whoever had the PIN right is in. Who holds web's login could say so without it, as of a colleague's sign-in
-- (docs/secrecy.md), but never unseen: it stands in the log.
CREATE FUNCTION portal_sign_in(of_number text, as_session text, on_shared boolean) RETURNS boolean
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE a portal_account;
BEGIN
  SELECT * INTO a FROM portal_account b WHERE b.number = of_number FOR UPDATE;
  IF portal_opens(a) IS NOT TRUE OR a.pin = '' THEN
    RETURN false;
  END IF;
  UPDATE portal_account b SET tries = 0, wrong = 0, locked_until = NULL WHERE b.id = a.id;
  PERFORM portal_open_session(a.id, as_session, on_shared);
  PERFORM portal_note_entry('sign_in', a, 'sign_in', jsonb_build_object('shared', on_shared));
  RETURN true;
END $$;
GRANT EXECUTE ON FUNCTION portal_sign_in TO trappan_web;

-- Out: what the browser had opens nothing any more.
CREATE FUNCTION portal_sign_out(by_session text) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  DELETE FROM portal_ownsession s WHERE s.digest = portal_digest(by_session)
$$;
GRANT EXECUTE ON FUNCTION portal_sign_out TO trappan_web;

-- Whether a person has a way in without an eID, for whoever holds the plan: open, waits for a code to be used, or none.
CREATE FUNCTION portal_way_in(of_person bigint) RETURNS text
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT COALESCE((SELECT CASE WHEN a.pin <> '' THEN 'open' WHEN EXISTS (SELECT FROM portal_code c
      WHERE c.account_id = a.id AND c.used_at IS NULL AND c.ended_at IS NULL AND clock() < c.expires_at)
      THEN 'waits' END
    FROM portal_account a WHERE a.person_id = of_person AND a.mandate_id IS NULL AND a.ended_at IS NULL
      AND people_holds(of_person, 'plan')), '')
$$;
GRANT EXECUTE ON FUNCTION portal_way_in TO trappan_app;
