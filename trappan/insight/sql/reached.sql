-- How many contacts a site's organisation has noted in a year, whom it has referred in it, who of them came, and who
-- still took part three months after; to its own sites, and to those of the municipality who read the agreement, of
-- what was referred to their own units. Contacts are no people. Of people no number is told that is of fewer than five,
-- or that leaves fewer than five others (`disclosure.FEWEST`); and who came and who stayed is told once, when the year
-- is over, everybody is answered and three months have passed for all, since a number that grows by one tells of one.
-- Whoever came twice is one, and what was taken back is none.
CREATE FUNCTION insight_reached(of_body bigint, of_year int)
RETURNS TABLE (contacts bigint, notes bigint, referred bigint, came bigint, stayed bigint, hidden boolean,
  is_whole boolean)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  WITH asker AS (
    SELECT of_body = ANY (staff_own()) AND secrecy_role() IN ('supervisor', 'site_leader') AS site,
      COALESCE(of_body = ANY (partnerships_agreed_with()), false) AS municipality
  ), told AS (
    SELECT sum(o.people) AS contacts, count(*) AS notes FROM partnerships_outreach o
    CROSS JOIN asker a
    WHERE o.organisation_id = of_body AND o.taken_out_on IS NULL AND extract(year FROM o.day) = of_year
      AND (a.site OR partnerships_agreed_on(of_body, o.day))
  ), cohort AS (
    SELECT r.state, r.answered_on, r.person_id FROM partnerships_partnerreferral r
    JOIN staff_unit u ON u.id = r.unit_id AND u.organisation_id = of_body
    JOIN staff_unit t ON t.id = r.to_unit_id CROSS JOIN asker a
    WHERE extract(year FROM stockholm_day(r.at)) = of_year AND r.state <> 'taken_back'
      AND (a.site OR t.organisation_id = ANY (staff_own()))
  ), counted AS (
    SELECT count(*) - count(c.person_id) + count(DISTINCT c.person_id) AS referred,
      count(DISTINCT c.person_id) FILTER (WHERE c.state = 'came') AS came,
      count(DISTINCT c.person_id) FILTER (WHERE c.state = 'came' AND EXISTS (SELECT FROM placements_placement p
        WHERE p.person_id = c.person_id AND p.agreed AND p.starts_on <= c.answered_on + interval '3 months'
          AND (p.ends_on IS NULL OR p.ends_on > c.answered_on + interval '3 months'))) AS stayed,
      of_year < extract(year FROM today()) AND COALESCE(bool_and(c.state NOT IN ('asked', 'received')
        AND (c.state <> 'came' OR c.answered_on + interval '3 months' < today())), true) AS is_whole
    FROM cohort c
  ), few AS (
    SELECT c.*, c.referred BETWEEN 1 AND 4 AS few_referred,
      c.came BETWEEN 1 AND 4 OR c.referred - c.came BETWEEN 1 AND 4 AS few_came,
      c.stayed < 5 OR c.came - c.stayed < 5 AS few_stayed
    FROM counted c
  )
  SELECT COALESCE(t.contacts, 0), t.notes, CASE WHEN NOT f.few_referred THEN f.referred END,
    CASE WHEN f.is_whole AND NOT f.few_referred AND NOT f.few_came THEN f.came END,
    CASE WHEN f.is_whole AND NOT f.few_referred AND NOT f.few_came AND NOT f.few_stayed THEN f.stayed END,
    f.few_referred OR f.few_came OR (f.is_whole AND f.few_stayed AND f.came > 0), f.is_whole
  FROM told t, few f, asker a WHERE a.site OR a.municipality
$$;
GRANT EXECUTE ON FUNCTION insight_reached TO trappan_app;
