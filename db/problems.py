"""Everything that can go wrong with the database, each with a code and one sentence to show.

    DatabaseProblem
    ├── CannotOpen                the database cannot be used at all
    │   ├── UnknownAddress        DB-ADDRESS     neither a file nor a PostgreSQL address
    │   ├── NoFolder              DB-FOLDER      the folder does not exist
    │   ├── NoDatabase            DB-MISSING     nothing there, and we were not asked to create it
    │   ├── LinkLoop              DB-LINK        a link that leads to itself
    │   ├── NoPermission          DB-PERMISSION  we may not write there
    │   ├── LongName              DB-NAME        a longer name than the disk takes
    │   ├── NotOurs               DB-FOREIGN     something else lies there
    │   ├── Damaged               DB-DAMAGED     it was ours, and cannot be read
    │   ├── Orphaned              DB-REFERENCE   rows refer to something that is not there
    │   ├── Undeclared            V-UNDECLARED   the questionnaire was changed, and nobody said how
    │   ├── BadRegister           U-REGISTER     the survey's own units cannot be used
    │   ├── NewerVersion          DB-NEWER       written by a newer Ringerunde
    │   ├── OtherSurvey           DB-SURVEY      for another survey than the one asked for
    │   ├── UnknownSurvey         DB-SURVEY-UNKNOWN  for a survey that this program does not have
    │   ├── AlreadyThere          DB-EXISTS      a new one was wanted where there is one
    │   ├── InUse                 DB-IN-USE      somebody has a case open, and it was to be moved
    │   ├── NotTheSame            DB-MOVED       what was moved is not what lay there
    │   ├── OtherSample           DB-SAMPLE      to be merged, and with cases that are not here
    │   ├── OnlyPractice          DB-PRACTICE    to be merged, and one of the two is invented
    │   ├── NotBackedUp           DB-BACKUP      the backup could not be made
    │   ├── NotErasedThere        DB-COPY        it was erased, but not in a copy
    │   ├── FileInUse             DB-FILE-OPEN   Windows moves no file that somebody has open
    │   ├── NoDriver              DB-DRIVER      psycopg is not installed
    │   ├── NotEncrypted          DB-TLS         over a network anybody could read along
    │   ├── NoEncryption          DB-TLS-OFF     the server does not encrypt
    │   ├── ForeignCertificate    DB-CERTIFICATE  not for that name, or nobody vouches for it
    │   ├── NotLetIn              DB-LOGIN       the server does not take user and password
    │   └── NoServer              DB-SERVER      PostgreSQL does not answer, or says no
    ├── FileReplaced              DB-REPLACED    the file was moved, deleted or swapped under us
    ├── FileOlder             DB-OLDER       an older copy was written over the file
    ├── NotSaved                                 nothing was stored; the same call may be repeated
    │   ├── Busy                  DB-BUSY        somebody else is writing
    │   ├── DiskFull              DB-FULL        no room
    │   ├── NotRewritten          DB-NOT-REWRITTEN  it was erased, but the file not written anew
    │   ├── DiskTrouble           DB-DISK        the disk or network drive failed
    │   ├── ConnectionLost        DB-CONNECTION  PostgreSQL went away
    │   └── Barred                DB-BARRED      it answers, and lets us in no more
    ├── NotRead                   DB-NOT-READ    could not be fetched just now; may be repeated
    ├── UnknownVersion            DB-VERSION     a version of the questionnaire that is not here
    ├── BackupExists          DB-BACKUP-EXISTS  a file lies where the backup was to go
    ├── NotABackup            DB-NO-BACKUP   it is none, or is damaged
    ├── NoRights              DB-RIGHTS          the server's user may not do this
    ├── Unstorable                DB-TEXT        characters that no database takes
    ├── UnknownCode               DB-CODE        a code that this program does not have
    ├── SpoiltMoment              DB-MOMENT      no date and time where there was one
    ├── SpoiltId                  DB-ID          no id where there was one
    ├── SpoiltUnit                DB-UNIT        no names where a unit had some
    ├── SpoiltContent             DB-CONTENT     something else in a column than it is for
    ├── SpoiltReference           DB-DANGLING    a row points to what is not there
    ├── ForeignCode               DB-CODE-FOREIGN  a code to be stored that the survey does not have
    ├── Unexpected                DB-ERROR       anything else
    └── Refused                                  the database is well, but says no
        ├── HeldByAnother         CASE-HELD      another interviewer has the case
        ├── LeaseLost             CASE-LOST      the case was taken over since
        ├── InterviewClosed       INTERVIEW-CLOSED  completed; must be reopened first
        ├── InterviewChanged      INTERVIEW-CHANGED  answered anew since it was looked at
        ├── NothingToDiscard      INTERVIEW-NOT-OPEN  nothing has been changed since it was complete
        ├── InterviewFinished     INTERVIEW-FINISHED  goes back with a question, not as a case
        ├── CaseChanged           CASE-CHANGED   decided by somebody else since it was looked at
        ├── WorkedOnSince         CASE-SINCE     the case has gone on since something was typed
        ├── ErasedSince           CASE-ERASED    somebody was erased since something was typed
        ├── CaseSettled           CASE-SETTLED   what it came to goes before what was decided
        ├── TextNotAwaited        OVERVIEW-TEXT  nobody has asked to see the text first
        ├── ListedAnyway          OVERVIEW-LISTED  on the list without a decision
        ├── NeverListed           OVERVIEW-CLASS  of a class that is not on the list
        ├── ListingNotAllowed     OVERVIEW-NOT-ALLOWED  they have not said yes to be listed
        ├── NothingToHandOut      HAND-OUT-NONE  no open case is nobody else's
        ├── PersonRetired         ASSIGN-RETIRED  is offered to nobody: cannot be given cases
        ├── SameName              PERSON-NAME    somebody else is called that
        ├── SamePerson            PERSON-SAME    she is that one already
        ├── PersonAtWork          PERSON-BUSY    she has a case open
        ├── SameCode              CODE-NAME      another code of the question is called that
        ├── NoSuchCode            CODE-UNKNOWN   the question has no such code
        ├── TooManyCodes          CODE-MANY      there is a key for each of them, and no more keys
        ├── AnswerChanged         CODE-ANSWER    the answer reads otherwise by now
        ├── NeverAgain            CASE-CLOSED    refused or withdrawn: nobody may be called again
        └── NotFound              NOT-FOUND      no such case, call, contact or interview

No message carries a password, a name or an answer: they end up in logs and on screens.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import ClassVar, Self

from schemas.language import Explained
from schemas.language.text import filled


class DatabaseProblem(Explained):
    """Something a person must be told; `str()` is a whole Norwegian sentence, `code` is stable."""

    code = "DB"
    sentence: ClassVar[str] = "Databasen kan ikke brukes."

    def __init__(self, where: str = "", **words: str) -> None:
        self.where = where
        super().__init__(filled(self.sentence, where=where, **words))

    def named(self, where: str) -> Self:
        """The same, told of another place."""
        self.args = (str(self).replace(self.where, where),)
        self.where = where
        return self


class CannotOpen(DatabaseProblem):
    """The database cannot be used at all; say it before the screen is drawn."""


@contextmanager
def told_of(file: Path) -> Iterator[None]:
    """What is wrong with a copy that is opened is wrong with the file that it was made of."""
    try:
        yield
    except CannotOpen as problem:
        raise problem.named(str(file)) from None


class UnknownAddress(CannotOpen):
    """The address is neither a file nor PostgreSQL. It may hold a password: never shown."""

    code = "DB-ADDRESS"
    sentence = (
        "Databaseadressen kan ikke tolkes. Oppgi en filbane eller en adresse som begynner "
        "med postgresql://, med @ i passordet skrevet som %40."
    )


class NoFolder(CannotOpen):
    """The folder the file should lie in does not exist."""

    code = "DB-FOLDER"
    sentence = "Mappen {where} finnes ikke. Opprett den, eller oppgi en annen filbane."


class NoDatabase(CannotOpen):
    """There is nothing at the place given, and only a first start may create it."""

    code = "DB-MISSING"
    sentence = "Det finnes ingen database i {where}. Kontroller stedet."


class LinkLoop(CannotOpen):
    """A link that leads to itself, over others perhaps."""

    code = "DB-LINK"
    sentence = (
        "{where} er en lenke som fører tilbake til seg selv. Rett lenken, eller oppgi "
        "et annet sted."
    )


class NoPermission(CannotOpen):
    """The file or its folder cannot be written (SQLite needs both)."""

    code = "DB-PERMISSION"
    sentence = (
        "Du har ikke skrivetilgang til {where} og mappen rundt. Få tilgang, eller velg et "
        "annet sted."
    )


class LongName(CannotOpen):
    """A longer name than the disk takes, with what has to be put behind it."""

    code = "DB-NAME"
    sentence = "Navnet {where} er for langt for disken. Oppgi et kortere."


class NotOurs(CannotOpen):
    """Something else lies there. It is left untouched."""

    code = "DB-FOREIGN"
    sentence = "{where} er ikke en Ringerunde-database. Ingenting er endret. Oppgi et annet sted."


class Damaged(CannotOpen):
    """The file was ours once and can no longer be read."""

    code = "DB-DAMAGED"
    sentence = (
        "Databasen {where} er skadet og kan ikke leses. Ta vare på filen slik den er, og hent "
        "fram en sikkerhetskopi."
    )


class Orphaned(CannotOpen):
    """An older database has a row that refers to something that is not there.

    `column` is where, with its table; `value` what it refers to, which is an id, in which `other`
    table it should be.
    """

    code = "DB-REFERENCE"
    sentence = (
        "I databasen {where} viser {column} til {value}, som ikke finnes i {other}, så den er ikke "
        "oppgradert og ingenting er endret. Hent fram en sikkerhetskopi, eller meld fra og ta vare "
        "på filen slik den er."
    )

    def __init__(self, where: str, column: str = "", value: str = "", other: str = "") -> None:
        super().__init__(where, column=column, value=value, other=other)


class Undeclared(CannotOpen):
    """The questionnaire has been changed, and nobody has declared how; `sentences` say what."""

    code = "V-UNDECLARED"
    sentence = (
        "Skjemaet er endret uten at det er meldt hvordan, og {where} åpnes ikke før det er gjort."
    )

    def __init__(self, where: str, sentences: Iterable[str] = ()) -> None:
        super().__init__(where)
        self.args = (" ".join((str(self), *sentences)),)


class BadRegister(CannotOpen):
    """A new database was to have the units of the survey's register, which `sentences` fault."""

    code = "U-REGISTER"
    sentence = "Registeret til undersøkelsen kan ikke brukes, og {where} er ikke laget."

    def __init__(self, where: str, sentences: Iterable[str] = ()) -> None:
        super().__init__(where)
        self.args = (" ".join((str(self), *sentences)),)


