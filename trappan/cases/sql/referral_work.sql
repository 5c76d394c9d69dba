-- Notes and papers within a referral: of its person and its unit, written while it is open, a note as in the journal.
ALTER TABLE cases_referralnote ADD CONSTRAINT cases_referralnote_of_referral_fkey
  FOREIGN KEY (referral_id, person_id, unit_id) REFERENCES cases_referral (id, person_id, unit_id);

ALTER TABLE cases_referralnote ADD CONSTRAINT note_of_its_referral UNIQUE (id, referral_id);

ALTER TABLE cases_referralnote ADD CONSTRAINT note_of_its_person UNIQUE (id, person_id, unit_id);

-- What the person says against a note is the note's person's, and stays with the unit that has written it. It may be
-- said after the referral has ended.
ALTER TABLE cases_referralobjection ADD CONSTRAINT cases_referralobjection_of_note_fkey
  FOREIGN KEY (note_id, person_id, unit_id) REFERENCES cases_referralnote (id, person_id, unit_id);

ALTER TABLE cases_referralnote ADD CONSTRAINT cases_referralnote_corrects_fkey
  FOREIGN KEY (corrects_id, referral_id) REFERENCES cases_referralnote (id, referral_id);

ALTER TABLE cases_studyplan ADD CONSTRAINT cases_studyplan_of_referral_fkey
  FOREIGN KEY (referral_id, person_id, unit_id) REFERENCES cases_referral (id, person_id, unit_id);

ALTER TABLE cases_workability ADD CONSTRAINT cases_workability_of_referral_fkey
  FOREIGN KEY (referral_id, person_id, unit_id) REFERENCES cases_referral (id, person_id, unit_id);

ALTER TABLE cases_studyplan ADD CONSTRAINT study_plan_of_person UNIQUE (id, person_id, unit_id);

ALTER TABLE cases_studystep ADD CONSTRAINT cases_studystep_of_plan_fkey
  FOREIGN KEY (plan_id, person_id, unit_id) REFERENCES cases_studyplan (id, person_id, unit_id);

CREATE TRIGGER note_is_now BEFORE INSERT ON cases_referralnote
  FOR EACH ROW EXECUTE FUNCTION cases_note_is_now();

CREATE TRIGGER note_is_open BEFORE UPDATE ON cases_referralnote
  FOR EACH ROW EXECUTE FUNCTION cases_refuse_locked_note();

CREATE TRIGGER referral_is_open BEFORE INSERT OR UPDATE ON cases_referralnote FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION cases_refuse_ended_referral();

CREATE TRIGGER referral_is_open BEFORE INSERT ON cases_studyplan FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION cases_refuse_ended_referral();

CREATE TRIGGER referral_is_open BEFORE INSERT ON cases_workability FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION cases_refuse_ended_referral();

-- An edition says how many steps it has, and gets no more of them afterwards.
CREATE FUNCTION cases_refuse_step_too_many() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM cases_studyplan p
      WHERE p.id = NEW.plan_id AND NEW.position BETWEEN 1 AND p.steps_count) THEN
    RAISE EXCEPTION 'edition' USING ERRCODE = 'check_violation', CONSTRAINT = 'study_plan_is_whole';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER study_plan_is_whole BEFORE INSERT ON cases_studystep FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION cases_refuse_step_too_many();

-- Who wrote an edition of a study plan, as that colleague was called then.
CREATE FUNCTION cases_study_plan_writer(of_edition bigint) RETURNS text
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT staff_called_at(x.author_id, x.at) FROM cases_studyplan x
  WHERE x.id = of_edition AND (people_holds(x.person_id, 'plan')
    OR (x.unit_id = current_unit() AND people_holds(x.person_id, 'activity')))
$$;
GRANT EXECUTE ON FUNCTION cases_study_plan_writer TO trappan_app;

-- Who judged the ability to work, as that colleague was called then.
CREATE FUNCTION cases_work_ability_writer(of_edition bigint) RETURNS text
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT staff_called_at(x.author_id, x.at) FROM cases_workability x
  WHERE x.id = of_edition AND (people_holds(x.person_id, 'plan')
    OR (x.unit_id = current_unit() AND people_holds(x.person_id, 'activity')))
$$;
GRANT EXECUTE ON FUNCTION cases_work_ability_writer TO trappan_app;
