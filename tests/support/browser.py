"""One browser for many looks: driven over its own pipe, with no other program between."""

import json
import os
import re
import shutil
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from itertools import count
from pathlib import Path
from typing import Any, Final

import pytest

NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS: Final = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)

AXE: Final = Path(str(files("axe_playwright_python") / "axe.min.js"))
"""The checker, as the package brings it; nothing is fetched."""

LEVELS: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

MEASURE: Final = """() => {
  const seen = colour => (colour.match(/[\\d.]+/g) || []).map(Number);
  const behind = one => {
    for (; one; one = one.parentElement) {
      const colour = seen(getComputedStyle(one).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour.slice(0, 3);
    }
    return [255, 255, 255];
  };
  const light = colour => {
    const [r, g, b] = colour.map(c => c / 255).map(c =>
      c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b;
  };
  let worst = 21;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || parent.closest("svg, style, script")) continue;
    const ink = light(seen(getComputedStyle(parent).color).slice(0, 3));
    const paper = light(behind(parent));
    worst = Math.min(worst, (Math.max(ink, paper) + .05) / (Math.min(ink, paper) + .05));
  }
  const drawn = [...document.querySelectorAll("figure")].map(one => one.getBoundingClientRect());
  return {
    wide: document.documentElement.scrollWidth, contrast: worst, title: document.title,
    figures: drawn.filter(box => box.width > 100 && box.height > 20).length,
    tables: [...document.querySelectorAll("table:not(details table)")]
      .filter(one => one.offsetHeight > 20).length,
    torn: [...document.querySelectorAll("a[href^='tel:']")]
      .filter(one => one.getClientRects().length > 1).length,
  };
}"""
"""What is measured in a page: in the page itself, which runs no script of its own for it."""


MARK: Final = """() => {
  const pairs = [], all = (what, where = document) => [...where.querySelectorAll(what)];
  const named = one => one.id || (one.id = `sted-${all("[id]").length}`);
  const pair = (kind, first, last) => last && pairs.push([kind, named(first), named(last)]);
  const seen = one => one.getClientRects().length && !one.matches("details, .highlight");
  for (const one of all("h2, h3")) pair("heading", one, one.nextElementSibling);
  for (const one of all("figure")) pair("figure", one, [...one.children].filter(seen).at(-1));
  for (const one of all("table:not(details table)")) pair("table", one, all("tr", one).at(-1));
  for (const one of all("article")) pair("entry", one, one.lastElementChild);
  const links = pairs.flatMap(([, ...ends]) => ends).map(id => `<a href="#${id}">.</a>`);
  document.querySelector("footer").insertAdjacentHTML("beforeend",
    `<p style="font-size: 1px">${links.join(" ")}</p>`);
  return pairs;
}"""
"""What belongs together on paper, in pairs of ids; a page that is printed tells of links alone."""

CONTENT: Final = 297 - 15 - 18
"""How much of a sheet is printed on, in millimetres: without the margins of the style sheet."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something begins on paper: on which sheet, in which column, how far down, in mm."""

    sheet: int
    column: int
    down: float


@dataclass(frozen=True, slots=True)
class Printed:
    """A page on paper: so many sheets, and where the first and last of each pair begin."""

    sheets: int
    pairs: tuple[tuple[str, str, Spot, Spot], ...]

    def torn(self) -> list[str]:
        """What does not stand together: a heading apart from what it is of, a figure in two."""
        return [
            f"{kind} {id}: {first} {last}"
            for kind, id, first, last in self.pairs
            if (first.sheet, first.column) != (last.sheet, last.column)
        ]

    def filled(self) -> list[float]:
        """How far down each sheet is printed on, at least: where the last thing on it begins."""
        ends = [(spot.sheet, spot.down) for *_, first, last in self.pairs for spot in (first, last)]
        return [max(down for at, down in ends if at == sheet) for sheet in range(1, self.sheets)]


