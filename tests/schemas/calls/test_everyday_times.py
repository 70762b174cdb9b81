"""Everyday phrases for a time: each is read, or refused with what was meant to choose from.

Whoever rings types what she hears, in bokmål, nynorsk and what is near a dialect, in a hurry and
misspelt.  A column to the right that begins with ✗ shows the two times that a refusal proposes.
"""

from datetime import datetime

from schemas.calls.moments.moment_problems import MomentProblem
from schemas.calls.moments.moments import read_moment
from schemas.language.dates import OSLO, local

NOW = datetime(2015, 3, 11, 9, 0, tzinfo=OSLO)
"""A Wednesday in week 11, at nine."""

PHRASES = """
    i morgen tidlig                | 12.03 08:30
    i morgen tidleg kl 9           | 12.03 09:00
    i morra kl 10                  | 12.03 10:00
    imorgen 10                     | 12.03 10:00
    i morgen formiddag             | 12.03 09:45
    i morgen føremiddag            | 12.03 09:45
    i morgen før lunsj             | 12.03 10:15
    i morgen over lunsj            | ✗ i morgen kl. 10 · i morgen etter lunsj
    i morgen etter lunsj           | 12.03 11:45
    i morgen rett etter lunsj      | 12.03 11:45
    i morgen på ettermiddagen      | 12.03 13:00
    i morgon ettermiddag           | 12.03 13:00
    i morgen ved lunsjtider        | ✗ i morgen kl. 10 · i morgen etter lunsj
    i morgen ved lunsj             | ✗ i morgen kl. 10 · i morgen etter lunsj
    i lunsjen i morgen             | ✗ i morgen kl. 10 · i morgen etter lunsj
    i morgen etter 12              | 12.03 12:00
    i morgen før 12                | ✗ i morgen 12 · torsdag 12. mars kl. 12.00
    i morgen mellom 10 og 11       | ✗ i morgen kl. 10 · i morgen kl. 11
    i morgen fra 10                | 12.03 10:00
    i morgen etter klokka 10       | 12.03 10:00
    ikke før 10 i morgen           | 12.03 10:00
    torsdag etter to               | 12.03 14:00
    tidligst halv ni i morgen      | 12.03 08:30
    etter to uker                  | ✗ to uker · onsdag 25. mars kl. 09.00
    senest 10 i morgen             | ✗ 10 i morgen · torsdag 12. mars kl. 10.00
    i morgen kl 10-11              | ✗ i morgen kl. 10 · i morgen kl. 11
    i dag etter lunsj              | 11.03 11:45
    senere i dag                   | ✗ om en halv time · om 2 timer
    seinere i dag                  | ✗ om en halv time · om 2 timer
    seinare i dag                  | ✗ om en halv time · om 2 timer
    litt senere                    | ✗ om en halv time · om 2 timer
    om litt                        | ✗ om en halv time · om 2 timer
    om ei stund                    | ✗ om en halv time · om 2 timer
    om en stund                    | ✗ om en halv time · om 2 timer
    om en liten time               | 11.03 10:00
    om en drøy time                | 11.03 10:00
    om en knapp time               | 11.03 10:00
    om en god time                 | 11.03 10:00
    om halvannen time              | 11.03 10:30
    om ein halvtime                | 11.03 09:30
    om en halvtime                 | 11.03 09:30
    om en halv times tid           | 11.03 09:30
    om en halvtimes tid            | 11.03 09:30
    om et kvarter                  | 11.03 09:15
    om eit kvarter                 | 11.03 09:15
    om kvarteret                   | ✗ i morgen 10:30 · tirs 14
    om et kvarters tid             | 11.03 09:15
    om 1,5 t                       | 11.03 10:30
    om 1 1/2 time                  | 11.03 10:30
    om 2t                          | 11.03 11:00
    om 45m                         | 11.03 09:45
    om to-tre dager                | ✗ om 2 dager · om 3 dager
    om et par uker                 | 25.03 09:00
    om en ukes tid                 | 18.03 09:00
    om ei vekes tid                | 18.03 09:00
    om ei uke                      | 18.03 09:00
    om 14 dager                    | 25.03 09:00
    om fjorten dager kl 10         | 25.03 10:00
    om en måned                    | 11.04 09:00
    om ein månads tid              | 11.04 09:00
    på mandag                      | ✗ på mandag kl. 10 · på mandag etter lunsj
    mandag førstkommende kl 10     | 16.03 10:00
    førstkommende mandag 10        | 16.03 10:00
    mandag kl 10 presis            | 16.03 10:00
    mandag klokken 10:00           | 16.03 10:00
    mandag klokka ti               | 16.03 10:00
    måndag klokka ti               | 16.03 10:00
    måndag morgon                  | 16.03 08:30
    tysdag kl. 14                  | 17.03 14:00
    tysdag føremiddag              | 17.03 09:45
    onsdag i neste uke kl 10       | 18.03 10:00
    onsdag neste uke               | ✗ onsdag neste uke kl. 10 · onsdag neste uke etter lunsj
    laurdag 10                     | 14.03 10:00
    sundag kl 12                   | 15.03 12:00
    fredag morgen                  | 13.03 08:30
    fredag formiddag               | 13.03 09:45
    fredag etter lønsj             | ✗ fredag etter lunsj · fredag 13. mars kl. 11.45
    fredag lunsj                   | ✗ fredag kl. 10 · fredag etter lunsj
    torsdag rundt lunsj kl 12      | ✗ torsdag kl 12 · torsdag 12. mars kl. 12.00
    til torsdag kl 9               | 12.03 09:00
    nå på fredag kl 9              | 13.03 09:00
    no på fredag klokka 9          | 13.03 09:00
    førre fredag                   | ✗ fredag kl. 10 · fredag etter lunsj
    forrige mandag kl 10           | ✗ mandag kl 10 · mandag 16. mars kl. 10.00
    fredag om ei uke kl 10         | 20.03 10:00
    fredag om en uke kl 10         | 20.03 10:00
    fredag 14 dager kl 10          | 27.03 10:00
    mandag uke 13 kl 10            | 23.03 10:00
    uke 13                         | ✗ tirsdag uke 13 kl. 10 · onsdag uke 13 kl. 10
    i uke 13                       | ✗ tirsdag i uke 13 kl. 10 · onsdag i uke 13 kl. 10
    begynnelsen av neste uke       | ✗ mandag neste uke kl. 10 · tirsdag neste uke kl. 10
    tidlig neste uke               | ✗ mandag neste uke kl. 10 · tirsdag neste uke kl. 10
    midten av neste uke            | ✗ onsdag neste uke kl. 10 · torsdag neste uke kl. 10
    slutten av uka                 | ✗ torsdag kl. 10 · fredag kl. 10
    i slutten av måneden           | ✗ om en måned kl. 10 · den 28. kl. 10
    månedsslutt                    | ✗ om en måned kl. 10 · den 28. kl. 10
    etter påske                    | ✗ tirsdag 7. april kl. 10 · tirsdag 7. april etter lunsj
    rett etter påske               | ✗ tirsdag 7. april kl. 10 · tirsdag 7. april etter lunsj
    uka etter påske                | ✗ tirsdag 7. april kl. 10 · tirsdag 7. april etter lunsj
    uken etter påske tirsdag kl 10 | ✗ etter påske tirsdag kl 10 · tirsdag 7. april kl. 10.00
    tirsdag etter påske kl 10      | 07.04 10:00
    første dag etter påske kl 10   | 07.04 10:00
    til høsten                     | ✗ 1.9. kl. 10 · 15.9. kl. 10
    til sommeren                   | ✗ 1.6. kl. 10 · 15.6. kl. 10
    over helga                     | ✗ mandag 16. mars kl. 10 · mandag 16. mars etter lunsj
    etter helga kl 9               | 16.03 09:00
    etter helgen en gang           | ✗ mandag 16. mars kl. 10 · mandag 16. mars etter lunsj
    over nyttår kl 10              | 04.01 10:00
    på nyåret                      | ✗ etter nyttår kl. 10 · 15. januar kl. 10
    fyrste arbeidsdag etter nyttår kl 9 | 04.01 09:00
    første virkedag i april kl 9   | 01.04 09:00
    den første arbeidsdagen i mai ti | 04.05 10:00
    første virkedag etter 17. mai kl 10 | 18.05 10:00
    første virkedag etter langfredag kl 9 | 07.04 09:00
    første mandag i april kl 10    | 06.04 10:00
    2. tirsdag i april kl 10       | 14.04 10:00
    siste fredag i mars kl 9       | 27.03 09:00
    femte mandag i april kl 10     | ✗ 12.3. kl. 9 · 12. mars kl. 9
    skjærtorsdag kl 10             | 02.04 10:00
    langfredag                     | ✗ langfredag kl. 10 · langfredag etter lunsj
    2. påskedag kl 10              | 06.04 10:00
    kristi himmelfartsdag kl 9     | 14.05 09:00
    julaften kl 9                  | 24.12 09:00
    tirsdag langfredag kl 10       | ✗ 3. april 2015 kl. 10 · tirsdag kl. 10
    om 5                           | ✗ om 5 minutter · om 5 timer
    10.30-11                       | ✗ kl. 10.30 · kl. 11
    17.3-15 kl 10                  | 17.03 10:00
    litt etter lunsj               | 11.03 11:45
    i mårra kl 10                  | 12.03 10:00
    1. april kl 10                 | 01.04 10:00
    den 1. april kl 10             | 01.04 10:00
    1 april 10.00                  | 01.04 10:00
    1.4 kl 10                      | 01.04 10:00
    1/4 kl 10                      | 01.04 10:00
    01.04.15 10:00                 | 01.04 10:00
    1.4.2015 kl. 10                | 01.04 10:00
    2015-04-01 10:00               | 01.04 10:00
    2015-04-01T10:00               | 01.04 10:00
    den første april kl 10         | 01.04 10:00
    den fyrste april klokka 10     | 01.04 10:00
    den 20. kl 10                  | 20.03 10:00
    den tjuende kl 10              | 20.03 10:00
    20.3 ti på halv ti             | 20.03 09:20
    ti på ti                       | 11.03 09:50
    ti over ti                     | 11.03 10:10
    ti over halv ti i morgen       | 12.03 09:40
    fem på halv elleve             | 11.03 10:25
    fem over halv elleve           | 11.03 10:35
    kvart på elleve i morgen       | 12.03 10:45
    kvart over ni i morra          | 12.03 09:15
    kvarter på elleve              | 11.03 10:45
    ti minutter over to            | 11.03 14:10
    halv ti                        | 11.03 09:30
    halv 10                        | 11.03 09:30
    halv10                         | 11.03 09:30
    halv tolv i morgen             | 12.03 11:30
    klokka halv ett                | 11.03 12:30
    kl 1                           | 11.03 13:00
    kl. 13                         | 11.03 13:00
    13                             | 11.03 13:00
    1300                           | 11.03 13:00
    kl 1300 i morgen               | 12.03 13:00
    kl 13.30 i morgen              | 12.03 13:30
    kl 13,30 i morgen              | 12.03 13:30
    13:30                          | 11.03 13:30
    klokka 2 på fredag             | 13.03 14:00
    to fre                         | 13.03 14:00
    2 på ettermiddagen i morgen    | 12.03 14:00
    8 om morgenen fredag           | 13.03 08:00
    åtte om kvelden                | 11.03 20:00
    18 i kveld                     | 11.03 18:00
    i kveld kl 6                   | 11.03 18:00
    i ettermiddag                  | 11.03 13:00
    i ettermiddag kl 2             | 11.03 14:00
    i formiddag kl 11              | 11.03 11:00
    nå                             | ✗ om 5 minutter · om en halv time
    no                             | ✗ om 5 minutter · om en halv time
    med en gang                    | ✗ om 5 minutter · om en halv time
    straks                         | ✗ om 5 minutter · om en halv time
    asap                           | ✗ om 5 minutter · om en halv time
    om et øyeblikk                 | ✗ om 5 minutter · om en halv time
    om ein augneblink              | ✗ om 5 minutter · om en halv time
    utpå dagen                     | ✗ om en halv time · om 2 timer
    senere i dag                   | ✗ om en halv time · om 2 timer
    på slutten av dagen            | ✗ i dag kl. 15 · i morgen kl. 9
    snarest                        | ✗ om 5 minutter · om en halv time
    når som helst                  | ✗ i morgen kl. 10 · i morgen etter lunsj
    når det passer                 | ✗ i morgen kl. 10 · i morgen etter lunsj
    samme tid i morgen             | ✗ om 1 dag · i morgen kl. 10
    same tid i morgon              | ✗ om 1 dag · i morgen kl. 10
    samme tid neste uke            | ✗ om en uke · om en uke kl. 10
    samme tid mandag               | ✗ mandag kl. 10 · mandag etter lunsj
    i overmorgen kl 10             | 13.03 10:00
    i overmorra ti                 | 13.03 10:00
    om to dagar kl 10              | 13.03 10:00
    om 3 virkedager kl 10          | 16.03 10:00
    om ti minutt                   | 11.03 09:10
    om ti minutter                 | 11.03 09:10
    om tjue min                    | 11.03 09:20
    20 min                         | 11.03 09:20
    en time                        | 11.03 10:00
    to timer                       | 11.03 11:00
    ein time                       | 11.03 10:00
    10 min.                        | 11.03 09:10
    om en time eller to            | ✗ om 1 time · om 2 time
    om 5-10 minutter               | ✗ om 5 minutter · om 10 minutter
    10-11 mandag                   | ✗ kl. 10 mandag · kl. 11 mandag
    mandag 10-11                   | ✗ mandag kl. 10 · mandag kl. 11
    mandag etter 10                | 16.03 10:00
    mandag etter kl. 14            | 16.03 14:00
    mandag før 12                  | ✗ mandag 12 · mandag 16. mars kl. 12.00
    mandag fra kl 9                | 16.03 09:00
    mandag innen 12                | ✗ mandag 12 · mandag 16. mars kl. 12.00
    mandag ved 14 tida             | 16.03 14:00
    mandag ved 14-tiden            | 16.03 14:00
    i 14-tida måndag               | 16.03 14:00
    mandag sånn ca kl 14           | 16.03 14:00
    mandag kl ca 14                | 16.03 14:00
    mandag kl. ca. 14              | 16.03 14:00
    mandag ca. kl 14.30            | 16.03 14:30
    omkring kl. 14 mandag          | 16.03 14:00
    mand kl 10                     | 16.03 10:00
    tirs kl 10                     | 17.03 10:00
    tirsd kl 10                    | 17.03 10:00
    tir. 10.30                     | 17.03 10:30
    ons. 11/3 kl 14                | 11.03 14:00
    onsdag 11/3                    | ✗ onsdag 11/3 kl. 10 · onsdag 11/3 etter lunsj
    tors 12.3 10.00                | 12.03 10:00
    tors 12.3. 10.00               | 12.03 10:00
    torsd. 12. mars, kl. 10.00     | 12.03 10:00
    fre 13                         | 13.03 13:00
    fre. 13.                       | ✗ fre. kl. 13 · fre. den 13. kl. 10
    lør kl 10                      | 14.03 10:00
    man.10                         | 16.03 10:00
    mandga kl 10                   | ✗ mandag kl 10 · mandag 16. mars kl. 10.00
    tirsag 10                      | ✗ tirsdag 10 · tirsdag 17. mars kl. 10.00
    trisdag kl 10                  | ✗ torsdag kl 10 · tirsdag kl 10
    frdag 10                       | ✗ fredag 10 · fredag 13. mars kl. 10.00
    onsdg 10                       | ✗ onsdag 10 · onsdag 11. mars kl. 10.00
    i moren kl 10                  | ✗ i morgen kl 10 · torsdag 12. mars kl. 10.00
    i mrogen kl 10                 | ✗ i morgen kl 10 · torsdag 12. mars kl. 10.00
    imorgn 10                      | ✗ imorgen 10 · torsdag 12. mars kl. 10.00
    klokka tii                     | ✗ i morgen 10:30 · tirs 14
    kl 10 tirsdag                  | 17.03 10:00
    10.30 tirsdag                  | 17.03 10:30
    10 tirsdag                     | 17.03 10:00
    tirsdag ti                     | 17.03 10:00
    tirsdag to                     | 17.03 14:00
    onsdag to                      | 11.03 14:00
    torsdag tolv                   | 12.03 12:00
    torsdag 12                     | 12.03 12:00
    torsdag 12.                    | ✗ torsdag kl. 12 · torsdag den 12. kl. 10
    12.                            | ✗ kl. 12 · den 12. kl. 10
    12. kl 10                      | 12.03 10:00
    17. mai kl 10                  | 17.05 10:00
    hver dag                       | ✗ i morgen kl. 10 · i morgen etter lunsj
    kl 10 eller 11 i morgen        | ✗ kl 10 i morgen · 11 i morgen
    i morgen eller fredag          | ✗ i morgen kl. 10 · fredag kl. 10
    mandag eller tirsdag kl 10     | ✗ mandag kl 10 · tirsdag kl 10
    helst mandag kl 10             | ✗ mandag kl 10 · mandag 16. mars kl. 10.00
    kanskje mandag 10              | ✗ mandag 10 · mandag 16. mars kl. 10.00
    mandag morra                   | 16.03 08:30
    mandags morgen kl 9            | 16.03 09:00
    mandagen kl 10                 | 16.03 10:00
    mandagen etter kl 10           | 16.03 10:00
    på mandagen                    | ✗ på mandagen kl. 10 · på mandagen etter lunsj
    mandag kveld                   | ✗ mandag 16. mars kl. 18 · mandag 16. mars kl. 18.30
    mandag kl 10 norsk tid         | ✗ mandag kl 10 · mandag 16. mars kl. 10.00
    10 am                          | 11.03 10:00
    2 pm                           | 11.03 14:00
    2pm                            | 11.03 14:00
    kl 24                          | ✗ i dag kl. 14 · i morgen kl. 10.30
    etter kl. 10                   | 11.03 10:00
    etter 10                       | 11.03 10:00
    før 10                         | ✗ 10 · onsdag 11. mars kl. 10.00
    ved 10                         | 11.03 10:00
    rundt 10                       | 11.03 10:00
    mot 10                         | ✗ 10 · onsdag 11. mars kl. 10.00
    mot slutten av dagen           | ✗ i dag kl. 15 · i morgen kl. 9
    tidlig i morgen                | 12.03 08:30
    tidlig fredag                  | 13.03 08:30
    sent i morgen                  | ✗ i morgen kl. 10 · i morgen etter lunsj
    seint fredag                   | ✗ fredag kl. 10 · fredag etter lunsj
    sent på dagen                  | ✗ i dag kl. 15 · i morgen kl. 9
    om 1t 30m                      | 11.03 10:30
    om 1 time og 15 min            | 11.03 10:15
    om en time og et kvarter       | 11.03 10:15
    om en og en halv time          | 11.03 10:30
    om halvanna time               | 11.03 10:30
    om tre kvarter                 | 11.03 09:45
    om trekvarter                  | 11.03 09:45
    om ett døgn                    | 12.03 09:00
    om en arbeidsdag               | 12.03 09:00
    neste virkedag kl 9            | 12.03 09:00
    neste dag kl 9                 | ✗ kl 9 · torsdag 12. mars kl. 09.00
    neste arbeidsdag               | ✗ neste arbeidsdag kl. 10 · neste arbeidsdag etter lunsj
    dagen derpå                    | ✗ i morgen kl. 10 · i overmorgen kl. 10
    dagen etter                    | ✗ i morgen kl. 10 · i overmorgen kl. 10
    neste uke                      | ✗ tirsdag neste uke kl. 10 · onsdag neste uke kl. 10
    neste veke onsdag              | ✗ neste veke onsdag kl. 10 · neste veke onsdag etter lunsj
    neste måned                    | ✗ om en måned kl. 10 · den 28. kl. 10
    i neste uke en gang            | ✗ tirsdag neste uke kl. 10 · onsdag neste uke kl. 10
    nærmeste mandag kl 10          | ✗ mandag kl 10 · mandag 16. mars kl. 10.00
    kommende fredag 10             | 13.03 10:00
    fredag denne uka kl 10         | 13.03 10:00
    fredag denne veka kl 10        | 13.03 10:00
    fredag i denne uken kl 10      | 13.03 10:00
    til uka onsdag 10              | 18.03 10:00
    onsdag til uka 10              | 18.03 10:00
    onsdag uka etter kl 10         | ✗ onsdag etter kl 10 · onsdag 11. mars kl. 10.00
    5 over 10                      | 11.03 10:05
    10 over 10 i morgen            | 12.03 10:10
    5 på 10                        | 11.03 09:55
    kvart på 10                    | 11.03 09:45
    5 på halv 3                    | 11.03 14:25
    20 over 2                      | 11.03 14:20
    20 på 3                        | 11.03 14:40
    tjue på tre                    | 11.03 14:40
    tjue over to                   | 11.03 14:20
    kl ti null null                | 11.03 10:00
    ti tretti i morgen             | 12.03 10:30
    ti og tretti i morgen          | ✗ i morgen 10:30 · tirs 14
    fjorten tretti i morgen        | 12.03 14:30
    fjorten null null i morgen     | 12.03 14:00
    kl fjorten i morgen            | 12.03 14:00
    elleve femten fredag           | 13.03 11:15
    10 30 i morgen                 | 12.03 10:30
    1030 i morgen                  | 12.03 10:30
    0930 i morgen                  | 12.03 09:30
    09:30 i morgen                 | 12.03 09:30
    9.5 kl 10                      | 09.05 10:00
    9.5.                           | ✗ 9.5. kl. 10 · 9.5. etter lunsj
    9.5                            | ✗ 9.5 kl. 10 · 9.5 etter lunsj
    10.10                          | ✗ kl. 10.10 · 10.10. kl. 10
    10/10                          | ✗ 10/10 kl. 10 · 10/10 etter lunsj
    10.10 mandag                   | 16.03 10:10
    mandag 16.3 kl 10              | 16.03 10:00
    mandag 17.3 kl 10              | ✗ 17. mars 2015 kl. 10 · mandag kl. 10
    mandag den 16. kl 10           | 16.03 10:00
    mandag 16. kl 10               | 16.03 10:00
    mandag 16                      | 16.03 16:00
    man 16 mars kl 9               | 16.03 09:00
    16. mars mandag ni             | 16.03 09:00
    mandag kl 9:00-10:00           | ✗ mandag kl. 9:00 · mandag kl. 10:00
    kl 9-10 i dag                  | ✗ kl. 9 i dag · kl. 10 i dag
    i dag innen kl 14              | ✗ i dag kl 14 · onsdag 11. mars kl. 14.00
    i dag før kl 14                | ✗ i dag kl 14 · onsdag 11. mars kl. 14.00
    i dag kl 8                     | ✗ i morgen 10:30 · tirs 14
    i dag                          | ✗ i dag kl. 10 · i dag etter lunsj
    i morgen                       | ✗ i morgen kl. 10 · i morgen etter lunsj
    mandag                         | ✗ mandag kl. 10 · mandag etter lunsj
    på dagtid i morgen             | ✗ i morgen kl. 10 · i morgen etter lunsj
    i arbeidstida i morgen         | ✗ i morgen kl. 10 · i morgen etter lunsj
    utpå dagen i morgen            | ✗ i morgen kl. 10 · i morgen etter lunsj
    utpå formiddagen fredag        | 13.03 09:45
    utpå ettermiddagen fredag      | 13.03 13:00
    på formiddagen fredag          | 13.03 09:45
    fredag på morgenkvisten        | ✗ fredag kl. 10 · fredag etter lunsj
    fredag f.m.                    | 13.03 09:45
    fredag e.m.                    | 13.03 13:00
    fredag fm                      | 13.03 09:45
    fredag em                      | 13.03 13:00
    fredag kl 10 fm                | 13.03 10:00
    fredag kl 2 em                 | 13.03 14:00
    etter middag i dag             | ✗ i dag kl. 10 · i dag etter lunsj
    etter arbeidstid               | ✗ i dag kl. 15 · i morgen kl. 9
    etter jobb                     | ✗ i dag kl. 15 · i morgen kl. 9
    før jobb i morgen              | ✗ i morgen kl. 10 · i morgen etter lunsj
    i pausen                       | ✗ i dag kl. 15 · i morgen kl. 9
    etter ferien                   | ✗ 1.9. kl. 10 · 15.9. kl. 10
    etter sommerferien             | ✗ 1.9. kl. 10 · 15.9. kl. 10
    uke 33 mandag kl 10            | 10.08 10:00
    mandag i uke 33 kl 10          | 10.08 10:00
    den 15. april kl 10            | 15.04 10:00
    15. apr. 10                    | 15.04 10:00
    15.apr 10                      | 15.04 10:00
    15 apr kl10                    | 15.04 10:00
    15apr kl 10                    | 15.04 10:00
    tirsdag kl.10                  | 17.03 10:00
    tirsdag kl10                   | 17.03 10:00
    tirsdag klokka10               | 17.03 10:00
    tirsdag10                      | 17.03 10:00
    tirs10                         | 17.03 10:00
    tirsdag, 10.30                 | 17.03 10:30
    tirsdag; 10                    | 17.03 10:00
    tirsdag - 10                   | 17.03 10:00
    tirsdag – kl. 10               | 17.03 10:00
    tirsdag kl. 10!                | 17.03 10:00
    tirsdag kl 10 ?                | 17.03 10:00
    kl. 10.00.                     | 11.03 10:00
"""


