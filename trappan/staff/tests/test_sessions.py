"""What is answered late under an ended session takes nothing from the one that has begun since."""

import pytest

from trappan.staff.testing import make_colleague
from trappan.testing import sign_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("asked_as", "told"), [("document", True), ("image", False), ("script", False), ("empty", False)]
)
def test_an_ended_session_is_told_to_a_page_alone(client, today, settings, asked_as, told):
    jonna = make_colleague("consultant")
    sign_in(client, jonna)
    client.session.flush()
    answer = client.get("/people/", headers={"Sec-Fetch-Dest": asked_as})
    assert answer.status_code == 302
    gone = answer.cookies.get(settings.SESSION_COOKIE_NAME)
    assert (gone is not None and gone.value == "") is told
