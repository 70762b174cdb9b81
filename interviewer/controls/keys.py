"""Every key of the program, in one place: bindings, footer, help page and README come from here.

Digits and letters answer; F-keys and ctrl+letter act, or edit a text.  Keys that terminals keep to
themselves or mix up with others are not used (F3, F10, F11, alt+digit, ctrl+h, ctrl+i, ctrl+m,
ctrl+[).
"""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from interviewer.engine.stamp import Stamp
from schemas.language.option_keys import OPTION_KEYS as OPTION_KEYS


@dataclass(frozen=True, slots=True)
class Press(Stamp):
    """One key, when it came, and an id for what it may lead to."""

    name: str
    char: str = ""

    @property
    def option(self) -> int | None:
        """Which option of a list the key stands in front of, from 0."""
        place = OPTION_KEYS.find(self.char.lower()) if self.char else -1
        return place if place >= 0 else None


@dataclass(frozen=True, slots=True)
class Binding:
    """An action's keys as Textual names them, as people read them, and what it does."""

    keys: tuple[str, ...]
    shown: str
    label: str
    help: str


class Keycap(Enum):
    """What keys can do besides answering."""

    F1 = Binding(("f1",), "F1", "Hjelp", "Hjelp: hva tastene gjør akkurat her.")
    F2 = Binding(("f2",), "F2", "Definisjon", "Definisjonene, til å lese opp. F2 igjen: den neste.")
    F4 = Binding(("f4",), "F4", "Merknad", "Merknad til spørsmålet. Ingen merknad blir borte.")
    F5 = Binding(
        ("f5",),
        "F5",
        "Viderekoble",
        "Viderekobling: F5, avdelingen, hvordan. På sakskortet: nytt kontaktpunkt.",
    )
    F6 = Binding(
        ("f6",),
        "F6",
        "Hopp til",
        "Hopp til et spørsmål, det som mangler, eller noe som må avklares.",
    )
    F7 = Binding(("f7", "question_mark"), "F7 ?", "Vet ikke", "Svaret er «vet ikke».")
    F8 = Binding(("f8", "exclamation_mark"), "F8 !", "Vil ikke", "Svaret er «vil ikke svare».")
    F9 = Binding(("f9",), "F9", "Legg på", "Legg på: utfall og notat for oppringningen.")
    F12 = Binding(
        ("f12",), "F12", "Hvem", "Navn og nummer på den som er på linjen (eller et kontaktpunkt)."
    )
    ENTER = Binding(("enter",), "Enter", "Videre", "Bekreft og gå videre.")
    PAGE_UP = Binding(("pageup",), "PgUp", "Tilbake", "Ett spørsmål tilbake. Svarene blir stående.")
    PAGE_DOWN = Binding(("pagedown",), "PgDn", "Fram", "Ett spørsmål fram uten å svare.")
    ESCAPE = Binding(
        ("escape",),
        "Esc",
        "Lukk",
        "Lukk det som er åpent. I intervjuet: ett spørsmål tilbake, eller til sakskortet når ingen "
        "er på linjen.",
    )
    TAB = Binding(
        ("tab",),
        "Tab",
        "Neste felt",
        "Neste felt; i en avtale: fast avtale eller «prøv igjen da»; i F6: bare det som mangler.",
    )
    SHIFT_TAB = Binding(
        ("shift+tab",),
        "Shift+Tab",
        "Forrige felt",
        "Forrige felt; i en avtale: bare med deg, eller med hvem som helst.",
    )
    UP = Binding(("up",), "↑", "Opp", "Forrige linje i en liste.")
    DOWN = Binding(("down",), "↓", "Ned", "Neste linje i en liste.")
    SPACE = Binding(
        ("space",),
        "Mellomrom",
        "Merk",
        "I en liste med flere svar: merk linjen, eller ta merket bort.",
    )
    ZERO = Binding(
        ("0",),
        "0",
        "Ingen av dem",
        "Etter F5: blindvei, de vet ikke hvem. Etter F9: ikke ringt, åpnet ved en feil.",
    )
    DELETE = Binding(
        ("delete",),
        "Delete",
        "Fjern",
        "Fjern det som er merket, eller den siste enheten; i en tekst: tegnet under markøren.",
    )
    CTRL_Y = Binding(
        ("ctrl+y",), "Ctrl+Y", "Kopier nr.", "Kopier telefonnummeret til utklippstavlen."
    )
    CTRL_T = Binding(
        ("ctrl+t",), "Ctrl+T", "Telefon", "Gi nummeret til maskinens eget telefonprogram."
    )
    CTRL_R = Binding(
        ("ctrl+r",),
        "Ctrl+R",
        "Noen ringer",
        "Noen ringer tilbake: finn saken på sted, person, avdeling eller nummer.",
    )
    CTRL_L = Binding(
        ("ctrl+l",), "Ctrl+L", "Språk", "Spørsmålene på bokmål, nynorsk eller engelsk."
    )
    CTRL_G = Binding(
        ("ctrl+g",), "Ctrl+G", "Farger", "Farger: mørkt, lyst eller høy kontrast. Det huskes."
    )
    CTRL_P = Binding(("ctrl+p",), "Ctrl+P", "Bytt", "I ringelisten: bytt hvem som ringer.")
    CTRL_Q = Binding(("ctrl+q",), "Ctrl+Q", "Avslutt", "Avslutt. Alle svar er lagret.")

    # In a text
    CTRL_J = Binding(("ctrl+j",), "Ctrl+J", "Ny linje", "Ny linje i et langt svar.")
    BACKSPACE = Binding(
        ("backspace",),
        "Backspace",
        "Slett",
        "Slett tegnet foran markøren; uten tekst: fjern den siste enheten.",
    )
    LEFT = Binding(("left",), "←", "Venstre", "Ett tegn mot venstre.")
    RIGHT = Binding(("right",), "→", "Høyre", "Ett tegn mot høyre.")
    CTRL_LEFT = Binding(("ctrl+left",), "Ctrl+←", "Ord venstre", "Ett ord mot venstre i en tekst.")
    CTRL_RIGHT = Binding(("ctrl+right",), "Ctrl+→", "Ord høyre", "Ett ord mot høyre i en tekst.")
    HOME = Binding(("home", "ctrl+a"), "Home Ctrl+A", "Først", "Til begynnelsen av teksten.")
    END = Binding(("end", "ctrl+e"), "End Ctrl+E", "Sist", "Til slutten av teksten.")
    CTRL_W = Binding(("ctrl+w",), "Ctrl+W", "Slett ord", "Slett ordet foran markøren.")
    CTRL_U = Binding(("ctrl+u",), "Ctrl+U", "Slett foran", "Slett alt foran markøren.")
    CTRL_K = Binding(("ctrl+k",), "Ctrl+K", "Slett bak", "Slett alt bak markøren.")

    @property
    def shown(self) -> str:
        """The key as people read it."""
        return self.value.shown

    @property
    def label(self) -> str:
        """The action in a word, for the footer."""
        return self.value.label

    @property
    def help(self) -> str:
        """The action in a sentence, for the help page."""
        return self.value.help


_ACTIONS: Final = {key: action for action in Keycap for key in action.value.keys}


def keycap_of(press: Press) -> Keycap | None:
    """The action a key stands for, if it is not one that answers."""
    return _ACTIONS.get(press.name)
