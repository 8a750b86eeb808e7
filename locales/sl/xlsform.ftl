# Vprašalniki kot XLSForm. Seznami se zapišejo v datoteke za druga orodja.
xlsform-list-agree5-1 = Sploh se ne strinjam
xlsform-list-agree5-2 = Ne strinjam se
xlsform-list-agree5-3 = Niti se strinjam niti se ne strinjam
xlsform-list-agree5-4 = Strinjam se
xlsform-list-agree5-5 = Popolnoma se strinjam
xlsform-list-agree4-1 = Sploh se ne strinjam
xlsform-list-agree4-2 = Ne strinjam se
xlsform-list-agree4-3 = Strinjam se
xlsform-list-agree4-4 = Popolnoma se strinjam
xlsform-list-age_class-first = Najmlajši starostni razred
xlsform-list-age_class-second = Srednji starostni razred
xlsform-list-age_class-third = Najstarejši starostni razred

xlsform-at-sheet = list { $it }
xlsform-at-row = vrstica { $it }
xlsform-at-rows = vrstice { $it }
xlsform-at-rows-more = vrstice { $it } in še { $n }
xlsform-at-column = stolpec { $it }
xlsform-more = { $n ->
    [one] In še { $n } stvar.
    [two] In še { $n } stvari.
    [few] In še { $n } stvari.
   *[other] In še { $n } stvari.
}

# Kar datoteko ustavi
xlsform-one-table = To je ena sama preglednica. Vprašalnik potrebuje delovni zvezek z listoma »survey« in »choices«: na prvem so vprašanja, na drugem možni odgovori. Shrani ga kot XLSX in poskusi znova.
xlsform-no-survey = Tu ni lista »survey«, na katerem bi bila vprašanja. Listi v datoteki: { $it }.
xlsform-column-missing = Manjka stolpec »{ $it }«.
xlsform-column-words = Ni stolpca z besedilom: »{ $it }« ali za vsak jezik svoj, na primer »{ $it }::Slovenščina (sl)«.
xlsform-column-twice = Ta stolpec pomeni isto kot »{ $it }«. Enega od njiju izbriši.
xlsform-language-odd = Iz »{ $lang }« ne vemo, kateri jezik je to. Zapiši njegovo oznako v oklepaju: »{ $it }::Slovenščina (sl)« ali »{ $it }::English (en)«.
xlsform-default-odd = Iz »{ $it }« ne vemo, kateri jezik je to. Zapiši njegovo oznako v oklepaju, na primer »Slovenščina (sl)«.
xlsform-cell-fault = V celici je napaka preglednice. Popravi formulo ali vpiši vrednost.
xlsform-cell-date = Preglednica je iz tega imena naredila datum ali uro ({ $it }). Nastavi celico na besedilo in ime vpiši znova.
xlsform-yes-odd = »{ $it }« ni ne »yes« (da) ne »no« (ne). Prazno pomeni ne.
xlsform-words-long = To besedilo je predolgo: največ { $most } znakov.
xlsform-type-missing = Manjka vrsta vprašanja. Možne so text, integer, select_one in select_multiple.
xlsform-type-unknown = »{ $it }« ni vrsta vprašanja. Možne so text, integer, select_one in select_multiple.
xlsform-name-missing = Manjka ime. Ime ostane enako, tudi ko se besedilo spremeni: po njem primerjamo leta.
xlsform-name-odd = Iz »{ $it }« ne moremo narediti imena. Uporabi črke a–z, števke in podčrtaje, na začetku naj bo črka.
xlsform-name-twice = Ime »{ $it }« postane »{ $to }«, to pa je že ime v vrstici { $row }. Izberi drugo.
xlsform-list-missing = Stolpec »list_name« ne pove, v kateri seznam to sodi.
xlsform-list-unnamed = S katerega seznama se izbira? Njegovo ime zapiši za vrsto, na primer »select_one often«.
xlsform-list-unknown = Na listu »choices« ni seznama »{ $it }«.
xlsform-scale-codes = »{ $it }« je ime naše lestvice z vrednostmi { $codes }. Temu seznamu daj druge vrednosti ali drugo ime.
xlsform-scale-odd = »{ $it }« tu ne more stati. »one« ali »many« vzame seznam natanko takšen, kot je; po navadi je prazno.
xlsform-group-end = Tu se konča nekaj, kar se ni začelo.
xlsform-group-open = Kar se začne tu, nima konca.
xlsform-relevant = Tega pogoja ne razumemo: { $it }. Vprašanje lahko postavimo tistim, ki so pri enem od prejšnjih vprašanj izbrali enega od odgovorov: { "${often}" } = 'daily' or { "${often}" } = 'weekly', pri vprašanju z več odgovori pa selected({ "${with}" }, 'friends').
xlsform-group-column = Tega ni mogoče povedati o celi skupini. Zapiši pri vsakem njenem vprašanju.
xlsform-relevant-many = Pri »{ $it }« je možnih več odgovorov. Namesto enačaja zapiši pogoj s selected(…).
xlsform-relevant-left = Pogoj govori o »{ $it }«, tega pa ne vzamemo. Spremeni pogoj ali izbriši vprašanje.
xlsform-relevant-unknown = Pogoj govori o »{ $it }«, tako pa ni ime nobenemu vprašanju.

