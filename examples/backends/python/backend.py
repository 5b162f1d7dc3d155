"""A partner's backend in Python 3.9 or later with the standard library only: the session endpoint of <enkash-vkyc-button>.

A template to copy, together with enkash.py. Implement `signed_in_card` with your own authentication. It is complete for one
process; several processes must share SESSIONS and CUSTOMERS in a database. Settings come from the environment, under the
names of docs/backend.md. It listens on this computer only: a TLS proxy in front of it must pass Host on.
"""

import json
import os
import re
import secrets
import threading
import time
from datetime import datetime, timedelta, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from enkash import RESULT_TTL_SECONDS, Customer, Enkash, HttpError, parse_json

START, BASE = "/vkyc/start", "/vkyc/session/"
HOURS = os.environ.get("VKYC_HOURS", "10:00-18:00")
DAYS = os.environ.get("VKYC_DAYS", "mon tue wed thu fri")
WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
HOLIDAYS = os.environ.get("VKYC_HOLIDAYS", "").split()  # 2026-11-24 …
IST = timezone(timedelta(hours=5, minutes=30))

SESSION_SECONDS = int(os.environ.get("VKYC_SESSION_SECONDS", "900"))
PER_MINUTE = 30
REQUEST_LIMIT = 16_384
DRAIN_LIMIT = 2_097_152  # a body that is too large is read to this limit, so that the client receives the answer

if not re.fullmatch("[0-2][0-9]:[0-5][0-9]-[0-2][0-9]:[0-5][0-9]", HOURS) or set(DAYS.split()) - set(WEEK):
    raise SystemExit('Expected VKYC_HOURS="10:00-18:00" and VKYC_DAYS="mon tue wed thu fri", in IST.')

ENKASH = Enkash(os.environ)
SESSIONS = {}  # token → Session
CUSTOMERS = {}  # card id → Customer
LOCK = threading.Lock()


def signed_in_card(headers):
    """The EnKash card id of the signed-in customer, from your own session; never from a value that the browser sends."""
    return os.environ.get("VKYC_DEMO_CARD")


class Session:
    def __init__(self, card):
        self.card, self.ends_at = card, time.time() + SESSION_SECONDS
        self.minute, self.requests = 0, 0

    def count(self):
        minute = int(time.time() / 60)
        self.minute, self.requests = minute, self.requests + 1 if minute == self.minute else 1
        if self.requests > PER_MINUTE:
            raise HttpError(429, "rate_limited", retryAfter=60 - int(time.time() % 60))


def is_open():
    now = datetime.now(IST)
    opens, closes = HOURS.split("-")
    is_working_day = WEEK[now.weekday()] in DAYS.split() and now.date().isoformat() not in HOLIDAYS
    return is_working_day and opens <= now.strftime("%H:%M") < closes


def open_session(card):
    if not re.fullmatch("[A-Za-z0-9_-]{1,64}", card):
        raise HttpError(500, "internal_error")
    now, token = time.time(), secrets.token_urlsafe(24)
    with LOCK:
        for old in [key for key, one in SESSIONS.items() if one.ends_at < now - SESSION_SECONDS]:
            del SESSIONS[old]
        idle = time.monotonic() - RESULT_TTL_SECONDS
        for old in [key for key, one in CUSTOMERS.items() if one.fetched_at < idle and not one.lock.locked()]:
            del CUSTOMERS[old]
        SESSIONS[token] = Session(card)
    return {"endpoint": BASE + token}


def find_session(token):
    session = SESSIONS.get(token)
    if session is None:
        raise HttpError(401, "invalid_session")
    if time.time() >= session.ends_at:
        raise HttpError(410, "session_expired")
    return session


def is_cross_site(headers):
    """Browsers report it in Sec-Fetch-Site, older ones only in Origin; a client that sends neither is not a browser."""
    site, origin = headers.get("Sec-Fetch-Site"), headers.get("Origin")
    if site is not None:
        return site != "same-origin"
    return origin is not None and origin.partition("://")[2] != headers.get("Host")


