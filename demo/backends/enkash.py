"""EnKash's link call, the bearer token it needs, and one call for all who ask at the same time, with Python's standard
library alone. No error repeats a secret.
"""

import http.client
import json
import re
import socket
import threading
import time
import urllib.error
import urllib.parse
import urllib.request

LINK_PATH = "/api/v0/partner/enKashCard/vkyc/link"
TIMEOUT_SECONDS = 10
ANSWER_LIMIT = 65_536
KEPT_SECONDS = 60  # how long an answer serves a customer's further requests
TOGETHER_SECONDS = 5  # clicks this close together are one; a later one gets a fresh link
HOLD_SECONDS = 60  # after refused credentials: EnKash locks an account after three in a row
NEEDED = [f"ENKASH_{name}" for name in "URL PARTNER_ID TOKEN_URL CLIENT_ID USERNAME PASSWORD AUTHORIZATION".split()]
LOOPBACK = ("localhost", "127.0.0.1")


class Refused(Exception):
    """A request that gets no 200: a status, and a code without a word of what either side sent."""

    def __init__(self, status, code, **details):
        super().__init__(code)
        self.status, self.code, self.details = status, code, details


class NoRedirect(urllib.request.HTTPRedirectHandler):
    """A bearer token goes nowhere but where it was sent."""

    def redirect_request(self, *_):
        return None


OPENER = urllib.request.build_opener(NoRedirect)


class Enkash:
    """`settings` is the environment; its names are those of docs/backend.md."""

    def __init__(self, settings):
        self.settings = settings
        self.lock = threading.Lock()
        self.token, self.token_ends, self.hold_until = "", 0.0, 0.0
        missing = [name for name in NEEDED if not settings.get(name)]
        if missing:
            raise SystemExit(f"Set what EnKash gave you in the environment: {', '.join(missing)}.")
        for name in ("ENKASH_URL", "ENKASH_TOKEN_URL"):
            url = urllib.parse.urlsplit(settings[name])
            if url.scheme != "https" and url.hostname not in LOOPBACK:
                raise SystemExit(f"{name}: expected an https URL, or one of this computer.")
        self.link_hosts = settings.get("VKYC_LINK_HOSTS", "*.signzy.tech *.signzy.app").split()

    def link(self, card):
        """What EnKash says of a card, with a link. Whether this ends the link before is not known, so ask seldom."""
        query = urllib.parse.urlencode({"enKashCardId": card})
        url = f"{self.settings['ENKASH_URL'].rstrip('/')}{LINK_PATH}?{query}"
        token = self.bearer()
        status, answer = self.ask(url, token)
        if status in (401, 403):
            status, answer = self.ask(url, self.bearer(refused=token))
        if status in (404, 422):
            raise Refused(409, "not_eligible")
        if status in (401, 403):
            raise Refused(503, "upstream_auth")
        if status == 429:
            raise Refused(429, "rate_limited", retryAfter=30)
        if status >= 500:
            raise Refused(503, "upstream_down")
        payload, code = answer.get("payload"), answer.get("code")
        if status != 200 or code != 0 or code is False or not isinstance(payload, dict):
            raise Refused(502, "invalid_upstream_response")
        if any(payload.get(name, card) != card for name in ("enkashCardId", "enKashCardId")):
            raise Refused(502, "wrong_customer")
        if not is_safe_link(payload.get("kycLink"), self.link_hosts):
            raise Refused(502, "invalid_link")
        return payload

    def ask(self, url, token):
        headers = {"Authorization": f"Bearer {token}", "partnerId": self.settings["ENKASH_PARTNER_ID"]}
        return fetch_json(urllib.request.Request(url, headers=headers))

    def bearer(self, refused=None):
        """The token, renewed at half its life or when EnKash refused it; one request serves all."""
        with self.lock:
            if self.token != refused and time.monotonic() < self.token_ends:
                return self.token
            if time.monotonic() < self.hold_until:
                raise Refused(503, "upstream_auth")
            form = {
                "grant_type": "password",
                "clientId": self.settings["ENKASH_CLIENT_ID"],
                "username": self.settings["ENKASH_USERNAME"],
                "password": self.settings["ENKASH_PASSWORD"],
            }
            request = urllib.request.Request(
                self.settings["ENKASH_TOKEN_URL"],
                urllib.parse.urlencode(form).encode(),
                {"Authorization": self.settings["ENKASH_AUTHORIZATION"]},
            )
            self.hold_until = time.monotonic() + 2 * TIMEOUT_SECONDS  # in case this fails
            status, answer = fetch_json(request)
            token = answer.get("access_token")
            if status != 200 or not isinstance(token, str) or not re.fullmatch("[!-~]+", token):
                if 400 <= status < 500:
                    self.hold_until = time.monotonic() + HOLD_SECONDS
                raise Refused(503, "upstream_auth")
            life = answer.get("expires_in")
            self.token, self.hold_until = token, 0.0
            self.token_ends = time.monotonic() + (life if isinstance(life, int) and life > 0 else 300) / 2
            return token


