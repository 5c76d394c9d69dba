-- A budget does not span two years: its last day is in the year of its first.
ALTER TABLE partnerships_budget ADD CONSTRAINT budget_within_a_year
  CHECK (ends_on <= make_date(extract(year FROM starts_on)::int + 1, 1, 1));

-- Approved by another colleague than the one who entered it, once; what is approved is not taken out. Two memberships
-- of one colleague are one.
CREATE FUNCTION partnerships_approve() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.approved_at IS NOT NULL OR OLD.taken_out_on IS NOT NULL THEN
    RAISE EXCEPTION 'settled' USING ERRCODE = 'check_violation', CONSTRAINT = 'money_is_settled';
  END IF;
  IF NEW.approved_at IS NULL THEN
    IF TG_TABLE_NAME = 'partnerships_budget' AND EXISTS (SELECT FROM partnerships_payment p
      WHERE p.budget_id = NEW.id AND p.taken_out_on IS NULL) THEN
      RAISE EXCEPTION 'settled' USING ERRCODE = 'check_violation', CONSTRAINT = 'money_is_settled';
    END IF;
    RETURN NEW;
  END IF;
  IF EXISTS (SELECT FROM staff_membership mine JOIN staff_membership theirs ON theirs.colleague_id = mine.colleague_id
    WHERE mine.id = current_actor() AND theirs.id = OLD.author_id) THEN
    RAISE EXCEPTION 'own' USING ERRCODE = 'check_violation', CONSTRAINT = 'approved_by_another';
  END IF;
  NEW.approved_by_id := current_actor();
  NEW.approved_at := clock();
  RETURN NEW;
END $$;

CREATE TRIGGER approve BEFORE UPDATE ON partnerships_budget FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION partnerships_approve();

CREATE TRIGGER approve BEFORE UPDATE ON partnerships_payment FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION partnerships_approve();

-- Nobody enters what is approved already.
CREATE FUNCTION partnerships_enter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.approved_by_id := NULL;
  NEW.approved_at := NULL;
  RETURN NEW;
END $$;

CREATE TRIGGER enter BEFORE INSERT ON partnerships_budget FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION partnerships_enter();

CREATE TRIGGER enter BEFORE INSERT ON partnerships_payment FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION partnerships_enter();

-- While the agreement holds; of one that the actor does not see, her policy says no.
CREATE FUNCTION partnerships_budget_while() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM partnerships_agreement a WHERE a.id = NEW.agreement_id
    AND (NEW.starts_on < a.starts_on OR NEW.ends_on > a.until)) THEN
    RAISE EXCEPTION 'outside' USING ERRCODE = 'check_violation', CONSTRAINT = 'budget_while_it_holds';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER while_it_holds BEFORE INSERT ON partnerships_budget FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION partnerships_budget_while();

-- Of an approved budget of an agreement that is signed and reaches there, and never more than the municipality's part;
-- two who enter at once wait for each other. An invoice may come after the last day.
CREATE FUNCTION partnerships_pay() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE most bigint;
BEGIN
  SELECT b.municipality_ore INTO most FROM partnerships_budget b
    WHERE b.id = NEW.budget_id AND b.approved_at IS NOT NULL FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'not approved' USING ERRCODE = 'check_violation', CONSTRAINT = 'payment_of_approved_budget';
  END IF;
  IF NOT EXISTS (SELECT FROM partnerships_budget b JOIN partnerships_agreement a ON a.id = b.agreement_id
      WHERE b.id = NEW.budget_id AND a.signed_on IS NOT NULL AND (a.until IS NULL OR b.starts_on < a.until)) THEN
    RAISE EXCEPTION 'not agreed' USING ERRCODE = 'check_violation', CONSTRAINT = 'payment_of_what_is_agreed';
  END IF;
  IF (SELECT sum(p.amount_ore) FROM partnerships_payment p WHERE p.budget_id = NEW.budget_id
    AND p.taken_out_on IS NULL) > most THEN
    RAISE EXCEPTION 'beyond' USING ERRCODE = 'check_violation', CONSTRAINT = 'payment_within_budget';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER pay AFTER INSERT ON partnerships_payment FOR EACH ROW EXECUTE FUNCTION partnerships_pay();
