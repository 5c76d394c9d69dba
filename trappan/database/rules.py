"""The rules of the database, each with one text: read from the rooms' `sql/`, and brought about.

A file holds the rules of one noun as they are today: functions, views, constraints, triggers and
policies, each followed by what is granted on it. A function is nobody's until it is granted.
What stands in `sql/before_tables.sql` is made before the tables, since columns call it.
"""

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from pathlib import Path

from django.db import DatabaseError, connection

from trappan.database.catalogue import catalogue
from trappan.database.models import AppliedRule

ROLES = "trappan_app, trappan_web, trappan_own, trappan_nightly, trappan_matching, trappan_figures, trappan_allocation"
# Statements end at a semicolon outside quotes and comments.
PIECES = re.compile(r"(\$(?:\w*)\$.*?\$(?:\w*)\$|'(?:[^']|'')*'|--[^\n]*|;)", re.DOTALL)


class Kind(IntEnum):
    """What a rule is, in the order in which rules are made; they are dropped in the opposite one."""

    COLUMN = 1  # a function that columns call: made before the tables
    FUNCTION = 2
    VIEW = 3
    CONSTRAINT = 4
    REFERENCE = 5
    TRIGGER = 6
    POLICY = 7
    ACCESS = 8  # a table's row-level security and what is granted on it


# What the catalogue calls a kind that it does not tell from another.
CALLED = {Kind.COLUMN: Kind.FUNCTION, Kind.REFERENCE: Kind.CONSTRAINT}
DROPS = {
    Kind.COLUMN: "DROP FUNCTION IF EXISTS {name}",
    Kind.FUNCTION: "DROP FUNCTION IF EXISTS {name}",
    Kind.VIEW: "DROP VIEW IF EXISTS {name}",
    Kind.CONSTRAINT: "ALTER TABLE IF EXISTS {table} DROP CONSTRAINT IF EXISTS {name}",
    Kind.REFERENCE: "ALTER TABLE IF EXISTS {table} DROP CONSTRAINT IF EXISTS {name}",
    Kind.TRIGGER: "DROP TRIGGER IF EXISTS {name} ON {table}",
    Kind.POLICY: "DROP POLICY IF EXISTS {name} ON {table}",
    # Row-level security stays on: a table that no list names is closed.
    Kind.ACCESS: "DO $$ BEGIN IF to_regclass('{name}') IS NOT NULL THEN REVOKE ALL ON {name} FROM "
    + ROLES
    + "; END IF; END $$",
}


class BadRule(Exception):
    """A text that is no rule; the message names file and statement."""


@dataclass(frozen=True)
class Rule:
    """One function, view, constraint, trigger, policy or table's access, as it is today.

    `name` is `table.name` for what belongs to a table. `text` makes it and grants what is granted.
    """

    kind: Kind
    name: str
    text: str

    @cached_property
    def digest(self) -> str:
        return digest(self.text)

    @cached_property
    def head(self) -> str:
        """Digest of what cannot be replaced in place: arguments and result; empty if that is everything."""
        if self.kind not in (Kind.COLUMN, Kind.FUNCTION):
            return ""
        found = re.match(
            r"CREATE FUNCTION .*?\)\s*RETURNS (?:TABLE\s*\(.*?\)|(?:SETOF )?[\w\[\]]+)", self.text, re.DOTALL
        )
        return digest(found[0]) if found else self.digest

    def mentions(self, names: set[str]) -> bool:
        """Tell whether the text names one of these, and so may depend on it."""
        return not names.isdisjoint(re.findall(r"\w+", self.text))


def digest(text: str) -> str:
    # A line's end may end a comment, so lines stay lines.
    return hashlib.sha256(re.sub(r"[ \t]+", " ", text).encode()).hexdigest()


def statements(sql: str) -> Iterator[str]:
    """Split a file into its statements, without the comments before each."""
    statement = ""
    for piece in PIECES.split(sql):
        if piece == ";":
            yield bare(statement)
            statement = ""
        else:
            statement += piece
    if bare(statement):
        raise BadRule(f"no semicolon after: {bare(statement)[:60]}")


def bare(statement: str) -> str:
    """Return a statement from its first word on."""
    return re.sub(r"\A(\s|--[^\n]*\n?)+", "", statement).rstrip()


