ALTER TABLE cases_handover ADD CONSTRAINT cases_handover_case_id_person_id_fkey
  FOREIGN KEY (case_id, person_id) REFERENCES cases_case (id, person_id);

-- Hand a case over: the giver sits in the seat and keeps it; the receiver reads until answering.
CREATE FUNCTION cases_hand_over(of_case bigint, to_membership bigint, with_note text) RETURNS bigint
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE k cases_case; sits text; made bigint;
BEGIN
  SELECT * INTO k FROM cases_case WHERE id = of_case AND closed_on IS NULL FOR UPDATE;
  sits := CASE current_actor() WHEN k.responsible_id THEN 'responsible' WHEN k.social_worker_id
    THEN 'social_worker' END;
  IF sits IS NULL OR EXISTS (SELECT FROM unnest(cases_seat_scopes(sits)) s
      WHERE NOT people_works_with(k.person_id, s)) THEN
    RAISE EXCEPTION 'not yours' USING ERRCODE = 'check_violation', CONSTRAINT = 'not_yours_to_hand_over';
  END IF;
  IF NOT cases_may_sit(sits, to_membership, current_unit()) OR EXISTS (SELECT FROM staff_membership m
      WHERE m.id = to_membership AND m.colleague_id = current_colleague()) THEN
    RAISE EXCEPTION 'receiver' USING ERRCODE = 'check_violation', CONSTRAINT = 'receiver_may_not_hold';
  END IF;
  INSERT INTO cases_handover (person_id, case_id, seat, receiver_id, note)
  VALUES (k.person_id, k.id, sits, to_membership, with_note) RETURNING id INTO made;
  INSERT INTO people_grant (person_id, membership_id, scope, basis, reason, sort)
  SELECT k.person_id, to_membership, s, 'hand_over', '', '' FROM unnest(cases_seat_scopes(sits)) s;
  RETURN made;
END $$;
GRANT EXECUTE ON FUNCTION cases_hand_over TO trappan_app;

-- What is offered and not answered, of a seat or of both, is offered no more, and read no more by who waited.
CREATE FUNCTION cases_withdraw_offers(of_case bigint, of_seat text) RETURNS void VOLATILE LANGUAGE sql AS $$
  WITH over AS (
    UPDATE cases_handover SET answer = 'taken_back', answered_at = clock()
     WHERE case_id = of_case AND (of_seat IS NULL OR seat = of_seat) AND answer = '' RETURNING person_id, receiver_id)
  UPDATE people_grant g SET ends_at = GREATEST(g.starts_at, clock()) FROM over
   WHERE g.person_id = over.person_id AND g.membership_id = over.receiver_id AND g.basis = 'hand_over'
     AND g.ends_at IS NULL
$$;

-- A case that is closed is on its way to nobody.
CREATE FUNCTION cases_closed_is_not_offered() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  PERFORM cases_withdraw_offers(NEW.id, NULL);
  RETURN NULL;
END $$;

CREATE TRIGGER closed_is_not_offered AFTER UPDATE OF closed_on ON cases_case FOR EACH ROW
  WHEN (OLD.closed_on IS NULL AND NEW.closed_on IS NOT NULL) EXECUTE FUNCTION cases_closed_is_not_offered();

