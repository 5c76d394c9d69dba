-- What the agreements of some people ask for: to read why an employer did not sign, to take in what the employer says
-- of a week, to send a new link that somebody asks for, to write one anew, to ask of the week before, to sign last, to
-- remind, to see to the end in time, and when it is over to hear how it went. The weeks also when it is over, beside
-- that. Of a week the day is its Monday. As the one who asks, who sees only people of one's own.
CREATE FUNCTION agreements_on_desk(of_people bigint[])
RETURNS TABLE (agreement_id bigint, placement_id bigint, asks text, day date) STABLE LANGUAGE sql AS $$
  SELECT t.id, t.placement_id, t.asks, t.day FROM (
    SELECT a.id, a.placement_id,
      CASE WHEN on_now AND answered.at IS NOT NULL THEN 'answered' WHEN told.day IS NOT NULL THEN 'week'
        WHEN anew.purpose = 'week' THEN 'asked_week' WHEN anew.purpose = 'sign' THEN 'asked'
        WHEN on_now AND w.employer_id <> v.employer_id AND NOT s.whole THEN 'merged'
        WHEN unmarked.day IS NOT NULL THEN 'unmarked' WHEN NOT on_now THEN ''
        WHEN s.whole AND v.ends_on <= today() + rule('agreement_warning_days', today())::int THEN 'ends'
        WHEN s.whole THEN '' WHEN s.many >= 2 THEN 'last' ELSE 'waits' END AS asks,
      CASE WHEN on_now AND answered.at IS NOT NULL THEN stockholm_day(answered.at)
        WHEN told.day IS NOT NULL THEN told.day WHEN anew.purpose = 'week' THEN anew.subject::date
        WHEN anew.purpose = 'sign' THEN stockholm_day(anew.at)
        WHEN unmarked.day IS NOT NULL THEN unmarked.day WHEN s.whole THEN v.ends_on - 1
        ELSE v.starts_on END AS day
    FROM agreements_agreement a JOIN placements_placement p ON p.id = a.placement_id
    JOIN employers_workplace w ON w.id = a.workplace_id
    CROSS JOIN LATERAL (SELECT * FROM agreements_version k WHERE k.agreement_id = a.id ORDER BY k.number DESC
      LIMIT 1) v
    CROSS JOIN LATERAL (SELECT (p.ends_on IS NULL OR p.ends_on > today()) AND v.ends_on > today() AS on_now) going
    CROSS JOIN LATERAL (SELECT count(*) AS many, COALESCE(bool_or(k.party = 'municipality'), false) AS whole
      FROM agreements_signature k WHERE k.version_id = v.id) s
    CROSS JOIN LATERAL (SELECT max(k.at) AS at FROM agreements_link l JOIN agreements_statement k ON k.link_id = l.id
      WHERE l.version_id = v.id AND k.said ? 'no' AND k.seen_at IS NULL) answered
    LEFT JOIN LATERAL (SELECT k.* FROM agreements_asked_anew(p.id) k WHERE k.purpose IN ('sign', 'week')
      ORDER BY k.at LIMIT 1) anew ON true
    CROSS JOIN LATERAL (SELECT NULLIF(min(k.subject), '')::date AS day FROM agreements_statement k
      WHERE k.placement_id = a.placement_id AND k.purpose = 'week' AND k.seen_at IS NULL) told
    -- The week before, where a day of it is not marked, by whoever marks it, and no link asks of it.
    CROSS JOIN LATERAL (SELECT date_trunc('week', min(t.day))::date AS day FROM placements_session t
      WHERE t.placement_id = a.placement_id AND t.day >= date_trunc('week', today())::date - 7
        AND t.day < date_trunc('week', today())::date AND t.state = 'held'
        AND NOT EXISTS (SELECT FROM attendance_attendance m WHERE m.placement_id = t.placement_id AND m.day = t.day)
        AND NOT EXISTS (SELECT FROM agreements_link l WHERE l.placement_id = a.placement_id AND l.purpose = 'week'
          AND l.subject = (date_trunc('week', today())::date - 7)::text AND agreements_link_is(l) = 'open')) unmarked
    WHERE a.person_id = ANY (of_people)) t
  WHERE t.asks <> ''
  UNION ALL SELECT e.agreement_id, e.placement_id, e.asks, e.day FROM agreements_endings_on_desk(of_people) e
$$;
GRANT EXECUTE ON FUNCTION agreements_on_desk TO trappan_app;

-- Which agreements at the municipality's employers wait for a signature (whose), or end soon: for the employer team,
-- which rings the employer. By workplace and day, of nobody by name, and of nobody with protected identity. Asked by
-- outcomes_at_employers alone.
CREATE FUNCTION agreements_at_employers()
RETURNS TABLE (employer_id bigint, employer text, workplace text, asks text, day date)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT e.id, e.name::text, w.name::text,
    CASE WHEN 'municipality' = ANY (s.parties) THEN 'ends' WHEN NOT 'employer' = ANY (s.parties) THEN 'employer'
      WHEN NOT 'participant' = ANY (s.parties) THEN 'participant' ELSE 'municipality' END,
    CASE WHEN 'municipality' = ANY (s.parties) THEN v.ends_on - 1 ELSE v.starts_on END
  FROM agreements_agreement a JOIN placements_placement p ON p.id = a.placement_id
  JOIN people_person x ON x.id = a.person_id AND NOT x.shielded
  JOIN employers_workplace w ON w.id = a.workplace_id
  JOIN employers_employer e ON e.id = w.employer_id AND e.municipality_id = ANY (staff_own())
  CROSS JOIN LATERAL (SELECT * FROM agreements_version k WHERE k.agreement_id = a.id ORDER BY k.number DESC LIMIT 1) v
  CROSS JOIN LATERAL (SELECT COALESCE(array_agg(k.party::text), '{}') AS parties FROM agreements_signature k
    WHERE k.version_id = v.id) s
  WHERE secrecy_role() = 'employer_officer' AND (p.ends_on IS NULL OR p.ends_on > today()) AND v.ends_on > today()
    AND (NOT 'municipality' = ANY (s.parties)
      OR v.ends_on <= today() + rule('agreement_warning_days', today())::int)
$$;
