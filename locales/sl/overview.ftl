overview-period = Obdobje
overview-length = Dolžina obdobja
overview-length-day = Dan
overview-length-week = Teden
overview-length-month = Mesec
overview-length-quarter = Četrtletje
overview-length-half_year = Polletje
overview-length-term = Šolsko polletje
overview-term-1 = Prvo polletje { $it }
overview-term-2 = Drugo polletje { $it }
overview-length-year = Leto
overview-length-school_year = Šolsko leto
overview-previous = Prej: { $it }
overview-next = Potem: { $it }
overview-own-dates = Izberi datume
overview-from = Od
overview-to = Do
overview-show = Pokaži
overview-whole-months = Kdor ne vidi vnosov, vidi številke po celih mesecih, zato je namesto izbranih dni prikazano obdobje { $it }.

overview-in = { $it }:
overview-now-day = Danes
overview-now-week = Ta teden do { $it }
overview-now-month = Ta mesec do { $it }
overview-now-quarter = To četrtletje do { $it }
overview-now-half_year = To polletje do { $it }
overview-now-term = To šolsko polletje do { $it }
overview-now-year = Letos do { $it }
overview-now-school_year = To šolsko leto do { $it }
overview-now-own = Do { $it }
overview-running-day = Danes
overview-running-week = Ta teden
overview-running-month = Ta mesec
overview-running-quarter = To četrtletje
overview-running-half_year = To polletje
overview-running-term = To šolsko polletje
overview-running-year = Letos
overview-running-school_year = To šolsko leto
overview-lead-more = { $n } več kot { $ago }
overview-lead-less = { $n } manj kot { $ago }
overview-lead-same = enako kot { $ago }
overview-lead-first = { $ago } še ni bilo zapisov
overview-last-year = lani
overview-year-before = leto prej
overview-then-day = na isti dan { $it }
overview-then-week = v istem tednu { $it }
overview-then-week-part = v istih dneh istega tedna { $it }
overview-then-month = v istem mesecu { $it }
overview-then-quarter = v istem četrtletju { $it }
overview-then-half_year = v istem polletju { $it }
overview-then-term = v istem šolskem polletju { $it }
overview-then-year = { $it }
overview-then-school_year = šolsko leto prej
overview-then-own = v istih dneh { $it }
overview-created-all = Vse ure so ustvarili mladi sami.
overview-created-three-quarters = Vsaj tri četrtine ur so ustvarili mladi sami.
overview-created-two-thirds = Vsaj dve tretjini ur so ustvarili mladi sami.
overview-created-half = Vsaj polovico ur so ustvarili mladi sami.
overview-created-third = Vsaj tretjino ur so ustvarili mladi sami.
overview-created-quarter = Vsaj četrtino ur so ustvarili mladi sami.
overview-created-fifth = Vsaj petino ur so ustvarili mladi sami.
overview-created-tenth = Vsaj desetino ur so ustvarili mladi sami.
overview-created-less = Manj kot desetino ur so ustvarili mladi sami.
overview-created-none = Mladi še niso ustvarili nobene ure.
overview-created-column = Ustvarili mladi

overview-empty = V tem obdobju še ni zapisov
overview-empty-lead = še ni zapisov.
overview-empty-what = Ko centri zapišejo prvo dejavnost tega obdobja, bo takoj vidna tukaj. Do takrat lahko izbereš drugo obdobje.
overview-empty-record = Prvi zapis bo takoj viden tukaj. Izberi drugo obdobje ali zapiši, kar se je zgodilo.
overview-tiles = Najpomembnejše številke
overview-ago = pred letom { $it }
overview-before-day = dan prej { $it }
overview-before-week = teden prej { $it }
overview-before-month = mesec prej { $it }
overview-before-quarter = četrtletje prej { $it }
overview-before-half_year = polletje prej { $it }
overview-before-term = šolsko polletje prej { $it }
overview-before-year = leto prej { $it }
overview-before-school_year = šolsko leto prej { $it }
overview-before-own = obdobje prej { $it }
overview-points = { $it } o. t.
overview-so-far = { $n ->
    [one] Obdobje še traja: štet je { $n } dan do { $day }, primerjan z enako dolgim delom drugih obdobij.
    [two] Obdobje še traja: šteta sta { $n } dneva do { $day }, primerjana z enako dolgim delom drugih obdobij.
    [few] Obdobje še traja: šteti so { $n } dnevi do { $day }, primerjani z enako dolgim delom drugih obdobij.
   *[other] Obdobje še traja: šteto je { $n } dni do { $day }, primerjano z enako dolgim delom drugih obdobij.
}

