"""Who touches the bells: the worker's login alone; and what is done of the day, which only functions write."""

from collections.abc import Iterator
from dataclasses import dataclass

from trappan.database.rules import ROLES, Kind, Rule
from trappan.secrecy.tables import Closed, Open

WHOLE = "SELECT, INSERT, UPDATE, DELETE"


@dataclass(frozen=True)
class OfTheWorker(Open):
    """A table of the job library, which the worker's login keeps and no other role reads or writes."""

    app: str = ""
    sequence: str = ""

    def rules(self) -> Iterator[Rule]:
        text = f"REVOKE ALL ON {self.name} FROM {ROLES};\nGRANT {WHOLE} ON {self.name} TO trappan_nightly"
        text += f";\nGRANT USAGE ON SEQUENCE {self.sequence} TO trappan_nightly" if self.sequence else ""
        yield Rule(Kind.ACCESS, self.name, text)


TABLES = [
    OfTheWorker("procrastinate_jobs", sequence="procrastinate_jobs_id_seq"),
    OfTheWorker("procrastinate_events", sequence="procrastinate_events_id_seq"),
    OfTheWorker("procrastinate_periodic_defers", sequence="procrastinate_periodic_defers_id_seq"),
    OfTheWorker("procrastinate_workers"),
    Closed("worker_done"),
]
