ALTER TABLE agreements_agreement ADD CONSTRAINT agreements_agreement_placement_id_person_id_fkey
  FOREIGN KEY (placement_id, person_id) REFERENCES placements_placement (id, person_id);

ALTER TABLE agreements_agreement ADD CONSTRAINT agreement_is_of_person UNIQUE (id, person_id);

ALTER TABLE agreements_version ADD CONSTRAINT agreements_version_agreement_id_person_id_fkey
  FOREIGN KEY (agreement_id, person_id) REFERENCES agreements_agreement (id, person_id);

ALTER TABLE agreements_version ADD CONSTRAINT version_is_of_person UNIQUE (id, person_id);

ALTER TABLE agreements_signature ADD CONSTRAINT agreements_signature_version_id_person_id_fkey
  FOREIGN KEY (version_id, person_id) REFERENCES agreements_version (id, person_id);

ALTER TABLE agreements_link ADD CONSTRAINT agreements_link_version_id_person_id_fkey
  FOREIGN KEY (version_id, person_id) REFERENCES agreements_version (id, person_id);

ALTER TABLE agreements_link ADD CONSTRAINT agreements_link_placement_id_person_id_fkey
  FOREIGN KEY (placement_id, person_id) REFERENCES placements_placement (id, person_id);

ALTER TABLE agreements_link ADD CONSTRAINT link_is_of_person UNIQUE (id, person_id);

ALTER TABLE agreements_statement ADD CONSTRAINT agreements_statement_link_id_person_id_fkey
  FOREIGN KEY (link_id, person_id) REFERENCES agreements_link (id, person_id);

ALTER TABLE agreements_alongcontact ADD CONSTRAINT agreements_alongcontact_agreement_id_person_id_fkey
  FOREIGN KEY (agreement_id, person_id) REFERENCES agreements_agreement (id, person_id);

-- Workplace and contact are of one employer; a placement that was not agreed on, or is over, needs no agreement. Asked
-- with the writer's eyes: of what is hidden it answers the same, whosever it is.
CREATE FUNCTION agreements_refuse_agreement() RETURNS trigger
SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM employers_workplace w JOIN employers_contact c ON c.employer_id = w.employer_id
      WHERE w.id = NEW.workplace_id AND c.id = NEW.contact_id) THEN
    RAISE EXCEPTION 'another' USING ERRCODE = 'check_violation', CONSTRAINT = 'contact_of_the_workplace';
  END IF;
  IF TG_OP = 'INSERT' AND NOT EXISTS (SELECT FROM placements_placement p WHERE p.id = NEW.placement_id
      AND p.refused_at IS NULL AND p.withdrawn_at IS NULL AND (p.ends_on IS NULL OR p.ends_on > today())) THEN
    RAISE EXCEPTION 'over' USING ERRCODE = 'check_violation', CONSTRAINT = 'agreement_of_what_goes_on';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refuse_agreement BEFORE INSERT OR UPDATE OF workplace_id, contact_id ON agreements_agreement
  FOR EACH ROW WHEN (current_user = 'trappan_app') EXECUTE FUNCTION agreements_refuse_agreement();

-- How many days may an agreement of a form be at most, by the rules of a day?
CREATE FUNCTION agreements_most_days(of_form text, on_day date) RETURNS int STABLE LANGUAGE sql AS $$
  SELECT rule(of_form || '_most_days', on_day)::int
$$;

-- A version gets its number and digest here, so that nobody writes others; it is no longer than its form allows, and
-- does not end before what is paid.
CREATE FUNCTION agreements_number_version() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE a agreements_agreement;
BEGIN
  -- In line with whoever writes or signs the same agreement.
  SELECT * INTO a FROM agreements_agreement g WHERE g.id = NEW.agreement_id FOR UPDATE;
  NEW.number := 1 + COALESCE((SELECT max(v.number) FROM agreements_version v WHERE v.agreement_id = a.id), 0);
  NEW.digest := encode(sha256(convert_to(
    concat_ws('|', NEW.form, NEW.support_form, NEW.starts_on, NEW.ends_on, NEW.content::text), 'UTF8')), 'hex');
  NEW.withdrawn_at := NULL;
  IF NEW.ends_on - NEW.starts_on > agreements_most_days(NEW.form, GREATEST(NEW.starts_on, today())) THEN
    RAISE EXCEPTION 'long' USING ERRCODE = 'check_violation', CONSTRAINT = 'agreement_within_its_form';
  END IF;
  IF NEW.ends_on < a.paid_until THEN
    RAISE EXCEPTION 'paid' USING ERRCODE = 'check_violation', CONSTRAINT = 'agreement_not_before_what_is_paid';
  END IF;
  IF NOT EXISTS (SELECT FROM employers_workplace w WHERE w.id = a.workplace_id AND w.employer_id = NEW.employer_id) THEN
    RAISE EXCEPTION 'another' USING ERRCODE = 'check_violation', CONSTRAINT = 'agreement_names_who_goes_on';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER number_version BEFORE INSERT ON agreements_version FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION agreements_number_version();

