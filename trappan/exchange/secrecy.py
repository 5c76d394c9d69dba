"""What extracts call their columns is nobody's on the pages; deliveries are the controller's, their files nobody's.

A file is handed out by one function to whoever ordered it (sql/delivery.sql). How many lines one has is no role's to
read: beside the version after it, it would tell that somebody has become protected. What must be put right before it
is sent is told of a person to those alone who hold that person's support (sql/statistics.sql).
"""

from trappan.insight.secrecy import OWN
from trappan.secrecy.tables import Closed, Open, Table

# All but `rows`.
TOLD = (
    "id",
    "author_id",
    "at",
    "municipality_id",
    "kind",
    "first",
    "version",
    "reason",
    "made_at",
    "digest",
    "columns",
    "report",
    "faults",
    "is_trial",
    "expires_on",
    "sent_on",
    "sent_by_id",
)
TABLES = [
    Open("exchange_savednaming", app=""),
    Table("exchange_delivery", read=f"(SELECT exchange_delivers()) AND {OWN}", read_columns=TOLD),
    Table("exchange_taking", read="EXISTS (SELECT FROM exchange_delivery d WHERE d.id = delivery_id)"),
    Closed("exchange_deliveryfile"),
]
