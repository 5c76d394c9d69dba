"""Rule sets, code tables and concepts are everybody's to read, and written by functions of the database alone."""

from trappan.rules.parameters import known
from trappan.secrecy.tables import Open

TABLES = [
    Open("rules_ruleset"),
    Open("rules_code"),
    Open("rules_municipaltext", web="SELECT"),
    Open("rules_concept", matching="SELECT"),
    Open("rules_conceptlink", matching="SELECT"),
    Open("rules_conceptmark"),
]
# What follows from the room's own lists.
FUNCTIONS = [known()]
