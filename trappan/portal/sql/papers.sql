-- What was sent to the person, the latest first: when, by which way, the words; nothing that went to somebody else
-- about the person, as an employer. A PIN reads reminders, whose words lie on a lock screen anyhow; all else takes an
-- eID.
CREATE FUNCTION portal_messages() RETURNS TABLE (kind text, channel text, sent_at timestamptz, bounced boolean,
  subject text, words text)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE me bigint := portal_person(); s portal_ownsession := portal_session();
BEGIN
  RETURN QUERY SELECT o.kind::text, o.channel::text, COALESCE(o.sent_at, o.at), o.receipt = 'bounced', o.subject::text,
    o.text
  FROM messages_outbox o WHERE o.person_id = me AND o.to_person AND o.outcome = 'sent'
    AND (s.level <> '' OR o.reminder_id IS NOT NULL)
  ORDER BY 3 DESC, o.id DESC LIMIT 50;
END $$;
GRANT EXECUTE ON FUNCTION portal_messages TO trappan_own;

-- A municipality's own words of a kind on a day, or everybody's where it has none (rules/texts.py).
CREATE FUNCTION portal_text(of_kind text, on_day date, of_organisation bigint) RETURNS text STABLE LANGUAGE sql AS $$
  SELECT COALESCE((SELECT t.text FROM rules_municipaltext t WHERE t.kind = of_kind AND t.starts_on <= on_day
    AND t.organisation_id IS NOT DISTINCT FROM (SELECT x.organisation_id FROM rules_municipaltext x
      WHERE x.kind = of_kind AND (x.organisation_id = of_organisation OR x.organisation_id IS NULL)
      ORDER BY x.organisation_id IS NULL LIMIT 1)
    ORDER BY t.starts_on DESC LIMIT 1), '')
$$;

-- What has been decided about the person and stands, the latest first, with how to appeal as the decision's own paper
-- says: by the rules of its day, where all was not granted. Who decided, as that colleague was called then.
CREATE FUNCTION portal_decisions() RETURNS TABLE (id bigint, outcome text, reason text, month date, decided_on date,
  decided_by text, case_number text, how_to_appeal text, foot text, appealed_on date, appeal_result text)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE me bigint := portal_person_by_eid();
BEGIN
  RETURN QUERY SELECT d.id, d.outcome::text, d.reason, g.month, d.decided_on,
    COALESCE(staff_called_at(d.decided_by_id, d.at), ''), c.number::text,
    CASE WHEN d.outcome = 'granted' THEN '' ELSE concat_ws(E'\n', rule('how_to_appeal', d.decided_on) #>> '{}',
      NULLIF(portal_text('appeal', d.decided_on, u.organisation_id), '')) END,
    portal_text('paper', d.decided_on, u.organisation_id), d.appealed_on, d.appeal_result::text
  FROM requirement_decision d JOIN requirement_grounds g ON g.id = d.grounds_id JOIN cases_case c ON c.id = g.case_id
  JOIN staff_unit u ON u.id = c.unit_id
  WHERE d.person_id = me AND d.replaced_at IS NULL ORDER BY d.decided_on DESC, d.id DESC;
END $$;
GRANT EXECUTE ON FUNCTION portal_decisions TO trappan_own;

-- That the person has fetched a paper: an entry in the log, of nobody of the staff.
CREATE FUNCTION portal_fetched(of_decision bigint) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE me bigint := portal_person_by_eid();
BEGIN
  PERFORM portal_note('portal.fetch_paper', me, 'read', 'requirement', NULL, jsonb_build_object('decision', d.id))
  FROM requirement_decision d WHERE d.id = of_decision AND d.person_id = me;
END $$;
GRANT EXECUTE ON FUNCTION portal_fetched TO trappan_own;
