-- The worker's three questions; it reads and writes the outbox by nothing else.

-- Which orders has nobody begun? The oldest first.
CREATE FUNCTION messages_waiting() RETURNS SETOF bigint
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT o.id FROM messages_outbox o WHERE o.outcome = '' AND o.tried_at IS NULL
    AND (o.not_before IS NULL OR o.not_before <= now())
    AND (o.reminder_id IS NULL OR messages_hindered(o) <> 'wait') ORDER BY o.id
$$;
GRANT EXECUTE ON FUNCTION messages_waiting TO trappan_nightly;

-- Take an order: from here it is begun, and no other takes it. Committed before anything is sent. What was ordered
-- before somebody became protected stays in the house; what reminds of something that no longer holds does too.
CREATE FUNCTION messages_take(of_row bigint)
RETURNS TABLE (channel text, address text, subject text, body text, key uuid)
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE found messages_outbox; because text;
BEGIN
  SELECT o.* INTO found FROM messages_outbox o WHERE o.id = of_row AND o.outcome = '' AND o.tried_at IS NULL
    AND (o.not_before IS NULL OR o.not_before <= now()) FOR UPDATE SKIP LOCKED;
  IF found.id IS NULL THEN
    RETURN;
  END IF;
  because := messages_hindered(found);
  IF because <> '' THEN
    UPDATE messages_outbox SET outcome = 'refused', why = because WHERE id = of_row AND because <> 'wait';
    RETURN;
  END IF;
  RETURN QUERY UPDATE messages_outbox o SET tried_at = now(), tries = o.tries + 1 WHERE o.id = of_row
    RETURNING o.channel::text, o.address::text, o.subject::text, o.text, o.key;
END $$;
GRANT EXECUTE ON FUNCTION messages_take TO trappan_nightly;

-- Say what became of an order that was begun. `later`: nothing has left the house, and it waits anew, longer each
-- time, at most an hour; after most of a day it is given up.
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
    UPDATE messages_outbox SET outcome = became, sent_at = CASE became WHEN 'sent' THEN clock() END,
      why = CASE became WHEN 'refused' THEN 'declined' ELSE '' END
    WHERE id = of_row AND outcome IN ('', 'unknown') AND tried_at IS NOT NULL;
  END IF;
END $$;
GRANT EXECUTE ON FUNCTION messages_tell TO trappan_nightly;
