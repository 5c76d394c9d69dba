-- An ad's occupation that nobody knows becomes an unknown concept, with its group where that is known: what is unknown
-- is kept and said to be so. The employer team alone imports ads. All municipalities read concepts, so no word of an ad
-- is taken up: one is called by its id, of the taxonomy's own form, and belongs to the group that was told first. For
-- an id of another form there is no concept.
CREATE FUNCTION rules_meet_concept(of_id text, of_group text) RETURNS text VOLATILE
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF secrecy_role() IS DISTINCT FROM 'employer_officer' THEN
    PERFORM rules_refuse('only_the_team_meets_concepts');
  END IF;
  IF of_id ~ '^[A-Za-z0-9]{4}_[A-Za-z0-9]{3}_[A-Za-z0-9]{3}$' AND of_id ~ '[A-Za-z]' THEN
    INSERT INTO rules_concept (id, kind, label, code, is_unknown) VALUES (of_id, 'occupation', of_id, '', true)
      ON CONFLICT (id) DO NOTHING;
  END IF;
  PERFORM FROM rules_concept c WHERE c.id = of_id AND c.is_unknown FOR UPDATE;
  IF FOUND THEN
    INSERT INTO rules_conceptlink (kind, a_id, b_id) SELECT 'broader', of_id, g.id FROM rules_concept g
      WHERE g.id = of_group AND g.kind = 'group'
        AND NOT EXISTS (SELECT FROM rules_conceptlink l WHERE l.kind = 'broader' AND l.a_id = of_id);
  END IF;
  RETURN (SELECT c.id FROM rules_concept c WHERE c.id = of_id AND c.kind = 'occupation');
END $$;
GRANT EXECUTE ON FUNCTION rules_meet_concept TO trappan_app;
