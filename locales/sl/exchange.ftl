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
    [one] { $n } izvedena dejavnost
    [two] { $n } izvedeni dejavnosti
    [few] { $n } izvedene dejavnosti
   *[other] { $n } izvedenih dejavnosti
}
import-called-off = { $n ->
    [one] { $n } je odpadla
    [two] { $n } sta odpadli
    [few] { $n } so odpadle
   *[other] { $n } jih je odpadlo
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
import-sum-closed = Obdobje { $period } je v enoti { $unit } zaprto od { $day }, zato se vsote v njem ne spreminjajo več. Koordinatorji mreže ga lahko z razlogom spet odprejo.
import-sums-missing = V vrstici ni nobene številke, ki bi jo poznali.
import-sum-unit-unknown = »{ $it }« ni enota, za katero je ta uvoz, in tudi ni pod njo.
import-undo-closed = Uvoza ni mogoče razveljaviti, ker je obdobje zaprto ({ $unit }: { $period }). Odpre ga lahko koordinator mreže.
imports = Uvoz
imports-of = Uvoz: { $it }
imports-lead = Pretekle zapise iz preglednic preneseš sem. Najprej vidiš, kaj smo razumeli, šele potem se kaj zapiše.
imports-before = Uvožene datoteke
imports-none = Uvožene datoteke še ni.
import-choose = Izberi datoteko
import-choose-what = Preglednica XLSX ali CSV z vrstico za vsako dejavnost, takšna, kot jo že imaš: stolpci so lahko v poljubnem vrstnem redu, v slovenščini ali angleščini. Vsote po letih ali mesecih lahko preneseš posebej.
import-file = Datoteka
import-look = Poglej, kaj je v njej
import-help = Še brez preglednice?
import-template-what = Predloga ima že prave stolpce in sezname, iz katerih izbiraš.
import-template = Prenesi predlogo
import-paper-what = Za večere brez računalnika natisni list za ta teden.
import-paper = List za svinčnik
import-by-command = upravljavec strežnika
import-undone = razveljavljeno
import-came-entries = { $n ->
    [one] { $n } nov vnos
    [two] { $n } nova vnosa
    [few] { $n } novi vnosi
   *[other] { $n } novih vnosov
}
import-came-sums = { $n ->
    [one] { $n } nova vsota
    [two] { $n } novi vsoti
    [few] { $n } nove vsote
   *[other] { $n } novih vsot
}
import-came-changed = { $n ->
    [one] { $n } spremenjen
    [two] { $n } spremenjena
    [few] { $n } spremenjeni
   *[other] { $n } spremenjenih
}
import-understood = Kaj smo razumeli
import-no-table-lead = V datoteki nismo našli preglednice z dejavnostmi.
import-would = { $n ->
    [one] Zapisan bi bil { $n } vnos.
    [two] Zapisana bi bila { $n } vnosa.
    [few] Zapisani bi bili { $n } vnosi.
   *[other] Zapisanih bi bilo { $n } vnosov.
}
import-would-sums = { $n ->
    [one] Zapisana bi bila { $n } vsota.
    [two] Zapisani bi bili { $n } vsoti.
    [few] Zapisane bi bile { $n } vsote.
   *[other] Zapisanih bi bilo { $n } vsot.
}
import-nothing-new-lead = V datoteki ni ničesar novega.
import-problems = { $n ->
    [one] { $n } stvar je treba popraviti, potem gre.
    [two] { $n } stvari je treba popraviti, potem gre.
    [few] { $n } stvari je treba popraviti, potem gre.
   *[other] { $n } stvari je treba popraviti, potem gre.
}
import-more-problems = { $n ->
    [one] In še { $n } težava.
    [two] In še { $n } težavi.
    [few] In še { $n } težave.
   *[other] In še { $n } težav.
}
import-refused = Nič ni bilo zapisano. Poglej, kaj je treba popraviti.
import-to-mend = Popravi pred uvozom
import-to-mend-what = Popravi v datoteki in jo izberi znova ali pa spodaj spremeni pomen stolpca. Dokler vse ni v redu, se ne zapiše nič.
import-where = Kje
import-what = Kaj
import-comes-to = Skupaj v datoteki, po letih
import-together = Skupaj
import-take = Uvozi
import-notes = Dobro je vedeti
import-same = { $n ->
    [one] { $n } vrstica je že zapisana natanko tako in se ne podvoji.
    [two] { $n } vrstici sta že zapisani natanko tako in se ne podvojita.
    [few] { $n } vrstice so že zapisane natanko tako in se ne podvojijo.
   *[other] { $n } vrstic je že zapisanih natanko tako in se ne podvojijo.
}
import-by-hand = { $n ->
    [one] Od tega je { $n } nekdo vnesel ročno.
    [two] Od tega sta { $n } vneseni ročno.
    [few] Od tega so { $n } vnesene ročno.
   *[other] Od tega jih je { $n } vnesenih ročno.
}
import-gone = { $n ->
    [one] Vnos { $n } vrstice je bil medtem izbrisan. Vrne se le, če vzameš tudi spremembe.
    [two] Vnosa { $n } vrstic sta bila medtem izbrisana. Vrneta se le, če vzameš tudi spremembe.
    [few] Vnosi { $n } vrstic so bili medtem izbrisani. Vrnejo se le, če vzameš tudi spremembe.
   *[other] Vnosi { $n } vrstic so bili medtem izbrisani. Vrnejo se le, če vzameš tudi spremembe.
}
import-makes = Nova dejavnost: { $it } (vrsta: { $kind }), od { $day }.
import-earlier = Dejavnost { $it } bo v ponudbi že od { $day }.
import-sheets-left = Listi brez takšne preglednice, ki jih pustimo ob strani: { $it }.
import-sums-what = To so vsote brez posameznih vnosov. V pregledu bodo narisane posebej in se ne bodo prištevale k vnosom.
import-changes = Kar je zapisano drugače
import-changes-left = Te vrstice ostanejo, kot so zapisane. Če je prav v datoteki, spodaj izberi, da vzameš tudi spremembe.
import-changes-taken = Te vrstice se bodo spremenile, kot je v datoteki. Prejšnje različice ostanejo v zgodovini.
import-row = Vrstica
import-differs-how = Razlika
import-sums = Vsote
import-measure = Kaj
import-value = V datoteki
import-stands = Zdaj velja
import-rows = Prvi novi vnosi
import-columns = Stolpci
import-columns-what = Če kakšen stolpec pomeni kaj drugega, to izberi. Naslednjič ga bomo razumeli sami.
import-create = Dodaj dejavnosti, ki jih še ni, in po potrebi premakni začetek obstoječih
import-update = Vzemi tudi spremembe: kjer je zapisano drugače, velja datoteka
import-look-again = Poglej znova
import-let-go = Opusti to datoteko
import-other-file = Izberi drugo datoteko
import-of = Uvoz: { $it }
import-came = Kaj je bilo uvoženo
import-when = Kdaj
import-who = Kdo
import-rows-all = Vrstic v datoteki
import-days = Obdobje
import-entries = Poglej vnose
import-undone-when = Razveljavljeno { $day } ({ $who }). Kar je bilo uvoženo, ne šteje več.
import-undo = Razveljavi uvoz
import-undo-what = Kar je bilo dodano, se izbriše; kar je bilo spremenjeno, je spet kot prej. V zgodovini vnosov ostane vse.
import-undo-do = Razveljavi ves uvoz
import-undo-too = Razveljavi tudi te
import-undo-leave = Pusti, kot je
import-touched = { $n ->
    [one] { $n } vnos je nekdo po uvozu popravil. Naj gre tudi ta?
    [two] { $n } vnosa je nekdo po uvozu popravil. Naj gresta tudi ta dva?
    [few] { $n } vnose je nekdo po uvozu popravil. Naj gredo tudi ti?
   *[other] { $n } vnosov je nekdo po uvozu popravil. Naj gredo tudi ti?
}
import-paper-how = Natisni to stran. Zvečer izpolni s svinčnikom, potem vnesi.
import-paper-previous = Teden prej
import-paper-next = Naslednji teden
import-paper-more = Še ena dejavnost
import-paper-other = Drugi
import-paper-created = Ustvarili mladi
import-template-file = predloga
import-template-sheet = Dejavnosti
import-template-help = Pomoč
import-template-lists = Seznami
import-template-choose = Izberi s seznama
import-template-choose-what = Te vrednosti na seznamu ni. Če je dejavnost nova, jo lahko pustiš.
import-template-yes = da
import-template-no = ne
import-template-date = Datum
import-template-date-what = Dan, ko se je dejavnost začela, na primer 1. 3. 2024. Obvezno.
import-template-activity = Dejavnost
import-template-activity-what = Ime dejavnosti, kot je v Logbooku; izbereš ga s seznama. Obvezno.
import-template-start = Začetek
import-template-start-what = Ura, na primer 17:00. Če je ne veš, dodaj stolpec »Ure« in vanj vpiši trajanje, na primer 2,5.
import-template-end = Konec
import-template-end-what = Ura, na primer 20:00. Če je konec po polnoči, vpiši samo uro.
import-template-girls = Dekleta
import-template-girls-what = Koliko udeleženk je bilo. Prazno pomeni, da jih nihče ni štel; 0 pomeni nobene.
import-template-boys = Fantje
import-template-boys-what = Koliko udeležencev je bilo fantov.
import-template-non_binary = Nebinarni
import-template-non_binary-what = Koliko udeležencev se opredeljuje nebinarno.
import-template-participants = Udeleženci
import-template-participants-what = Vsi udeleženci skupaj. Lahko ostane prazno, če so prešteti po spolu.
import-template-creators = Ustvarjalci
import-template-creators-what = Mladi, ki so načrtovali, pripravili ali vodili. Med udeležence jih ne štej.
import-template-audience = Občinstvo
import-template-audience-what = Mladi, ki so samo gledali ali poslušali.
import-template-created = Ustvarjeno (min)
import-template-created-what = Koliko minut dejavnosti so ustvarili mladi sami.
import-template-first_visits = Prvi obiski
import-template-first_visits-what = Koliko mladih je prišlo prvič.
import-template-cancelled = Odpadlo
import-template-cancelled-what = »da«, če je dejavnost odpadla. Sicer pusti prazno.
import-template-note = Opomba
import-template-note-what = Kaj se je zgodilo. Imen in osebnih podatkov mladih ne zapisuj.
import-template-further = Dodaš lahko tudi stolpce »Starost 15-18«, »Osebje«, »Prostovoljci«, »Enota« ali »Vrsta«. Vrste so:
import-past = Znano samo kot vsota
import-past-head = Samo kot vsota
import-past-what = Te številke so iz časa pred vnosi. Niso prištete nikamor drugam, ker jih ni mogoče razdeliti na posamezne dejavnosti.
import-past-column = znano samo kot vsota: { $it }
import-ready = Pripravljeno za uvoz
import-to-mend-create = Če dejavnosti še ni, jo spodaj lahko dodaš.
import-no-band = mreža nima takega starostnega razreda
import-left-out = Teh stolpcev ne razumemo, zato iz njih ne bo nič uvoženo: { $it }.
import-staff-kept = { $n ->
    [one] { $n } vrstica pove tudi, koliko časa so porabili drugi. To ostane, kot je zapisano: spreminjajo lahko mentorji in kdor je vnos zapisal.
    [two] { $n } vrstici povesta tudi, koliko časa so porabili drugi. To ostane, kot je zapisano: spreminjajo lahko mentorji in kdor je vnos zapisal.
    [few] { $n } vrstice povedo tudi, koliko časa so porabili drugi. To ostane, kot je zapisano: spreminjajo lahko mentorji in kdor je vnos zapisal.
   *[other] { $n } vrstic pove tudi, koliko časa so porabili drugi. To ostane, kot je zapisano: spreminjajo lahko mentorji in kdor je vnos zapisal.
}
import-only-differs = { $n ->
    [one] Novega ni nič, { $n } vrstica pa pravi drugače, kot je zapisano.
    [two] Novega ni nič, { $n } vrstici pa pravita drugače, kot je zapisano.
    [few] Novega ni nič, { $n } vrstice pa pravijo drugače, kot je zapisano.
   *[other] Novega ni nič, { $n } vrstic pa pravi drugače, kot je zapisano.
}
import-quoted = »{ $it }«
