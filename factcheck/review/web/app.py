"""The server's answers: the page, its parts, what changed, and decisions."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from importlib import resources
from typing import TYPE_CHECKING, Any

from werkzeug.exceptions import BadRequest, HTTPException, MethodNotAllowed, NotFound
from werkzeug.wrappers import Request, Response

from factcheck.decisions import Decision
from factcheck.errors import FactcheckError
from factcheck.reports.html import asset
from factcheck.review.web.desk import ConflictError, Desk, Wish
from factcheck.review.web.guard import Guard, protect

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

MOST = 64 * 1024  # bytes of a request
Answer = Mapping[str, object]


class App:
    """A WSGI application for one desk."""

    def __init__(self, desk: Desk, guard: Guard) -> None:
        self._desk, self._guard = desk, guard
        self._texts: Mapping[str, Callable[[], tuple[str, str]]] = {
            "": lambda: (desk.html(), "text/html"),
            "report.css": lambda: (asset("report.css") + _static("serve.css"), "text/css"),
            "report.js": lambda: (asset("report.js"), "text/javascript"),
            "serve.js": lambda: (_static("serve.js"), "text/javascript"),
        }
        self._posts: Mapping[str, Callable[[Mapping[str, Any]], Decision | None]] = {
            "decide": self._decide,
            "split": lambda asked: desk.split(_wish(asked), _strings(asked, "figures")),
            "join": lambda asked: desk.join(_wish(asked), _strings(asked, "figures")),
            "dismiss-alike": lambda asked: desk.dismiss_alike(_wish(asked)),
            "undo": lambda asked: desk.undo(_optional(asked, "decision")),
        }

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        request = Request(environ)
        request.max_content_length = MOST
        try:
            response = self._answer(request, self._guard.admit(request))
        except HTTPException as error:
            response = Response(f"{error.code} {error.name}\n", error.code, mimetype="text/plain")
        return protect(response)(environ, start_response)

    def _answer(self, request: Request, path: str) -> Response:
        if request.method == "POST":
            if path not in self._posts:
                raise NotFound
            return self._post(self._posts[path], _body(request))
        if request.method not in ("GET", "HEAD"):
            raise MethodNotAllowed
        if path == "state":
            return _json(self._desk.state(_number(request, "generation"), _number(request, "version")))
        if path in ("joinable", "alike"):
            return self._listed(request, path)
        if path not in self._texts:
            raise NotFound
        text, kind = self._texts[path]()
        return Response(text, mimetype=kind)

    def _post(self, act: Callable[[Mapping[str, Any]], Decision | None], asked: Mapping[str, Any]) -> Response:
        """What was done, with what that changed on the page; 409 when the page was behind, 507 when it is not saved."""
        why, code, decision = None, 200, None
        try:
            decision = act(asked)
        except ConflictError as error:
            why, code = error.what, 409
        except FactcheckError as error:
            why, code = str(error), 507
        state = self._desk.state(_integer(asked, "generation"), _integer(asked, "version"))
        done = {"kind": decision.kind, "id": decision.id} if decision else None
        return _json({**state, "done": done, "why": why}, code)

    def _decide(self, asked: Mapping[str, Any]) -> Decision | None:
        wish, verdict = _wish(asked), asked.get("decision")
        if verdict == "noted":
            return self._desk.note(wish)
        if verdict == "same":
            return self._desk.same_again(wish)
        if verdict in ("confirmed", "dismissed"):
            return self._desk.decide(wish, verdict)
        raise BadRequest

    def _listed(self, request: Request, path: str) -> Response:
        seen = request.args.get("seen") or None
        wish = Wish(_number(request, "generation"), request.args.get("claim", ""), seen)
        try:
            if path == "alike":
                return _json({"questions": self._desk.alike(wish)})
            return _json({"candidates": self._desk.joinable(wish)})
        except ConflictError as error:
            return _json({"why": error.what}, 409)


def _wish(asked: Mapping[str, Any]) -> Wish:
    note = asked.get("note", "")
    claim = asked.get("claim")
    if not isinstance(note, str) or not isinstance(claim, str):
        raise BadRequest
    return Wish(_integer(asked, "generation"), claim, _optional(asked, "seen"), note[:2000])


def _body(request: Request) -> Mapping[str, Any]:
    try:
        asked = json.loads(request.get_data())
    except (ValueError, RecursionError):
        raise BadRequest from None
    if not isinstance(asked, dict):
        raise BadRequest
    return asked


def _integer(asked: Mapping[str, Any], key: str) -> int:
    value = asked.get(key)
    if not isinstance(value, int):
        raise BadRequest
    return value


def _optional(asked: Mapping[str, Any], key: str) -> str | None:
    value = asked.get(key)
    if value is not None and not isinstance(value, str):
        raise BadRequest
    return value


def _strings(asked: Mapping[str, Any], key: str) -> list[str]:
    value = asked.get(key)
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise BadRequest
    return value


def _number(request: Request, key: str) -> int:
    value = request.args.get(key, "")
    if not value.isdecimal() or len(value) > 12:
        raise BadRequest
    return int(value)


def _json(answer: Answer, code: int = 200) -> Response:
    return Response(json.dumps(answer), code, mimetype="application/json")


def _static(name: str) -> str:
    return (resources.files("factcheck.review.web") / "static" / name).read_text(encoding="utf-8")
