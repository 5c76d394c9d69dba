-- The meetings of whoever has this address, with nothing of the person; those of protected persons are in no
-- feed. Whoever comes with an address acts in here, for as long as this takes, and is nobody afterwards.
CREATE FUNCTION desk_feed(of_digest text, since timestamptz, until timestamptz)
RETURNS TABLE (id bigint, starts_at timestamptz, ends_at timestamptz, how text, number text)
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE reader record;
BEGIN
  SELECT s.colleague_id, s.membership_id, s.unit_id INTO reader FROM staff_subscriber(of_digest) s;
  IF NOT FOUND THEN RETURN; END IF;
  PERFORM secrecy_seal(reader.membership_id, reader.colleague_id, reader.unit_id);
  RETURN QUERY SELECT m.id, m.starts_at, m.ends_at, m.how::text, c.number::text
    FROM cases_meeting m JOIN cases_case c ON c.id = m.case_id JOIN people_person p ON p.id = m.person_id
    WHERE m.colleague_id = reader.membership_id AND m.starts_at >= since AND m.starts_at < until
      AND m.outcome NOT IN ('cancelled', 'moved') AND p.protection = 'none' AND people_holds(m.person_id, 'plan')
    ORDER BY m.starts_at, m.id;
  PERFORM secrecy_leave();
END $$;
GRANT EXECUTE ON FUNCTION desk_feed TO trappan_web;

-- The formal days of whoever has this address, as her page of them has (formal.py), and nobody's name: `row` tells days
-- of a kind apart. The database's owner reads in here, so each part says itself whose it is; that page and address tell
-- the same is trappan/desk/tests/test_formal_feed.py.
CREATE FUNCTION desk_formal_feed(of_digest text)
RETURNS TABLE (kind text, id bigint, "row" bigint, name text, day date)
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE reader record; own bigint[];
BEGIN
  SELECT s.colleague_id, s.membership_id, s.unit_id INTO reader FROM staff_subscriber(of_digest) s;
  IF NOT FOUND THEN RETURN; END IF;
  PERFORM secrecy_seal(reader.membership_id, reader.colleague_id, reader.unit_id);
  own := staff_own();
  IF partnerships_reads_terms() THEN
    RETURN QUERY
    WITH agreed AS (
      SELECT a.*, a.municipality_id = ANY (own) AS ours, COALESCE((SELECT m.notice_months FROM partnerships_amendment m
          WHERE m.agreement_id = a.id AND m.signed_on IS NOT NULL AND m.notice_months IS NOT NULL
          ORDER BY m.signed_on DESC, m.id DESC LIMIT 1), a.notice_months, 0) AS months
      FROM partnerships_agreement a WHERE a.withdrawn_on IS NULL
        AND (a.municipality_id = ANY (own) OR a.organisation_id = ANY (own) AND a.signed_on IS NOT NULL)
    ), running AS (
      SELECT * FROM agreed a WHERE a.signed_on IS NOT NULL AND a.starts_on <= today()
        AND (a.until IS NULL OR a.until > today())
    ), met AS (
      SELECT m.* FROM partnerships_jointmeeting m WHERE m.municipality_id = ANY (own) OR partnerships_meets(m.id)
    ), days AS (
      SELECT 'notice' AS kind, a.id, a.id AS "row", a.name::text,
        (a.until - make_interval(months => a.months))::date - 1 AS day
      FROM running a WHERE a.months > 0 AND (a.until - make_interval(months => a.months))::date - 1 >= today()
      UNION ALL SELECT 'evaluation', a.id, a.id, a.name, a.evaluate_on FROM running a WHERE a.evaluate_on >= today()
      UNION ALL SELECT 'end', a.id, a.id, a.name, a.until - 1 FROM running a
      UNION ALL SELECT 'renew', r.id, r.id, r.name, r.day FROM partnerships_to_renew() r
      UNION ALL SELECT 'effect', a.id, g.id, g.wording, g.evaluate_on
      FROM insight_effectgoal g JOIN agreed a ON a.id = g.agreement_id
      WHERE g.taken_out_on IS NULL AND NOT EXISTS (SELECT FROM insight_effectresult r WHERE r.goal_id = g.id
        AND r.as_of >= g.evaluate_on)
      UNION ALL SELECT 'budget', a.id, a.id, a.name, max(b.ends_on) - 1
      FROM agreed a JOIN partnerships_budget b ON b.agreement_id = a.id AND b.taken_out_on IS NULL
      WHERE a.signed_on IS NOT NULL AND (a.until IS NULL OR a.until > today())
      GROUP BY a.id, a.name, a.until
      HAVING max(b.ends_on) > today() AND (a.until IS NULL OR a.until > max(b.ends_on))
      UNION ALL SELECT 'meeting', m.id, m.id, m.name, m.held_on FROM met m
      WHERE m.called_off_on IS NULL AND (m.held_on >= today() OR m.said = '')
      UNION ALL SELECT 'action', m.id, x.id, x.text, x.due_on
      FROM partnerships_meetingaction x JOIN met m ON m.id = x.meeting_id WHERE x.done_on IS NULL
      UNION ALL SELECT 'begins', a.id, COALESCE(-m.id, a.id), COALESCE(m.scope, a.name),
        COALESCE(m.starts_on, a.starts_on)
      FROM agreed a LEFT JOIN partnerships_amendment m ON m.agreement_id = a.id AND m.signed_on IS NULL
        AND m.withdrawn_on IS NULL
      WHERE a.ours AND (a.signed_on IS NULL OR m.id IS NOT NULL)
        AND NOT EXISTS (SELECT FROM partnerships_consultation c WHERE c.agreement_id = a.id
          AND c.amendment_id IS NOT DISTINCT FROM m.id AND c.kind = 'mbl')
      UNION ALL SELECT 'closes', u.id, u.id, u.name, u.ends_on - 1 FROM staff_unit u
      WHERE u.ends_on > today() AND partnerships_informs_of(u.id) AND NOT partnerships_is_informed(u.id, u.ends_on)
      UNION ALL SELECT 'initiative', i.id, i.id, i.name, i.ends_on - 1 FROM initiatives_initiative i
      WHERE i.ends_on > today() AND initiatives_sees() AND i.municipality_id = ANY (own)
    ) SELECT d.kind, d.id, d.row, d.name, d.day FROM days d WHERE d.day IS NOT NULL ORDER BY d.day, d.kind, d.row;
  END IF;
  PERFORM secrecy_leave();
END $$;
GRANT EXECUTE ON FUNCTION desk_formal_feed TO trappan_web;
