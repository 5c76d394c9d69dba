"""Rule sets and code tables are everybody's to read."""

from trappan.secrecy.tables import Open

TABLES = [Open("rules_ruleset"), Open("rules_code")]
