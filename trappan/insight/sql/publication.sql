-- May I publish figures? The controller of the only municipality in this house.
CREATE FUNCTION insight_publishes() RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT insight_sees_figures() AND secrecy_role() = 'controller'
$$;
GRANT EXECUTE ON FUNCTION insight_publishes TO trappan_app;

-- Are figures of a year being counted, so that what stands may be of two buildings? A month waits to be built, the year
-- to be told, or what is reckoned and drawn of several years to follow one that was told.
CREATE FUNCTION insight_is_counting(of_year int) RETURNS boolean
STABLE SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT EXISTS (SELECT FROM insight_buildorder o WHERE o.done_at IS NULL AND extract(year FROM o.month) = of_year)
    OR EXISTS (SELECT FROM insight_tellorder t WHERE t.done_at IS NULL AND t.year = of_year)
    OR EXISTS (SELECT FROM insight_undrawn())
$$;

-- Publish the figures from one month up to another, in place of an earlier publication or of none; returns its number.
-- Held-back cells are not among them. Whoever builds or tells holds the same lock (build.sql): either this is refused,
-- or that waits until it is done.
CREATE FUNCTION insight_publish(of_month date, from_month date, in_place_of bigint, why text, as_called jsonb)
RETURNS bigint
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE
  made bigint;
BEGIN
  IF insight_publishes() IS NOT TRUE THEN
    RAISE EXCEPTION 'not yours' USING ERRCODE = 'check_violation', CONSTRAINT = 'figures_are_ours_to_publish';
  END IF;
  IF NOT pg_try_advisory_xact_lock(hashtextextended('insight.publish', 0))
      OR insight_is_counting(extract(year FROM of_month)::int) THEN
    RAISE EXCEPTION 'counted now' USING ERRCODE = 'check_violation', CONSTRAINT = 'figures_are_counted';
  END IF;
  IF of_month > insight_last_month() OR NOT EXISTS (SELECT FROM insight_cell c
      WHERE c.month = of_month AND c.period = 'month' AND c.shown) THEN
    RAISE EXCEPTION 'nothing told' USING ERRCODE = 'check_violation', CONSTRAINT = 'month_has_figures';
  END IF;
  INSERT INTO insight_publication (municipality_id, month, since, replaces_id, reason, words, builds, pictures, figures,
    digest, author_id, at)
  SELECT insight_only_municipality(), of_month, from_month, in_place_of, why, as_called,
    (SELECT COALESCE(jsonb_agg(jsonb_build_object('month', b.month, 'build', b.id, 'cutoff', b.cutoff,
        'digest', b.digest) ORDER BY b.month), '[]')
      FROM (SELECT DISTINCT ON (x.month) x.* FROM insight_build x WHERE x.month BETWEEN from_month AND of_month
        ORDER BY x.month, x.id DESC) b),
    (SELECT COALESCE(jsonb_object_agg(p.name, jsonb_build_object('svg', p.svg, 'marks', p.marks)), '{}')
      FROM insight_chart p WHERE p.size = 'wide' AND p.name IN ('households', 'coverage')
        -- A picture goes as far as is told: with a month before that it would tell of later ones.
        AND of_month = (SELECT max(c.month) FROM insight_cell c
          WHERE c.period = 'month' AND c.shown AND c.month <= insight_last_month())),
    0, '', current_actor(), clock()
  RETURNING id INTO made;
  INSERT INTO insight_publishedcell (publication_id, indicator, month, by, part, value, numerator, denominator,
    corrected, cutoff)
  SELECT made, c.indicator, c.month, c.by, c.part, c.value, c.numerator, c.denominator, c.corrected, b.cutoff
  FROM insight_cell c JOIN insight_build b ON b.id = c.build_id
  WHERE c.period = 'month' AND insight_is_told(c) AND c.month BETWEEN from_month AND of_month;
  INSERT INTO insight_frozenmonth (publication_id, month, of)
  SELECT made, (b ->> 'month')::date, o.of FROM insight_publication p, jsonb_array_elements(p.builds) b,
    unnest(ARRAY['person', 'placement', 'place']) o (of) WHERE p.id = made;
  UPDATE insight_publication SET
    figures = (SELECT count(*) FROM insight_publishedcell c WHERE c.publication_id = made),
    digest = encode(sha256(convert_to(insight_open_data(made, false), 'UTF8')), 'hex') WHERE id = made;
  RETURN made;
END $$;
GRANT EXECUTE ON FUNCTION insight_publish TO trappan_app;

-- Which months may I publish? Those that are over and told, and that no publication is of yet.
CREATE FUNCTION insight_publishable() RETURNS SETOF date
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT DISTINCT c.month FROM insight_cell c
  WHERE (SELECT insight_publishes()) AND c.period = 'month' AND c.shown AND c.by = '{}'
    AND c.month <= (SELECT insight_last_month()) AND NOT EXISTS (
      SELECT FROM insight_publication p WHERE p.municipality_id = insight_only_municipality() AND p.month = c.month)
  ORDER BY c.month
