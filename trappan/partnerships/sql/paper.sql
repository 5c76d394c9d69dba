ALTER TABLE partnerships_decisionpaper ADD CONSTRAINT paper_of_the_agreement
  FOREIGN KEY (amendment_id, agreement_id) REFERENCES partnerships_amendment (id, agreement_id);

-- A paper is of a draft that is not decided, and each saving is an edition of it. Once it is decided by it is frozen.
-- To whoever does not keep the agreement, the policy says no.
CREATE FUNCTION partnerships_write_paper() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM partnerships_agreement a WHERE a.id = NEW.agreement_id
    AND partnerships_keeps(a.municipality_id)) THEN
    RETURN NEW;
  END IF;
  IF EXISTS (SELECT FROM partnerships_decision d WHERE d.agreement_id = NEW.agreement_id
    AND d.amendment_id IS NOT DISTINCT FROM NEW.amendment_id) THEN
    RAISE EXCEPTION 'decided' USING ERRCODE = 'check_violation', CONSTRAINT = 'paper_is_frozen';
  END IF;
  NEW.edition := CASE WHEN TG_OP = 'INSERT' THEN 1 ELSE OLD.edition + 1 END;
  RETURN NEW;
END $$;

CREATE TRIGGER write_paper BEFORE INSERT OR UPDATE ON partnerships_decisionpaper FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION partnerships_write_paper();

-- What is decided by a paper is the edition that was read, and it says who is to have the decision. The paper's row is
-- locked: whoever saves it at the same moment comes before, and the decision is refused, or after, and is refused too.
CREATE FUNCTION partnerships_decide_by_paper() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE saved int;
BEGIN
  SELECT p.edition INTO saved FROM partnerships_decisionpaper p WHERE p.agreement_id = NEW.agreement_id
    AND p.amendment_id IS NOT DISTINCT FROM NEW.amendment_id FOR UPDATE;
  IF saved IS DISTINCT FROM NEW.paper_edition THEN
    RAISE EXCEPTION 'another' USING ERRCODE = 'check_violation', CONSTRAINT = 'decision_of_the_edition_read';
  END IF;
  IF saved IS NOT NULL AND NOT EXISTS (SELECT FROM partnerships_recipient r WHERE r.agreement_id = NEW.agreement_id
    AND r.amendment_id IS NOT DISTINCT FROM NEW.amendment_id) THEN
    RAISE EXCEPTION 'nobody' USING ERRCODE = 'check_violation', CONSTRAINT = 'paper_says_to_whom';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER decide_by_paper BEFORE INSERT ON partnerships_decision FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION partnerships_decide_by_paper();

-- A paper that carries its own decision (DecidedPaper, of rooms above): each saving is an edition, the decision changes
-- nothing else, and then it is frozen.
CREATE FUNCTION partnerships_keep_decided() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE decision text[] := ARRAY['decided_on', 'body', 'paragraph'];
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.edition := 1;
  ELSIF OLD.decided_on IS NOT NULL THEN
    RAISE EXCEPTION 'decided' USING ERRCODE = 'check_violation', CONSTRAINT = 'paper_is_frozen';
  ELSIF NEW.decided_on IS NULL THEN
    NEW.edition := OLD.edition + 1;
  ELSIF to_jsonb(NEW) - decision <> to_jsonb(OLD) - decision THEN
    RAISE EXCEPTION 'another' USING ERRCODE = 'check_violation', CONSTRAINT = 'decision_of_the_edition_read';
  END IF;
  RETURN NEW;
END $$;
