-- Do I write the report of an agreement? Whoever leads a workplace of its own partner does.
CREATE FUNCTION partnerships_reports_of(of_agreement bigint) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT secrecy_role() = 'site_leader' AND EXISTS (SELECT FROM partnerships_agreement a WHERE a.id = of_agreement
    AND a.signed_on IS NOT NULL AND a.organisation_id = ANY (staff_own()))
$$;
GRANT EXECUTE ON FUNCTION partnerships_reports_of TO trappan_app;

-- May I take this step with a report? The partner finishes it, or says that there is nothing, and its own signatory
-- signs it, which sends it; who keeps the agreement opens it, sends it back and delivers it; who signs for the
-- municipality signs it.
CREATE FUNCTION partnerships_steps(of_report bigint, of_kind text) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT EXISTS (SELECT FROM partnerships_annualreport r JOIN partnerships_agreement a ON a.id = r.agreement_id
    WHERE r.id = of_report AND CASE
      WHEN of_kind IN ('finished', 'resumed', 'nothing', 'undone') THEN partnerships_reports_of(a.id)
      WHEN of_kind = 'sent' THEN partnerships_my_mandate(a.id) <> ''
      WHEN of_kind = 'signed' THEN partnerships_acts_as(ARRAY['director'], a.municipality_id)
      ELSE partnerships_keeps(a.municipality_id) END)
$$;
GRANT EXECUTE ON FUNCTION partnerships_steps TO trappan_app;

-- Both parties read these, and the board what is delivered: nobody stands there by number.
ALTER TABLE partnerships_annualreport ADD CONSTRAINT report_names_nobody
  CHECK (people_names_nobody(concat_ws(' ', done, learnt, asks, answers)));
ALTER TABLE partnerships_reportstep ADD CONSTRAINT step_names_nobody
  CHECK (people_names_nobody(concat_ws(' ', comment, whom)));

-- Only of a year in which the agreement held; of one that the actor does not see, her policy says no.
CREATE FUNCTION partnerships_report_while() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM partnerships_agreement a WHERE a.id = NEW.agreement_id
    AND (a.signed_on IS NULL OR make_date(NEW.year, 12, 31) < a.starts_on OR make_date(NEW.year, 1, 1) >= a.until)) THEN
    RAISE EXCEPTION 'outside' USING ERRCODE = 'check_violation', CONSTRAINT = 'report_while_it_held';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER while_it_held BEFORE INSERT ON partnerships_annualreport FOR EACH ROW
  EXECUTE FUNCTION partnerships_report_while();

-- The year's cost as the partner has reported it last; no row where no budget of the year is approved.
CREATE FUNCTION partnerships_report_cost(of_agreement bigint, of_year int) RETURNS TABLE (ore bigint, as_of date)
STABLE SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT c.amount_ore, c.as_of FROM partnerships_budget b
  LEFT JOIN LATERAL (SELECT x.amount_ore, x.as_of FROM partnerships_cost x WHERE x.budget_id = b.id
    ORDER BY x.as_of DESC, x.id DESC LIMIT 1) c ON true
  WHERE b.agreement_id = of_agreement AND b.approved_at IS NOT NULL AND b.taken_out_on IS NULL
    AND extract(year FROM b.starts_on) = of_year ORDER BY b.starts_on DESC LIMIT 1
$$;
GRANT EXECUTE ON FUNCTION partnerships_report_cost TO trappan_app;

-- Take a step: each only after what comes before it, so that two who do so at once are one after the other. What is
-- finished is whole, and keeps the cost as it was reported then: that is what the partner's signatory signs, and what
-- is written further is signed anew; nobody who works with the partner signs it. It
-- is delivered when both the department and the board have it.
CREATE FUNCTION partnerships_take_report_step() RETURNS trigger
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE
  report partnerships_annualreport;
  follows text;
