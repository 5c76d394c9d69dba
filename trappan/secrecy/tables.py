"""A table's secrecy, said once: who reads it, who writes what, what is kept of it.

Each room lists its tables in its `secrecy.py`; from the list follow row-level security, policies,
grants, the clause that lets no hand-over write, the triggers that keep versions and hold codes, and
the cells that tests/test_matrix.py expects.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from trappan.database.rules import ROLES, Kind, Rule, function
from trappan.secrecy.scopes import OPENED_BY

# A grant to my unit or to me, of a scope that my role may hold; that it is in force now is asked by the policy on
# grants (people/secrecy.py), which holds here too, and once for all. The sub-select without outer references runs
# once a query; it is NULL (and so closed) where nobody has come in by a door of the database in this transaction,
# and empty where the role may not hold the scope. OFFSET 0 keeps the question one per row, by the index on the
# person: the planner would otherwise gather all of a unit's grants first, a hundred thousand of them, to show fifty
# rows.
GRANT_OPENS = """EXISTS (SELECT FROM people_grant g WHERE g.person_id = {person}{lasting}
  AND g.scope IN ({scopes}) AND {holder} = ANY ((SELECT secrecy_holders('{scope}'))::bigint[]){site} OFFSET 0)"""
# To whom a grant is: a unit, as its number, or a membership, as its number below zero.
HOLDER = "COALESCE({grant}.unit_id, -{grant}.membership_id)"
# What lets somebody read for a while: who waits to receive a case or has handed it over, who holds a meeting for a
# colleague who is away, and who has opened a file in an emergency or for supervision. Such a grant writes nothing but
# what names it.
OPENED = ("emergency", "supervision")
PASSING = ("hand_over", "cover", *OPENED)
TO_WRITE = "\n  AND secrecy_lasts(g.basis)"
# In a table that names it, whoever has opened a file, or holds a meeting in it, writes what is in her own name.
TO_WRITE_OWN = "\n  AND (secrecy_lasts(g.basis) OR (g.basis <> 'hand_over' AND {own} = (SELECT current_actor())))"
# Below plan scope a row belongs to a unit, and one site never reads another's.
SITE = """
  AND ({unit} = (SELECT current_unit())
    OR (g.scope = 'plan' AND (SELECT secrecy_member_for('plan')) IS NOT NULL))"""
# A seal that was made where one only reads (staff_enter_for_list_file) writes nothing, though PostgreSQL asks that of a
# statement when it begins and the seal asks while it runs.
WRITES = "current_setting('transaction_read_only') = 'off'"
SOMEBODY = "(SELECT secrecy_role()) IS NOT NULL"
ME = "(SELECT current_actor())"
MY_UNIT = "(SELECT current_unit())"


def opens(scope: str, person: str, unit: str = "", *, to_write: bool = False, own: str = "") -> str:
    """Return the condition under which the actor sees, or writes, rows of this scope about this person.

    `own` names the column that says whose the row is, where whoever has opened the file writes her own.
    """
    lasting = TO_WRITE_OWN.format(own=own) if own else TO_WRITE
    return GRANT_OPENS.format(
        person=person,
        scope=scope,
        holder=HOLDER.format(grant="g"),
        scopes=", ".join(f"'{name}'" for name in OPENED_BY[scope]),
        site=SITE.format(unit=unit) if scope == "activity" and unit else "",
        lasting=lasting if to_write else "",
    )


def opened_by() -> Rule:
    """Return the database's own word for OPENED_BY; an unknown scope is opened by nothing."""
    cases = " ".join(
        f"WHEN '{scope}' THEN ARRAY[{', '.join(repr(name) for name in opened)}]" for scope, opened in OPENED_BY.items()
    )
    return function(
        "secrecy_opened_by",
        "CREATE FUNCTION secrecy_opened_by(of_scope text) RETURNS text[] IMMUTABLE PARALLEL SAFE LANGUAGE sql "
        f"RETURN CASE of_scope {cases} END",
    )


def lasts() -> Rule:
    """Return the database's own word for what is not PASSING: a grant on this basis lets somebody write."""
    nobodys = function(
        "secrecy_lasts",
        "CREATE FUNCTION secrecy_lasts(on_basis text) RETURNS boolean IMMUTABLE PARALLEL SAFE LANGUAGE sql "
        f"RETURN on_basis <> ALL (ARRAY[{', '.join(repr(name) for name in PASSING)}])",
    )
    return replace(nobodys, text=f"{nobodys.text};\nGRANT EXECUTE ON FUNCTION secrecy_lasts TO trappan_app")


