"""A certified provider beside the tests: who signs in at it, and the way there and back, as a browser goes it."""

import os
import re
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import requests

PROVIDER = Path(__file__).parent / "oidc"
LOA2, LOA3 = (f"http://id.elegnamnden.se/loa/1.0/loa{level}" for level in (2, 3))
SECRET = "a secret of the tests alone"
# Where it leads back to: colleagues, and participants.
BACK = {"trappan": "http://testserver/account/by/staff/back/", "trappan-eid": "http://testserver/me/eid/back/"}


@contextmanager
def running_provider():
    """Run it, and give its issuer."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    node = Path(sys.executable).parent / "node"
    command = [node, PROVIDER / "provider.mjs", str(port), *(f"{client}={back}" for client, back in BACK.items())]
    quiet = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL, "text": True, "start_new_session": True}
    with subprocess.Popen(command, **quiet) as provider:
        assert provider.stdout
        assert provider.stdout.readline() == "ready\n"
        yield f"http://127.0.0.1:{port}"
        os.killpg(provider.pid, signal.SIGKILL)


def without(address, *parameters):
    """Return an address as a browser may have changed it on the way."""
    parts = urlsplit(address)
    kept = [one for one in parts.query.split("&") if one.partition("=")[0] not in parameters]
    return parts._replace(query="&".join(kept)).geturl()


def there_and_back(issuer, address, sub, acr, error="", there=None):
    """Go where somebody is led, sign in as `sub`, and return the path that the browser is led back to.

    `there` is what a browser has of the provider since before, where somebody has been there in it.
    """
    requests.get(f"{issuer}/as", {"sub": sub, "acr": acr, "error": error}, timeout=5)
    there = there or requests.Session()
    while not address.startswith(tuple(BACK.values())):
        answer = there.get(address, allow_redirects=False, timeout=5)
        if answer.status_code == 200:  # a form that a browser sends by itself: whoever was there before is signed out
            (action,) = re.findall('action="([^"]+)"', answer.text)
            values = dict(re.findall('name="([^"]+)" value="([^"]+)"', answer.text))
            answer = there.post(action, values, allow_redirects=False, timeout=5)
        assert answer.status_code in (302, 303), answer.text
        address = urljoin(address, answer.headers["Location"])
    back = urlsplit(address)
    return f"{back.path}?{back.query}"
