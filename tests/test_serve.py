"""`factcheck serve` without a browser: who is let in, what is answered, and that decisions land in the log."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from factcheck.cli import main
from factcheck.decisions import load
from tests.review_desk import QUESTIONS, session, write

pytest.importorskip("werkzeug")
pytest.importorskip("jinja2")
from werkzeug.test import Client

from factcheck.review.web import server as server_module
from factcheck.review.web.app import App
from factcheck.review.web.desk import Desk
from factcheck.review.web.guard import POLICY, Guard
from factcheck.review.web.server import start

HOST, ORIGIN, TOKEN = "127.0.0.1:8765", "http://127.0.0.1:8765", "a-token"


class Clock:
    """Seconds that pass when told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Tab:
    """A browser tab as the server sees it: sends what the page's script sends."""

    def __init__(self, folder: Path, by: str = "Ann") -> None:
        self.folder, self.clock = folder, Clock()
        self.desk = Desk(session(folder, by), clock=self.clock)
        self.client = Client(App(self.desk, Guard(8765, TOKEN)))
        self.generation, self.version, self.seen = 1, 2, dict[str, str]()

    def get(self, path: str, token: str = TOKEN, method: str = "GET", **headers: str) -> Any:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.client.open(f"/{token}/{path}", method=method, headers={"Host": HOST, **named})

    def post(self, path: str, body: object, **headers: str) -> Any:
        named = {"Host": HOST, "Origin": ORIGIN, "Content-Type": "application/json"}
        named |= {name.replace("_", "-"): value for name, value in headers.items()}
        return self.client.post(f"/{TOKEN}/{path}", data=json.dumps(body), headers=named)

    def wish(self, claim: str = "g1", **more: object) -> dict[str, object]:
        return {"generation": self.generation, "version": self.version, "claim": claim, "seen": None, **more}

    def state(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(
            self.get(f"state?generation={self.generation}&version={self.version}").get_data()
        )
        return found

    @property
    def kinds(self) -> list[str]:
        return [each.kind for each in load(self.folder / "factcheck.decisions.jsonl").decisions]


@pytest.fixture
def tab(tmp_path: Path) -> Tab:
    return Tab(write(tmp_path / "desk"))


def test_half_a_request_holds_no_thread(tab: Tab, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server_module._Quiet, "timeout", 0.5)
    server, address = start(tab.desk)
    running = threading.Thread(target=server.serve_forever, daemon=True)
    running.start()
    before = threading.active_count()
    try:
        halves = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(60)]
        for half in halves:
            half.sendall(b"GET / HTTP/1.1\r\nHost: ")
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline and threading.active_count() <= before:
            time.sleep(0.05)  # until they are held
        while time.monotonic() < deadline and threading.active_count() > before:
            time.sleep(0.05)
        assert threading.active_count() <= before
        assert urllib.request.urlopen(address, timeout=10).status == 200  # noqa: S310
        for half in halves:
            half.close()
    finally:
        server.shutdown()
        server.server_close()


def test_the_page_is_the_report_with_the_servers_script(tab: Tab) -> None:
    answer = tab.get("")
    page = answer.get_data(as_text=True)
    assert answer.status_code == 200
    assert '<script src="report.js" defer></script>' in page
    assert '<script src="serve.js" defer></script>' in page
    assert '<link rel="stylesheet" href="report.css">' in page
    assert 'data-generation="1"' in page
    assert QUESTIONS["A"] in page
    assert "<script>" not in page
    assert "<style" not in page
    assert not re.search(r"\son\w+=", page)
    assert not re.search(r"\sstyle=", page)


@pytest.mark.parametrize("path", ["", "report.css", "report.js", "serve.js", "state?generation=1&version=1", "nothing"])
def test_every_answer_keeps_the_page_to_itself(tab: Tab, path: str) -> None:
    headers = tab.get(path).headers
    assert headers["Content-Security-Policy"] == POLICY
    assert "unsafe" not in POLICY
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Cache-Control"] == "no-store"
    assert "Access-Control-Allow-Origin" not in headers


