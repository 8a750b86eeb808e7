# Uvoz preteklih zapisov
import-column-entry = Šifra zapisa
import-column-unit = Enota
import-column-activity = Dejavnost
import-column-kind = Vrsta dejavnosti
import-column-place_kind = Kje je bilo
import-column-project = Projekt
import-column-main_tag = Glavna oznaka
import-column-main_field = Glavno področje
import-column-further_tags = Dodatne oznake
import-column-further_fields = Dodatna področja
import-column-topics = Teme pogovorov
import-column-status = Je bilo ali odpadlo
import-column-cancel_reason = Razlog odpovedi
import-column-date = Datum
import-column-start = Začetek
import-column-end = Konec
import-column-duration_min = Trajanje v minutah
import-column-created_min = Ustvarjeni čas v minutah
import-column-first_visits = Prvi obiski
import-column-staff_count = Število zaposlenih
import-column-staff_min = Minute zaposlenih skupaj
import-column-prep_min = Minute priprave skupaj
import-column-volunteer_count = Število prostovoljcev
import-column-volunteer_min = Minute prostovoljcev skupaj
import-column-count_method = Kako je prešteto
import-column-copied_counts = Prepisano od zadnjič
import-column-series = Večdnevni dogodek
import-column-note = Zapisek
import-column-start_end = Začetek in konec
import-column-duration = Trajanje
import-column-duration_h = Trajanje v urah
import-column-created = Ustvarjeni čas
import-column-created_h = Ustvarjeni čas v urah
import-column-created_share = Delež ustvarjenega časa
import-column-visits = Vsi obiski
import-column-staff_h = Ure zaposlenih skupaj
import-column-prep_h = Ure priprave skupaj
import-column-volunteer_h = Ure prostovoljcev skupaj
import-column-cancelled = Odpadlo (da ali ne)
import-column-period = Obdobje
import-column-year = Leto
import-column-month = Mesec
import-column-activities_held = Število dejavnosti
import-column-all = { $it }: skupaj
import-at-sheet = list { $it }
import-at-row = vrstica { $it }
import-at-column = stolpec { $it }
import-not-understood = tega stolpca ne razumemo
import-aside = pustimo ob strani
import-as-before = { $it }, kot zadnjič
import-nothing = nič
import-differs = { $it }: drugače
import-differs-both = { $what }: velja { $is }, v datoteki { $file }
import-was-deleted = vnos je bil medtem izbrisan
import-held = { $n ->
    [one] { $n } izvedena dejavnost
    [two] { $n } izvedeni dejavnosti
    [few] { $n } izvedene dejavnosti
   *[other] { $n } izvedenih dejavnosti
}
import-called-off = { $n ->
    [one] { $n } je odpadla
    [two] { $n } sta odpadli
    [few] { $n } so odpadle
   *[other] { $n } jih je odpadlo
}
import-hours = { $it } h
import-row-aside = { $place }: to ni zapis, zato ostane ob strani (»{ $it }«).
import-totals-agree = { $it }: vsota v datoteki se ujema z vrsticami. Ne uvozimo je.
import-totals-column = { $it }: v datoteki { $said }, vrstice dajo { $sum }
import-totals-differ = { $place }: vsota v datoteki se ne ujema z vrsticami ({ $it }). Ne uvozimo je; preveri, ali katera vrstica manjka.
import-no-table = V datoteki ni glave s stolpcem »Datum« in vsaj še enim, ki ga poznamo, na primer »Dejavnost« ali »Ure«. Za vsote brez dni je potreben stolpec »Leto« ali »Mesec«. Lahko začneš z našo predlogo.
import-nothing-new = V datoteki ni ničesar novega. Nič ni bilo zapisano.
import-same-file = Ta datoteka je že bila uvožena { $it }.
import-column-twice = Ta stolpec pomeni isto kot »{ $it }«. Enega od njiju pusti ob strani.
import-date-missing = Manjka datum. Je vrstica ostala na pol?
import-date-wrong = »{ $it }« ni datum. Zapiši ga kot 1. 3. 2024 ali 2024-03-01.
import-clock-wrong = »{ $it }« ni ura. Zapiši jo kot 17.00 ali 17:00.
import-length-wrong = »{ $it }« ni trajanje. Zapiši ga kot 2,5 ali 2:30.
import-length-missing = Ne vemo, kako dolgo je trajalo. Dodaj začetek in konec ali ure.
import-times-disagree = Konec ob { $end } se ne ujema s trajanjem { $length } minut.
import-number-wrong = »{ $it }« ni celo število.
import-share-wrong = »{ $it }« ni delež. Zapiši ga kot 25 %.
import-status-wrong = »{ $it }« ne pove, ali je bilo izvedeno ali je odpadlo. Zapiši »izvedeno« ali »odpadlo«.
import-yes-wrong = »{ $it }« ni »da« ali »ne«.
import-series-wrong = »{ $it }« ni šifra večdnevnega dogodka iz našega izvoza.
import-cell-fault = V celici je napaka preglednice. Popravi formulo ali vpiši vrednost.
import-no-activity-column = Manjka stolpec z imenom dejavnosti: »Dejavnost« ali »Activity«.
import-activity-missing = Manjka ime dejavnosti.
import-activity-unknown = { $n ->
    [one] Dejavnosti »{ $it }« v enoti ni.
   *[other] Dejavnosti »{ $it }« v enoti ni. Tako je v več vrsticah ({ $n }).
}
import-activity-close = { $n ->
    [one] Dejavnosti »{ $it }« v enoti ni. Podobno ime: { $like }.
   *[other] Dejavnosti »{ $it }« v enoti ni. Podobno ime: { $like }. Tako je v več vrsticah ({ $n }).
}
import-activity-later = { $n ->
    [one] Dejavnost »{ $it }« takrat še ni potekala.
   *[other] Dejavnost »{ $it }« takrat še ni potekala. Tako je v več vrsticah ({ $n }).
}
import-unit-unknown = { $n ->
    [one] »{ $it }« ni enota, za katero je ta uvoz ({ $unit }), in tudi ni pod njo.
   *[other] »{ $it }« ni enota, za katero je ta uvoz ({ $unit }), in tudi ni pod njo. Tako je v več vrsticah ({ $n }).
}
import-unit-not-recording = V tej enoti ni vnosov. Dodaj stolpec »Enota« ali izberi center pod njo.
import-id-twice = Šifra »{ $it }« je že v vrstici { $row }.
import-id-elsewhere = Zapis s to šifro je v drugi enoti.
import-word-unknown = Izraza »{ $it }« v mreži ni.
import-band-unknown = Starostni razred »{ $it }« takrat ni veljal.
import-cancelled-heads = Dejavnost je odpadla, v vrstici pa so prešteti mladi.
import-visits-differ = Skupaj je zapisanih { $visits } obiskov, po vlogah pa { $parts }.
import-period-missing = Manjka leto ali mesec.
import-period-wrong = »{ $it }« ni obdobje. Zapiši ga kot 2023 ali maj 2023.
import-period-ahead = Obdobje »{ $it }« še ni končano.
import-period-twice = To obdobje je v datoteki že.
import-sums-missing = V vrstici ni nobene številke, ki bi jo poznali.
import-sum-unit-unknown = »{ $it }« ni enota, za katero je ta uvoz, in tudi ni pod njo.
import-undo-closed = Uvoza ni mogoče razveljaviti, ker je obdobje zaprto ({ $unit }: { $period }). Odpre ga lahko koordinator mreže.
