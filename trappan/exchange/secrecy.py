"""What extracts call their columns is nobody's on the pages; deliveries are the controller's, their files nobody's.

A file is handed out by one function to whoever ordered it (sql/delivery.sql). How many lines one has is no role's to
read: beside the version after it, it would tell that somebody has become protected. What must be put right before it
is sent is told of a person to those alone who hold that person's support (sql/statistics.sql). A sheet to key in to SUS
is read and written by those who hold the plan, as long as the written consent holds, and of nobody protected
(sql/sus.sql).
"""

from trappan.insight.secrecy import OWN
from trappan.secrecy.tables import Closed, Code, Open, Table

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
    # No versions: what is written until it is keyed in is a draft, and a version would outlive the consent.
    Table(
        "exchange_sussheet",
        "plan",
        read="exchange_sus_registers(person_id) OR keyed_on IS NOT NULL",
        insert=True,
        insert_if="keyed_on IS NULL",
        update=("effort", "education", "income", "occupation", "keyed_on", "keyed_by_id", "taken_out_on"),
        update_if="taken_out_on IS NULL",
        update_to="true",
        sign_on="INSERT",
        codes=(
            Code("effort", "sus_effort", "day"),
            Code("education", "education", "day"),
            Code("income", "sus_income", "day"),
            Code("occupation", "sus_occupation", "day"),
        ),
    ),
]
