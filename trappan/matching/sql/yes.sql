-- Whom an employer has said yes to is asked about nothing more, while the search that led there goes on. After what
-- begins a proposal, which refuses those of another team's list.
CREATE FUNCTION matching_refuse_after_a_yes() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM matching_proposal p WHERE p.search_id = NEW.search_id AND p.outcome = 'accepted') THEN
    RAISE EXCEPTION 'yes' USING ERRCODE = 'check_violation', CONSTRAINT = 'nobody_asked_after_a_yes';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refuse_after_a_yes BEFORE INSERT ON matching_proposal FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION matching_refuse_after_a_yes();
