-- Erase what signing in and sending forms leave behind, past its use, and say how much: sessions that have run out,
-- sign-ins whose session has ended and forms as they were sent, older than so many days. By the database's own clock;
-- the log's lines of who signed in stay, and so does a sign-in whose session goes on.
CREATE FUNCTION staff_erase_past_use(sign_in_days int, form_days int)
RETURNS TABLE (sessions bigint, sign_ins bigint, forms bigint)
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM django_session WHERE expire_date <= now();
  GET DIAGNOSTICS sessions = ROW_COUNT;
  DELETE FROM staff_signin s WHERE s.at < clock() - make_interval(days => sign_in_days)
    AND NOT EXISTS (SELECT FROM django_session d WHERE d.session_key = s.session);
  GET DIAGNOSTICS sign_ins = ROW_COUNT;
  DELETE FROM history_sentform WHERE at < clock() - make_interval(days => form_days);
  GET DIAGNOSTICS forms = ROW_COUNT;
  RETURN NEXT;
END $$;
GRANT EXECUTE ON FUNCTION staff_erase_past_use TO trappan_nightly;