-- The receiver takes the case over or sends it back; the giver takes an offer back. One answer, once.
-- The case is locked before the row, as wherever a case changes hands.
CREATE FUNCTION cases_answer(of_handover bigint, said text, why text) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE h cases_handover; k cases_case; sitting bigint;
BEGIN
  SELECT c.* INTO k FROM cases_case c WHERE c.closed_on IS NULL
    AND c.id = (SELECT o.case_id FROM cases_handover o WHERE o.id = of_handover) FOR UPDATE;
  SELECT * INTO h FROM cases_handover WHERE id = of_handover AND answer = '' FOR UPDATE;
  sitting := CASE h.seat WHEN 'responsible' THEN k.responsible_id ELSE k.social_worker_id END;
  IF h.id IS NULL OR k.id IS NULL OR said NOT IN ('received', 'sent_back', 'taken_back')
     OR current_actor() IS DISTINCT FROM (CASE said WHEN 'taken_back' THEN h.giver_id ELSE h.receiver_id END)
     OR (said = 'taken_back' AND (sitting IS NOT DISTINCT FROM h.receiver_id
       OR NOT people_works_with(h.person_id, 'plan'))) THEN
    RAISE EXCEPTION 'answered' USING ERRCODE = 'check_violation', CONSTRAINT = 'hand_over_is_open';
  END IF;
  UPDATE cases_handover SET answer = said, answered_at = clock(), reason = why WHERE id = h.id;
  IF said = 'received' AND sitting IS DISTINCT FROM h.receiver_id THEN
    UPDATE people_grant SET ends_at = GREATEST(starts_at, clock())
     WHERE person_id = h.person_id AND membership_id = h.receiver_id AND basis = 'hand_over'
       AND (ends_at IS NULL OR ends_at > clock());
    INSERT INTO people_grant (person_id, membership_id, scope, basis, reason, sort)
    SELECT h.person_id, h.receiver_id, s, 'assignment', '', '' FROM unnest(cases_seat_scopes(h.seat)) s;
    IF h.seat = 'responsible' THEN
      UPDATE cases_case SET responsible_id = h.receiver_id,
        unit_id = (SELECT m.unit_id FROM staff_membership m WHERE m.id = h.receiver_id)
       WHERE id = k.id RETURNING * INTO k;
    ELSE
      UPDATE cases_case SET social_worker_id = h.receiver_id WHERE id = k.id RETURNING * INTO k;
    END IF;
    PERFORM cases_unseat(k, h.seat);
  ELSIF said <> 'received' THEN
    UPDATE people_grant SET ends_at = GREATEST(starts_at, clock())
     WHERE person_id = h.person_id AND membership_id = h.receiver_id AND (ends_at IS NULL OR ends_at > clock())
       AND (basis = 'hand_over' OR (basis = 'assignment' AND sitting = h.receiver_id));
    IF sitting = h.receiver_id AND h.seat = 'responsible' THEN
      UPDATE cases_case SET responsible_id = NULL WHERE id = k.id;
    END IF;
  END IF;
  IF said = 'sent_back' THEN
    -- Written here, since the receiver could only read and may now see nothing.
    INSERT INTO history_event (kind, verb, person_id, scope, details)
    VALUES ('write', 'cases.send_back', h.person_id, 'plan', jsonb_build_object('case', h.case_id));
  END IF;
END $$;
GRANT EXECUTE ON FUNCTION cases_answer TO trappan_app;

-- What the head has handed out in two weeks and nobody has noted the receipt of: number and receiver, and no person.
CREATE FUNCTION cases_handed_out() RETURNS TABLE (id bigint, case_id bigint, number text, receiver text)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT h.id, k.id, k.number, c.given_name || ' ' || c.family_name
  FROM cases_handover h JOIN cases_case k ON k.id = h.case_id AND k.responsible_id = h.receiver_id
  JOIN staff_membership m ON m.id = h.receiver_id JOIN staff_colleague c ON c.id = m.colleague_id
  WHERE secrecy_role() = 'head_of_unit' AND h.giver_id = current_actor() AND h.seat = 'responsible' AND h.answer = ''
    AND stockholm_day(h.offered_at) > today() - 14 AND k.unit_id = current_unit() AND k.closed_on IS NULL
  ORDER BY h.offered_at DESC, k.number
$$;
GRANT EXECUTE ON FUNCTION cases_handed_out TO trappan_app;

-- The head takes such a case back: it is nobody's again, and the receiver reads no more. Refused where the receiver
-- has a meeting with the person, which would be nobody's.
CREATE FUNCTION cases_take_back_handed_out(of_handover bigint) RETURNS text
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE h cases_handover; k cases_case;
BEGIN
  SELECT c.* INTO k FROM cases_case c
   WHERE c.id = (SELECT o.case_id FROM cases_handed_out() o WHERE o.id = of_handover) FOR UPDATE;
  -- Asked again under the lock: the receiver may have answered meanwhile.
  SELECT o.* INTO h FROM cases_handover o JOIN cases_handed_out() f ON f.id = o.id
   WHERE o.id = of_handover AND o.answer = '' FOR UPDATE OF o;
  IF h.id IS NULL THEN
    RAISE EXCEPTION 'answered' USING ERRCODE = 'check_violation', CONSTRAINT = 'hand_over_is_open';
  END IF;
  IF EXISTS (SELECT FROM cases_meeting t WHERE t.case_id = k.id AND t.colleague_id = h.receiver_id AND t.outcome = '')
  THEN
    RAISE EXCEPTION 'meeting' USING ERRCODE = 'check_violation', CONSTRAINT = 'receiver_has_a_meeting';
  END IF;
  UPDATE cases_handover SET answer = 'taken_back', answered_at = clock() WHERE id = h.id;
  UPDATE people_grant SET ends_at = GREATEST(starts_at, clock())
   WHERE person_id = k.person_id AND membership_id = h.receiver_id AND basis IN ('assignment', 'hand_over')
     AND (ends_at IS NULL OR ends_at > clock());
  UPDATE cases_case SET responsible_id = NULL WHERE id = k.id;
  INSERT INTO history_event (kind, verb, person_id, scope, details)
  VALUES ('write', 'cases.take_back', k.person_id, 'plan', jsonb_build_object('case', k.id));
  RETURN k.number;
END $$;
GRANT EXECUTE ON FUNCTION cases_take_back_handed_out TO trappan_app;
