"""What the invented people of municipalities say in their own words; never of anybody real."""

from typing import Final

OFFERS: Final = (
    "Å leve med langvarig sykdom",
    "Diabeteskurs",
    "Kols-skolen",
    "Kurs i mestring av depresjon",
    "Kurs i mestring av belastning",
    "Smertemestring",
    "Pårørendeskolen demens",
    "Hjerteskolen",
    "Kreftkafé med kurs",
    "Bra mat for bedre helse",
    "Livsstyrketrening",
    "Aktiv hverdag",
    "Mestring av utmattelse",
    "Ung og kronisk syk",
)
SERVICES: Final = (
    "Lærings- og mestringssenteret i {unit}",
    "{unit} frisklivs- og mestringssenter",
    "Mestringsenheten i {unit}",
    "Læring og mestring {unit}",
)
SHORT: Final = (
    "Det ligger under omsorgssjefen",
    "Ordnes fra gang til gang",
    "En gruppe på tvers av avdelingene",
    "Frivillige i nabolaget",
    "Sanitetsforeningen",
)
LONG: Final = (
    "Vi har fått til mye, men det står og faller på én person.",
    "Deltakerne sier at det å møte andre i samme situasjon betyr mest.",
    "Det er langt å reise, og bussen går bare to ganger om dagen.",
    "Vi skulle gjerne hatt mer tid sammen med brukerorganisasjonene.",
    "«Dette burde alle kommuner hatt», sa ordføreren på avslutningen.",
)
BORDERLINE: Final = (
    "Mer undervisning enn mestring. Uklart om erfarne brukere er med.",
    "Ligner et treningstilbud, men har gruppesamtaler innimellom.",
)
REMARKS: Final = (
    "Nølte litt her.",
    "Slo opp i årsmeldingen før svaret kom.",
    "Gjelder hele regionen, ikke bare kommunen.",
    "Usikker på om dette er samlet for alle tilbudene.",
)
REASONS: Final = (
    "Spurte på nytt. Respondenten er sikker.",
    "Stemmer ifølge respondenten, som har vært med fra starten.",
    "Gjelder flere kommuner til sammen.",
)
