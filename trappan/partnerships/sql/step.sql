-- What is said of an amendment is said of the agreement that it amends.
ALTER TABLE partnerships_amendment ADD CONSTRAINT amendment_of_agreement UNIQUE (id, agreement_id);
ALTER TABLE partnerships_consultation ADD CONSTRAINT consultation_of_the_agreement
  FOREIGN KEY (amendment_id, agreement_id) REFERENCES partnerships_amendment (id, agreement_id);
ALTER TABLE partnerships_decision ADD CONSTRAINT decision_of_the_agreement
  FOREIGN KEY (amendment_id, agreement_id) REFERENCES partnerships_amendment (id, agreement_id);
ALTER TABLE partnerships_recipient ADD CONSTRAINT recipient_of_the_agreement
  FOREIGN KEY (amendment_id, agreement_id) REFERENCES partnerships_amendment (id, agreement_id);

-- The decision waits for the formal steps: consultation, and the unions' information or the word that none is needed,
-- which is no older than the rules say.
-- To whoever does not keep the agreement, the policy says no.
CREATE FUNCTION partnerships_decide() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE wanted text;
BEGIN
  IF NOT EXISTS (SELECT FROM partnerships_agreement a WHERE a.id = NEW.agreement_id
    AND partnerships_keeps(a.municipality_id)) THEN
    RETURN NEW;
  END IF;
  IF NOT EXISTS (SELECT FROM partnerships_agreement a LEFT JOIN partnerships_amendment m
      ON m.id = NEW.amendment_id AND m.agreement_id = a.id
    WHERE a.id = NEW.agreement_id AND CASE WHEN NEW.amendment_id IS NULL THEN a.signed_on IS NULL
      AND a.withdrawn_on IS NULL ELSE m.signed_on IS NULL AND m.withdrawn_on IS NULL END) THEN
    RAISE EXCEPTION 'no draft' USING ERRCODE = 'check_violation', CONSTRAINT = 'decision_of_a_draft';
  END IF;
  FOREACH wanted IN ARRAY ARRAY['consultation', 'mbl'] LOOP
    IF NOT EXISTS (SELECT FROM partnerships_consultation c WHERE c.agreement_id = NEW.agreement_id
      AND c.amendment_id IS NOT DISTINCT FROM NEW.amendment_id AND c.kind = wanted
      AND c.held_on <= NEW.decided_on
      AND (wanted <> 'mbl' OR c.held_on >= NEW.decided_on - rule('mbl_valid_days', today())::int)) THEN
      RAISE EXCEPTION 'not yet' USING ERRCODE = 'check_violation', CONSTRAINT = 'decision_waits_for_' || wanted;
    END IF;
  END LOOP;
  RETURN NEW;
END $$;

CREATE TRIGGER decide BEFORE INSERT ON partnerships_decision FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION partnerships_decide();

-- Sent once, when it is decided.
CREATE FUNCTION partnerships_send() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.sent_on IS NOT NULL THEN
    RAISE EXCEPTION 'sent' USING ERRCODE = 'check_violation', CONSTRAINT = 'sent_once';
  END IF;
  IF NOT EXISTS (SELECT FROM partnerships_decision d WHERE d.agreement_id = NEW.agreement_id
    AND d.amendment_id IS NOT DISTINCT FROM NEW.amendment_id AND d.decided_on <= NEW.sent_on) THEN
    RAISE EXCEPTION 'undecided' USING ERRCODE = 'check_violation', CONSTRAINT = 'sent_when_decided';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER send BEFORE UPDATE ON partnerships_recipient FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION partnerships_send();
