-- The language of the person to whom the link of a reminder was sent, as the reminder was written; NULL of none, and
-- of a link that went where it may be another's.
CREATE FUNCTION agreements_day_language(token text) RETURNS text
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT w.language FROM agreements_link l JOIN messages_wish w ON w.person_id = l.person_id
  WHERE l.token_digest = agreements_digest(token) AND l.purpose = 'day' AND l.ended_why <> 'contact'
    AND NOT EXISTS (SELECT FROM people_person p WHERE p.id = l.person_id AND p.shielded)
$$;
GRANT EXECUTE ON FUNCTION agreements_day_language TO trappan_web;
