"""What the eID service has signed is believed: of itself, for us, just now, to this question; all else is no answer."""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key

from trappan import environment
from trappan.portal import eid
from trappan.testing import WebClient, text

pytestmark = pytest.mark.django_db
LEVEL, CLIENT = "http://id.elegnamnden.se/loa/1.0/loa3", "trappan-eid"
NOBODY, DOWN = "Här finns inga sidor för dig just nu", "Tjänsten för inloggning svarar inte"
OURS, STRANGERS = (generate_private_key(65537, 2048) for _one in range(2))


class Service(BaseHTTPRequestHandler):
    """A service that signs whatever a test says; `signed` is the answer that it gives next."""

    signed = ""
    described_as = ""
    keys_named = "one"
    asked_for: ClassVar[list[str]] = []

    def do_GET(self):  # the library's name
        self.asked_for.append(self.path)
        key = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(OURS.public_key()))
        here = f"http://127.0.0.1:{self.server.server_port}"
        about = {"issuer": self.described_as or here, "jwks_uri": f"{here}/keys"}
        about |= {"authorization_endpoint": f"{here}/auth", "token_endpoint": f"{here}/token"}
        self.say({"keys": [{**key, "kid": self.keys_named, "use": "sig"}]} if self.path == "/keys" else about)

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        self.say({"access_token": "x", "token_type": "Bearer", "id_token": self.signed})

    def say(self, what):
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(what).encode())

    def log_message(self, *args):
        """Say nothing."""


@pytest.fixture(scope="module")
def address():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Service)
    threading.Thread(target=server.serve_forever, name="service", daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def service(address, settings, monkeypatch, today):
    for part, value in {"": address, "_CLIENT": CLIENT, "_SECRET": "x", "_LEVELS": LEVEL}.items():
        monkeypatch.setenv(f"TRAPPAN_EID{part}", value)
    settings.EID = environment.eid(named=False)
    eid.known_now.clear()
    Service.asked_for.clear()
    return address


def answered(monkeypatch, service, key=OURS, kid="one", algorithm="RS256", more="", **claims):
    """Ask, let the service sign an answer with these claims instead of right ones, and return what we say of it."""
    web = WebClient()
    asked = parse_qs(urlsplit(web.post("/me/eid/", {"next": ""}).url).query)
    now = int(time.time())
    right = {"iss": service, "aud": CLIENT, "sub": "1", "iat": now, "exp": now + 60, "auth_time": now, "acr": LEVEL}
    said = {**right, "nonce": asked["nonce"][0], "https://id.oidc.se/claim/personalIdentityNumber": "199001012385"}
    said = {name: value for name, value in (said | claims).items() if value is not None}
    monkeypatch.setattr(Service, "signed", jwt.encode(said, key, algorithm=algorithm, headers={"kid": kid}))
    return text(web.get(f"/me/eid/back/?code=x&state={asked['state'][0]}{more}"))


def test_what_is_as_it_should_be_is_believed(service, monkeypatch):
    assert NOBODY in answered(monkeypatch, service), "the database was asked whose the number is"
    assert NOBODY in answered(monkeypatch, service, aud=[CLIENT])
    assert NOBODY in answered(monkeypatch, service, more=f"&iss={service}")


@pytest.mark.parametrize(
    "claims",
    [
        {"nonce": "another"},
        {"nonce": None},
        {"aud": "trappan"},
        {"aud": [CLIENT, "trappan"]},
        {"iss": "https://other.example"},
        {"exp": 1},
        {"exp": None},
        {"sub": None},
        {"auth_time": None},
        {"auth_time": int(time.time()) - 600},
        {"auth_time": "now"},
        {"auth_time": float("inf")},
        {"key": STRANGERS},
        {"kid": "two"},
        {"key": "", "algorithm": "none"},
        {"key": "x" * 32, "algorithm": "HS256"},
        {"more": "&iss=https://other.example"},
    ],
)
def test_what_is_not_is_no_answer(service, monkeypatch, claims):
    assert DOWN in answered(monkeypatch, service, **claims)


def test_a_service_that_calls_itself_another_is_not_asked(service, monkeypatch):
    monkeypatch.setattr(Service, "described_as", "https://other.example")
    assert WebClient().post("/me/eid/", {"next": ""}).status_code == 503


def test_no_level_is_too_low(service, monkeypatch):
    assert "Den e-legitimationen räcker inte här" in answered(monkeypatch, service, acr=None)


def test_the_service_is_asked_once_how_it_is_spoken_with(service, monkeypatch):
    for _one in range(3):
        assert NOBODY in answered(monkeypatch, service)
        WebClient().get("/me/eid/out/")
    assert Service.asked_for == ["/.well-known/openid-configuration", "/keys"]


def test_a_key_that_the_service_has_changed_is_asked_for(service, monkeypatch):
    assert NOBODY in answered(monkeypatch, service)
    monkeypatch.setattr(Service, "keys_named", "two")
    assert DOWN in answered(monkeypatch, service, kid="two"), "not for each answer, within some seconds"
    monkeypatch.setattr(eid, "KEYS_HOLD", 0)
    assert NOBODY in answered(monkeypatch, service, kid="two")
    assert Service.asked_for.count("/keys") == 2


def test_that_the_service_is_down_is_remembered_for_some_seconds(service, monkeypatch, settings):
    settings.EID = {**settings.EID, "issuer": f"{service}/elsewhere"}
    tries = []
    ask = eid.fetched
    monkeypatch.setattr(eid, "fetched", lambda request, address: tries.append(address) or ask(request, f"{address}:0"))
    monkeypatch.setattr(Service, "do_GET", lambda self: self.send_error(500))
    assert [WebClient().post("/me/eid/", {"next": ""}).status_code for _one in range(3)] == [503] * 3
    assert len(tries) == 1
    monkeypatch.setattr(eid, "DOWN", 0)
    WebClient().post("/me/eid/", {"next": ""})
    assert len(tries) == 2


def test_what_is_remembered_is_little(service, monkeypatch):
    for one in range(eid.MOST):
        eid.known_now[f"https://{one}.example"] = 0, None
    answered(monkeypatch, service)
    assert len(eid.known_now) <= eid.MOST


def test_the_log_says_of_which_kind_a_failure_was_and_nothing_of_it(service, monkeypatch, caplog):
    answered(monkeypatch, service, nonce="199001012385")
    answered(monkeypatch, service, aud="199001012385")
    assert [one.getMessage() for one in caplog.records if one.name == "trappan.portal.eid"] == [
        "The eID service: trappan.portal.eid.OtherQuestion",
        "The eID service: jwt.exceptions.InvalidAudienceError",
    ]
    assert "199001012385" not in caplog.text
