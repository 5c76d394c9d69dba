-- Those of a list of people of whom the actor holds this. A day of birth is told with the plan, and with the support to
-- those who register people (people_tells_numbers). Of what nobody knows (NULL) nobody holds anything.
CREATE FUNCTION insight_held(of_persons bigint[], need text) RETURNS bigint[]
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT CASE WHEN need = 'number' THEN ARRAY(
      SELECT unnest(people_held(of_persons, 'plan', false))
      UNION SELECT unnest(people_held(of_persons, 'assistance', false)) WHERE people_registers())
    ELSE people_held(of_persons, need, false) END
$$;

-- The rows behind one cell that is told, or held back, of those whom the actor may read: who was counted (with `of_all`
-- whom the share is of), by the spine as it stands. A person only to whoever holds every fact that being counted there
-- tells of, a head too. What a head's start page tells of cases anyway, a way out (insight_own_unit),
-- it tells here by number, of the own unit's: nothing else, since a number and what somebody is counted in is about
-- that one as much as a name. Nobody of a breakdown that is not published, or of a month that is not told; and never
-- how many there are beside these.
CREATE FUNCTION insight_rows(of_indicator text, of_month date, of_by text[], of_part text[], of_all boolean)
RETURNS TABLE (person_id bigint, number text, responsible text)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  my_role text := secrecy_role(); my_unit bigint := current_unit(); me bigint := current_actor();
  people bigint[]; need text;
BEGIN
  IF NOT insight_sees_figures() OR my_role NOT IN ('head_of_unit', 'consultant', 'social_worker') OR NOT EXISTS (
      SELECT FROM insight_cell c WHERE c.indicator = of_indicator AND c.period = 'month' AND c.month = of_month
        AND c.by = of_by::varchar[] AND c.part = of_part::varchar[]) THEN
    RETURN;
  END IF;
  people := ARRAY(SELECT y.person_id FROM insight_personmonthkey y
    JOIN insight_personmonth m ON m.pseudonym = y.pseudonym AND m.month = of_month
    WHERE y.person_id IN (SELECT g.person_id FROM people_grant g WHERE g.unit_id = my_unit OR g.membership_id = me)
      AND insight_counted(m, of_indicator, of_all) AND insight_part(m, of_by) = of_part);
  FOR need IN SELECT n FROM insight_needs(of_indicator, of_all, of_by) n LOOP
    people := insight_held(people, need);
  END LOOP;
  RETURN QUERY SELECT p.id, NULL::text, NULL::text FROM people_person p
    WHERE p.id = ANY (people) ORDER BY p.sort, p.id;
  IF my_role = 'head_of_unit' AND insight_by_number(of_indicator, of_by) THEN
    RETURN QUERY SELECT NULL::bigint, e.number, e.responsible
    FROM insight_ended_in(my_unit, ARRAY[of_indicator], of_month, (of_month + interval '1 month')::date) e
    WHERE e.person_id <> ALL (people) ORDER BY e.number;
  END IF;
END $$;
GRANT EXECUTE ON FUNCTION insight_rows TO trappan_app;