MAKES = (
    (Kind.FUNCTION, re.compile(r"CREATE FUNCTION (?P<name>\w+)\(")),
    (Kind.VIEW, re.compile(r"CREATE VIEW (?P<name>\w+) ")),
    (Kind.TRIGGER, re.compile(r"CREATE (?:CONSTRAINT )?TRIGGER (?P<name>\w+)\s.*?\sON (?P<table>\w+)\s", re.DOTALL)),
    (Kind.POLICY, re.compile(r"CREATE POLICY (?P<name>\w+) ON (?P<table>\w+)\s")),
    (Kind.REFERENCE, re.compile(r"ALTER TABLE (?P<table>\w+)\s+ADD CONSTRAINT (?P<name>\w+)\s+FOREIGN KEY")),
    (Kind.CONSTRAINT, re.compile(r"ALTER TABLE (?P<table>\w+)\s+ADD CONSTRAINT (?P<name>\w+)\s")),
)
GRANTS = re.compile(r"GRANT (?:EXECUTE ON FUNCTION|SELECT ON) (?P<name>\w+) TO [\w, ]+")
# A trigger that fires also where an import leaves others out.
ALWAYS = re.compile(r"ALTER TABLE (?P<table>\w+) ENABLE ALWAYS TRIGGER (?P<name>\w+)")


def read_rules(file: Path) -> list[Rule]:
    """Read the rules of one file; a statement that makes no rule, or belongs to none before it, is refused."""
    found: list[Rule] = []
    for statement in statements(file.read_text(encoding="utf-8")):
        granted, always = GRANTS.fullmatch(statement), ALWAYS.fullmatch(statement)
        of = granted["name"] if granted else f"{always['table']}.{always['name']}" if always else ""
        if found and found[-1].name == of:
            found[-1] = Rule(found[-1].kind, found[-1].name, f"{found[-1].text};\n{statement}")
            continue
        kind, made = next(((kind, made) for kind, pattern in MAKES if (made := pattern.match(statement))), (None, None))
        if kind is None or made is None:
            raise BadRule(f"{file}: no rule is made by: {statement[:60]}")
        table = made.groupdict().get("table")
        name = f"{table}.{made['name']}" if table else made["name"]
        if kind is Kind.FUNCTION:
            found.append(function(name, statement, Kind.COLUMN if file.stem == "before_tables" else kind))
        else:
            found.append(Rule(kind, name, statement))
    return found


def function(name: str, text: str, kind: Kind = Kind.FUNCTION) -> Rule:
    """Return a function as a rule: nobody's, until it is granted."""
    return Rule(kind, name, f"{text};\nREVOKE ALL ON FUNCTION {name} FROM PUBLIC, {ROLES}")


def bring_about(rules: Iterable[Rule], kinds: Collection[Kind]) -> list[str]:
    """Bring the database to those of these rules that are of these kinds, and return the names of those made.

    In the caller's transaction. Only what has changed is made, here or by hand in the database, and what
    has gone is dropped, as is a policy or a trigger that no rule made. A function keeps its place where
    only its body is another; where it does not, whatever names it is made again.
    """
    wanted = {key_of(rule): rule for rule in rules if rule.kind in kinds}
    named = AppliedRule.objects.filter(kind__in=[kind.name for kind in kinds]).order_by("pk")
    held = {(Kind[one.kind], one.name): one for one in named}
    present = catalogue()
    as_made = {key for key, one in held.items() if one.sealed == seal(key, present)}
    changed = [rule for key, rule in wanted.items() if key not in as_made or held[key].digest != rule.digest]
    in_place = {rule for rule in changed if rule.head and is_held(rule, held) and held[key_of(rule)].head == rule.head}
    made = with_dependents(changed, in_place, wanted.values(), held)
    order = in_order([rule for rule in wanted.values() if rule in made])
    leaving = [key for key in held if key not in wanted or (wanted[key] in made and wanted[key] not in in_place)]
    with connection.cursor() as cursor:
        for kind, name in strangers(present, wanted.keys() | held.keys(), kinds):
            cursor.execute(drop(kind, name))
        for key in sorted(leaving, key=lambda key: (key[0], held[key].pk), reverse=True):
            cursor.execute(drop(*key))
        # Bodies name functions and tables in any order; the tests and pages prove them afterwards.
        cursor.execute("SET LOCAL check_function_bodies = off")
        for rule in order:
            create = "CREATE OR REPLACE FUNCTION" if rule in in_place else "CREATE FUNCTION"
            try:
                cursor.execute(rule.text.replace("CREATE FUNCTION", create, 1))
            except DatabaseError as error:
                error.add_note(f"while making {rule.kind.name.lower()} {rule.name}")
                raise
    again = {*leaving, *(key_of(rule) for rule in order)} & held.keys()
    AppliedRule.objects.filter(pk__in=[held[key].pk for key in again]).delete()
    AppliedRule.objects.bulk_create(
        AppliedRule(kind=rule.kind.name, name=rule.name, digest=rule.digest, head=rule.head) for rule in order
    )
    keep_seals(kinds)
    return [rule.name for rule in order]