def session_answer(session, click):
    with LOCK:
        session.count()
        customer = CUSTOMERS.setdefault(session.card, Customer(ENKASH, session.card))
    if click and not is_open():
        raise HttpError(409, "closed_hours")
    try:
        payload = customer.result(click)
    except HttpError as error:
        raise HttpError(409, "closed_hours") if error.status == 409 and not is_open() else error
    members = ["kycStatus", "kycSubStatus", "kycExpiryDays"] + (["kycLink"] if click else [])
    return {
        "code": 0,
        "message": "Success",
        "payload": {name: payload[name] for name in members if name in payload},
        "session": {
            "expiresAt": int(session.ends_at * 1000),
            "serverTime": int(time.time() * 1000),
            "schedule": {"workingHours": HOURS, "workingDays": DAYS, "holidays": HOLIDAYS},
            "pollAfter": None,  # a GET may mint
        },
    }


class Handler(BaseHTTPRequestHandler):
    timeout = 30

    def respond(self):
        try:
            self.reply(200, self.answer())
        except HttpError as error:
            self.reply(error.status, {"error": {"code": error.code, **error.details}})
        except Exception:  # a customer must not see a stack trace
            self.reply(500, {"error": {"code": "internal_error"}})

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = do_OPTIONS = respond

    def answer(self):
        sent = self.read_body()
        path = self.path.partition("?")[0]  # a target that is not a path, such as "http://…", is not one of ours
        if path != START and not path.startswith(BASE):
            raise HttpError(404, "not_found")
        if self.command not in ("GET", "POST") or (path == START and self.command == "GET"):
            raise HttpError(405, "method_not_allowed")
        if is_cross_site(self.headers):
            raise HttpError(403, "cross_site")
        if path == START:
            card = signed_in_card(self.headers)
            if not card:
                raise HttpError(401, "not_signed_in")
            return open_session(card)
        if self.headers.get("X-Enkash-Vkyc") != "1":
            raise HttpError(403, "missing_header")
        click = self.command == "POST"
        if click and self.headers.get_content_type() != "application/json":
            raise HttpError(415, "unsupported_media_type")
        check_body(sent)
        return session_answer(find_session(path[len(BASE) :]), click)

    def read_body(self):
        """At most one byte more than the limit; a body without a length is refused."""
        length = self.headers.get("Content-Length", "0")
        if "Transfer-Encoding" in self.headers or not re.fullmatch("[0-9]{1,18}", length):
            raise HttpError(400, "bad_request")
        sent, left = self.rfile.read(min(int(length), REQUEST_LIMIT + 1)), min(int(length), DRAIN_LIMIT)
        while (left := left - REQUEST_LIMIT - 1) > 0:
            self.rfile.read(min(left, REQUEST_LIMIT + 1))
        return sent

    def reply(self, status, body):
        text = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        if status == 405:
            self.send_header("Allow", "GET, POST")
        if "retryAfter" in body.get("error", {}):
            self.send_header("Retry-After", str(body["error"]["retryAfter"]))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(text)

    def send_error(self, code, *_, **__):
        """Replaces the HTML page of Python's own errors."""
        unknown = code == 501
        self.reply(405 if unknown else 400, {"error": {"code": "method_not_allowed" if unknown else "bad_request"}})

    def version_string(self):
        return "vkyc"

    def log_message(self, *_):
        """The path contains a secret: log only the route, the method and the status."""


def check_body(sent):
    if len(sent) > REQUEST_LIMIT:
        raise HttpError(413, "too_large")
    try:
        if sent and not isinstance(parse_json(sent), dict):
            raise ValueError
    except (ValueError, RecursionError):
        raise HttpError(400, "bad_request") from None


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", int(os.environ.get("PORT", "3000"))), Handler)
    print("Ready.", flush=True)
    server.serve_forever()