class NewerVersion(CannotOpen):
    """A newer Ringerunde has written here; an older one could only do harm."""

    code = "DB-NEWER"
    sentence = (
        "Databasen {where} er laget av en nyere Ringerunde enn denne. Oppdater programmet "
        "og prøv igjen."
    )


class OtherSurvey(CannotOpen):
    """The database is for one survey, and was to be opened as that of another."""

    code = "DB-SURVEY"

    sentence = (
        "Databasen {where} er for undersøkelsen {survey}, ikke {asked_for}. Utelat --survey, eller "
        "oppgi en annen database med --database."
    )

    def __init__(self, where: str, survey: str = "", asked_for: str = "") -> None:
        super().__init__(where, survey=survey, asked_for=asked_for)


class UnknownSurvey(CannotOpen):
    """The database is for a survey that this program does not have: it could not be shown."""

    code = "DB-SURVEY-UNKNOWN"

    sentence = (
        "Databasen {where} er for undersøkelsen {survey}, som denne Ringerunde ikke har. Oppdater "
        "programmet, eller oppgi en annen database."
    )

    def __init__(self, where: str, survey: str = "") -> None:
        super().__init__(where, survey=survey)


class AlreadyThere(CannotOpen):
    """A new database was wanted, and one lies there. It is left untouched."""

    code = "DB-EXISTS"
    sentence = (
        "Det ligger en database i {where} fra før. Den er ikke endret. Oppgi et annet sted med "
        "--database."
    )


