-- Asked with the writer's eyes, as in workplace.sql: of what is hidden these find nothing; row-level security answers.
CREATE TRIGGER refuse_merged BEFORE INSERT ON employers_opening FOR EACH ROW
  EXECUTE FUNCTION employers_refuse_merged();
CREATE TRIGGER refuse_others BEFORE INSERT OR UPDATE OF workplace_id, contact_id ON employers_opening
  FOR EACH ROW EXECUTE FUNCTION employers_refuse_others();

-- Nothing is offered by an employer whose contact has ended, by one that takes nobody on, or at a workplace that is
-- closed, but for what was closed before; and nothing is made of a lead that is not ours.
CREATE FUNCTION employers_refuse_offering() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.closed_on IS NULL THEN
    IF EXISTS (SELECT FROM employers_employer e WHERE e.id = NEW.employer_id AND e.ended_on <= today()) THEN
      RAISE EXCEPTION 'ended' USING ERRCODE = 'check_violation', CONSTRAINT = 'ended_offers_nothing';
    END IF;
    IF EXISTS (SELECT FROM employers_employer e WHERE e.id = NEW.employer_id AND e.cooperates) THEN
      RAISE EXCEPTION 'cooperates' USING ERRCODE = 'check_violation', CONSTRAINT = 'cooperates_offers_nothing';
    END IF;
    IF EXISTS (SELECT FROM employers_workplace w WHERE w.id = NEW.workplace_id AND w.closed_on <= today()) THEN
      RAISE EXCEPTION 'closed' USING ERRCODE = 'check_violation', CONSTRAINT = 'closed_offers_nothing';
    END IF;
  END IF;
  IF NEW.lead_id IS NOT NULL AND NOT EXISTS (SELECT FROM employers_lead l JOIN employers_employer e
      ON e.municipality_id = l.municipality_id WHERE l.id = NEW.lead_id AND e.id = NEW.employer_id) THEN
    RAISE EXCEPTION 'another' USING ERRCODE = 'check_violation', CONSTRAINT = 'lead_of_the_municipality';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refuse_offering BEFORE INSERT ON employers_opening FOR EACH ROW
  EXECUTE FUNCTION employers_refuse_offering();
CREATE TRIGGER refuse_offering_again BEFORE UPDATE OF closed_on ON employers_opening FOR EACH ROW
  WHEN (OLD.closed_on IS NOT NULL AND NEW.closed_on IS NULL) EXECUTE FUNCTION employers_refuse_offering();
