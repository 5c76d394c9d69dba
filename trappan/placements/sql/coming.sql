-- Who comes to the site of a manager of an own department in a stretch of days, a row a person and day: given name
-- with the first letter of the other, the aim, from when to when, the hours, and whom one rings about the person. The
-- manager holds no grant: this is all there is to be read. Of a protected person there is nothing, nor of days that
-- have passed or are more than three weeks away, whatever is asked.
CREATE FUNCTION placements_coming(from_day date, to_day date)
RETURNS TABLE (placement_id bigint, called text, activity text, aim text, starts_on date, ends_on date, day date,
  starts_at int, ends_at int, contact text, phone text)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT p.id, x.given_name || ' ' || left(x.family_name, 1), a.name, p.aim, p.starts_on, p.ends_on, s.day,
    s.starts_at, s.ends_at, c.name, c.phone
  FROM placements_placement p JOIN people_person x ON x.id = p.person_id AND x.protection = 'none'
  JOIN activities_activity a ON a.id = p.activity_id
  JOIN placements_session s ON s.placement_id = p.id AND s.state = 'held'
    AND s.day >= greatest(from_day, today()) AND s.day < least(to_day, today() + 21)
  LEFT JOIN LATERAL (SELECT w.given_name || ' ' || w.family_name AS name, w.phone FROM cases_case k
    JOIN staff_membership m ON m.id = k.responsible_id JOIN staff_colleague w ON w.id = m.colleague_id
    WHERE k.person_id = p.person_id AND k.closed_on IS NULL LIMIT 1) c ON true
  WHERE secrecy_role() = 'host_manager' AND p.unit_id = current_unit() AND p.agreed AND p.withdrawn_at IS NULL
    AND p.refused_at IS NULL AND p.starts_on < to_day AND (p.ends_on IS NULL OR p.ends_on > from_day)
    AND placements_consented(p.person_id, p.unit_id, p.starts_on, p.ends_on)
  ORDER BY s.day, s.starts_at, x.given_name, p.id
$$;
GRANT EXECUTE ON FUNCTION placements_coming TO trappan_app;
