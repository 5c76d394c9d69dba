-- The language of the person to whom the link of a reminder was sent, as the reminder was written; NULL of none.
CREATE FUNCTION agreements_day_language(token text) RETURNS text
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT w.language FROM agreements_link l JOIN messages_wish w ON w.person_id = l.person_id
  WHERE l.token_digest = agreements_digest(token) AND l.purpose = 'day'
$$;
GRANT EXECUTE ON FUNCTION agreements_day_language TO trappan_web;
