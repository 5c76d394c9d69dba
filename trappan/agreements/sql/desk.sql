-- What agreements ask of whoever keeps them: to answer an employer, to sign last, to remind, and to see to the end in
-- time. As the one who asks, who sees only people of one's own.
CREATE FUNCTION agreements_on_desk(of_keeper bigint)
RETURNS TABLE (agreement_id bigint, person_id bigint, name text, asks text, day date) STABLE LANGUAGE sql AS $$
  SELECT t.id, t.person_id, t.name, t.asks, t.day FROM (
    SELECT a.id, a.person_id, x.given_name || ' ' || x.family_name AS name,
      CASE WHEN answered.at IS NOT NULL THEN 'answered' WHEN w.employer_id <> v.employer_id AND NOT s.whole THEN 'merged'
        WHEN s.whole AND v.ends_on <= today() + rule('agreement_warning_days', today())::int THEN 'ends'
        WHEN s.whole THEN '' WHEN s.many >= 2 THEN 'last' ELSE 'waits' END AS asks,
      CASE WHEN answered.at IS NOT NULL THEN stockholm_day(answered.at) WHEN s.whole THEN v.ends_on - 1
        ELSE v.starts_on END AS day
    FROM agreements_agreement a JOIN people_person x ON x.id = a.person_id
    JOIN placements_placement p ON p.id = a.placement_id JOIN employers_workplace w ON w.id = a.workplace_id
    JOIN LATERAL (SELECT * FROM agreements_version k WHERE k.agreement_id = a.id ORDER BY k.number DESC LIMIT 1) v ON true
    CROSS JOIN LATERAL (SELECT count(*) AS many, COALESCE(bool_or(k.party = 'municipality'), false) AS whole
      FROM agreements_signature k WHERE k.version_id = v.id) s
    LEFT JOIN LATERAL (SELECT max(l.used_at) AS at FROM agreements_link l WHERE l.version_id = v.id AND l.said ? 'no'
      AND l.seen_at IS NULL) answered ON true
    WHERE a.keeper_id = of_keeper AND (p.ends_on IS NULL OR p.ends_on > today()) AND v.ends_on > today()) t
  WHERE t.asks <> '' ORDER BY t.day, t.id LIMIT 200
$$;
GRANT EXECUTE ON FUNCTION agreements_on_desk TO trappan_app;
