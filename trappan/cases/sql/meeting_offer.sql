ALTER TABLE cases_meetingoffer ADD CONSTRAINT cases_meetingoffer_case_id_person_id_fkey
  FOREIGN KEY (case_id, person_id) REFERENCES cases_case (id, person_id);

ALTER TABLE cases_meetingoffer ADD CONSTRAINT cases_meetingoffer_meeting_id_person_id_fkey
  FOREIGN KEY (meeting_id, person_id) REFERENCES cases_meeting (id, person_id);

-- Whether an offer may be answered now: it has not ended, its day has not passed, and its colleague is still here.
CREATE FUNCTION cases_offer_holds(o cases_meetingoffer) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT o.ended_at IS NULL AND today() < o.until AND EXISTS (SELECT FROM staff_membership m
    WHERE m.id = o.colleague_id AND (m.ends_on IS NULL OR today() < m.ends_on))
$$;

-- What a colleague offers ends when the case is no longer the colleague's, and when it is closed.
CREATE FUNCTION cases_end_offers() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  UPDATE cases_meetingoffer o SET ended_at = clock()
   WHERE o.case_id = NEW.id AND o.ended_at IS NULL AND (NEW.closed_on IS NOT NULL
     OR o.colleague_id IS DISTINCT FROM NEW.responsible_id AND o.colleague_id IS DISTINCT FROM NEW.social_worker_id);
  RETURN NULL;
END $$;

CREATE TRIGGER ends_offers AFTER UPDATE OF responsible_id, social_worker_id, closed_on ON cases_case FOR EACH ROW
  WHEN (NEW.responsible_id IS DISTINCT FROM OLD.responsible_id OR NEW.social_worker_id IS DISTINCT FROM
    OLD.social_worker_id OR NEW.closed_on IS NOT NULL)
  EXECUTE FUNCTION cases_end_offers();

-- Nobody protected is offered anything on a page.
CREATE FUNCTION cases_end_offers_to_protected() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  UPDATE cases_meetingoffer o SET ended_at = clock() WHERE o.person_id = NEW.id AND o.ended_at IS NULL;
  RETURN NULL;
END $$;

CREATE TRIGGER ends_offers AFTER UPDATE OF protection ON people_person FOR EACH ROW
  WHEN (NEW.protection <> 'none' AND OLD.protection = 'none') EXECUTE FUNCTION cases_end_offers_to_protected();

CREATE FUNCTION cases_refuse_offer_to_protected() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM people_person p WHERE p.id = NEW.person_id AND p.shielded) THEN
    RAISE EXCEPTION 'protected' USING ERRCODE = 'check_violation', CONSTRAINT = 'no_offer_to_protected';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER not_to_protected BEFORE INSERT ON cases_meetingoffer FOR EACH ROW
  EXECUTE FUNCTION cases_refuse_offer_to_protected();
