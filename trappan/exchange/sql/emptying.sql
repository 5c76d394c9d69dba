-- Keep files no longer from today on: they hand nothing out, and their digests stand. Nobody's to call.
CREATE FUNCTION exchange_empty(of_deliveries bigint[]) RETURNS void
VOLATILE SET search_path = public, pg_temp LANGUAGE sql AS $$
  UPDATE exchange_deliveryfile SET content = NULL WHERE delivery_id = ANY (of_deliveries) AND content IS NOT NULL;
  UPDATE exchange_delivery SET expires_on = LEAST(expires_on, today())
  WHERE id = ANY (of_deliveries) AND made_at IS NOT NULL;
$$;

-- Empty the files whose day has come, and those whose orderer delivers no longer. A quarter's counts are of nobody, and
-- heads read what was delivered: they stand until another version follows (exchange_quarters).
CREATE FUNCTION exchange_expire() RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT exchange_empty(ARRAY(SELECT d.id FROM exchange_delivery d JOIN exchange_deliveryfile f ON f.delivery_id = d.id
    WHERE f.content IS NOT NULL AND d.kind <> 'supervision_quarter' AND (d.expires_on <= today() OR NOT EXISTS (
      SELECT FROM staff_membership m WHERE m.id = d.author_id AND m.role = 'controller' AND staff_in_force(m)))))
$$;
GRANT EXECUTE ON FUNCTION exchange_expire TO trappan_nightly;

-- Empty the statistics' files that cover any of these months, where somebody in a household has become protected:
-- whoever could take a file from before and one from after would read in the difference who it was. The figures' files
-- name nobody, and stand. The lock lets a file that is being kept (exchange_make) be kept first, so that it is emptied
-- too. Nobody's to call.
CREATE FUNCTION exchange_forget(of_months date[]) RETURNS void
VOLATILE SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('exchange.make', 0));
  PERFORM exchange_empty(ARRAY(SELECT d.id FROM exchange_delivery d
    WHERE d.kind IN ('statistics_month', 'statistics_year', 'individual_month')
      AND EXISTS (SELECT FROM unnest(of_months) m
        WHERE m >= d.first AND m < d.first + exchange_span(d.kind))));
END $$;

CREATE FUNCTION exchange_forget_protected() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  PERFORM exchange_forget(ARRAY(SELECT DISTINCT h.month FROM assistance_supportmonth s
    JOIN assistance_supportmonth h ON h.household_id = s.household_id WHERE s.person_id = NEW.id));
  -- Individual files hold whoever comes to a place too, in months without support: all of them.
  PERFORM exchange_empty(ARRAY(SELECT d.id FROM exchange_delivery d WHERE d.kind = 'individual_month'));
  RETURN NULL;
END $$;
CREATE TRIGGER forget_files AFTER UPDATE OF protection ON people_person FOR EACH ROW
  WHEN (NEW.protection <> 'none' AND OLD.protection = 'none') EXECUTE FUNCTION exchange_forget_protected();

-- A household gets a protected member also where somebody who is protected already comes into it: by a new month, once
-- for all that an import brings, or by one that is put right.
CREATE FUNCTION exchange_forget_joined() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE
  months date[] := ARRAY(SELECT DISTINCT n.month FROM n JOIN people_person p ON p.id = n.person_id WHERE p.shielded);
BEGIN
  IF months <> '{}' THEN
    PERFORM exchange_forget(months);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER forget_files AFTER INSERT ON assistance_supportmonth REFERENCING NEW TABLE AS n
  FOR EACH STATEMENT EXECUTE FUNCTION exchange_forget_joined();
-- Also where an import asks its foreign keys itself (exchange/references.py).
ALTER TABLE assistance_supportmonth ENABLE ALWAYS TRIGGER forget_files;

CREATE FUNCTION exchange_forget_moved() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM people_person p WHERE p.id = NEW.person_id AND p.shielded) THEN
    PERFORM exchange_forget(ARRAY[NEW.month]);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER forget_files_of_moved AFTER UPDATE ON assistance_supportmonth FOR EACH ROW
  WHEN ((NEW.person_id, NEW.household_id, NEW.month) IS DISTINCT FROM (OLD.person_id, OLD.household_id, OLD.month))
  EXECUTE FUNCTION exchange_forget_moved();