class InUse(CannotOpen):
    """The database was to be moved, and somebody has a case open."""

    code = "DB-IN-USE"
    sentence = (
        "Noen har en sak åpen i {where}, så ingenting er flyttet. Be alle avslutte, og prøv igjen."
    )


class NotTheSame(CannotOpen):
    """What arrived is not what was sent; nothing has been kept there."""

    code = "DB-MOVED"
    sentence = (
        "Det som kom fram til {where}, er ikke det samme som lå her, så ingenting er flyttet. "
        "Meld fra, og bruk databasen som før."
    )


class OtherSample(CannotOpen):
    """A file that was to be merged has cases of units that are not here."""

    code = "DB-SAMPLE"
    sentence = (
        "{where} har saker for enheter som ikke er i denne databasen, så ingenting er slått "
        "sammen. Velg databasen som filen ble levert ut fra."
    )


class OnlyPractice(CannotOpen):
    """Of two databases that were to be merged, one is invented."""

    code = "DB-PRACTICE"
    sentence = (
        "Enten {where} eller denne databasen er en øvelse, så ingenting er slått sammen: "
        "Oppdiktede data blandes aldri med noe annet. Velg en annen fil."
    )


class NotBackedUp(CannotOpen):
    """There is no whole copy: no room, no right to write, or the database cannot be read."""

    code = "DB-BACKUP"
    sentence = (
        "Fikk ikke skrevet en hel kopi i {where}, og ingenting er endret. Kontroller plassen, "
        "tilgangen og databasen, og prøv igjen."
    )


