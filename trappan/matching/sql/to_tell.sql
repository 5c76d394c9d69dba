-- Which employers have a proposal of the own team's that stands no more, since when: it ended otherwise than by their
-- answer, and nobody has spoken with them since. By the work, of nobody by name; called by outcomes_at_employers alone.
CREATE FUNCTION matching_to_tell() RETURNS TABLE (employer_id bigint, employer text, work text, day date)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT e.id, e.name::text, o.title::text, max(p.ended_on) FROM matching_proposal p
  JOIN matching_worksearch s ON s.id = p.search_id AND s.unit_id = current_unit()
  JOIN employers_opening o ON o.id = p.opening_id
  JOIN employers_employer e ON e.id = o.employer_id AND e.municipality_id = ANY (staff_own())
    AND (e.ended_on IS NULL OR e.ended_on > today())
  WHERE secrecy_role() = 'employer_officer' AND p.sent_at IS NOT NULL
    AND p.outcome IN ('obsolete', 'withdrawn', 'person')
    AND NOT EXISTS (SELECT FROM employers_conversation c WHERE c.employer_id = e.id AND c.held_on >= p.ended_on)
  GROUP BY e.id, o.id
$$;