$$;
GRANT EXECUTE ON FUNCTION insight_publishable TO trappan_app;

-- What replaces a publication is of the same month and span.
ALTER TABLE insight_publication ADD CONSTRAINT replaces_one_of_its_month
  FOREIGN KEY (replaces_id, municipality_id, month, since)
  REFERENCES insight_publication (id, municipality_id, month, since);

-- Everybody reads it: nobody stands there by number.
ALTER TABLE insight_publication ADD CONSTRAINT publication_names_nobody CHECK (people_names_nobody(reason));

-- A text as a cell of the file: what a spreadsheet would carry out gets an apostrophe before it (ui/lists/files.py).
CREATE FUNCTION insight_in_csv(said text) RETURNS text IMMUTABLE LANGUAGE sql AS $$
  SELECT CASE WHEN x.safe ~ '[",\r\n]' THEN '"' || replace(x.safe, '"', '""') || '"' ELSE x.safe END
  FROM (SELECT CASE WHEN said ~ '^[-=+@\t\r\n＝＋－＠]' THEN '''' || said ELSE said END) x (safe)
$$;
GRANT EXECUTE ON FUNCTION insight_in_csv TO trappan_app;

-- The file of open data of a publication, made of its rows alone: the same to the last sign whenever it is made, so
-- that its digest can be held against the one that was kept; or its totals alone. `|` stands between a breakdown's
-- dimensions, and their codes.
CREATE FUNCTION insight_open_data(of_publication bigint, only_totals boolean) RETURNS text
STABLE SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT 'indicator,title,month,breakdown,part,part_name,value,numerator,denominator,unit,cutoff,corrected,definition'
    || chr(10) || COALESCE(string_agg(concat_ws(',',
      insight_in_csv(c.indicator),
      insight_in_csv(COALESCE(p.words #>> ARRAY['figures', c.indicator, 'title'], '')),
      to_char(c.month, 'YYYY-MM'),
      insight_in_csv(array_to_string(c.by, '|')),
      insight_in_csv(array_to_string(c.part, '|')),
      insight_in_csv(COALESCE((SELECT string_agg(COALESCE(p.words #>> ARRAY['parts', x.dimension, x.code], x.code), ', '
        ORDER BY x.at) FROM unnest(c.by, c.part) WITH ORDINALITY x (dimension, code, at)), '')),
      COALESCE(c.value::text, ''),
      c.numerator,
      COALESCE(c.denominator::text, ''),
      insight_in_csv(COALESCE(p.words #>> ARRAY['figures', c.indicator, 'unit'], '')),
      to_char(c.cutoff AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
      c.corrected::text,
      insight_in_csv(COALESCE(p.words #>> ARRAY['figures', c.indicator, 'definition'], ''))
    ) || chr(10), '' ORDER BY c.indicator COLLATE "C", c.month, array_to_string(c.by, '|') COLLATE "C",
      array_to_string(c.part, '|') COLLATE "C"), '')
  FROM insight_publication p JOIN insight_publishedcell c ON c.publication_id = p.id
  WHERE p.id = of_publication AND (NOT only_totals OR c.by = '{}')
$$;
GRANT EXECUTE ON FUNCTION insight_open_data TO trappan_app;

-- What anybody reads, signed in or not: the publication that stands of the latest month, by its file or the totals of
-- that. Nothing where nobody can tell whose the figures are.
CREATE FUNCTION insight_public(only_totals boolean) RETURNS TABLE (id bigint, month date, since date, at timestamptz,
  digest text, open_data text)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT x.id, x.month, x.since, x.at, x.digest::text, insight_open_data(x.id, only_totals) FROM (
    SELECT p.* FROM insight_publication p WHERE p.municipality_id = insight_only_municipality()
      AND NOT EXISTS (SELECT FROM insight_publication l WHERE l.replaces_id = p.id)
    ORDER BY p.month DESC, p.id DESC LIMIT 1) x
$$;
GRANT EXECUTE ON FUNCTION insight_public TO trappan_web;

-- What has been told and not yet reckoned and drawn of; and that it is.
CREATE FUNCTION insight_undrawn() RETURNS SETOF bigint
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT t.id FROM insight_tellorder t WHERE t.done_at IS NOT NULL AND t.drawn_at IS NULL
$$;
GRANT EXECUTE ON FUNCTION insight_undrawn TO trappan_nightly;

CREATE FUNCTION insight_drawn(orders bigint[]) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  UPDATE insight_tellorder t SET drawn_at = clock() WHERE t.id = ANY (orders)
$$;
GRANT EXECUTE ON FUNCTION insight_drawn TO trappan_nightly;
