-- How many households had support in each month that is kept: counted over all, told of nobody. The count
-- is the town's own and asks no grant; fewer than five are not told apart (NULL).
CREATE FUNCTION assistance_households() RETURNS TABLE (month date, households bigint)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT m.month, CASE WHEN count(DISTINCT m.household_id) >= 5 THEN count(DISTINCT m.household_id) END
  FROM assistance_supportmonth m
  WHERE secrecy_role() IN ('head_of_unit', 'social_worker', 'consultant')
  GROUP BY m.month ORDER BY m.month
$$;
GRANT EXECUTE ON FUNCTION assistance_households TO trappan_app;