overview-time-day = Obiski po dnevih
overview-time-week = Obiski po tednih
overview-time-month = Obiski po mesecih
overview-time-year = Obiski po letih
overview-head-day = Dan
overview-head-week = Teden
overview-head-month = Mesec
overview-head-year = Leto
overview-label-day = { $it }.
overview-column = { $when }: { $visits }, pred letom { $ago }
overview-most = Največ: { $it }.
overview-year-ago = Pred letom
overview-difference = Razlika
overview-sum = Skupaj

overview-gender = Spol
overview-gender-known = Spol je zapisan pri { $it } obiskov.
overview-age = Starost
overview-youth = { $n ->
    [one] Od 15 do 29 let: { $n } obisk
    [two] Od 15 do 29 let: { $n } obiska
    [few] Od 15 do 29 let: { $n } obiski
   *[other] Od 15 do 29 let: { $n } obiskov
}
overview-kind = Vrste dejavnosti
overview-kind-note = Obiski po vrsti; dejavnosti in ure so v tabeli.
overview-kind-open = Odprte
overview-kind-group = Skupine
overview-kind-project = Projekti
overview-kind-event = Dogodki
overview-kind-one_to_one = Individualne
overview-kind-pair = Skupine in individualne
overview-kind-any = Nerazdeljeno po vrstah
overview-kind-rest = Nerazdeljeno, brez odprtih
overview-without-unsplit = { $n ->
    [one] Brez { $n } obiska, ki ni razdeljen.
    [two] Brez { $n } obiskov, ki nista razdeljena.
   *[other] Brez { $n } obiskov, ki niso razdeljeni.
}
overview-unsplit = Ni razdeljeno
overview-unsplit-why = Da se iz številk ne da razbrati posameznika, individualno delo stoji skupaj s skupinami, in kjer je teh malo, z vsem, kar ni odprto. Ta del ni razdeljen; mesec, ki še teče, pa bo, ko se konča.
overview-unsplit-all = Številke tega obdobja niso razdeljene po spolu, starosti, vrstah in oznakah, ker bi se iz njih dalo razbrati individualno delo. Mesec, ki še teče, bo razdeljen, ko se konča.
overview-place-kind = Kje je bilo
overview-place-kind-note = Obiski glede na kraj; dejavnosti in ure so v tabeli.
overview-axis-gender = Spol
overview-axis-age_band = Starost
overview-axis-kind = Vrsta
overview-axis-place_kind = Kje
overview-axis-weekday = Dan v tednu
overview-axis-unit = Enota
overview-axis-main_tag = Glavne oznake
overview-axis-main_field = Glavna področja
overview-axis-tag = Oznake
overview-axis-field = Področja
overview-main-note = Obiski. Vsak vnos ima največ eno glavno, zato je vsota celota.
overview-overlap = Vse, glavne in dodatne
overview-overlap-what = Vnos ima lahko več oznak ali področij, zato se vrstice prekrivajo. Celota je vsota zadnjih dveh.
overview-with-any = Z vsaj eno
overview-without = Brez
overview-none = Brez glavne
overview-weekday = Dnevi v tednu
overview-weekday-note = Obiski po dnevih v tednu.

overview-below = Enote
overview-below-lists = Seznami enot
overview-own = { $it }, lastni vnosi
overview-median = Mediana: { $it }
overview-median-what = Črta v stolpcu in zadnje vrstice: mediana enot iste vrste v mreži. Polovica jih ima več, polovica manj.
overview-more = Več številk
overview-figure = Številka
overview-entries = Vnosi tega obdobja
overview-how = Kako so številke izračunane?

opened-back = Nazaj na pregled
opened-of = { $measure }: { $member }
opened-what = Kaj ta številka pomeni
opened-made = Iz česa je sestavljena
opened-activity = Dejavnost
opened-unit = Enota
opened-ratio = { $above } ÷ { $below } = { $it }
opened-ratio-what = Razmerje je vsota, deljena z vsoto. Odpri eno ali drugo, da vidiš, iz česa je.
opened-less = Povezava je vodila k vnosom, izbranim še natančneje. Teh ne vidiš, zato je tu vse, kar šteje v to številko.
opened-opening = Dve odprti dejavnosti ob istem času odpreta hišo enkrat, zato se ure odprtosti seštejejo po enotah in mesecih, ne po dejavnostih.
opened-empty = V tem obdobju za to številko ni vnosov.
opened-unknown = Neznana dejavnost
opened-together = Vse dejavnosti skupaj
opened-rest = Vse dejavnosti razen odprtih
opened-unsplit = Tu ni všteto, kar ni razdeljeno: { $it }. V tabeli stoji tam »…«.
opened-others = Vse drugo skupaj
opened-few-why = Individualno delo je prikazano skupaj z drugim delom, da se iz številk ne da razbrati posameznika.
opened-together-why = Po dnevih v tednu so dejavnosti prikazane skupaj, ker bi posamezna lahko pomenila en sam večer.
