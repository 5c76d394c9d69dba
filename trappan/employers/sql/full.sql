-- How many places of each opening of the municipality's are taken: counted over all to whom an employer has said yes,
-- also those whom the reader does not see, and without a person. Told to whoever reads the opening alone, since a
-- number so small tells of one person: a coordinator of own departments', a manager of the own workplace's, others
-- nothing.
CREATE FUNCTION employers_taken() RETURNS TABLE (opening_id bigint, taken bigint, places int)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT o.id, count(*), o.places FROM matching_proposal p JOIN employers_opening o ON o.id = p.opening_id
  JOIN employers_employer e ON e.id = o.employer_id AND e.municipality_id = ANY (staff_own())
  WHERE p.outcome = 'accepted' AND (employers_sees() OR (employers_coordinates() AND e.kind = 'department')
    OR o.workplace_id = employers_hosted())
  GROUP BY o.id
$$;
GRANT EXECUTE ON FUNCTION employers_taken TO trappan_app, trappan_matching;

-- Which of them have all their places taken.
CREATE FUNCTION employers_full() RETURNS SETOF bigint STABLE LANGUAGE sql AS $$
  SELECT t.opening_id FROM employers_taken() t WHERE t.taken >= t.places
$$;
GRANT EXECUTE ON FUNCTION employers_full TO trappan_app, trappan_matching;
