-- What the agreements of some people ask for: to read why an employer did not sign, to send a new link that somebody
-- asks for, to write one anew, to sign last, to remind, to see to the end in time, and when it is over to hear how it
-- went. As the one who asks, who sees only people of one's own.
CREATE FUNCTION agreements_on_desk(of_people bigint[])
RETURNS TABLE (agreement_id bigint, placement_id bigint, asks text, day date) STABLE LANGUAGE sql AS $$
  SELECT t.id, t.placement_id, t.asks, t.day FROM (
    SELECT a.id, a.placement_id,
      CASE WHEN answered.at IS NOT NULL THEN 'answered' WHEN anew.at IS NOT NULL THEN 'asked'
        WHEN w.employer_id <> v.employer_id AND NOT s.whole THEN 'merged'
        WHEN s.whole AND v.ends_on <= today() + rule('agreement_warning_days', today())::int THEN 'ends'
        WHEN s.whole THEN '' WHEN s.many >= 2 THEN 'last' ELSE 'waits' END AS asks,
      CASE WHEN answered.at IS NOT NULL THEN stockholm_day(answered.at)
        WHEN anew.at IS NOT NULL THEN stockholm_day(anew.at) WHEN s.whole THEN v.ends_on - 1
        ELSE v.starts_on END AS day
    FROM agreements_agreement a JOIN placements_placement p ON p.id = a.placement_id
    JOIN employers_workplace w ON w.id = a.workplace_id
    CROSS JOIN LATERAL (SELECT * FROM agreements_version k WHERE k.agreement_id = a.id ORDER BY k.number DESC
      LIMIT 1) v
    CROSS JOIN LATERAL (SELECT count(*) AS many, COALESCE(bool_or(k.party = 'municipality'), false) AS whole
      FROM agreements_signature k WHERE k.version_id = v.id) s
    CROSS JOIN LATERAL (SELECT max(k.at) AS at FROM agreements_link l JOIN agreements_statement k ON k.link_id = l.id
      WHERE l.version_id = v.id AND k.said ? 'no' AND k.seen_at IS NULL) answered
    CROSS JOIN LATERAL (SELECT agreements_asked_anew(p.id) AS at) anew
    WHERE a.person_id = ANY (of_people) AND (p.ends_on IS NULL OR p.ends_on > today()) AND v.ends_on > today()) t
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
