"""EnKash's link call, its bearer token, and one call for simultaneous requests of a customer, with Python's standard library
only. No error contains a secret.
"""

import http.client
import json
import math
import os
import re
import socket
import threading
import time
import urllib.error
import urllib.parse
import urllib.request

LINK_PATH = "/api/v0/partner/enKashCard/vkyc/link"
TIMEOUT_SECONDS = int(os.environ.get("ENKASH_TIMEOUT_MS", "10000")) / 1000
ANSWER_LIMIT = 65_536
RESULT_TTL_SECONDS = 60  # how long a result answers further requests of its customer
DOUBLE_CLICK_SECONDS = 5  # clicks this close together get the same link; a later click gets a fresh one
SUSPENDED_SECONDS = 60  # after refused credentials: EnKash locks an account after three refusals in a row
NEEDED = [f"ENKASH_{name}" for name in "URL PARTNER_ID TOKEN_URL CLIENT_ID USERNAME PASSWORD AUTHORIZATION".split()]
LOOPBACK = ("localhost", "127.0.0.1")


class HttpError(Exception):
    """A request that is not answered with 200: a status and a code, without any text from the browser or from EnKash."""

    def __init__(self, status, code, **details):
        super().__init__(code)
        self.status, self.code, self.details = status, code, details


class NoRedirect(urllib.request.HTTPRedirectHandler):
    """Follows no redirect, so that no other host receives the bearer token."""

    def redirect_request(self, *_):
        return None


OPENER = urllib.request.build_opener(NoRedirect)


class Enkash:
    """`settings` is the environment, with the names of docs/backend.md."""

    def __init__(self, settings):
        self.settings = settings
        self.lock = threading.Lock()
        self.token, self.token_ends, self.suspended_until = "", 0.0, 0.0
        missing = [name for name in NEEDED if not settings.get(name)]
        if missing:
            raise SystemExit(f"Set the values that EnKash gave you in the environment: {', '.join(missing)}.")
        for name in ("ENKASH_URL", "ENKASH_TOKEN_URL"):
            url = urllib.parse.urlsplit(settings[name])
            if url.scheme != "https" and url.hostname not in LOOPBACK:
                raise SystemExit(f"{name}: expected an https URL, or one of this computer.")
        self.link_hosts = settings.get("VKYC_LINK_HOSTS", "*.signzy.tech *.signzy.app").split()

    def link(self, card):
        """EnKash's answer for a card, with a link. Whether it ends the previous link is not documented, so call it rarely."""
        query = urllib.parse.urlencode({"enKashCardId": card})
        url = f"{self.settings['ENKASH_URL'].rstrip('/')}{LINK_PATH}?{query}"
        token = self.bearer()
        status, answer = self.fetch(url, token)
        if status in (401, 403):
            status, answer = self.fetch(url, self.bearer(refused=token))
        if status in (404, 422):
            raise HttpError(409, "not_eligible")
        if status in (401, 403):
            raise HttpError(503, "upstream_auth")
        if status == 429:
            raise HttpError(429, "rate_limited", retryAfter=30)
        if status >= 500:
            raise HttpError(503, "upstream_down")
        payload, code = answer.get("payload"), answer.get("code")
        if status != 200 or code != 0 or code is False or not isinstance(payload, dict):
            raise HttpError(502, "invalid_upstream_response")
        if any(payload.get(name, card) != card for name in ("enkashCardId", "enKashCardId")):
            raise HttpError(502, "wrong_customer")
        if not is_safe_link(payload.get("kycLink"), self.link_hosts):
            raise HttpError(502, "invalid_link")
        return payload

    def fetch(self, url, token):
        headers = {"Authorization": f"Bearer {token}", "partnerId": self.settings["ENKASH_PARTNER_ID"]}
        return fetch_json(urllib.request.Request(url, headers=headers))

    def bearer(self, refused=None):
        """The token, renewed at half its lifetime or when EnKash refuses it; one request serves all callers."""
        with self.lock:
            if self.token != refused and time.monotonic() < self.token_ends:
                return self.token
            if time.monotonic() < self.suspended_until:
                raise HttpError(503, "upstream_auth")
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
            self.suspended_until = time.monotonic() + 2 * TIMEOUT_SECONDS  # if this request fails
            status, answer = fetch_json(request)
            token = answer.get("access_token")
            if status != 200 or not isinstance(token, str) or not re.fullmatch("[!-~]+", token):
                if 400 <= status < 500:
                    self.suspended_until = time.monotonic() + SUSPENDED_SECONDS
                raise HttpError(503, "upstream_auth")
            lifetime = answer.get("expires_in")
            self.token, self.suspended_until = token, 0.0
            self.token_ends = time.monotonic() + (lifetime if isinstance(lifetime, int) and lifetime > 0 else 300) / 2
            return token


class Customer:
    """EnKash's last result for one customer. The lock lets simultaneous requests share one call."""

    def __init__(self, enkash, card):
        self.enkash, self.card, self.lock = enkash, card, threading.Lock()
        self.payload, self.error, self.fetched_at, self.delivered_at = None, None, time.monotonic(), None

    def result(self, click):
        with self.lock:
            now = time.monotonic()
            age = now - self.fetched_at
            if self.error and age < DOUBLE_CLICK_SECONDS:
                raise self.error.with_traceback(None)
            is_used = self.delivered_at is not None and now - self.delivered_at >= DOUBLE_CLICK_SECONDS
            if self.payload is None or age >= RESULT_TTL_SECONDS or is_used:
                self.fetch()
            if click and self.delivered_at is None:
                self.delivered_at = now
            return self.payload

    def fetch(self):
        self.payload, self.error, self.delivered_at = None, None, None
        try:
            self.payload = self.enkash.link(self.card)
        except HttpError as error:
            self.error = error
            raise
        finally:
            self.fetched_at = time.monotonic()


def fetch_json(request):
    """The status, and the JSON object of a 200; an empty one where there is none."""
    ends_at, body = time.monotonic() + TIMEOUT_SECONDS, b""
    try:
        with OPENER.open(request, timeout=TIMEOUT_SECONDS) as response:
            while chunk := response.read1(ANSWER_LIMIT):
                body += chunk
                if len(body) > ANSWER_LIMIT:
                    raise HttpError(502, "invalid_upstream_response")
                if time.monotonic() > ends_at:
                    raise HttpError(504, "upstream_timeout")
            is_json = response.headers.get_content_type() == "application/json"
        answer = parse_json(body) if is_json else {}
        return response.status, answer if isinstance(answer, dict) else {}
    except urllib.error.HTTPError as error:
        error.close()
        return error.code, {}
    except (OSError, http.client.HTTPException) as error:
        if isinstance(error, socket.timeout) or isinstance(getattr(error, "reason", None), socket.timeout):
            raise HttpError(504, "upstream_timeout") from None
        raise HttpError(503, "upstream_down") from None
    except (ValueError, RecursionError):
        raise HttpError(502, "invalid_upstream_response") from None


def parse_json(body):
    """Python also reads NaN and 1e999, and would write them again, which no browser reads."""
    return json.loads(body.decode("utf-8"), parse_constant=finite, parse_float=finite)


def finite(text):
    number = float(text)
    if not math.isfinite(number):
        raise ValueError
    return number


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