class NotErasedThere(CannotOpen):
    """What was to be erased is, but not in a copy, which could not be deleted or written anew."""

    code = "DB-COPY"
    sentence = (
        "Det er slettet i databasen, men ikke i kopien {where}, som er som den var. Kontroller "
        "plassen og tilgangen, og gjør det samme én gang til."
    )


class FileInUse(CannotOpen):
    """Windows moves no file that a program has open."""

    code = "DB-FILE-OPEN"
    sentence = (
        "{where} er åpen i et annet program, og ingenting er endret. Lukk det, og prøv igjen."
    )


class NoDriver(CannotOpen):
    """psycopg is an extra, and is not installed."""

    code = "DB-DRIVER"
    sentence = (
        "PostgreSQL krever tillegget psycopg, som ikke er installert. Installer "
        "ringerunde[postgresql]."
    )


class NotEncrypted(CannotOpen):
    """The address asks for a connection over a network that is not encrypted."""

    code = "DB-TLS"
    sentence = (
        "Forbindelsen med {where} ville ikke vært kryptert, og andre kunne lest med. Ta bort "
        "«sslmode» i adressen, eller skriv «sslmode=verify-full»."
    )


class NoEncryption(CannotOpen):
    """The server speaks to nobody in a way that others cannot read."""

    code = "DB-TLS-OFF"
    sentence = (
        "Serveren på {where} krypterer ikke det som sendes, og andre kunne lest med. Be den som "
        "har satt den opp, om å slå på «ssl»."
    )


