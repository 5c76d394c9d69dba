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

-- How a goal goes by the person's own rating, where there is one: nobody writes another in its place.
CREATE FUNCTION plans_own_rating_is_own() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  NEW.own_rating := COALESCE((SELECT w.rating FROM plans_ownword w WHERE w.goal_id = NEW.id
    AND w.person_id = NEW.person_id AND w.rating <> '' ORDER BY w.id DESC LIMIT 1), NEW.own_rating);
  RETURN NEW;
END $$;

CREATE TRIGGER own_rating_is_own BEFORE UPDATE OF own_rating ON plans_goal FOR EACH ROW
  EXECUTE FUNCTION plans_own_rating_is_own();

-- A step that the person has written on the own pages is put right by nobody else.
CREATE FUNCTION plans_own_step_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'own' USING ERRCODE = 'check_violation', CONSTRAINT = 'own_words_are_the_persons';
END $$;

CREATE TRIGGER own_step_stays BEFORE UPDATE ON plans_stepmove FOR EACH ROW
  WHEN (current_user = 'trappan_app' AND OLD.rated_by = 'participant' AND OLD.author_id IS NULL AND NOT OLD.imported)
  EXECUTE FUNCTION plans_own_step_stays();

-- On which step the person last said to stand, of the main frame, with day and own words; whether the person wrote it,
-- or a colleague noted what was said.
CREATE FUNCTION plans_own_distance(of_person bigint) RETURNS jsonb STABLE LANGUAGE sql AS $$
  SELECT jsonb_build_object('number', COALESCE(o.number, s.number), 'name', COALESCE(o.name, s.name), 'on', m.day,
    'words', COALESCE(e.text, ''), 'by_self', m.author_id IS NULL AND NOT m.imported)
  FROM plans_stepmove m JOIN plans_ladderstep s ON s.id = m.step_id LEFT JOIN plans_ladderstep o ON o.id = s.maps_to_id
  LEFT JOIN plans_stepevidence e ON e.id = m.evidence_id
  WHERE m.person_id = of_person AND m.rated_by = 'participant' AND NOT m.corrected
  ORDER BY m.day DESC, m.id DESC LIMIT 1
$$;
GRANT EXECUTE ON FUNCTION plans_own_distance TO trappan_app;
