"""Help inside the product: each role's guide with its pictures, and the pages that anybody may read."""

import re

import pytest
from django.urls import reverse

from trappan.desk.guide import NAMES, OF_ROLE, drawn
from trappan.secrecy.scopes import Role
from trappan.staff.testing import make_colleague, make_unit
from trappan.testing import markup, sign_in

pytestmark = pytest.mark.django_db


def test_every_role_has_a_guide_of_its_own():
    assert set(OF_ROLE) == set(Role.values)
    assert all("<h1>" in drawn(name) for name in NAMES)


@pytest.mark.parametrize("role", Role.values)
def test_the_footer_leads_to_the_guide_of_ones_role_and_every_link_and_picture_in_it_opens(client, role):
    sign_in(client, make_colleague(role, make_unit("site" if role in ("supervisor", "site_leader") else "guidance")))
    assert f'href="{reverse("desk:own_guide")}"' in markup(client.get(reverse("desk:accessibility")))
    page = markup(client.get(reverse("desk:own_guide")))
    shown = page[page.index('<article class="prose"') : page.index("</article>")]
    assert "<h1>" in shown
    led = re.findall(r'href="(/[^"#]+)', shown)
    pictures = re.findall(r'<img src="([^"]+)" alt="([^"]+)"', shown)
    for address in [*led, *(source for source, _said in pictures)]:
        assert client.get(address).status_code == 200, address


@pytest.mark.parametrize("name", ["../settings", "nobody", "README.md"])
def test_no_other_file_is_a_guide(client, name):
    sign_in(client, make_colleague("auditor", make_unit("guidance")))
    assert client.get(f"/help/{name}/").status_code == 404
    assert client.get(f"/help/pictures/{name}.png").status_code == 404


@pytest.mark.parametrize("page", ["accessibility", "personal_data"])
def test_what_anybody_may_ask_is_answered_before_sign_in(client, page, settings):
    settings.CONTACT = "tillganglighet@kommun.example"
    answer = client.get(reverse(f"desk:{page}"))
    assert answer.status_code == 200
    assert 'href="mailto:tillganglighet@kommun.example"' in markup(answer)
    settings.CONTACT = ""
    assert "kontaktcenter" in markup(client.get(reverse(f"desk:{page}")))


def test_the_guide_is_for_those_who_work_here(client):
    assert client.get(reverse("desk:own_guide")).status_code == 302


def test_a_guide_draws_no_html_of_its_own(tmp_path, monkeypatch):
    (tmp_path / "README.md").write_text("# Hej\n\n<script>alert(1)</script>\n")
    monkeypatch.setattr("trappan.desk.guide.FOLDER", tmp_path)
    drawn.cache_clear()
    try:
        assert "<script>" not in drawn("README")
    finally:
        drawn.cache_clear()
