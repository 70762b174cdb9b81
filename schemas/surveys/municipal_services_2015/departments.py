"""Where in a municipality, or beside it, people are reached."""

from schemas.calls.departments import Department, DepartmentKind, DepartmentRow


class Office(Department):
    """The departments of a municipality, in the instrument's order."""

    switchboard = DepartmentRow(
        "Sentralbord", en="Switchboard", kind=DepartmentKind.switchboard, called=("sentralbord",)
    )
    service_desk = DepartmentRow(
        "Servicetorg",
        en="Service desk",
        kind=DepartmentKind.front_line,
        called=("servicetorg", "servicekontor", "servicesenter", "innbyggertorg"),
    )
    chief_executive = DepartmentRow(
        "Rådmannens stab",
        nn="Staben til rådmannen",
        en="Chief executive's staff",
        called=("radmann",),
    )
    health_and_care = DepartmentRow(
        "Helse og omsorg (ledelse)",
        nn="Helse og omsorg (leiing)",
        en="Health and care (management)",
        called=("helse og omsorg", "pleie og omsorg", "helse og sosial"),
        broad=True,
    )
    healthy_life_centre = DepartmentRow(
        "Frisklivssentral", en="Healthy life centre", called=("frisklivs",)
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
        ),
    )
    rehabilitation = DepartmentRow(
        "Rehabilitering", en="Rehabilitation", called=("rehabilitering",)
    )
    physio_occupational = DepartmentRow(
        "Fysio- og ergoterapi",
        en="Physiotherapy and occupational therapy",
        called=("fysio", "ergoterapi"),
    )
    mental_health = DepartmentRow(
        "Psykisk helse og rus",
        en="Mental health and substance use",
        # «rus» with the space is a whole word.
        called=("psykisk helse", "psykiatri", "rus ", "rustjeneste", "rusteneste", "rusomsorg"),
    )
    home_care = DepartmentRow(
        "Hjemmetjenesten",
        nn="Heimetenesta",
        en="Home care",
        called=("hjemmetjeneste", "heimeteneste", "hjemmesykepleie"),
    )
    health_house = DepartmentRow(
        "Helsehus/lokalmedisinsk senter",
        en="Municipal health centre/local medical centre",
        called=("helsehus", "lokalmedisinsk"),
    )
    coordinating_unit = DepartmentRow(
        "Koordinerende enhet",
        nn="Koordinerande eining",
        en="Coordinating unit",
        called=("koordinerende enhet", "koordinerande eining"),
    )
    allocation_office = DepartmentRow(
        "Tildelings-/bestillerkontor",
        nn="Tildelings-/bestillarkontor",
        en="Service allocation office",
        called=("tildeling", "bestillerkontor"),
    )
    chief_medical_officer = DepartmentRow(
        "Kommuneoverlege", en="Chief medical officer", called=("kommuneoverlege", "kommunelege")
    )
    public_health = DepartmentRow(
        "Folkehelsekoordinator", en="Public health coordinator", called=("folkehelse",)
    )
    gp_office = DepartmentRow(
        "Fastlegekontor", en="GP practice", called=("fastlege", "legekontor", "legesenter")
    )
    social_services = DepartmentRow(
        "NAV/sosialtjeneste",
        nn="NAV/sosialteneste",
        en="NAV/social services",
        called=("nav ", "sosialtjeneste", "sosialkontor"),
    )
    culture = DepartmentRow(
        "Kultur/frivillighet",
        nn="Kultur/frivilligheit",
        en="Culture/voluntary work",
        called=("kultur", "frivillig"),
    )
    other_municipality = DepartmentRow(
        "Annen kommune", nn="Annan kommune", en="Another municipality"
    )
    hospital = DepartmentRow(
        "Helseforetak/sykehus",
        nn="Helseføretak/sjukehus",
        en="Health trust/hospital",
        called=("sykehus", "sjukehus", "helseforetak"),
    )
    other = DepartmentRow("Annet", nn="Anna", en="Other", kind=DepartmentKind.unlisted)