class ForeignCertificate(CannotOpen):
    """The server's certificate is for another name, or signed by nobody whom we trust."""

    code = "DB-CERTIFICATE"
    sentence = (
        "Sertifikatet til serveren på {where} gjelder et annet navn, eller er utstedt av noen "
        "denne maskinen ikke stoler på. Kontroller adressen. Er den riktig, får du filen til "
        "«sslrootcert» av den som har satt opp serveren."
    )


class NotLetIn(CannotOpen):
    """The server answers, and does not take the user or the password."""

    code = "DB-LOGIN"
    sentence = (
        "Serveren på {where} kjenner ikke brukeren med det passordet. Brukeren står i adressen, "
        "og passordet i ~/.pgpass, i PGPASSWORD eller i nøkkelringen."
    )


class NoServer(CannotOpen):
    """The server does not answer, or does not let us in."""

    code = "DB-SERVER"
    sentence = (
        "Får ikke forbindelse med PostgreSQL på {where}. Kontroller nettet, adressen, brukeren "
        "og passordet."
    )


class FileReplaced(DatabaseProblem):
    """What we write to is no longer the file with the database's name: nothing is acknowledged."""

    code = "DB-REPLACED"
    retryable = True  # a synchronised folder may put it back, and people can
    sentence = (
        "Databasefilen {where} er flyttet, slettet eller byttet ut mens programmet var i gang. "
        "Legg den tilbake."
    )


class FileOlder(DatabaseProblem):
    """The file has its name, and is an older copy: what we acknowledged is not in it."""

    code = "DB-OLDER"
    retryable = True
    sentence = (
        "Databasefilen {where} er skrevet over av en eldre kopi mens programmet var i gang, så det "
        "siste er ikke lagret. Legg den nyeste tilbake."
    )


class NotSaved(DatabaseProblem):
    """Nothing was stored. Every write is idempotent on its id, so the same call may be repeated.

    What is wrong, and what can be done about it; whether it is tried again, the caller knows.
    """

    code = "DB-NOT-SAVED"
    retryable = True
    sentence = "Databasen {where} tar ikke imot noe akkurat nå."


class Busy(NotSaved):
    """Another program, or a long read, holds the lock."""

    code = "DB-BUSY"
    sentence = "Et annet program bruker databasen {where}."


class DiskFull(NotSaved):
    """The disk is full: what was to be stored is not."""

    code = "DB-FULL"
    sentence = "Disken til {where} er full. Frigjør plass."


class NotRewritten(NotSaved):
    """What was to be erased is, and written over; the file was not written anew after that."""

    code = "DB-NOT-REWRITTEN"
    sentence = (
        "Det som skulle slettes, er slettet fra {where} og skrevet over, men filen kunne ikke "
        "skrives på nytt etterpå: disken er full, eller noen andre bruker den. Frigjør plass og "
        "lukk programmet andre steder. Filen skrives på nytt neste gang noe slettes."
    )


class DiskTrouble(NotSaved):
    """Reading or writing failed below SQLite: a loose cable, a network drive that went away."""

    code = "DB-DISK"
    sentence = (
        "Disken eller nettverksstasjonen til {where} svarer ikke som den skal. Kontroller den."
    )


class ConnectionLost(NotSaved):
    """The server went away, or did not answer in time."""

    code = "DB-CONNECTION"
    sentence = "Forbindelsen med databasen på {where} er brutt. Kontroller nettet."


class Barred(NotSaved):
    """The server answers, and lets nobody in, or not that user: it starts, is full, has no such
    database any more, or somebody has closed the login."""

    code = "DB-BARRED"
    sentence = (
        "Serveren på {where} svarer, men slipper deg ikke inn akkurat nå. Varer det, spør den som "
        "har satt den opp."
    )


class NotRead(DatabaseProblem):
    """The database was busy, full or away while it was read; the same call may be repeated."""

    code = "DB-NOT-READ"
    retryable = True
    sentence = "Databasen {where} kan ikke leses akkurat nå."


