ALTER TABLE requirement_grounds ADD CONSTRAINT grounds_of_person UNIQUE (id, person_id);

ALTER TABLE requirement_grounds ADD CONSTRAINT requirement_grounds_case_id_person_id_fkey
  FOREIGN KEY (case_id, person_id) REFERENCES cases_case (id, person_id);

-- Signed by whoever acts, now, and not yet heard or sent.
CREATE FUNCTION requirement_sign_grounds() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.author_id := current_actor(); NEW.at := clock();
  NEW.heard_on := NULL; NEW.heard_how := ''; NEW.heard_words := ''; NEW.sent_to_id := NULL; NEW.sent_at := NULL;
  NEW.received_at := NULL; NEW.taken_back_at := NULL; NEW.taken_back_why := '';
  RETURN NEW;
END $$;

CREATE TRIGGER a_signed BEFORE INSERT ON requirement_grounds FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION requirement_sign_grounds();

-- Grounds are what the attendance says, to the minute, over the period of the month; and they come after a
-- conversation.
CREATE FUNCTION requirement_refuse_grounds() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE sums record; first_day int := rule('observed_from_day', today())::int;
  before int := rule('observed_months_before', today())::int;
BEGIN
  IF secrecy_role() NOT IN ('social_worker', 'consultant') THEN
    RAISE EXCEPTION 'role' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT COALESCE(sum(t.attended), 0) AS attended, COALESCE(sum(t.excused), 0) AS excused,
    COALESCE(sum(t.unexcused), 0) AS unexcused, COALESCE(sum(t.undecided), 0) AS undecided,
    COALESCE(sum(t.unmarked), 0) AS unmarked, COALESCE(sum(t.neutral), 0) AS neutral INTO sums
  FROM attended_time t WHERE t.person_id = NEW.person_id AND t.day >= NEW.period_from AND t.day < NEW.period_to;
  IF NEW.period_from <> (NEW.month - make_interval(months => before))::date + first_day - 1
     OR NEW.period_to <> (NEW.month - make_interval(months => before - 1))::date + first_day - 1
     OR NEW.period_to > today()
     OR (NEW.attended, NEW.excused, NEW.unexcused, NEW.undecided, NEW.unmarked, NEW.neutral)
       <> (sums.attended, sums.excused, sums.unexcused, sums.undecided, sums.unmarked, sums.neutral) THEN
    RAISE EXCEPTION 'differs' USING ERRCODE = 'check_violation', CONSTRAINT = 'grounds_agree_with_attendance';
  END IF;
  IF NEW.about = 'absence' AND sums.unexcused = 0 THEN
    RAISE EXCEPTION 'no finding' USING ERRCODE = 'check_violation', CONSTRAINT = 'grounds_after_dialogue';
  END IF;
  IF NEW.about = 'declined' AND NOT EXISTS (SELECT FROM attendance_dialogue d JOIN cases_note n ON n.id = d.note_id
      WHERE d.person_id = NEW.person_id AND d.case_id = NEW.case_id AND d.result = 'declines'
        AND n.happened_at >= NEW.period_from::timestamp AT TIME ZONE 'Europe/Stockholm'
        AND n.happened_at < NEW.period_to::timestamp AT TIME ZONE 'Europe/Stockholm') THEN
    RAISE EXCEPTION 'no refusal' USING ERRCODE = 'check_violation', CONSTRAINT = 'grounds_after_refusal';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER refuse_grounds BEFORE INSERT ON requirement_grounds FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION requirement_refuse_grounds();

-- Heard, sent, received, taken back: each in its order, and nothing is changed after it has gone on.
CREATE FUNCTION requirement_refuse_grounds_step() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF NEW IS DISTINCT FROM OLD AND EXISTS (SELECT FROM requirement_decision d WHERE d.grounds_id = OLD.id) THEN
    RAISE EXCEPTION 'decided' USING ERRCODE = 'check_violation', CONSTRAINT = 'grounds_are_decided';
  END IF;
  IF OLD.taken_back_at IS NOT NULL OR (OLD.sent_at IS NOT NULL AND
      (NEW.heard_on, NEW.heard_how, NEW.heard_words, NEW.sent_to_id, NEW.sent_at) IS DISTINCT FROM
      (OLD.heard_on, OLD.heard_how, OLD.heard_words, OLD.sent_to_id, OLD.sent_at)) THEN
    RAISE EXCEPTION 'frozen' USING ERRCODE = 'check_violation', CONSTRAINT = 'grounds_are_frozen';
  END IF;
  IF NEW.sent_at IS NOT NULL AND OLD.sent_at IS NULL THEN
    NEW.sent_at := clock();
    IF NOT EXISTS (SELECT FROM staff_membership m WHERE m.id = NEW.sent_to_id AND m.role = 'social_worker'
        AND staff_in_force(m) AND EXISTS (SELECT FROM people_grant g WHERE g.person_id = NEW.person_id
          AND g.scope IN ('requirement', 'assistance') AND secrecy_lasts(g.basis)
          AND (g.membership_id = m.id OR (g.unit_id = m.unit_id AND NOT g.shielded))
          AND g.starts_at <= clock() AND (g.ends_at IS NULL OR clock() < g.ends_at))) THEN
      RAISE EXCEPTION 'receiver' USING ERRCODE = 'check_violation', CONSTRAINT = 'grounds_to_a_social_worker';
    END IF;
  END IF;
  IF NEW.received_at IS DISTINCT FROM OLD.received_at THEN
    IF OLD.received_at IS NOT NULL OR NEW.sent_to_id IS DISTINCT FROM current_actor() THEN
      RAISE EXCEPTION 'receipt' USING ERRCODE = 'check_violation', CONSTRAINT = 'received_by_the_receiver';
    END IF;
    NEW.received_at := clock();
  END IF;
  IF NEW.taken_back_at IS NOT NULL THEN NEW.taken_back_at := clock(); END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER refuse_step BEFORE UPDATE ON requirement_grounds FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION requirement_refuse_grounds_step();

-- Who wrote grounds, as that colleague was called then.
CREATE FUNCTION requirement_writer(of_grounds bigint) RETURNS text
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT staff_called_at(x.author_id, x.at) FROM requirement_grounds x
  WHERE x.id = of_grounds AND people_holds(x.person_id, 'requirement')
$$;
GRANT EXECUTE ON FUNCTION requirement_writer TO trappan_app;
