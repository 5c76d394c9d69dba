"""What an installation says of itself in its environment: each thing is obeyed, or refused in one sentence.

Nothing is passed over: a parameter that Trappan does not know is a mistake of somebody who relies on it.
An installation that others reach names TRAPPAN_HOSTS, and must then say all that its safety rests on.
"""

import base64
import hashlib
import os
import secrets
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from trappan import postgres

SHORTEST_KEY, FEWEST_SIGNS = 50, 16
NAMES = {"web": "DATABASE_URL", "owner": "DATABASE_OWNER_URL", "nightly": "DATABASE_NIGHTLY_URL"}
HOOKS = {"email": "TRAPPAN_MAIL_HOOK", "sms": "TRAPPAN_SMS_HOOK", "mailbox": "TRAPPAN_MAILBOX_HOOK"}
# Where the Swedish profile of OpenID Connect has the personal number.
PERSONAL_NUMBER = "https://id.oidc.se/claim/personalIdentityNumber"
# What DATABASE_URL may say after its "?", handed to the driver as it stands.
OF_THE_CONNECTION = {
    "sslmode",
    "sslrootcert",
    "sslcert",
    "sslkey",
    "sslcrl",
    "channel_binding",
    "gssencmode",
    "target_session_attrs",
    "connect_timeout",
    "keepalives",
    "keepalives_idle",
    "keepalives_interval",
    "keepalives_count",
    "tcp_user_timeout",
    "host",
}


def value(name: str) -> str:
    """Return what the environment says, without the spaces around it; nothing where it is silent."""
    return os.environ.get(name, "").strip()


def hosts() -> list[str]:
    """Return the names under which others may ask for this installation."""
    named = [host.strip() for host in value("TRAPPAN_HOSTS").split(",") if host.strip()]
    for host in named:
        if host.startswith((".", "*")) or "/" in host or ":" in host:
            raise ImproperlyConfigured(
                f"TRAPPAN_HOSTS names {host!r}. Write each name in full, as trappan.kommun.example, without "
                "*, scheme or port: a page's links and its mail are made from it."
            )
    return named


def yes_or_no(name: str) -> bool:
    """Return whether something is turned on: by 1, and not by silence or 0; anything else is refused."""
    written = value(name)
    if written not in ("", "0", "1"):
        raise ImproperlyConfigured(f"{name} must be 1 or 0.")
    return written == "1"


def number(name: str, *, otherwise: int | None, least: int, most: int) -> int:
    """Return a whole number; `otherwise` where the environment is silent, and None refuses silence."""
    written = value(name)
    if not written and otherwise is not None:
        return otherwise
    if not (written.isdecimal() and written.isascii() and least <= int(written) <= most):
        raise ImproperlyConfigured(f"{name} must be a whole number from {least} to {most}.")
    return int(written)


def key(name: str, home: Path, *, named: bool) -> str:
    """Return a secret: the environment's, or one that this installation has made for itself.

    Refused: none where it must be named, one that is too short, and one of too few different signs.
    """
    written = value(name)
    if written or named:
        if len(written) < SHORTEST_KEY or len(set(written)) < FEWEST_SIGNS:
            raise ImproperlyConfigured(
                f"{name} must be at least {SHORTEST_KEY} characters when TRAPPAN_HOSTS is set, drawn by lot: "
                "python3 -c 'import secrets; print(secrets.token_urlsafe(64))' writes one."
            )
        return written
    note = home / name.removeprefix("TRAPPAN_").lower().replace("_", "-")
    if not note.exists():
        home.mkdir(parents=True, exist_ok=True)
        note.touch(mode=0o600)
        note.write_text(secrets.token_urlsafe(64))
    return note.read_text()


def cipher_key(secret: str) -> bytes:
    """Return the key with which secrets of second factors are locked, drawn from the installation's own."""
    return base64.urlsafe_b64encode(hashlib.sha256(b"second factors" + secret.encode()).digest())


def database(role: str, *, demo: bool) -> dict[str, Any]:
    """Return where and as whom to sign in: what NAMES names, or the embedded server.

    Refused: a web login that is the owner's, a worker's that is anybody else's, a parameter that is not known, and a
    demo, which signs anybody in, on another machine's database.
    """
    urls = {login: value(name) for login, name in NAMES.items()}
    if not any(urls.values()):
        return {"HOST": str(postgres.Server(postgres.home()).socket), "NAME": "trappan", "USER": f"trappan_{role}"}
    if not urls[role]:
        raise ImproperlyConfigured(f"{NAMES[role]} must be set for this command.")
    places = {name: place_of(url, name) for name, url in urls.items() if url}
    users = [place["USER"] for place in places.values()]
    if "nightly" in places and users.count(places["nightly"]["USER"]) > 1:
        raise ImproperlyConfigured(
            "DATABASE_NIGHTLY_URL signs in as the owner or as the web: no page may become the worker. "
            "Name trappan_nightly there, which `trappan migrate` makes."
        )
    if len(set(users)) < len(users):
        raise ImproperlyConfigured(
            "DATABASE_URL signs in as the owner of the database, whom no rule of secrecy binds. "
            "Name trappan_web there, which `trappan migrate` makes."
        )
    if demo and not is_here(places[role]):
        raise ImproperlyConfigured("The demo signs anybody in: it runs on a database of this machine alone.")
    return places[role]


