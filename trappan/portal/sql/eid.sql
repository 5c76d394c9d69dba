-- The way in to the own pages by an eID: a service that the municipality trusts has said whose it is, and at what level.

-- Begin a session of a person by an eID of a level; ended ones are erased, whosever they were.
CREATE FUNCTION portal_open_by_eid(of_person bigint, at_level text, as_session text, on_shared boolean) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  DELETE FROM portal_ownsession s WHERE s.seen_at < now() - interval '1 day';
  INSERT INTO portal_ownsession (person_id, level, digest, shared, began_at, seen_at)
  VALUES (of_person, at_level, portal_digest(as_session), on_shared, now(), now());
  SELECT portal_note('portal.sign_in_by_eid', of_person, 'sign_in', 'plan', NULL,
    jsonb_build_object('shared', on_shared, 'level', at_level));
$$;
