"""A walker through every page, form and address, with what nobody should send; it wants no answer of 500.

It signs in through the client, as each role of the small world, reads the forms that the pages show and
sends each of their fields with each of `VALUES`, the others as a person would fill them in. What a post
changes is taken back, after the constraints that wait for the commit have been asked too.
"""

import inspect
import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import quote, unquote, unquote_to_bytes, urlencode

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, resolve

from tests.form_reader import Form, FormReader
from trappan.staff.models import Membership
from trappan.staff.session import SEEN
from trappan.testing import sign_in

TYPED = "application/x-www-form-urlencoded"
FILE = b"\0\1\2"
# name → what a field is sent; a list is the same key several times, None is no key at all.
VALUES: dict[str, object] = {
    "nothing": "",
    "missing": None,
    "nul": "a\0b",
    "long": "å" * 10_000,
    "emoji": "👩🏽‍🚀🦊",
    "no utf-8": b"%ED%A0%80%FF%FE",
    "negative": "-1",
    "zero": "0",
    "bigger than integer": "2147483648",
    "bigger than bigint": "9" * 40,
    "more figures than are read": "9" * 5000,
    "no such day": "2026-02-30",
    "first day": "0001-01-01",
    "last day": "9999-12-31",
    "no such hour": "24:00",
    "path": "../../etc/passwd",
    "script": "<script>alert(1)</script>{{7*7}}{% now %}",
    "quotes": '\'; DROP TABLE people_person; -- %s%n{"a": [null]}',
    "exponent": "1e400",
    "not a number": "NaN",
    "arabic digit": "٣",
    "superscript": "²",
    "bidi": "\u202eabc\u2066\u200f",
    "decomposed": "A\u030a" * 200,
    "control": "\x07\x1b[31m\r\n\t",
    "twice": ["1", "2"],
    "list": ["", "x", "\0", "9" * 30],
    "file": FILE,
}
# How many of the values a name is sent whose kind of field has been sent all.
SAMPLE = 9
READ_IN_ONE_PLACE = ("form", "once")  # of all forms: secrecy.acts, history.once
BAD_IDS = ("0", "9223372036854775808", "9" * 40, "-1", "x", "٣", "1%00", "%ED%A0%80", "1.5", "%2e%2e", "z" * 13)


@dataclass(frozen=True)
class Page:
    """A page of ours: its pattern, its address with what the world has, and what it reads of a query."""

    route: str
    address: str
    right: str
    asks: tuple[str, ...] = ()


def all_pages(known: dict[str, str]) -> Iterator[Page]:
    """Return every page of ours but the account's and the tour's."""
    for prefix, pattern in patterns(get_resolver().url_patterns, ""):
        route = prefix + str(pattern.pattern)
        if not route.startswith(("account/", "demo/")):
            missing = set(pattern.pattern.converters) - set(known)
            if missing:
                raise LookupError(f"say in the walker's world what stands for {missing} in {route}")
            view = inspect.unwrap(pattern.callback)
            asks = re.findall(r'GET\.get\("(\w+)"', inspect.getsource(view))
            right = getattr(pattern.callback, "right", "")
            yield Page(route, put_in(route, known), right, tuple(dict.fromkeys(asks)))


def patterns(listed: Iterable[object], prefix: str) -> Iterator[tuple[str, URLPattern]]:
    for one in listed:
        if isinstance(one, URLResolver):
            yield from patterns(one.url_patterns, prefix + str(one.pattern))
        elif isinstance(one, URLPattern):
            yield prefix, one


def put_in(route: str, known: dict[str, str]) -> str:
    """Return the address of a pattern."""
    return "/" + re.sub(r"<\w+:(\w+)>", lambda found: known[found[1]], route)


@dataclass(frozen=True)
class Shown:
    """A form as somebody was shown it: who, at which address it is sent, and the names of its fields."""

    actor: str
    membership: Membership
    address: str
    form: Form

    @property
    def names(self) -> dict[str, str]:
        """Return each field's name, and the name under which fields are read alike in whatever form they are."""
        listed = (name for name in self.form.fields if name not in ("csrfmiddlewaretoken", "acting_as"))
        return {name: re.sub(r".*-|\d", "", name) for name in listed}

    @property
    def kinds(self) -> set[str]:
        """Return how its fields are read, as the page tells it: a date, a number, a choice, a text."""
        return {self.form.fields[name].kind for name in self.names}


