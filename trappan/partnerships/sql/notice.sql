-- Which reminder of a report is due today, by the rules of the day: before its last day, or after it; each once, and
-- only while the partner owes it. Nothing where no reminder is due.
CREATE FUNCTION partnerships_notice_due(r partnerships_annualreport) RETURNS text STABLE LANGUAGE sql AS $$
  SELECT k.kind FROM (SELECT CASE
      WHEN today() >= r.due_on + rule('report_late_days', today())::int THEN 'late'
      WHEN today() BETWEEN r.due_on - rule('report_before_days', today())::int AND r.due_on THEN 'before' END) k(kind)
  WHERE r.state IN ('open', 'back', 'to_sign')
    AND NOT EXISTS (SELECT FROM partnerships_reportnotice n WHERE n.report_id = r.id AND n.kind = k.kind)
$$;

-- The partner's coordinators: who leads a workplace of the body that the agreement is with, or of one that comes after
-- it. One membership each, in whose name the mail is ordered, and who may be named to sign for the partner.
CREATE FUNCTION partnerships_coordinators_of(of_agreement bigint)
RETURNS TABLE (membership_id bigint, colleague_id bigint) STABLE LANGUAGE sql AS $$
  WITH RECURSIVE bodies AS (
    SELECT a.organisation_id AS id FROM partnerships_agreement a WHERE a.id = of_agreement
    UNION SELECT o.id FROM bodies b JOIN staff_organisation o ON o.succeeds_id = b.id)
  SELECT DISTINCT ON (m.colleague_id) m.id, m.colleague_id FROM staff_membership m
  JOIN staff_unit u ON u.id = m.unit_id JOIN bodies b ON b.id = u.organisation_id
  WHERE m.role = 'site_leader' AND staff_in_force(m) ORDER BY m.colleague_id, m.id
$$;
GRANT EXECUTE ON FUNCTION partnerships_coordinators_of TO trappan_app;

-- The reports of which somebody is to be reminded now.
CREATE FUNCTION partnerships_reports_to_remind() RETURNS SETOF bigint
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT r.id FROM partnerships_annualreport r
  WHERE r.state IN ('open', 'back', 'to_sign') AND partnerships_notice_due(r) <> ''
    AND EXISTS (SELECT FROM partnerships_coordinators_of(r.agreement_id)) ORDER BY r.id
$$;
GRANT EXECUTE ON FUNCTION partnerships_reports_to_remind TO trappan_nightly;

-- Take a report of which somebody is to be reminded: what the mail says of it, of nobody. `owes` are the names of what
-- it lacks, as the page says it (partnerships/reports.py). No other takes it before the transaction ends.
CREATE FUNCTION partnerships_take_reminder(of_report bigint)
RETURNS TABLE (kind text, agreement text, year int, due_on date, owes text[])
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE r partnerships_annualreport;
BEGIN
  SELECT * INTO r FROM partnerships_annualreport x WHERE x.id = of_report FOR UPDATE SKIP LOCKED;
  IF r.id IS NULL OR r.id NOT IN (SELECT partnerships_reports_to_remind()) THEN
    RETURN;
  END IF;
  RETURN QUERY SELECT partnerships_notice_due(r), a.name::text, r.year::int, r.due_on, ARRAY(SELECT o.what FROM (VALUES
      (1, 'figures', NOT EXISTS (SELECT FROM partnerships_reportfigures f WHERE f.report_id = r.id)),
      (2, 'done', r.done = ''), (3, 'learnt', r.learnt = ''), (4, 'asks', r.asks = ''), (5, 'answers', r.answers = ''),
      (6, 'cost', EXISTS (SELECT FROM partnerships_report_cost(r.agreement_id, r.year) c WHERE c.ore IS NULL)),
      (7, 'consent', EXISTS (SELECT FROM partnerships_story s WHERE s.report_id = r.id AND s.taken_out_on IS NULL
        AND s.delivered_on IS NULL AND NOT partnerships_story_may(s.id, 'words', 'annual_report'))),
      (8, 'signature', r.state = 'to_sign')
    ) o (at, what, owed) WHERE o.owed ORDER BY o.at)
  FROM partnerships_agreement a WHERE a.id = r.agreement_id;
END $$;
GRANT EXECUTE ON FUNCTION partnerships_take_reminder TO trappan_nightly;

-- Write that they were told, and order the mails. Nothing where that reminder is not due any more.
CREATE FUNCTION partnerships_remind(of_report bigint, of_kind text, of_subject text, of_text text) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE r partnerships_annualreport; one record;
BEGIN
  SELECT * INTO r FROM partnerships_annualreport x WHERE x.id = of_report FOR UPDATE;
  IF r.id IS NULL OR partnerships_notice_due(r) IS DISTINCT FROM of_kind THEN
    RETURN;
  END IF;
  FOR one IN SELECT * FROM partnerships_coordinators_of(r.agreement_id) LOOP
    INSERT INTO partnerships_reportnotice (report_id, kind, colleague_id, told_on)
      VALUES (r.id, of_kind, one.colleague_id, today());
    PERFORM messages_in_the_name_of(one.membership_id, one.colleague_id, 'partnerships.remind_report', 'email',
      of_subject, of_text);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION partnerships_remind TO trappan_nightly;
