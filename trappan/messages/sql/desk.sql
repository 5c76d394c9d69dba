-- What an administrator is told of what is sent, of the units that the administrator keeps: kinds and numbers, never to
-- whom, about whom, or what.

-- How many of each kind: sent since Monday, and those that are not sent and have not been seen to. What was stopped
-- because it no longer held is as it should be.
CREATE FUNCTION messages_this_week()
RETURNS TABLE (kind text, channel text, sent bigint, delivered bigint, bounced bigint, waiting bigint, refused bigint,
  unknown bigint)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT o.kind, o.channel, count(*) FILTER (WHERE o.outcome = 'sent'),
    count(*) FILTER (WHERE o.receipt = 'delivered'), count(*) FILTER (WHERE o.receipt = 'bounced'),
    count(*) FILTER (WHERE messages_state(o.outcome, o.tried_at) IN ('waiting', 'trying')),
    count(*) FILTER (WHERE o.outcome = 'refused'),
    count(*) FILTER (WHERE messages_state(o.outcome, o.tried_at) = 'unknown')
  FROM messages_outbox o JOIN staff_membership m ON m.id = o.author_id
  WHERE (o.sent_at >= messages_monday()
      OR o.outcome = 'refused' AND o.at >= messages_monday() AND messages_is_loose(o.id, o.left_by_id)
      OR o.outcome IN ('', 'unknown') AND messages_is_loose(o.id, o.left_by_id))
    AND o.why <> 'stopped' AND staff_keeps_unit(m.unit_id)
  GROUP BY 1, 2 ORDER BY 1, 2
$$;
GRANT EXECUTE ON FUNCTION messages_this_week TO trappan_app;

-- Has nobody seen to an order that was not sent? Nobody has sent it again, and nobody has said that it is left.
CREATE FUNCTION messages_is_loose(of_row bigint, of_left_by bigint) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT of_left_by IS NULL AND NOT EXISTS (SELECT FROM messages_outbox again WHERE again.again_of_id = of_row)
$$;

-- Is it an administrator's to see to? What comes back from a person, what found no mailbox, and letters, are for those
-- who hold the plan.
CREATE FUNCTION messages_is_keepers(o messages_outbox) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT o.person_id IS NULL OR o.channel <> 'letter' AND o.receipt <> 'bounced' AND o.why NOT IN ('dead', 'no_mailbox')
$$;

-- What somebody must see to: what nobody knows whether it was sent, what was not, and what came back from a colleague.
-- What comes back from a person, and letters, are for those who hold the plan. The key is in the mail server's log, by
-- which an administrator finds out.
CREATE FUNCTION messages_to_see_to()
RETURNS TABLE (id bigint, at timestamptz, kind text, channel text, state text, why text, key uuid, unit_name text)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT o.id, o.at, o.kind, o.channel, messages_state_now(o.outcome, o.tried_at, o.receipt), o.why, o.key, u.name
  FROM messages_outbox o JOIN staff_membership m ON m.id = o.author_id JOIN staff_unit u ON u.id = m.unit_id
  WHERE (o.outcome <> 'sent' AND messages_state(o.outcome, o.tried_at) IN ('unknown', 'refused')
      OR o.receipt = 'bounced') AND messages_is_keepers(o)
    AND o.why <> 'stopped' AND messages_is_loose(o.id, o.left_by_id) AND staff_keeps_unit(m.unit_id)
  ORDER BY o.id LIMIT 50
$$;
GRANT EXECUTE ON FUNCTION messages_to_see_to TO trappan_app;

-- Lock an order that somebody is to see to, an administrator (`by_keeper`) or whoever writes the plan of its person;
-- refused where there is none (any more).
CREATE FUNCTION messages_lock_loose(of_row bigint, by_keeper boolean) RETURNS messages_outbox VOLATILE
LANGUAGE plpgsql AS $$
DECLARE found messages_outbox;
BEGIN
  SELECT o.* INTO found FROM messages_outbox o WHERE o.id = of_row FOR UPDATE;
  IF found.id IS NULL
      OR messages_state_now(found.outcome, found.tried_at, found.receipt) NOT IN ('unknown', 'refused', 'bounced')
      OR NOT messages_is_loose(found.id, found.left_by_id)
      OR by_keeper AND NOT messages_is_keepers(found)
      OR by_keeper AND NOT staff_keeps_unit((SELECT m.unit_id FROM staff_membership m WHERE m.id = found.author_id))
      OR NOT by_keeper AND people_held(ARRAY[found.person_id], 'plan', true) = '{}' THEN
    RAISE EXCEPTION 'seen to' USING ERRCODE = 'check_violation', CONSTRAINT = 'message_is_seen_to';
  END IF;
  RETURN found;
