-- What is the state of an order? One that was begun and has no outcome is unknown after five minutes: the worker that
-- began it has died, or does not know. By the machine's own time.
CREATE FUNCTION messages_state(of_outcome text, of_tried_at timestamptz) RETURNS text STABLE LANGUAGE sql AS $$
  SELECT CASE WHEN of_outcome <> '' THEN of_outcome WHEN of_tried_at IS NULL THEN 'waiting'
    WHEN of_tried_at < now() - interval '5 minutes' THEN 'unknown' ELSE 'trying' END
$$;
GRANT EXECUTE ON FUNCTION messages_state TO trappan_app;

-- The same, with what came back about it: it has come, or it came back.
CREATE FUNCTION messages_state_now(of_outcome text, of_tried_at timestamptz, of_receipt text) RETURNS text STABLE
LANGUAGE sql AS $$
  SELECT CASE WHEN of_receipt <> '' THEN of_receipt ELSE messages_state(of_outcome, of_tried_at) END
$$;
GRANT EXECUTE ON FUNCTION messages_state_now TO trappan_app;

-- Nothing is sent about a person with protected identity: a message lies with others on its way. The words tell
-- nothing that the reader of the person does not see.
CREATE FUNCTION messages_refuse_protected() RETURNS trigger SECURITY DEFINER SET search_path = public, pg_temp
LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM people_person p WHERE p.id = NEW.person_id AND p.shielded) THEN
    RAISE EXCEPTION 'protected' USING ERRCODE = 'check_violation', CONSTRAINT = 'no_message_about_protected';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER never_about_protected BEFORE INSERT ON messages_outbox FOR EACH ROW
  EXECUTE FUNCTION messages_refuse_protected();

-- Whose address is not kept any more (skyddad folkbokföring) has none here either, nor the words that went to it; what
-- was not sent is not sent.
CREATE FUNCTION messages_forget() RETURNS trigger SECURITY DEFINER SET search_path = public, pg_temp
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE messages_outbox o SET address = '–', subject = '', text = '–',
    outcome = CASE o.outcome WHEN 'sent' THEN 'sent' ELSE 'refused' END,
    why = CASE o.outcome WHEN 'sent' THEN '' ELSE 'protected' END
   WHERE o.person_id = NEW.id;
  DELETE FROM messages_deadaddress WHERE person_id = NEW.id;
  RETURN NULL;
END $$;

CREATE TRIGGER forget_messages AFTER UPDATE OF protection ON people_person FOR EACH ROW
  WHEN (NEW.protection = 'registration' AND OLD.protection <> 'registration') EXECUTE FUNCTION messages_forget();

-- A letter waits for a colleague, not for the worker.
CREATE TRIGGER rings AFTER INSERT ON messages_outbox FOR EACH ROW WHEN (NEW.channel <> 'letter')
  EXECUTE FUNCTION worker_ring('messages.send');

-- Tell a colleague that something waits, at the colleague's own address; what it says is about nobody.
CREATE FUNCTION messages_to_colleague(of_colleague bigint, of_kind text, by_channel text, of_subject text, of_text text)
RETURNS bigint VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF secrecy_role() IS NULL THEN
    RAISE EXCEPTION 'nobody' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN messages_in_the_name_of(current_actor(), of_colleague, of_kind, by_channel, of_subject, of_text);
END $$;
GRANT EXECUTE ON FUNCTION messages_to_colleague TO trappan_app;

-- The same in the name of a membership: for the database's own functions, which the worker calls.
CREATE FUNCTION messages_in_the_name_of(of_author bigint, of_colleague bigint, of_kind text, by_channel text,
  of_subject text, of_text text)
RETURNS bigint VOLATILE LANGUAGE plpgsql AS $$
DECLARE made bigint;
BEGIN
  INSERT INTO messages_outbox (author_id, at, colleague_id, kind, channel, address, subject, text)
  SELECT of_author, clock(), c.id, of_kind, by_channel,
    CASE by_channel WHEN 'email' THEN c.email ELSE messages_in_full(c.phone) END, of_subject, of_text
  FROM staff_colleague c JOIN staff_membership a ON a.id = of_author JOIN staff_unit mine ON mine.id = a.unit_id
  WHERE c.id = of_colleague AND (c.id = a.colleague_id OR EXISTS (
      SELECT FROM staff_membership m JOIN staff_unit u ON u.id = m.unit_id
      AND mine.organisation_id = u.organisation_id
      WHERE m.colleague_id = c.id AND staff_in_force(m))) AND c.email NOT LIKE '%@trappan.invalid'
  RETURNING id INTO made;
  RETURN made;
END $$;

-- A telephone number as the world writes it: 070-174 06 05 is +46701740605. Nothing where it is no number.
CREATE FUNCTION messages_in_full(of_number text) RETURNS text IMMUTABLE LANGUAGE sql AS $$
  SELECT CASE WHEN n ~ '^\+[1-9][0-9]{7,14}$' THEN n WHEN n ~ '^00[1-9][0-9]{7,13}$' THEN '+' || substr(n, 3)
    WHEN n ~ '^0[1-9][0-9]{6,11}$' THEN '+46' || substr(n, 2) ELSE '' END
  FROM (SELECT regexp_replace(of_number, '[-\s()–]', '', 'g') AS n) t
$$;
GRANT EXECUTE ON FUNCTION messages_in_full TO trappan_app;
