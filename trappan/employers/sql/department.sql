-- May I read of the own departments, and of no other employer? Who coordinates their places.
CREATE FUNCTION employers_coordinates() RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT EXISTS (SELECT FROM staff_unit u JOIN staff_organisation o ON o.id = u.organisation_id
    AND o.kind = 'municipality' WHERE u.id = current_unit() AND secrecy_role() = 'place_coordinator')
$$;
GRANT EXECUTE ON FUNCTION employers_coordinates TO trappan_app, trappan_matching;

-- The workplace that I manage: where my unit works. Nothing to everybody who manages none.
CREATE FUNCTION employers_hosted() RETURNS bigint
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT w.id FROM employers_workplace w WHERE w.unit_id = current_unit() AND secrecy_role() = 'host_manager'
    AND (w.closed_on IS NULL OR w.closed_on > today()) ORDER BY w.id LIMIT 1
$$;
GRANT EXECUTE ON FUNCTION employers_hosted TO trappan_app, trappan_matching;

-- The department that it is part of.
CREATE FUNCTION employers_hosting() RETURNS bigint
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT w.employer_id FROM employers_workplace w WHERE w.id = employers_hosted()
$$;
GRANT EXECUTE ON FUNCTION employers_hosting TO trappan_app, trappan_matching;

-- A workplace of an own department is where a site of the own municipality works, and of no other employer.
CREATE FUNCTION employers_refuse_site() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM employers_employer e JOIN staff_unit u ON u.id = NEW.unit_id AND u.kind = 'site'
      AND u.organisation_id = e.municipality_id WHERE e.id = NEW.employer_id AND e.kind = 'department') THEN
    RAISE EXCEPTION 'site' USING ERRCODE = 'check_violation', CONSTRAINT = 'site_of_a_department';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refuse_site BEFORE INSERT OR UPDATE OF unit_id ON employers_workplace FOR EACH ROW
  WHEN (NEW.unit_id IS NOT NULL) EXECUTE FUNCTION employers_refuse_site();

-- A half-year begins in January or July.
CREATE FUNCTION employers_is_half(of_day date) RETURNS boolean IMMUTABLE LANGUAGE sql RETURN
  extract(day FROM of_day) = 1 AND extract(month FROM of_day) IN (1, 7);
GRANT EXECUTE ON FUNCTION employers_is_half TO trappan_app;
ALTER TABLE employers_departmenttarget ADD CONSTRAINT target_of_a_half_year CHECK (employers_is_half(half));
ALTER TABLE employers_departmenttarget ADD CONSTRAINT target_names_nobody CHECK (people_names_nobody(decision));
ALTER TABLE employers_placequestion ADD CONSTRAINT question_of_a_half_year CHECK (employers_is_half(half));
ALTER TABLE employers_placequestion ADD CONSTRAINT answer_names_nobody CHECK (people_names_nobody(none_reason));

-- Own departments alone have targets and are asked so; those who write see the department, and are told nothing else.
CREATE FUNCTION employers_refuse_no_department() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE of_employer bigint := (to_jsonb(NEW) ->> 'employer_id')::bigint;
BEGIN
  IF EXISTS (SELECT FROM employers_employer e WHERE e.kind <> 'department' AND e.id = COALESCE(of_employer,
      (SELECT w.employer_id FROM employers_workplace w WHERE w.id = (to_jsonb(NEW) ->> 'workplace_id')::bigint))) THEN
    RAISE EXCEPTION 'department' USING ERRCODE = 'check_violation', CONSTRAINT = 'asked_is_a_department';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refuse_no_department BEFORE INSERT ON employers_departmenttarget FOR EACH ROW
  EXECUTE FUNCTION employers_refuse_no_department();
CREATE TRIGGER refuse_no_department BEFORE INSERT ON employers_placequestion FOR EACH ROW
  EXECUTE FUNCTION employers_refuse_no_department();

-- An opening that answers a question is of its workplace. Whoever offers places has not answered none; two who answer
-- at once stand in line. To a half-year that is over nothing is offered.
CREATE FUNCTION employers_refuse_offer() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE q employers_placequestion;
BEGIN
  PERFORM FROM employers_placequestion o WHERE o.id = NEW.question_id FOR UPDATE;
  SELECT * INTO q FROM employers_placequestion o WHERE o.id = NEW.question_id;
  IF q.workplace_id <> NEW.workplace_id OR NEW.workplace_id IS NULL THEN
    RAISE EXCEPTION 'another' USING ERRCODE = 'check_violation', CONSTRAINT = 'offer_of_the_workplace';
  END IF;
  IF NEW.closed_on IS NULL THEN
    IF q.none_reason <> '' THEN
      RAISE EXCEPTION 'none' USING ERRCODE = 'check_violation', CONSTRAINT = 'offers_none_or_some';
    END IF;
    IF q.half + interval '6 months' <= today() THEN
      RAISE EXCEPTION 'over' USING ERRCODE = 'check_violation', CONSTRAINT = 'half_year_is_over';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refuse_offer BEFORE INSERT OR UPDATE OF closed_on, workplace_id ON employers_opening FOR EACH ROW
  WHEN (NEW.question_id IS NOT NULL AND secrecy_role() IS NOT NULL) EXECUTE FUNCTION employers_refuse_offer();
CREATE FUNCTION employers_refuse_none() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.none_reason <> '' AND EXISTS (SELECT FROM employers_opening o WHERE o.question_id = NEW.id
      AND (o.closed_on IS NULL OR o.closed_on > today())) THEN
    RAISE EXCEPTION 'some' USING ERRCODE = 'check_violation', CONSTRAINT = 'offers_none_or_some';
  END IF;
  IF NEW.half + interval '6 months' <= today() THEN
    RAISE EXCEPTION 'over' USING ERRCODE = 'check_violation', CONSTRAINT = 'half_year_is_over';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refuse_none BEFORE UPDATE OF none_reason ON employers_placequestion FOR EACH ROW
  WHEN (secrecy_role() IS NOT NULL) EXECUTE FUNCTION employers_refuse_none();