def place_of(url: str, role: str) -> dict[str, Any]:
    """Read one address of a database, parameters and all."""
    parts = urlsplit(url)
    name = NAMES[role]
    if parts.scheme not in ("postgres", "postgresql") or not parts.path.strip("/"):
        raise ImproperlyConfigured(f"{name} must read postgresql://USER:PASSWORD@HOST/DATABASE.")
    options = dict(parse_qsl(parts.query, keep_blank_values=True))
    if odd := sorted(set(options) - OF_THE_CONNECTION):
        raise ImproperlyConfigured(f"{name} has a parameter that Trappan does not know: {', '.join(odd)}.")
    place = {
        "HOST": options.pop("host", "") or parts.hostname or "",
        "PORT": str(port_of(parts, name) or ""),
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or f"trappan_{role}"),
        "PASSWORD": unquote(parts.password or ""),
    }
    return {**place, "OPTIONS": options} if options else place


def port_of(parts: SplitResult, name: str) -> int | None:
    try:
        return parts.port
    except ValueError:
        raise ImproperlyConfigured(f"{name} has a port that is no number from 0 to 65535.") from None


def is_here(place: dict[str, Any]) -> bool:
    """Tell whether a database is this machine's: by its socket, or by an address that leads back here."""
    host = place["HOST"]
    if not host or host.startswith(("/", "@")) or host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def mail(home: Path, *, named: bool) -> dict[str, Any]:
    """Return how mail is sent: by the server in TRAPPAN_MAIL, or as files in this installation's own folder.

    `smtp://` speaks STARTTLS, `smtps://` TLS from the start; nothing goes in clear but to this machine. No
    link is ever written where a log is kept.
    """
    written = value("TRAPPAN_MAIL")
    sender = value("TRAPPAN_MAIL_FROM")
    if not written:
        if named:
            raise ImproperlyConfigured(
                "TRAPPAN_MAIL must name a mail server when TRAPPAN_HOSTS is set, as smtp://USER:PASSWORD@HOST:587: "
                "links for new passwords go by mail, and never to a log."
            )
        return {
            "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
            "EMAIL_FILE_PATH": home / "mail",
            "DEFAULT_FROM_EMAIL": sender or "trappan@localhost",
        }
    parts = urlsplit(written)
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname or parts.query or parts.path.strip("/"):
        raise ImproperlyConfigured("TRAPPAN_MAIL must read smtp://USER:PASSWORD@HOST:587 or smtps://….")
    if "@" not in sender:
        raise ImproperlyConfigured("TRAPPAN_MAIL_FROM must name the address that mail comes from.")
    from_the_start = parts.scheme == "smtps"
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": port_of(parts, "TRAPPAN_MAIL") or (465 if from_the_start else 587),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": from_the_start,
        "EMAIL_USE_TLS": not from_the_start and not is_here({"HOST": parts.hostname}),
        "EMAIL_TIMEOUT": 10,
        "DEFAULT_FROM_EMAIL": sender,
    }


def sms(home: Path, *, named: bool) -> dict[str, str]:
    """Return how text messages are sent: by the service in TRAPPAN_SMS, or as files in this installation's own folder.

    `https://USER:PASSWORD@host/path` takes a POST of JSON (to, from, text, key) with the key as Idempotency-Key, and
    answers 2xx when it has it. Where others reach the installation and no service is named, no way is set.
    """
    return {**service("TRAPPAN_SMS", home / "sms", named=named), "sender": value("TRAPPAN_SMS_FROM") or "Trappan"}


def mailbox(home: Path, *, named: bool) -> dict[str, str]:
    """Return how digital mailboxes are reached: by the service in TRAPPAN_MAILBOX, or as files in a folder.

    `https://USER:PASSWORD@host/path` takes POSTs of JSON: at /reachable a number, answered by whether the person takes
    messages from us; at /messages the message (number, subject, text, key) with the key as Idempotency-Key, answered
    2xx when it has it. Where others reach the installation and no service is named, no way is set.
    """
    return service("TRAPPAN_MAILBOX", home / "mailbox", named=named)


