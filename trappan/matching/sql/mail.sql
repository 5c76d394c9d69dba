-- A proposal goes by e-mail to a contact with an address, and to nobody else.
CREATE FUNCTION matching_refuse_without_address() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM employers_opening o JOIN employers_contact c ON c.employer_id = o.employer_id
    WHERE o.id = NEW.opening_id AND c.id = NEW.contact_id AND c.left_on IS NULL AND c.email <> '') THEN
    RAISE EXCEPTION 'address' USING ERRCODE = 'check_violation', CONSTRAINT = 'mailed_to_an_address';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER refuse_without_address AFTER UPDATE OF sent_at ON matching_proposal FOR EACH ROW
  WHEN (OLD.sent_at IS NULL AND NEW.sent_at IS NOT NULL AND NEW.sent_how = 'mail')
  EXECUTE FUNCTION matching_refuse_without_address();

-- What goes so is ordered with its paper, once and as it is kept, by whoever sends it. Read out or handed over, nothing
-- is ordered.
CREATE FUNCTION matching_mail_paper() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO messages_outbox (author_id, at, person_id, kind, channel, address, subject, text)
  SELECT p.sent_by_id, p.sent_at, p.person_id, 'matching.send_proposal', 'email', c.email, o.title, NEW.words
  FROM matching_proposal p JOIN employers_opening o ON o.id = p.opening_id
  JOIN employers_contact c ON c.id = p.contact_id
  WHERE p.id = NEW.proposal_id AND p.sent_how = 'mail' AND p.sent_by_id = current_actor();
  RETURN NULL;
END $$;
CREATE TRIGGER mail_paper AFTER INSERT ON matching_sentpaper FOR EACH ROW EXECUTE FUNCTION matching_mail_paper();
