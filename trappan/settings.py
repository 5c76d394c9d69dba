"""Settings, all of them; what differs between installations comes from the environment.

Nothing here is secret. An installation that others reach (TRAPPAN_HOSTS) must name its own
secret key, otherwise Trappan refuses to start.
"""

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from trappan import logs, postgres

PACKAGE = Path(__file__).resolve().parent
ROOT = PACKAGE.parent
HOME = postgres.home()

DEBUG = os.environ.get("TRAPPAN_DEBUG") == "1"
DEMO = os.environ.get("TRAPPAN_DEMO") == "1"
HOSTS = [host for host in os.environ.get("TRAPPAN_HOSTS", "").split(",") if host]
ALLOWED_HOSTS = HOSTS or ["localhost", "127.0.0.1", "[::1]"]
MUNICIPALITY = os.environ.get("TRAPPAN_MUNICIPALITY", "Ekelunda kommun")


def secret_key() -> str:
    """Use the key of the environment, or one that this installation has made for itself."""
    key = os.environ.get("TRAPPAN_SECRET_KEY", "")
    if key or HOSTS:
        if len(key) < 50:
            raise ImproperlyConfigured("TRAPPAN_SECRET_KEY must be at least 50 characters when TRAPPAN_HOSTS is set.")
        return key
    note = HOME / "secret-key"
    if not note.exists():
        HOME.mkdir(parents=True, exist_ok=True)
        note.touch(mode=0o600)
        note.write_text(secrets.token_urlsafe(64))
    return note.read_text()


if DEMO and HOSTS:
    raise ImproperlyConfigured("The demo signs anybody in; it never runs where TRAPPAN_HOSTS is set.")

if DEBUG and (HOSTS or not DEMO):
    raise ImproperlyConfigured(
        "TRAPPAN_DEBUG shows what pages are made of, and the rows in them: it runs on the demo alone, "
        "and never runs where TRAPPAN_HOSTS is set."
    )

SECRET_KEY = secret_key()

# Database: one alias; who signs in is decided by the command (see trappan/__main__.py).

ROLE = os.environ.get("TRAPPAN_DATABASE_ROLE", "web")


def database(role: str) -> dict[str, Any]:
    """Where and as whom to sign in: DATABASE_URL and DATABASE_OWNER_URL, or the embedded server."""
    url = os.environ.get("DATABASE_OWNER_URL" if role == "owner" else "DATABASE_URL")
    if url is None:
        if "DATABASE_URL" in os.environ:
            raise ImproperlyConfigured("DATABASE_OWNER_URL must be set beside DATABASE_URL.")
        server = postgres.Server(HOME)
        return {"HOST": str(server.socket), "NAME": "trappan", "USER": f"trappan_{role}"}
    parts = urlsplit(url)
    return {
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or f"trappan_{role}"),
        "PASSWORD": unquote(parts.password or ""),
    }


DATABASES: dict[str, dict[str, Any]] = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "OPTIONS": {"server_side_binding": True, "prepare_threshold": 2},
        **database(ROLE),
    }
}
if os.environ.get("TRAPPAN_POOL"):
    DATABASES["default"]["OPTIONS"]["pool"] = {"min_size": 1, "max_size": 8}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "staff_cache"}}

INSTALLED_APPS = [
    "trappan.demo",
    "trappan.desk",
    "trappan.exchange",
    "trappan.outcomes",
    "trappan.requirement",
    "trappan.attendance",
    "trappan.placements",
    "trappan.activities",
    "trappan.plans",
    "trappan.cases",
    "trappan.assistance",
    "trappan.partnerships",
    "trappan.people",
    "trappan.rules",
    "trappan.staff",
    "trappan.history",
    "trappan.secrecy",
    "trappan.ui",
    "trappan.documents",
    "trappan.schedules",
    "trappan.database",
    "allauth",
    "allauth.account",
    "csp",
    "django_htmx",
    "whitenoise.runserver_nostatic",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "trappan.ui.middleware.chosen_language",
    "trappan.ui.middleware.forgotten_on_sign_out",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "trappan.staff.signed_out.SignInRequired",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "trappan.staff.middleware.one_actor_per_request",
]

if DEBUG:
    MIDDLEWARE.insert(0, "trappan.database.counting.questions_counted")

ROOT_URLCONF = "trappan.urls"
WSGI_APPLICATION = "trappan.wsgi.application"
FORM_RENDERER = "trappan.ui.forms.FormRenderer"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["django.templatetags.i18n", "trappan.ui.templatetags.ui"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "trappan.desk.context.page",
            ],
        },
    }
]

# Sign-in

AUTH_USER_MODEL = "staff.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desk:start"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "trappan.staff.adapter.ClosedDoor"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # addresses are entered by an administrator, not by strangers
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_PREVENT_ENUMERATION = True
SESSION_COOKIE_AGE = 60 * 60 * 10
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_NAME = "trappan_session"
SESSION_COOKIE_SAMESITE = "Lax"
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"

# Towards the browser

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = bool(HOSTS)
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if HOSTS else 0
SECURE_SSL_REDIRECT = bool(HOSTS)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REFERRER_POLICY = "same-origin"
CSRF_FAILURE_VIEW = "trappan.ui.views.csrf_failure"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF, "data:"],  # the design system draws its arrows so
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

STATIC_URL = "static/"
# Served straight from where the packages put them: no build, no copying step to forget.
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 600
NODE = ROOT / "node_modules"
STATICFILES_DIRS = [
    ("designsystemet", NODE / "@digdir/designsystemet-css/dist/src"),
    ("nunito-sans", NODE / "@fontsource-variable/nunito-sans"),
]

# Language and time

LANGUAGE_CODE = "sv"
LANGUAGES = [("sv", "Svenska"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]
USE_I18N = True
USE_THOUSAND_SEPARATOR = True
TIME_ZONE = "Europe/Stockholm"
USE_TZ = True
FORMAT_MODULE_PATH = ["trappan.ui.formats"]

LOGGING = logs.LOGGING

SILENCED_SYSTEM_CHECKS: list[str] = []
