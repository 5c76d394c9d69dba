ALTER TABLE plans_plan ADD CONSTRAINT plan_of_person UNIQUE (id, person_id);

ALTER TABLE plans_plan ADD CONSTRAINT plans_plan_case_id_person_id_fkey
  FOREIGN KEY (case_id, person_id) REFERENCES cases_case (id, person_id);

ALTER TABLE plans_planpart ADD CONSTRAINT plans_planpart_plan_id_person_id_fkey
  FOREIGN KEY (plan_id, person_id) REFERENCES plans_plan (id, person_id);

-- Who took part is told by role and name, and by nothing else.
ALTER TABLE plans_plan ADD CONSTRAINT took_part_by_role CHECK (jsonb_typeof(took_part) = 'array'
  AND NOT jsonb_path_exists(took_part, '$[*] ? (!(@.role like_regex
    "^(participant|consultant|social_worker|supervisor|employer_team|interpreter|other)$")
    || !(@.name.type() == "string"))'));

-- No plan without a finished kartläggning (R-002), whoever writes it.
CREATE FUNCTION plans_plan_rests_on_mapping() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM plans_mapping k WHERE k.case_id = NEW.case_id
      AND k.person_id = NEW.person_id AND k.finished_at IS NOT NULL) THEN
    RAISE EXCEPTION 'no mapping' USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_rests_on_mapping';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER rests_on_mapping BEFORE INSERT ON plans_plan
  FOR EACH ROW EXECUTE FUNCTION plans_plan_rests_on_mapping();

-- No plan comes into force without a consultation, however it is written; one to come is none yet.
CREATE FUNCTION plans_decided_after_consultation() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF current_actor() IS NOT NULL AND rule('consultation_required', today())::boolean AND NOT EXISTS (
      SELECT FROM plans_consultation c WHERE c.case_id = NEW.case_id
        AND c.with_whom = 'employment_service' AND c.held_on <= today()
        AND c.held_on > today() - rule('consultation_valid_days', today())::int) THEN
    RAISE EXCEPTION 'no consultation' USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_rests_on_consultation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER decided_after_consultation BEFORE UPDATE ON plans_plan FOR EACH ROW
  WHEN (OLD.decided_at IS NULL AND NEW.decided_at IS NOT NULL)
  EXECUTE FUNCTION plans_decided_after_consultation();

CREATE FUNCTION plans_refuse_ended_plan() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM plans_plan p WHERE p.id = NEW.plan_id AND p.person_id = NEW.person_id
      AND (p.replaced_at IS NOT NULL OR p.ended_at IS NOT NULL)) THEN
    RAISE EXCEPTION 'closed' USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_is_open';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER plan_is_open BEFORE INSERT ON plans_goal FOR EACH ROW EXECUTE FUNCTION plans_refuse_ended_plan();

CREATE TRIGGER plan_is_open BEFORE INSERT ON plans_planpart FOR EACH ROW EXECUTE FUNCTION plans_refuse_ended_plan();

-- Who decides a plan is whoever acts, whatever the statement says.
CREATE FUNCTION plans_decided_by_whoever_acts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_actor() IS NOT NULL THEN NEW.decided_by_id := current_actor(); END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER decided_by_whoever_acts BEFORE UPDATE ON plans_plan FOR EACH ROW
  WHEN (OLD.decided_at IS NULL AND NEW.decided_at IS NOT NULL)
  EXECUTE FUNCTION plans_decided_by_whoever_acts();

CREATE FUNCTION plans_decider_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.decided_by_id := OLD.decided_by_id;
  RETURN NEW;
END $$;

CREATE TRIGGER decider_stays BEFORE UPDATE OF decided_by_id ON plans_plan FOR EACH ROW
  WHEN (OLD.decided_at IS NOT NULL) EXECUTE FUNCTION plans_decider_stays();

CREATE TRIGGER made_after_consultation BEFORE INSERT ON plans_plan FOR EACH ROW
  WHEN (NEW.decided_at IS NOT NULL AND NOT NEW.imported)
  EXECUTE FUNCTION plans_decided_after_consultation();

CREATE FUNCTION plans_refuse_decided_plan() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF current_actor() IS NOT NULL AND NOT EXISTS (SELECT FROM plans_plan p WHERE p.id = NEW.plan_id
      AND p.person_id = NEW.person_id AND p.decided_at IS NULL AND p.ended_at IS NULL) THEN
    RAISE EXCEPTION 'decided' USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_is_draft';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER plan_is_draft BEFORE INSERT ON plans_planpart
  FOR EACH ROW EXECUTE FUNCTION plans_refuse_decided_plan();

