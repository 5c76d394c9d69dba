ALTER TABLE attendance_incident ADD CONSTRAINT attendance_incident_placement_id_person_id_unit_id_fkey
  FOREIGN KEY (placement_id, person_id, unit_id) REFERENCES placements_placement (id, person_id, unit_id);

-- How many incidents of each kind there have been at the own site, or at any for municipal staff, since a
-- day: everybody's, also those whom the asker no longer sees.
CREATE FUNCTION attendance_incidents(of_unit bigint, since date) RETURNS TABLE (kind text, many bigint)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT i.kind, count(*) FROM attendance_incident i WHERE i.unit_id = of_unit AND i.day >= since
    AND secrecy_role() IS NOT NULL AND (of_unit = current_unit() OR EXISTS (
      SELECT FROM staff_unit u JOIN staff_organisation o ON o.id = u.organisation_id
      WHERE u.id = current_unit() AND o.kind = 'municipality' AND u.kind <> 'site'))
  GROUP BY i.kind ORDER BY i.kind
$$;
GRANT EXECUTE ON FUNCTION attendance_incidents TO trappan_app;
