"""The way in by an eID: OpenID Connect towards a service that the municipality trusts (docs/decisions.md).

Nothing of it is an account of the sign-in library, nor in a session: what was asked waits in a signed cookie of the
browser that asked, and the personal number is read in the answer, handed to the database and forgotten.
"""

import logging
import math
import re
import secrets
import time
from dataclasses import asdict, dataclass
from typing import Any

import jwt
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.providers.oauth2.client import OAuth2Client, OAuth2Error
from allauth.socialaccount.providers.oauth2.utils import generate_code_challenge
from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from requests import RequestException

logger = logging.getLogger(__name__)

COOKIE, SALT = "trappan_eid", "trappan.portal.eid"
# For how long whoever has pressed the button may be at the service.
LASTS = 60 * 10
# Signed with a key of which the service publishes the half that others may have.
ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"]
NUMBER = re.compile("[0-9]{12}")
# How far the service's clock may be from ours, in seconds.
APART = 60
# For how many seconds this process remembers how the service says that it is spoken with, and its keys; for how many
# that it does not answer; and how old keys may be that lack the one of an answer, before they are asked for anew.
REMEMBERED, DOWN, KEYS_HOLD = 300, 5, 10
# Of how many addresses: those of one service are two.
MOST = 8
# What a service that is down, or answers otherwise than agreed, comes to.
WRONG = (RequestException, OAuth2Error, jwt.PyJWTError, KeyError, TypeError, ValueError)


class NoAnswer(Exception):
    """The service does not answer, or not as it should."""


class StillDown(ValueError):
    """The service did not answer some seconds ago."""


class OtherService(ValueError):
    """What has answered is not the service that was named."""


class OtherQuestion(ValueError):
    """The answer is to another question."""


class ForOthers(ValueError):
    """The answer is to others too."""


class SignedInBefore(ValueError):
    """Nobody has signed in at the service since it was asked, or it does not say when: it may be the one before."""


class NoNumber(ValueError):
    """The service names no personal number: it is set up wrongly."""


@dataclass(frozen=True)
class Asked:
    """What was asked of the service: kept by the browser that asked, until it comes back.

    Also when, in seconds of the real clock, whether the device is borrowed, and the own page that somebody was on the
    way to.
    """

    state: str
    nonce: str
    verifier: str
    at: int
    shared: bool
    page: str


@dataclass(frozen=True)
class Answer:
    """The personal number, in twelve figures, of whose eID it is, empty where none is said; its level of assurance."""

    number: str
    level: str


def ask(request: HttpRequest, *, shared: bool, page: str) -> tuple[str, Asked]:
    """Return the address at the service to go to, and what is kept until the answer; NoAnswer where it is down."""
    proof = generate_code_challenge()
    state, nonce = secrets.token_urlsafe(32), secrets.token_urlsafe(32)
    asked = Asked(state, nonce, proof.pop("code_verifier"), int(time.time()), shared, page)
    try:
        service = described(request)
        client = client_of(request, service)
        client.state = asked.state
        about = {**settings.EID["asked"], **proof, "nonce": asked.nonce}
        address: str = client.get_redirect_url(service["authorization_endpoint"], settings.EID["scope"], about)
    except WRONG as error:
        tell(error)
        raise NoAnswer from error
    return address, asked


def answer_of(request: HttpRequest, asked: Asked) -> Answer:
    """Fetch what the service answers for the code that the browser has brought; NoAnswer where it does not hold.

    Signed by the service, for this installation, just now, for this question, of somebody who has signed in since it
    was asked: what is read nowhere else. The browser carries what asks the service for the latter, and may drop it.
    """
    try:
        service = described(request)
        if request.GET.get("iss", settings.EID["issuer"]).rstrip("/") != settings.EID["issuer"].rstrip("/"):
            raise OtherService
        told = client_of(request, service).get_access_token(request.GET["code"], asked.verifier)
        claims = read(request, service, told["id_token"])
        if not secrets.compare_digest(str(claims["nonce"]), asked.nonce):
            raise OtherQuestion
        shown = claims.get("auth_time")
        if not isinstance(shown, int) or shown < asked.at - APART:
            raise SignedInBefore
    except WRONG as error:
        tell(error)
        raise NoAnswer from error
    number = str(claims.get(settings.EID["claim"], "")).replace("-", "")
    if not NUMBER.fullmatch(number):
        tell(NoNumber())
        number = ""
    return Answer(number, str(claims.get("acr", "")))


