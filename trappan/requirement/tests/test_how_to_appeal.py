"""A decision that says no says how to appeal, on its page and on its paper, in the words of the rules of its day."""

import re
from datetime import timedelta

import pytest

from trappan.documents.testing import said
from trappan.requirement.models import Decision
from trappan.requirement.testing import decided, found, on_its_way
from trappan.rules.models import RuleSet
from trappan.schedules.testing import set_today
from trappan.testing import TODAY, sign_in

DECISION = {"form": "decide", "decide-decided_on": str(TODAY), "decide-sent_to": "Personen"}


@pytest.mark.parametrize(("outcome", "told"), [("refused", True), ("reduced", True), ("granted", False)])
def test_page_paper_and_receipt_agree_on_how_to_appeal(chain, client, outcome, told):
    found(chain)
    grounds, worker = on_its_way(chain), chain[0].social_worker
    sign_in(client, worker)
    page = f"/grounds/{grounds.pk}/"
    sent = {"acting_as": worker.pk, **DECISION, "decide-outcome": outcome, "decide-reason": "Skäl"}
    shown = client.post(page, sent, follow=True).content.decode()
    assert ("Hur man överklagar står på den här sidan" in shown) == told
    paper = said(client.get(f"{page}pdf/").content)
    for words in ("Det ska ha kommit in inom tre veckor", "Vi hjälper dig om du ber om det"):
        assert (words in shown) == told
        assert (words in paper) == told


def test_it_is_what_the_rules_of_the_decision_s_day_said(chain, client):
    found(chain)
    grounds, worker = on_its_way(chain), chain[0].social_worker
    before = RuleSet.objects.get(valid_to=None)
    tomorrow = TODAY + timedelta(days=1)
    RuleSet.objects.filter(pk=before.pk).update(
        valid_to=tomorrow, parameters={**before.parameters, "how_to_appeal": "Skriv till oss.\nVi hjälper dig."}
    )
    later = {**before.parameters, "how_to_appeal": "Ring oss."}
    RuleSet.objects.create(name="Nya", valid_from=tomorrow, source="Prov", parameters=later)
    decided(grounds, worker)
    set_today(tomorrow)
    sign_in(client, worker)
    shown = client.get(f"/grounds/{grounds.pk}/").content.decode()
    paper = said(client.get(f"/grounds/{grounds.pk}/pdf/").content)
    assert "<p>Skriv till oss.</p>" in shown
    assert "Skriv till oss." in paper
    assert "Vi hjälper dig." in paper
    assert "Ring oss." not in shown + paper


def test_signs_that_no_paper_shows_are_told_of_before_the_decision_is_saved(chain, client):
    found(chain)
    grounds, worker = on_its_way(chain), chain[0].social_worker
    sign_in(client, worker)
    page = f"/grounds/{grounds.pk}/"
    sent = {"acting_as": worker.pk, **DECISION, "decide-outcome": "refused", "decide-reason": "Skäl 😀"}
    first = client.post(page, sent)
    assert first.status_code == 422
    assert "😀 går inte att skriva ut" in first.content.decode()
    assert not Decision.objects.exists()
    seen = re.search(r'name="decide-signs_seen" value="([^"]*)"', first.content.decode())[1]
    assert client.post(page, {**sent, "decide-signs_seen": seen}).status_code == 302
    assert Decision.objects.get().reason == "Skäl 😀"
    paper = said(client.get(f"{page}pdf/").content)
    assert "Skäl □" in paper
    assert "□ står för ett tecken" in paper
