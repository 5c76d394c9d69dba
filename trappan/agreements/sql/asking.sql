-- Whoever has a link that ended by time or by wrong codes asks for a new one: once a link, told to its keeper, and
-- nothing is sent by it. The same answer to a stranger, about what was answered or changed meanwhile, and about
-- somebody with protected identity: no.
CREATE FUNCTION agreements_link_ask(token text) RETURNS boolean
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE l agreements_link;
BEGIN
  SELECT * INTO l FROM agreements_link k WHERE k.token_digest = agreements_digest(token) FOR UPDATE;
  IF l.id IS NULL OR agreements_link_is(l) <> 'ended' OR l.ended_why NOT IN ('', 'tries')
      OR EXISTS (SELECT FROM people_person p WHERE p.id = l.person_id AND p.shielded) THEN
    RETURN false;
  END IF;
  IF l.asked_at IS NULL THEN
    UPDATE agreements_link k SET asked_at = clock() WHERE k.id = l.id;
    INSERT INTO history_event (kind, verb, person_id, scope, details)
    VALUES ('write', 'agreements.ask_for_link', l.person_id, 'plan', jsonb_build_object('link', l.id));
  END IF;
  RETURN true;
END $$;
GRANT EXECUTE ON FUNCTION agreements_link_ask TO trappan_web;

-- Since when somebody who had a link about a placement asks for a new one; nothing once one is ordered, or somebody
-- has signed for them. As the one who asks.
CREATE FUNCTION agreements_asked_anew(of_placement bigint) RETURNS timestamptz STABLE LANGUAGE sql AS $$
  SELECT min(l.asked_at) FROM agreements_link l WHERE l.placement_id = of_placement AND l.asked_at IS NOT NULL
    AND NOT EXISTS (SELECT FROM agreements_link k WHERE k.placement_id = l.placement_id AND k.purpose = l.purpose
      AND k.subject = l.subject AND k.id > l.id)
    AND NOT EXISTS (SELECT FROM agreements_signature s WHERE s.version_id = l.version_id AND s.party = 'employer')
$$;
GRANT EXECUTE ON FUNCTION agreements_asked_anew TO trappan_app;
