gender-girl = Dekleta
gender-boy = Fantje
gender-non_binary = Nebinarno
gender-not_stated = Ne želijo povedati
gender-unknown = Brez podatka
gender-left = Brez podatka o spolu:
part-creator = Ustvarjalci
part-participant = Udeleženci
part-audience = Občinstvo
kind-open = Odprta
kind-group = Skupinska
kind-project = Projektna
kind-event = Dogodek
kind-one_to_one = Individualna
count-counted = Prešteto
count-register = Seznam
count-checked_in = Prijava ob prihodu
count-estimated = Ocena
count-imported = Uvoženo
created-none = Nič
created-quarter = Četrt
created-half = Pol
created-all = Vse
created-other = Točno
age = Starost
age-left = Brez starosti:
age-unknown = brez starosti
age-years = { $it } let
years = let
minutes = Minute
day = Dan
from = Od
to = Do
until = Do
all = Vse
next = Naprej
optional = (ni obvezno)
activity = Dejavnost
left-none = vse vpisano
left-over = preveč za
bar-nothing = Brez števila obiskov
bar-nothing-more = shranile se bodo samo ure
participants = { $n ->
    [one] { $n } udeleženec
    [two] { $n } udeleženca
    [few] { $n } udeleženci
   *[other] { $n } udeležencev
}
creators = { $n ->
    [one] { $n } ustvarjalec
    [two] { $n } ustvarjalca
    [few] { $n } ustvarjalci
   *[other] { $n } ustvarjalcev
}
audience = { $n ->
    [one] { $n } v občinstvu
    [two] { $n } v občinstvu
    [few] { $n } v občinstvu
   *[other] { $n } v občinstvu
}
last-time = zadnjič
same-as-last = Kot zadnjič
same-as-last-undo = Razveljavi »kot zadnjič«
step-less = { $it }: zmanjšaj za 1
step-more = { $it }: povečaj za 1
creators-short = Načrtovali, pripravili ali vodili. Med udeležence jih ne štej.
creators-more = Spol in starost ustvarjalcev
audience-short = Samo gledali ali poslušali.
entry = Vnos
entries = Vnosi
entries-of = Vnosi: { $it }
entries-narrow = Iskanje in izbor
entries-search = Ime dejavnosti
entries-search-notes = Išči v imenih in zapiskih
entries-further = Več izbir
entries-status = Stanje
entries-held = Izvedeni
entries-cancelled = Odpadli
entries-deleted = Izbrisani
entries-place-kind = Kje je bilo
entries-weekday = Dan v tednu
entries-main-tag = Glavna oznaka
entries-tag = Oznaka, glavna ali dodatna
entries-main-field = Glavno področje
entries-field = Področje, glavno ali dodatno
entries-part = Vloga mladih
entries-searched = iskano »{ $it }«
entries-sums = Vsota
entries-by-month = Po dejavnostih in mesecih
entries-count = { $n ->
    [one] { $n } vnos
    [two] { $n } vnosa
    [few] { $n } vnosi
   *[other] { $n } vnosov
}
entries-mine = Samo moji
entries-show = Pokaži
entries-all = Pokaži vse
entries-none = Vnosov še ni. Prvi bo takoj viden tukaj.
entries-none-found = Takih vnosov ni. Poskusi z drugim obdobjem ali drugo dejavnostjo.
entries-has-note = ima zapisek
entries-newer = Novejši
entries-older = Starejši
entry-add = Dodaj drugo
entry-called-off = Odpadlo
entry-cancel-which = Kaj je odpadlo?
entry-cancel-why = Zakaj je odpadlo?
entry-was-cancelled = Odpadlo
entry-cancelled = Razlog
entry-no-reason = ni naveden
cancelled = odpadlo
recorded = zapisano
entry-when = Kdaj
entry-length = Trajanje
entry-visits = Obiski
entry-not-counted = niso prešteti
entry-kind = Vrsta
entry-tags = Oznake in področja
entry-place = Kje
entry-created = Čas, ki so ga ustvarili mladi
entry-created-question = Koliko časa so ustvarjali mladi?
entry-first-visits = Prvič pri nas
entry-count-method = Kako je prešteto
entry-staff = Zaposleni
entry-staff-hours = Ure zaposlenih skupaj
entry-prep = Priprava
entry-prep-hours = Ure priprave skupaj
entry-volunteers = Prostovoljci
entry-volunteer-hours = Ure prostovoljcev skupaj
entry-hours = { $it } h
entry-duration-only = Ali samo trajanje, v minutah
entry-duration-help = Kadar ure niso znane.
entry-how-many = Koliko mladih je prišlo?
entry-others = Ustvarjalci in občinstvo
entry-note = Zapisek
entry-note-question = Kaj se je zgodilo in zakaj?
entry-note-hidden = Ta vnos ima zapisek. Berejo ga mladinski delavci in mentorji te enote.
entry-more = Več: prvi obiski, zaposleni, prostovoljci
entry-more-help = Ure lahko pustiš prazne, če so bili navzoči ves čas.
entry-correct = Popravi
entry-delete = Izbriši
entry-deleted = Ta vnos je izbrisan in ne šteje.
entry-restore = Prekliči izbris
entry-history = Zgodovina
entry-nobody = uvoz
entry-proposed = Nekdo je isti večer zapisal drugače.
entry-proposed-look = Poglej obe različici
entry-first-stands = Ta obrazec je bil poslan dvakrat z različno vsebino. Velja, kar je prišlo prvo; če ni prav, popravi tukaj.
entry-remark-no-creators = Zapisan je čas, ki so ga ustvarili mladi, ustvarjalcev pa nič. Je prav?
entry-remark-no-created = Zapisani so ustvarjalci, ustvarjenega časa pa nič. Je prav?
entry-ask-most = Obiskov je { $n }, več kot kdaj koli doslej (največ { $most }). Je prav?
entry-problem-other-unit = Ta dejavnost je iz druge enote.
entry-problem-unit-kind = V tej enoti ni vnosov; izberi center pod njo.
entry-problem-unit-closed = Ta dan enota ni bila odprta.
entry-problem-not-offered = Ta dan dejavnost ni potekala.
entry-problem-future = Ta dan še ni prišel.
entry-problem-date = Vpiši dan.
entry-problem-clock = To ni ura. Vpiši jo kot 17.00.
entry-problem-too-long = En vnos je lahko dolg največ 24 ur. Večdnevno delo zapiši po dnevih.
entry-problem-end-before = Konec ({ $end }) je pred začetkom ({ $start }). Sta uri zamenjani?
entry-problem-end-missing = Vpiši konec ali trajanje.
entry-problem-start-missing = Vpiši začetek ali samo trajanje.
entry-problem-skipped = Te ure tisto noč ni bilo: ura se je premaknila naprej.
entry-problem-created = Mladi niso mogli ustvarjati dlje, kot je trajala dejavnost.
entry-problem-note-long = Zapisek je predolg: največ { $n } znakov.
entry-problem-note-one-to-one = Pri individualnem delu zapiska ne hranimo.
entry-problem-number = To ni število, ki ga lahko shranimo.
entry-problem-negative = Število ljudi ne more biti manjše od 0.
entry-problem-impossible = Število ljudi je preveliko: največ 20.000.
entry-problem-gender-over = Po spolu je skupaj { $sum }, kar je več od { $total }.
entry-problem-age-over = Po starosti je skupaj { $sum }, kar je več od { $total }.
entry-problem-first-visits = Prvič jih ni moglo priti več, kot jih je bilo.
form-problems = Še ni shranjeno. Popravi:
form-right = Da, shrani
version-current = Velja
version-past = Prej
version-proposed = Čaka na odločitev
version-set_aside = Odloženo
choose-none = Ta enota še nima dejavnosti.
choose-make = Dodaj dejavnost
choose-ask = Prosi mentorja ali mentorico, da jo doda.
proposal = Dve različici
proposal-why = To je medtem zapisal nekdo drug. Tu sta obe različici; izberi, katera velja.
proposal-decided = O tem je že odločeno.
proposal-stands = Velja: { $it }
proposal-proposed = Predlaga: { $it }
proposal-differs = se razlikuje
proposal-keep = Obdrži: { $it }
proposal-take = Vzemi: { $it }
proposal-both = To sta dva večera, shrani oba
proposal-choose = Izberi, katera različica velja.
entry-last-day = Zadnji dan
entry-last-day-help = Za tabor ali izmenjavo: en vnos za vsak dan, noči ne štejejo.
entry-problem-last-day = Zadnji dan je lahko do 31 dni po prvem, ne pa pred njim.
entry-author = Čigav je vnos
entry-author-me = Moj
gender = Spol
entry-status = Ali je dejavnost bila
entry-status-held = Bilo je
entry-status-cancelled = Odpadlo
entry-labels = Kje in o čem: oznake, področja, projekt
entry-labels-help = Vzeto iz dejavnosti. Spremeni samo, če je bilo tokrat drugače.
entry-problem-labels = Te oznake, področja ali projekta v mreži ni. Izberi znova.
entry-topics = O čem sta govorila?
entry-ask-doubled = Ob tem času ima ta dejavnost že drug vnos. Sta to res dva?
entry-undo-late = Medtem je bil vnos popravljen, zato zadnje shranjevanje ni bilo razveljavljeno. Tu je, kar velja.
proposal-changed = Medtem je bil vnos popravljen. Poglej ga še enkrat in izberi.
