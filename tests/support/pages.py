"""Reads a published page as a machine does: its figures, tables, headings and colours."""

import re
from collections.abc import Iterator
from typing import Any, Final, TypeAlias

from lxml import html  # type: ignore[import-untyped]  # has no types

BAR: Final = re.compile(r"^([\d\u00a0]+)(?: \((?:<|>)?(\d+) %\))?$")


DIGIT: Final = re.compile(r"\d")
EXPLAINED: Final = (
    r"^Figur \d+\. ...",
    r"^(Spurt om: «.+»|Figuren svarer på: .+\?)$",
    r"(Prosent av|Andel av|av dem som svarte|Med er).* (Ikke med\b|Ingen mangler)",
)
"""What every figure has: a number and what it is about, a question, and on whom it rests."""
Rows: TypeAlias = list[tuple[str, ...]]


class Page:
    """One page."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.tree: Any = html.document_fromstring(source)

    def all(self, path: str) -> list[Any]:
        """Elements, by XPath."""
        found: list[Any] = self.tree.xpath(path)
        return found

    def one(self, id: str) -> Any:
        """The element with an id."""
        (found,) = self.all(f"//*[@id='{id}']")
        return found

    def says(self, path: str) -> str:
        """The text of the only such element, its spaces made single."""
        (found,) = self.all(path)
        return words(found)

    @property
    def style(self) -> str:
        """The style sheet."""
        (found,) = self.all("//style")
        return str(found.text)

    # ── What it shows ──

    def figure(self, id: str) -> dict[str, int]:
        """The numbers of a figure as its description has them."""
        return {label: count for label, count, _ in self.bars(id)}

    def bars(self, id: str) -> list[tuple[str, int, int | None]]:
        """Label, number and per cent of every bar."""
        rows = [row for row in _figure(self.one(id)) if row[0] not in {"note", "finding"}]
        found = [(row[0], BAR.match(row[1])) for row in rows]
        return [
            (label, int("".join(filter(str.isdigit, one[1]))), _number(one[2]))
            for label, one in found
            if one
        ]

    def table(self, id: str) -> dict[str, list[str]]:
        """The rows of a table by what stands first in them."""
        rows = self.all(f"//table[@id='{id}']/tbody/tr")
        return {words(row[0]): [words(cell) for cell in row[1:]] for row in rows}

    # ── All its numbers ──

    def blocks(self, only: str | None = None) -> dict[str, Rows]:
        """Everything with a number in it, in rows of words; of `only` one figure or table.

        Figures and tables by their id; large facts and sentences by the id of their chapter.
        """
        if only is not None:
            one = self.one(only)
            return {only: _figure(one) if one.tag == "figure" else _table(one)}
        found: dict[str, Rows] = {}
        for one in self.all("//main//figure | //main//table[not(ancestor::figure)]"):
            found[one.get("id")] = _figure(one) if one.tag == "figure" else _table(one)
        for chapter in self.all("//main//section"):
            name = chapter.get("aria-labelledby")
            facts: Rows = [tuple(map(plain, fact)) for fact in chapter.xpath(".//dl/div")]
            said: Rows = [(plain(one),) for one in chapter.xpath("./p") if DIGIT.search(plain(one))]
            found |= {
                f"{name}: {what}": rows for what, rows in (("tall", facts), ("tekst", said)) if rows
            }
        return found

    def folded(self, figure: str) -> Rows:
        """The rows of the table behind a figure's fold."""
        rows = self.all(f"//figure[@id='{figure}']//tbody/tr")
        return [tuple(map(plain, row)) for row in rows]

    def unexplained(self) -> list[str]:
        """The figures without a number, a question, of whom they are, or who is not among them."""
        lacking = []
        for figure in self.all("//figure"):
            told = {one.get("class"): words(one) for one in figure.iterfind(".//*[@class]")}
            parts = (told[name] for name in ("numbered", "asked", "note"))
            if not all(map(re.search, EXPLAINED, parts)):
                lacking.append(figure.get("id"))
        return lacking

    def finding(self, figure: str) -> str:
        """What a figure shows, in words."""
        return plain(self.all(f"//figure[@id='{figure}']/figcaption/strong")[0])

    def loose(self) -> list[str]:
        """What has a number in it and is not part of a block: headings, and what tells the date."""
        inside = "ancestor::td or ancestor::dl or ancestor::tbody or ancestor::blockquote"
        words = self.all(f"//body//text()[not({inside} or ancestor::style or ancestor::script)]")
        return [plain(one) for one in words if DIGIT.search(one) and _is_loose(one.getparent())]

    # ── Colours ──

    @property
    def colours(self) -> dict[str, str]:
        """The colours by their names in the style sheet."""
        return dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{6});", self.style))

    def contrast(self, one: str, other: str) -> float:
        """How far apart two named colours are, by WCAG."""
        dark, light = sorted(map(_luminance, (self.colours[one], self.colours[other])))
        return (light + 0.05) / (dark + 0.05)


