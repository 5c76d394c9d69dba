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

-- No fewer places than an employer has said yes to. A yes locks the opening (matching_refuse_full): of a yes and a
-- change at once the later sees the earlier.
CREATE FUNCTION employers_refuse_fewer() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.places < (SELECT count(*) FROM matching_proposal p
      WHERE p.opening_id = NEW.id AND p.outcome = 'accepted') THEN
    RAISE EXCEPTION 'taken' USING ERRCODE = 'check_violation', CONSTRAINT = 'places_are_taken';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refuse_fewer BEFORE UPDATE OF places ON employers_opening FOR EACH ROW
  WHEN (NEW.places < OLD.places) EXECUTE FUNCTION employers_refuse_fewer();
