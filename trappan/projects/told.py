"""What of a project's figures is told: numbers in, numbers out, and None for what few people could be known by.

Under five people nothing is told, and none is not few. A number that would give away a hidden one is hidden with it:
whoever knows all that is told must still believe of a hidden few that it may be at most one, and five or more. Simpler
than the disclosure control of the municipality's own figures, which wants a solver and so the worker; here are a
handful of tables of one day.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

FEWEST = 5  # of fewer people nothing is told
ACHIEVED = ("work", "studies", "internship")
RESULTS = (*ACHIEVED, "closer", "none")
WOMAN, MAN = "K", "M"


@dataclass(frozen=True)
class Part:
    """A municipality of a project, or several small ones together: how many are planned, and who of them began."""

    name: str
    planned: int
    started: int | None
    results: Mapping[str, int | None]  # of ACHIEVED


@dataclass(frozen=True)
class Group:
    """A target group: how many began, and how many of them are women and men."""

    code: str
    started: int | None
    women: int | None
    men: int | None


@dataclass(frozen=True)
class Told:
    """A project's figures as they are told; None is hidden.

    `doubles` is how many stand in two municipalities on one day, `few_doubles` that some do, and few. Each person
    counts in one sub-initiative, the first: `sub_results` is what came of those, of ACHIEVED.
    """

    started: int | None
    finished: int | None
    there: int | None
    results: Mapping[str, int | None]
    achieved: int | None
    without_internship: int | None
    women: int | None
    men: int | None
    parts: Sequence[Part]
    groups: Sequence[Group]
    subs: Mapping[int, int | None]
    sub_results: Mapping[int, Mapping[str, int | None]]
    no_sub: int | None
    doubles: int | None
    few_doubles: bool


@dataclass
class Counts:
    """What the database has counted of one day, each person once in each breakdown."""

    municipalities: dict[int, dict[str, int]] = field(default_factory=dict)
    genders: dict[str, int] = field(default_factory=dict)
    groups: dict[str, dict[str, int]] = field(default_factory=dict)
    subs: dict[int, dict[str, int]] = field(default_factory=dict)
    ages: dict[str, int] = field(default_factory=dict)
    no_sub: int = 0
    doubles: int = 0

    @property
    def started(self) -> int:
        return sum(sum(found.values()) for found in self.municipalities.values())

    def began_in(self, sub: int) -> int:
        return sum(self.subs.get(sub, {}).values())

    def ended_with(self, result: str) -> int:
        return sum(found.get(result, 0) for found in self.municipalities.values())


def is_few(number: int) -> bool:
    """Tell whether these are so few that they could be known."""
    return 0 < number < FEWEST


def hidden_in(parts: Mapping[str, int]) -> set[str]:
    """Return which parts of a sum that is told are hidden: the few, and as many of the next small ones as they need.

    Two or more, and five people or more in all, so that each of them may be none and may be five.
    """
    hidden = {name for name, number in parts.items() if is_few(number)}
    for name in sorted(parts, key=lambda one: (parts[one] == 0, parts[one], one)):
        if not hidden or (len(hidden) > 1 and sum(parts[one] for one in hidden) >= FEWEST):
            break
        hidden.add(name)
    return hidden


def told(counts: Counts, planned: Mapping[int, tuple[str, int]], subs_of: Mapping[int, int | None]) -> Told:
    """Say what is told of a project's counts.

    `planned` gives each municipality's name and planned number, `subs_of` the municipality of each sub-initiative.
    """
    everybody = counts.started
    results = {result: counts.ended_with(result) for result in RESULTS}
    finished = sum(results.values())
    there = everybody - finished
    shown = not is_few(everybody)
    ended = shown and not is_few(finished) and not is_few(there)
    hidden = hidden_in(results) if ended else set(RESULTS)
    women, men = (counts.genders.get(sex, 0) for sex in (WOMAN, MAN))
    unknown = everybody - women - men
    by_sex = shown and not any(map(is_few, (women, men, unknown)))
    rows = rows_of(counts, planned)
    untold = hidden_rows(rows) if not hidden else set(range(len(rows)))
    unsaid_subs = hidden_subs(counts, subs_of, shown=shown)
    said_by_result = told_by_result(counts, subs_of, rows, untold, unsaid_subs) if shown and not hidden else set()
    return Told(
        started=everybody if shown else None,
        finished=finished if ended else None,
        there=there if ended else None,
        results={result: None if result in hidden else number for result, number in results.items()},
        achieved=None if hidden else sum(results[one] for one in ACHIEVED),
        without_internship=None if hidden else results["work"] + results["studies"],
        women=women if by_sex else None,
        men=men if by_sex else None,
        parts=[part_of(row, by_result=at not in untold) for at, row in enumerate(rows)] if shown else unsaid(planned),
        groups=[group_of(code, found, counts, by_sex=by_sex, shown=shown) for code, found in counts.groups.items()],
        subs={key: None if str(key) in unsaid_subs else counts.began_in(key) for key in subs_of},
        sub_results={
            key: {one: cells_of(counts.subs.get(key, {}))[one] if key in said_by_result else None for one in ACHIEVED}
            for key in subs_of
        },
        no_sub=None if "" in unsaid_subs else counts.no_sub,
        doubles=counts.doubles if not is_few(counts.doubles) else None,
        few_doubles=is_few(counts.doubles),
    )


def unsaid(planned: Mapping[int, tuple[str, int]]) -> list[Part]:
    """Return the municipalities with nothing told but what is planned."""
    return [Part(name, number, None, dict.fromkeys(ACHIEVED)) for name, number in planned.values()]


@dataclass(frozen=True)
class Row:
    """A municipality, or small ones together, on the way to a Part; or what a sum leaves when others are told."""

    name: str
    planned: int
    cells: Mapping[str, int]
    keys: frozenset[int] = frozenset()

    @property
    def started(self) -> int:
        return sum(self.cells.values())


def rows_of(counts: Counts, planned: Mapping[int, tuple[str, int]]) -> list[Row]:
    """Return the municipalities: those with few who began together with the next small one."""
    return together(
        [
            Row(name, number, cells_of(counts.municipalities.get(key, {})), frozenset([key]))
            for key, (name, number) in planned.items()
        ]
    )


def part_of(row: Row, *, by_result: bool) -> Part:
    """Return a row as it is told, results where they are."""
    began = None if is_few(row.started) else row.started
    return Part(row.name, row.planned, began, {one: row.cells[one] if by_result else None for one in ACHIEVED})


def cells_of(found: Mapping[str, int]) -> dict[str, int]:
    """Return those with each result, and the rest, whom anybody can reckon."""
    cells = {one: found.get(one, 0) for one in ACHIEVED}
    return {**cells, "rest": sum(found.values()) - sum(cells.values())}


def together(rows: list[Row]) -> list[Row]:
    """Put each municipality of few beside the smallest of the others in which somebody began."""
    while len(rows) > 1:
        few = next((row for row in rows if is_few(row.started)), None)
        if few is None:
            break
        others = [row for row in rows if row is not few]
        other = min(others, key=lambda row: (row.started == 0, row.started, row.name))
        cells = {one: few.cells[one] + other.cells[one] for one in few.cells}
        both = Row(f"{other.name}, {few.name}", few.planned + other.planned, cells, few.keys | other.keys)
        rows = [both if row is other else row for row in others]
    return rows


def hidden_rows(rows: Sequence[Row]) -> set[int]:
    """Return which rows tell no results: those with a few, and the next small ones until nothing hidden is known.

    A hidden cell lies between what the sums of its row and its column leave (Fréchet's bounds), and all hidden rows
    hide all their cells, so that these bounds are all there is to know.
    """
    hidden = {at for at, row in enumerate(rows) if any(map(is_few, row.cells.values()))}
    order = sorted(range(len(rows)), key=lambda at: (rows[at].started == 0, rows[at].started, at))
    for at in order:
        if not hidden or are_safe([rows[one] for one in hidden]):
            break
        hidden.add(at)
    return hidden


def are_safe(rows: Sequence[Row]) -> bool:
    """Tell whether each few in these rows, known by their sums alone, may be at most one and may be five or more."""
    everybody = sum(row.started for row in rows)
    sums = {one: sum(row.cells[one] for row in rows) for one in (*ACHIEVED, "rest")}
    return all(
        min(row.started, sums[one]) >= FEWEST and row.started + sums[one] - everybody <= 1
        for row in rows
        for one, number in row.cells.items()
        if is_few(number)
    )


def group_of(code: str, found: Mapping[str, int], counts: Counts, *, by_sex: bool, shown: bool) -> Group:
    """Return a target group; hidden also where those who are not in it are few, in all or of a sex."""
    number = sum(found.values())
    shown = shown and not is_few(number) and not is_few(counts.started - number)
    sexes = {sex: found.get(sex, 0) for sex in (WOMAN, MAN)}
    unknown = number - sum(sexes.values())
    apart = [*sexes.values(), *(counts.genders.get(sex, 0) - inside for sex, inside in sexes.items()), unknown]
    by_sex = by_sex and shown and not any(map(is_few, apart))
    return Group(code, number if shown else None, sexes[WOMAN] if by_sex else None, sexes[MAN] if by_sex else None)


def hidden_subs(counts: Counts, subs_of: Mapping[int, int | None], *, shown: bool) -> set[str]:
    """Return which sub-initiatives are hidden ("" is none of them): few, or all but few of their municipality."""
    numbers = {str(key): counts.began_in(key) for key in subs_of} | {"": counts.no_sub}
    if not shown:
        return set(numbers)
    hidden = hidden_in(numbers)
    for key, municipality in subs_of.items():
        began = sum(counts.municipalities.get(municipality, {}).values()) if municipality else 0
        if municipality and is_few(abs(began - counts.began_in(key))):
            hidden.add(str(key))
    if len(hidden) == 1:
        hidden.add(min((name for name in numbers if name not in hidden), key=lambda one: (numbers[one], one)))
    return hidden


def told_by_result(
    counts: Counts, subs_of: Mapping[int, int | None], rows: Sequence[Row], untold: set[int], unsaid: set[str]
) -> set[int]:
    """Return which sub-initiatives tell what came of those who began there.

    None whose own number is hidden, in which a result is few, or whose municipality tells none; nor one that was
    counted before results were (""). Whoever takes those that are told off a sum that is told, of the project or of a
    municipality, knows what is left: it is held with the hidden ones to the same bounds as municipalities (are_safe),
    and the next small one is hidden until it keeps them.
    """
    cells = {key: cells_of(counts.subs.get(key, {})) for key in subs_of}
    dumb = set().union(*(row.keys for at, row in enumerate(rows) if at in untold))
    said = {
        key
        for key, of in subs_of.items()
        if str(key) not in unsaid
        and of not in dumb
        and "" not in counts.subs.get(key, {})
        and not any(map(is_few, cells[key].values()))
    }
    everybody = Row("", 0, {one: sum(row.cells[one] for row in rows) for one in (*ACHIEVED, "rest")})
    sums = [(everybody, set(subs_of))]
    sums += [
        (row, {key for key, of in subs_of.items() if of in row.keys}) for at, row in enumerate(rows) if at not in untold
    ]
    while said:
        unsafe = next(
            (inside for whole, inside in sums if inside & said and not is_kept(whole, inside, said, cells)), None
        )
        if unsafe is None:
            break
        said.discard(min(unsafe & said, key=lambda one: (sum(cells[one].values()) == 0, sum(cells[one].values()), one)))
    return said


def is_kept(whole: Row, inside: set[int], said: set[int], cells: Mapping[int, Mapping[str, int]]) -> bool:
    """Tell whether a sum gives no few away, where those of the sub-initiatives inside it that are said are taken off.

    Whoever moved between municipalities may stand inside without being in the sum: a remainder below none is not kept.
    """
    rest = {one: number - sum(cells[key][one] for key in inside) for one, number in whole.cells.items()}
    hidden = [Row("", 0, cells[key]) for key in inside - said]
    return min(rest.values()) >= 0 and are_safe([*hidden, Row("", 0, rest)])
