"""Settings, all of them; what differs between installations comes from the environment.

Nothing here is secret; what an installation says of itself is read, and refused, in `environment.py`.
"""

import os
from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from trappan import environment, logs, postgres
from trappan.database.connections import Remembering

PACKAGE = Path(__file__).resolve().parent
ROOT = PACKAGE.parent
HOME = postgres.home()

DEBUG = environment.yes_or_no("TRAPPAN_DEBUG")
DEMO = environment.yes_or_no("TRAPPAN_DEMO")
HOSTS = environment.hosts()
# Where the pages are, as the worker writes it in a message.
SITE = f"https://{HOSTS[0].lstrip('.')}" if HOSTS else "http://localhost:8000"
ALLOWED_HOSTS = HOSTS or ["localhost", "127.0.0.1", "[::1]"]
# Where to write about the service itself: accessibility, personal data, help.
CONTACT = environment.value("TRAPPAN_CONTACT") or ("trappan@ekelunda.example" if DEMO else "")
MUNICIPALITY = environment.value("TRAPPAN_MUNICIPALITY") or "Ekelunda kommun"

if DEMO and HOSTS:
    raise ImproperlyConfigured("The demo signs anybody in; it never runs where TRAPPAN_HOSTS is set.")

if DEBUG and (HOSTS or not DEMO):
    raise ImproperlyConfigured(
        "TRAPPAN_DEBUG shows what pages are made of, and the rows in them: it runs on the demo alone, "
        "and never runs where TRAPPAN_HOSTS is set."
    )

SECRET_KEY = environment.key("TRAPPAN_SECRET_KEY", HOME, named=bool(HOSTS))

# Database: one alias; who signs in is decided by the command (see trappan/__main__.py).

PLACE = environment.database(environment.value("TRAPPAN_DATABASE_ROLE") or "web", demo=DEMO)
DATABASES: dict[str, dict[str, Any]] = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        **PLACE,
        "OPTIONS": {"server_side_binding": True, "prepare_threshold": 2, **PLACE.get("OPTIONS", {})},
    }
}
if os.environ.get("TRAPPAN_POOL"):
    DATABASES["default"]["OPTIONS"]["pool"] = {"min_size": 1, "max_size": 8, "connection_class": Remembering}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Wrong tries are counted here: a flood of made-up addresses must not push the counts out.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "staff_cache",
        "OPTIONS": {"MAX_ENTRIES": 200_000},
    }
}

INSTALLED_APPS = [
    "trappan.demo",
    "trappan.desk",
    "trappan.portal",
    "trappan.exchange",
    "trappan.insight",
    "trappan.initiatives",
    "trappan.outcomes",
    "trappan.matching",
    "trappan.requirement",
    "trappan.agreements",
    "trappan.attendance",
    "trappan.placements",
    "trappan.activities",
    "trappan.plans",
    "trappan.cases",
    "trappan.assistance",
    "trappan.projects",
    "trappan.partnerships",
    "trappan.messages",
    "trappan.employers",
    "trappan.people",
    "trappan.rules",
    "trappan.staff",
    "trappan.history",
    "trappan.worker",
    "trappan.secrecy",
    "trappan.ui",
    "trappan.documents",
    "trappan.schedules",
    "trappan.database",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
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
    "trappan.staff.middleware.Sessions",
    "trappan.ui.middleware.chosen_language",
    "trappan.ui.middleware.forgotten_on_sign_out",
    "trappan.ui.middleware.Slashed",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "trappan.staff.signed_out.SignInRequired",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "trappan.staff.middleware.ended_when_idle",
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
            "builtins": ["django.templatetags.i18n", "trappan.ui.templatetags.ui", "trappan.ui.templatetags.tongues"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "trappan.desk.context.page",
            ],
        },
    }
]

# Beside the session, never in a cookie: what is said after an act may hold a name.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# Sign-in

