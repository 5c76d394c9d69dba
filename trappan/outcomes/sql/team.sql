-- How the municipality's employer teams as a whole have worked in the last twelve months, an item a row: how many times
-- it was so, and of how many. Never of one person or colleague: under five people there are no numbers. No days are
-- asked for, so that nobody finds one person between two answers.
CREATE FUNCTION outcomes_team() RETURNS TABLE (item text, was bigint, of_all bigint)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  WITH span AS (SELECT (today() - interval '1 year')::date + 1 AS first, today() + 1 AS until),
  searches AS (
    SELECT s.* FROM matching_worksearch s JOIN staff_unit u ON u.id = s.unit_id
    WHERE u.organisation_id = ANY (staff_own())
  ), counted AS (
    -- Who received the person also asked about the opening where it became a yes, and sent the proposal.
    SELECT 'one' AS item, p.person_id, COALESCE(s.received_by_id = p.author_id AND p.sent_by_id = p.author_id, false)
      AS was
    FROM searches s JOIN matching_proposal p ON p.search_id = s.id, span
    WHERE p.outcome = 'accepted' AND p.ended_on >= span.first AND p.ended_on < span.until
    UNION ALL
    -- The person had said what employers may be told, and that held when it was sent.
    SELECT 'chosen', p.person_id, EXISTS (SELECT FROM matching_profileconsent c WHERE c.person_id = p.person_id
      AND c.audience = 'employer' AND c.at <= p.sent_at AND (c.replaced_at IS NULL OR c.replaced_at > p.sent_at)
      AND (c.withdrawn_on IS NULL OR c.withdrawn_on >= stockholm_day(p.sent_at))
      AND c.ends_on > stockholm_day(p.sent_at))
    FROM searches s JOIN matching_proposal p ON p.search_id = s.id, span
    WHERE stockholm_day(p.sent_at) >= span.first AND stockholm_day(p.sent_at) < span.until
    UNION ALL
    -- After work began, of those who had been on a list: a day to ask how it goes has come, two weeks ago or more.
    SELECT 'contact', x.person_id, EXISTS (SELECT FROM outcomes_followup f WHERE f.exit_id = x.id
      AND f.months = m.months AND f.taken_back_at IS NULL AND f.answer <> 'not_reached')
    FROM outcomes_exit x
    CROSS JOIN outcomes_follow_up_months() m (months)
    CROSS JOIN LATERAL (SELECT (x.day + make_interval(months => m.months))::date AS day) due, span
    WHERE x.reason = 'work' AND x.reopened_on IS NULL AND x.held IS NOT FALSE AND due.day >= span.first
      AND due.day + 14 < span.until
      AND EXISTS (SELECT FROM searches s WHERE s.person_id = x.person_id AND s.starts_on <= x.day)
    UNION ALL
    -- While somebody from a list is placed at an employer: each stretch of the rhythm with the person and the employer.
    SELECT 'contact', t.person_id, t.spoke FROM span, agreements_stretches(span.first, span.until) t
    WHERE EXISTS (SELECT FROM searches s WHERE s.person_id = t.person_id AND s.starts_on <= t.starts_on)
    UNION ALL
    -- Of those on a list, each plan that was decided since: the team was there when it was made.
    SELECT 'together', l.person_id, jsonb_path_exists(l.took_part, '$[*] ? (@.role == "employer_team")')
    FROM plans_plan l CROSS JOIN LATERAL (SELECT stockholm_day(l.decided_at) AS day) decided, span
    WHERE decided.day >= span.first AND decided.day < span.until
      AND EXISTS (SELECT FROM searches s WHERE s.person_id = l.person_id AND s.starts_on <= decided.day)
  )
  SELECT i.item, CASE WHEN n.people >= 5 THEN n.was END, CASE WHEN n.people >= 5 THEN n.of_all END
  FROM unnest(ARRAY['one', 'chosen', 'contact', 'together']) WITH ORDINALITY i (item, nr)
  CROSS JOIN LATERAL (SELECT count(DISTINCT c.person_id) AS people, count(*) FILTER (WHERE c.was) AS was,
    count(*) AS of_all FROM counted c WHERE c.item = i.item) n
  WHERE secrecy_role() IN ('employer_officer', 'head_of_unit') AND staff_own() IS NOT NULL
  ORDER BY i.nr
$$;
GRANT EXECUTE ON FUNCTION outcomes_team TO trappan_app;
