"""A real browser without a window, to look at pages with; without one, tests are skipped."""

import html
import json
import shutil
import subprocess
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

MEASURE: Final = """
<pre id="measured"></pre>
<iframe width="{width}" height="900" srcdoc="{page}"></iframe>
<script>
const frame = document.querySelector("iframe");
frame.onload = () => {{
  const page = frame.contentDocument, view = frame.contentWindow;
  const seen = colour => (colour.match(/[\\d.]+/g) || []).map(Number);
  const behind = one => {{
    for (; one; one = one.parentElement) {{
      const colour = seen(view.getComputedStyle(one).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour.slice(0, 3);
    }}
    return [255, 255, 255];
  }};
  const light = colour => {{
    const [r, g, b] = colour.map(c => c / 255).map(c =>
      c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b;
  }};
  let worst = 21;
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {{
    const parent = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || parent.closest("svg, style")) continue;
    const ink = light(seen(view.getComputedStyle(parent).color).slice(0, 3));
    const paper = light(behind(parent));
    worst = Math.min(worst, (Math.max(ink, paper) + .05) / (Math.min(ink, paper) + .05));
  }}
  const drawn = [...page.querySelectorAll("figure")].map(one => one.getBoundingClientRect());
  document.getElementById("measured").textContent = JSON.stringify({{
    wide: page.documentElement.scrollWidth, contrast: worst, title: page.title,
    figures: drawn.filter(box => box.width > 100 && box.height > 20).length,
    tables: [...page.querySelectorAll("table:not(details table)")]
      .filter(one => one.offsetHeight > 20).length,
  }});
}};
</script>
"""
"""Shows a page in a frame of a given width, and writes down how it came out."""


def browser() -> str:
    """The browser, or the test is skipped."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        pytest.skip(f"no browser here: none of {', '.join(NAMES)}")
    return found


def run(folder: Path, page: Path, *more: str) -> str:
    """What the browser prints of a page."""
    profile = f"--user-data-dir={folder / 'profile'}"
    answer = subprocess.run(
        [browser(), *FLAGS, profile, *more, page.as_uri()],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    return answer.stdout


def measured(folder: Path, source: str, width: int) -> dict[str, Any]:
    """How a page comes out in a window of so many pixels; the page itself may run no script."""
    opened = source.replace("default-src 'none'", "default-src *")
    harness = folder / "harness.html"
    harness.write_text(
        MEASURE.format(width=width, page=html.escape(opened, quote=True)), encoding="utf-8"
    )
    shown = run(folder, harness, "--dump-dom", "--virtual-time-budget=5000")
    content = shown.partition('<pre id="measured">')[2].partition("</pre>")[0]
    found: dict[str, Any] = json.loads(html.unescape(content))
    return found