# Česar ne vzamemo in kaj je s tem
xlsform-language-none = To besedilo ne pove, v katerem jeziku je. Vzamemo ga kot »{ $it }«. Če je v drugem, na listu »settings« zapiši »default_language«, na primer »Slovenščina (sl)«.
xlsform-default-other = V jeziku »{ $it }« ni zapisano nič, zato ni prvi.
xlsform-sheet-left = Tega lista ne poznamo, zato ga izpustimo.
xlsform-row-left = V tej vrstici nekaj je, ni pa nobenega vprašanja. Izpustimo jo.
xlsform-name-changed = Ime »{ $it }« postane »{ $to }«: imena so male črke a–z, števke in podčrtaji, največ 32.
xlsform-cell-words = Preglednica je iz tega besedila naredila datum ali uro. Vzamemo ga kot »{ $it }«.
xlsform-words-answer = Prejšnjega odgovora ni mogoče vstaviti v besedilo. Kar je tu, bo prikazano natanko tako, kot je zapisano.
xlsform-words-marks = Krepke črke, barve in podobno niso mogoče. Oznake zanje bodo prikazane natanko tako, kot so zapisane.
xlsform-words-twice = V dveh stolpcih je za »{ $it }« različno besedilo. Velja tisto v stolpcu tega jezika.
xlsform-type-note = Opomba ničesar ne sprašuje, zato jo izpustimo.
xlsform-type-device = »{ $it }« izpustimo: odgovori so anonimni, zato nikoli ne zapišemo ničesar o napravi, njenem lastniku ali času.
xlsform-type-telling = »{ $it }« izpustimo: kraji, slike, posnetki in datoteke bi lahko izdali, kdo je odgovarjal.
xlsform-type-hidden = »{ $it }« izpustimo: med odgovarjanjem se nič ne izračunava.
xlsform-type-other = Vprašanj vrste »{ $it }« tu ni mogoče postaviti, zato jih izpustimo. Možne so text, integer, select_one in select_multiple.
xlsform-repeat = Ničesar ni mogoče spraševati večkrat zapored. Te vrstice izpustimo.
xlsform-group-nested = Skupina v skupini ni mogoča. Njena vprašanja sodijo v zunanjo.
xlsform-group-wordless = Skupina brez besedila ni področje. Njena vprašanja vzamemo brez njega.
xlsform-group-words = Besedilo področja »{ $it }« je tu drugačno. Velja tisto, ki je prvo.
xlsform-area-outside = To vprašanje vzamemo, vendar ne kot del področja »{ $it }«: v področju so samo vprašanja s strinjanjem ali z da in ne in nič občutljivega.
xlsform-area-empty = V skupini »{ $it }« ni vprašanja, ki bi se točkovalo, zato je ne vzamemo kot področje.
xlsform-dont-know = »Ne vem / ne želim povedati« je na voljo pri vsakem vprašanju. To možnost izpustimo.
xlsform-or-other = »Drugo« z odgovorom z besedami ni mogoče, zato ga izpustimo. Dodaj možnost »drugo«, za njo pa vprašanje vrste text s pogojem.
xlsform-list-unused = Seznama »{ $it }« ne uporablja nobeno vprašanje. Izpustimo ga.
xlsform-scale-words = Lestvica »{ $it }« je naša, z našimi možnostmi in besedami v vseh jezikih. Tistih iz datoteke ne vzamemo.
xlsform-scale-close = Vrednosti v »{ $it }« so kot pri strinjanju, besede pa ne. Seznam vzamemo tak, kot je, brez točkovanja. Če je mišljeno strinjanje, naj se imenuje »{ $to }«.
xlsform-constraint = Takšna omejitev ni mogoča, zato jo izpustimo: { $it }. Celo število ima lahko meji: . >= 0 and . <= 10
xlsform-bounds = Sprejmemo odgovore od { $least } do { $most }. Za drugi meji zapiši »constraint«: . >= 0 and . <= 10
xlsform-left-required = Vsako vprašanje lahko ostane brez odgovora. Stolpca »required« ne vzamemo.
xlsform-left-hint = Namigov ne vzamemo. Kar kdo potrebuje za odgovor, sodi v vprašanje.
xlsform-left-look = Videz in delovanje sta pri vseh vprašanjih enaka. Tega ne vzamemo.
xlsform-left-message = Program ima svoja sporočila. Tega ne vzamemo.
xlsform-left-filled = Nič ni vnaprej izpolnjeno ali izračunano. Tega ne vzamemo.
xlsform-left-filter = Vsem ponudimo vse možnosti. Filtra ne vzamemo.
xlsform-left-repeat = Ničesar ni mogoče spraševati večkrat zapored. Tega ne vzamemo.
xlsform-left-media = Slik, zvoka in filmov ne vzamemo.
xlsform-left-version = Različice štejemo tu. Te ne vzamemo.
xlsform-left-setting = Te nastavitve ne poznamo, zato jo izpustimo.
xlsform-left-column = Tega stolpca ne poznamo. Kar je v njem, izpustimo.
