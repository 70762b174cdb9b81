"""The way to somebody, drawn in the room there is."""

from schemas.calls.calls import ContactPoint, draw_way


def fitting(way: tuple[ContactPoint, ...], room: int) -> str:
    """The way, from the left without what there is no room for: where it ends stays in sight."""
    drawn = draw_way(way)
    skipped = 0
    while len(drawn) > room and skipped < len(way) - 1:
        skipped += 1
        drawn = f"… → {draw_way(way[skipped:])}"
    return drawn