REFUSED = [
    ("a name that points here", {"Host": "evil.example:8765"}, 403),
    ("another port", {"Host": "127.0.0.1:9999"}, 403),
    ("no host", {"Host": ""}, 403),
    ("another origin", {"Origin": "http://evil.example"}, 403),
    ("another port's page", {"Origin": "http://127.0.0.1:9999"}, 403),
    ("a file's page", {"Origin": "null"}, 403),
    ("a link on another site", {"Sec_Fetch_Site": "cross-site"}, 403),
    ("another port's request", {"Sec_Fetch_Site": "same-site"}, 403),
]


@pytest.mark.parametrize(("what", "headers", "code"), REFUSED, ids=[row[0] for row in REFUSED])
def test_no_other_origin_reads_or_decides(tab: Tab, what: str, headers: dict[str, str], code: int) -> None:
    assert tab.get("", **headers).status_code == code
    assert tab.post("decide", tab.wish(decision="confirmed"), **headers).status_code == code
    assert tab.kinds == []


@pytest.mark.parametrize("token", ["", "wrong", TOKEN + "x", TOKEN[:-1], "é", "..", "%2e%2e"])
def test_without_the_token_there_is_nothing(tab: Tab, token: str) -> None:
    for path in ("", "report.js", "state?generation=1&version=1"):
        assert tab.get(path, token=token).status_code == 404
    assert tab.client.get("/", headers={"Host": HOST}).status_code == 404
    assert tab.client.get(f"/{TOKEN}", headers={"Host": HOST}).status_code == 404


def test_a_form_of_another_site_cannot_decide(tab: Tab) -> None:
    wish = tab.wish(decision="confirmed")
    for headers in ({"Content_Type": "text/plain"}, {"Content_Type": "application/x-www-form-urlencoded"}):
        assert tab.post("decide", wish, **headers).status_code == 403
    bare = tab.client.post(
        f"/{TOKEN}/decide", data=json.dumps(wish), headers={"Host": HOST, "Content-Type": "application/json"}
    )
    assert bare.status_code == 403
    assert tab.get("decide").status_code == 404
    assert tab.get("", method="PUT").status_code == 405
    assert tab.get("", method="OPTIONS").status_code == 405
    assert tab.kinds == []


BAD = [
    ("decide", "text"),
    ("decide", []),
    ("decide", {}),
    ("decide", {"generation": "1", "version": 1, "claim": "g1", "decision": "confirmed"}),
    ("decide", {"generation": 1, "version": 1, "claim": "g1", "decision": "adored"}),
    ("decide", {"generation": 1, "version": 1, "claim": 1, "decision": "confirmed"}),
    ("decide", {"generation": 1, "version": 1, "claim": "g1", "decision": "dismissed", "note": 1}),
    ("split", {"generation": 1, "version": 1, "claim": "g1", "figures": "f1"}),
    ("undo", {"generation": 1, "version": 1, "decision": 3}),
]


@pytest.mark.parametrize(("path", "body"), BAD)
def test_nonsense_is_refused(tab: Tab, path: str, body: object) -> None:
    assert tab.post(path, body).status_code == 400
    assert tab.kinds == []


def test_a_huge_request_is_refused(tab: Tab) -> None:
    assert tab.post("decide", tab.wish(decision="dismissed", note="x" * 100_000)).status_code == 413
    assert tab.get("state?generation=x&version=1").status_code == 400
    assert tab.post("nothing", {}).status_code == 404


def test_deciding_saves_and_sends_the_card_that_changed(tab: Tab) -> None:
    answer = tab.post("decide", tab.wish(decision="dismissed", note="two ferries")).get_json()
    (decision,) = load(tab.folder / "factcheck.decisions.jsonl").decisions
    assert answer["done"] == {"kind": "dismissed", "id": decision.id}
    assert (answer["why"], answer["left"], answer["generation"]) == (None, 2, 1)
    assert answer["headline"] == "2 claims to look at"
    assert list(answer["cards"]) == ["g1"]
    assert "two ferries" in answer["cards"]["g1"]
    assert f'data-decision="{decision.id}"' in answer["cards"]["g1"]
    assert decision.by == "Ann"
    assert tab.state()["cards"].keys() == {"g1"}
    tab.version = answer["version"]
    assert "cards" not in tab.state()


