"""The web server's way in."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "trappan.settings")
application = get_wsgi_application()

# What has been read by now stays: looked through for garbage it costs a page in three hundred a fifth of a second. What
# pages make is nearly all gone with its last reader, and is looked through a seventh as often as it would be.
len(get_resolver().url_patterns)
gc.collect()
gc.freeze()
gc.set_threshold(5000, 10, 10)
