-- Who says something, and when, is the database's to write: of the app role's rows, never of an import's.
CREATE FUNCTION history_sign() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.author_id := current_actor(); NEW.at := clock();
  RETURN NEW;
END $$;