def test_two_tabs_never_decide_over_each_other_unseen(tab: Tab) -> None:
    first = tab.post("decide", tab.wish(decision="confirmed")).get_json()
    second = tab.post("decide", tab.wish(decision="dismissed"))
    assert second.status_code == 409
    assert second.get_json()["why"] == "Ann has confirmed this meanwhile; look again"
    assert second.get_json()["cards"].keys() == {"g1"}
    assert tab.kinds == ["confirmed"]
    seen = tab.wish(decision="dismissed", seen=first["done"]["id"])
    assert tab.post("decide", seen).status_code == 200
    assert tab.post("decide", seen).status_code == 409
    assert tab.kinds == ["confirmed", "dismissed"]


def test_many_at_once_lose_nothing(tab: Tab) -> None:
    answers: list[int] = []

    def decide(claim: str) -> None:
        answers.append(tab.post("decide", tab.wish(claim, decision="confirmed")).status_code)

    threads = [threading.Thread(target=decide, args=(f"g{1 + n % 3}",)) for n in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers) == [200] * 3 + [409] * 9
    assert tab.kinds == ["confirmed"] * 3


def test_undo_by_button_and_twice(tab: Tab) -> None:
    done = tab.post("decide", tab.wish(decision="confirmed")).get_json()["done"]
    body = {"generation": 1, "version": 2, "decision": done["id"]}
    answer = tab.post("undo", body).get_json()
    assert (answer["left"], answer["done"]["kind"]) == (3, "confirmed")
    again = tab.post("undo", body)
    assert (again.status_code, again.get_json()["why"]) == (409, "that decision was taken back already")
    assert tab.post("undo", {**body, "decision": None}).get_json()["done"] is None
    late = tab.post("decide", tab.wish(decision="dismissed", seen=done["id"]))
    assert late.get_json()["why"] == "the decision was taken back meanwhile; look again"


def test_notes_keep_the_verdict_and_reopened_ones_are_decided_as_before(tab: Tab) -> None:
    done = tab.post("decide", tab.wish(decision="dismissed")).get_json()["done"]
    tab.post("decide", tab.wish(decision="noted", seen=done["id"], note="called"))
    assert tab.kinds == ["dismissed", "noted"]
    (tab.folder / "e.txt").write_text("Divers brought up [19] bodies from the wreck.\n")
    tab.clock.now += 5
    state = tab.state()
    assert (state["generation"], state["left"]) == (2, 3)
    tab.generation = 2
    tab.version = state["version"]
    page = tab.get("").get_data(as_text=True)
    assert "now also 19 in e.txt" in page
    known = load(tab.folder / "factcheck.decisions.jsonl").decisions[0].id
    assert tab.post("decide", tab.wish(decision="same", seen=known)).get_json()["done"]["kind"] == "dismissed"


def test_all_of_one_kind_are_dismissed(tab: Tab) -> None:
    assert len(tab.get("alike?generation=1&claim=g1").get_json()["questions"]) == 3
    answer = tab.post("dismiss-alike", tab.wish(note="drills")).get_json()
    assert answer["done"]["kind"] == "dismissed"
    assert (answer["left"], answer["decided"]) == (0, "Of what disagrees, 3 are decided.")
    assert len(answer["cards"]) == 3


def test_split_and_join(tab: Tab) -> None:
    figures = re.findall(r'id="g1-([\w.]+)" class="quote"', tab.get("").get_data(as_text=True))
    answer = tab.post("split", tab.wish(figures=figures[1:])).get_json()
    assert (answer["generation"], answer["done"]["kind"]) == (2, "split")
    assert QUESTIONS["A"] not in re.findall(r"<h3[^>]*>([^<]*)", tab.get("").get_data(as_text=True))
    old = tab.post("decide", tab.wish(decision="confirmed"))
    assert (old.status_code, old.get_json()["why"]) == (409, "the texts or the rules changed; look again")
    tab.generation = 2
    found = tab.get("joinable?generation=2&claim=g2").get_json()["candidates"]
    assert sorted(each["label"][:3] for each in found) == ["12:", "15:", "40,"]
    twelve = next(each for each in found if each["label"].startswith("12:"))
    answer = tab.post("join", tab.wish("g2", figures=twelve["figures"])).get_json()
    assert (answer["generation"], answer["done"]["kind"]) == (3, "joined")
    tab.generation = 3
    assert tab.post("split", tab.wish("g1", figures=[])).get_json()["done"] is None
    assert tab.get("joinable?generation=1&claim=g1").status_code == 409


