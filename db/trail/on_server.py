"""How the trail of a server is written: by the server, for whoever writes, when they commit.

Not before: whoever has the end of the trail waits for nobody then, so that two never wait for each
other.  The functions run with the rights of the owner, and nobody else may write into the trail.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from sqlalchemy import Connection, Engine, TableClause, column, event
from sqlalchemy.exc import DisconnectionError

from db.trail.chain import BETWEEN, Verb
from db.trail.recorded import Recorded, recorded

ONE_AT_A_TIME: Final = 0x52494E48
"""The advisory lock of whoever has the end of the trail."""

_WHO: Final = "ringerunde_who"

TOLD: Final = TableClause(
    "trail_told",
    *(column(one) for one in ("number", "verb", "table_name", "row", "case_id", "hash", "written")),
)
"""What everybody may know of the trail: that something has changed, and in which transaction."""

_TELL: Final = """
CREATE OR REPLACE VIEW trail_told AS
SELECT number, verb, table_name, row, case_id, hash, xmin AS written FROM trail"""

_DEFINED: Final = (
    "LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT SET timezone FROM CURRENT"
)

_FIELDS: Final = "last + 1, moment, session_user, who, verb, table_name, row_key, case_key, detail"

_OWNS: Final = """
    (SELECT rolsuper OR rolname = current_user FROM pg_roles WHERE rolname = session_user)"""

_SEATED: Final = """
    (SELECT replace(i.id::text, '-', '') FROM interviewer i WHERE i.seat = session_user
    ORDER BY i.seated_at DESC LIMIT 1)"""
"""Whoever owns the database says who works there; anybody else is whom she has logged in as."""

_APPEND: Final = f"""
CREATE OR REPLACE FUNCTION trail_append(
    verb text, table_name text, row_key text, case_key text, detail text, content text
) RETURNS void {_DEFINED} AS $$
DECLARE
    last integer; previous text; salt text; digest text := '';
    who text := coalesce(CASE WHEN {_OWNS} THEN current_setting('ringerunde.who', true)
        ELSE {_SEATED} END, '');
    moment text := to_char(clock_timestamp(), 'YYYY-MM-DD HH24:MI:SS.MS');
BEGIN
    PERFORM pg_advisory_xact_lock({ONE_AT_A_TIME});
    SELECT t.number, t.hash INTO last, previous FROM trail t ORDER BY t.number DESC LIMIT 1;
    last := coalesce(last, 0); previous := coalesce(previous, '');
    IF content IS NOT NULL THEN
        salt := replace(gen_random_uuid()::text, '-', '');
        digest := encode(sha256(convert_to(salt || content, 'UTF8')), 'hex');
    END IF;
    INSERT INTO trail VALUES ({_FIELDS}, salt, digest, encode(sha256(convert_to(
        concat_ws(chr({ord(BETWEEN)}), previous, {_FIELDS}, digest), 'UTF8')), 'hex'));
END $$"""

_NOTE: Final = f"""
CREATE OR REPLACE FUNCTION trail_note(verb text, detail text) RETURNS void {_DEFINED} AS $$
BEGIN
    IF verb IN ('{Verb.insert}', '{Verb.update}', '{Verb.delete}', '{Verb.sealed}') THEN
        RAISE EXCEPTION 'only what is done with the database is noted';
    END IF;
    PERFORM trail_append(verb, '', '', '', detail, NULL);
END $$"""

_LOGIN: Final = f"""
CREATE OR REPLACE FUNCTION trail_login(detail text) RETURNS void {_DEFINED} AS $$
BEGIN
    PERFORM trail_append('{Verb.login}', '', '', '',
        CASE WHEN {_OWNS} THEN detail ELSE coalesce({_SEATED}, '') END, NULL);
END $$"""

_FORGET: Final = f"""
CREATE OR REPLACE FUNCTION trail_forget(one text) RETURNS void {_DEFINED} AS $$
BEGIN
    UPDATE trail SET salt = NULL WHERE case_id = one AND salt IS NOT NULL AND number NOT IN (
        SELECT max(t.number) FROM trail t WHERE t.case_id = one GROUP BY t.table_name, t.row);
END $$"""

_FIXED: Final = """
CREATE OR REPLACE FUNCTION trail_is_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF NEW.salt IS NULL AND NEW.hash = OLD.hash AND NEW.number = OLD.number THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'the trail only grows';
END $$"""

_GUARDS: Final = (
    "DROP TRIGGER IF EXISTS trail_is_fixed ON trail",
    "CREATE TRIGGER trail_is_fixed BEFORE UPDATE OR DELETE ON trail "
    "FOR EACH ROW EXECUTE FUNCTION trail_is_fixed()",
    "REVOKE ALL ON FUNCTION trail_append(text, text, text, text, text, text) FROM PUBLIC",
    "REVOKE ALL ON trail FROM PUBLIC",
)


def follow(connection: Connection) -> None:
    """Have every change of whoever changes it written into the trail from here on."""
    for statement in (_APPEND, _NOTE, _LOGIN, _FORGET, _FIXED, _TELL, *_GUARDS):
        connection.exec_driver_sql(statement)
    for table in recorded():
        for statement in _followed(table):
            connection.exec_driver_sql(statement)


def pause(connection: Connection) -> None:
    """Follow nothing, and let entries be taken out, until all is followed again."""
    connection.exec_driver_sql("DROP TRIGGER IF EXISTS trail_is_fixed ON trail")
    for table in recorded():
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS trail_{table.name} ON {table.name}")


def _followed(table: Recorded) -> Iterator[str]:
    name = f"trail_{table.name}"
    yield _function(table, name)
    yield f"DROP TRIGGER IF EXISTS {name} ON {table.name}"
    yield (
        f"CREATE CONSTRAINT TRIGGER {name} AFTER INSERT OR UPDATE OR DELETE ON {table.name} "
        f"DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION {name}()"
    )


def _function(table: Recorded, name: str) -> str:
    def append(verb: Verb, of: str, content: str) -> str:
        told = f"'{verb}', '{table.name}', {table.row(of)}, {table.case(of)}, '', {content}"
        return f"PERFORM trail_append({told});"

    new, old = (table.content(of, "postgresql") for of in ("NEW", "OLD"))
    return f"""
CREATE OR REPLACE FUNCTION {name}() RETURNS trigger {_DEFINED} AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        {append(Verb.delete, "OLD", "NULL")}
    ELSIF TG_OP = 'INSERT' THEN
        {append(Verb.insert, "NEW", new)}
    ELSIF {new} <> {old} THEN
        {append(Verb.update, "NEW", new)}
    END IF;
    RETURN NULL;
END $$"""


def tell_who(engine: Engine, who: Callable[[], str]) -> None:
    """Have every connection say who writes with it; asked of the server once a person."""

    def checked_out(driver: Any, record: Any, _: object) -> None:
        now = who()
        if record.info.get(_WHO, "") != now:
            alone, driver.autocommit = driver.autocommit, True  # no trips for BEGIN and COMMIT
            try:
                driver.execute("SELECT set_config('ringerunde.who', %s, false)", (now,))
            except engine.dialect.loaded_dbapi.OperationalError as error:  # it lay idle, and died
                raise DisconnectionError from error
            driver.autocommit = alone
            record.info[_WHO] = now

    event.listen(engine, "checkout", checked_out)
