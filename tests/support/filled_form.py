"""A form as ODK and Kobo fill it in: what is asked, by the XPath that pyxform wrote.

Evaluated by lxml, with the few functions that forms have beside XPath's own.  As there, what is not
relevant counts as blank for everything that looks at it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any, Final, TypeAlias

from lxml import etree  # type: ignore[import-untyped]  # has no types

Where: TypeAlias = tuple[str, int | None]
"""A question, and in a repeat the number of the time it is asked."""

YEAR: Final = 2015
"""When the form is filled in."""

ROUNDS: Final = 3
"""What is calculated looks at what is relevant, and the other way round: soon nothing changes."""


def _text(value: Any) -> str:
    """A value, or that of the first node."""
    if isinstance(value, list):
        return value[0].text or "" if value else ""
    return str(value)


def _if(_: Any, condition: Any, then: Any, otherwise: Any) -> Any:
    return then if condition else otherwise


def _selected(_: Any, chosen: Any, code: Any) -> bool:
    return _text(code) in _text(chosen).split()


FUNCTIONS: Final = {
    (None, "if"): _if,
    (None, "selected"): _selected,
    (None, "count-selected"): lambda _, chosen: len(_text(chosen).split()),
    (None, "int"): lambda _, number: int(float(number)),
    (None, "today"): lambda _: f"{YEAR}-03-01",
    (None, "format-date"): lambda _, day, how: day[:4],
}


class FilledForm:
    """One form that somebody has filled in, whether or not it asked."""

    def __init__(self, xform: str, said: Mapping[Where, str], repeats: Mapping[str, int]) -> None:
        # Without namespaces: the paths in a form have none.
        root = etree.fromstring(re.sub(r' xmlns(:\w+)?="[^"]*"', "", _bare(xform)).encode())
        (data,) = root.xpath("//instance/data")
        self._binds: list[Any] = root.xpath("//bind")
        for repeat, times in repeats.items():
            _repeat(data, repeat, times)
        self._repeats = repeats
        for (question, number), value in said.items():
            self._nodes(data, question)[(number or 1) - 1].text = value
        self._full = data
        self._seen = self._settled()

    def asked(self) -> set[Where]:
        """Everything that is relevant."""
        return {where for node, where in self._places() if not node.get("off")}

    def refused(self) -> set[Where]:
        """What has been answered in a way that the form does not accept."""
        limits = {bind.get("nodeset"): bind.get("constraint", "1") for bind in self._binds}
        path = self._seen.getroottree().getpath
        return {
            where
            for node, where in self._places()
            if node.text
            and not _evaluate(node, limits.get(re.sub(r"\[\d+\]", "", path(node)), "1"))
        }

    def wanting(self) -> set[str]:
        """What must be answered before the form can be sent, and is not."""
        return {
            bind.get("nodeset").rpartition("/")[2]
            for bind in self._binds
            for node in self._seen.xpath(bind.get("nodeset"))
            if not (node.get("off") or node.text) and _evaluate(node, bind.get("required", "0"))
        }

    def _settled(self) -> Any:
        seen = deepcopy(self._full)
        for _ in range(ROUNDS):
            calculated = {bind.get("nodeset"): self._calculated(seen, bind) for bind in self._binds}
            seen = deepcopy(self._full)
            for bind in self._binds:
                if (value := calculated[bind.get("nodeset")]) is not None:
                    seen.xpath(bind.get("nodeset"))[0].text = value
            for bind in self._binds:
                self._blank_where_not_relevant(seen, bind)
        return seen

    def _calculated(self, seen: Any, bind: Any) -> str | None:
        written = bind.get("calculate")
        if not written or "jr:" in written or "choice-name" in written:
            return None
        return _text(_evaluate(seen.xpath(bind.get("nodeset"))[0], written))

    def _blank_where_not_relevant(self, seen: Any, bind: Any) -> None:
        for node in seen.xpath(bind.get("nodeset")):
            if bind.get("relevant") and not _evaluate(node, bind.get("relevant")):
                for one in node.iter():
                    one.text = None
                    one.set("off", "off")

    def _places(self) -> Iterator[tuple[Any, Where]]:
        for node in self._seen.iter():
            if not len(node) and node is not self._seen:
                within = node.getparent()
                if within.tag in self._repeats:
                    yield node, (node.tag, self._seen.findall(within.tag).index(within) + 1)
                else:
                    yield node, (node.tag, None)

    def _nodes(self, data: Any, question: str) -> Sequence[Any]:
        nodes: Sequence[Any] = data.xpath(f".//{question}")
        return nodes


def _bare(xform: str) -> str:
    return re.sub(r"\b(?:h|jr|orx|odk):(?=[\w-]+[ =>])", "", re.sub(r"<(/?)\w+:", r"<\1", xform))


def _repeat(data: Any, name: str, times: int) -> None:
    """As many of a repeat as there are; the template is none of them."""
    template, *others = data.findall(name)
    for one in others:
        data.remove(one)
    for _ in range(times):
        template.addprevious(deepcopy(template))
    data.remove(template)


def _evaluate(node: Any, written: str) -> Any:
    return etree.XPath(written, extensions=FUNCTIONS)(node)