CREATE FUNCTION agreements_refuse_paid() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.paid_until > (SELECT max(v.ends_on) FROM agreements_version v
      WHERE v.agreement_id = NEW.id AND v.withdrawn_at IS NULL) THEN
    RAISE EXCEPTION 'paid' USING ERRCODE = 'check_violation', CONSTRAINT = 'paid_within_the_agreement';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refuse_paid BEFORE UPDATE OF paid_until ON agreements_agreement FOR EACH ROW
  WHEN (NEW.paid_until IS NOT NULL) EXECUTE FUNCTION agreements_refuse_paid();

-- Has everybody signed a version? The municipality signs last, so its signature tells.
CREATE FUNCTION agreements_is_signed(of_version bigint) RETURNS boolean
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT EXISTS (SELECT FROM agreements_signature s WHERE s.version_id = of_version AND s.party = 'municipality')
$$;

-- What of a text is not its days: whether anything else is changed follows from it.
CREATE FUNCTION agreements_but_days(content jsonb) RETURNS jsonb IMMUTABLE LANGUAGE sql AS $$
  SELECT jsonb_path_query_array(content, '$.lines[*] ? (@.key != "days")')
$$;

-- A new version withdraws the one before with its signatures, and ends its links; only where nothing but the days
-- differs does what all have signed stand until they have signed the new one.
CREATE FUNCTION agreements_follow_version() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  UPDATE agreements_version v SET withdrawn_at = clock()
   WHERE v.agreement_id = NEW.agreement_id AND v.id <> NEW.id AND v.withdrawn_at IS NULL
     AND NOT (agreements_is_signed(v.id) AND v.form = NEW.form AND v.support_form = NEW.support_form
       AND v.employer_id = NEW.employer_id AND v.starts_on = NEW.starts_on
       AND agreements_but_days(v.content) = agreements_but_days(NEW.content));
  UPDATE agreements_link l SET ended_at = clock(), ended_why = 'changed' FROM agreements_version v
   WHERE v.id = l.version_id AND v.agreement_id = NEW.agreement_id AND v.id <> NEW.id AND l.used_at IS NULL
     AND l.ended_at IS NULL;
  PERFORM agreements_settle(NEW.agreement_id);
  RETURN NULL;
END $$;
CREATE TRIGGER follow_version AFTER INSERT ON agreements_version FOR EACH ROW
  EXECUTE FUNCTION agreements_follow_version();

-- Let a placement wait for signatures or go on, as its agreement stands. It waits from its first day; where it has
-- begun from today, or from the day after the latest that is marked. The days that passed so are a pause.
CREATE FUNCTION agreements_settle(of_agreement bigint) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE p placements_placement; holds boolean;
BEGIN
  SELECT q.* INTO p FROM placements_placement q JOIN agreements_agreement a ON a.placement_id = q.id
    WHERE a.id = of_agreement FOR UPDATE OF q;
  holds := EXISTS (SELECT FROM agreements_version v WHERE v.agreement_id = of_agreement AND v.withdrawn_at IS NULL
    AND agreements_is_signed(v.id));
  IF NOT holds AND p.waits_from IS NULL THEN
    UPDATE placements_placement SET waits_from = GREATEST(p.starts_on,
      CASE WHEN p.starts_on < today() THEN today() END,
      (SELECT max(a.day) + 1 FROM attendance_attendance a WHERE a.placement_id = p.id))
    WHERE id = p.id;
  ELSIF holds AND p.waits_from IS NOT NULL THEN
    INSERT INTO placements_suspension (person_id, unit_id, placement_id, starts_on, ends_on, author_id, at)
    SELECT p.person_id, p.unit_id, p.id, lower(r), upper(r), current_actor(), clock()
    FROM unnest(datemultirange(daterange(p.waits_from, GREATEST(p.waits_from, LEAST(today(), p.ends_on)))) - COALESCE(
      (SELECT range_agg(daterange(s.starts_on, s.ends_on)) FROM placements_suspension s WHERE s.placement_id = p.id),
      '{}')) r;
    UPDATE placements_placement SET waits_from = NULL WHERE id = p.id;
  END IF;
