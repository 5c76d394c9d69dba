-- Does a text name nobody by number? A personnummer, with its hyphen or in twelve figures; an organisation's number has
-- no month in it.
CREATE FUNCTION employers_names_nobody(of_text text) RETURNS boolean IMMUTABLE LANGUAGE sql RETURN
  of_text !~ '\m\d\d[01]\d[0-9]\d[-+]\d{4}\M' AND of_text !~ '\m(19|20)\d\d[01]\d[0-9]\d[-+]?\d{4}\M';
GRANT EXECUTE ON FUNCTION employers_names_nobody TO trappan_app;

ALTER TABLE employers_employer ADD CONSTRAINT employer_names_nobody
  CHECK (employers_names_nobody(good_to_know || ' ' || rest_reason || ' ' || end_reason || ' ' || name));
ALTER TABLE employers_workplace ADD CONSTRAINT workplace_names_nobody
  CHECK (employers_names_nobody(adaptable || ' ' || name || ' ' || address));
ALTER TABLE employers_contact ADD CONSTRAINT contact_names_nobody
  CHECK (employers_names_nobody(note || ' ' || title || ' ' || name));
ALTER TABLE employers_conversation ADD CONSTRAINT conversation_names_nobody
  CHECK (employers_names_nobody(text || ' ' || next_step || ' ' || done_note || ' ' || over_reason));
ALTER TABLE employers_opening ADD CONSTRAINT opening_names_nobody
  CHECK (employers_names_nobody(title || ' ' || tasks || ' ' || needs || ' ' || good_if || ' ' || travel || ' '
    || adaptations || ' ' || close_reason));
ALTER TABLE employers_lead ADD CONSTRAINT lead_names_nobody
  CHECK (employers_names_nobody(headline || ' ' || employer_name || ' ' || occupation_name || ' ' || text || ' '
    || put_aside_reason));
-- A sole trader's number is a person's: it has a month where an organisation's has two or more.
ALTER TABLE employers_lead ADD CONSTRAINT lead_keeps_no_persons_number
  CHECK (organisation_number = '' OR organisation_number ~ '^\d\d[2-9]\d{3}-\d{4}$');
