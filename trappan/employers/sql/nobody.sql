-- Everybody of the team reads these: nobody stands there by number.
ALTER TABLE employers_employer ADD CONSTRAINT employer_names_nobody
  CHECK (people_names_nobody(good_to_know || ' ' || rest_reason || ' ' || end_reason || ' ' || name));
ALTER TABLE employers_workplace ADD CONSTRAINT workplace_names_nobody
  CHECK (people_names_nobody(adaptable || ' ' || name || ' ' || address));
ALTER TABLE employers_contact ADD CONSTRAINT contact_names_nobody
  CHECK (people_names_nobody(note || ' ' || title || ' ' || name));
ALTER TABLE employers_conversation ADD CONSTRAINT conversation_names_nobody
  CHECK (people_names_nobody(text || ' ' || next_step || ' ' || done_note || ' ' || over_reason));
ALTER TABLE employers_opening ADD CONSTRAINT opening_names_nobody
  CHECK (people_names_nobody(title || ' ' || tasks || ' ' || needs || ' ' || good_if || ' ' || travel || ' '
    || adaptations || ' ' || close_reason));
ALTER TABLE employers_lead ADD CONSTRAINT lead_names_nobody
  CHECK (people_names_nobody(headline || ' ' || employer_name || ' ' || occupation_name || ' ' || text || ' '
    || put_aside_reason));
-- A sole trader's number is a person's: it has a month where an organisation's has two or more.
ALTER TABLE employers_lead ADD CONSTRAINT lead_keeps_no_persons_number
  CHECK (organisation_number = '' OR organisation_number ~ '^\d\d[2-9]\d{3}-\d{4}$');