class UnknownVersion(DatabaseProblem):
    """An interview was made with a version of the questionnaire that this program has not.

    `where` is the version, or the fingerprint of its codebook.
    """

    code = "DB-VERSION"
    sentence = (
        "Et intervju er gjort med en versjon av skjemaet som denne Ringerunde ikke kjenner "
        "({where}). Bruk en nyere versjon av programmet."
    )


class BackupExists(DatabaseProblem):
    """A backup is never written over anything."""

    code = "DB-BACKUP-EXISTS"
    sentence = "Det ligger en fil i {where} fra før. Oppgi et annet navn for sikkerhetskopien."


class NotABackup(DatabaseProblem):
    """A file that is to be restored is none of ours, or not whole."""

    code = "DB-NO-BACKUP"
    sentence = (
        "{where} er ingen hel Ringerunde-database, og ingenting er endret. Velg en annen fil."
    )


class NoRights(DatabaseProblem):
    """The server knows who we are, and does not let that user do this."""

    code = "DB-RIGHTS"
    sentence = (
        "Brukeren du er logget inn med, har ikke lov til dette i databasen på {where}. Be den som "
        "har satt den opp, om rettighetene, eller bruk en annen bruker."
    )


class Unstorable(DatabaseProblem):
    """A NUL or half a surrogate pair: PostgreSQL refuses them, so both engines do."""

    code = "DB-TEXT"
    sentence = "Teksten inneholder tegn som ikke kan lagres. Skriv den på nytt uten dem."


class UnknownCode(DatabaseProblem):
    """A code that the survey of the database does not have here; `where` is its slug."""

    code = "DB-CODE"
    sentence = (
        "Databasen har koden «{where}», som denne versjonen av programmet ikke kjenner. Oppdater "
        "programmet og prøv igjen."
    )


class SpoiltMoment(DatabaseProblem):
    """Somebody, or a disk, has put something else where a date and a time were."""

    code = "DB-MOMENT"
    sentence = (
        "Et tidspunkt i databasen kan ikke leses, og «ringerunde check» viser i hvilken tabell. "
        "Rett det, eller hent fram den siste sikkerhetskopien."
    )


class SpoiltId(DatabaseProblem):
    """Somebody, or a disk, has put something else where a row is known by, or points to another."""

    code = "DB-ID"
    sentence = (
        "Et kjennetegn i databasen kan ikke leses, og «ringerunde check» viser i hvilken tabell. "
        "Rett det, eller hent fram den siste sikkerhetskopien."
    )


class SpoiltUnit(DatabaseProblem):
    """Somebody, or a disk, has put something else where a unit's other names, or what else its
    register tells, were; `where` is its number.
    """

    code = "DB-UNIT"
    sentence = (
        "Det som er lagret om enheten {where} (tabellen «unit», feltene «other_names» og «more»), "
        "kan ikke leses. Rett det, eller hent fram den siste sikkerhetskopien."
    )


class SpoiltContent(DatabaseProblem):
    """Somebody, or a disk, has put something else there than it is for; `where` is the table and
    its column.
    """

    code = "DB-CONTENT"
    sentence = (
        "Noe av det som er lagret i databasen (tabellen og feltet «{where}»), kan ikke leses. Rett "
        "det, eller hent fram den siste sikkerhetskopien."
    )


class SpoiltReference(DatabaseProblem):
    """Somebody, or a disk, has taken away what a row points to, or changed what it is known by;
    `where` is the table that points, and its column.
    """

    code = "DB-DANGLING"
    sentence = (
        "Noe av det som er lagret i databasen (tabellen og feltet «{where}»), viser til noe som "
        "ikke finnes. Rett det, eller hent fram den siste sikkerhetskopien."
    )