END $$;

-- Where what somebody has gone up in another while an agreement waits, nobody signs for an employer that is no more:
-- its links end, and the agreement is written anew.
CREATE FUNCTION agreements_of_merged() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  UPDATE agreements_link l SET ended_at = clock(), ended_why = 'merged'
    FROM agreements_version v JOIN agreements_agreement a ON a.id = v.agreement_id
   WHERE l.version_id = v.id AND a.workplace_id = NEW.id AND v.employer_id <> NEW.employer_id
     AND NOT agreements_is_signed(v.id) AND l.used_at IS NULL AND l.ended_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER of_merged AFTER UPDATE OF employer_id ON employers_workplace FOR EACH ROW
  WHEN (OLD.employer_id <> NEW.employer_id) EXECUTE FUNCTION agreements_of_merged();

-- Whatever signs, signs what was read: the version that holds, of an employer that goes on; the municipality last.
CREATE FUNCTION agreements_refuse_signature() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE v agreements_version;
BEGIN
  -- In line with whoever writes the agreement anew.
  PERFORM FROM agreements_agreement a JOIN agreements_version w ON w.agreement_id = a.id
    WHERE w.id = NEW.version_id FOR UPDATE OF a;
  SELECT * INTO v FROM agreements_version w WHERE w.id = NEW.version_id;
  IF v.withdrawn_at IS NOT NULL OR EXISTS (SELECT FROM agreements_version w
      WHERE w.agreement_id = v.agreement_id AND w.number > v.number) THEN
    RAISE EXCEPTION 'changed' USING ERRCODE = 'check_violation', CONSTRAINT = 'signed_as_it_stands';
  END IF;
  IF NOT EXISTS (SELECT FROM agreements_agreement a JOIN employers_workplace w ON w.id = a.workplace_id
      WHERE a.id = v.agreement_id AND w.employer_id = v.employer_id) THEN
    RAISE EXCEPTION 'merged' USING ERRCODE = 'check_violation', CONSTRAINT = 'agreement_names_who_goes_on';
  END IF;
  NEW.digest := v.digest;
  IF NEW.party = 'municipality' AND (SELECT count(*) FROM agreements_signature s
      WHERE s.version_id = v.id AND s.digest = v.digest AND s.party <> 'municipality') < 2 THEN
    RAISE EXCEPTION 'last' USING ERRCODE = 'check_violation', CONSTRAINT = 'municipality_signs_last';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refuse_signature BEFORE INSERT ON agreements_signature FOR EACH ROW
  EXECUTE FUNCTION agreements_refuse_signature();

-- Signed by all three, it holds, and what stood until then is past. A link that asks for what is signed ends.
CREATE FUNCTION agreements_follow_signature() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE of_agreement bigint := (SELECT v.agreement_id FROM agreements_version v WHERE v.id = NEW.version_id);
BEGIN
  IF NEW.party = 'employer' THEN
    UPDATE agreements_link l SET ended_at = clock(), ended_why = 'new'
     WHERE l.version_id = NEW.version_id AND l.used_at IS NULL AND l.ended_at IS NULL
       AND l.id IS DISTINCT FROM NEW.link_id;
  END IF;
  IF NEW.party = 'municipality' THEN
    UPDATE agreements_version v SET withdrawn_at = clock()
     WHERE v.agreement_id = of_agreement AND v.id <> NEW.version_id AND v.withdrawn_at IS NULL;
    PERFORM agreements_settle(of_agreement);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER follow_signature AFTER INSERT ON agreements_signature FOR EACH ROW
  EXECUTE FUNCTION agreements_follow_signature();
