-- Take a form that is sent, for whoever acts: NULL where it is new, otherwise where it led the first time. Two
-- sent at once stand in line here, until the first is kept or given up.
CREATE FUNCTION history_take_form(of_digest text) RETURNS text
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO history_sentform (membership_id, digest, answer) VALUES (current_actor(), of_digest, '')
    ON CONFLICT DO NOTHING;
  IF FOUND THEN RETURN NULL; END IF;
  RETURN (SELECT f.answer FROM history_sentform f WHERE f.membership_id = current_actor() AND f.digest = of_digest);
END $$;
GRANT EXECUTE ON FUNCTION history_take_form TO trappan_app;

-- Keep that it was carried out, and where it led.
CREATE FUNCTION history_keep_form(of_digest text, led_to text) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  UPDATE history_sentform SET answer = left(led_to, 500)
  WHERE membership_id = current_actor() AND digest = of_digest
$$;
GRANT EXECUTE ON FUNCTION history_keep_form TO trappan_app;

-- Give it up: it was refused, or only asked, and may be sent again.
CREATE FUNCTION history_give_up_form(of_digest text) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  DELETE FROM history_sentform WHERE membership_id = current_actor() AND digest = of_digest AND answer = ''
$$;
GRANT EXECUTE ON FUNCTION history_give_up_form TO trappan_app;
