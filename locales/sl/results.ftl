results = Rezultati
results-title = Kaj pravijo mladi, { $year }
results-title-occasion = Kaj pravijo mladi: { $it }
results-none = Rezultatov evalvacije še ni. Ko bodo objavljeni, dobiš sporočilo po e-pošti.
results-not-yet = Rezultati te evalvacije še niso odprti. Odprejo se z objavo.
results-not-asked-here = O tej enoti v tej evalvaciji nismo spraševali.
results-about = O čem
results-preview = Rezultati še niso objavljeni. Vidi jih, kdor vodi evalvacijo, in enota, ki so ji bili dani vnaprej.
results-lost = { $n ->
    [one] Enega odgovora ob zaprtju ni bilo več mogoče prebrati, ker njegovega ključa ni več.
    [two] Dveh odgovorov ob zaprtju ni bilo več mogoče prebrati, ker njunih ključev ni več.
    [few] { $n } odgovorov ob zaprtju ni bilo več mogoče prebrati, ker njihovih ključev ni več.
   *[other] { $n } odgovorov ob zaprtju ni bilo več mogoče prebrati, ker njihovih ključev ni več.
}
results-held = zadržano
results-few-valid = { $n ->
    [one] »Zadržano«: indeks področja pokažemo, ko je na polovico njegovih trditev ali več odgovoril vsaj { $n } človek, in ko iz njega in drugih prikazanih številk ni mogoče izračunati povprečja manjše skupine.
    [two] »Zadržano«: indeks področja pokažemo, ko sta na polovico njegovih trditev ali več odgovorila vsaj { $n } človeka, in ko iz njega in drugih prikazanih številk ni mogoče izračunati povprečja manjše skupine.
    [few] »Zadržano«: indeks področja pokažemo, ko so na polovico njegovih trditev ali več odgovorili vsaj { $n } ljudje, in ko iz njega in drugih prikazanih številk ni mogoče izračunati povprečja manjše skupine.
   *[other] »Zadržano«: indeks področja pokažemo, ko je na polovico njegovih trditev ali več odgovorilo vsaj { $n } ljudi, in ko iz njega in drugih prikazanih številk ni mogoče izračunati povprečja manjše skupine.
}
results-whole-held = Ta enota nima svojega rezultata
results-counted-in = Šteje pri: { $it }
results-together = { $n ->
    [one] V enotah, ki so same premajhne, je odgovoril { $n } človek; šteje skupaj z drugimi.
    [two] V enotah, ki so same premajhne, sta odgovorila { $n } človeka; štejeta skupaj z drugimi.
    [few] V enotah, ki so same premajhne, so odgovorili { $n } ljudje; štejejo skupaj z drugimi.
   *[other] V enotah, ki so same premajhne, je odgovorilo { $n } ljudi; štejejo skupaj.
}
results-why-few = { $n ->
    [one] Pokažemo šele rezultat vsaj { $n } odgovora, da iz njega ni mogoče izločiti nikogar.
   *[other] Pokažemo šele rezultat vsaj { $n } odgovorov, da iz njega ni mogoče izločiti nikogar.
}
results-why-no-total = Brez skupnega rezultata ni delitve.
results-why-small-class = Vsaj v enem razredu je manj kot { $n } odgovorov, zato ni prikazan noben: iz ostalih bi se ga dalo izračunati.
results-why-beside-gender = Razredi so dovolj veliki, a skupaj z delitvijo po spolu bi izdali majhno skupino.
results-why-no-split-below = Te delitve nima nobena od enot spodaj.
results-why-no-ages = Ta evalvacija nima starostnih razredov.
results-why-not-wide = Občutljiva vprašanja pokažemo šele za občino in mrežo.
results-why-withdrawn = Nova izdaja je rezultat spremenila za premalo odgovorov, da bi smela stati ob prejšnji.
results-why-rule = Zadržano po pravilu o majhnih skupinah.
results-opens = { $n ->
    [one] Da se odpre, manjka vsaj še { $n } odgovor.
    [two] Da se odpre, manjkata vsaj še { $n } odgovora.
    [few] Da se odpre, manjkajo vsaj še { $n } odgovori.
   *[other] Da se odpre, manjka vsaj še { $n } odgovorov.
}
results-lead-held = Odgovorov je premalo za svoj rezultat.
results-lead-answers = { $n ->
    [one] { $n } popoln odgovor.
    [two] { $n } popolna odgovora.
    [few] { $n } popolni odgovori.
   *[other] { $n } popolnih odgovorov.
}
results-lead-higher = Zraslo, več kot po naključju: { $area }, s { $before } na { $index }.
results-lead-lower = Padlo, več kot po naključju: { $area }, s { $before } na { $index }.
results-lead-ends = Najvišje: { $best } ({ $high }). Najnižje: { $worst } ({ $low }).
results-answers = Odgovori
results-answer = Odgovor
results-index-elsewhere = Indeks: { $it }
results-part = Delež
results-answers-before = leta { $year }: { $n }
results-threshold = { $n ->
    [one] prag je { $n }
   *[other] prag je { $n }
}
results-areas-reached = Področja, ki so dosegla cilj
results-of = { $n ->
    [one] od { $n }
   *[other] od { $n }
}
results-grown = Zrasla več kot po naključju
results-fallen = Padla več kot po naključju
results-no-area = nobeno področje
results-areas = Področja
results-areas-what = Indeks od 0 do 100: višje je bolje.
results-areas-title = Indeks po področjih, { $unit } { $year }
results-areas-caption = Indeks po področjih, { $unit } { $year }. Razpon: 95-odstotni interval zaupanja.
results-area-says = { $area }: { $index }, verjetno { $range }.
results-area-held = { $area }: zadržano.
results-area-share = Od vseh veljavnih odgovorov na tem področju je dobrih { $it }.
results-area = Področje
results-range = Verjetni razpon
results-target = Cilj
results-change = Sprememba
results-position = Ob drugih
results-table = Tabela
results-higher = zraslo, več kot naključje
results-lower = padlo, več kot naključje
results-chance = lahko je naključje
results-few = premalo odgovorov, da bi rekli
results-asked-differently = vprašano drugače
results-inside = kot drugi
results-above = nad drugimi
results-below = pod drugimi
results-reached = doseženo ({ $n })
results-not-reached = ni doseženo ({ $n })
results-cannot-tell = ni mogoče reči ({ $n })
results-comparisons = { $n ->
    [one] Stran naredi { $n } primerjavo. Tudi če se ne bi nič razlikovalo, bi jih bilo po naključju okrog { $chance } videti drugačnih.
    [two] Stran naredi { $n } primerjavi. Tudi če se ne bi nič razlikovalo, bi jih bilo po naključju okrog { $chance } videti drugačnih.
    [few] Stran naredi { $n } primerjave. Tudi če se ne bi nič razlikovalo, bi jih bilo po naključju okrog { $chance } videti drugačnih.
   *[other] Stran naredi { $n } primerjav. Tudi če se ne bi nič razlikovalo, bi jih bilo po naključju okrog { $chance } videti drugačnih.
}
results-splits = Po spolu in starosti
results-by-gender = Po spolu
results-by-age = Po starosti
results-class-girls = Dekleta
results-class-boys = Fantje
results-class-others = Drugi in brez navedbe
results-class-age_not_stated = Brez navedbe
results-n-answers = { $n ->
    [one] { $n } odgovor
    [two] { $n } odgovora
    [few] { $n } odgovori
   *[other] { $n } odgovorov
}
results-not-split = { $n ->
    [one] { $n } odgovor je iz enot, ki te delitve ne pokažejo.
    [two] { $n } odgovora sta iz enot, ki te delitve ne pokažejo.
    [few] { $n } odgovori so iz enot, ki te delitve ne pokažejo.
   *[other] { $n } odgovorov je iz enot, ki te delitve ne pokažejo.
}
results-plus = Zakaj +?
results-plus-what = Kdor tega ni navedel ali je drugega spola, je po naključju prištet k eni od skupin, kadar je takih premalo za svojo. Tako ni mogoče nikogar izločiti.
results-beside = Ob drugih enotah
results-beside-what = Znotraj pasu so razlike lahko naključje; manj ko je odgovorov, širši je pas. Seznama od najboljše do najslabše ni.
results-show = Pokaži
results-unit = Enota
results-index = Indeks
results-funnel-title = { $area }: enote po številu odgovorov
results-funnel-desc = { $units ->
    [one] { $units } enota okrog povprečja { $index }; zunaj pasu jih je { $outside }.
    [two] { $units } enoti okrog povprečja { $index }; zunaj pasu jih je { $outside }.
    [few] { $units } enote okrog povprečja { $index }; zunaj pasu jih je { $outside }.
   *[other] { $units } enot okrog povprečja { $index }; zunaj pasu jih je { $outside }.
}
results-funnel-what = Vodoravno: število odgovorov. Temnejši pas 95 %, svetlejši 99,8 %. Enote pod pragom niso narisane.
results-dot = { $unit }: { $n ->
    [one] { $n } odgovor
    [two] { $n } odgovora
    [few] { $n } odgovori
   *[other] { $n } odgovorov
}, indeks { $index }, { $position }
results-statement = Trditev
results-statements-desc = Vsaka trditev je vrstica: od dobrih odgovorov na levi do slabih na desni.
results-turned = Tu je dobro, če ne drži.
results-without-area = Druge trditve
results-all = Vsi
results-share = Dobri odgovori
results-dont-know = Ne vem ali ne želim povedati
results-left-out = Izpuščeno
results-not-asked = Ni vprašano
results-key = Kaj pomenijo barve
results-good = dobro
results-half = pretežno dobro
results-middle = vmes
results-poor = pretežno slabo
results-bad = slabo
results-n-asked = { $n ->
    [one] Vprašan je bil { $n } človek.
    [two] Vprašana sta bila { $n } človeka.
    [few] Vprašani so bili { $n } ljudje.
   *[other] Vprašanih je bilo { $n } ljudi.
}
results-sensitive = Občutljiva vprašanja
results-sensitive-what = Pokazana samo za občino in mrežo, od 50 odgovorov naprej, in nikoli razdeljena.
results-aims = Cilji za { $it }
results-aims-what = Od koliko točk naprej je področje dovolj dobro. Velja tudi za enote spodaj, ki same ne povedo drugače. Prazno pomeni brez cilja.
results-aims-do = Shrani cilje
results-target-of = { $unit }: { $n }
results-target-range = Cilj je celo število od 0 do 100.
results-how = Kako beremo te številke
results-how-index = Indeks je povprečje odgovorov na lestvici od 0 (najslabše) do 100 (najboljše); kar je vprašano obrnjeno, je obrnjeno nazaj. »Ne vem« ne šteje.
results-how-range = Razpon pove, kje bi bil rezultat, če bi odgovorili vsi, s 95-odstotno gotovostjo, kot da bi bili odgovori izbrani po naključju. Kdor ni odgovoril, v njem ni.
results-how-chance = »Več kot naključje« pove, da razlika skoraj gotovo ni samo od tega, kdo je odgovoril. Zakaj je nastala, ne pove.
results-how-few = Premajhne skupine so združene ali zadržane, da iz vseh številk skupaj ni mogoče izvedeti, kaj je rekel kdo.
results-definitions = Vse opredelitve
results-years = Druge evalvacije
results-mail-subject = { $it }: rezultati so objavljeni
results-mail-body = Rezultati evalvacije »{ $name }« so odprti vsem v mreži.

    { $link }
