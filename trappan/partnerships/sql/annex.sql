-- A stored file is seen by whoever sees the annex that ties it.
CREATE POLICY by_annex ON documents_file FOR SELECT TO trappan_app
  USING (EXISTS (SELECT FROM partnerships_annex x WHERE x.file_id = documents_file.id));

CREATE TRIGGER tie_file AFTER INSERT ON partnerships_annex FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION documents_tie();

-- Withdrawn once and for all, now.
CREATE FUNCTION partnerships_withdraw_annex() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.withdrawn_at IS NOT NULL THEN
    RAISE EXCEPTION 'withdrawn' USING ERRCODE = 'check_violation', CONSTRAINT = 'annex_is_withdrawn_once';
  END IF;
  NEW.withdrawn_at := clock();
  RETURN NEW;
END $$;

CREATE TRIGGER withdraw_annex BEFORE UPDATE ON partnerships_annex FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION partnerships_withdraw_annex();
