"""The database, and the one thread on which everything is read and stored, in its order."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from threading import Event
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from interviewer.engine.task import Task, UnderWay
from interviewer.failures import Trouble

if TYPE_CHECKING:
    from db.database import Database
    from db.first_look import FirstLook
    from interviewer.services import Start
    from interviewer.services.unsaved import Aside

FIRST_PICTURE: Final = 2.0
"""Seconds after which the database is opened even if the first picture is not there yet: its
libraries take all the time there is, and the picture needs little."""

Opens: TypeAlias = "Callable[[], Database]"
"""Gives the database, on the storing thread: its libraries take longer to load than a picture."""

FirstLooks: TypeAlias = "Callable[[], FirstLook | None]"
"""Gives what there is to see before it is opened, if there is anything."""


class Storing:
    """One thread: the order of answers is the order of keys.

    `opened` is told on it when the database is there, and `waits` what it is waited for.
    """

    def __init__(
        self,
        opens: Opens,
        looks: "FirstLooks | None",
        opened: "Callable[[Database], None]",
        waits: Callable[[str], None],
    ) -> None:
        self._opens, self._looks, self._opened, self._waits = opens, looks, opened, waits
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
        self._database: Database | None = None
        self._look: FirstLook | None = None
        self._latest: Future[Any] | None = None
        self._aside: Aside | None = None
        self._putting_aside: Future[Any] | None = None
        self.seen = Event()
        """Set when the first picture is there."""
        self.listed = Event()
        """Set when there is a picture of what was first read."""

    def store(self, task: Task[Any]) -> "Future[Any]":
        """Carry out the task behind all that came before it."""
        self._latest = self._thread.submit(self._run, task)
        return self._latest

    def behind(self, call: Callable[[], object]) -> None:
        """Call when all that came before is done; nobody waits for it."""
        self._thread.submit(call)

    def _run(self, task: Task[Any]) -> Any:
        """The first task asks what the program finds; where a look tells, nothing is opened yet."""
        start = self._looked()
        if start is not None:
            return start
        from db.plain_sql import told_where_spoilt

        database = self._open()
        with told_where_spoilt(database.look):
            return task.run(database)

    def _looked(self) -> "Start | None":
        looks, self._looks = self._looks, None
        if looks is None:
            return None
        self.seen.wait(FIRST_PICTURE)
        self._look = looks()
        if self._look is None:
            return None
        from interviewer.services.first_look import start_of

        self.behind(self._open_behind)
        return start_of(self._look)

    def _open_behind(self) -> None:
        """Open what the list was read from, as soon as the list is there.

        Where that fails, whoever asks for something next is told.
        """
        self.listed.wait(FIRST_PICTURE)
        with suppress(Trouble):
            self._open()

    def _open(self) -> "Database":
        """The database.  One that cannot be opened ends the program: there is nothing to do."""
        from db.problems import CannotOpen
        from db.waiting import told_of_waiting

        if self._database is None:
            self.seen.wait(FIRST_PICTURE)
            try:
                from interviewer.screens import router  # noqa: F401 - so that no key need wait

                with told_of_waiting(self._waits):
                    database = self._opens()
                database.survey.fetch_all()
                self._database = database
                self._go_on(self._database)
                self._opened(self._database)
            except CannotOpen as error:
                raise Trouble(error.code, str(error)) from None
        return self._database

    def _go_on(self, database: "Database") -> None:
        """Go on from what was seen before it was opened."""
        if self._look is not None:
            from interviewer.services.first_look import go_on

            go_on(database, self._look)

    @property
    def has_looked(self) -> bool:
        """Whether the first list was there before the database was opened."""
        return self._look is not None

    # ── What could not be stored ─────────────────────────────────────────────────────────────────

    def set_aside(self, going_on: UnderWay, *, at_once: bool) -> bool:
        """Beside the database, if it could be opened."""
        if self._database is None:
            return False
        from interviewer.engine.unsaved_tasks import set_aside
        from interviewer.services.unsaved import Aside, place_of

        self._aside = self._aside or Aside(place_of(self._database))
        self._end_putting_aside()
        if at_once:
            return set_aside(self._aside, going_on)
        self._putting_aside = self._thread.submit(set_aside, self._aside, going_on)
        return True

    def forget_aside(self, *, but_typed: bool) -> bool:
        """It has been stored."""
        self._end_putting_aside()
        return self._aside is not None and self._aside.forget(but_typed=but_typed)

    def _end_putting_aside(self) -> None:
        """What nobody waited for is there, or never will be: what is newer is not written over."""
        if self._putting_aside is not None and not self._putting_aside.cancel():
            self._putting_aside.exception()

    def reason(self, error: BaseException) -> BaseException:
        """What is told of an error: what is spoilt in the database, where it comes from that."""
        return self._thread.submit(self._reason, error).result()

    def _reason(self, error: BaseException) -> BaseException:
        if self._database is None:
            return error
        from db.plain_sql import told_where_spoilt

        try:
            with told_where_spoilt(self._database.look):
                raise error
        except BaseException as told:
            return told

    def close(self) -> bool:
        """Let go of the database when everything under way has been stored; whether it was."""
        self.behind(lambda: self._database.close() if self._database else None)
        self._thread.shutdown(wait=True)
        return self._latest is not None and self._latest.exception() is None