def tell(error: Exception) -> None:
    """Write to the installation's log of which kind a failure is; never its words, which may quote an answer."""
    logger.warning("The eID service: %s.%s", type(error).__module__, type(error).__qualname__)


def read(request: HttpRequest, service: dict[str, Any], signed: str) -> dict[str, Any]:
    """Return what stands in a signed answer that is the service's, and for us alone."""
    claims: dict[str, Any] = jwt.decode(
        signed,
        key=key_of(request, service, jwt.get_unverified_header(signed)["kid"]),
        algorithms=ALGORITHMS,
        audience=settings.EID["client"],
        issuer=service["issuer"],
        leeway=APART,
        options={"require": ["exp", "iat", "aud", "iss", "sub"]},
    )
    if claims["aud"] not in (settings.EID["client"], [settings.EID["client"]]):
        raise ForOthers
    return claims


def key_of(request: HttpRequest, service: dict[str, Any], name: str) -> jwt.PyJWK:
    """Return the service's key of a name; asked for anew where it is none of those that are remembered."""
    for within in (REMEMBERED, KEYS_HOLD):
        known = jwt.PyJWKSet.from_dict(remembered(request, service["jwks_uri"], within)).keys
        if found := [key for key in known if key.key_id == name]:
            return found[0]
    raise KeyError(name)


def described(request: HttpRequest) -> dict[str, Any]:
    """Return how the service says that it is spoken with."""
    address = f"{settings.EID['issuer'].rstrip('/')}/.well-known/openid-configuration"
    found = remembered(request, address, REMEMBERED)
    if found["issuer"].rstrip("/") != settings.EID["issuer"].rstrip("/"):
        raise OtherService
    return found


# What lay at an address of the service, or nothing where it did not answer, and when that was asked.
known_now: dict[str, tuple[float, dict[str, Any] | None]] = {}


def remembered(request: HttpRequest, address: str, within: int) -> dict[str, Any]:
    """Return what lies at an address of the service, as it was said within so many seconds; or ask, and remember.

    Strangers may ask us, as often as they are let: the service hears of few of them.
    """
    at, found = known_now.get(address, (-math.inf, None))
    past = time.monotonic() - at
    if found is not None and past < within:
        return found
    if found is None and past < DOWN:
        raise StillDown
    found = None
    try:
        found = fetched(request, address)
    finally:
        if len(known_now) >= MOST:
            known_now.clear()
        known_now[address] = time.monotonic(), found
    return found


def fetched(request: HttpRequest, address: str) -> dict[str, Any]:
    """Return what lies at an address of the service; waited for no longer than the library waits."""
    library: Any = get_adapter(request)
    with library.get_requests_session() as session:
        answer = session.get(address)
        answer.raise_for_status()
        found: dict[str, Any] = answer.json()
        return found


def client_of(request: HttpRequest, service: dict[str, Any]) -> Any:
    """Return the library's client of the service, which comes back to our own address."""
    ways = service.get("token_endpoint_auth_methods_supported", [])
    return OAuth2Client(
        request,
        settings.EID["client"],
        settings.EID["secret"],
        "POST",
        service["token_endpoint"],
        request.build_absolute_uri(reverse("portal:eid_back")),
        basic_auth="client_secret_post" not in ways,
    )


def end_address(request: HttpRequest) -> str:
    """Return where one signs out of the service itself; nothing where it has no such place, or is down."""
    try:
        ends: str = described(request)["end_session_endpoint"]
    except WRONG as error:
        tell(error)
        return ""
    return f"{ends}?client_id={settings.EID['client']}"


def keep(response: HttpResponse, asked: Asked) -> None:
    """Let the browser keep what was asked until it comes back, for the way in alone."""
    response.set_cookie(
        COOKIE,
        signing.dumps(asdict(asked), salt=SALT),
        max_age=LASTS,
        path=reverse("portal:eid"),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def kept(request: HttpRequest) -> Asked | None:
    """Return what this browser has asked for and the answer says that it answers; nothing where that does not hold."""
    try:
        asked = Asked(**signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=LASTS))
    except (signing.BadSignature, TypeError):
        return None
    return asked if secrets.compare_digest(asked.state.encode(), request.GET.get("state", "").encode()) else None


def let_go(response: HttpResponse) -> None:
    """Take from the browser what it kept: an answer is taken once."""
    response.delete_cookie(COOKIE, path=reverse("portal:eid"), samesite="Lax")
