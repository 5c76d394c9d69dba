-- What the person's days hold, from today and so many days on: times at sites, meetings, and what else the decided plan
-- has at certain hours. Of a meeting who, where and how, not what about. `away` says that it is known that the person
-- does not come, `own` that the person has said it; `late` are the minutes that the person has said, and `seen` that
-- somebody at the site has read it since. `said_by` says of either whether a helper or a guardian has said it, `mine`
-- that it was whoever asks, and `helper` to the person by what given name. Whoever comes by a mandate reads no reason,
-- and no day that the mandate does not reach.
CREATE FUNCTION portal_week(days int)
RETURNS TABLE (kind text, placement bigint, day date, starts_at int, ends_at int, name text, place text, address text,
  who text, phone text, state text, mark text, away boolean, own boolean, late int, reason text, seen boolean,
  over boolean, said_by text, mine boolean, helper text)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE me bigint := portal_whose('week'); helping portal_mandate := portal_by_mandate(); first date := today();
  until date := today() + days; minute int;
BEGIN
  IF helping.id IS NOT NULL THEN
    until := LEAST(until, portal_reach(helping));
  END IF;
  minute := extract(epoch FROM (clock() AT TIME ZONE 'Europe/Stockholm')::time)::int / 60;
  RETURN QUERY
  SELECT 'session', s.placement_id, s.day, s.starts_at, s.ends_at, a.name::text, u.name::text, a.address::text,
    a.contact::text, a.phone::text, s.state, COALESCE(m.mark, '')::text, n.id IS NOT NULL,
    n.id IS NOT NULL AND n.author_id IS NULL,
    CASE WHEN l.id IS NOT NULL THEN COALESCE(l.minutes, 0) END::int,
    COALESCE((SELECT t.reason FROM placements_toldreason t WHERE t.placement_id = s.placement_id AND t.day = s.day
      AND t.author_id IS NULL AND helping.id IS NULL ORDER BY t.id DESC LIMIT 1), '')::text,
    COALESCE(CASE WHEN n.author_id IS NULL THEN portal_seen(s.unit_id, s.day, n.at, true) END,
      portal_seen(s.unit_id, s.day, l.at, false), false),
    s.day = first AND s.ends_at <= minute, COALESCE(n.said_by, l.said_by, '')::text,
    COALESCE(n.id, l.id) IS NOT NULL AND n.author_id IS NULL AND COALESCE(n.mandate_id, l.mandate_id)
      IS NOT DISTINCT FROM helping.id,
    CASE WHEN helping.id IS NULL THEN portal_given_name(COALESCE(n.mandate_id, l.mandate_id)) ELSE '' END
  FROM placements_session s JOIN activities_activity a ON a.id = s.activity_id JOIN staff_unit u ON u.id = s.unit_id
  LEFT JOIN attendance_attendance m ON m.placement_id = s.placement_id AND m.day = s.day
  LEFT JOIN placements_notice n ON n.placement_id = s.placement_id AND n.day = s.day AND n.says = 'absent'
  LEFT JOIN placements_notice l ON l.placement_id = s.placement_id AND l.day = s.day AND l.says = 'late'
    AND l.author_id IS NULL
  WHERE s.person_id = me AND s.day >= first AND s.day < until
  UNION ALL
  SELECT 'meeting', NULL, t.wall::date, t.minute, t.minute + extract(epoch FROM b.ends_at - b.starts_at)::int / 60,
    c.given_name || ' ' || c.family_name, b.place::text, '', c.given_name || ' ' || c.family_name, c.phone::text,
    b.how::text, b.outcome::text, false, false, NULL, '', false, b.ends_at <= clock(), '', false, ''
  FROM cases_meeting b JOIN staff_membership w ON w.id = b.colleague_id JOIN staff_colleague c ON c.id = w.colleague_id
  CROSS JOIN LATERAL (SELECT b.starts_at AT TIME ZONE 'Europe/Stockholm' AS wall,
    extract(epoch FROM (b.starts_at AT TIME ZONE 'Europe/Stockholm')::time)::int / 60 AS minute) t
  WHERE b.person_id = me AND b.outcome IN ('', 'came') AND t.wall::date >= first AND t.wall::date < until
  UNION ALL
  SELECT 'part', NULL, d.day, q.starts_at % 1440, (q.ends_at - 1) % 1440 + 1, '', '', '', '',
    '', q.kind::text, '', false, false, NULL, '', false, d.day = first AND (q.ends_at - 1) % 1440 + 1 <= minute, '',
    false, ''
  FROM plans_plan p JOIN plans_planpart q ON q.plan_id = p.id AND q.taken_out_at IS NULL AND q.starts_at IS NOT NULL
  JOIN schedules_day d ON d.weekday = q.starts_at / 1440 AND q.weeks IN ('every', d.letter) AND d.holiday = ''
  JOIN cases_case k ON k.id = p.case_id AND k.closed_on IS NULL
  WHERE p.person_id = me AND p.decided_at IS NOT NULL AND p.ended_at IS NULL AND p.replaced_at IS NULL
    AND q.kind <> 'activity' AND d.day >= first AND d.day < until
  ORDER BY 3, 4, 5;
END $$;
GRANT EXECUTE ON FUNCTION portal_week TO trappan_own;

-- By what given name the person knows whoever spoke by a mandate; empty of none.
CREATE FUNCTION portal_given_name(of_mandate bigint) RETURNS text STABLE LANGUAGE sql AS $$
  SELECT COALESCE((SELECT split_part(m.name, ' ', 1) FROM portal_mandate m WHERE m.id = of_mandate), '')
$$;

-- Whether somebody at a site has read since a moment what was said of a day: that day's list, or, of who does not come,
-- the list of the day on which it was read, which tells a fortnight ahead. NULL of no moment.
CREATE FUNCTION portal_seen(of_unit bigint, of_day date, since timestamptz, is_told_ahead boolean) RETURNS boolean
STABLE STRICT SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT EXISTS (SELECT FROM staff_membership m JOIN history_event e ON e.actor_id = m.id AND e.at >= since
    CROSS JOIN LATERAL (SELECT (e.details->>'day')::date AS listed,
      (e.at AT TIME ZONE 'Europe/Stockholm')::date AS read) d
    WHERE m.unit_id = of_unit AND e.kind = 'read' AND e.verb = 'attendance.see_day'
      AND (d.listed = of_day OR is_told_ahead AND d.listed = d.read AND of_day <= d.read + 14))
$$;

-- Whom the person rings: the consultant, or else the social worker, of the open case.
CREATE FUNCTION portal_contact() RETURNS TABLE (name text, phone text, is_consultant boolean)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE me bigint := portal_whose('week');
BEGIN
  RETURN QUERY SELECT k.given_name || ' ' || k.family_name, k.phone::text, c.responsible_id IS NOT NULL
  FROM cases_case c JOIN staff_membership m ON m.id = COALESCE(c.responsible_id, c.social_worker_id)
  JOIN staff_colleague k ON k.id = m.colleague_id
  WHERE c.person_id = me AND c.closed_on IS NULL ORDER BY c.opened_on DESC, c.id DESC LIMIT 1;
END $$;
GRANT EXECUTE ON FUNCTION portal_contact TO trappan_own;
