"""What contact points are called in a list: no two of them alike."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from schemas.calls.calls import CallAttempt, ContactPoint
from schemas.calls.outcomes import Outcome
from schemas.calls.telling_apart import called_apart
from schemas.surveys.municipal_services_2015.departments import Office

AT = datetime(2015, 3, 2, 9, 15, tzinfo=UTC)
CASE = UUID(int=1)


def place(number: int, **known: Any) -> ContactPoint:
    """A service desk, of which that is known."""
    desk = ContactPoint.named(UUID(int=number), CASE, Office.service_desk, "", AT)
    return replace(desk, **known)


def names(*contacts: ContactPoint, calls: tuple[CallAttempt, ...] = ()) -> list[str]:
    """What they are called, in their order."""
    return list(called_apart(contacts, calls, ()).values())


class TestApart:
    def test_where_nothing_is_alike(self) -> None:
        """A place is called what it is."""
        assert names(place(2), place(3, person="Kari")) == ["Servicetorg", "Servicetorg (Kari)"]

    def test_by_what_each_alone_is_known_for(self) -> None:
        """The position, the last digits of the number, the address, who told of it."""
        alike = [
            place(2, role="leder"),
            place(3, phone="+4769174501"),
            place(4, email="a@halden.no"),
            place(5, source="Sentralbord"),
        ]
        assert names(*alike) == [
            "Servicetorg, leder",
            "Servicetorg, tlf. …4501",
            "Servicetorg, a@halden.no",
            "Servicetorg, oppgitt av Sentralbord",
        ]

    def test_one_number_for_both_tells_nothing(self) -> None:
        """Then by when they were spoken with, or noted."""
        first, second = place(2, phone="+4769174501"), place(3, phone="+4769174501")
        second = replace(second, created_at=AT + timedelta(days=1))
        who, call_id = UUID(int=8), UUID(int=9)
        call = CallAttempt(call_id, CASE, 1, first.id, "", who, "Kari", AT, AT, False, None, "")
        assert names(first, second, calls=(call,)) == [
            "Servicetorg, snakket med 2.3. kl. 10.15",
            "Servicetorg, notert 3.3. kl. 10.15",
        ]

    def test_nobody_was_spoken_with_where_nobody_answered(self) -> None:
        """It was rung, and that is told."""
        first, second = place(2, phone="+4769174501"), place(3, phone="+4769174501")
        who, call_id = UUID(int=8), UUID(int=9)
        call = CallAttempt(
            call_id, CASE, 1, first.id, "", who, "Kari", AT, AT, False, Outcome.technical, ""
        )
        assert names(first, second, calls=(call,))[0] == "Servicetorg, ringt 2.3. kl. 10.15"

    def test_by_number_where_nothing_else_does(self) -> None:
        """Noted in one minute, and nothing known of either."""
        assert names(place(2), place(3)) == ["Servicetorg, nr. 1 av 2", "Servicetorg, nr. 2 av 2"]

    @given(
        st.lists(
            st.builds(
                lambda role, phone, source: {"role": role, "phone": phone, "source": source},
                st.sampled_from(["", "leder", "nr. 2"]),
                st.sampled_from(["", "+4769174501", "+4769174502"]),
                st.sampled_from(["", "Sentralbord"]),
            ),
            max_size=6,
        )
    )
    def test_never_alike(self, known: list[dict[str, str]]) -> None:
        """Whatever is known of them."""
        called = names(*(place(nth + 2, **one) for nth, one in enumerate(known)))
        assert len(set(called)) == len(called)
