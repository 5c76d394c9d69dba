-- Whose own pages these are: sealed at the door, as a colleague's membership is (staff/sql/actor.sql). The role behind
-- the door holds no table; each function that it may call asks here who asks, and takes no person from anybody.

-- What proves the setting. Another length than a colleague's proof has, so that neither is taken for the other.
CREATE FUNCTION portal_proof(secret bytea, of_session bigint) RETURNS text STABLE LANGUAGE sql
  RETURN encode(sha256(secret || convert_to('portal', 'UTF8') || int4send(pg_backend_pid()) || timestamptz_send(now())
    || int8send(of_session)), 'hex');

-- The session by which somebody has come in by the door in this transaction; nothing where nobody has.
CREATE FUNCTION portal_session() RETURNS portal_ownsession
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT o FROM portal_ownsession o, secrecy_secret s WHERE o.id = secrecy_said('own')
    AND current_setting('trappan.own_seal', true) = portal_proof(s.secret, o.id)
$$;

-- The mandate by which somebody has come in; nothing where it is the person, or nobody.
CREATE FUNCTION portal_by_mandate() RETURNS portal_mandate
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT m FROM portal_session() s JOIN portal_account a ON a.id = s.account_id
  JOIN portal_mandate m ON m.id = a.mandate_id
$$;

-- The person whose pages these are; refused where nobody has come in, and where it is a helper or a guardian: what they
-- may ask asks portal_whose().
CREATE FUNCTION portal_person() RETURNS bigint
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE s portal_ownsession := portal_session();
BEGIN
  IF s.id IS NULL THEN
    RAISE EXCEPTION 'nobody has come in' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF (portal_by_mandate()).id IS NOT NULL THEN
    RAISE EXCEPTION 'only the person' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN s.person_id;
END $$;

-- The same where the person has come in by an eID: for what a PIN is too little for.
CREATE FUNCTION portal_person_by_eid() RETURNS bigint
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE me bigint := portal_person(); s portal_ownsession := portal_session();
BEGIN
  IF s.level = '' THEN
    RAISE EXCEPTION 'a PIN is too little' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN me;
END $$;

-- The only way in: by what the browser alone has. Whoever has been away longer than the rules say is out; a membership
-- that acts in the same transaction is left behind. A transaction that has written lets nobody in, as of colleagues.
CREATE FUNCTION portal_enter(by_session text)
RETURNS TABLE (given_name text, shared boolean, day date, by_eid boolean, helping text, helper text, says boolean,
  language text)
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE s portal_ownsession; a portal_account; minutes int;
BEGIN
  IF pg_current_xact_id_if_assigned() IS NOT NULL AND session_user <> current_user THEN RETURN; END IF;
  SELECT * INTO s FROM portal_ownsession o WHERE o.digest = portal_digest(by_session);
  minutes := rule(CASE WHEN s.shared THEN 'own_shared_minutes' ELSE 'own_idle_minutes' END, today())::int;
  SELECT * INTO a FROM portal_account b WHERE b.id = s.account_id;
  -- As of colleagues, nobody is in for longer than ten hours.
  IF s.id IS NULL OR s.began_at <= now() - interval '10 hours' OR s.seen_at <= now() - make_interval(mins => minutes)
      OR NOT portal_has_pages(s.person_id) OR a.id IS NOT NULL AND portal_opens(a) IS NOT TRUE THEN
    RETURN;
  END IF;
  IF s.seen_at < now() - interval '1 minute' THEN
    UPDATE portal_ownsession o SET seen_at = now() WHERE o.id = s.id;
  END IF;
  PERFORM secrecy_leave();
  PERFORM set_config('trappan.own', s.id::text, true),
          set_config('trappan.own_seal', portal_proof(k.secret, s.id), true) FROM secrecy_secret k;
  RETURN QUERY SELECT p.given_name::text, s.shared, today(), s.level <> '', COALESCE(m.kind, '')::text,
    COALESCE(m.name, '')::text, m.id IS NULL OR m.allows = 'say',
    -- The person's: what the reminders are written in. Empty where nobody has said, and of a helper's pages.
    COALESCE(CASE WHEN m.id IS NULL THEN w.language END, '')::text
  FROM people_person p LEFT JOIN portal_mandate m ON m.id = a.mandate_id
    LEFT JOIN messages_wish w ON w.person_id = p.id WHERE p.id = s.person_id;
END $$;
GRANT EXECUTE ON FUNCTION portal_enter TO trappan_web;
