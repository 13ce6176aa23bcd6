"""Reviewing in the terminal: one conflict at a time, one key for each decision, saved at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from factcheck.claims import Claim
from factcheck.decisions import Verdict
from factcheck.errors import FactcheckError
from factcheck.review import screen
from factcheck.review.choosing import Choice, Chooser, edited
from factcheck.review.editor import edit
from factcheck.review.keyboard import Terminal
from factcheck.review.session import Session
from factcheck.review.styled import Line, Run, cut, paint, wrap

TICK = 1.0  # seconds between looks at the window's size and at the files
_DONE = {"confirmed": "Confirmed", "dismissed": "Dismissed", "noted": "Noted", "split": "Split", "joined": "Joined"}
_SCROLLING = frozenset({"up", "down", "page up", "page down", "home", "end"})


@dataclass
class _View:
    """What is on the screen besides the conflict."""

    message: str = ""
    bad: bool = False  # the message is of something that went wrong
    top: int = 0  # first line of the body that is shown
    page: list[Line] | None = None  # help or a list in the place of the conflict
    drawn: tuple[object, ...] = field(default=())


def run(session: Session, terminal: Terminal, *, colour: bool) -> None:
    """Review until the reviewer quits. Raises DecisionsError only when decisions cannot be read at the start."""
    _Reviewer(session, terminal, colour).loop()


class _Reviewer:
    def __init__(self, session: Session, terminal: Terminal, colour: bool) -> None:
        self.session, self.terminal, self.colour = session, terminal, colour
        self.view = _View()
        self.actions: dict[str, Callable[[], object]] = {
            "c": lambda: self.decide("confirmed"), "d": self.dismiss, "D": self.dismiss_alike, "n": self.note,
            "=": self.same, "u": self.undo, "x": self.split, "j": self.join, "o": self.open, "?": self.help,
            "space": lambda: self.step(1), "right": lambda: self.step(1), "s": lambda: self.step(1),
            "p": lambda: self.step(-1), "left": lambda: self.step(-1), "backspace": lambda: self.step(-1),
            "tab": self.next_open, "back tab": lambda: self.next_open(back=True),
            "up": lambda: self.scroll(-1), "down": lambda: self.scroll(1),
            "page up": lambda: self.scroll(-10), "page down": lambda: self.scroll(10),
            "home": lambda: self.scroll(-(10**6)), "end": lambda: self.scroll(10**6), "redraw": self.redraw,
        }  # fmt: skip

    def loop(self) -> None:
        while True:
            self.draw()
            key = self.terminal.key(TICK)
            if key is None:
                self.look()
            elif key == "quit" or (key == "q" and self.view.page is None):
                return
            else:
                self.press(key)

    def press(self, key: str) -> None:
        """One key; a problem is told on the screen and costs nothing that was decided."""
        if self.view.page is not None and key not in _SCROLLING:
            self.view.page, self.view.top = None, 0
            return
        action = self.actions.get(key)
        self.view.message = "" if action else f"No key {key!r} here; press ? for all keys."
        self.view.bad = False
        try:
            if action:
                action()
        except FactcheckError as error:
            self.failed(error)

    def look(self) -> None:
        """Time went by: the files, the rules or the decisions may be others."""
        try:
            if self.session.refresh():
                self.view.message = "The files or decisions changed; this is how it stands now."
                self.view.top = 0
        except FactcheckError as error:
            self.failed(error)

    def failed(self, error: FactcheckError) -> None:
        """What went wrong, before where: the place may be long."""
        self.view.message = "; ".join(filter(None, [error.what, error.todo, error.where]))
        self.view.bad = True

    # ---- what the keys do

    def decide(self, verdict: Verdict, note: str = "") -> None:
        if self.session.item is None:
            return
        self.said(self.session.decide(verdict, note))
        self.next_open()

    def dismiss(self) -> None:
        if (
            self.session.item
            and (note := self.ask("Why is it no conflict? (Enter: no reason, Esc: back) ")) is not None
        ):
            self.decide("dismissed", note)

    def dismiss_alike(self) -> None:
        """All that are open and of the kind of the one at hand, after they were shown."""
        alike = self.session.alike()
        if not alike:
            self.view.message = "There is none of this kind to decide."
            return
        width, height = self.terminal.size()
        questions = [item.conflict.group.question for item in alike]
        title = f"Dismiss all {len(alike)} of one kind ({screen.kind_words(alike[0])}):"
        self.view.page, self.view.top = screen.listed(title, questions, width, height - 8), 0
        note = self.ask("Why are they no conflicts? (Enter: no reason, Esc: back) ")
        self.view.page = None
        if note is None:
            return
        done = self.session.dismiss_alike(note)
        self.view.message = f"{len(done)} dismissed and saved; u takes them back one by one."
        self.next_open()

    def note(self) -> None:
        if self.session.item and (note := self.ask("Note (Esc: back): ")):
            decided = self.session.item.standing.decided
            self.said(self.session.note(note))
            if not decided:
                self.next_open()

    def same(self) -> None:
        item = self.session.item
        if item is None or item.standing.decided or not self.said(self.session.same_again()):
            self.view.message = "There is no earlier decision to take over."
            return
        self.next_open()

    def undo(self) -> None:
        undone = self.session.undo()
        self.view.top = 0
        self.view.message = f"Taken back: {undone.kind} ({undone.question})" if undone else "Nothing to undo."

    def split(self) -> None:
        item = self.session.item
        if item is None:
            return
        claims = screen.in_order(item)
        if len(claims) == 2:
            answer = self.ask(
                f"Are {claims[0].figure.text} and {claims[1].figure.text} different claims? y/n ", single=True
            )
            apart: Sequence[Claim] | None = claims[1:] if answer == "y" else ()
        else:
            title = "Which are not about the same claim?"
            chosen = self.choose(Chooser(title, screen.figure_choices(claims), "split", many=True))
            apart = [claims[n] for n in chosen]
            if len(apart) == len(claims):
                self.view.message = "Nothing was split: at least one figure has to stay."
                return
        if not apart:
            self.view.message = "Nothing was split."
        elif self.said(self.session.split(apart)):
            self.view.top = 0

    def join(self) -> None:
        item = self.session.item
        if item is None:
            return
        candidates = self.session.joinable()
        title = f"Which is about the same as: {item.conflict.group.question}"
        chosen = self.choose(Chooser(title, [Choice(each.label, each.quote) for each in candidates], "join"))
        if chosen:
            self.said(self.session.join(candidates[chosen[0]].claims))
        else:
            self.view.message = "Nothing was joined."

    def choose(self, chooser: Chooser) -> list[int]:
        """What the reviewer chooses from a list; nothing when they went back."""
        while True:
            width, height = self.terminal.size()
            self.redraw()
            frame = chooser.lines(width, height)[:height]
            self.terminal.draw([paint(each, colour=self.colour) for each in frame])
            key = self.terminal.key(TICK)
            if key in ("escape", "quit"):
                return []
            if key == "enter":
                return chooser.chosen
            if key is not None:
                chooser.press(key)

    def open(self) -> None:
        item = self.session.item
        if item is None:
            return
        claims = [side[0] for side in screen.sides(item)]
        letters = list(zip(screen.letters(), claims, strict=False))
        answer = self.ask(f"Open which figure? {letters[0][0]} to {letters[-1][0]} ", single=len(letters) <= 26)
        figure = next((claim.figure for letter, claim in letters if letter == answer), None)
        if figure is None:
            self.view.message = "Nothing was opened."
            return
        with self.terminal.lent():
            edit(figure.document.file, figure.line)
        self.redraw()
        self.session.refresh()

    def help(self) -> None:
        self.view.page, self.view.top = screen.help_page(self.terminal.size()[0]), 0

    def step(self, by: int) -> None:
        self.view.top = 0
        if not self.session.step(by):
            self.view.message = "This is the last one." if by > 0 else "This is the first one."

    def next_open(self, *, back: bool = False) -> None:
        self.view.top = 0
        if not self.session.to_next_open(back=back) and not (self.session.everything and self.session.step(1)):
            self.view.message = f"{self.view.message} All are decided; q quits.".strip()

    def scroll(self, by: int) -> None:
        self.view.top = max(0, self.view.top + by)

    def redraw(self) -> None:
        self.view.drawn = ()

    def said(self, decision: object) -> bool:
        """Tell what was decided."""
        kind = getattr(decision, "kind", None)
        if kind:
            self.view.message = f"{_DONE[kind]} and saved."
        return kind is not None

    # ---- the screen

    def draw(self) -> None:
        """Only what changed is sent, for slow lines."""
        width, height = self.terminal.size()
        lines = [paint(each, colour=self.colour) for each in self.layout(width, height)]
        if (now := (width, height, *lines)) != self.view.drawn:
            self.view.drawn = now
            self.terminal.draw(lines)

    def layout(self, width: int, height: int) -> list[Line]:
        session, item = self.session, self.session.item
        top = screen.header(session, width)
        bottom = screen.footer(self.view.message, width, bad=self.view.bad)
        room = max(1, height - len(top) - len(bottom))
        if self.view.page is not None:
            body = self.view.page
        elif item is None:
            body = screen.nothing(width, found=len(session.scan.questions))
        else:
            body = screen.body(item, width)
        while body and not body[-1]:
            body.pop()
        self.view.top = max(0, min(self.view.top, len(body) - room))
        shown = body[self.view.top : self.view.top + room]
        if len(body) > self.view.top + room:
            shown[-1] = cut([Run(f"↓ {len(body) - self.view.top - room + 1} more lines", "dim")], width)
        return [*top, *shown, *([()] * (room - len(shown))), *bottom][:height]

    def ask(self, question: str, *, single: bool = False) -> str | None:
        """A line typed at the bottom, or one key; ``None`` when the reviewer went back.

        What is asked about can be scrolled meanwhile.
        """
        typed = ""
        self.view.message = ""
        while True:
            width, height = self.terminal.size()
            prompt = wrap([Run(question, "bold"), Run(typed + "█")], width)[-3:]
            keys = len(screen.footer("", width)) - 1  # the question stands in their place
            rows = [*([()] * (keys - len(prompt))), *prompt][-height:]
            frame = self.layout(width, height)
            frame[height - len(rows) :] = rows
            self.redraw()
            self.terminal.draw([paint(each, colour=self.colour) for each in frame])
            key = self.terminal.key(TICK)
            if key is None:
                continue
            if key in ("escape", "quit"):
                return None
            if key in _SCROLLING:
                self.actions[key]()
                continue
            if single and key not in ("enter", "space"):
                return key
            if key == "enter":
                return typed.strip()
            typed = edited(typed, key)
