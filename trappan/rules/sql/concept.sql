-- An ad's occupation that nobody knows becomes an unknown concept, with the ad's own words and, where that is known,
-- its group: what is unknown is kept and said to be so. The employer team alone imports ads.
CREATE FUNCTION rules_meet_concept(of_id text, of_label text, of_group text) RETURNS text VOLATILE
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF secrecy_role() IS DISTINCT FROM 'employer_officer' THEN
    PERFORM rules_refuse('only_the_team_meets_concepts');
  END IF;
  INSERT INTO rules_concept (id, kind, label, code, is_unknown) VALUES (of_id, 'occupation', of_label, '', true)
    ON CONFLICT (id) DO NOTHING;
  INSERT INTO rules_conceptlink (kind, a_id, b_id) SELECT 'broader', of_id, g.id FROM rules_concept g
    JOIN rules_concept o ON o.id = of_id AND o.is_unknown WHERE g.id = of_group AND g.kind = 'group'
    ON CONFLICT DO NOTHING;
  RETURN of_id;
END $$;
GRANT EXECUTE ON FUNCTION rules_meet_concept TO trappan_app;
