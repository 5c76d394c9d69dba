-- Does a meeting concern the partner that I work with: as one of its bodies, or by its agreement, signed?
CREATE FUNCTION partnerships_meets(of_meeting bigint) RETURNS boolean
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT secrecy_role() IS NOT NULL AND (
    EXISTS (SELECT FROM partnerships_meetingbody b WHERE b.meeting_id = of_meeting
      AND b.organisation_id = ANY (staff_own()))
    OR EXISTS (SELECT FROM partnerships_jointmeeting m JOIN partnerships_agreement a ON a.id = m.agreement_id
      AND a.signed_on IS NOT NULL WHERE m.id = of_meeting AND a.organisation_id = ANY (staff_own())))
$$;
GRANT EXECUTE ON FUNCTION partnerships_meets TO trappan_app;

-- Everybody who takes part reads these: nobody stands there by number.
ALTER TABLE partnerships_jointmeeting ADD CONSTRAINT meeting_names_nobody
  CHECK (people_names_nobody(concat_ws(' ', name, roles, said)));
ALTER TABLE partnerships_meetingbody ADD CONSTRAINT meeting_body_names_nobody CHECK (people_names_nobody(name));
ALTER TABLE partnerships_meetingaction ADD CONSTRAINT action_names_nobody
  CHECK (people_names_nobody(concat_ws(' ', text, owner_as, result)));

-- An action is owned by a colleague of the municipality or of a partner that takes part; told as done once. Nothing is
-- agreed at a meeting that was called off, and only what is to come is called off.
CREATE FUNCTION partnerships_own_action() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM partnerships_jointmeeting m WHERE m.id = NEW.meeting_id AND m.called_off_on IS NOT NULL) THEN
    RAISE EXCEPTION 'off' USING ERRCODE = 'check_violation', CONSTRAINT = 'meeting_is_called_off';
  END IF;
  IF NEW.owner_id IS NOT NULL AND NOT partnerships_may_own(NEW.meeting_id, NEW.owner_id) THEN
    RAISE EXCEPTION 'stranger' USING ERRCODE = 'check_violation', CONSTRAINT = 'action_owner_takes_part';
  END IF;
  RETURN NEW;
END $$;

-- Whoever keeps meetings may be told who of them, and of the partners there, can own an action.
CREATE FUNCTION partnerships_may_own(of_meeting bigint, of_member bigint) RETURNS boolean
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT partnerships_keeps_for() IS NOT NULL AND EXISTS (SELECT FROM staff_membership s
    JOIN staff_unit u ON u.id = s.unit_id WHERE s.id = of_member AND s.confirmed_at IS NOT NULL
      AND s.starts_on <= today() AND (s.ends_on IS NULL OR s.ends_on > today())
      AND (u.organisation_id = ANY (staff_own()) AND s.role IN ('head_of_unit', 'administrator', 'director',
        'controller')
        OR s.role = 'site_leader' AND (EXISTS (SELECT FROM partnerships_meetingbody b
          WHERE b.meeting_id = of_meeting AND b.organisation_id = u.organisation_id)
          OR EXISTS (SELECT FROM partnerships_jointmeeting m JOIN partnerships_agreement a ON a.id = m.agreement_id
            WHERE m.id = of_meeting AND a.organisation_id = u.organisation_id AND a.signed_on IS NOT NULL))))
$$;
GRANT EXECUTE ON FUNCTION partnerships_may_own TO trappan_app;

CREATE TRIGGER own_action BEFORE INSERT ON partnerships_meetingaction FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION partnerships_own_action();

CREATE FUNCTION partnerships_finish_action() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.done_on IS NOT NULL THEN
    RAISE EXCEPTION 'done' USING ERRCODE = 'check_violation', CONSTRAINT = 'action_is_done_once';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER finish_action BEFORE UPDATE ON partnerships_meetingaction FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION partnerships_finish_action();

CREATE FUNCTION partnerships_call_off() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.called_off_on IS NOT NULL OR (NEW.called_off_on IS NOT NULL AND OLD.held_on < today()) THEN
    RAISE EXCEPTION 'off' USING ERRCODE = 'check_violation', CONSTRAINT = 'only_what_comes_is_called_off';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER call_off BEFORE UPDATE ON partnerships_jointmeeting FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION partnerships_call_off();
