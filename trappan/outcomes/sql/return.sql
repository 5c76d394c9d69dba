-- Who came back to the support within so many months as the rules say (twelve) of an end to self-support: the first
-- month with support that begins after it, and before which there was a month without. Support up to the first wages is
-- no return. Also of an end that held and whose case was opened again since: the return is often why.
CREATE VIEW outcomes_return WITH (security_invoker = true) AS
SELECT e.id AS exit_id, min(m.month) AS month
FROM outcomes_exit e JOIN assistance_supportmonth m ON m.person_id = e.person_id
  AND m.month > e.day
  AND m.month <= (e.day + make_interval(months => (SELECT (rule('return_months', today()) #>> '{}')::int)))::date
WHERE e.reason IN ('work', 'studies') AND (e.held OR (e.held IS NULL AND e.reopened_on IS NULL))
  AND NOT EXISTS (SELECT FROM assistance_supportmonth b WHERE b.person_id = m.person_id
    AND b.month = (m.month - interval '1 month')::date)
GROUP BY e.id;
GRANT SELECT ON outcomes_return TO trappan_app;
