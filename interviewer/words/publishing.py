"""What is said of figures and files: what a coordinator reads and writes."""

from schemas.language.text import Text


class PublishingWords:
    """What is said of figures and files: what a coordinator reads and writes."""

    publish_title = Text("Tall og filer")
    publish_read = Text("Les og publiser")
    publish_data = Text("Data")
    publish_form = Text("Skjemaet")
    publish_lacks = Text("{label} – krever {package}, som ikke er installert")
    publish_install = Text("Installer først: pip install 'ringerunde[{extra}]'")
    transition_read = Text("Påstand mot funn: hva enhetene oppga, og hva intervjuene fant")
    transition_title = Text("Påstand mot funn")
    transition_units = Text("Enhetene bak hvert tall")
    product_overview = Text("Oversikten som publiseres: nettside, CSV og Excel, og hva som er nytt")
    product_report = Text("Hele rapporten: én nettside til å lese, dele og skrive ut")
    product_transition = Text("Påstand mot funn som CSV, med enhetene bak hvert tall")
    product_claims = Text("Figurene fra den tidligere fasen som CSV")
    product_csv = Text("CSV: én fil for hver tabell")
    product_xlsx = Text("Excel: alle tabellene og kodeboken i én arbeidsbok")
    product_sav = Text("SPSS (.sav), med etiketter og manglende verdier")
    product_dta = Text("Stata (.dta), med etiketter og manglende verdier")
    product_parquet = Text("Parquet: én fil for hver tabell")
    product_json = Text("JSON: ett dokument for hvert intervju")
    product_archive = Text("Arkivmappe: data, kodebok, skjema, metode og kontrollsummer")
    product_book = Text("Kodeboken til å lese")
    product_book_json = Text("Kodeboken som data (JSON)")
    product_book_ddi = Text("Kodeboken for arkiver (DDI)")
    product_book_form = Text("Skjema for ODK og Kobo (XLSForm)")
    order_folder = Text("Hvilken mappe skal filene ligge i?")
    order_file = Text("Hvor skal filen ligge, og hva skal den hete?")
    order_place_missing = Text("Skriv hvor det skal ligge, for eksempel ~/ringerunde/data")
    order_hint = Text("Tab: neste linje · mellomrom: neste valg · Enter: skriv")
    order_values = Text("Svar")
    order_codes = Text("koder")
    order_labels = Text("etiketter")
    order_signs = Text("Skilletegn")
    order_excel = Text("norsk Excel (; og komma)")
    order_plain = Text("andre (, og punktum)")
    order_rows = Text("Rader")
    order_interviews = Text("ett intervju per rad")
    order_items = Text("{an_item} per rad")
    order_contacts = Text("Kontakter")
    order_without = Text("uten")
    order_with = Text("med navn, telefon og e-post")
    order_contacts_mean = Text(
        "Filene får navn, telefonnumre og e-postadresser til dem som har svart, og fri tekst blir "
        "ikke gjennomsøkt. De er til eget bruk i prosjektet: ikke del dem, og slett dem etter bruk."
    )
    order_language = Text("Språk")
    order_writing = Text("skriver …")
    order_writing_count = Text("skriver … {done} av {of}")
    order_taken = Text("{where} finnes fra før.")
    order_replace = Text("Enter skriver over det som ligger der. Esc lar det være.")
    order_persons = Text("Fri tekst ser ut til å vise til personer {count} steder.")
    order_person = Text("Fri tekst ser ut til å vise til en person ett sted.")
    order_persons_mean = Text(
        "Ingenting er skrevet ennå. Teksten skrives som den står her: Enter skriver likevel, Esc "
        "stopper, så intervjuene kan rettes først."
    )
    order_again = Text("{problem} Ingenting er skrevet; Enter prøver igjen.")
    order_not_written = Text("Ingenting er skrevet.")
    order_department = Text("navnet på en avdeling")
    written_in = Text("Skrevet i {folder}:")
    written_rows = Text("{name}: {count} rader")
    written_row = Text("{name}: 1 rad")
    key_write = Text("Skriv")
    key_write_anyway = Text("Skriv likevel")
    key_replace = Text("Skriv over")
    key_stop = Text("Stopp")
