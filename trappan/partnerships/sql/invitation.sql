-- May I read an invitation to a unit: the partner's coordinator, and the head who answers?
CREATE FUNCTION partnerships_sees_invitations(of_unit bigint) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT staff_coordinates(of_unit) OR staff_is_head_of(of_unit)
$$;
GRANT EXECUTE ON FUNCTION partnerships_sees_invitations TO trappan_app;

ALTER TABLE partnerships_invitation ADD CONSTRAINT invitation_names_nobody
  CHECK (people_names_nobody(concat_ws(' ', given_name, family_name, email, declined)));

-- What holds when somebody is invited holds when the head confirms it: there is a head above, something is agreed with
-- the partner, and the membership lies within it. Nobody's to call but these two.
CREATE FUNCTION partnerships_refuse_invitation(to_unit bigint, from_day date, up_to date) RETURNS void
VOLATILE LANGUAGE plpgsql AS $$
DECLARE agreed date := partnerships_agreed_until(to_unit);
BEGIN
  IF NOT EXISTS (SELECT FROM staff_unit u JOIN staff_unit p ON p.id = u.parent_id
      JOIN staff_organisation o ON o.id = p.organisation_id AND o.kind = 'municipality'
      WHERE u.id = to_unit AND (u.ends_on IS NULL OR u.ends_on > from_day)) THEN
    RAISE EXCEPTION 'no head' USING ERRCODE = 'check_violation', CONSTRAINT = 'invited_where_a_head_confirms';
  END IF;
  IF agreed IS NULL OR agreed <= from_day OR NOT partnerships_holds(to_unit, from_day) THEN
    RAISE EXCEPTION 'nothing agreed' USING ERRCODE = 'check_violation', CONSTRAINT = 'invited_while_agreed';
  END IF;
  IF COALESCE(up_to, 'infinity') > agreed THEN
    RAISE EXCEPTION 'beyond' USING ERRCODE = 'check_violation', CONSTRAINT = 'invitation_within_agreement';
  END IF;
END $$;

-- Whether anybody here has the address is told to nobody who invites; that a colleague of one's own has the role is.
CREATE FUNCTION partnerships_invite() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF staff_coordinates(NEW.unit_id) IS NOT TRUE THEN
    RETURN NEW;  -- none of hers: the policy says no
  END IF;
  IF NEW.starts_on < today() OR NEW.starts_on > today() + 366 THEN
    RAISE EXCEPTION 'when' USING ERRCODE = 'check_violation', CONSTRAINT = 'invitation_begins_soon';
  END IF;
  IF NEW.email LIKE '%@trappan.invalid' OR EXISTS (SELECT FROM staff_colleague c WHERE c.id = current_colleague()
      AND lower(c.email) = lower(NEW.email)) THEN
    RAISE EXCEPTION 'oneself' USING ERRCODE = 'check_violation', CONSTRAINT = 'invites_another';
  END IF;
  IF EXISTS (SELECT FROM staff_membership m JOIN staff_colleague c ON c.id = m.colleague_id
      WHERE lower(c.email) = lower(NEW.email) AND m.unit_id = NEW.unit_id AND m.role = NEW.role
        AND (m.ends_on IS NULL OR m.ends_on > NEW.starts_on)) THEN
    RAISE EXCEPTION 'has it' USING ERRCODE = 'check_violation', CONSTRAINT = 'one_open_membership';
  END IF;
  PERFORM partnerships_refuse_invitation(NEW.unit_id, NEW.starts_on, NEW.ends_on);
  RETURN NEW;
END $$;

CREATE TRIGGER invite BEFORE INSERT ON partnerships_invitation FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION partnerships_invite();

-- The invitation that I answer: its unit's head, once, and never one that I have written myself.
CREATE FUNCTION partnerships_answers(of_invitation bigint) RETURNS partnerships_invitation
VOLATILE LANGUAGE plpgsql AS $$
DECLARE i partnerships_invitation;
BEGIN
  SELECT * INTO i FROM partnerships_invitation WHERE id = of_invitation FOR UPDATE;
  IF NOT FOUND OR staff_is_head_of(i.unit_id) IS NOT TRUE THEN
    RAISE EXCEPTION 'only its head' USING ERRCODE = 'check_violation', CONSTRAINT = 'only_its_head';
  END IF;
  IF i.answered_at IS NOT NULL THEN
    RAISE EXCEPTION 'answered' USING ERRCODE = 'check_violation', CONSTRAINT = 'invitation_answered_once';
  END IF;
  RETURN i;
