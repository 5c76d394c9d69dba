"""The page of places to come: every week, three shades, a picture with axes, and pages where there are many sites."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trappan.activities.models import Activity
from trappan.activities.views.activity import PAGE
from trappan.activities.views.forecast import MOST_LINES, SHAPES, Week, chart
from trappan.staff.testing import make_colleague, make_organisation, make_unit
from trappan.testing import sign_in

weeks = st.lists(
    st.builds(Week, st.integers(1, 53), st.integers(0, 9000), st.integers(0, 9000)), min_size=1, max_size=26
)


@given(weeks, st.sampled_from(SHAPES))
def test_the_picture_holds_every_bar_between_its_lines(found, shape):
    drawn = chart(found, 0, *shape)
    assert 2 <= len(drawn.lines) <= MOST_LINES + 1
    top, ground = float(drawn.lines[-1][0]), float(drawn.lines[0][0])
    assert drawn.lines[0][1] == 0
    assert drawn.lines[-1][1] >= max(week.free for week in found)
    for week, bar in zip(found, drawn.bars, strict=True):
        high = float(bar.own_high) + float(bar.partner_high)
        assert abs(float(bar.partner_y) + high - ground) < 0.3
        assert float(bar.partner_y) >= top - 0.1
        assert abs(high - week.free * (ground - top) / drawn.lines[-1][1]) < 0.3
        assert 0 <= float(bar.x) < float(bar.x) + float(bar.wide) <= drawn.right + 0.1


def make_places(code, places, **about):
    about.setdefault("unit", make_unit("site"))
    return Activity.objects.create(
        code=code, name=f"Plats {code}", kind="workplace", places=places, starts_on=date(2021, 1, 1), **about
    )


@pytest.mark.django_db
def test_every_week_is_told_in_one_of_three_shades_and_in_a_number(client, today):
    for places in (0, 1, 2, 3):
        make_places(str(places), places)
    make_places("vinter", 4, season_from=5, season_to=6)
    sign_in(client, make_colleague("consultant"))
    page = client.get("/places/weeks/").content.decode()
    rows = dict(re.findall(r"(Plats \w+)\s*</a>.*?(<td.*?)</tr>", page, re.DOTALL))
    told = {name: re.findall(r"data-room=\"(\w+)\">\s*(\d+)", row) for name, row in rows.items()}
    assert told["Plats 0"] == [("full", "0")] * 26
    assert told["Plats 1"] == [("few", "1")] * 26
    assert told["Plats 2"] == [("few", "2")] * 26
    assert told["Plats 3"] == [("free", "3")] * 26
    assert len(told["Plats vinter"]) + rows["Plats vinter"].count("–") == 26
    assert len(told["Plats vinter"]) == 1, "the only week that reaches May, within half a year"


@pytest.mark.django_db
def test_the_picture_says_what_it_is_and_what_it_shows(client, today):
    make_places("a", 3)
    make_places("b", 2, unit=make_unit("site", make_organisation("Stadsmissionen", kind="partner", basis="provider")))
    sign_in(client, make_colleague("consultant"))
    page = client.get("/places/weeks/").content.decode()
    assert page.count('role="img"') == 2, "wide and narrow"
    for key in range(2):
        assert f'aria-labelledby="t-picture-{key} d-picture-{key}"' in page
        assert f'<title id="t-picture-{key}">Lediga platser per vecka</title>' in page
    assert "Vecka 46: 5." in re.sub(r"\s+", " ", page)
    assert re.search(r">\s*v 46\s*</text>", page)


@pytest.mark.django_db
def test_many_sites_come_a_page_at_a_time_and_the_picture_is_of_the_page(client, today, django_assert_max_num_queries):
    site = make_unit("site")
    for number in range(PAGE + 3):
        make_places(f"{number:03}", 1, unit=site)
    sign_in(client, make_colleague("consultant"))
    with django_assert_max_num_queries(16):  # four of them open and close the transaction
        first = client.get("/places/weeks/").content.decode()
    assert "Arbetsplatserna på den här sidan tillsammans" in first
    assert first.count("Plats 0") == PAGE
    following = re.search(r'href="(\?after=\d+)"', first)[1]
    second = client.get(f"/places/weeks/{following}").content.decode()
    assert [number for number in range(PAGE + 3) if f"Plats {number:03}" in second] == [50, 51, 52]
    assert client.get("/places/weeks/?after=x").status_code == 200
