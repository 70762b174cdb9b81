"""The program without a screen: a line in, what came of it out.

It goes through the same loop, states and keys as the screen.  What is said is what has changed.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from time import monotonic
from typing import TYPE_CHECKING, Any, Final, TypeAlias
from uuid import UUID, uuid4

from interviewer.controls.keys import Keycap, Press
from interviewer.controls.screen import Copy, Notice, Screen, Telephone
from interviewer.draw.bars import LEAST_COLUMNS, LEAST_ROWS, Surroundings
from interviewer.draw.prompter import Prompt
from interviewer.draw.spoken import Spoken, Typing
from interviewer.plain.changes import HOW, news, noticed
from interviewer.plain.lines import ENTER, Advised, Again, Keyed, Meant, Paste, Tell, meant
from interviewer.screens import router
from interviewer.screens.call.state import Call
from interviewer.screens.call_list.state import CallList
from interviewer.screens.card.state import Card
from interviewer.screens.into_case import open_case
from interviewer.screens.opening.state import Opening
from interviewer.terminal.at_once import AtOnce
from interviewer.terminal.clipboard import copy
from interviewer.terminal.loop import Loop
from interviewer.terminal.telephone import ring
from interviewer.words import WORDS, say
from interviewer.words.speaking import SPOKEN

if TYPE_CHECKING:
    from db.database import Database

Prompter: TypeAlias = Callable[[Screen], Prompt | None]
"""What is said besides, by somebody one practises with."""

QUIT: Final = Keycap.CTRL_Q.names[0]


@dataclass(frozen=True, slots=True)
class Postponed:
    """Something to be done when the time has come, by the clock that only goes forward."""

    due: float
    call: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Clocks:
    """What time it is, what has run since the program began, and new ids."""

    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ids: Callable[[], UUID] = uuid4
    ran: Callable[[], float] = monotonic


class Talk(AtOnce):
    """Somebody who listens and types; `says` gets every line.

    A coordinator is `reviewing`.  A `prompter` has something to say beside every state, as where
    one practises; then there may be several talks, of which the `first` says how it works.
    `begin`, then `hear` for each line that is typed; `mind` once a second; `end` when there are no
    more lines.  It `is_over` when the program `was_left`.
    """

    def __init__(
        self,
        database: "Database",
        seat: str,
        says: Callable[[str], None],
        *,
        reviewing: bool = False,
        prompter: Prompter | None = None,
        first: bool = True,
        clocks: Clocks | None = None,
    ) -> None:
        super().__init__(database)
        self._out, self._prompter, self._first = says, prompter, first
        clocks = clocks or Clocks()
        self._now, self._ids, self._ran = clocks.now, clocks.ids, clocks.ran
        self._opening = Opening(seat, reviewing)
        self.loop = Loop(self._opening, self)
        self.is_over = False
        self.was_refused = self.was_left = False
        self._on_line = False
        self._has_said = False
        self._goes_on = False
        self._later: list[Postponed] = []
        self._told = Spoken(None, (), Typing.reads)
        self._how: Typing | None = None
        self._failing: Notice | None = None
        self._prompted: tuple[str, ...] = ()

    # ── What happens ─────────────────────────────────────────────────────────────────────────────

    def begin(self) -> None:
        """The first look into the database, and into the case."""
        if self._first:
            self._says(str(SPOKEN.begins))
        if self._database.practice:
            self._says(str(WORDS.practice))
        self._did(lambda: self.loop.begin(self._opening.begin(self._now())))

    def hear(self, line: str) -> None:
        """A line that was typed."""
        if self.is_over:
            return
        self._has_said = False
        self._led(meant(line, self._told, goes_on=self._goes_on))
        if not self._has_said and not self.is_over:
            self._says(str(SPOKEN.waits if self.loop.failing else SPOKEN.idle))

    def _led(self, led: Meant) -> None:
        if isinstance(led, Advised):
            self._advise()
        elif isinstance(led, Again):
            self._say_all()
        elif isinstance(led, Tell):
            for words in led.lines:
                self._says(words)
        else:
            self._goes_on = led.more
            self._did(lambda: self._press(led))

    def mind(self) -> None:
        """What wants doing once a second, and what has been tried again since.

        What comes up by itself is said: a promised call that is due, or a case that is lost.
        """
        due = [one for one in self._later if one.due <= self._ran()]
        self._later = [one for one in self._later if one not in due]
        for one in due:
            self._did(one.call)
        self._did(lambda: self.loop.mind(self._now()), by_itself=True)

    def end(self) -> None:
        """Nobody types any more: what is on its way is kept, and where one stood, too."""
        self.loop.end(self._key(QUIT))
        for _ in range(2):  # the first one asks, in a call
            if not self.is_over:
                self.loop.press(self._key(QUIT))
                self.settle()
        self._says(self._last_words())

    def _says(self, words: str) -> None:
        self._has_said = True
        self._out(words)

    def _did(self, deed: Callable[[], Any], *, by_itself: bool = False) -> None:
        before = self.loop.screen
        deed()
        self.settle()
        self._arrive()
        notice = self.loop.screen.notice
        told = by_itself and notice == before.notice
        self._say_what_is_new(before, None if told else notice)

    def _press(self, keyed: Keyed) -> None:
        for key in keyed.keys:
            if isinstance(key, Paste):
                self.loop.paste(key.text, self._key("paste"))
            else:
                self.loop.press(self._key(key))
            self.settle()

    def _key(self, name: str) -> Press:
        return Press.named(name, self._now(), self._ids(), self._ran())

    def _arrive(self) -> None:
        """Where a key has led to."""
        screen = self.loop.screen
        if isinstance(screen, Card | Call):
            self._on_line = isinstance(screen, Call) and screen.attempt is not None

    # ── What is said ─────────────────────────────────────────────────────────────────────────────

    def _say_what_is_new(self, before: object, notice: Notice | None) -> None:
        screen = self.loop.screen
        if self._says_that_it_fails():
            return
        if notice is not None:
            self._says(noticed(notice))
        if isinstance(screen, Card | Call) and _stored(before) != _stored(screen):
            self._says(str(SPOKEN.saved))
        spoken = router.spoken(screen, self._around())
        if spoken is not None:
            for words in news(self._told, spoken):
                self._says(words)
            if spoken.place != self._told.place:
                self._say_how(spoken)
            self._told = spoken
        self._prompt()

    def _prompt(self) -> None:
        """What somebody one practises with says; in the guided round the advice, too."""
        prompt = self._prompter(self.loop.screen) if self._prompter else None
        if prompt is None or self.is_over:
            return
        advice = [prompt.advised] if prompt.guided and prompt.advised else []
        prompted = (prompt.title, prompt.spoken, *advice)
        for words in prompted:
            if words not in self._prompted:
                self._says(words)
        self._prompted = prompted

    def _advise(self) -> None:
        prompt = self._prompter(self.loop.screen) if self._prompter else None
        self._says(prompt.advised if prompt else str(SPOKEN.no_advice))

    def _says_that_it_fails(self) -> bool:
        """Once for each reason; nothing else is new while it is tried again."""
        failing, told = self.loop.failing, self._failing
        self._failing = failing
        if failing is not None and failing != told:
            self._says(say(SPOKEN.trying, text=failing.text))
        return failing is not None

    def _say_all(self) -> None:
        spoken = router.spoken(self.loop.screen, self._around()) or self._told
        around = (words for _, words in spoken.around)
        for words in (*around, *spoken.whole, *spoken.lines):
            self._says(words)
        self._prompted = ()
        self._prompt()
        self._how = None
        self._say_how(spoken)
        self._told = spoken

    def _say_how(self, spoken: Spoken) -> None:
        if spoken.asks:
            self._says(f"({', '.join(spoken.asks)})")
        if spoken.typing is not self._how:
            self._how = spoken.typing
            self._says(f"({HOW[spoken.typing]})")

    def _last_words(self) -> str:
        if self.loop.is_aside:
            return str(SPOKEN.aside)
        if self.loop.problem is not None:
            return say(SPOKEN.not_over, problem=self.loop.problem)
        if self._prompter is not None:
            return str(SPOKEN.practised)  # of which mostly nothing is kept
        return str(SPOKEN.on_line if self._on_line else SPOKEN.over)

    def _around(self) -> Surroundings:
        return Surroundings(LEAST_COLUMNS, LEAST_ROWS, self._now(), ran=self._ran())

    # ── What the loop runs in ────────────────────────────────────────────────────────────────────

    def later(self, seconds: float, call: Callable[[], None]) -> None:
        """After a while, when it is minded."""
        self._later.append(Postponed(self._ran() + seconds, call))

    def changed(self) -> None:
        """What is new is said when the keys of a line are down."""

    def hand(self, thing: Copy | Telephone) -> None:
        """To the clipboard, or to what answers to `tel:`."""
        if isinstance(thing, Copy):
            copy(thing.text, lambda: None)
        else:
            ring(thing.number)

    def leave(self) -> None:
        """The person wants to go."""
        self.is_over = self.was_left = True


class CaseTalk(Talk):
    """The same in one case; it `is_over` when the case has been put down, too.

    With `rings`, they ring us, and `whom` it is, if that is known.
    """

    def __init__(
        self,
        database: "Database",
        case_id: UUID,
        seat: str,
        says: Callable[[str], None],
        *,
        rings: bool = False,
        whom: UUID | None = None,
        prompter: Prompter | None = None,
        first: bool = True,
        clocks: Clocks | None = None,
    ) -> None:
        super().__init__(database, seat, says, prompter=prompter, first=first, clocks=clocks)
        self._case_id, self._rings, self._whom = case_id, rings, whom
        self._entered = False

    def _arrive(self) -> None:
        """From the list into the case, the first time; out of it, this is over."""
        super()._arrive()
        screen = self.loop.screen
        if isinstance(screen, Card | Call):
            self._entered |= screen.file.case_id == self._case_id
        if not isinstance(screen, CallList):
            return
        if not self._entered:
            self._entered, press = True, self._key(ENTER)
            found = screen.listing.found
            opens = open_case(
                screen,
                screen.who,
                self._case_id,
                press,
                ringing=self._rings,
                whom=self._whom,
                found=found,
            )
            self.loop.begin(opens)
            self.settle()
            self.was_refused = isinstance(self.loop.screen, CallList)
        self.is_over |= isinstance(self.loop.screen, CallList)

    def _last_words(self) -> str:
        failed = self.loop.is_aside or self.loop.problem is not None
        if isinstance(self.loop.screen, CallList) and not failed:
            return str(SPOKEN.put_down)
        return super()._last_words()


def _stored(screen: object) -> tuple[Any, ...]:
    """What is known to be stored, to see that it has changed."""
    if isinstance(screen, Call):
        return (screen.saved_at, screen.file)
    return (None, screen.file) if isinstance(screen, Card) else ()
