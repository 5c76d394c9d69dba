-- The months of the year that a partner's report is of: all of it, whatever part the agreement held, so that two
-- reports of one partner and year say the same. Months of one beside the other would tell of who came or left between.
CREATE FUNCTION insight_report_months(of_report bigint) RETURNS TABLE (first date, last date)
STABLE SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT make_date(r.year, 1, 1), make_date(r.year, 12, 1) FROM partnerships_annualreport r WHERE r.id = of_report
$$;

-- The last building that changed one of these months; none is 0.
CREATE FUNCTION insight_last_build(first date, last date) RETURNS bigint
STABLE SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT COALESCE(max(b.id), 0) FROM insight_build b
  WHERE b.month BETWEEN first AND last AND b.added + b.removed > 0
$$;

-- Reports whose year is over and built, as far back as there is anything to build, and is not counted from what it was
-- built to last.
CREATE FUNCTION insight_reports_to_count() RETURNS SETOF bigint
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT r.id FROM partnerships_annualreport r CROSS JOIN LATERAL insight_report_months(r.id) m
  WHERE m.last <= insight_last_month()
    AND NOT EXISTS (SELECT FROM insight_buildorder o WHERE o.done_at IS NULL AND o.month BETWEEN m.first AND m.last)
    AND NOT EXISTS (SELECT FROM generate_series(GREATEST(m.first, insight_first_month()), m.last, interval '1 month') x
      WHERE NOT EXISTS (SELECT FROM insight_build b WHERE b.month = x::date))
    AND NOT EXISTS (SELECT FROM partnerships_reportcount c
      WHERE c.report_id = r.id AND c.build = insight_last_build(m.first, m.last))
  ORDER BY r.id
$$;
GRANT EXECUTE ON FUNCTION insight_reports_to_count TO trappan_nightly;

-- Take a report to count: its months and how many of them are built, whose sites, from which building, up to when the
-- sources were read, and what it was told from before. Nothing where it is counted, or somebody else does it.
CREATE FUNCTION insight_take_report(of_report bigint) RETURNS TABLE (first date, last date, months int,
  organisers bigint[], build bigint, cutoff timestamptz, figures jsonb, base jsonb)
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtextextended('insight.count_report', of_report))
      OR NOT EXISTS (SELECT FROM insight_reports_to_count() t (id) WHERE t.id = of_report) THEN
    RETURN;
  END IF;
  RETURN QUERY
  WITH RECURSIVE partner AS (
    SELECT a.organisation_id AS id FROM partnerships_annualreport r
    JOIN partnerships_agreement a ON a.id = r.agreement_id WHERE r.id = of_report
    -- What the partner was called before and after is the same partner.
    UNION SELECT n.id FROM partner p JOIN staff_organisation o ON o.id = p.id
      CROSS JOIN LATERAL (SELECT o.succeeds_id AS id UNION SELECT x.id FROM staff_organisation x
        WHERE x.succeeds_id = p.id) n WHERE n.id IS NOT NULL
  )
  SELECT m.first, m.last,
    (SELECT count(DISTINCT b.month)::int FROM insight_build b WHERE b.month BETWEEN m.first AND m.last),
    ARRAY(SELECT p.id FROM partner p), insight_last_build(m.first, m.last),
    (SELECT max(b.cutoff) FROM insight_build b WHERE b.month BETWEEN m.first AND m.last), c.figures, c.base
  FROM insight_report_months(of_report) m
  -- What another report of the same partner and year tells is what this one begins from, and is corrected alike.
  LEFT JOIN LATERAL (SELECT x.figures, x.base FROM partnerships_reportcount x
    JOIN partnerships_annualreport o ON o.id = x.report_id JOIN partnerships_agreement a ON a.id = o.agreement_id
    WHERE extract(year FROM m.first) = o.year AND a.organisation_id IN (SELECT p.id FROM partner p)
    ORDER BY x.report_id <> of_report, x.counted_at LIMIT 1) c ON true;
END $$;
GRANT EXECUTE ON FUNCTION insight_take_report TO trappan_nightly;

-- Keep what is told of a report's year, in place of what was told before.
CREATE FUNCTION insight_keep_report(of_report bigint, as_told jsonb, counted jsonb, of_months int, of_build bigint,
  read_at timestamptz) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  INSERT INTO partnerships_reportcount (report_id, figures, base, months, build, cutoff, counted_at)
  VALUES (of_report, as_told, counted, of_months, of_build, read_at, clock())
  ON CONFLICT (report_id) DO UPDATE SET figures = EXCLUDED.figures, base = EXCLUDED.base, months = EXCLUDED.months,
    build = EXCLUDED.build, cutoff = EXCLUDED.cutoff, counted_at = EXCLUDED.counted_at
$$;
GRANT EXECUTE ON FUNCTION insight_keep_report TO trappan_nightly;

-- A month that became another rings for the reports of its year.
CREATE TRIGGER report_ring AFTER INSERT ON insight_build FOR EACH ROW WHEN (NEW.added + NEW.removed > 0)
  EXECUTE FUNCTION worker_ring('insight.count_report');
