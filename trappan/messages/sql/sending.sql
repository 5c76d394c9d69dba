-- The worker's three questions; it reads and writes the outbox by nothing else.

-- Which orders has nobody begun? The oldest first. A letter is a colleague's to send: of these only what is to stay.
-- One that is printed may be in the post already: it is stopped by nothing but a protection that comes.
CREATE FUNCTION messages_waiting() RETURNS SETOF bigint
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT o.id FROM messages_outbox o WHERE o.outcome = '' AND o.tried_at IS NULL
    AND (o.not_before IS NULL OR o.not_before <= now())
    AND (o.reminder_id IS NULL OR messages_hindered(o) <> 'wait')
    AND (o.channel <> 'letter' OR messages_hindered(o) = 'protected'
      OR o.printed_at IS NULL AND messages_hindered(o) NOT IN ('', 'wait')) ORDER BY o.id
$$;
GRANT EXECUTE ON FUNCTION messages_waiting TO trappan_nightly;

-- Take an order: from here it is begun, and no other takes it. Committed before anything is sent. What was ordered
-- before somebody became protected stays in the house; so does what reminds of something that no longer holds, and
-- what would go where messages come back from. To a digital mailbox it goes by the person's number, told here alone.
CREATE FUNCTION messages_take(of_row bigint)
RETURNS TABLE (channel text, address text, subject text, body text, key uuid)
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE found messages_outbox; because text; number text;
BEGIN
  SELECT o.* INTO found FROM messages_outbox o WHERE o.id = of_row AND o.outcome = '' AND o.tried_at IS NULL
    AND (o.not_before IS NULL OR o.not_before <= now()) FOR UPDATE SKIP LOCKED;
  IF found.id IS NULL THEN
    RETURN;
  END IF;
  because := messages_hindered(found);
  IF found.channel = 'mailbox' THEN
    number := (SELECT n.number FROM people_number n WHERE n.person_id = found.person_id AND n.number ~ '^[0-9]{12}$'
      ORDER BY n.starts_on DESC, n.id DESC LIMIT 1);
  END IF;
  because := CASE WHEN because <> '' THEN because WHEN messages_is_dead(found.person_id, found.address) THEN 'dead'
    WHEN found.channel = 'mailbox' AND number IS NULL THEN 'no_mailbox' ELSE '' END;
  IF found.printed_at IS NOT NULL AND because <> 'protected' THEN
    RETURN;
  END IF;
  IF because <> '' THEN
    UPDATE messages_outbox SET outcome = 'refused', why = because WHERE id = of_row AND because <> 'wait';
    RETURN;
  END IF;
  IF found.channel = 'letter' THEN
    RETURN;
  END IF;
  RETURN QUERY UPDATE messages_outbox o SET tried_at = now(), tries = o.tries + 1 WHERE o.id = of_row
    RETURNING o.channel::text, COALESCE(number, o.address)::text, o.subject::text, o.text, o.key;
END $$;
GRANT EXECUTE ON FUNCTION messages_take TO trappan_nightly;

-- Say what became of an order that was begun. `later`: nothing has left the house, and it waits anew, longer each
-- time, at most an hour; after most of a day it is given up. `delivered`: the service says at once that it has come.
CREATE FUNCTION messages_tell(of_row bigint, became text) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE loose boolean;
BEGIN
  -- In line with whoever sends it again or lets it be: what somebody has seen to waits no more.
  PERFORM FROM messages_outbox o WHERE o.id = of_row FOR UPDATE;
  SELECT messages_is_loose(o.id, o.left_by_id) INTO loose FROM messages_outbox o WHERE o.id = of_row;
  IF became = 'later' THEN
    UPDATE messages_outbox SET tried_at = NULL,
      not_before = now() + make_interval(mins => least(60, 2 ^ (tries - 1))::int)
    WHERE id = of_row AND outcome = '' AND tries < 24 AND loose;
    UPDATE messages_outbox SET outcome = 'refused', why = 'not_reached'
    WHERE id = of_row AND outcome = '' AND (tries >= 24 OR NOT loose);
  ELSE
    -- Who was thought dead may come back and know.
    UPDATE messages_outbox SET
      outcome = CASE became WHEN 'delivered' THEN 'sent' WHEN 'no_mailbox' THEN 'refused' ELSE became END,
      sent_at = CASE WHEN became IN ('sent', 'delivered') THEN clock() END,
      why = CASE became WHEN 'refused' THEN 'declined' WHEN 'no_mailbox' THEN became ELSE '' END,
      receipt = CASE became WHEN 'delivered' THEN became ELSE '' END,
      receipt_at = CASE became WHEN 'delivered' THEN clock() END
    WHERE id = of_row AND outcome IN ('', 'unknown') AND tried_at IS NOT NULL;
  END IF;
END $$;
GRANT EXECUTE ON FUNCTION messages_tell TO trappan_nightly;