def browser() -> str:
    """The browser, or the test is skipped."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        pytest.skip(f"no browser here: none of {', '.join(NAMES)}")
    return found


@dataclass(frozen=True, slots=True)
class Look:
    """How a page is looked at: so many pixels wide, in light or dark, and how far it is zoomed."""

    width: int
    dark: bool = False
    zoom: int = 1


class Tab:
    """An open page."""

    def __init__(self, into: int, out: int) -> None:
        self._into, self._out, self._ids = into, out, count(1)
        self._left, self._session = b"", ""
        target = self.tell("Target.createTarget", url="about:blank")["targetId"]
        attached = self.tell("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        self._frame = target

    def tell(self, method: str, **told: Any) -> dict[str, Any]:
        """What the browser answers to a command; AssertionError where it refuses it."""
        id = next(self._ids)
        session = {"sessionId": self._session} if self._session else {}
        message = {"id": id, "method": method, "params": told, **session}
        os.write(self._into, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == id:
                assert "error" not in answer, answer
                found: dict[str, Any] = answer["result"]
                return found

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._left:
            some = os.read(self._out, 1 << 16)
            assert some, "the browser has gone"
            self._left += some
        told, _, self._left = self._left.partition(b"\0")
        answer: dict[str, Any] = json.loads(told)
        return answer

    def show(self, source: str) -> None:
        """A page, without a network, and without what the last one allowed its scripts."""
        self.tell("Page.navigate", url="about:blank")
        self.tell("Page.setDocumentContent", frameId=self._frame, html=source)

    def look(self, at: Look) -> None:
        """So wide, in this scheme; a page zoomed twice has half as many pixels of its own."""
        self.tell(
            "Emulation.setDeviceMetricsOverride",
            width=at.width // at.zoom,
            height=900,
            deviceScaleFactor=at.zoom,
            mobile=False,
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if at.dark else "light"}
        self.tell("Emulation.setEmulatedMedia", features=[scheme])

    def asks(self, expression: str) -> Any:
        """What an expression comes to in the page, also if it takes a while."""
        answer = self.tell(
            "Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True
        )
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def measure(self) -> dict[str, Any]:
        """How wide it comes out, the weakest contrast of any text, and what can be seen of it."""
        found: dict[str, Any] = self.asks(f"({MEASURE})()")
        return found

    def printed(self) -> Printed:
        """The page on A4."""
        pairs = self.asks(f"({MARK})()")
        paper = b64decode(self.tell("Page.printToPDF", preferCSSPageSize=True)["data"])
        sheets = [int(one) for one in re.findall(rb"\n(\d+) 0 obj\n<</Type /Page\n", paper)]
        spots = {
            id.decode(): Spot(
                sheet=sheets.index(int(sheet)) + 1,
                column=int(float(x) > 200),  # points; A4 is 595 wide
                down=(841.9 - float(y)) * 25.4 / 72,
            )
            for id, sheet, x, y in re.findall(
                rb"/([\w-]+) \[(\d+) 0 R /XYZ ([\d.-]+) ([\d.-]+)", paper
            )
        }
        known = ((kind, id, spots[id], spots[last]) for kind, id, last in pairs)
        return Printed(len(sheets), tuple(known))

    def faults(self, *left_out: str) -> list[str]:
        """What axe-core finds against WCAG 2.2 AA, but for the rules left out; each with where."""
        if not self.asks("typeof axe === 'object'"):
            self.tell("Runtime.evaluate", expression=AXE.read_text(encoding="utf-8"))
        rules = ", ".join(f"{rule!r}: {{enabled: false}}" for rule in left_out)
        found: list[str] = self.asks(
            f"axe.run(document, {{runOnly: {LEVELS}, rules: {{{rules}}},"
            " resultTypes: ['violations']}).then(one =>"
            " one.violations.map(rule => `${rule.id}: ${rule.nodes[0].html.slice(0, 200)}`))"
        )
        return found


@contextmanager
def open_tab(folder: Path) -> Iterator[Tab]:
    """A browser that is there as long as the block; without one, the test is skipped.

    It reads what it is told from 3 and answers on 4, which the ends of ours are put on.
    """
    if os.name == "nt":
        pytest.skip("the browser's pipe has other numbers there")
    theirs, into = os.pipe()
    out, ours = os.pipe()
    program = browser()
    command = [program, *FLAGS, f"--user-data-dir={folder}", "--remote-debugging-pipe"]
    handed = [(os.POSIX_SPAWN_DUP2, here, there) for here, there in ((theirs, 3), (ours, 4))]
    silent = [(os.POSIX_SPAWN_OPEN, fd, os.devnull, os.O_WRONLY, 0) for fd in (1, 2)]
    running = os.posix_spawn(program, command, os.environ, file_actions=[*silent, *handed])
    for fd in (theirs, ours):
        os.close(fd)
    try:
        yield Tab(into, out)
    finally:
        os.close(into)  # whereupon the browser closes
        os.close(out)
        os.waitpid(running, 0)