class ForeignCode(DatabaseProblem):
    """A code was to be stored that the survey does not have; `where` is its slug."""

    code = "DB-CODE-FOREIGN"
    sentence = (
        "Undersøkelsen som databasen er for, har ikke koden «{where}», så ingenting er lagret. "
        "Hent saken på nytt fra listen, og meld fra hvis feilen gjentar seg."
    )


class Unexpected(DatabaseProblem):
    """Anything we did not foresee; `where` is the kind of error, never its text."""

    code = "DB-ERROR"
    sentence = (
        "Databasen ga en uventet feil ({where}), og det siste er ikke lagret. Prøv igjen, og meld "
        "fra hvis den gjentar seg."
    )


class Refused(DatabaseProblem):
    """The database is well, but the act is not allowed now."""

    code = "REFUSED"


class HeldByAnother(Refused):
    """Another interviewer has the case; `name` and `until` are for the screen, not for logs."""

    code = "CASE-HELD"
    sentence = (
        "Saken er i bruk hos en annen intervjuer. Velg en annen sak, eller vent til den er ledig."
    )

    def __init__(self, name: str, until: datetime) -> None:
        super().__init__()
        self.name = name
        self.until = until


class LeaseLost(Refused):
    """The case was taken over (or released) since; what was typed must be kept aside."""

    code = "CASE-LOST"
    sentence = (
        "Saken er tatt over eller lukket et annet sted siden sist, så dette er ikke lagret i den. "
        "Noter det du trenger, og gå til listen med Esc."
    )


class InterviewClosed(Refused):
    """The interview is completed: answers may come only after it has been reopened."""

    code = "INTERVIEW-CLOSED"
    sentence = (
        "Intervjuet er fullført. Enter åpner det igjen, så svarene kan rettes i en ny revisjon."
    )


class InterviewChanged(Refused):
    """A decision is about answers that somebody has read: these are others, or being changed."""

    code = "INTERVIEW-CHANGED"
    sentence = (
        "Intervjuet er endret eller åpnet på nytt siden du så på det. Åpne det igjen før du "
        "avgjør noe."
    )


class NothingToDiscard(Refused):
    """An interview that is not open has no changes to take back."""

    code = "INTERVIEW-NOT-OPEN"
    sentence = "Intervjuet er ikke åpnet igjen, så det er ingen endringer å forkaste."


class InterviewFinished(Refused):
    """A case with a whole interview is not called again for nothing: for a question it is."""

    code = "INTERVIEW-FINISHED"
    sentence = (
        "Intervjuet i saken er fullført. Avgjør det fra gjennomsynet: der sendes det også tilbake, "
        "med spørsmålet som skal stilles igjen."
    )


class CaseChanged(Refused):
    """Somebody else has decided about the case since it was read."""

    code = "CASE-CHANGED"
    sentence = (
        "En annen har avgjort noe i saken siden du så på den, så dette er ikke lagret. Åpne saken "
        "igjen, les hva som er avgjort, og avgjør på nytt."
    )


class WorkedOnSince(Refused):
    """What was typed before the program ended is older than what is in the case by now."""

    code = "CASE-SINCE"
    sentence = (
        "Saken har gått videre siden dette ble skrevet, så det er ikke lagret i den. Les det, og "
        "skriv det inn på nytt hvis det fortsatt gjelder."
    )


class ErasedSince(Refused):
    """Somebody has been erased from the case since it was opened to type this."""

    code = "CASE-ERASED"
    sentence = (
        "Noen er slettet fra saken siden den ble åpnet, så dette lagres ikke i den. Kast det hvis "
        "det gjelder den som er slettet. Gjelder det noe annet, skriver du det inn på nytt først."
    )


class CaseSettled(Refused):
    """Refusals and interviews go before what closes a case: the decision would change nothing."""

    code = "CASE-SETTLED"
    sentence = (
        "Saken er «{where}», og det går foran. Den kan ikke lukkes som om det ikke var sagt noe."
    )


