"""The pages as a real browser shows them, without a network; skipped where there is none.

One browser, and each page loaded once for all the ways to look at it.
"""

import pytest

from tests.support import browser
from tests.support.pages import Page

LOOKS = tuple(browser.Look(width, dark) for width in (390, 800, 1280) for dark in (False, True))
NARROW = (browser.Look(320), browser.Look(1280, zoom=2))

FEWER = """document.querySelectorAll("section[aria-labelledby=sporsmal] table")
  .forEach((one, nth) => nth > 2 && one.remove())"""
"""Ninety tables are made alike: when the checker has seen them all once, three are left."""

pytestmark = pytest.mark.slow


@pytest.fixture(params=["public", "report", "trusts", "trusts_public"])
def page(request: pytest.FixtureRequest) -> Page:
    chosen: Page = request.getfixturevalue(request.param)
    return chosen


class TestOnAScreen:
    def test_it_is_shown_whole_to_everybody(self, page: Page, tab: browser.Tab) -> None:
        """No wider than the window, all of it visible, readable, and without a fault by WCAG.

        No telephone number goes on in a second line.

        At three widths, in light and dark, on the narrowest screen, and at 200 per cent.  The
        contrast of every text is measured by ourselves: the checker takes ten times as long.  To
        the rest of what it looks at, light and dark are the same.
        """
        tab.show(page.source)
        for look in (*LOOKS, *NARROW):
            tab.look(look)
            seen = tab.measure()
            assert seen["title"] == page.says("//head/title")
            assert seen["wide"] <= look.width // look.zoom, look
            assert seen["contrast"] >= 4.5, look
            assert not seen["torn"], look
            assert seen["figures"] == len(page.all("//figure"))
            assert seen["tables"] == len(page.all("//table[not(ancestor::details)]"))
        for look in (one for one in LOOKS if not one.dark):
            tab.look(look)
            assert not tab.faults("color-contrast"), look
            tab.asks(FEWER)

    def test_the_public_list_can_be_searched(self, public: Page, tab: browser.Tab) -> None:
        """By words, group and kind, all of which must fit; and everything is back at once."""
        tab.show(public.source)
        tab.look(browser.Look(390))
        assert not tab.asks("document.getElementById('let').hidden")
        assert searched(tab, "ord", "NARVIK telefon") == ["Narvik kommune"]
        assert searched(tab, "gruppe", "18") == ["Narvik kommune"]
        assert searched(tab, "slag", "planning") == []
        assert tab.asks("document.getElementById('treff').textContent") == "Viser 0 av 3."
        assert searched(tab, "ord", "") == ["Tysfjord kommune"]
        tab.asks("new Promise(then => { document.forms[0].reset(); setTimeout(then, 9) })")
        assert tab.asks("document.getElementById('treff').textContent") == "Viser 3 av 3."

    def test_what_is_chosen_stands_out_in_every_figure(
        self, report: Page, tab: browser.Tab
    ) -> None:
        tab.show(report.source)
        lit = tab.asks("""(() => {
          const chosen = document.querySelector("#kart-avklart select");
          chosen.value = "Hordaland";
          chosen.dispatchEvent(new Event("change"));
          return [...document.querySelectorAll(".lit .name")].map(one => one.textContent);
        })()""")
        assert lit == ["Hordaland", "Hordaland"]


def searched(tab: browser.Tab, field: str, value: str) -> list[str]:
    """The places that are left when something is typed or chosen."""
    found: list[str] = tab.asks(f"""(() => {{
      const field = document.forms[0].elements.{field};
      field.value = {value!r};
      field.dispatchEvent(new Event("input", {{bubbles: true}}));
      return [...document.querySelectorAll("article h3")]
        .filter(one => one.getClientRects().length).map(one => one.textContent);
    }})()""")
    return found


class TestOnPaper:
    def test_it_prints_well(self, page: Page, tab: browser.Tab) -> None:
        """No heading without what it is of, nothing in two pieces, no page that is half empty.

        The summary of a report is the first page, and nothing else is on it.
        """
        tab.show(page.source)
        paper = tab.printed()
        assert not paper.torn()
        assert all(down > browser.CONTENT / 2 for down in paper.filled()), paper.filled()
        if page.all("//*[@class='summary']"):
            on_first = [id for _, id, at, _ in paper.pairs if at.sheet == 1]
            assert on_first == ["kort", "innholdsliste"]
