-- The tour's way in to somebody's own pages as if by an eID, for whoever is at the keyboard: of whoever is in there by
-- a PIN already, and is the person and nobody who helps, or else of the card's person. Only where the demo's clock is
-- set: never in production.
CREATE FUNCTION demo_by_eid(of_person text, by_session text, as_session text) RETURNS boolean
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE found bigint;
BEGIN
  SELECT p.id INTO found FROM schedules_clock, people_person p
    LEFT JOIN portal_ownsession s ON s.person_id = p.id AND s.digest = portal_digest(by_session)
      AND NOT EXISTS (SELECT FROM portal_account a WHERE a.id = s.account_id AND a.mandate_id IS NOT NULL)
   WHERE (s.id IS NOT NULL OR p.given_name || ' ' || p.family_name = of_person) AND portal_has_pages(p.id)
   ORDER BY s.id NULLS LAST, p.id LIMIT 1;
  IF found IS NOT NULL THEN
    PERFORM portal_open_by_eid(found, 'demo', as_session, false);
  END IF;
  RETURN found IS NOT NULL;
END $$;
GRANT EXECUTE ON FUNCTION demo_by_eid TO trappan_web;
