-- Which openings of the municipality's have all their places taken: counted over all to whom an employer has said yes,
-- also those whom the reader does not see, and without a person.
CREATE FUNCTION employers_full() RETURNS SETOF bigint
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT o.id FROM matching_proposal p JOIN employers_opening o ON o.id = p.opening_id
  JOIN employers_employer e ON e.id = o.employer_id AND e.municipality_id = ANY (staff_own())
  WHERE p.outcome = 'accepted' GROUP BY o.id HAVING count(*) >= o.places
$$;
GRANT EXECUTE ON FUNCTION employers_full TO trappan_app, trappan_matching;
