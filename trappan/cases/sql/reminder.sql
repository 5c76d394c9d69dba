-- A meeting to come is reminded of; moved or called off it is no more, and nothing after the case has ended.
CREATE FUNCTION cases_remind_of_meeting() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  PERFORM messages_keep_reminder(NEW.person_id, NEW.colleague_id, 'cases_meeting', NEW.id, NEW.starts_at,
    NEW.moved_from_id IS NOT NULL);
  RETURN NULL;
END $$;

CREATE TRIGGER reminds AFTER INSERT ON cases_meeting FOR EACH ROW WHEN (NEW.outcome = '')
  EXECUTE FUNCTION cases_remind_of_meeting();

CREATE FUNCTION cases_stop_reminder() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  PERFORM messages_stop_reminder('cases_meeting', NEW.id, 'off');
  RETURN NULL;
END $$;

CREATE TRIGGER stops_reminder AFTER UPDATE OF outcome ON cases_meeting FOR EACH ROW
  WHEN (NEW.outcome IN ('moved', 'cancelled')) EXECUTE FUNCTION cases_stop_reminder();

CREATE FUNCTION cases_remind_while_open() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.closed_on IS NOT NULL THEN
    PERFORM messages_stop_reminder('cases_meeting', m.id, 'over') FROM cases_meeting m
      WHERE m.case_id = NEW.id AND m.starts_at > clock() AND m.outcome = '';
  ELSE
    PERFORM messages_resume_reminder('cases_meeting', m.id) FROM cases_meeting m
      WHERE m.case_id = NEW.id AND m.starts_at > clock() AND m.outcome = '';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER reminds_while_open AFTER UPDATE OF closed_on ON cases_case FOR EACH ROW
  WHEN (NEW.closed_on IS DISTINCT FROM OLD.closed_on) EXECUTE FUNCTION cases_remind_while_open();
