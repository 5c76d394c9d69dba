-- Whether there is something to answer by a new link in place of one: none is newer, the employer has not signed the
-- version that is to be signed, a day of the week is not marked, or nobody has told of the end as it is today; never
-- about somebody with protected identity. Of a follow-up no list tells that one is asked for: no. As the one who asks.
CREATE FUNCTION agreements_is_left_to_answer(l agreements_link) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT NOT EXISTS (SELECT FROM agreements_link k WHERE k.placement_id = l.placement_id AND k.purpose = l.purpose
      AND k.subject = l.subject AND k.id > l.id)
    AND NOT EXISTS (SELECT FROM people_person x WHERE x.id = l.person_id AND x.shielded)
    AND CASE l.purpose
      WHEN 'sign' THEN EXISTS (SELECT FROM agreements_agreement a JOIN placements_placement p ON p.id = a.placement_id
        CROSS JOIN LATERAL (SELECT k.id, k.ends_on FROM agreements_version k WHERE k.agreement_id = a.id
          ORDER BY k.number DESC LIMIT 1) v
        WHERE p.id = l.placement_id AND v.ends_on > today() AND (p.ends_on IS NULL OR p.ends_on > today())
          AND NOT EXISTS (SELECT FROM agreements_signature s WHERE s.version_id = v.id AND s.party = 'employer'))
      WHEN 'week' THEN EXISTS (SELECT FROM placements_session t WHERE t.placement_id = l.placement_id
        AND t.day >= l.subject::date AND t.day < l.subject::date + 7 AND t.day <= today() AND t.state = 'held'
        AND NOT EXISTS (SELECT FROM attendance_attendance m WHERE m.placement_id = t.placement_id AND m.day = t.day))
      WHEN 'end' THEN EXISTS (SELECT FROM agreements_agreement a JOIN placements_placement p ON p.id = a.placement_id
        WHERE p.id = l.placement_id AND l.subject = (p.ends_on - 1)::text
          AND NOT EXISTS (SELECT FROM agreements_ending g WHERE g.agreement_id = a.id AND g.ends_on = p.ends_on
            AND g.taken_back_at IS NULL))
      ELSE false END
$$;
GRANT EXECUTE ON FUNCTION agreements_is_left_to_answer TO trappan_app;

-- Whoever has a link that ended by time or by wrong codes asks for a new one: once a link, told to its keeper, and
-- nothing is sent by it. The same answer to a stranger, about what was answered or changed meanwhile or is left to
-- nobody, and about somebody with protected identity: no.
CREATE FUNCTION agreements_link_ask(token text) RETURNS boolean
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE l agreements_link;
BEGIN
  SELECT * INTO l FROM agreements_link k WHERE k.token_digest = agreements_digest(token) FOR UPDATE;
  IF l.id IS NULL OR agreements_link_is(l) <> 'ended' OR l.ended_why NOT IN ('', 'tries')
      OR NOT agreements_is_left_to_answer(l) THEN
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

-- Since when somebody who had a link about a placement asks for a new one, and to answer what; nothing once one is
-- ordered or nothing is left to answer, and of what was changed or told meanwhile. As the one who asks.
CREATE FUNCTION agreements_asked_anew(of_placement bigint)
RETURNS TABLE (purpose text, subject text, at timestamptz) STABLE LANGUAGE sql AS $$
  SELECT l.purpose::text, l.subject::text, l.asked_at FROM agreements_link l
  WHERE l.placement_id = of_placement AND l.asked_at IS NOT NULL AND l.ended_why IN ('', 'tries', 'contact')
    AND agreements_is_left_to_answer(l)
$$;
GRANT EXECUTE ON FUNCTION agreements_asked_anew TO trappan_app;
