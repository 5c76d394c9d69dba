"""Which role may hold which scope is asked by every policy; days and the clock are everybody's to read."""

from trappan.secrecy.tables import Open

TABLES = [
    Open("secrecy_rolescope"),
    # The room of days lies below this one, and its tables are everybody's to read.
    Open("schedules_clock", web="SELECT"),
    Open("schedules_day"),
]