AUTH_USER_MODEL = "staff.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
PASSWORD_RESET_TIMEOUT = 60 * 60 * 24
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desk:start"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "trappan.staff.adapter.Accounts"
ACCOUNT_FORMS = {
    "login": "trappan.staff.sign_in_forms.LoginForm",
    "change_password": "trappan.staff.sign_in_forms.ChangePasswordForm",
    "reset_password": "trappan.staff.sign_in_forms.ResetPasswordForm",
    "reset_password_from_key": "trappan.staff.sign_in_forms.ResetPasswordKeyForm",
    "reauthenticate": "trappan.staff.sign_in_forms.ReauthenticateForm",
}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "trappan.staff.accounts.Links"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # addresses are entered by an administrator, not by strangers
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_PREVENT_ENUMERATION = True
SESSION_ENGINE = "trappan.staff.session_store"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # no mail to strangers
# Wrong tries count by account and address together (staff/adapter.py): a stranger's keep nobody else out. What one
# address may send is wide: a whole municipality behind one signs in at eight o'clock. Wrong tries for one account from
# anywhere are slowed to a hundred an hour, but in browsers in which its owner has signed in before.
ACCOUNT_RATE_LIMITS = {
    "login": "300/5m/ip",
    "login_failed": "5/5m/key",
    "login_failed_unknown": "100/h/key",
    "reset_password": "60/10m/ip,5/10m/key",
}
ALLAUTH_TRUSTED_PROXY_COUNT = environment.number(
    "TRAPPAN_PROXIES", otherwise=None if HOSTS else 0, least=1 if HOSTS else 0, most=9
)  # servers of one's own in front, each of which adds to X-Forwarded-For
SESSION_COOKIE_AGE = LONGEST_SESSION = 60 * 60 * 10
IDLE_AT_MOST = 60 * environment.number("TRAPPAN_IDLE_MINUTES", otherwise=60, least=5, most=600)
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_NAME = "trappan_session"
SESSION_COOKIE_SAMESITE = "Lax"
# What `trappan clean` erases: sign-ins that have ended, and that a form was sent (so that it is carried out once).
SIGN_IN_DAYS = environment.number("TRAPPAN_SIGN_IN_DAYS", otherwise=30, least=1, most=366)
SENT_FORM_DAYS = environment.number("TRAPPAN_SENT_FORM_DAYS", otherwise=30, least=1, most=366)
# How many days a file of a long list lies before it is erased, with the day on which it was made.
LIST_FILE_DAYS = environment.number("TRAPPAN_LIST_FILE_DAYS", otherwise=4, least=1, most=30)

# Files that colleagues attach: where they lie, and how long one may be. Held in memory until they are judged.
FILES = HOME / "files"
FILE_LIMIT = 1024**2 * environment.number("TRAPPAN_FILE_MEGABYTES", otherwise=10, least=1, most=100)
# Where files are while they are made (working.py): names of people for a moment, and nothing that lasts.
WORKING = HOME / "working"
FILE_UPLOAD_HANDLERS = ["trappan.documents.uploads.LimitedUpload"]

# Second factors: always offered; asked of every role that opens files where the municipality says so.

SECOND_FACTOR = environment.yes_or_no("TRAPPAN_SECOND_FACTOR")
FACTOR_KEY = environment.cipher_key(environment.key("TRAPPAN_FACTOR_KEY", HOME, named=bool(HOSTS)))
MFA_ADAPTER = "trappan.staff.adapter.SecondFactors"
MFA_FORMS = {
    "authenticate": "trappan.staff.sign_in_forms.AuthenticateForm",
    "reauthenticate": "trappan.staff.sign_in_forms.ReauthenticateByCodeForm",
    "activate_totp": "trappan.staff.sign_in_forms.ActivateTOTPForm",
    "add_webauthn": "trappan.staff.sign_in_forms.AddWebAuthnForm",
    "edit_webauthn": "trappan.staff.sign_in_forms.EditWebAuthnForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_ALLOW_UNVERIFIED_EMAIL = True  # the administrator has entered it
MFA_TOTP_TOLERANCE = 1  # a phone's clock may be half a minute wrong
MFA_TOTP_ISSUER = "Trappan"
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HOSTS  # on this machine alone

# The organisation's own sign-in; its applications stand here alone, never as rows.

OIDC = environment.oidc(named=bool(HOSTS))
SOCIALACCOUNT_ADAPTER = "trappan.staff.adapter.Identities"
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": OIDC["apps"]}}
SOCIALACCOUNT_STORE_TOKENS = False

# Where participants sign in by an eID: no application of the library's, and never an account (portal/eid.py)

EID = environment.eid(named=bool(HOSTS))

# Mail, and messages to telephones

globals().update(environment.mail(HOME, named=bool(HOSTS)))
SMS = environment.sms(HOME, named=bool(HOSTS))
MAILBOX = environment.mailbox(HOME, named=bool(HOSTS))
HOOKS = environment.hooks()

# Towards the browser

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = bool(HOSTS)
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if HOSTS else 0
SECURE_SSL_REDIRECT = bool(HOSTS)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ALLAUTH_TRUSTED_PROXY_COUNT else None
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
        "manifest-src": [SELF],
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
    ("vazirmatn", NODE / "@fontsource/vazirmatn"),
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
