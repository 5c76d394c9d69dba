-- A pause is ended now, whatever day is written: longer, or in the past, it never becomes.
CREATE FUNCTION messages_end_pause() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.ends_on := LEAST(OLD.ends_on, today());
  RETURN NEW;
END $$;

CREATE TRIGGER end_pause BEFORE UPDATE ON messages_pause FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION messages_end_pause();