def _come_of(typed: str) -> str:
    try:
        return f"{local(read_moment(typed, NOW).at):%d.%m %H:%M}"
    except MomentProblem as problem:
        return f"✗ {' · '.join(problem.instead)}"


def _rows() -> list[tuple[str, str]]:
    rows = (line.partition("|") for line in PHRASES.strip().splitlines())
    return [(typed.strip(), result.strip()) for typed, _, result in rows]


def test_every_phrase() -> None:
    """Read right, or refused with a time that keeps all of it that can be understood."""
    assert [(typed, _come_of(typed)) for typed, _ in _rows()] == _rows()


def test_the_table_is_long() -> None:
    """At least a hundred and fifty."""
    assert len(_rows()) >= 150


def test_ti_femten_is_asked() -> None:
    """«Ti femten» is a Tuesday at three, or a quarter past ten: never the one without the other."""
    assert _come_of("ti femten") == "✗ kl. 10.15 · tirs kl. 15"
    assert _come_of("to tjue i morgen") == "✗ kl. 2.20 · tors kl. 20"
    assert _come_of("kl ti femten i morgen") == "12.03 10:15"


def test_roughly_an_hour_is_told() -> None:
    """What is said roughly is read as the number in it, and a remark says so."""
    assert read_moment("om en drøy time", NOW).remarks == ("«En drøy» er lest som 1.",)
