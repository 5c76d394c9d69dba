-- May I read of initiatives? Those of the municipality who walk with people, and their heads.
CREATE FUNCTION initiatives_sees() RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT EXISTS (SELECT FROM staff_unit u JOIN staff_organisation o ON o.id = u.organisation_id
    AND o.kind = 'municipality' WHERE u.id = current_unit()
    AND secrecy_role() IN ('social_worker', 'consultant', 'head_of_unit'))
$$;
GRANT EXECUTE ON FUNCTION initiatives_sees TO trappan_app;

-- May I write of them? The heads alone.
CREATE FUNCTION initiatives_keeps() RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT initiatives_sees() AND secrecy_role() = 'head_of_unit'
$$;
GRANT EXECUTE ON FUNCTION initiatives_keeps TO trappan_app;

-- May I read the days that charts are marked with? Those who read initiatives, and those who read figures.
CREATE FUNCTION initiatives_sees_days() RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT EXISTS (SELECT FROM staff_unit u JOIN staff_organisation o ON o.id = u.organisation_id
    AND o.kind = 'municipality' WHERE u.id = current_unit()
    AND secrecy_role() IN ('social_worker', 'consultant', 'head_of_unit', 'director', 'controller', 'board_reader'))
$$;
GRANT EXECUTE ON FUNCTION initiatives_sees_days TO trappan_app;

-- May I say which days they are? Heads, and those who answer for figures.
CREATE FUNCTION initiatives_marks_days() RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT initiatives_sees_days() AND secrecy_role() IN ('head_of_unit', 'director', 'controller')
$$;
GRANT EXECUTE ON FUNCTION initiatives_marks_days TO trappan_app;

-- One that follows another is of the same municipality; what it follows is never changed, so that no chain closes.
ALTER TABLE initiatives_initiative ADD CONSTRAINT follows_one_of_ours
  FOREIGN KEY (follows_id, municipality_id) REFERENCES initiatives_initiative (id, municipality_id);

-- Everybody reads these: nobody stands there by number.
ALTER TABLE initiatives_initiative ADD CONSTRAINT initiative_names_nobody
  CHECK (people_names_nobody(name || ' ' || aim || ' ' || funding));
ALTER TABLE initiatives_continuation ADD CONSTRAINT continuation_names_nobody
  CHECK (people_names_nobody(what || ' ' || by_whom || ' ' || money));
ALTER TABLE initiatives_endreport ADD CONSTRAINT report_names_nobody CHECK (people_names_nobody(text));
ALTER TABLE initiatives_landmark ADD CONSTRAINT landmark_names_nobody
  CHECK (people_names_nobody(name || ' ' || source));

CREATE TRIGGER keep_decided BEFORE INSERT OR UPDATE ON initiatives_initiativepaper FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION partnerships_keep_decided();