@dataclass(frozen=True)
class Code:
    """A column whose values are codes of a dated table (rules.Code), in force on the row's own day.

    `many` says that the column is a list of them.
    """

    column: str
    table: str
    day: str
    many: bool = False


@dataclass(frozen=True)
class Table:
    """One table as the database guards it. What is not said here is refused.

    `scope` is what a grant must open for the row's `person`, to read and, with `written_by` where
    that is another, to write; without a scope the row is about nobody and `read` says who sees it.
    `unit`: the row carries unit_id and obeys the site rule. `read`, `insert_if` and `update_if` are
    further conditions. `signed` names the column that says who wrote, which is always whoever acts;
    with `by_writer` the row is hers alone to change, and with `by_opening` she makes and changes it
    also where an emergency or supervision has opened the file to her. `sign_on` (INSERT, INSERT OR
    UPDATE): author_id and at are the database's to write. `update` names the columns that may change.
    `matched` names the columns, or `*`, that the role of the fit (trappan_matching) reads by the same policy. Nobody is
    granted DELETE. Protected identity needs nothing here: the grants that the policies
    ask for are themselves closed, by a restrictive policy, to all but the named reader.
    """

    name: str
    scope: str = ""
    person: str = "person_id"
    unit: bool = False
    read: str = ""
    read_columns: tuple[str, ...] = ()
    matched: tuple[str, ...] = ()
    insert: bool = False
    insert_columns: tuple[str, ...] = ()
    update: tuple[str, ...] = ()
    written_by: str = ""
    inserted_by: str = ""
    signed: str = ""
    by_writer: bool = False
    by_opening: bool = False
    insert_if: str = ""
    update_if: str = ""
    update_to: str = ""
    sign_on: str = ""
    versions: str | None = None
    codes: tuple[Code, ...] = ()

    @property
    def write_scope(self) -> str:
        return self.written_by or self.scope

    def rules(self) -> Iterator[Rule]:
        """Return everything that the database does for this table."""
        yield Rule(Kind.ACCESS, self.name, ";\n".join(self._access()))
        seers = "trappan_app, trappan_matching" if self.matched else "trappan_app"
        yield self._policy("seen", f"FOR SELECT TO {seers} USING ({self._condition(self.scope, self.read)})")
        if self.insert or self.insert_columns:
            scope = self.inserted_by or self.write_scope
            signed = f"{self.name}.{self.signed} = {ME}" if self.signed else ""
            check = self._condition(scope, signed, self.insert_if, to_write=True)
            yield self._policy("made", f"FOR INSERT TO trappan_app WITH CHECK ({check} AND {WRITES})")
            if scope and self.person != "id":  # a person who is just registered is nobody's yet
                yield self._reach(scope)
        if self.update:
            mine = f"{self.name}.{self.signed} = {ME}" if self.by_writer else ""
            using = self._condition(self.write_scope, mine, self.update_if, to_write=True)
            after = f" WITH CHECK ({self.update_to})" if self.update_to else ""
            yield self._policy("changed", f"FOR UPDATE TO trappan_app USING ({using} AND {WRITES}){after}")
        if self.sign_on:
            yield self._sign()
        if self.versions is not None:
            yield from self._keep_versions()
        for code in self.codes:
            yield from self._hold(code)

    def _policy(self, name: str, body: str) -> Rule:
        return Rule(Kind.POLICY, f"{self.name}.{name}", f"CREATE POLICY {name} ON {self.name} {body}")

    def _condition(self, scope: str, *further: str, to_write: bool = False) -> str:
        unit = f"{self.name}.unit_id" if self.unit else ""
        own = f"{self.name}.{self.signed}" if self.by_opening else ""
        opened = opens(scope, f"{self.name}.{self.person}", unit, to_write=to_write, own=own) if scope else ""
        said = [f"({one})" for one in (*further, opened) if one]
        if not said:
            raise ValueError(f"{self.name}: nothing says who may")
        return " AND ".join(said)

    def _access(self) -> Iterator[str]:
        yield f"ALTER TABLE {self.name} ENABLE ROW LEVEL SECURITY"
        yield f"REVOKE ALL ON {self.name} FROM {ROLES}"
        seen = f" ({', '.join(self.read_columns)})" if self.read_columns else ""
        yield f"GRANT SELECT{seen} ON {self.name} TO trappan_app"
        if self.matched:
            columns = "" if self.matched == ("*",) else f" ({', '.join(self.matched)})"
            yield f"GRANT SELECT{columns} ON {self.name} TO trappan_matching"
        if self.insert:
            yield f"GRANT INSERT ON {self.name} TO trappan_app"
        if self.insert_columns:
            yield f"GRANT INSERT ({', '.join(self.insert_columns)}) ON {self.name} TO trappan_app"
        if self.update:
            yield f"GRANT UPDATE ({', '.join(self.update)}) ON {self.name} TO trappan_app"

    def _reach(self, scope: str) -> Rule:
        """Refuse a row about somebody out of reach before any other trigger looks; the name sorts first of all."""
        text = (
            f"CREATE TRIGGER a_a_reach BEFORE INSERT ON {self.name} FOR EACH ROW WHEN (current_user = 'trappan_app' "
            f"AND NOT people_holds(NEW.{self.person}, '{scope}')) EXECUTE FUNCTION people_refuse_out_of_reach()"
        )
        return Rule(Kind.TRIGGER, f"{self.name}.a_a_reach", text)

    def _sign(self) -> Rule:
        """Let the database write author_id and at; the name sorts first, so that other triggers read them."""
        text = (
            f"CREATE TRIGGER a_signed BEFORE {self.sign_on} ON {self.name} FOR EACH ROW "
            "WHEN (current_user = 'trappan_app') EXECUTE FUNCTION history_sign()"
        )
        return Rule(Kind.TRIGGER, f"{self.name}.a_signed", text)

    def _keep_versions(self) -> Iterator[Rule]:
        """Keep what each row was before every change, under the scope of the row."""
        for verb in ("UPDATE", "DELETE"):
            name = f"versions_{verb.lower()}"
            text = (
                f"CREATE TRIGGER {name} AFTER {verb} ON {self.name} REFERENCING OLD TABLE AS o "
                f"FOR EACH STATEMENT EXECUTE FUNCTION keep_versions('{self.versions}')"
            )
            yield Rule(Kind.TRIGGER, f"{self.name}.{name}", text)

    def _hold(self, code: Code) -> Iterator[Rule]:
        """Refuse codes that are not in force, a whole statement at a time.

        So an import of a hundred thousand rows is asked once; and always, also where the import has
        asked its foreign keys beforehand. The constraint's name is `code_of_<column>`.
        """
        many = ", 'many'" if code.many else ""
        for verb in ("INSERT", "UPDATE"):
            name = f"codes_{code.column}_{verb.lower()}"
            text = (
                f"CREATE TRIGGER {name} AFTER {verb} ON {self.name} REFERENCING NEW TABLE AS n FOR EACH STATEMENT "
                f"EXECUTE FUNCTION rules_codes_hold('{code.column}', '{code.table}', '{code.day}'{many});\n"
                f"ALTER TABLE {self.name} ENABLE ALWAYS TRIGGER {name}"
            )
            yield Rule(Kind.TRIGGER, f"{self.name}.{name}", text)


@dataclass(frozen=True)
class Open:
    """A table about nobody that every signed-in membership may read; `web` says what sign-in may do.

    `matching` says what the role of the fit may do.
    """

    name: str
    app: str = "SELECT"
    web: str = ""
    matching: str = ""

    def rules(self) -> Iterator[Rule]:
        text = f"REVOKE ALL ON {self.name} FROM {ROLES}"
        granted = (("trappan_app", self.app), ("trappan_web", self.web), ("trappan_matching", self.matching))
        for role, verbs in granted:
            text += f";\nGRANT {verbs} ON {self.name} TO {role}" if verbs else ""
        yield Rule(Kind.ACCESS, self.name, text)


@dataclass(frozen=True)
class Closed(Open):
    """A table about persons that no role reads or writes, but for the database's own functions."""

    app: str = ""

    def rules(self) -> Iterator[Rule]:
        text = f"ALTER TABLE {self.name} ENABLE ROW LEVEL SECURITY;\nREVOKE ALL ON {self.name} FROM {ROLES}"
        yield Rule(Kind.ACCESS, self.name, text)
