"""What the rights on a server are made of: functions of the owner, which see what others do not.

Whoever calls one must not lead it to a table of her own, so they look where nobody makes any.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from db.tables import AttemptRow, CaseRow, InterviewRow, Row

INTERVIEWERS: Final = "ringerunde_interviewer"
COORDINATORS: Final = "ringerunde_coordinator"
READERS: Final = "ringerunde_reader"
ROLES: Final = (INTERVIEWERS, COORDINATORS, READERS)

ME: Final = "ringerunde_me()"

PINNED: Final = """
DO $$ BEGIN
    PERFORM set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true);
END $$"""
"""Where our functions find their tables: never among those that whoever calls them has made."""

FENCED: Final = """
DO $$ DECLARE one regprocedure; BEGIN
    EXECUTE 'REVOKE TEMPORARY ON DATABASE ' || quote_ident(current_database()) || ' FROM PUBLIC';
    EXECUTE 'REVOKE CREATE ON SCHEMA ' || quote_ident(current_schema()) || ' FROM PUBLIC';
    FOR one IN SELECT oid FROM pg_proc
        WHERE pronamespace = current_schema()::regnamespace AND prosecdef
    LOOP
        EXECUTE 'ALTER FUNCTION ' || one || ' SET search_path FROM CURRENT';
        EXECUTE 'REVOKE ALL ON FUNCTION ' || one || ' FROM PUBLIC';
    END LOOP;
END $$"""
"""Nobody makes tables that could be taken for ours, or has a function of ours work for one of hers.
"""

_DEFINED: Final = "SECURITY DEFINER SET search_path FROM CURRENT AS"
"""A function that sees what whoever calls it does not."""

_IS_CALLED: Final = f"""
CREATE OR REPLACE FUNCTION ringerunde_is_called(one text) RETURNS boolean
LANGUAGE sql STABLE {_DEFINED} $$
    SELECT lower(regexp_replace(normalize(trim(one)), '\\s+', ' ', 'g'))
        = lower(regexp_replace(normalize(trim(called)), '\\s+', ' ', 'g'))
    FROM (
        SELECT coalesce(shobj_description(oid, 'pg_authid'), rolname) COLLATE "default" AS called
        FROM pg_roles WHERE rolname = session_user
    ) AS me
$$"""
"""Whether somebody is called as whoever has logged in: what she is called, the owner has said."""

_ME: Final = f"""
CREATE OR REPLACE FUNCTION {ME} RETURNS uuid LANGUAGE sql STABLE {_DEFINED} $$
    SELECT id FROM interviewer WHERE seat = session_user ORDER BY seated_at DESC LIMIT 1
$$"""

HELD_AT_ONCE: Final = 5
"""Cases that an interviewer holds at a time, at most: one, and what a crash has left with her."""

RANG_AT_ONCE: Final = 30
"""Cases in which somebody has rung back within the hour, at most: more than a team is rung by."""

RANG: Final = "rang_back_at > now() - interval '1 hour'"

_CASE_KEPT: Final = f"""
CREATE OR REPLACE FUNCTION ringerunde_case_kept() RETURNS trigger
LANGUAGE plpgsql {_DEFINED} $$
DECLARE
    me uuid := {ME};
    lease text[] := ARRAY[NEW.held_by::text, NEW.lease_token::text, NEW.lease_expires_at::text];
    was text[] := ARRAY[OLD.held_by::text, OLD.lease_token::text, OLD.lease_expires_at::text];
BEGIN
    IF lease IS DISTINCT FROM was AND (
        OLD.held_by IS DISTINCT FROM me AND OLD.lease_expires_at > now() + interval '15 minutes'
        OR NEW.lease_token < OLD.lease_token
        OR NEW.lease_expires_at > now() + interval '75 minutes'
        OR NEW.held_by IS DISTINCT FROM me AND NEW.held_by IS NOT NULL
        OR NEW.held_by IS NOT NULL AND {HELD_AT_ONCE} <= (
            SELECT count(*) FROM survey_case AS c WHERE c.held_by = me AND c.id <> NEW.id))
    OR NEW.rang_back_at IS DISTINCT FROM OLD.rang_back_at AND (
        NEW.rang_back_at > now() + interval '15 minutes' OR {RANG_AT_ONCE} <= (
            SELECT count(*) FROM survey_case AS c WHERE c.id <> NEW.id AND c.{RANG}))
    THEN
        RAISE insufficient_privilege;
    END IF;
    RETURN NEW;
END $$"""
"""Nobody holds a case for another, or many, or for long, or takes one that another has open: who
works holds on in good time, and clocks differ.  A token only grows.  And nobody has everybody ring
back, or on a day to come, to read whom they were.  It is volatile: it sees what one statement has
done already.
"""

_SIGNED_KEPT: Final = f"""
CREATE OR REPLACE FUNCTION ringerunde_signed_kept() RETURNS trigger
LANGUAGE plpgsql {_DEFINED} $$
DECLARE was jsonb := to_jsonb(OLD); is_now jsonb := to_jsonb(NEW); one text; signed text;
BEGIN
    FOREACH one IN ARRAY TG_ARGV[1:] LOOP
        signed := coalesce(is_now ->> TG_ARGV[0], is_now ->> one);
        IF was -> one <> is_now -> one AND signed <> coalesce({ME}::text, '') THEN
            RAISE insufficient_privilege;
        END IF;
    END LOOP;
    RETURN NEW;
END $$"""

KEPT: Final[Mapping[type[Row], tuple[str, ...]]] = MappingProxyType(
    {
        AttemptRow: ("interviewer_id", "outcome", "note", "ended_at", "seconds"),
        CaseRow: ("returned_by", "returned_by", "returned_at", "returned_question"),
        InterviewRow: ("reopened_by", "reopened_by", "reopened_at"),
    }
)
"""Who signs, and what nobody else puts there: how her call ended, what she sends back or opens."""

_WORKS_AS: Final = f"""
CREATE OR REPLACE FUNCTION ringerunde_works_as() RETURNS text LANGUAGE sql STABLE {_DEFINED} $$
    SELECT CASE WHEN rolsuper OR rolname = current_user THEN ''
        WHEN pg_has_role(oid, '{COORDINATORS}', 'MEMBER') THEN '{COORDINATORS}'
        WHEN pg_has_role(oid, '{INTERVIEWERS}', 'MEMBER') THEN '{INTERVIEWERS}' ELSE '' END
    FROM pg_roles WHERE rolname = session_user
$$"""
"""What whoever has logged in is here; nothing for the owner."""

FUNCTIONS: Final = (_ME, _IS_CALLED, _WORKS_AS, _CASE_KEPT, _SIGNED_KEPT)
"""Each as it is made."""