class Walker:
    """One walk: who walks, what was asked and answered, and each answer of 500 or worse.

    `singles` is how many values each field is sent by itself, the others as a person would fill them in;
    beside that every kind of field is sent every value and every name `SAMPLE` of them, in as few forms as hold all.
    """

    def __init__(self, singles: int, seed: int = 11) -> None:
        self.client = Client(raise_request_exception=False)
        self.dice = random.Random(seed)  # the same walk each time
        self.singles = singles
        self.answers: Counter[int] = Counter()
        self.counts: Counter[str] = Counter()
        self.failed: list[str] = []
        self.walked: set[tuple[str, ...]] = set()
        self.shown: list[Shown] = []
        self.opened: set[str] = set()
        self.unknown: set[tuple[str, str]] = set()
        self.actor, self.membership = "", Membership()
        self.cookies: dict[str, str] = {}  # what the browser has, also after a form that signs out

    def told(self) -> str:
        """Return the counts: what was asked, and how it was answered."""
        asked = ", ".join(f"{count} {what}" for what, count in sorted(self.counts.items()))
        return f"{asked}; answers {dict(sorted(self.answers.items()))}, {len(self.failed)} failed"

    def be(self, actor: str, membership: Membership) -> None:
        self.actor, self.membership = actor, membership
        sign_in(self.client, membership)
        # That somebody was seen is taken back with all else of a request, and each one would note it anew.
        session = self.client.session
        session[SEEN] += 3600
        session.save()

    def ask(self, what: str, where: str, send: Callable[[], HttpResponse]) -> HttpResponse | None:
        """Ask within a savepoint, ask the waiting constraints as a commit would, and take it back."""
        answer = None
        for name, value in self.cookies.items():
            self.client.cookies[name] = value
        with transaction.atomic():
            try:
                with transaction.atomic():
                    answer = send()
                    if what == "post" and answer.status_code < 400:
                        with connection.cursor() as cursor:
                            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            except DatabaseError as error:
                self.failed.append(f"{what} {where} as {self.actor}: {error}")
            transaction.set_rollback(True)
        status = answer.status_code if answer else 500
        self.answers[status] += 1
        self.counts[what] += 1
        if status >= 500:
            self.failed.append(f"{status} {what} {where} as {self.actor}")
        return answer

    def walk(self, pages: Iterable[Page]) -> None:
        """Open every page and send its forms as they are, each kind of form once."""
        for page in pages:
            route, address = page.route, page.address
            answer = self.ask("get", address, lambda address=address: self.client.get(address))
            if answer is None or answer.status_code != 200:
                continue
            self.opened.add(route)
            self.walk_forms(page, answer)

    def walk_forms(self, page: Page, answer: HttpResponse) -> None:
        """Send the forms of a page that are not like one sent before."""
        if "html" not in answer.headers.get("Content-Type", ""):
            return
        reader = FormReader()
        reader.feed(answer.content.decode())
        for form in reader.forms:
            where = form.action or page.address
            # Buttons alone, with nothing to fill in, are answered in one place for all pages.
            at = "" if form.is_button else page.route if where == page.address else re.sub(r"\d+", "1", where)
            key = (at, *form.key)
            if not where.startswith("/account/") and key not in self.walked:
                self.walked.add(key)
                self.walk_form(page, where, form)

    def walk_form(self, page: Page, address: str, form: Form) -> None:
        """Send a form as it is, and whatever form that leads to; remember it for `send_values`."""
        self.shown.append(shown := Shown(self.actor, self.membership, address, form))
        self.counts["forms"] += 1
        self.counts["fields"] += len(shown.names)
        answer = self.post(address, form, {})
        if answer is not None and answer.status_code == 200 and form.method == "post":
            self.walk_forms(page, answer)  # what the page asks next

    def send_values(self) -> None:
        """Send the forms that were walked with every value for every name, and with one bad field at a time.

        A field by the same name in another form is read in the same way, and what a field makes of a value it
        makes in every field of its kind: what has been sent so is not sent again, but by itself in every form.
        """
        values = list(VALUES.values())
        named = covering([set(shown.names.values()) for shown in self.shown])
        kinds = covering([shown.kinds for shown in self.shown])
        for shown, new, new_kinds in zip(self.shown, named, kinds, strict=True):
            if shown.actor != self.actor:
                self.be(shown.actor, shown.membership)
            mine = [
                name for name, alike in shown.names.items() if alike in new or shown.form.fields[name].kind in new_kinds
            ]
            # By a bad word for which form it is, no other field would be read.
            fields, which = [one for one in mine if one != "form"], [one for one in mine if one == "form"]
            for together in (fields, which):
                turns = range(len(values) if new_kinds else SAMPLE) if together else ()
                begun = self.dice.randrange(len(values))
                for turn in turns:
                    sent = {name: values[(begun + turn + at) % len(values)] for at, name in enumerate(together)}
                    self.post(shown.address, shown.form, sent)
            for name in shown.names:
                if name not in READ_IN_ONE_PLACE:
                    for value in self.dice.sample(values, min(self.singles, len(values))):
                        self.post(shown.address, shown.form, {name: value})

    def post(self, address: str, form: Form, bad: dict[str, object]) -> HttpResponse | None:
        """Send a form as filled in, but for the fields that are sent something bad."""
        data: dict[str, object] = {}
        raw: list[str] = []
        for one in form.fields.values():
            value = str(self.membership.pk) if one.name == "acting_as" else bad.get(one.name, one.value)
            if isinstance(value, bytes):
                raw.append(f"{one.name}={value.decode()}")
            elif value is not None:
                data[one.name] = value
        said = {name: next(key for key, one in VALUES.items() if one is value) for name, value in bad.items()}
        where = f"{address} [{form.fixed}] {said}"
        files = {name for name, value in data.items() if value is FILE}
        if form.method != "post":
            return self.at(f"{address.partition('?')[0]}?{'&'.join([urlencode(data, doseq=True), *raw])}")
        if files:
            sent = {name: SimpleUploadedFile("x.exe", FILE) if name in files else data[name] for name in data}
            return self.ask("post", where, lambda: self.client.post(address, sent))
        body = "&".join([urlencode(data, doseq=True), *raw])
        return self.ask("post", where, lambda: self.client.post(address, body, content_type=TYPED))

    def walk_address(self, page: Page, known: dict[str, str]) -> None:
        """Ask for a page with bad numbers in its address, and with each bad value of each name it reads."""
        for kind, name in re.findall(r"<(\w+):(\w+)>", page.route):
            for bad in BAD_IDS:
                address = put_in(page.route, {**known, name: bad})
                # What no pattern takes is answered in one place for all pages.
                if is_taken(address):
                    self.at(address)
                elif (kind, bad) not in self.unknown:
                    self.unknown.add((kind, bad))
                    self.at(address)
        values = [quoted(value) for value in VALUES.values()]
        for turn in range(len(values) if page.asks else 0):
            asked = [f"{name}={values[(turn + at) % len(values)]}" for at, name in enumerate(page.asks)]
            self.at(f"{page.address}?{'&'.join(asked)}")

    def at(self, address: str) -> HttpResponse | None:
        path, _mark, query = address.partition("?")
        return self.ask(
            "address", address, lambda: self.client.get(unquote_to_bytes(path).decode("latin-1"), QUERY_STRING=query)
        )


def covering(of_form: list[set[str]]) -> list[set[str]]:
    """Return what of each form is new, so that all is in one form each, in few forms in all."""
    left = set().union(*of_form)
    chosen: list[set[str]] = [set() for _one in of_form]
    while left:
        most = max(range(len(of_form)), key=lambda at: len(of_form[at] & left))
        chosen[most] = of_form[most] & left
        left -= of_form[most]
    return chosen


def is_taken(address: str) -> bool:
    """Tell whether a pattern of ours takes an address."""
    with suppress(Resolver404):
        return bool(resolve(unquote(address)))
    return False


def quoted(value: object) -> str:
    """Write a value as it stands in a query."""
    if isinstance(value, list):
        return "&x=".join(quote(one) for one in value)
    return value.decode() if value is not FILE and isinstance(value, bytes) else quote(str(value or "")[:1000])
