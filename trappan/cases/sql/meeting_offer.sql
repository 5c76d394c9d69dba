ALTER TABLE cases_meetingoffer ADD CONSTRAINT cases_meetingoffer_case_id_person_id_fkey
  FOREIGN KEY (case_id, person_id) REFERENCES cases_case (id, person_id);

ALTER TABLE cases_meetingoffer ADD CONSTRAINT cases_meetingoffer_meeting_id_person_id_fkey
  FOREIGN KEY (meeting_id, person_id) REFERENCES cases_meeting (id, person_id);

-- Whether an offer may be answered now: it has not ended, its day has not passed, its colleague is still here, and what
-- is booked under it has neither begun nor been moved by others.
CREATE FUNCTION cases_offer_holds(o cases_meetingoffer) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT o.ended_at IS NULL AND today() < o.until AND EXISTS (SELECT FROM staff_membership m
    WHERE m.id = o.colleague_id AND (m.ends_on IS NULL OR today() < m.ends_on))
    AND (o.meeting_id IS NULL OR EXISTS (SELECT FROM cases_meeting m
      WHERE m.id = o.meeting_id AND m.outcome = '' AND m.starts_at > clock()))
$$;
GRANT EXECUTE ON FUNCTION cases_offer_holds TO trappan_app;

-- The same for a page, of an offer that one reads.
CREATE FUNCTION cases_offer_is_open(of_offer bigint) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT cases_offer_holds(o) FROM cases_meetingoffer o WHERE o.id = of_offer
$$;
GRANT EXECUTE ON FUNCTION cases_offer_is_open TO trappan_app;

-- With whom an answer stands until it is read: whoever offered the times while working with the person, otherwise
-- whoever has that seat now; the responsible consultant, where it was neither of the two.
CREATE FUNCTION cases_offer_reader(of_case bigint, offered_by bigint) RETURNS bigint STABLE LANGUAGE sql AS $$
  SELECT CASE WHEN m.id IN (k.responsible_id, k.social_worker_id) AND (m.ends_on IS NULL OR today() < m.ends_on)
    THEN m.id WHEN m.role = 'social_worker' THEN COALESCE(k.social_worker_id, k.responsible_id)
    ELSE COALESCE(k.responsible_id, k.social_worker_id) END
  FROM cases_case k, staff_membership m WHERE k.id = of_case AND m.id = offered_by
$$;
GRANT EXECUTE ON FUNCTION cases_offer_reader TO trappan_app;

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

-- Times of a meeting that is moved or cancelled are not chosen among any more. Whoever chooses has taken the meeting
-- from the offer first (portal/sql/meetings.sql).
CREATE FUNCTION cases_end_offers_of_meeting() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  UPDATE cases_meetingoffer o SET ended_at = clock() WHERE o.meeting_id = NEW.id AND o.ended_at IS NULL;
  RETURN NULL;
END $$;

CREATE TRIGGER ends_offers AFTER UPDATE OF outcome ON cases_meeting FOR EACH ROW
  WHEN (OLD.outcome = '' AND NEW.outcome IN ('moved', 'cancelled')) EXECUTE FUNCTION cases_end_offers_of_meeting();

-- Nobody protected is offered anything, nor anybody whose case is closed; held, so that what comes at the same moment
-- is waited for. What the colleague offered before ends: here, once person and case are held, as protection and closing
-- hold them before they end offers.
CREATE FUNCTION cases_begin_offer() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE hidden boolean; closed boolean;
BEGIN
  SELECT p.shielded INTO hidden FROM people_person p WHERE p.id = NEW.person_id FOR SHARE;
  IF hidden THEN
    RAISE EXCEPTION 'protected' USING ERRCODE = 'check_violation', CONSTRAINT = 'no_offer_to_protected';
  END IF;
  SELECT k.closed_on IS NOT NULL INTO closed FROM cases_case k WHERE k.id = NEW.case_id FOR SHARE;
  IF closed THEN
    RAISE EXCEPTION 'closed' USING ERRCODE = 'check_violation', CONSTRAINT = 'offer_in_an_open_case';
  END IF;
  UPDATE cases_meetingoffer o SET ended_at = clock()
   WHERE o.case_id = NEW.case_id AND o.colleague_id = NEW.colleague_id AND o.ended_at IS NULL;
  RETURN NEW;
END $$;

CREATE TRIGGER begins BEFORE INSERT ON cases_meetingoffer FOR EACH ROW
  EXECUTE FUNCTION cases_begin_offer();