act-see-results = Rezultate svoje enote vidijo
act-read-words = Pregledana besedila mladih berejo
act-review-words = Besedila mladih pregledajo
act-set-targets = Cilje postavljajo
desk-results = Kaj pravijo mladi
results-words = Kaj so mladi napisali
results-words-lead = Brez povezave s čimer koli drugim, po naključnem vrstnem redu. Imena so zakrita.
results-words-waiting = Besedil še ni nihče pregledal. To naredi nekdo z vlogo nad enoto.
results-words-none = Tu ni besedil: nihče ni nič napisal, ali pa je odgovorov premalo, da bi jih pokazali.
results-review = Preglej besedila
results-review-lead = Pritisni na ime, da ga zakriješ. Odgovor, ki koga prizadene ali ni bil mišljen resno, lahko izpustiš v celoti. Vse drugo ostane, kot je bilo napisano.
results-review-what = Ko končaš, se zakrite besede in izpuščeni odgovori izbrišejo za vedno, enota pa lahko bere ostalo. Zapisano bo, da so bila besedila pregledana.
results-review-do = Vse je pregledano
results-review-done = Besedila so pregledana, enota jih lahko bere.
results-more = Naprej
results-file = Datoteka ({ $it })
results-sheet = Rezultati
results-sheet-codebook = Stolpci
results-column-evaluation = Koda evalvacije
results-column-year = Leto prvega dne okna
results-column-edition = Izdaja: 1 je prva; poznejša izpusti cele skupke odgovorov
results-column-questionnaire = Koda vprašalnika
results-column-unit = Koda enote
results-column-part = Kateri odgovori: whole vsi, itself dani pri sami enoti, together premajhne enote skupaj, not_split_… kar delitev izpusti, sensitive pri občutljivih vprašanjih
results-column-class = Razred po spolu ali starosti; prazno so vsi
results-column-about = O čem je vrstica: group skupina, area področje, item vprašanje
results-column-code = Koda področja ali vprašanja
results-column-label = Besedilo področja ali vprašanja
results-column-measure = answers odgovori, valid veljavni, index 0–100, share 0–1 (dobri od veljavnih), …_low in …_high 95-odstotni interval, chose koliko jih je izbralo odgovor, withheld zadržano
results-column-answer = Koda odgovora; pri withheld pravilo
results-column-value = Vrednost; prazno je zadržano ali premajhno; pri withheld koliko odgovorov bi odprlo
record-review_words = Pregled besedil mladih
results-batches = Skupki odgovorov
results-batches-lead = Odgovori se mešajo v skupkih po deset ali več. Pred objavo lahko cele skupke izpustiš, če kaže, da jih niso oddali mladi. Številke so popolni odgovori. Kaj je v njih, ne vidi nihče. Besedila so od njih ločena, zato ostanejo; kdor jih pregleduje, lahko izpusti vsak odgovor posebej.
results-batch-quick = prispeli nenavadno hitro
results-batch-aside = izpuščeno
results-aside-reason = Zakaj jih izpuščaš
results-aside-do = Izpusti izbrane skupke
results-aside-what = Nastane nova izdaja rezultatov. Tega ni mogoče vzeti nazaj; razlog ostane zapisan.
results-aside-nothing = Izberi vsaj en skupek.
results-aside-no-reason = Napiši razlog.
results-aside-long = Razlog je predolg: največ 300 znakov.
results-aside-withdraws = Te enote bi izginile iz vseh rezultatov
results-aside-withdraws-what = To, kar izpuščaš, ali to, kar bi ostalo, je premalo: iz prejšnje in nove izdaje skupaj bi bilo mogoče izločiti majhno skupino.
results-aside-even-so = Vseeno izpusti
results-editions = Izdaje
results-edition-first = prva izdaja, ob zaprtju
results-batches-not-yet = Evalvacija še teče. Skupke lahko pregledaš, ko je zaprta.
results-turned-label = { $it } (dobro je, če ne drži)
results-all-statements = Vse trditve skupaj
results-review-out = Izpusti ta odgovor
results-review-stand = Naj ostane
results-aims-years = Leto
