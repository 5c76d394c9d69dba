ALTER TABLE plans_drafttoread ADD CONSTRAINT plans_drafttoread_plan_id_person_id_fkey
  FOREIGN KEY (plan_id, person_id) REFERENCES plans_plan (id, person_id);

ALTER TABLE plans_ownword ADD CONSTRAINT own_word_of_person UNIQUE (id, person_id);

ALTER TABLE plans_ownword ADD CONSTRAINT plans_ownword_plan_id_person_id_fkey
  FOREIGN KEY (plan_id, person_id) REFERENCES plans_plan (id, person_id);

ALTER TABLE plans_ownword ADD CONSTRAINT plans_ownword_goal_id_person_id_fkey
  FOREIGN KEY (goal_id, person_id) REFERENCES plans_goal (id, person_id);

ALTER TABLE plans_wordreply ADD CONSTRAINT plans_wordreply_word_id_person_id_fkey
  FOREIGN KEY (word_id, person_id) REFERENCES plans_ownword (id, person_id);

-- What the person has written stays, whoever asks: also the database's own functions only add to it.
CREATE FUNCTION plans_own_word_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'written' USING ERRCODE = 'check_violation', CONSTRAINT = 'own_words_are_the_persons';
END $$;

CREATE TRIGGER own_word_stays BEFORE UPDATE ON plans_ownword FOR EACH ROW EXECUTE FUNCTION plans_own_word_stays();

-- How a goal goes by the person's own rating, where there is one: nobody writes another in its place. Not of a site's
-- goal: what the person writes is read by those who hold the plan, and the site reads that row.
CREATE FUNCTION plans_own_rating_is_own() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  NEW.own_rating := COALESCE((SELECT w.rating FROM plans_ownword w WHERE w.goal_id = NEW.id
    AND w.person_id = NEW.person_id AND w.rating <> '' ORDER BY w.id DESC LIMIT 1), NEW.own_rating);
  RETURN NEW;
END $$;

CREATE TRIGGER own_rating_is_own BEFORE UPDATE OF own_rating ON plans_goal FOR EACH ROW
  WHEN (NEW.unit_id IS NULL) EXECUTE FUNCTION plans_own_rating_is_own();

-- A step that the person has written on the own pages is put right by nobody else.
CREATE FUNCTION plans_own_step_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'own' USING ERRCODE = 'check_violation', CONSTRAINT = 'own_words_are_the_persons';
END $$;

CREATE TRIGGER own_step_stays BEFORE UPDATE ON plans_stepmove FOR EACH ROW
  WHEN (current_user = 'trappan_app' AND OLD.rated_by = 'participant' AND OLD.author_id IS NULL AND NOT OLD.imported)
  EXECUTE FUNCTION plans_own_step_stays();

-- On which step the person last said to stand, of the main frame, with day and own words: as somebody wrote it down
-- last, the person or a colleague who noted what was said (`by_self` tells which), or as the person wrote it alone.
CREATE FUNCTION plans_own_move(of_person bigint, by_self boolean) RETURNS jsonb STABLE LANGUAGE sql AS $$
  SELECT jsonb_build_object('number', COALESCE(o.number, s.number), 'name', COALESCE(o.name, s.name), 'on', m.day,
    'words', COALESCE(e.text, ''), 'by_self', m.author_id IS NULL AND NOT m.imported, 'at', m.at)
  FROM plans_stepmove m JOIN plans_ladderstep s ON s.id = m.step_id LEFT JOIN plans_ladderstep o ON o.id = s.maps_to_id
  LEFT JOIN plans_stepevidence e ON e.id = m.evidence_id
  WHERE m.person_id = of_person AND m.rated_by = 'participant' AND NOT m.corrected
    AND (NOT by_self OR m.author_id IS NULL AND NOT m.imported)
  ORDER BY m.day DESC, m.id DESC LIMIT 1
$$;
GRANT EXECUTE ON FUNCTION plans_own_move TO trappan_app;

-- Both, the latest first: a colleague's note of a later day does not hide what the person wrote.
CREATE FUNCTION plans_own_distance(of_person bigint) RETURNS jsonb STABLE LANGUAGE sql AS $$
  SELECT CASE WHEN (f.latest->>'by_self')::boolean THEN jsonb_build_array(f.latest)
    WHEN f.latest IS NOT NULL THEN jsonb_build_array(f.latest) || COALESCE(plans_own_move(of_person, true), '[]') END
  FROM (SELECT plans_own_move(of_person, false) AS latest) f
$$;
GRANT EXECUTE ON FUNCTION plans_own_distance TO trappan_app;

-- Only a draft is given to read, and in the edition that it is in.
CREATE FUNCTION plans_given_as_it_is() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM plans_plan p WHERE p.id = NEW.plan_id AND p.edition = NEW.edition
      AND p.decided_at IS NULL AND p.ended_at IS NULL) THEN
    RAISE EXCEPTION 'another' USING ERRCODE = 'check_violation', CONSTRAINT = 'draft_given_as_it_is';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER given_as_it_is BEFORE INSERT ON plans_drafttoread FOR EACH ROW
  EXECUTE FUNCTION plans_given_as_it_is();

-- What the person has written that asks for an answer: wants of a draft or of a goal otherwise, unanswered, said of the
-- edition that was given last and not taken back since; and a step that the person sees otherwise than staff have
-- assessed before it. An objection to the plan in force asks for a review instead (desk/sql/review_asked.sql).
CREATE FUNCTION plans_to_answer(of_case bigint) RETURNS jsonb STABLE LANGUAGE sql AS $$
  SELECT jsonb_agg(jsonb_build_object('kind', f.kind, 'title', f.title, 'at', f.at) ORDER BY f.at, f.kind, f.title)
  FROM (
    SELECT CASE WHEN w.goal_id IS NULL THEN 'draft' ELSE 'goal' END AS kind, COALESCE(g.title, '') AS title, w.at
    FROM plans_plan p JOIN plans_ownword w ON w.plan_id = p.id LEFT JOIN plans_goal g ON g.id = w.goal_id
    WHERE p.case_id = of_case AND p.replaced_at IS NULL AND p.ended_at IS NULL AND w.view IN ('change', 'disagrees')
      AND NOT (w.goal_id IS NULL AND p.decided_at IS NOT NULL AND w.at >= p.decided_at)
      AND NOT EXISTS (SELECT FROM plans_wordreply r WHERE r.word_id = w.id)
      AND NOT EXISTS (SELECT FROM plans_drafttoread d WHERE d.plan_id = p.id AND d.edition > w.edition)
      AND NOT EXISTS (SELECT FROM plans_ownword o WHERE o.plan_id = p.id AND o.id > w.id AND o.view <> ''
        AND o.goal_id IS NOT DISTINCT FROM w.goal_id)
    UNION ALL
    SELECT 'step', own->>'name', (own->>'at')::timestamptz FROM cases_case k
      CROSS JOIN LATERAL plans_own_move(k.person_id, true) own
      CROSS JOIN LATERAL (SELECT m.at, COALESCE(o.number, s.number) AS number FROM plans_stepmove m
        JOIN plans_ladderstep s ON s.id = m.step_id LEFT JOIN plans_ladderstep o ON o.id = s.maps_to_id
        WHERE m.person_id = k.person_id AND m.rated_by = 'staff' AND NOT m.corrected
        ORDER BY m.day DESC, m.id DESC LIMIT 1) staff
      WHERE k.id = of_case AND (own->>'at')::timestamptz >= staff.at AND (own->>'number')::int <> staff.number
  ) f
$$;
GRANT EXECUTE ON FUNCTION plans_to_answer TO trappan_app;
