-- A file that was kept as a picture of a site is seen by whoever sees the row that ties it. A row that names another
-- file, of a referral, opens nothing.
CREATE POLICY by_picture ON documents_file FOR SELECT TO trappan_app
  USING (for_all AND EXISTS (SELECT FROM activities_picture p WHERE p.file_id = documents_file.id));

CREATE TRIGGER tie_file AFTER INSERT ON activities_picture FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION documents_tie();

-- What is taken away is gone: somebody may be recognised in it. The bytes go with the next cleaning
-- (documents/store.py).
CREATE FUNCTION activities_take_away_picture(of_picture bigint) RETURNS boolean
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE was uuid;
BEGIN
  DELETE FROM activities_picture p USING activities_activity a WHERE p.id = of_picture AND a.id = p.activity_id
    AND ((secrecy_role() = 'site_leader' AND a.unit_id = current_unit()) OR staff_keeps_unit(a.unit_id))
    RETURNING p.file_id INTO was;
  DELETE FROM documents_file WHERE id = was AND for_all;
  RETURN was IS NOT NULL;
END $$;
GRANT EXECUTE ON FUNCTION activities_take_away_picture TO trappan_app;
