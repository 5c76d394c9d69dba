-- What work lies near to what a person has said, the nearest first: asked for, done before, what one who asks for it or
-- has done it can stand in for (`via`), and what is of the same group. With each the person's skills that are used in
-- such work. Asked in the role of the fit alone: it reads the profile by the reader's grants, and no person.
CREATE FUNCTION matching_near(of_person bigint)
RETURNS TABLE (occupation_id text, nearness text, via text, skills text[])
STABLE LANGUAGE sql AS $$
  WITH me AS MATERIALIZED (
    SELECT p.wishes, p.done, COALESCE(p.wishes, '{}') || COALESCE(p.done, '{}') AS said, p.skills
    FROM matching_profile p WHERE p.person_id = of_person
  ), found AS (
    SELECT s AS id, CASE WHEN s = ANY (me.wishes) THEN 1 ELSE 2 END AS rank, NULL AS via, 0 AS percent
      FROM me, unnest(me.said) s
    UNION ALL SELECT l.b_id, 3, l.a_id, l.percent FROM me
      JOIN rules_conceptlink l ON l.kind = 'stands_in' AND l.a_id = ANY (me.said)
    UNION ALL SELECT o.a_id, 4, g.b_id, 0 FROM me
      JOIN rules_conceptlink g ON g.kind = 'broader' AND g.a_id = ANY (me.said)
      JOIN rules_conceptlink o ON o.kind = 'broader' AND o.b_id = g.b_id
  ), nearest AS (
    SELECT DISTINCT ON (f.id) f.id, f.rank, f.via FROM found f ORDER BY f.id, f.rank, f.percent DESC, f.via)
  SELECT n.id, (ARRAY['wish', 'done', 'near', 'group'])[n.rank], COALESCE(c.label, ''),
    ARRAY(SELECT DISTINCT s.label FROM me, rules_conceptlink g
      JOIN rules_conceptlink u ON u.kind = 'used_in' AND u.b_id = g.b_id
      JOIN rules_concept s ON s.id = u.a_id
      WHERE g.kind = 'broader' AND g.a_id = n.id AND u.a_id = ANY (me.skills) ORDER BY s.label)
  FROM nearest n LEFT JOIN rules_concept c ON c.id = n.via
$$;
GRANT EXECUTE ON FUNCTION matching_near TO trappan_matching;
