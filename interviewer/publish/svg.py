"""Figures, drawn as SVG: bars, bars in two parts, and Norway as tiles.

Every figure has a title and a description that says all its numbers, so that nobody has to see it.
Nothing is told by colour alone: numbers stand beside the bars, parts differ by pattern, and the
tiles differ by how dark they are.
"""

from collections.abc import Iterable, Sequence
from textwrap import wrap
from typing import Final

from markupsafe import Markup, escape

from schemas.review.report.blocks import Bar, BarChart, TileChart
from schemas.review.tilemap import MapScale, Tile


def drawn(chart: BarChart | TileChart) -> Markup:
    """A figure as a picture."""
    return bars(chart) if isinstance(chart, BarChart) else tile_map(chart)


# ── Elements ─────────────────────────────────────────────────────────────────────────────────────


def tag(name: str, *inside: str | Markup, **attributes: str | float) -> Markup:
    """An element; what is put inside is escaped unless it is an element itself."""
    written = "".join(_attribute(key, value) for key, value in attributes.items())
    content = Markup("").join(inside)
    return Markup(f"<{name}{written}>{content}</{name}>")


def _attribute(key: str, value: str | float) -> str:
    shown = value if isinstance(value, str) else f"{value:g}"
    return f' {key.strip("_").replace("_", "-")}="{escape(shown)}"'


def _text(words: str, x: float, y: float, kind: str, **more: str) -> Markup:
    return tag("text", words, x=x, y=y, class_=kind, **more)


def _picture(
    id: str, title: str, says: str, size: tuple[float, float], drawn: Iterable[Markup]
) -> Markup:
    names = tag("title", title, id=f"{id}-t") + tag("desc", says, id=f"{id}-d")
    return tag(
        "svg",
        names,
        *drawn,
        viewBox=f"0 0 {size[0]:g} {size[1]:g}",
        role="img",
        aria_labelledby=f"{id}-t",
        aria_describedby=f"{id}-d",
    )


# ── Bars ─────────────────────────────────────────────────────────────────────────────────────────


WIDTH: Final = 720
LABELS: Final = 250
"""The width of the labels; the bars begin where they end."""

LONGEST: Final = 350
"""The width of the longest bar; its numbers need what is left."""

LINE: Final = 17
LETTERS: Final = 34
"""So many letters of a label fit on a line."""


def bars(chart: BarChart) -> Markup:
    """Horizontal bars, each in two parts where they have two."""
    id, shown, parts = chart.id, chart.bars, chart.parts
    most = max((bar.count for bar in shown), default=0) or 1
    drawn: list[Markup] = [_hatch(id), *_key(id, parts)] if parts else []
    top = 34.0 if parts else 4.0
    for bar in shown:
        lines = wrap(bar.label, LETTERS) or [""]
        height = max(30, 12 + LINE * len(lines))
        drawn += _bar(id, bar, lines, top, height, LONGEST * bar.count / most)
        top += height
    drawn.append(tag("line", x1=LABELS, y1=2, x2=LABELS, y2=top, class_="axis"))
    says = " ".join(bar.says(parts) for bar in shown)
    return _picture(id, chart.title, says, (WIDTH, top + 4), drawn)


def _bar(
    id: str, bar: Bar, lines: Sequence[str], top: float, height: float, width: float
) -> Iterable[Markup]:
    middle = top + height / 2
    first = middle + 5 - LINE * (len(lines) - 1) / 2
    for nth, line in enumerate(lines):
        yield _text(line, LABELS - 12, first + nth * LINE, "label", text_anchor="end")
    yield from _lengths(id, bar, middle - 10, width)
    yield _text(bar.numbers, LABELS + width + 10, middle + 5, "number")


def _lengths(id: str, bar: Bar, y: float, width: float) -> Iterable[Markup]:
    if bar.first is None:
        yield tag("rect", x=LABELS, y=y, width=width, height=20, class_="bar")
        return
    cut = width * bar.first / bar.count if bar.count else 0
    rest = {"x": LABELS + cut, "y": y, "width": width - cut, "height": 20}
    yield tag("rect", x=LABELS, y=y, width=cut, height=20, class_="bar")
    yield tag("rect", **rest, class_="second", fill=f"url(#{id}-h)")
    if 0 < bar.first < bar.count:
        yield tag("line", x1=LABELS + cut, y1=y - 4, x2=LABELS + cut, y2=y + 24, class_="cut")


def _hatch(id: str) -> Markup:
    stroke = tag("path", d="M-2,2 l4,-4 M0,8 l8,-8 M6,10 l4,-4", class_="hatch")
    field = tag("rect", width=8, height=8, class_="field")
    pattern = tag(
        "pattern", field, stroke, id=f"{id}-h", width=8, height=8, patternUnits="userSpaceOnUse"
    )
    return tag("defs", pattern)


def _key(id: str, parts: Sequence[str]) -> Iterable[Markup]:
    """What the two parts of the bars are."""
    x: float = LABELS
    fills = ({"class_": "bar"}, {"class_": "second", "fill": f"url(#{id}-h)"})
    for words, fill in zip(parts, fills, strict=True):
        yield tag("rect", x=x, y=8, width=18, height=14, **fill)
        yield _text(words, x + 26, 20, "small")
        x += 60 + 7 * len(words)


# ── Tiles ────────────────────────────────────────────────────────────────────────────────────────

TILE: Final = (124, 62)
GAP: Final = 6


def tile_map(chart: TileChart) -> Markup:
    """The survey's map as tiles, each with its share and the numbers that it was made of."""
    map_, shown = chart.map, chart.tiles
    drawn = [element for tile, numbers in shown for element in _tile(tile, numbers)]
    below = map_.rows * (TILE[1] + GAP) + 12
    size = map_.columns * (TILE[0] + GAP) - GAP + 2, below + 40
    says = " ".join(f"{tile.group.name}: {tile.number} ({numbers})." for tile, numbers in shown)
    return _picture(chart.id, chart.title, says, size, [*drawn, *_legend(below, chart.scale)])


def _tile(tile: Tile, numbers: str) -> Iterable[Markup]:
    x = tile.at[0] * (TILE[0] + GAP) + 1
    y = tile.at[1] * (TILE[1] + GAP) + 1
    words = f"on{tile.level}"
    yield tag(
        "rect", x=x, y=y, width=TILE[0], height=TILE[1], rx=3, class_=f"tile level{tile.level}"
    )
    yield _text(tile.group.name, x + 9, y + 19, f"{words} name")
    yield _text(tile.number, x + 9, y + 46, f"{words} share")
    yield _text(numbers, x + TILE[0] - 9, y + 46, f"{words} small", text_anchor="end")


def _legend(y: float, scale: MapScale) -> Iterable[Markup]:
    """What each shade of this map stands for."""
    x = 1.0
    for level, words in enumerate(scale.words):
        yield tag("rect", x=x, y=y, width=18, height=14, class_=f"tile level{level}")
        yield _text(words, x + 25, y + 12, "small")
        x += 52 + 7 * len(words)
