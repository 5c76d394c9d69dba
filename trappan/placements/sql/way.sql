-- The way through one organisation's enterprises: how many have ended at each within a year, and how many
-- of them went on, within sixty days, to one of its more demanding places. Counts of
-- everybody, fewer than five not told.
CREATE FUNCTION placements_way(of_organisation bigint)
RETURNS TABLE (activity_id bigint, ended bigint, moved_up bigint)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT w.activity_id, CASE WHEN w.ended >= 5 THEN w.ended END, CASE WHEN w.moved_up >= 5
    AND w.ended - w.moved_up >= 5 THEN w.moved_up END
  FROM (SELECT a.id AS activity_id, count(p.id) AS ended,
      count(p.id) FILTER (WHERE EXISTS (SELECT FROM placements_placement n
        JOIN activities_activity b ON b.id = n.activity_id
        JOIN staff_unit v ON v.id = b.unit_id WHERE n.person_id = p.person_id AND n.agreed
          AND v.organisation_id = of_organisation
          AND b.challenge > a.challenge AND n.starts_on >= p.ends_on - 7 AND n.starts_on < p.ends_on + 60)) AS moved_up
    FROM activities_activity a JOIN staff_unit u ON u.id = a.unit_id AND u.organisation_id = of_organisation
    LEFT JOIN placements_placement p ON p.activity_id = a.id AND p.agreed AND p.ends_on > p.starts_on
      AND p.ends_on <= today() AND p.ends_on > today() - 365
    WHERE secrecy_role() IS NOT NULL AND (SELECT o.kind = 'municipality' OR o.id = of_organisation FROM staff_unit me
      JOIN staff_organisation o ON o.id = me.organisation_id WHERE me.id = current_unit())
    GROUP BY a.id) w
$$;
GRANT EXECUTE ON FUNCTION placements_way TO trappan_app;