class Customer:
    """What EnKash last said of one customer. The lock lets simultaneous requests share one call."""

    def __init__(self, enkash, card):
        self.enkash, self.card, self.lock = enkash, card, threading.Lock()
        self.payload, self.refused, self.asked_at, self.given_at = None, None, time.monotonic(), None

    def standing(self, click):
        with self.lock:
            now = time.monotonic()
            age = now - self.asked_at
            if self.refused and age < TOGETHER_SECONDS:
                raise self.refused.with_traceback(None)
            spent = click and self.given_at is not None and now - self.given_at >= TOGETHER_SECONDS
            if self.payload is None or age >= KEPT_SECONDS or spent:
                self.ask()
            if click and self.given_at is None:
                self.given_at = now
            return self.payload

    def ask(self):
        self.payload, self.refused, self.given_at = None, None, None
        try:
            self.payload = self.enkash.link(self.card)
        except Refused as refused:
            self.refused = refused
            raise
        finally:
            self.asked_at = time.monotonic()


def fetch_json(request):
    """The status, and the JSON object of a 200; an empty one where there is none."""
    ends_at, body = time.monotonic() + TIMEOUT_SECONDS, b""
    try:
        with OPENER.open(request, timeout=TIMEOUT_SECONDS) as response:
            while chunk := response.read1(ANSWER_LIMIT):
                body += chunk
                if len(body) > ANSWER_LIMIT:
                    raise Refused(502, "invalid_upstream_response")
                if time.monotonic() > ends_at:
                    raise Refused(504, "upstream_timeout")
            is_json = response.headers.get_content_type() == "application/json"
        answer = json.loads(body.decode("utf-8")) if is_json else {}
        return response.status, answer if isinstance(answer, dict) else {}
    except urllib.error.HTTPError as error:
        error.close()
        return error.code, {}
    except (OSError, http.client.HTTPException) as error:
        if isinstance(error, socket.timeout) or isinstance(getattr(error, "reason", None), socket.timeout):
            raise Refused(504, "upstream_timeout") from None
        raise Refused(503, "upstream_down") from None
    except (ValueError, RecursionError):
        raise Refused(502, "invalid_upstream_response") from None


def is_safe_link(link, hosts):
    """https on a listed host, with no user name and no port; a loopback host listed by name may have http and a port."""
    if not isinstance(link, str) or len(link) > 2048:
        return False
    parts = re.fullmatch(r"(https?)://([a-z0-9.-]+)(:[0-9]+)?(?:[/?#][!-\[\]-~]*)?", link)
    if parts is None:
        return False
    scheme, host, port = parts.groups()
    if host in LOOPBACK:
        return host in hosts
    is_listed = any(host == h or (h.startswith("*.") and f".{host}".endswith(h[1:])) for h in hosts)
    return is_listed and scheme == "https" and port is None
