"""The loop of the program without a screen: keys in, in order; storing in between; a state out.

While something is being stored, keys wait, and are played in their order when it is done.  So any
burst of keys gives what slow typing gives, and what the screen shows as answered has been stored.
The exception is work that may end in a question of its own (`Reaction.drops`).
If storing fails, the state stays as it was, the person is told, and it is tried again.
"""

from collections import deque
from collections.abc import Iterable
from concurrent.futures import Future
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from interviewer.controls.keys import Keycap, Press, keycap_of
from interviewer.controls.screen import (
    AtWork,
    Copy,
    Gone,
    GoTo,
    Next,
    Notice,
    OnACase,
    Onward,
    Reaction,
    Screen,
    Telephone,
    Tone,
    at_work_on,
)
from interviewer.engine.stamp import Stamp
from interviewer.engine.task import Task, UnderWay, in_order
from interviewer.terminal.host import LOOKS, Host
from interviewer.terminal.routing import arrived, pasted, pressed
from interviewer.words import WORDS, say
from schemas.language.dates import clock

if TYPE_CHECKING:
    from db.problems import DatabaseProblem

RETRY_SECONDS: Final = (0.2, 0.5, 1.0, 2.0)
"""How long to wait before storing is tried again; the last one for as long as it takes."""


_LEAVES: Final = frozenset(Keycap.CTRL_Q.names)


class Pasted(NamedTuple):
    """Text that was pasted, in its place among the keys."""

    text: str
    press: Press


class Clicked(NamedTuple):
    """A click on the picture, in its place among the keys: what it means is seen when its turn
    comes, so that a burst gives what slow hands give."""

    line: int
    column: int
    press: Press


