"""What an extract calls its files and columns, where that is not what the instruction calls them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from trappan.exchange.columns import File
from trappan.exchange.readers import ORDERS
from trappan.refusals import Refused


@dataclass(frozen=True)
class Naming:
    """Their names and ours: of files, and by our file of columns; one that is called nothing is left out.

    `days` says how a day such as 12/11/2026 is read, empty where nobody has said.
    """

    files: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    days: str = ""

    def with_more(self, other: "Naming") -> "Naming":
        """Return both, the other's word before this one's."""
        columns = {
            file: {**self.columns.get(file, {}), **other.columns.get(file, {})}
            for file in [*self.columns, *other.columns]
        }
        return Naming({**self.files, **other.files}, columns, other.days or self.days)

    def their_file(self, ours: str) -> str:
        return next((theirs for theirs, name in self.files.items() if name == ours), ours)

    def their_column(self, file: str, ours: str) -> str:
        return next((theirs for theirs, name in self.columns.get(file, {}).items() if name == ours), ours)

    def as_rows(self) -> list[str]:
        """Return what is called what, a line each, for people."""
        rows = [_("%(theirs)s is read as %(ours)s") % {"theirs": one, "ours": ours} for one, ours in self.files.items()]
        for file, columns in self.columns.items():
            for theirs, ours in columns.items():
                said = _("%(file)s: %(theirs)s is read as %(ours)s") if ours else _("%(file)s: %(theirs)s is left out")
                rows.append(said % {"file": file, "theirs": theirs, "ours": ours})
        if self.days:
            rows.append(_("Days are read as %(order)s") % {"order": self.days})
        return rows


def read_naming(files: Iterable[str], columns: Iterable[str], days: str, known: Iterable[File]) -> Naming:
    """Read `THEIRS=OURS` for files and `FILE:THEIRS=OURS` for columns; refused where ours is not one of ours."""
    ours = {file.name: {column.name for column in file.columns} for file in known}
    named: dict[str, str] = {}
    for said in files:
        theirs, _equals, name = said.partition("=")
        if name not in ours or not theirs:
            raise Refused(
                _("Write %(option)s as THEIRS=OURS, with one of: %(names)s.")
                % {"option": "--file", "names": ", ".join(ours)}
            )
        named[theirs] = name
    by_file: dict[str, dict[str, str]] = {}
    for said in columns:
        file, _colon, rest = said.partition(":")
        theirs, equals, name = rest.rpartition("=")
        if file not in ours or not theirs or not equals or (name and name not in ours[file]):
            names = ", ".join(sorted(ours.get(file, ours)))
            raise Refused(
                _("Write %(option)s as FILE:THEIRS=OURS, with one of: %(names)s.")
                % {"option": "--column", "names": names}
            )
        by_file.setdefault(file, {})[theirs.strip().lower()] = name
    if days and days not in ORDERS:
        raise Refused(_("Write %(option)s as one of: %(names)s.") % {"option": "--days", "names": ", ".join(ORDERS)})
    return Naming(named, by_file, days)
