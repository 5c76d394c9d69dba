"""The settings of the tests: an embedded server of their own, signed in to as the owner.

The role must be chosen before pytest-django loads the settings, hence here and not in conftest.
"""

import os

if "DATABASE_URL" not in os.environ:
    os.environ.setdefault("TRAPPAN_HOME", ".trappan/tests")
    os.environ["TRAPPAN_FLEETING"] = "1"
os.environ["TRAPPAN_DATABASE_ROLE"] = "owner"
os.environ["TRAPPAN_DEMO"] = "1"

from trappan.settings import *  # noqa: F403 - the settings themselves, with three changes below

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
