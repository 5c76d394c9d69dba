-- Where the chain has a gap, by case number: a colleague's own cases, a head's whole unit. Everybody's rows
-- count, also the protected ones'; nothing but number and day is told.
CREATE FUNCTION requirement_controls() RETURNS TABLE (control text, number text, since date)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  my_role text := secrecy_role(); me bigint := current_actor(); of_unit bigint := current_unit();
  now_day date := today();
  window_days int := 60; receipt int := rule('receipt_days', now_day)::int;
  first_day int := rule('observed_from_day', now_day)::int; before int := rule('observed_months_before', now_day)::int;
  due int := rule('grounds_due_days', now_day)::int; cutoff date; latest date; mine bigint[]; people bigint[];
BEGIN
  IF my_role IS NULL OR my_role NOT IN ('consultant', 'social_worker', 'head_of_unit') THEN RETURN; END IF;
  SELECT d.day INTO cutoff FROM schedules_day d WHERE d.day < now_day AND d.weekday < 5 AND d.holiday = ''
    ORDER BY d.day DESC OFFSET rule('unmarked_days', now_day)::int - 1 LIMIT 1;
  mine := ARRAY(SELECT k.id FROM cases_case k LEFT JOIN staff_membership w ON w.id = k.social_worker_id
    WHERE k.closed_on IS NULL AND CASE my_role WHEN 'consultant' THEN k.responsible_id = me
      WHEN 'social_worker' THEN k.social_worker_id = me ELSE k.unit_id = of_unit OR w.unit_id = of_unit END);

  -- People by a list of their own, so that each is found by the index on placements.
  people := ARRAY(SELECT k.person_id FROM cases_case k WHERE k.id = ANY (mine));
  RETURN QUERY SELECT 'unmarked', k.number::text, min(t.day) FROM (
      SELECT a.person_id, a.day FROM attended_time a WHERE a.person_id = ANY (people)
        AND a.day >= now_day - window_days AND a.day < cutoff AND a.mark = '' AND a.unmarked > 0 OFFSET 0) t
    JOIN cases_case k ON k.person_id = t.person_id AND k.id = ANY (mine) AND k.opened_on <= t.day
    GROUP BY k.number;

  SELECT max(s.month) INTO latest FROM assistance_supportmonth s WHERE s.month <= now_day;
  RETURN QUERY SELECT 'no_place', k.number::text, GREATEST(k.opened_on, (SELECT max(p.ends_on)
    FROM placements_placement p
      WHERE p.person_id = k.person_id AND p.agreed AND p.ends_on <= now_day))
    FROM cases_case k JOIN requirement_in_month(latest, people) u
      ON u.person_id = k.person_id AND u.status = 'under'
    WHERE k.id = ANY (mine) AND NOT EXISTS (SELECT FROM placements_placement p WHERE p.person_id = k.person_id
      AND p.agreed AND p.starts_on <= now_day AND (p.ends_on IS NULL OR p.ends_on > now_day));

  RETURN QUERY SELECT 'not_registered', k.number::text, stockholm_day(r.made_at) FROM requirement_activityrequest r
    JOIN cases_case k ON k.id = r.case_id
    WHERE r.case_id = ANY (mine) AND r.registered_on IS NULL AND r.replaced_at IS NULL
      AND stockholm_day(r.made_at) <= now_day - receipt;

  RETURN QUERY SELECT 'grounds_late', k.number::text, min(f.until + due) FROM cases_case k
    JOIN LATERAL (SELECT DISTINCT ON (f.placement_id, f.day) f.kind,
        (date_trunc('month', f.day - (first_day - 1)) + make_interval(months => before))::date AS month,
        (date_trunc('month', f.day - (first_day - 1)) + interval '1 month')::date + first_day - 1 AS until
      FROM attendance_finding f WHERE f.person_id = k.person_id AND f.day >= k.opened_on
      ORDER BY f.placement_id, f.day, f.at DESC, f.id DESC) f ON f.kind = 'unexcused' AND f.until + due < now_day
    WHERE k.id = ANY (mine) AND NOT EXISTS (SELECT FROM requirement_grounds g WHERE g.person_id = k.person_id
      AND g.month = f.month AND g.sent_at IS NOT NULL AND g.taken_back_at IS NULL)
    GROUP BY k.number;

  RETURN QUERY SELECT CASE WHEN g.received_at IS NULL THEN 'receipt' ELSE 'undecided' END, k.number::text,
      stockholm_day(COALESCE(g.received_at, g.sent_at))
    FROM requirement_grounds g JOIN cases_case k ON k.id = g.case_id
    WHERE g.case_id = ANY (mine) AND g.sent_at IS NOT NULL AND g.taken_back_at IS NULL
      AND stockholm_day(COALESCE(g.received_at, g.sent_at)) <= now_day - receipt
      AND NOT EXISTS (SELECT FROM requirement_decision d WHERE d.grounds_id = g.id);

  RETURN QUERY SELECT 'no_movement', k.number::text, GREATEST(k.opened_on, m.day, g.day) FROM cases_case k
    LEFT JOIN LATERAL (SELECT max(x.day) AS day FROM plans_stepmove x WHERE x.person_id = k.person_id
      AND NOT x.corrected) m ON true
    LEFT JOIN LATERAL (SELECT max(x.closed_on) AS day FROM plans_goal x WHERE x.person_id = k.person_id) g ON true
    WHERE k.id = ANY (mine) AND GREATEST(k.opened_on, m.day, g.day) < now_day - 90
      AND EXISTS (SELECT FROM attendance_attendance a JOIN placements_placement p ON p.id = a.placement_id
        WHERE p.person_id = k.person_id AND p.agreed AND a.day > now_day - 30 AND a.mark IN ('present', 'partly'));
END $$;
GRANT EXECUTE ON FUNCTION requirement_controls TO trappan_app;