CREATE TRIGGER plan_stays_draft BEFORE UPDATE ON plans_planpart FOR EACH ROW
  WHEN (OLD.taken_out_at IS DISTINCT FROM NEW.taken_out_at) EXECUTE FUNCTION plans_refuse_decided_plan();

CREATE TRIGGER plan_stays_open BEFORE UPDATE OF plan_id ON plans_goal
  FOR EACH ROW EXECUTE FUNCTION plans_refuse_ended_plan();

-- The distance to the labour market is the step that staff last assessed, of the main frame, with its day and reason.
CREATE FUNCTION plans_distance(of_person bigint) RETURNS jsonb STABLE LANGUAGE sql AS $$
  SELECT jsonb_build_object('number', COALESCE(o.number, s.number), 'name', COALESCE(o.name, s.name),
    'of', (SELECT count(*) FROM plans_ladderstep z WHERE z.ladder_id = COALESCE(o.ladder_id, s.ladder_id)),
    'on', m.day, 'reason', COALESCE(e.text, ''))
  FROM plans_stepmove m JOIN plans_ladderstep s ON s.id = m.step_id LEFT JOIN plans_ladderstep o ON o.id = s.maps_to_id
  LEFT JOIN plans_stepevidence e ON e.id = m.evidence_id
  WHERE m.person_id = of_person AND m.rated_by = 'staff' AND NOT m.corrected ORDER BY m.day DESC, m.id DESC LIMIT 1
$$;
GRANT EXECUTE ON FUNCTION plans_distance TO trappan_app;

-- What the paper of a plan says that later work may change: names, the person's own words, goals, the step.
CREATE FUNCTION plans_paper(of_plan bigint) RETURNS jsonb STABLE LANGUAGE sql AS $$
  SELECT jsonb_build_object('name', n.given_name || ' ' || n.family_name,
    'own_words', COALESCE(m.own_words, ''), 'own_words_on', m.held_on, 'distance', plans_distance(p.person_id),
    'goals', (SELECT COALESCE(jsonb_agg(jsonb_build_object('title', g.title, 'due_on', g.due_on)
      ORDER BY g.due_on, g.id), '[]') FROM plans_goal g WHERE g.plan_id = p.id))
  FROM plans_plan p JOIN people_person n ON n.id = p.person_id LEFT JOIN plans_mapping m ON m.case_id = p.case_id
  WHERE p.id = of_plan
$$;
GRANT EXECUTE ON FUNCTION plans_paper TO trappan_app;

-- A plan's paper is kept when it is decided, at the latest when the next one takes its place or it ends.
CREATE FUNCTION plans_keep_paper() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.paper := CASE WHEN TG_OP = 'INSERT' OR NEW.decided_at IS NULL THEN NULL
    ELSE COALESCE(OLD.paper, plans_paper(NEW.id)) END;
  RETURN NEW;
END $$;

CREATE TRIGGER keep_paper BEFORE INSERT OR UPDATE OF decided_at, replaced_at, ended_at, paper ON plans_plan
  FOR EACH ROW WHEN (current_user = 'trappan_app') EXECUTE FUNCTION plans_keep_paper();

-- Who decided a plan, as that colleague was called then.
CREATE FUNCTION plans_decider(of_plan bigint) RETURNS text
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT staff_called_at(p.decided_by_id, p.decided_at) FROM plans_plan p
  WHERE p.id = of_plan AND people_holds(p.person_id, 'plan')
$$;
GRANT EXECUTE ON FUNCTION plans_decider TO trappan_app;

-- What is decided stays as it was decided; that it is replaced or ended is added, once.
CREATE FUNCTION plans_decided_plan_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.goal, NEW.weekly_minutes, NEW.proposal, NEW.hours_reason, NEW.adaptation, NEW.review_on, NEW.agreed_on,
      NEW.agreed_how, NEW.decided_at, NEW.reference, NEW.took_part)
     IS DISTINCT FROM (OLD.goal, OLD.weekly_minutes, OLD.proposal, OLD.hours_reason, OLD.adaptation, OLD.review_on,
      OLD.agreed_on, OLD.agreed_how, OLD.decided_at, OLD.reference, OLD.took_part)
     OR (OLD.replaced_at IS NOT NULL AND NEW.replaced_at IS DISTINCT FROM OLD.replaced_at)
     OR (OLD.ended_at IS NOT NULL AND (NEW.ended_at, NEW.end_reason) IS DISTINCT FROM (OLD.ended_at, OLD.end_reason))
  THEN
    RAISE EXCEPTION 'decided' USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_is_draft';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER decided_plan_stays BEFORE UPDATE ON plans_plan FOR EACH ROW
  WHEN (current_user = 'trappan_app' AND OLD.decided_at IS NOT NULL) EXECUTE FUNCTION plans_decided_plan_stays();