END $$;

-- Confirm it: the membership is made now, and not before. It begins today where its first day has passed. Is it
-- somebody new, to whom a link for a password is sent?
CREATE FUNCTION partnerships_confirm_invitation(of_invitation bigint)
RETURNS TABLE (membership_id bigint, is_new boolean)
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE i partnerships_invitation := partnerships_answers(of_invitation); made bigint; from_day date;
BEGIN
  -- Two of one colleague's own memberships are one person.
  IF EXISTS (SELECT FROM staff_membership m WHERE m.id = i.author_id AND m.colleague_id = current_colleague()) THEN
    RAISE EXCEPTION 'given' USING ERRCODE = 'check_violation', CONSTRAINT = 'given_by_oneself';
  END IF;
  IF NOT EXISTS (SELECT FROM staff_membership m WHERE m.id = i.author_id AND staff_in_force(m)) THEN
    RAISE EXCEPTION 'left' USING ERRCODE = 'check_violation', CONSTRAINT = 'inviter_is_still_there';
  END IF;
  from_day := GREATEST(i.starts_on, today());
  IF i.ends_on <= from_day THEN
    RAISE EXCEPTION 'past' USING ERRCODE = 'check_violation', CONSTRAINT = 'invitation_is_past';
  END IF;
  PERFORM partnerships_refuse_invitation(i.unit_id, from_day, i.ends_on);
  made := staff_let_in(i.given_name, i.family_name, i.email, i.unit_id, i.role, from_day, i.ends_on, i.author_id);
  UPDATE partnerships_invitation SET membership_id = made, answered_by_id = current_actor(), answered_at = clock()
   WHERE id = of_invitation;
  RETURN QUERY SELECT made, staff_sends_link(m.colleague_id) IS TRUE FROM staff_membership m WHERE m.id = made;
END $$;
GRANT EXECUTE ON FUNCTION partnerships_confirm_invitation TO trappan_app;

CREATE FUNCTION partnerships_decline_invitation(of_invitation bigint, because text) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE i partnerships_invitation := partnerships_answers(of_invitation);
BEGIN
  IF trim(because) = '' THEN
    RAISE EXCEPTION 'why' USING ERRCODE = 'check_violation', CONSTRAINT = 'no_says_why';
  END IF;
  UPDATE partnerships_invitation SET declined = because, answered_by_id = current_actor(), answered_at = clock()
   WHERE id = i.id;
END $$;
GRANT EXECUTE ON FUNCTION partnerships_decline_invitation TO trappan_app;

-- Take an invitation back that nobody has answered: the colleague who made it, as the partner's coordinator.
CREATE FUNCTION partnerships_take_back_invitation(of_invitation bigint) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE i partnerships_invitation;
BEGIN
  SELECT * INTO i FROM partnerships_invitation WHERE id = of_invitation FOR UPDATE;
  IF (staff_coordinates(i.unit_id) AND EXISTS (SELECT FROM staff_membership m
      WHERE m.id = i.author_id AND m.colleague_id = current_colleague())) IS NOT TRUE THEN
    RAISE EXCEPTION 'another' USING ERRCODE = 'check_violation', CONSTRAINT = 'invitation_taken_back_by_its_author';
  END IF;
  IF i.answered_at IS NOT NULL THEN
    RAISE EXCEPTION 'answered' USING ERRCODE = 'check_violation', CONSTRAINT = 'invitation_answered_once';
  END IF;
  UPDATE partnerships_invitation SET taken_back = true, answered_by_id = current_actor(), answered_at = clock()
   WHERE id = i.id;
END $$;
GRANT EXECUTE ON FUNCTION partnerships_take_back_invitation TO trappan_app;