Key = tuple[Kind, str]


def key_of(rule: Rule) -> Key:
    return rule.kind, rule.name


def seal(key: Key, present: dict[tuple[str, str], str]) -> str:
    """Return the digest of what PostgreSQL says of a rule; of nothing, where it has none."""
    kind, name = key
    return digest(present.get((CALLED.get(kind, kind).name, name), ""))


def strangers(present: dict[tuple[str, str], str], known: Collection[Key], kinds: Collection[Kind]) -> list[Key]:
    """Return policies and triggers that no rule made: they were put there by hand."""
    of_ours = [kind for kind in (Kind.POLICY, Kind.TRIGGER) if kind in kinds]
    return [
        (kind, name) for kind in of_ours for held, name in present if held == kind.name and (kind, name) not in known
    ]


def keep_seals(kinds: Collection[Kind]) -> None:
    """Remember what PostgreSQL says of each rule now, so that a later change by hand shows."""
    present = catalogue()
    named = list(AppliedRule.objects.filter(kind__in=[kind.name for kind in kinds]))
    for one in named:
        one.sealed = seal((Kind[one.kind], one.name), present)
    AppliedRule.objects.bulk_update(named, ["sealed"])


def is_held(rule: Rule, held: dict[Key, AppliedRule]) -> bool:
    return key_of(rule) in held


def with_dependents(
    changed: list[Rule], in_place: set[Rule], rules: Iterable[Rule], held: dict[Key, AppliedRule]
) -> set[Rule]:
    """Add to the changed rules those that name a function or a view which must be dropped first."""
    made = set(changed)
    moved = {rule.name for rule in changed if rule.kind <= Kind.VIEW and rule not in in_place and is_held(rule, held)}
    while moved:
        touched = {rule for rule in rules if rule not in made and rule.mentions(moved)}
        made |= touched
        moved = {rule.name for rule in touched if rule.kind <= Kind.VIEW}
    return made


def in_order(rules: list[Rule]) -> list[Rule]:
    """Sort rules by kind, and within a kind each after those that it names."""
    named = {rule.name: rule for rule in rules}
    placed: dict[Rule, None] = {}

    def place(rule: Rule, waiting: frozenset[Rule]) -> None:
        for name in re.findall(r"\w+", rule.text):
            other = named.get(name)
            if other and other.kind is rule.kind and other not in placed and other not in waiting:
                place(other, waiting | {other})
        placed.setdefault(rule)

    for rule in sorted(rules, key=lambda rule: rule.kind):
        place(rule, frozenset({rule}))
    return list(placed)


def stand_aside() -> None:
    """Take views, triggers and policies away while the tables change; secret tables stay closed."""
    with connection.cursor() as cursor:
        for kind in (Kind.POLICY, Kind.TRIGGER, Kind.VIEW):
            for name in AppliedRule.objects.filter(kind=kind.name).order_by("-pk").values_list("name", flat=True):
                cursor.execute(drop(kind, name))
    AppliedRule.objects.filter(kind__in=[Kind.POLICY.name, Kind.TRIGGER.name, Kind.VIEW.name]).delete()


def drop(kind: Kind, name: str) -> str:
    """Return the statement that drops a rule, also where its table has gone before it."""
    table, _dot, own = name.rpartition(".")
    return DROPS[kind].format(name=own, table=table)
