-- Asked of somebody who is on the list, about an opening of the municipality's that is open; nothing has become of it.
CREATE FUNCTION matching_begin_proposal() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  NEW.willing := NULL; NEW.willing_on := NULL; NEW.sent_at := NULL; NEW.sent_by_id := NULL; NEW.sent_how := '';
  NEW.contact_id := NULL; NEW.parts := '{}'; NEW.meets_at := NULL; NEW.meets_where := '';
  NEW.outcome := ''; NEW.why := ''; NEW.ended_on := NULL;
  PERFORM FROM matching_worksearch s WHERE s.id = NEW.search_id AND s.person_id = NEW.person_id
    AND s.unit_id = current_unit() AND s.ended_on IS NULL FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'ended' USING ERRCODE = 'check_violation', CONSTRAINT = 'proposed_from_the_list';
  END IF;
  PERFORM FROM employers_opening o JOIN employers_employer e ON e.id = o.employer_id
    AND e.municipality_id = ANY (staff_own()) WHERE o.id = NEW.opening_id
    AND (o.closed_on IS NULL OR o.closed_on > today()) AND (o.ends_on IS NULL OR o.ends_on > today());
  IF NOT FOUND THEN
    RAISE EXCEPTION 'closed' USING ERRCODE = 'check_violation', CONSTRAINT = 'proposed_for_an_open_one';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER begin_proposal BEFORE INSERT ON matching_proposal FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION matching_begin_proposal();

-- A yes more than an opening has places is refused; two who say yes at once for the last place stand in line.
CREATE FUNCTION matching_refuse_full(of_opening bigint) RETURNS void
VOLATILE SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE most int;
BEGIN
  SELECT o.places INTO most FROM employers_opening o WHERE o.id = of_opening FOR NO KEY UPDATE;
  IF (SELECT count(*) FROM matching_proposal p WHERE p.opening_id = of_opening AND p.outcome = 'accepted') >= most THEN
    RAISE EXCEPTION 'full' USING ERRCODE = 'check_violation', CONSTRAINT = 'no_place_left_at_the_opening';
  END IF;
END $$;

-- What a person lets employers be told today.
CREATE FUNCTION matching_lets(of_person bigint) RETURNS text[]
STABLE SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT COALESCE((SELECT c.parts::text[] FROM matching_profileconsent c WHERE c.person_id = of_person
    AND c.audience = 'employer' AND c.withdrawn_on IS NULL AND c.replaced_at IS NULL AND today() < c.ends_on), '{}')
$$;

-- What goes out, and what becomes of it. The consent is locked as whoever withdraws it locks it: of the two, the later
-- sees the earlier.
CREATE FUNCTION matching_change_proposal() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE lets text[]; said_at timestamptz;
BEGIN
  IF OLD.outcome <> '' THEN
    RAISE EXCEPTION 'ended' USING ERRCODE = 'check_violation', CONSTRAINT = 'proposal_has_ended';
  END IF;
  IF OLD.sent_at IS NOT NULL AND (NEW.sent_at, NEW.parts, NEW.willing)
      IS DISTINCT FROM (OLD.sent_at, OLD.parts, OLD.willing) THEN
    RAISE EXCEPTION 'sent' USING ERRCODE = 'check_violation', CONSTRAINT = 'what_went_out_stands';
  END IF;
  IF OLD.sent_at IS NULL AND NEW.sent_at IS NOT NULL THEN
    NEW.sent_at := clock(); NEW.sent_by_id := current_actor();
    SELECT c.parts, c.at INTO lets, said_at FROM matching_profileconsent c WHERE c.person_id = NEW.person_id
      AND c.audience = 'employer' AND c.withdrawn_on IS NULL AND c.replaced_at IS NULL AND today() < c.ends_on
      FOR UPDATE;
    -- What was said otherwise since was not read out before the yes.
    IF NOT NEW.parts::text[] <@ COALESCE(lets, '{}') OR EXISTS (SELECT FROM matching_profilepart p
        WHERE p.person_id = NEW.person_id AND p.replaced_at IS NULL AND p.part = ANY (NEW.parts)
          AND p.at > said_at) THEN
      RAISE EXCEPTION 'consent' USING ERRCODE = 'check_violation', CONSTRAINT = 'only_what_the_person_lets';
    END IF;
  END IF;
  IF NEW.sent_how = 'desk' AND OLD.sent_how <> 'desk' AND NOT EXISTS (SELECT FROM employers_opening o
      JOIN employers_workplace w ON w.id = o.workplace_id JOIN staff_membership m ON m.unit_id = w.unit_id
        AND m.role = 'host_manager' AND staff_in_force(m) WHERE o.id = NEW.opening_id) THEN
    RAISE EXCEPTION 'desk' USING ERRCODE = 'check_violation', CONSTRAINT = 'answered_by_a_manager';
  END IF;
  IF NEW.outcome = 'accepted' THEN
    PERFORM matching_refuse_full(NEW.opening_id);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER change_proposal BEFORE UPDATE ON matching_proposal FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION matching_change_proposal();

