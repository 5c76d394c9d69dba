ALTER TABLE attendance_finding ADD CONSTRAINT attendance_finding_placement_id_person_id_fkey
  FOREIGN KEY (placement_id, person_id) REFERENCES placements_placement (id, person_id);

ALTER TABLE attendance_finding ADD CONSTRAINT attendance_finding_conversation_id_person_id_fkey
  FOREIGN KEY (conversation_id, person_id) REFERENCES cases_note (id, person_id);

-- What was found rests on a mark, and the worst of it on a conversation in which the person was heard and
-- support was offered, held after the session had ended.
CREATE FUNCTION attendance_finding_after_conversation() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE ended timestamptz;
BEGIN
  IF NOT EXISTS (SELECT FROM attendance_attendance a WHERE a.placement_id = NEW.placement_id AND a.day = NEW.day
      AND a.mark <> 'present') THEN
    RAISE EXCEPTION 'not away' USING ERRCODE = 'check_violation', CONSTRAINT = 'finding_of_an_absence';
  END IF;
  SELECT (s.day + make_interval(mins => s.ends_at)) AT TIME ZONE 'Europe/Stockholm' INTO ended
  FROM placements_session s WHERE s.placement_id = NEW.placement_id AND s.day = NEW.day;
  IF NEW.kind = 'unexcused' AND NOT EXISTS (SELECT FROM cases_note n JOIN attendance_dialogue d ON d.note_id = n.id
      WHERE n.id = NEW.conversation_id AND n.person_id = NEW.person_id AND n.kind = 'absence_dialogue'
      AND n.happened_at >= COALESCE(ended, NEW.day::timestamp AT TIME ZONE 'Europe/Stockholm')) THEN
    RAISE EXCEPTION 'no conversation' USING ERRCODE = 'check_violation', CONSTRAINT = 'unexcused_after_a_conversation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER after_conversation BEFORE INSERT ON attendance_finding FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION attendance_finding_after_conversation();