BEGIN
  SELECT * INTO report FROM partnerships_annualreport r WHERE r.id = NEW.report_id FOR UPDATE;
  follows := CASE
    WHEN NEW.kind = 'opened' AND NOT EXISTS (SELECT FROM partnerships_reportstep s
      WHERE s.report_id = NEW.report_id AND s.id <> NEW.id) THEN 'open'
    WHEN NEW.kind = 'finished' AND report.state IN ('open', 'back') THEN 'to_sign'
    WHEN NEW.kind = 'resumed' AND report.state = 'to_sign' THEN
      CASE WHEN EXISTS (SELECT FROM partnerships_reportstep s
        WHERE s.report_id = NEW.report_id AND s.kind = 'sent_back') THEN 'back' ELSE 'open' END
    WHEN NEW.kind = 'sent' AND report.state = 'to_sign' THEN 'sent'
    WHEN NEW.kind = 'nothing' AND report.state IN ('open', 'back') THEN 'nothing'
    WHEN NEW.kind = 'undone' AND report.state = 'nothing' THEN 'open'
    WHEN NEW.kind = 'sent_back' AND report.state = 'sent' THEN 'back'
    WHEN NEW.kind = 'signed' AND report.state = 'sent' THEN 'signed'
    WHEN NEW.kind = 'delivered' AND report.state IN ('signed', 'delivered') THEN
      CASE WHEN (SELECT count(DISTINCT s.to) FROM partnerships_reportstep s
        WHERE s.report_id = NEW.report_id AND s.kind = 'delivered') = 2 THEN 'delivered' ELSE 'signed' END
  END;
  IF follows IS NULL THEN
    RAISE EXCEPTION 'not now' USING ERRCODE = 'check_violation', CONSTRAINT = 'report_takes_its_steps';
  END IF;
  IF NEW.kind = 'finished' THEN
    IF '' IN (report.done, report.learnt, report.asks, report.answers)
      OR NOT EXISTS (SELECT FROM partnerships_reportfigures f WHERE f.report_id = report.id)
      OR EXISTS (SELECT FROM partnerships_report_cost(report.agreement_id, report.year) c WHERE c.ore IS NULL) THEN
      RAISE EXCEPTION 'not whole' USING ERRCODE = 'check_violation', CONSTRAINT = 'report_is_whole';
    END IF;
    UPDATE partnerships_annualreport SET (cost_ore, cost_as_of) = (SELECT c.ore, c.as_of
      FROM (SELECT) x LEFT JOIN partnerships_report_cost(report.agreement_id, report.year) c ON true)
    WHERE id = report.id;
  END IF;
  IF NEW.kind = 'sent' THEN
    UPDATE partnerships_reportstep SET comment = COALESCE(partnerships_my_mandate(report.agreement_id), '')
      WHERE id = NEW.id;
  END IF;
  -- Whoever works, or has worked, with the partner has no hand in both.
  IF NEW.kind = 'signed' AND EXISTS (SELECT FROM staff_membership mine
      JOIN staff_membership theirs ON theirs.colleague_id = mine.colleague_id
      JOIN staff_unit u ON u.id = theirs.unit_id
      JOIN partnerships_agreement a ON a.id = report.agreement_id
      WHERE mine.id = NEW.author_id AND (theirs.id = report.author_id OR u.organisation_id = a.organisation_id)) THEN
    RAISE EXCEPTION 'own' USING ERRCODE = 'check_violation', CONSTRAINT = 'report_signed_by_another';
  END IF;
  -- Nobody's words are sent, signed or delivered without the person's yes of that day; who has had them is told.
  IF NEW.kind IN ('finished', 'sent', 'signed', 'delivered') AND EXISTS (SELECT FROM partnerships_story s
      WHERE s.report_id = report.id AND s.taken_out_on IS NULL AND s.delivered_on IS NULL
        AND NOT partnerships_story_may(s.id, 'words', 'annual_report')) THEN
    RAISE EXCEPTION 'no consent' USING ERRCODE = 'check_violation', CONSTRAINT = 'story_by_consent';
  END IF;
  IF NEW.kind = 'delivered' THEN
    UPDATE partnerships_story SET delivered_on = today()
      WHERE report_id = report.id AND taken_out_on IS NULL AND delivered_on IS NULL;
  END IF;
  UPDATE partnerships_annualreport SET state = follows WHERE id = report.id;
  RETURN NULL;
END $$;
CREATE TRIGGER take_step AFTER INSERT ON partnerships_reportstep FOR EACH ROW
  EXECUTE FUNCTION partnerships_take_report_step();

-- Freeze what is told today, while the report is written; what is not counted yet cannot be frozen.
CREATE FUNCTION partnerships_freeze_report() RETURNS trigger
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM partnerships_annualreport r WHERE r.id = NEW.report_id AND r.state IN ('open', 'back')
      FOR UPDATE) THEN
    RAISE EXCEPTION 'sent' USING ERRCODE = 'check_violation', CONSTRAINT = 'figures_stand_when_sent';
  END IF;
  UPDATE partnerships_reportfigures f SET figures = c.figures, cutoff = COALESCE(c.cutoff, c.counted_at)
    FROM partnerships_reportcount c WHERE c.report_id = NEW.report_id AND f.id = NEW.id;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'not counted' USING ERRCODE = 'check_violation', CONSTRAINT = 'figures_are_counted_first';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER freeze_figures AFTER INSERT ON partnerships_reportfigures FOR EACH ROW
  EXECUTE FUNCTION partnerships_freeze_report();

-- What is opened rings to be counted.
CREATE TRIGGER ring AFTER INSERT ON partnerships_annualreport FOR EACH ROW
  EXECUTE FUNCTION worker_ring('insight.count_report');
