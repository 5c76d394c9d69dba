-- A month that is published rings to be frozen.
CREATE TRIGGER ring AFTER INSERT ON insight_frozenmonth FOR EACH ROW WHEN (NEW.frozen_at IS NULL)
  EXECUTE FUNCTION worker_ring('insight.freeze');

-- The months that wait to be frozen, the oldest publication's first.
CREATE FUNCTION insight_to_freeze() RETURNS SETOF bigint
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT f.id FROM insight_frozenmonth f WHERE f.frozen_at IS NULL ORDER BY f.id
$$;
GRANT EXECUTE ON FUNCTION insight_to_freeze TO trappan_nightly;

-- Which table and month a row asks for, held until it is frozen; nothing where it is, or somebody else does it.
CREATE FUNCTION insight_take_freezing(of_row bigint) RETURNS TABLE (of text, month date)
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT f.of::text, f.month FROM insight_frozenmonth f
  WHERE f.id = of_row AND f.frozen_at IS NULL FOR UPDATE SKIP LOCKED
$$;
GRANT EXECUTE ON FUNCTION insight_take_freezing TO trappan_nightly;

-- Keep the file of a month, once.
CREATE FUNCTION insight_freeze(of_row bigint, file bytea, how_many int) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  UPDATE insight_frozenmonth SET content = file, rows = how_many, digest = encode(sha256(file), 'hex'),
    frozen_at = clock() WHERE id = of_row AND frozen_at IS NULL
$$;
GRANT EXECUTE ON FUNCTION insight_freeze TO trappan_nightly;

-- What is frozen is changed and taken away by nobody, also not by the database's owner in passing.
CREATE FUNCTION insight_is_frozen() RETURNS trigger VOLATILE LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'frozen' USING ERRCODE = 'check_violation', CONSTRAINT = 'month_is_frozen';
END $$;
CREATE TRIGGER stands BEFORE UPDATE OR DELETE ON insight_frozenmonth FOR EACH ROW WHEN (OLD.frozen_at IS NOT NULL)
  EXECUTE FUNCTION insight_is_frozen();

-- What a publication's figures are counted from anew: the people's months, by the worker's role for figures.
CREATE FUNCTION insight_frozen_months(of_publication bigint)
RETURNS TABLE (month date, content bytea, digest text, frozen_at timestamptz)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT f.month, f.content, f.digest::text, f.frozen_at FROM insight_frozenmonth f
  WHERE f.publication_id = of_publication AND f.of = 'person' ORDER BY f.month
$$;
GRANT EXECUTE ON FUNCTION insight_frozen_months TO trappan_figures;

-- And what they are held against.
CREATE FUNCTION insight_published_counts(of_publication bigint)
RETURNS TABLE (indicator text, month date, by text[], part text[], numerator int, denominator int, corrected boolean)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT c.indicator::text, c.month, c.by::text[], c.part::text[], c.numerator, c.denominator, c.corrected
  FROM insight_publishedcell c WHERE c.publication_id = of_publication
  ORDER BY c.indicator, c.month, c.by, c.part
$$;
GRANT EXECUTE ON FUNCTION insight_published_counts TO trappan_figures;
