"""The same backend with FastAPI, in Python 3.9 or later. Start it with `python3 fastapi_app.py`.

A template to copy, together with backend.py and enkash.py: this file has the routes, backend.py the sessions, the hours and
your sign-in, enkash.py the calls to EnKash. It runs in one process; several must share SESSIONS and CUSTOMERS in a database.
"""

import os

import uvicorn
from fastapi import Depends, FastAPI, Request
from fastapi.responses import JSONResponse
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from backend import BASE, DRAIN_LIMIT, REQUEST_LIMIT, START
from backend import check_body, find_session, is_cross_site, open_session, session_answer, signed_in_card
from enkash import HttpError

CODES = {404: "not_found", 405: "method_not_allowed"}

# no pages of its own, and no redirect from a path with a slash at its end
app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
app.router.redirect_slashes = False


class Answer(JSONResponse):
    def init_headers(self, headers=None):
        super().init_headers(headers)
        self.headers["Cache-Control"] = "no-store"
        self.headers["X-Content-Type-Options"] = "nosniff"
        self.headers["Referrer-Policy"] = "no-referrer"


def refuse(status, code, **details):
    answer = Answer({"error": {"code": code, **details}}, status)
    if status == 405:
        answer.headers["Allow"] = "GET, POST"
    if "retryAfter" in details:
        answer.headers["Retry-After"] = str(details["retryAfter"])
    return answer


@app.exception_handler(HttpError)
async def on_refusal(_: Request, error: HttpError):
    return refuse(error.status, error.code, **error.details)


@app.exception_handler(HTTPException)
async def on_unknown_route(_: Request, error: HTTPException):
    return refuse(error.status_code, CODES.get(error.status_code, "bad_request"))


@app.exception_handler(Exception)
async def on_failure(_: Request, __: Exception):
    return refuse(500, "internal_error")


async def read_body(request: Request):
    """At most one byte more than the limit; the rest is read too, so that the client receives the answer."""
    sent, received = b"", 0
    async for chunk in request.stream():
        sent, received = (sent + chunk)[: REQUEST_LIMIT + 1], received + len(chunk)
        if received > DRAIN_LIMIT:
            break
    return sent


def same_site(request: Request):
    if is_cross_site(request.headers):
        raise HttpError(403, "cross_site")


async def from_button(request: Request, sent: bytes = Depends(read_body)):
    if request.headers.get("X-Enkash-Vkyc") != "1":
        raise HttpError(403, "missing_header")
    media_type = request.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if request.method == "POST" and media_type != "application/json":
        raise HttpError(415, "unsupported_media_type")
    check_body(sent)


@app.post(START, dependencies=[Depends(same_site)])
def start(request: Request):
    card = signed_in_card(request.headers)
    if not card:
        raise HttpError(401, "not_signed_in")
    return Answer(open_session(card))


@app.api_route(BASE + "{token}", methods=["GET", "POST"], dependencies=[Depends(same_site), Depends(from_button)])
async def session(request: Request, token: str):
    # EnKash is asked in a thread, so that one customer's call holds up nobody else
    return Answer(await run_in_threadpool(session_answer, find_session(token), request.method == "POST"))


if __name__ == "__main__":
    # the path contains a secret, so there is no access log
    uvicorn.run(
        app,
        host="127.0.0.1",
        port=int(os.environ.get("PORT", "3000")),
        log_level="warning",
        access_log=False,
        server_header=False,
    )