def words(element: Any) -> str:
    """All text in an element, its spaces made single."""
    return " ".join(re.split(r"[ \n]+", "".join(element.itertext()))).strip()


def plain(found: Any) -> str:
    """The same of an element or a text, with spaces that may break a line."""
    return " ".join((found if isinstance(found, str) else words(found)).split())


def _is_loose(element: Any) -> bool:
    """Whether a text stands in none of the elements that blocks are read from."""
    chapter = element.getparent() is not None and element.getparent().tag == "section"
    in_figure = any(one.tag == "figure" for one in element.iterancestors())
    of_findings = any(one.get("class") == "findings" for one in element.iterancestors())
    return not (in_figure or of_findings or (element.tag == "p" and chapter))


def _table(table: Any) -> Rows:
    """The rows, each behind the kind of the part that it is in: sum, apart or nothing."""
    parts = ((part.get("class") or "", row) for part in table.findall("tbody") for row in part)
    return [(kind, *map(plain, row)) for kind, row in parts]


def _figure(figure: Any) -> Rows:
    """The bars or tiles as they are drawn, and the note."""
    notes = [("note", plain(one)) for one in figure.findall("p[@class='note']")]
    return [*_tiles(figure), *_panels(figure), *_dots(figure), *_bars(figure), *notes]


def _tiles(figure: Any) -> Iterator[tuple[str, ...]]:
    """Name, share, the numbers that it was made of, and how dark it is."""
    for tile in figure.xpath(".//*[@role='listitem']"):
        name, share, numbers = map(plain, tile)
        yield name, share, numbers, tile.get("class").removeprefix("tile level")


def _panels(figure: Any) -> Iterator[tuple[str, ...]]:
    """The bars of every group, each behind the group's heading."""
    for panel in figure.xpath(".//*[@class='panel']"):
        heading = plain(_of_kind(panel, "heading")[0])
        yield from ((f"{heading}: {label}", *more) for label, *more in _bars(panel))


def _dots(figure: Any) -> Iterator[tuple[str, ...]]:
    """Label, what its dots stand for, and where each is, in per cent of the scale."""
    for row in figure.xpath(".//ul[starts-with(@class, 'dots')]/li"):
        label, numbers = (plain(_of_kind(row, kind)[0]) for kind in ("label", "numbers"))
        dots = row.xpath(".//*[name()='circle']")
        yield label, numbers, *(one.get("cx").removesuffix("%") for one in dots)


def _bars(figure: Any) -> Iterator[tuple[str, ...]]:
    """Label, number, what is said of its parts, and how long each part is, of the whole width.

    The parts of a whole are drawn above their labels, in one bar; those of a group in its own.
    """
    if figure.xpath(".//*[@class='panel']"):
        return
    whole = figure.xpath(".//*[@class='whole']//*[name()='rect']")
    for nth, bar in enumerate(figure.xpath(".//ul[starts-with(@class, 'bars')]/li")):
        label, number = (plain(_of_kind(bar, kind)[0]) for kind in ("label", "number"))
        parts = "".join(f", {plain(one)}" for one in _of_kind(bar, "parts"))
        rects = [whole[nth]] if whole else bar.xpath(".//*[name()='rect']")
        yield label, number, parts, *(f"{float(one.get('width')[:-1]) / 100:.2f}" for one in rects)


def _of_kind(element: Any, kind: str) -> list[Any]:
    found: list[Any] = element.xpath(f"./*[@class='{kind}']")
    return found


def _number(found: str | None) -> int | None:
    return None if found is None else int(found)


def _luminance(colour: str) -> float:
    red, green, blue = map(_linear, _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(colour: str) -> Iterator[float]:
    return (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