END $$;

-- Which way does it go when somebody sends it again? As it went, but where messages come back from that address of the
-- person's, there is no mailbox, or it was a letter: then as the person is reached now, and on paper where no way is
-- left. What went to another than the person, as an employer's, goes nowhere else.
CREATE FUNCTION messages_way_again(old messages_outbox, by_sms boolean) RETURNS TABLE (channel text, address text)
STABLE LANGUAGE sql AS $$
  SELECT old.channel::text, old.address::text WHERE old.person_id IS NULL
    -- A reminder went to the person: not again to a number that is another by now.
    OR old.channel IN ('sms', 'email') AND NOT messages_is_dead(old.person_id, old.address)
      AND (old.reminder_id IS NULL OR old.receipt <> 'bounced' AND NOT messages_goes_astray(old))
    OR old.channel = 'mailbox' AND old.why <> 'no_mailbox' AND old.receipt <> 'bounced'
  UNION ALL
  (SELECT w.channel, w.address FROM messages_way_of(old.person_id, by_sms) w
    WHERE old.channel <> 'mailbox' OR w.channel <> 'mailbox')
  UNION ALL SELECT 'letter', '–' LIMIT 1
$$;

-- The order as it would be by another way.
CREATE FUNCTION messages_anew(old messages_outbox, by_channel text, to_address text) RETURNS messages_outbox
STABLE LANGUAGE plpgsql AS $$
BEGIN
  old.channel := by_channel;
  old.address := to_address;
  RETURN old;
END $$;

-- By which way would a person's message go, were it sent again? For whoever holds the plan; nothing where it is not.
CREATE FUNCTION messages_again_by(of_row bigint, by_sms boolean) RETURNS text
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT w.channel FROM messages_outbox o, LATERAL messages_way_again(o, by_sms) w,
    LATERAL messages_anew(o, w.channel, w.address) a
  WHERE o.id = of_row AND people_holds(o.person_id, 'plan') AND messages_is_loose(o.id, o.left_by_id)
    AND messages_state_now(o.outcome, o.tried_at, o.receipt) IN ('unknown', 'refused', 'bounced')
    AND o.why NOT IN ('protected', 'stopped', 'late') AND messages_hindered(a) NOT IN ('stopped', 'late')
$$;
GRANT EXECUTE ON FUNCTION messages_again_by TO trappan_app;

-- Send again what nobody knows of: a new order of the same words, by its first author, which names the old one.
CREATE FUNCTION messages_order_again(old messages_outbox, by_sms boolean) RETURNS bigint VOLATILE LANGUAGE plpgsql AS $$
DECLARE made bigint; anew messages_outbox := old;
BEGIN
  IF old.why = 'protected' THEN
    RAISE EXCEPTION 'protected' USING ERRCODE = 'check_violation', CONSTRAINT = 'message_stays_in_the_house';
  END IF;
  SELECT w.channel, w.address INTO anew.channel, anew.address FROM messages_way_again(old, by_sms) w;
  IF messages_hindered(anew) IN ('stopped', 'late') THEN
    RAISE EXCEPTION 'no longer' USING ERRCODE = 'check_violation', CONSTRAINT = 'message_no_longer_holds';
  END IF;
  INSERT INTO messages_outbox
    (author_id, at, person_id, to_person, colleague_id, reminder_id, kind, channel, address, subject, text, again_of_id)
  -- By another way than it went it goes to the person.
  VALUES (old.author_id, clock(), old.person_id,
    old.to_person OR (anew.channel, anew.address) IS DISTINCT FROM (old.channel, old.address),
    old.colleague_id, old.reminder_id, old.kind, anew.channel, anew.address, old.subject, old.text, old.id)
  RETURNING id INTO made;
  RETURN made;
END $$;

CREATE FUNCTION messages_send_again(of_row bigint, by_sms boolean) RETURNS bigint
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT messages_order_again(messages_lock_loose(of_row, true), by_sms)
$$;
GRANT EXECUTE ON FUNCTION messages_send_again TO trappan_app;

-- The same by whoever writes the plan of its person.
CREATE FUNCTION messages_send_again_to(of_row bigint, by_sms boolean) RETURNS bigint
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT messages_order_again(messages_lock_loose(of_row, false), by_sms)
$$;
GRANT EXECUTE ON FUNCTION messages_send_again_to TO trappan_app;

-- Let an order be: it is not sent again, and need not be seen to.
CREATE FUNCTION messages_leave(of_row bigint) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  PERFORM messages_lock_loose(of_row, true);
  UPDATE messages_outbox SET left_by_id = current_actor() WHERE id = of_row;
END $$;
GRANT EXECUTE ON FUNCTION messages_leave TO trappan_app;
