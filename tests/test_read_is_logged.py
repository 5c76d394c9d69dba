"""Whoever sees a name leaves an entry: each page is opened, and what it showed is compared with the log."""

import re

import pytest
from django.urls import reverse

from tests.test_addresses import ours, texts_of
from trappan.history.models import Event
from trappan.history.words_of_rooms import log_words
from trappan.secrecy.rights import RIGHTS
from trappan.testing import sign_in, text

pytestmark = pytest.mark.django_db


def lists():
    """Return the addresses of pages that need no row: start page, lists, what is written anew."""
    return {
        name: reverse(name)
        for name, page in ours()
        if hasattr(page.callback, "right") and not page.pattern.converters and not texts_of(page)
    }


def open_to(membership, addresses):
    """Return the pages whose right the colleague's role carries; test_pages has what the others answer."""
    rights = {name: getattr(page.callback, "right", "") for name, page in ours()}
    for name, url in addresses.items():
        if not rights[name] or membership.role in RIGHTS[rights[name]]:
            yield name, url


# What waits for a colleague, some rows a box, each of which leads to a page that leaves its own entry.
OWN_DAY = {"desk:start"}


@pytest.mark.long
def test_a_page_that_shows_a_name_leaves_an_entry_and_every_verb_of_the_log_has_words(client, world, pages):
    """Of what was recorded by any function or page, not only of what a search of the code finds."""
    person, actors = world
    unseen, shown = set(), set()
    for actor, membership in actors.items():
        sign_in(client, membership)
        for name, url in open_to(membership, {**pages, **lists()}):
            before = Event.objects.order_by("-id").values_list("id", flat=True).first()
            answer = client.get(url)
            if (
                answer.status_code != 200
                or "pdf" in answer.headers["Content-Type"]
                or person.given_name not in text(answer)
            ):
                continue
            shown.add(name)
            if not Event.objects.filter(id__gt=before, kind__in=("read", "search"), actor=membership).exists():
                unseen.add((actor, name))
    assert {name for _actor, name in unseen} == OWN_DAY
    assert len(shown) > 30
    verbs = set(Event.objects.values_list("verb", flat=True))
    assert len(verbs) > 60
    assert verbs - set(log_words()) == set()


def test_every_title_says_whose_page_it_is(world, client, pages):
    """A template draws nothing for a name that it does not find: that would be a title of commas."""
    _person, actors = world
    empty = set()
    for actor in ("social worker of the unit", "consultant with the case", "supervisor at the site"):
        sign_in(client, actors[actor])
        for name, url in {**pages, **lists()}.items():
            for title in re.findall(r"<title>(.*?) – Trappan</title>", client.get(url).content.decode(errors="ignore")):
                empty |= {(name, title)} if not title.strip() or title.rstrip().endswith(",") else set()
    assert empty == set()