def test_follows_files_and_the_log_and_tells_trouble(tab: Tab) -> None:
    assert "cards" not in tab.state()
    session(tab.folder, "Bea").decide("confirmed", "I asked")
    assert "cards" not in tab.state()  # looks at most once a second
    tab.clock.now += 2
    state = tab.state()
    assert (state["generation"], state["left"]) == (1, 2)
    assert "Bea" in state["cards"]["g1"]
    log = tab.folder / "factcheck.decisions.jsonl"
    log.write_text(log.read_text() + "<<<<<<< HEAD\n")
    tab.clock.now += 2
    assert tab.state()["problem"].endswith(
        "factcheck.decisions.jsonl:2: left over from a merge; the lines around it are read, remove the marker"
    )


def test_what_is_not_saved_is_told(tab: Tab) -> None:
    (tab.folder / "factcheck.decisions.jsonl").mkdir()
    answer = tab.post("decide", tab.wish(decision="confirmed"))
    assert answer.status_code == 507
    assert "the decisions cannot be read" in answer.get_json()["why"] or "NOT saved" in answer.get_json()["why"]
    assert answer.get_json()["left"] == 3


def test_listens_on_this_machine_only_and_refuses_a_port_in_use(tab: Tab) -> None:
    server, address = start(tab.desk)
    try:
        assert server.host == "127.0.0.1"
        assert server.socket.getsockname()[0] == "127.0.0.1"
        assert re.fullmatch(rf"http://127\.0\.0\.1:{server.port}/[\w-]{{32}}/", address)
        port = server.port
        with pytest.raises(Exception, match=f"port {port} cannot be used; choose another with --port"):
            start(tab.desk, port)
    finally:
        server.server_close()


def test_two_sessions_have_two_tokens(tab: Tab) -> None:
    assert Guard(1).token != Guard(1).token
    assert len(Guard(1).token) >= 32


SEEDS = Path(__file__).parent.parent / "seeds"


def test_the_command_serves_until_it_is_ended(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "factcheck", "serve", str(SEEDS), "--no-open", "--by", "Ann"]
    env = {**os.environ, "PYTHONPATH": str(SEEDS.parent), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, cwd=tmp_path, env=env, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        first = running.stdout.readline()
        address = first.removeprefix("Review at ").strip()
        with urllib.request.urlopen(address, timeout=20) as answer:  # noqa: S310
            assert answer.headers["Server"] == "factcheck"
            assert b"How many" in answer.read()
        running.send_signal(signal.SIGINT)
        rest = running.stdout.read()
        assert running.wait(20) == 0
    assert re.fullmatch(
        r"Decisions go to factcheck\.decisions\.jsonl\. Ctrl-C ends it\.\n"
        r"Stopped; \d+ to decide, all decisions are saved\.\n",
        rest,
    )


def test_a_port_in_use_is_told_in_one_line() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = CliRunner().invoke(main, ["serve", str(SEEDS), "--no-open", "--port", str(port)])
    assert result.exit_code == 2
    assert result.output == (f"factcheck: port {port} cannot be used; choose another with --port, or leave it out\n")


def test_a_missing_extra_is_told_with_the_command_that_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "werkzeug", None)
    result = CliRunner().invoke(main, ["serve", str(SEEDS)])
    assert result.exit_code == 2
    assert result.output == (
        "factcheck: factcheck serve needs werkzeug, which is not installed; install it: pip install 'werkzeug>=3.1'\n"
    )