class TextNotAwaited(Refused):
    """A text is released only to whoever answered that they want to see it first."""

    code = "OVERVIEW-TEXT"
    sentence = (
        "De har ikke svart at de vil se teksten før den publiseres, så det er ingen tekst å "
        "godkjenne. Er svaret feil, rett det først."
    )


class ListedAnyway(Refused):
    """Units of this class are listed without a decision."""

    code = "OVERVIEW-LISTED"
    sentence = (
        "Klassen er «{where}», og den trenger ingen egen avgjørelse for å stå i oversikten. Er den "
        "ikke der, sier forhåndsvisningen hva som mangler."
    )


class NeverListed(Refused):
    """An interview of this class is not on the list, whatever is decided about the list."""

    code = "OVERVIEW-CLASS"
    sentence = (
        "Klassen er «{where}», og den står aldri i oversikten. Er klassen feil, "
        "sett en annen først."
    )


class ListingNotAllowed(Refused):
    """Nobody is listed, or kept off the list, who has not said that they may be on it."""

    code = "OVERVIEW-NOT-ALLOWED"
    sentence = (
        "De har ikke sagt ja til å stå i oversikten, så de er ikke med uansett hva du avgjør. Har "
        "de sagt ja siden, må samtykket noteres først."
    )


class NothingToHandOut(Refused):
    """There is no open case that is nobody else's."""

    code = "HAND-OUT-NONE"
    sentence = (
        "Det er ingen åpne saker å levere ut her: De er ferdige, i arbeid hos andre, lovet til "
        "andre eller levert ut fra før."
    )


class PersonRetired(Refused):
    """Cases cannot be given to somebody who sits nowhere."""

    code = "ASSIGN-RETIRED"
    sentence = (
        "Hun er tatt ut av listen over hvem som ringer. Skriver hun navnet når programmet starter,"
        " er hun med igjen, og kan få saker."
    )


class SameName(Refused):
    """Two people of one name cannot be told apart by it."""

    code = "PERSON-NAME"
    sentence = "Noen andre heter det. Velg et navn som skiller dem, eller slå dem sammen."


class SamePerson(Refused):
    """Nobody is joined to herself."""

    code = "PERSON-SAME"
    sentence = "Det er samme person. Velg to forskjellige."


class PersonAtWork(Refused):
    """She would lose the case that she has open."""

    code = "PERSON-BUSY"
    sentence = "Personen har en sak åpen. Lukk ringelisten der, og prøv igjen."


class SameCode(Refused):
    """Two codes of one name would part what belongs together."""

    code = "CODE-NAME"
    sentence = "Spørsmålet har alt en kode som heter det. Bruk den, eller velg et annet navn."


class NoSuchCode(Refused):
    """It was never made, or has gone into another one."""

    code = "CODE-UNKNOWN"
    sentence = (
        "Spørsmålet har ingen slik kode: Den finnes ikke, eller er slått sammen med en annen. Hent "
        "kodene på nytt."
    )


class TooManyCodes(Refused):
    """Every code has a key of its own; who needs more of them has two lists in one."""

    code = "CODE-MANY"
    sentence = (
        "Spørsmålet har så mange koder som det er taster til. Slå sammen noen som ligner, før du "
        "lager flere."
    )


class AnswerChanged(Refused):
    """What is put under codes is the answer as it was read."""

    code = "CODE-ANSWER"
    sentence = "Svaret er endret eller borte siden du leste det. Hent svarene på nytt."


class NeverAgain(Refused):
    """They have withdrawn or do not wish to take part."""

    code = "CASE-CLOSED"
    sentence = (
        "Respondenten har trukket seg, eller de ønsker ikke å delta. Saken kan ikke åpnes igjen."
    )


class NotFound(Refused):
    """There is no such case, call, contact point or interview."""

    code = "NOT-FOUND"
    sentence = "Fant ikke {where} i databasen. Gå tilbake til listen og hent den på nytt."