-- Accepted at one place, the others that the person was asked about have come to nothing, in the same transaction.
CREATE FUNCTION matching_others_end() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  UPDATE matching_proposal SET outcome = 'obsolete', ended_on = today()
   WHERE person_id = NEW.person_id AND outcome = '' AND id <> NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER others_end AFTER UPDATE OF outcome ON matching_proposal FOR EACH ROW
  WHEN (NEW.outcome = 'accepted' AND OLD.outcome = '') EXECUTE FUNCTION matching_others_end();

-- Nobody is proposed who is not on the list any more; and what employers were told by a yes that is taken back is
-- taken back too.
CREATE FUNCTION matching_proposals_end() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  UPDATE matching_proposal SET outcome = 'withdrawn', ended_on = today()
   WHERE person_id = NEW.person_id AND outcome = '' AND (TG_ARGV[0] = 'all' OR sent_at IS NOT NULL);
  RETURN NULL;
END $$;
CREATE TRIGGER proposals_end AFTER UPDATE OF ended_on ON matching_worksearch FOR EACH ROW
  WHEN (OLD.ended_on IS NULL AND NEW.ended_on IS NOT NULL) EXECUTE FUNCTION matching_proposals_end('all');
CREATE TRIGGER proposals_end AFTER UPDATE OF withdrawn_on ON matching_profileconsent FOR EACH ROW
  WHEN (NEW.audience = 'employer' AND OLD.withdrawn_on IS NULL AND NEW.withdrawn_on IS NOT NULL)
  EXECUTE FUNCTION matching_proposals_end('sent');

-- An employer keeps no proposal that tells more than the person lets be told today: said anew to fewer parts, or run
-- out, the yes takes it back as a withdrawn one does.
CREATE FUNCTION matching_end_what_is_not_let(of_person bigint) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  UPDATE matching_proposal p SET outcome = 'withdrawn', ended_on = today()
   WHERE p.person_id = COALESCE(of_person, p.person_id) AND p.outcome = '' AND p.sent_at IS NOT NULL
     AND NOT p.parts::text[] <@ matching_lets(p.person_id)
$$;
CREATE FUNCTION matching_said_anew() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  PERFORM matching_end_what_is_not_let(NEW.person_id);
  RETURN NULL;
END $$;
CREATE TRIGGER said_anew AFTER INSERT ON matching_profileconsent FOR EACH ROW
  WHEN (NEW.audience = 'employer') EXECUTE FUNCTION matching_said_anew();

-- The day's chore: what nobody has answered by its day ends as unanswered, and so does what rests on a yes that has run
-- out, a search or a proposal.
CREATE FUNCTION matching_close_unanswered() RETURNS bigint
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE closed bigint;
BEGIN
  UPDATE matching_worksearch s SET ended_on = GREATEST(today(), s.starts_on), "end" = 'expired'
   WHERE s.ended_on IS NULL AND NOT EXISTS (SELECT FROM matching_profileconsent c WHERE c.person_id = s.person_id
     AND c.unit_id = s.unit_id AND c.audience = 'team' AND c.withdrawn_on IS NULL AND c.replaced_at IS NULL
     AND today() < c.ends_on);
  PERFORM matching_end_what_is_not_let(NULL);
  UPDATE matching_proposal SET outcome = 'unanswered', ended_on = today() WHERE outcome = '' AND answer_by < today()
    AND (willing IS NULL OR sent_at IS NOT NULL) AND (meets_at IS NULL OR meets_at < clock());
  GET DIAGNOSTICS closed = ROW_COUNT;
  RETURN closed;
END $$;
GRANT EXECUTE ON FUNCTION matching_close_unanswered TO trappan_nightly;

-- At which openings of the municipality's somebody is being asked: of all teams and searches, and without a person.
CREATE FUNCTION matching_asked_about() RETURNS SETOF bigint
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT DISTINCT o.id FROM matching_proposal p JOIN employers_opening o ON o.id = p.opening_id
  JOIN employers_employer e ON e.id = o.employer_id AND e.municipality_id = ANY (staff_own())
  WHERE secrecy_role() = 'employer_officer' AND p.outcome = ''
$$;
GRANT EXECUTE ON FUNCTION matching_asked_about TO trappan_app;

-- Does the team of whoever asks still read the words that went out? While the person lets both it and employers be told
-- each part that they tell; a neutral card tells none.
CREATE FUNCTION matching_shows(of_proposal bigint) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT EXISTS (SELECT FROM matching_proposal p
    JOIN matching_worksearch s ON s.id = p.search_id AND s.unit_id = (SELECT current_unit())
    WHERE p.id = of_proposal AND (p.parts = '{}' OR NOT EXISTS (
      SELECT FROM (VALUES ('team'), ('employer')) told (audience) WHERE NOT EXISTS (
        SELECT FROM matching_profileconsent c WHERE c.person_id = p.person_id AND c.audience = told.audience
          AND (c.unit_id IS NULL OR c.unit_id = s.unit_id) AND c.withdrawn_on IS NULL AND c.replaced_at IS NULL
          AND (SELECT today()) < c.ends_on AND p.parts::text[] <@ (c.parts::text[]
            || CASE told.audience WHEN 'team' THEN ARRAY['name', 'phone'] ELSE ARRAY[]::text[] END)))))
$$;
GRANT EXECUTE ON FUNCTION matching_shows TO trappan_app;
