-- What proves the settings: only who reads the secret can make it, and it holds in one transaction of one
-- connection, which only reads where it only read when it was made. Every part but the last has its width, so that
-- nothing can be added behind.
CREATE FUNCTION secrecy_proof(secret bytea, of_backend int, of_actor bigint, of_colleague bigint, of_unit bigint)
RETURNS text STABLE PARALLEL SAFE LANGUAGE sql
  RETURN encode(sha256(secret || int4send(of_backend) || timestamptz_send(now())
    || int8send(of_actor) || int8send(COALESCE(of_colleague, 0)) || int8send(of_unit)
    || textsend(current_setting('transaction_read_only'))), 'hex');

-- What a setting says, proven or not.
CREATE FUNCTION secrecy_said(of_what text) RETURNS bigint STABLE PARALLEL SAFE LANGUAGE sql
  RETURN NULLIF(current_setting('trappan.' || of_what, true), '')::bigint;
GRANT EXECUTE ON FUNCTION secrecy_said TO trappan_app, trappan_web, trappan_matching;

-- Were the settings made by one of the doors, here and now? A worker that PostgreSQL lets read in parallel
-- has a number of its own, and answers for its leader's.
CREATE FUNCTION secrecy_is_sealed() RETURNS boolean
STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE seal text := current_setting('trappan.seal', true); key bytea;
BEGIN
  IF seal IS NULL OR seal = '' THEN RETURN false; END IF;
  SELECT s.secret INTO key FROM secrecy_secret s;
  IF seal = secrecy_proof(key, pg_backend_pid(), secrecy_said('actor'), secrecy_said('colleague'), secrecy_said('unit'))
    THEN RETURN true; END IF;
  RETURN COALESCE((SELECT seal = secrecy_proof(key, a.leader_pid, secrecy_said('actor'), secrecy_said('colleague'),
    secrecy_said('unit')) FROM pg_stat_get_activity(pg_backend_pid()) a), false);
END $$;
GRANT EXECUTE ON FUNCTION secrecy_is_sealed TO trappan_app, trappan_web, trappan_matching;

-- Who acts, in whose person and where: nobody where the seal does not fit.
CREATE FUNCTION current_actor() RETURNS bigint STABLE PARALLEL SAFE LANGUAGE sql
  RETURN CASE WHEN secrecy_is_sealed() THEN secrecy_said('actor') END;
GRANT EXECUTE ON FUNCTION current_actor TO trappan_app, trappan_web;

CREATE FUNCTION current_colleague() RETURNS bigint STABLE PARALLEL SAFE LANGUAGE sql
  RETURN CASE WHEN secrecy_is_sealed() THEN secrecy_said('colleague') END;
GRANT EXECUTE ON FUNCTION current_colleague TO trappan_app, trappan_web;

CREATE FUNCTION current_unit() RETURNS bigint STABLE PARALLEL SAFE LANGUAGE sql
  RETURN CASE WHEN secrecy_is_sealed() THEN secrecy_said('unit') END;
GRANT EXECUTE ON FUNCTION current_unit TO trappan_app, trappan_web, trappan_matching;
