# Vzemi s seboj: datoteke z vnosi in številkami
take = Vzemi s seboj
take-what = Vsi vnosi, ki jih kaže ta seznam, v tabeli za preglednico ali drug program: s šiframi, ki se ne spreminjajo, in imeni v tvojem jeziku.
take-notes = V tabeli so tudi zapiski. Zabeležimo, da gredo s teboj in koliko jih je; ne pošiljaj jih naprej.
take-shape = Oblika
take-wide = Ena vrstica na vnos
take-wide-what = Za pregledovanje in ponovni uvoz.
take-long = Ena vrstica na skupino obiskovalcev
take-long-what = Za vrtilne tabele po spolu in starosti.
take-csv = CSV
take-xlsx = Excel (XLSX)
take-codebook = Kaj pomenijo stolpci
take-figures = Številke s te strani vzemi s seboj:
given-file-entries = vnosi
given-file-figures = stevilke
given-file-codebook = sifrant
given-sheet = Vnosi
given-sheet-of = Vnosi { $n } od { $of }
given-sheet-figures = Številke
given-codebook = Šifrant
given-head-column = Stolpec
given-head-code = Šifra
given-head-meaning = Pomen
given-head-holds = V celici
given-about-unit = Enota in vse pod njo
given-about-period = Obdobje
given-about-chosen = Izbor
given-about-entries = Vnosov
given-about-rows = Vrstic
given-about-sheets = Listi
given-about-cut = Skrajšano
given-about-made = Datum izpisa
given-about-meaning = Kako štejemo
given-about-rule = Pravilo
given-since = od { $day }
given-until = do { $day }
given-always = vse od začetka
given-sheets = { $n ->
    [one] Vnosi so na { $n } listu.
    [two] Vnosi so na { $n } listih, ker en list toliko vrstic ne sprejme. Seštevaj oba.
    [few] Vnosi so na { $n } listih, ker en list toliko vrstic ne sprejme. Seštevaj vse.
   *[other] Vnosi so na { $n } listih, ker en list toliko vrstic ne sprejme. Seštevaj vse.
}
given-cut = { $n ->
    [one] { $n } besedilo je daljše, kot ga sprejme celica, zato je tu skrajšano. V datoteki CSV je celo.
    [two] { $n } besedili sta daljši, kot ju sprejme celica, zato sta tu skrajšani. V datoteki CSV sta celi.
    [few] { $n } besedila so daljša, kot jih sprejme celica, zato so tu skrajšana. V datoteki CSV so cela.
   *[other] { $n } besedil je daljših, kot jih sprejme celica, zato so tu skrajšana. V datoteki CSV so cela.
}
given-rule-empty = Prazna celica pomeni, da podatek ni zapisan. 0 pomeni nič.
given-rule-status = Odpadli vnosi so zraven. V številkah štejejo samo izvedeni: status = held.
given-rule-mark = Besedilo, ki bi ga preglednica vzela za formulo, se začne z opuščajem (').
given-label = Ime za šifro v stolpcu { $it }.
given-heads = { $it }: vsi skupaj
given-heads-of = { $part }: { $member }
given-yes = Da
given-no = Ne
given-status-held = Izvedeno
given-status-cancelled = Odpadlo
given-holds-id = oznaka
given-holds-code = šifra
given-holds-codes = šifre s presledki
given-holds-date = datum
given-holds-time = ura
given-holds-min = minute
given-holds-person_min = minute oseb
given-holds-heads = osebe
given-holds-count = število
given-holds-yes_no = 1 ali 0
given-holds-text = besedilo
given-axis-total = Vsi skupaj
given-axis-gender = Spol
given-axis-age_band = Starost
given-axis-kind = Vrsta
given-axis-place_kind = Kje poteka
given-axis-part = Vloga
given-axis-weekday = Dan v tednu
given-axis-month = Mesec
given-axis-unit = Enota
given-axis-main_tag = Glavna oznaka
given-axis-main_field = Glavno področje
given-axis-tag = Oznaka
given-axis-field = Področje
given-axis-activity = Dejavnost
given-column-entry = Oznaka vnosa, ki ostane ista. Po njej ponovni uvoz ve, kateri vnos je to.
given-column-version = Katera različica vnosa je to; 1 je prva.
given-column-unit = Enota, ki je zapisala.
given-column-activity = Dejavnost enote.
given-column-kind = Vrsta dejavnosti, kot je bila ob vnosu.
given-column-place_kind = Kje je bilo.
given-column-project = Projekt, v katerega sodi.
given-column-main_tag = Glavna oznaka; največ ena na vnos.
given-column-main_field = Glavno področje; največ eno na vnos.
given-column-further_tags = Dodatne oznake.
given-column-further_fields = Dodatna področja.
given-column-topics = Teme individualnega pogovora.
given-column-status = Ali je bilo izvedeno ali je odpadlo.
given-column-cancel_reason = Zakaj je odpadlo.
given-column-date = Dan, ko se je začelo.
given-column-start = Začetek po lokalnem času.
given-column-end = Konec po lokalnem času; če ni po začetku, je naslednji dan.
given-column-duration_min = Trajanje v resnično pretečenih minutah.
given-column-created_min = Čas, ki so ga ustvarili mladi.
given-column-first_visits = Koliko jih je prišlo prvič.
given-column-staff_count = Koliko sodelavcev je bilo.
given-column-staff_min = Čas sodelavcev, seštet po osebah.
given-column-prep_min = Čas priprave, seštet po osebah.
given-column-volunteer_count = Koliko prostovoljcev je bilo.
given-column-volunteer_min = Čas prostovoljcev, seštet po osebah.
given-column-count_method = Kako vemo, koliko jih je bilo.
given-column-copied_counts = Ali so števila prevzeta od zadnjič.
given-column-series = Skupna oznaka dni istega tabora, izmenjave ali usposabljanja.
given-column-note = Zapisek.
given-column-part = Kaj so bili mladi pri tem.
given-column-axis = Po čem je vrstica: vsi skupaj, spol ali starost. Seštevaj samo znotraj ene vrednosti.
given-column-member = Skupina po spolu ali starosti; pri vseh skupaj prazno.
given-column-n = Koliko oseb.
given-column-measure = Katera številka je to.
given-column-month = Mesec, kadar je številka po mesecih.
given-column-value = Vrednost; prazna, če ni s čim deliti ali je ne pokažemo.
given-column-counted_in = V čem je vrednost.
given-column-withheld = few: oseb je manj kot 10 in so iz individualnega dela, zato vrednosti ne pokažemo.
