-- What goes to an employer by e-mail is ordered with its being sent, once and as it is kept, to the contact's address.
-- Read out or handed over, nothing is ordered.
CREATE FUNCTION matching_mail_proposal() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO messages_outbox (author_id, at, person_id, kind, channel, address, subject, text)
  SELECT NEW.sent_by_id, NEW.sent_at, NEW.person_id, 'matching.send_proposal', 'email', c.email, o.title, NEW.paper
  FROM employers_opening o JOIN employers_contact c ON c.id = NEW.contact_id AND c.employer_id = o.employer_id
    AND c.left_on IS NULL AND c.email <> ''
  WHERE o.id = NEW.opening_id;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'address' USING ERRCODE = 'check_violation', CONSTRAINT = 'mailed_to_an_address';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER mail_proposal AFTER UPDATE OF sent_at ON matching_proposal FOR EACH ROW
  WHEN (OLD.sent_at IS NULL AND NEW.sent_at IS NOT NULL AND NEW.sent_how = 'mail')
  EXECUTE FUNCTION matching_mail_proposal();
