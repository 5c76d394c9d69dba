-- Who says something and when is the database's to write.
CREATE FUNCTION activities_signed_now() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.author_id := current_actor(); NEW.at := clock();
  RETURN NEW;
END $$;
