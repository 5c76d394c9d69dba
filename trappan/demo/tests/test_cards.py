"""The tour's cards, also when what they show is gone."""

import pytest
from django.urls import reverse

from trappan.demo.cards import CARDS

pytestmark = pytest.mark.django_db


def test_a_card_whose_example_is_gone_says_so_on_the_tour(client):
    """Anybody may change the demo's town: people leave, and names are put right."""
    for card in CARDS:
        if card.colleague:
            answer = client.post(reverse("demo:enter", args=[card.key]), follow=True)
            assert answer.redirect_chain == [(reverse("demo:tour"), 302)], card.key
            assert "finns inte längre i staden" in answer.content.decode(), card.key