def service(name: str, folder: Path, *, named: bool) -> dict[str, str]:
    """Return where a service that messages go by is, and by which login; or the folder that stands in for it."""
    written = value(name)
    if not written:
        return {"url": "", "login": "", "folder": "" if named else str(folder)}
    parts = urlsplit(written)
    here = is_here({"HOST": parts.hostname or "?"}) and not named
    if not parts.hostname or (parts.scheme != "https" and not (here and parts.scheme == "http")):
        raise ImproperlyConfigured(f"{name} must read https://USER:PASSWORD@HOST/PATH.")
    login = f"{unquote(parts.username)}:{unquote(parts.password or '')}" if parts.username else ""
    place = parts.netloc.rpartition("@")[2]
    return {"url": parts._replace(netloc=place).geturl(), "login": login, "folder": ""}


def hooks() -> dict[str, str]:
    """Return the secret by which each service says what became of a message; a way without one has no hook.

    Refused: one that is too short, of too few different signs, or two ways' at once.
    """
    secret = {way: value(name) for way, name in HOOKS.items()}
    for way, name in HOOKS.items():
        if secret[way] and (len(secret[way]) < SHORTEST_KEY or len(set(secret[way])) < FEWEST_SIGNS):
            raise ImproperlyConfigured(
                f"{name} must be at least {SHORTEST_KEY} characters, drawn by lot: "
                "python3 -c 'import secrets; print(secrets.token_urlsafe(64))' writes one."
            )
    drawn = [one for one in secret.values() if one]
    if len(set(drawn)) < len(drawn):
        raise ImproperlyConfigured(f"{', '.join(HOOKS.values())} must differ: each service moves its own messages.")
    return secret


def provider(name: str, without_levels: str, *, named: bool) -> dict[str, Any]:
    """Return a service that others sign in at (OpenID Connect), and at which levels it is believed; none is empty.

    `name` is its issuer, over https alone but on this machine; of it `_CLIENT` and `_SECRET` are known, `_LEVELS` are
    the levels of assurance (acr) that are enough, `_SCOPES` what is asked for besides, and `_ORIGINS` where its pages
    lie besides the issuer's own.
    """
    issuer = value(name)
    if not issuer:
        return {"issuer": "", "name": "", "levels": (), "origins": []}
    parts = urlsplit(issuer)
    if parts.scheme != "https" and (named or not is_here({"HOST": parts.hostname or "?"})):
        raise ImproperlyConfigured(f"{name} must be an address that begins with https://.")
    client, secret, levels = (value(f"{name}_{each}") for each in ("CLIENT", "SECRET", "LEVELS"))
    if not (client and secret and levels):
        raise ImproperlyConfigured(
            f"{name}_CLIENT, {name}_SECRET and {name}_LEVELS must be set beside {name}: "
            f"without a level {without_levels}"
        )
    return {
        "issuer": issuer,
        "name": value(f"{name}_NAME") or parts.hostname or "",
        "client": client,
        "secret": secret,
        "scope": ["openid", *value(f"{name}_SCOPES").split()],
        "asked": {"acr_values": levels.replace(",", " "), "prompt": "login", "max_age": "0"},
        "levels": tuple(level.strip() for level in levels.split(",") if level.strip()),
        "origins": [f"{parts.scheme}://{parts.netloc}", *value(f"{name}_ORIGINS").split()],
    }


def oidc(*, named: bool) -> dict[str, Any]:
    """Return the organisation's own sign-in as TRAPPAN_OIDC names it; `_SUBJECT` is the claim of who a colleague is."""
    found = provider("TRAPPAN_OIDC", "anybody whom the service knows would come in.", named=named)
    if not found["issuer"]:
        return {**found, "apps": [], "subject": "sub"}
    settings = {
        "server_url": found["issuer"],
        "fetch_userinfo": False,  # its subject would not be compared with the signed answer's
        "oauth_pkce_enabled": True,
        "scope": found["scope"],
        "auth_params": found["asked"],
    }
    about = {"name": found["name"], "client_id": found["client"], "secret": found["secret"]}
    app = {"provider_id": "staff", **about, "settings": settings}
    return {**found, "apps": [app], "subject": value("TRAPPAN_OIDC_SUBJECT") or "sub"}


def eid(*, named: bool) -> dict[str, Any]:
    """Return where participants sign in by an eID, as TRAPPAN_EID names it; `_CLAIM` holds the personal number.

    Refused: the same client at the same issuer as colleagues have, since an answer to one would be one to the other.
    """
    found = provider("TRAPPAN_EID", "an eID that nobody has looked at would open what is secret.", named=named)
    same = ("TRAPPAN_EID", "TRAPPAN_OIDC"), ("TRAPPAN_EID_CLIENT", "TRAPPAN_OIDC_CLIENT")
    if found["issuer"] and all(value(one).rstrip("/") == value(other).rstrip("/") for one, other in same):
        raise ImproperlyConfigured(
            "TRAPPAN_EID_CLIENT must be another than TRAPPAN_OIDC_CLIENT: colleagues and participants sign in apart."
        )
    return {**found, "claim": value("TRAPPAN_EID_CLAIM") or PERSONAL_NUMBER}
