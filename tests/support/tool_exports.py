"""Exports of survey tools, as they write them: small, invented, in Norwegian and English settings.

Two units answered: Moss has programmes and a centre, Halden has none and plans nothing.
"""

from typing import Final

NETTSKJEMA: Final = (
    "\ufeff$submission_id;$created;Kommunenummer;Har dere tilbud?;Hvordan er tilbudene organisert?;"
    "Har dere planer?;Samarbeider med;Kontaktperson;Stilling;Avdeling;Telefon;E-post;Kommentar\r\n"
    "1001;2014-11-03T12:00:00.000+01:00;0104;Ja;Senter eller enhet;;0105;Ola Prøve;leder;"
    "Frisklivssentralen;69 17 45 00;ola@moss.example;\r\n"
    "1002;2014-11-03T13:00:00.000+01:00;0101;Nei;;Foreløpig ingen planer;;Kari Prøve;;;"
    "69 17 45 01;;\r\n"
).encode()
"""Nettskjema in Norwegian: its own columns begin with a dollar sign, answers stand in words."""

SURVEYXACT: Final = (
    "respondentkey,created,closetime,enhet,tilbud,organisering,planer,samarbeid_med,"
    "kontakt_navn,kontakt_stilling,kontakt_avdeling,kontakt_telefon,kontakt_epost,statoverall_1\n"
    '"Nøkkel","Opprettet","Afsluttet","Kommune","Har tilbud","Organisering","Planer",'
    '"Samarbeid","Kontaktperson","Stilling","Avdeling","Telefon","E-post","Ny"\n'
    "a1,2014-10-20 08:00:00,2014-11-03 12:00:00,0104,ja,senter,,0105,Ola Prøve,leder,"
    "Frisklivssentralen,69174500,ola@moss.example,0\n"
    "a2,2014-10-20 08:00:00,2014-11-03 13:00:00,0101,nei,,ingen_planer,,Kari Prøve,,,69174501,,0\n"
).encode("cp1252")
"""SurveyXact: codes above, the questions' words below them, several times of which one is meant."""

QUESTBACK: Final = (
    "#;Respondent ID;Fullført dato;1. Hvilken kommune;2. Har kommunen tilbud;"
    "3. Organisering av tilbudene;4. Har kommunen planer;5. Samarbeidskommuner;6. Kontaktperson;"
    "7. Tittel;8. Avdeling;9. Telefonnummer;10. E-postadresse\r\n"
    "1;9001;03.11.2014 12:00;Moss kommune;Ja;Senter eller enhet;;Sarpsborg;Ola Prøve;leder;"
    "Frisklivssentralen;69 17 45 00;ola@moss.example\r\n"
    "2;9002;03.11.2014 13:00;Halden kommune;Nei;;Foreløpig ingen planer;;Kari Prøve;;;"
    "69 17 45 01;\r\n"
).encode("cp1252")
"""Questback in Norwegian: numbered questions, the unit by its name."""

LIMESURVEY: Final = (
    '"id. Response ID","submitdate. Date submitted","lastpage. Last page",'
    '"startlanguage. Start language","enhet. Which municipality?","tilbud. Do you have any?",'
    '"organisering. How?","planer. And plans?","samarbeid_med. With whom?",'
    '"kontakt_navn. Who are you?","kontakt_stilling. Your title?","kontakt_avdeling. Where?",'
    '"kontakt_telefon. Phone?","kontakt_epost. E-mail?"\n'
    '"1","2014-11-03 12:00:00","4","en","0104","Yes","Centre or unit","","0105","Ola Prøve",'
    '"leder","Frisklivssentralen","69174500","ola@moss.example"\n'
    '"2","2014-11-03 13:00:00","4","en","0101","No","","No plans yet","","Kari Prøve","","",'
    '"69174501",""\n'
).encode()
"""LimeSurvey in English: code and words in one heading, every cell in quotes."""

EXCEL: Final = (
    ("ID", "Start time", "Completion time", "Email", "Name", "Municipality number", "Programmes",
     "Organisation", "Plans", "Cooperates with", "Contact person", "Job title", "Department",
     "Phone number"),
    (1, "2014-11-03 11:50:00", "2014-11-03 12:00:00", "ola@moss.example", "anonymous", 104, "Yes",
     "Centre or unit", None, "0105", "Ola Prøve", "leder", "Frisklivssentralen", 69174500),
    (2, "2014-11-03 12:50:00", "2014-11-03 13:00:00", None, "anonymous", 101, "No", None,
     "No plans yet", None, "Kari Prøve", None, None, 69174501),
)  # fmt: skip
"""A form of Microsoft's in English, as Excel has it: numbers without their zeros."""
