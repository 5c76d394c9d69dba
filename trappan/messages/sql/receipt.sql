-- What comes back about what was sent, by the hooks: it moves one message forwards, and never back.

-- Take what a service says of the message of this key that went its way: it has come (`delivered`), or it came back
-- (`bounced`), because of this. `none`: no such message went this way; `known`: nothing is moved by it, since somebody
-- has said so before, or it has not left the house. Who was not heard of any more is hereby sent. The address of
-- whoever it came back from is marked, where it is the person's own.
CREATE FUNCTION messages_receive(of_key uuid, by_channel text, came text, because text) RETURNS text
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE found messages_outbox;
BEGIN
  SELECT o.* INTO found FROM messages_outbox o WHERE o.key = of_key AND o.channel = by_channel
    AND by_channel <> 'letter' FOR UPDATE;
  IF found.id IS NULL THEN
    RETURN 'none';
  END IF;
  -- What is said a fortnight later is said by nobody's mail server.
  IF found.receipt <> '' OR found.outcome = 'refused' OR found.tried_at IS NULL
      OR found.tried_at < now() - interval '14 days' THEN
    RETURN 'known';
  END IF;
  UPDATE messages_outbox SET outcome = 'sent', sent_at = COALESCE(sent_at, clock()), receipt = came,
    receipt_at = clock(), receipt_why = CASE came WHEN 'bounced' THEN because ELSE '' END WHERE id = found.id;
  IF came = 'bounced' THEN
    INSERT INTO messages_deadaddress (person_id, message_id, channel, address)
    SELECT found.person_id, found.id, found.channel, found.address FROM people_contact c
    WHERE c.person_id = found.person_id AND found.address IN (messages_in_full(c.phone), c.email)
    ON CONFLICT DO NOTHING;
  END IF;
  RETURN 'taken';
END $$;
GRANT EXECUTE ON FUNCTION messages_receive TO trappan_web;

-- Have messages come back from this address of a person's, and has nobody said since that it works?
CREATE FUNCTION messages_is_dead(of_person bigint, of_address text) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT EXISTS (SELECT FROM messages_deadaddress d
    WHERE d.person_id = of_person AND d.address = of_address AND d.works_at IS NULL)
$$;

-- It works again now, says whoever acts.
CREATE FUNCTION messages_says_it_works() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.works_at := clock();
  NEW.works_by_id := current_actor();
  RETURN NEW;
END $$;

CREATE TRIGGER says_it_works BEFORE UPDATE ON messages_deadaddress FOR EACH ROW
  WHEN (current_user = 'trappan_app' AND NEW.works_at IS NOT NULL) EXECUTE FUNCTION messages_says_it_works();

-- How many went by each way since Monday, and what became of them, for machines: numbers about nobody.
CREATE FUNCTION messages_by_channel()
RETURNS TABLE (channel text, sent bigint, delivered bigint, failed bigint, waiting bigint)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT o.channel::text, count(*) FILTER (WHERE o.outcome = 'sent'), count(*) FILTER (WHERE o.receipt = 'delivered'),
    count(*) FILTER (WHERE o.receipt = 'bounced' OR messages_state(o.outcome, o.tried_at) IN ('refused', 'unknown')),
    count(*) FILTER (WHERE messages_state(o.outcome, o.tried_at) IN ('waiting', 'trying'))
  FROM messages_outbox o
  WHERE (o.sent_at >= messages_monday() OR o.outcome <> 'sent' AND (o.outcome = '' OR o.at >= messages_monday()))
    AND o.why <> 'stopped'
  GROUP BY 1 ORDER BY 1
$$;
GRANT EXECUTE ON FUNCTION messages_by_channel TO trappan_web, trappan_app;

CREATE FUNCTION messages_monday() RETURNS timestamptz STABLE LANGUAGE sql AS $$
  SELECT date_trunc('week', today()::timestamp) AT TIME ZONE 'Europe/Stockholm'
$$;
