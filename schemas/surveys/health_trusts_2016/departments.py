"""Where in a health trust or a hospital people are reached."""

from schemas.calls.departments import Department, DepartmentKind, DepartmentRow


class TrustDepartment(Department):
    """The departments of a health trust, in the instrument's order."""

    switchboard = DepartmentRow(
        "Sentralbord", en="Switchboard", kind=DepartmentKind.switchboard, called=("sentralbord",)
    )
    patient_service = DepartmentRow(
        "Pasientservice",
        en="Patient service",
        kind=DepartmentKind.front_line,
        called=("pasientservice",),
    )
    lm_centre = DepartmentRow(
        "Lærings- og mestringssenter",
        nn="Lærings- og meistringssenter",
        en="Learning and mastery centre",
        called=(
            "laerings og mestring",
            "laerings og meistring",
            "laering og mestring",
            "laering og meistring",
            "lms",
        ),
    )
    management = DepartmentRow(
        "Foretaksledelse/stab",
        nn="Føretaksleiing/stab",
        en="Management/staff unit",
        called=("foretaksledelse", "foretaksleiing", "administrerende direktor"),
    )
    clinic = DepartmentRow("Klinikk", en="Clinic", called=("klinikk",), broad=True)
    ward = DepartmentRow(
        "Sengepost/poliklinikk", en="Ward/outpatient clinic", called=("sengepost", "poliklinikk")
    )
    research = DepartmentRow(
        "Forsknings- og utdanningsavdeling",
        nn="Forskings- og utdanningsavdeling",
        en="Research and education department",
        called=("forskning", "forsking"),
    )
    collaboration = DepartmentRow(
        "Samhandlingsavdeling", en="Collaboration department", called=("samhandling",)
    )
    user_council = DepartmentRow(
        "Brukerutvalg", nn="Brukarutval", en="User council", called=("brukerutvalg", "brukarutval")
    )
    rehabilitation = DepartmentRow(
        "Fysikalsk medisin og rehabilitering",
        en="Physical medicine and rehabilitation",
        called=("fysikalsk medisin", "rehabilitering"),
    )
    mental_health = DepartmentRow(
        "Psykisk helsevern", en="Mental health care", called=("psykisk helse", "psykiatri")
    )
    paediatrics = DepartmentRow(
        "Barne- og ungdomsklinikk",
        en="Children's and young people's clinic",
        called=("barneklinikk", "barneavdeling", "barne og ungdom"),
    )
    communication = DepartmentRow("Kommunikasjon", en="Communications", called=("kommunikasjon",))
    other = DepartmentRow("Annet", nn="Anna", en="Other", kind=DepartmentKind.unlisted)
