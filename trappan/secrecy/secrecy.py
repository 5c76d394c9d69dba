"""Which role may hold which scope every policy asks; days and the clock are everybody's to read, a file nobody's."""

from trappan.secrecy.tables import Open, Table

TABLES = [
    Open("secrecy_rolescope", matching="SELECT"),
    # The room of days lies below this one, and its tables are everybody's to read.
    Open("schedules_clock", web="SELECT", matching="SELECT"),
    Open("schedules_day"),
    # The store lies below too. A file is seen through the row of a room that ties it, by a policy of that room's.
    Table("documents_file", read="false"),
]
