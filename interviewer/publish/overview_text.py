"""A line of the public list in words: exactly what stands there, to read before it does."""

from collections.abc import Iterable, Iterator

from interviewer.publish.html import bare, together
from schemas.frame.frame import Frame
from schemas.language.phone import show_phone
from schemas.language.text import ended
from schemas.review.overview_lines import Overview, OverviewEntry, shared_by


def entry_lines(frame: Frame, entry: OverviewEntry) -> tuple[str, ...]:
    """Everything that the page tells of one line, from the top."""
    return (frame.in_full(entry.place), *filter(None, _told(frame, entry)), *_contact(entry))


def _told(frame: Frame, entry: OverviewEntry) -> Iterator[str]:
    yield entry.name
    if not entry.klass.is_own:
        yield str(entry.klass.label)
    yield from entry.items
    if entry.form and not entry.items:
        yield ended(entry.form)
    shared = shared_by(frame, entry)
    if shared:
        yield f"Felles for {together(shared)}."


def _contact(entry: OverviewEntry) -> Iterable[str]:
    told = (
        ("Kontaktperson", entry.contact),
        ("Telefon", show_phone(entry.phone) if entry.phone else ""),
        ("E-post", entry.email),
        ("Nettsted", bare(entry.url)),
    )
    return (f"{label}: {words}" for label, words in told if words)


def where_listed(listed: Overview, unit_id: str) -> str:
    """Whether a unit stands on the list as it would be written now; and if not, why.

    What was published before says nothing else until then.
    """
    frame = listed.frame
    for entry in listed.entries:
        if unit_id == entry.unit_id:
            return "Står i oversikten når den skrives neste gang."
        if unit_id in entry.members:
            place = frame.label(entry.place)
            return f"Står i oversikten sammen med {place} når den skrives neste gang."
    why = why_not_listed(listed, unit_id)
    return f"Står ikke i oversikten når den skrives neste gang: {why}."


def why_not_listed(listed: Overview, unit_id: str) -> str:
    """Why a unit has no line, and is no part of another's, in the words of a sentence's end."""
    why = next(_reasons(listed, unit_id), "Har ingenting som føres opp der")
    return f"{why[:1].lower()}{why[1:]}"


def _reasons(listed: Overview, unit_id: str) -> Iterator[str]:
    if unit_id in listed.withdrawn:
        yield "Respondenten har trukket seg"
    yield from (str(one.why.label) for one in listed.beside if one.unit_id == unit_id)
    for one in listed.left_out:
        if one.unit_id == unit_id:
            yield f"{one.why} (nevnt av {listed.frame.label(one.by)})"
    if unit_id in listed.never:
        yield f"Klassen er «{listed.never[unit_id].label}»"
