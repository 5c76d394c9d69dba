"""Who reads what extracts call their columns: nobody on the pages, the command as the owner."""

from trappan.secrecy.tables import Open

TABLES = [Open("exchange_savednaming", app="")]
