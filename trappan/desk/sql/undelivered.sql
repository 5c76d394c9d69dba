-- What did not come to those whom whoever acts works with: letters that wait to be printed and posted, addresses that
-- do not work and are theirs still, and what came back, found no mailbox or was not printed in time within two weeks
-- and is not sent again. Beside them, a former number that somebody has signed in with to the own pages.
-- Asked as the reader, whom the policies let see it; few rows of the whole town are such, and each kind has its index.
CREATE FUNCTION desk_undelivered() RETURNS TABLE (person_id bigint, name text, what text, since timestamptz)
STABLE LANGUAGE sql AS $$
  WITH mine AS (SELECT c.person_id FROM cases_case c WHERE c.closed_on IS NULL
    AND current_actor() IN (c.responsible_id, c.social_worker_id)),
  told AS (
    SELECT o.person_id, 'letter' AS what, o.at FROM messages_outbox o
    WHERE o.outcome <> 'sent' AND o.outcome = '' AND o.channel = 'letter'
    UNION ALL
    SELECT d.person_id, 'dead', d.since FROM messages_deadaddress d JOIN people_contact k ON k.person_id = d.person_id
    WHERE d.works_at IS NULL AND d.address IN (k.email, messages_in_full(k.phone))
    UNION ALL
    SELECT o.person_id, 'back', o.at FROM messages_outbox o
    WHERE (o.outcome <> 'sent' AND (o.why = 'no_mailbox' OR o.channel = 'letter' AND o.why IN ('late', 'no_address'))
        OR o.receipt = 'bounced')
      AND o.at > clock() - interval '14 days' AND o.left_by_id IS NULL
      AND NOT EXISTS (SELECT FROM messages_outbox a WHERE a.again_of_id = o.id)
      AND NOT EXISTS (SELECT FROM messages_reminder r WHERE r.id = o.reminder_id AND r.starts_at <= clock())
    UNION ALL
    SELECT f.person_id, 'number', f.at FROM portal_former_tried() f)
  SELECT p.id, p.given_name || ' ' || p.family_name, t.what, min(t.at)
  FROM told t JOIN people_person p ON p.id = t.person_id
  WHERE t.person_id IN (SELECT m.person_id FROM mine m) GROUP BY p.id, t.what ORDER BY min(t.at), p.id
$$;
GRANT EXECUTE ON FUNCTION desk_undelivered TO trappan_app;
