-- Whose own pages these are: sealed at the door, as a colleague's membership is (staff/sql/actor.sql). The role behind
-- the door holds no table; each function that it may call asks here who asks, and takes no person from anybody.

-- What proves the setting. Another length than a colleague's proof has, so that neither is taken for the other.
CREATE FUNCTION portal_proof(secret bytea, of_account bigint) RETURNS text STABLE LANGUAGE sql
  RETURN encode(sha256(secret || convert_to('portal', 'UTF8') || int4send(pg_backend_pid()) || timestamptz_send(now())
    || int8send(of_account)), 'hex');

-- The person whose pages these are; refused where nobody has come in by the door in this transaction.
CREATE FUNCTION portal_person() RETURNS bigint
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE found bigint;
BEGIN
  SELECT a.person_id INTO found FROM portal_account a, secrecy_secret s WHERE a.id = secrecy_said('own')
    AND current_setting('trappan.own_seal', true) = portal_proof(s.secret, a.id);
  IF found IS NULL THEN
    RAISE EXCEPTION 'nobody has come in' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN found;
END $$;

-- The only way in: by what the browser alone has. Whoever has been away longer than the rules say is out; a membership
-- that acts in the same transaction is left behind. A transaction that has written lets nobody in, as of colleagues.
CREATE FUNCTION portal_enter(by_session text) RETURNS TABLE (given_name text, shared boolean, day date)
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
      OR portal_opens(a) IS NOT TRUE THEN
    RETURN;
  END IF;
  IF s.seen_at < now() - interval '1 minute' THEN
    UPDATE portal_ownsession o SET seen_at = now() WHERE o.id = s.id;
  END IF;
  PERFORM secrecy_leave();
  PERFORM set_config('trappan.own', a.id::text, true),
          set_config('trappan.own_seal', portal_proof(k.secret, a.id), true) FROM secrecy_secret k;
  RETURN QUERY SELECT p.given_name::text, s.shared, today() FROM people_person p WHERE p.id = a.person_id;
END $$;
GRANT EXECUTE ON FUNCTION portal_enter TO trappan_web;
