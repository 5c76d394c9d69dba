ALTER TABLE placements_placement ADD CONSTRAINT placements_placement_activity_id_unit_id_fkey
  FOREIGN KEY (activity_id, unit_id) REFERENCES activities_activity (id, unit_id);

ALTER TABLE placements_placement ADD CONSTRAINT placement_of_person_and_unit UNIQUE (id, person_id, unit_id);

ALTER TABLE placements_placement ADD CONSTRAINT placement_is_of_person UNIQUE (id, person_id);

-- A seat is one placement's, and only whoever works with its person takes and leaves it.
ALTER TABLE placements_placement ADD CONSTRAINT one_activity_a_seat UNIQUE (seat, activity_id);

-- What takes up a place is one placement's: the table of seats tells of nobody, and this one says whose.
ALTER TABLE activities_seatuse ADD CONSTRAINT seat_of_a_placement
  FOREIGN KEY (seat, activity_id) REFERENCES placements_placement (seat, activity_id);

ALTER TABLE placements_placementend ADD CONSTRAINT placements_placementend_placement_id_person_id_fkey
  FOREIGN KEY (placement_id, person_id) REFERENCES placements_placement (id, person_id);

ALTER TABLE placements_placement ADD CONSTRAINT placements_placement_follows_id_person_id_fkey
  FOREIGN KEY (follows_id, person_id) REFERENCES placements_placement (id, person_id);

-- Two conditions that must hold on every path: an activity that is open, and consent under cooperation.
CREATE FUNCTION placements_refuse_terms() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE a activities_activity;
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT * INTO a FROM activities_activity WHERE id = NEW.activity_id;
    IF NEW.starts_on < a.starts_on OR (a.ends_on IS NOT NULL AND NEW.starts_on >= a.ends_on) THEN
      RAISE EXCEPTION 'closed' USING ERRCODE = 'check_violation', CONSTRAINT = 'activity_is_open';
    END IF;
  END IF;
  -- To go on takes a consent that holds today; one given since the start will do.
  IF NOT placements_consented(NEW.person_id, NEW.unit_id,
      CASE TG_OP WHEN 'UPDATE' THEN today() ELSE NEW.starts_on END, NEW.ends_on) THEN
    RAISE EXCEPTION 'consent' USING ERRCODE = 'check_violation', CONSTRAINT = 'placement_needs_consent';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER check_terms BEFORE INSERT ON placements_placement
  FOR EACH ROW EXECUTE FUNCTION placements_refuse_terms();

-- Whatever an app role writes of a placement is a proposal, of now and its own; answering is the site's.
CREATE FUNCTION placements_proposed_now() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.proposed_at := clock(); NEW.placed_by_id := current_actor();
  NEW.accepted_at := NULL; NEW.refused_at := NULL; NEW.withdrawn_at := NULL;
  NEW.answered_by_id := NULL; NEW.answer := '';
  RETURN NEW;
END $$;

CREATE TRIGGER a_proposed_now BEFORE INSERT ON placements_placement FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION placements_proposed_now();

CREATE FUNCTION placements_withdrawn_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.withdrawn_at := COALESCE(OLD.withdrawn_at, clock());
  RETURN NEW;
END $$;

CREATE TRIGGER withdrawn_once BEFORE UPDATE OF withdrawn_at ON placements_placement FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION placements_withdrawn_once();

-- Under cooperation: does a consent in force cover this person's placement with the unit's organisation up
-- to a day (NULL: without end)? Own and providers' sites need none.
CREATE FUNCTION placements_consented(of_person bigint, of_unit bigint, first date, until date) RETURNS boolean
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT o.kind = 'municipality' OR o.basis = 'provider' OR EXISTS (
    SELECT FROM people_consent c WHERE c.person_id = of_person AND c.organisation_id = o.id
      AND 'placement' = ANY (c.parts) AND c.starts_on <= LEAST(first, today())
      AND (c.ends_on IS NULL OR (until IS NOT NULL AND c.ends_on >= until)) AND c.withdrawn_on IS NULL)
  FROM staff_unit u JOIN staff_organisation o ON o.id = u.organisation_id WHERE u.id = of_unit
$$;

-- To go on longer rests on the same as to begin.
CREATE TRIGGER check_terms_again BEFORE UPDATE OF ends_on ON placements_placement FOR EACH ROW
  WHEN (OLD.ends_on IS NOT NULL AND (NEW.ends_on IS NULL OR NEW.ends_on > OLD.ends_on))
  EXECUTE FUNCTION placements_refuse_terms();

-- Nobody is placed beyond the activity's own end.
CREATE FUNCTION placements_refuse_beyond_activity() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE last date;
BEGIN
  SELECT ends_on INTO last FROM activities_activity WHERE id = NEW.activity_id;
  IF NEW.ends_on IS NULL OR NEW.ends_on > GREATEST(last, NEW.starts_on) THEN
    IF last IS NOT NULL THEN
      RAISE EXCEPTION 'beyond' USING ERRCODE = 'check_violation', CONSTRAINT = 'placement_within_activity';
    END IF;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER refuse_beyond_activity BEFORE INSERT OR UPDATE OF ends_on ON placements_placement FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION placements_refuse_beyond_activity();

-- Nobody begins where the season is over on that day; who is there when it ends is not sent home by it.
CREATE FUNCTION placements_refuse_out_of_season() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE month int := extract(month FROM NEW.starts_on)::int;
BEGIN
  IF EXISTS (SELECT FROM activities_activity a WHERE a.id = NEW.activity_id AND CASE
      WHEN a.season_from IS NULL THEN false
      WHEN a.season_from <= a.season_to THEN month NOT BETWEEN a.season_from AND a.season_to
      ELSE month < a.season_from AND month > a.season_to END) THEN
    RAISE EXCEPTION 'season' USING ERRCODE = 'check_violation', CONSTRAINT = 'placement_in_season';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER refuse_out_of_season BEFORE INSERT ON placements_placement FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION placements_refuse_out_of_season();

-- End a placement and its seat on a day; part of the verbs that do.
CREATE FUNCTION placements_cut(of_placement bigint, on_day date, code text, why text) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  UPDATE activities_seatuse s SET ends_on = GREATEST(s.starts_on, on_day) FROM placements_placement p
    WHERE p.id = of_placement AND s.seat = p.seat AND (s.ends_on IS NULL OR s.ends_on > on_day);
  UPDATE placements_placement SET ends_on = on_day WHERE id = of_placement;
  INSERT INTO placements_placementend (placement_id, person_id, kind, reason)
    SELECT p.id, p.person_id, code, why FROM placements_placement p WHERE p.id = of_placement
    ON CONFLICT (placement_id) DO UPDATE SET kind = EXCLUDED.kind, reason = EXCLUDED.reason, told_on = today();
$$;
