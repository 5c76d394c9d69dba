"""Days, weeks, months, holidays, today. Weeks are ISO, periods half-open, time is Stockholm's."""