class Loop:
    """Holds the state; the only thing in the program that changes."""

    def __init__(self, screen: Screen, host: Host) -> None:
        self.screen = screen
        self._host = host
        self._waiting: deque[Press | Pasted | Clicked | Onward] = deque()
        self._storing: Reaction | None = None
        self._minding: Reaction | None = None
        self._tries = 0
        self._typed_at: datetime | None = None
        self._of_itself = self._ends = False
        self._typed_at_end: tuple[str, ...] = ()
        self._looked_after: Reaction | None = None
        self._lying: UnderWay | None = None
        self._looked_at: Screen | None = None
        self._pressed: Stamp | None = None
        self.problem: DatabaseProblem | None = None
        self._at_the_door = False
        self._at_it = False

    @property
    def failing(self) -> Notice | None:
        """Why nothing can be stored; or, to whoever wants to leave, what would be lost by it."""
        if self.problem is None:
            return None
        if self._at_the_door:
            words = WORDS.quit_set_aside if self._is_kept else WORDS.quit_unsaved
            return Notice(say(words, count=self.waiting), "S-UNSAVED", Tone.warning)
        return Notice(str(self.problem), self.problem.code)

    @property
    def is_aside(self) -> bool:
        """Whether something is kept aside for the next start: on its way, or half typed."""
        return self._lying is not None

    @property
    def saving(self) -> bool:
        """Whether something is on its way into the database."""
        return self._storing is not None

    @property
    def expected(self) -> Screen | None:
        """What comes when that is done, where nothing that is read or typed can change it."""
        reaction = self._storing
        if reaction is None or reaction.then or self.problem or self._waiting:
            return None
        return None if isinstance(reaction.screen, GoTo | Gone) else reaction.screen

    @property
    def waiting(self) -> int:
        """How many keys have been typed that nothing has been done about yet."""
        return len(self._waiting)

    def press(self, press: Press) -> None:
        """A key.  Leaving works even while nothing can be stored, for whoever asks twice."""
        if self.problem and keycap_of(press) is Keycap.CTRL_Q:
            self._leave_unsaved()
            return
        if self._only_looks(press):
            return
        self._at_the_door = False
        self._waiting.append(press)
        self._go_on()

    def paste(self, text: str, press: Press) -> None:
        """Pasted text."""
        self._waiting.append(Pasted(text, press))
        self._go_on()

    def click(self, line: int, column: int, press: Press) -> None:
        """A click; on the key that leaves the program as the key itself."""
        if self.problem and _LEAVES & set(self._host.keys_at(line, column)):
            self._leave_unsaved()
            return
        self._at_the_door = False
        self._waiting.append(Clicked(line, column, press))
        self._go_on()

    def warn(self, words: str) -> None:
        """Say something that no key has led to, unless something is being said."""
        if self.screen.notice is None:
            self.screen = self.screen.told(Notice(words, tone=Tone.warning))
            self._host.changed()

    def begin(self, reaction: Reaction) -> None:
        """Something to do that no key asked for; dropped while something else is going on."""
        if self._storing is None and not self._waiting:
            self._take(reaction)
            self._go_on()

    def mind(self, at: datetime) -> None:
        """Once a second: what wants doing besides the keys, such as keeping a half-typed text.

        No key waits for it.  So what is read meanwhile only counts where nothing has happened
        since (the next second reads it again), and what is kept changes the state at once.
        """
        if self._storing is not None:
            self._look_after(self._storing)
        if self._storing or self._waiting or self._minding:
            return
        reaction = self.screen.mind(at)
        if reaction is None or reaction.task is None:
            self._keep_half_typed()
            return
        self._minding, self._typed_at = reaction, at
        if reaction.then is None:
            self._show(reaction.screen)
        stored = self._host.store(reaction.task)
        stored.add_done_callback(lambda done: self._host.soon(lambda: self._minded(done)))

    def get_ready(self) -> bool:
        """A little of what the next keys may ask for is made; whether anything was left to do."""
        return self._storing is None and self.screen.get_ready()

    def _minded(self, done: "Future[Any]") -> None:
        error, reaction, self._minding = done.exception(), self._minding, None
        if reaction is None or (reaction.then and self.screen is not reaction.screen):
            return
        if error is None and self._lying and self._lying.task == reaction.task:
            self._forget_aside()
        if error is None and reaction.then:
            self._show(reaction.done(done.result()))
            self._host.changed()
        elif error and self._storing is None:  # from here on as if a key had led to it
            self._storing, self._tries = replace(reaction, screen=self.screen), 0
            self._of_itself = True
            self._failed(error)

    def _go_on(self) -> None:
        if self._at_it:
            return
        self._at_it = True
        try:
            while self._waiting and self._storing is None:
                typed = self._waiting.popleft()
                if isinstance(typed, Clicked):
                    self._press_first(self._host.keys_at(typed.line, typed.column), typed.press)
                elif isinstance(typed, Press | Pasted):
                    self._take(self._led_by(typed))
                else:
                    self._take(typed.next(self.screen))
        finally:
            self._at_it = False
        self._host.changed()

    def _press_first(self, names: tuple[str, ...], press: Press) -> None:
        """These keys, before any that wait: the same presses as from the keyboard."""
        self._waiting.extendleft(reversed(press.all(names)))

    def _led_by(self, typed: Press | Pasted) -> Reaction:
        self._pressed = typed.press if isinstance(typed, Pasted) else typed
        self._typed_at = self._pressed.at
        if isinstance(typed, Pasted):
            return self._pasted(typed)
        if keycap_of(typed) is Keycap.CTRL_Q:
            return self._quit(typed)
        if self._only_looks(typed):
            return Reaction(self.screen)
        return pressed(self.screen, typed)

    def _only_looks(self, press: Press) -> bool:
        """Whether a key changed how things look, and nothing else."""
        key = keycap_of(press)
        return key in LOOKS and self._host.change_looks(key)

    def _pasted(self, typed: Pasted) -> Reaction:
        """What a screen makes of it, and a word about what nobody could see in it."""
        from schemas.language.clean import loses_something  # the first picture has nothing pasted

        reaction = pasted(self.screen, typed.text, typed.press)
        if (
            isinstance(reaction.screen, GoTo)
            or reaction.screen is self.screen
            or not loses_something(typed.text)
        ):
            return reaction
        told = Notice(say(WORDS.unseen_removed), "A-UNSEEN", Tone.warning)
        return replace(reaction, screen=reaction.screen.told(told))

    def _take(self, reaction: Reaction) -> None:
        if reaction.task is None:
            self._show(reaction.screen, reaction.hands)
            if reaction.onward is not None:
                self._waiting.appendleft(reaction.onward)
            self._waiting.extendleft(reversed(reaction.presses))
        else:
            self._storing, self._tries, self._of_itself = reaction, 0, False
            self._store()

    def _show(self, screen: Next, hands: Copy | Telephone | None = None) -> None:
        self.screen = arrived(screen)
        if hands is not None:
            self._host.hand(hands)
        if isinstance(self.screen, Gone):
            self._host.leave()

    # ── Storing ──────────────────────────────────────────────────────────────────────────────────

    def _store(self) -> None:
        if self._storing is None or self._storing.task is None:
            return
        stored = self._host.store(self._storing.task)
        stored.add_done_callback(lambda done: self._host.soon(lambda: self._stored(done)))

    def _stored(self, done: "Future[Any]") -> None:
        error, reaction = done.exception(), self._storing
        if reaction is None:
            return
        if error is not None:
            self._failed(error)
            return
        self._well()
        if reaction.drops:
            self._drop()
        self._show(reaction.done(done.result()), reaction.hands)
        self._go_on()

    def _failed(self, error: BaseException) -> None:
        from db.problems import DatabaseProblem

        if not isinstance(error, DatabaseProblem):
            self._host.crashed(error)
            return
        if error.retryable:
            self._try_again(error)
        else:
            self._refused(error)
        self._go_on()

    def _drop(self) -> None:
        """Forget what was typed meanwhile, but for the wish to leave."""
        keys = [one for one in self._waiting if isinstance(one, Press)]
        self._waiting = deque(key for key in keys if keycap_of(key) is Keycap.CTRL_Q)

    def set_aside(self) -> None:
        """Keep what is being stored for the next start, in case that there is no more time."""
        if self._storing and self._typed_at and not self._is_kept:
            self._keep_aside(UnderWay(self._task_under_way, self._typed_at, self._typed))

    def forget_stored(self) -> None:
        """What was on its way when one left has been stored after all."""
        if self._lying and self._lying.task and self._lying.task == self._task_under_way:
            self._forget_aside(but_typed=True)

    @property
    def _is_kept(self) -> bool:
        """Whether all that is under way lies aside."""
        under_way, lying = (self._task_under_way, self._typed), self._lying
        return lying is not None and (lying.task, lying.typed) == under_way

    def _keep_half_typed(self) -> None:
        """What a closed window would leave lies aside a second after it was typed: a program that
        is killed is asked nothing.

        It is kept there rather than in the database, where one has to have the case, and a word
        that waits for its Enter would need a column for each place where one can type.
        """
        if self.screen is self._looked_at or self._pressed is None:
            return
        from interviewer.controls.half_typed import half_typed  # the first picture is there sooner

        self._looked_at = self.screen
        words, task = half_typed(self.screen), self.screen.ending(self._pressed)
        if left := UnderWay(task, self._pressed.at, words):
            self._keep_aside(left, at_once=False)
        else:
            self._forget_aside()

    @property
    def _typed(self) -> tuple[str, ...]:
        """What led to nothing yet.  What a key stores, is what was written where it was pressed."""
        from interviewer.controls.half_typed import half_typed  # the first picture is there sooner

        if self._ends:  # what is on its way since then is only a part of it
            return self._typed_at_end
        is_stored = self._storing is not None and not self._of_itself
        return (*(() if is_stored else half_typed(self.screen)), *_typed_in(self._waiting))

    def _keep_aside(self, going_on: UnderWay, *, at_once: bool = True) -> None:
        """It alone is kept, instead of what was kept before."""
        beneath = at_work_on(self.screen)
        by = beneath.who.id if isinstance(beneath, AtWork) else None
        case_id = beneath.file.case_id if isinstance(beneath, OnACase) else None
        going_on = replace(going_on, by=by, case_id=case_id)
        if self._host.set_aside(going_on, at_once=at_once):
            self._lying = going_on

    @property
    def _task_under_way(self) -> Task[Any] | None:
        going_on = (one.task for one in (self._minding, self._storing) if one is not None)
        tasks = [one for one in going_on if one is not None]
        return in_order(*tasks) if len(tasks) > 1 else next(iter(tasks), None)

    def end(self, stamp: Stamp) -> None:
        """It ends from outside: what is half written goes on its way first, and all of it is kept,
        with the words that led to nothing yet."""
        self._end_typing()
        if self._storing is None:
            task, self._typed_at = self.screen.ending(stamp), stamp.at
            if task is not None:
                self._take(Reaction(self.screen, task))
        self._keep_to_the_end(self._typed_at or stamp.at)

    def _end_typing(self) -> None:
        if not self._ends:  # a closed window tells it twice
            self._typed_at_end, self._ends = self._typed, True

    def _keep_to_the_end(self, at: datetime, last: Task[Any] | None = None) -> None:
        if going_on := UnderWay(self._task_under_way or last, at, self._typed):
            self._keep_aside(going_on)
        else:
            self._forget_aside()

    def _look_after(self, storing: Reaction) -> None:
        """What has taken a second may take longer than the power lasts."""
        if storing is self._looked_after:
            self.set_aside()
        self._looked_after = storing

    def _try_again(self, error: "DatabaseProblem") -> None:
        self.problem = error
        self.set_aside()
        seconds = RETRY_SECONDS[min(self._tries, len(RETRY_SECONDS) - 1)]
        self._tries += 1
        self._host.later(seconds, self._store)

    def _well(self) -> None:
        self._forget_aside()
        self._storing, self.problem, self._at_the_door = None, None, False

    def _forget_aside(self, *, but_typed: bool = False) -> None:
        but_typed |= self._ends and bool(self._typed_at_end)
        if self._lying and not self._host.forget_aside(but_typed=but_typed):
            self._lying = None

    def _refused(self, error: "DatabaseProblem") -> None:
        # What was typed after it was meant for a screen that never came.
        self._well()
        self._ends = False  # whoever wanted to leave is still here
        unused = len(self._waiting)
        self._waiting.clear()
        self._show(self.screen.told(_explained(error, unused)))

    # ── Leaving ──────────────────────────────────────────────────────────────────────────────────

    def _leave_unsaved(self) -> None:
        self.set_aside()
        if self._at_the_door:
            self._host.leave()
        self._at_the_door = True
        self._host.changed()

    def _quit(self, press: Press) -> Reaction:
        """What is half written is kept as if the window were closed."""
        led = self.screen.leaving(press)
        if isinstance(led.screen, Gone):
            self._end_typing()
            self._keep_to_the_end(press.at, led.task)
        return led


def _typed_in(waiting: Iterable[Press | Pasted | Clicked | Onward]) -> tuple[str, ...]:
    """The words among keys that nothing has been done about yet."""
    words = "".join(
        one.text if isinstance(one, Pasted) else one.char
        for one in waiting
        if isinstance(one, Press | Pasted)
    )
    return (words,) if words.strip() else ()


def _explained(error: "DatabaseProblem", unused: int) -> Notice:
    from db.problems import HeldByAnother

    if isinstance(error, HeldByAnother):
        words = say(WORDS.held_by, name=error.name, until=clock(error.until))
        return Notice(words, error.code, Tone.warning)
    more = f" {say(WORDS.keys_unused, count=unused)}" if unused else ""
    return Notice(f"{error}{more}", error.code)
