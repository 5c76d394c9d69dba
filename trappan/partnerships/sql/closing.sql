-- That neither information nor negotiation is needed is a head's to say, of a draft and of a unit that closes.
CREATE FUNCTION partnerships_not_needed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF partnerships_keeps_for() IS NOT NULL AND secrecy_role() <> 'head_of_unit' THEN
    RAISE EXCEPTION 'not hers' USING ERRCODE = 'check_violation', CONSTRAINT = 'a_head_says_not_needed';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER not_needed BEFORE INSERT ON partnerships_consultation FOR EACH ROW
  WHEN (current_user = 'trappan_app' AND NEW.paragraph = 'none') EXECUTE FUNCTION partnerships_not_needed();

CREATE TRIGGER not_needed BEFORE INSERT ON partnerships_closinginformation FOR EACH ROW
  WHEN (current_user = 'trappan_app' AND NEW.paragraph = 'none') EXECUTE FUNCTION partnerships_not_needed();

-- It comes before the unit closes, where the day is set.
CREATE FUNCTION partnerships_inform_of_closing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM staff_unit u WHERE u.id = NEW.unit_id AND u.ends_on <= NEW.held_on) THEN
    RAISE EXCEPTION 'late' USING ERRCODE = 'check_violation', CONSTRAINT = 'closing_information_comes_before';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER inform_of_closing BEFORE INSERT ON partnerships_closinginformation FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION partnerships_inform_of_closing();

-- Is the closing of a unit the municipality's of whoever keeps agreements to inform of: one of its own, one of a
-- partner's that answers to it, or where nobody has said to whom it answers, one of a partner that it has agreed with?
CREATE FUNCTION partnerships_informs_of(of_unit bigint) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT partnerships_keeps_for() IS NOT NULL AND EXISTS (SELECT FROM staff_unit u
    JOIN staff_organisation o ON o.id = u.organisation_id
    WHERE u.id = of_unit AND (o.id = ANY (staff_own()) OR o.kind <> 'municipality' AND CASE
      WHEN partnerships_answers_to(u.id) IS NOT NULL THEN partnerships_answers_to(u.id) = ANY (staff_own())
      ELSE EXISTS (SELECT FROM partnerships_agreement a WHERE a.organisation_id = o.id
          AND a.municipality_id = ANY (staff_own()))
        OR NOT EXISTS (SELECT FROM staff_organisation m WHERE m.kind = 'municipality' AND m.id <> ALL (staff_own()))
      END))
$$;
GRANT EXECUTE ON FUNCTION partnerships_informs_of TO trappan_app;

-- Were the unions informed before a unit closes on a day, and not longer before than the rules say: what was told about
-- another closing, years ago, is nothing about this one? For whoever closes it: a head's word stands for the leader of
-- a partner's site too, who does not read it; of a site that answers to one municipality its own word alone.
CREATE FUNCTION partnerships_is_informed(of_unit bigint, on_day date) RETURNS boolean
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT secrecy_role() IN ('administrator', 'controller', 'director', 'head_of_unit', 'site_leader') AND EXISTS (
    SELECT FROM partnerships_closinginformation c WHERE c.unit_id = of_unit AND c.held_on < on_day
      AND c.held_on >= on_day - rule('mbl_valid_days', today())::int
      AND (of_unit = current_unit() OR c.municipality_id = ANY (staff_own()))
      AND c.municipality_id = COALESCE(partnerships_answers_to(of_unit), c.municipality_id))
$$;
GRANT EXECUTE ON FUNCTION partnerships_is_informed TO trappan_app;

-- What is written down as signed elsewhere has begun, or goes on with a partner that is there: a partner that is still
-- to begin, and places that it is to have more of, take their steps here, with the unions' information before the
-- decision.
CREATE FUNCTION partnerships_begins_by_steps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF partnerships_keeps_for() IS NOT NULL AND (TG_TABLE_NAME = 'partnerships_amendment' OR NOT EXISTS (
    SELECT FROM partnerships_agreement a WHERE a.organisation_id = (to_jsonb(NEW) ->> 'organisation_id')::bigint
      AND a.municipality_id = (to_jsonb(NEW) ->> 'municipality_id')::bigint AND a.signed_on IS NOT NULL
      AND a.starts_on <= today() AND (a.until IS NULL OR a.until > today()))) THEN
    RAISE EXCEPTION 'ahead' USING ERRCODE = 'check_violation', CONSTRAINT = 'what_is_to_begin_takes_its_steps';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER begins_by_steps BEFORE INSERT ON partnerships_agreement FOR EACH ROW
  WHEN (current_user = 'trappan_app' AND NEW.signed_on IS NOT NULL AND NEW.starts_on > today())
  EXECUTE FUNCTION partnerships_begins_by_steps();

CREATE TRIGGER begins_by_steps BEFORE INSERT ON partnerships_amendment FOR EACH ROW
  WHEN (current_user = 'trappan_app' AND NEW.signed_on IS NOT NULL AND NEW.places > 0 AND NEW.starts_on > today())
  EXECUTE FUNCTION partnerships_begins_by_steps();
