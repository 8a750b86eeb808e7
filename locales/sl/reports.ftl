# Poročila: predloge, pisanje, dokončanje, od kod so številke.
report = Poročilo
reports = Poročila
reports-lead = Ista zapisana dejavnost za občino, financerja, mrežo in javnost. Številke se izračunajo same, besedila napišete vi.
reports-drafts = V pripravi
reports-no-drafts = Zdaj se ne piše nobeno poročilo.
reports-finished = Dokončana
reports-none-finished = Dokončanega poročila še ni.
report-new = Novo poročilo
report-new-what = Izberi predlogo in obdobje. Številke bodo tam takoj, pišete lahko v več.
report-template = Predloga
report-language = Jezik
report-begin = Začni poročilo
report-period-runs = { $it } (še traja)
report-template-missing = Izberi predlogo.
report-template-not-here = Ta predloga je za druge vrste enot. Izberi drugo.
report-period-wrong = Izberi obdobje, na primer 2025, 2025-H1 ali 2025-06.
report-period-other = Ta predloga je za drugače dolgo obdobje. Izberi drugo obdobje ali drugo predlogo.
report-period-future = To obdobje se še ni začelo.
report-language-missing = Izberi jezik.
report-half-1 = prvo polletje { $it }
report-half-2 = drugo polletje { $it }
report-draft = Osnutek
report-superseded = nadomeščeno
report-begun-by = Začeto { $on }, { $who }
report-finished-by = Dokončano { $on }, { $who }
report-finished-on = Dokončano { $it }
report-state = Podatki na dan { $day }, sprememba št. { $n }.
report-name = { $title }, { $period }
report-standing = Stanje
report-address = Naslov
report-saved = Shranjeno.
report-saved-by = Nazadnje shranjeno { $on }, { $who }
report-ended-meanwhile = To poročilo je dokončano ({ $who }, { $on }), zato se besedila v njem ne spreminjajo več. Kar imaš ti, ni shranjeno in je še v polju: prekopiraj ga, če ga potrebuješ, ali začni novo poročilo na mestu tega.
report-thrown-away-meanwhile = Ta osnutek je medtem nekdo zavrgel. Kar imaš ti, ni shranjeno in je še v polju: prekopiraj ga, če ga potrebuješ, in začni novo poročilo.
report-versions = Vse različice
report-versions-what = Vsako shranjeno besedilo ostane, najnovejše je na vrhu. Če vzameš katero znova, postane nova različica in se ne izgubi nič.
report-versions-finished = Poročilo je dokončano, zato se besedilo ne spreminja več. Kar je bilo kdaj shranjeno, ostane; najnovejše je na vrhu.
report-versions-none = Tu še nihče ni nič napisal.
report-versions-older = Starejše
report-versions-back = Nazaj na pisanje
report-version-by = { $on } ob { $at }, { $who }
report-version-stands = To zdaj stoji v poročilu.
report-version-take = Vzemi to besedilo znova
report-meanwhile = Medtem je tu shranjeno drugačno besedilo: { $who }, { $on }.
report-newer = To poročilo je nadomestilo novejše.
report-newer-open = Odpri novejše
report-older = To poročilo nadomešča starejše.
report-older-open = Odpri starejše
report-take = Vzemi s seboj
report-as-pdf = PDF
report-as-docx = Word (DOCX)
report-as-xlsx = Številke (XLSX)
report-as-html = Spletna stran
report-unset = PDF ne zna zapisati: { $it }. Namesto vsakega od teh znakov je v njem □; na strani in v datoteki DOCX so.
report-finish = Dokončaj poročilo
report-finish-what = Številke in besedila ostanejo, kot so. Pozneje jih lahko nadomesti le novo poročilo.
report-too-early = Obdobje še ni končano. Poročilo lahko dokončaš, ko mine njegov zadnji dan.
report-is-finished = To poročilo je že dokončano in se ne spreminja več. Začni novo na njegovem mestu.
report-discard = Zavrzi osnutek
report-discard-what = Osnutek z vsemi besedili izgine s seznama. Dejavnosti in številke ostanejo.
report-discard-do = Zavrzi osnutek
report-again = Novo poročilo na mestu tega
report-again-what = Začne se osnutek z istimi besedili in z današnjimi številkami. To poročilo ostane, dokler novo ni dokončano, in je tudi potem na voljo.
report-again-do = Začni novo
report-write = Piši
report-nothing-chosen = Tu še ni nič izbrano.
report-save = Shrani
report-back = Nazaj na poročilo
report-text-what = Prazna vrstica začne nov odstavek, vrstica z vezajem na začetku je točka seznama.
report-text-long = Besedilo je predolgo: največ { $n } znakov.
report-story-n = Zgodba { $it }
report-story-entry = Dejavnost
report-story-none = Brez
report-story-words = Kaj se je zgodilo
report-story-what = Izberi dejavnosti, ki povedo največ, in jih opiši s svojimi besedami.
report-story-missing = Izberi dejavnost, o kateri pripoveduješ, ali izprazni besedilo.
report-story-twice = Ta dejavnost je že izbrana.
report-story-elsewhere = Te dejavnosti ni med dejavnostmi te enote in enot pod njo. Izberi drugo.
report-story-not-held = Ta dejavnost je bila odpovedana ali izbrisana. Izberi drugo.
report-story-outside = Ta dejavnost ni bila v obdobju tega poročila. Izberi drugo.
report-story-one-to-one = O individualnem delu poročila ne pripovedujejo, da nihče ni prepoznaven. Izberi drugo dejavnost.
report-story-gone = Izbrana dejavnost ne more biti v tem poročilu
report-stories-gone = { $n ->
    [one] { $n } izbrana dejavnost je bila izbrisana ali ne sodi več v to poročilo, zato se njena zgodba ne pokaže. Besedilo je shranjeno: izberi drugo dejavnost ali ga izprazni.
    [two] { $n } izbrani dejavnosti sta bili izbrisani ali ne sodita več v to poročilo, zato se njuni zgodbi ne pokažeta. Besedili sta shranjeni: izberi drugi dejavnosti ali ju izprazni.
    [few] { $n } izbrane dejavnosti so bile izbrisane ali ne sodijo več v to poročilo, zato se njihove zgodbe ne pokažejo. Besedila so shranjena: izberi druge dejavnosti ali jih izprazni.
   *[other] { $n } izbranih dejavnosti je bilo izbrisanih ali ne sodi več v to poročilo, zato se njihove zgodbe ne pokažejo. Besedila so shranjena: izberi druge dejavnosti ali jih izprazni.
}
report-nothing-recorded = V tem obdobju ni zapisana nobena dejavnost, zato številk ni.
report-so-far = Obdobje še traja: številke so do vključno { $it }.
report-contents = Vsebina
report-figure = Številka
report-figures = Številke
report-index = Kaj so povedali mladi, točke od 0 do 100
report-range = Kje je prava vrednost
report-results-note = Razpon pove, kje je prava vrednost s 95-odstotno gotovostjo, če bi bili mladi, ki so odgovorili, izbrani po naključju.
report-whom = skrbi:
report-unsplit = Individualno delo v malem obsegu stoji skupaj z drugim, da nihče ni prepoznaven.
report-shares-of-all = Deleži so od vsega skupaj, tudi od tega, kar ni razdeljeno.
report-overlaps = Ena dejavnost ima lahko več oznak, zato se vrstice ne seštejejo v celoto.
report-sources = Od kod so številke
report-sources-what = Majhne črke ob številkah vodijo sem. Kaj katera številka pomeni: { $it }.
report-sources-where = Vsaka številka se odpre na naslovu { $it }.
report-sources-here = Majhna črka ob številki odpre njeno opredelitev, obdobje, stanje podatkov in dejavnosti, iz katerih je.
report-source-of = Enota in obdobje
report-source-figures = Številke
report-definition = Različica opredelitve: { $it }
report-mark = Od kod je številka { $it }
report-figure-value = Vrednost
report-figure-sums = Vsoti
report-figure-from = Od kod je
report-figure-unit = Enota, z vsem pod njo
report-figure-split = Razdeljeno po
report-figure-state = Stanje podatkov
report-figure-open = Številka se odpre na dejavnosti, iz katerih je danes. Kdor vidi vnose, pride do njih.
report-figure-now = danes { $it }
report-figure-unsplit = Česar poročila ne razdelijo ({ $it }), je v tvojih seznamih vnosov razdeljeno, zato lahko kažejo več kot tu.
report-figure-changed = Odkar je poročilo dokončano, so se vnosi spremenili. Poročilo ostane, kot je.
report-figure-index = Točke se odprejo na rezultatih evalvacije.
report-by-kind = { $it } po vrstah dejavnosti
report-by-place_kind = { $it } po krajih
report-by-part = { $it } po vlogah mladih
report-by-gender = { $it } po spolu
report-by-age_band = { $it } po starosti
report-by-weekday = { $it } po dnevih v tednu
report-by-month = { $it } po mesecih
report-by-unit = { $it } po enotah
report-by-main_tag = { $it } po glavnih oznakah
report-by-main_field = { $it } po glavnih področjih
report-by-tag = { $it } po oznakah
report-by-field = { $it } po področjih
report-axis-kind = Vrsta dejavnosti
report-axis-place_kind = Kraj
report-axis-part = Vloga
report-axis-gender = Spol
report-axis-age_band = Starost
report-axis-weekday = Dan v tednu
report-axis-month = Mesec
report-axis-unit = Enota
report-axis-main_tag = Glavna oznaka
report-axis-main_field = Glavno področje
report-axis-tag = Oznaka
report-axis-field = Področje
report-column-mark = znak ob številki v poročilu
report-column-measure = kaj se šteje
report-column-definition = različica opredelitve
report-column-unit = enota, z vsem pod njo
report-column-from = prvi dan
report-column-to = zadnji dan, vključno
report-column-axis = po čem je razdeljeno; prazno pomeni celoto
report-column-member = kateri del
report-column-value = vrednost; pri minutah v urah
report-column-above = vsota, pri urah v minutah; pri razmerju zgornja
report-column-below = pri razmerju spodnja vsota
report-column-counted_in = v čem je vrednost
report-template-centre-year = Letno poročilo
report-template-centre-half-year = Polletno poročilo
report-template-municipality-year = Letno poročilo za občino
report-template-network-year = Letno poročilo mreže
report-template-council-page = Stran za odločevalce
report-section-foreword = Uvod
report-hint-foreword = Kdo ste, kaj je zaznamovalo to leto in komu se zahvaljujete. Nekaj odstavkov je dovolj.
report-section-half-in-short = Polletje na kratko
report-hint-half-in-short = Kaj se je v tem polletju zgodilo, kaj je šlo dobro in kaj je zastalo.
report-section-in-short = Na kratko
report-hint-in-short = V treh ali štirih stavkih: kaj mladi pri vas počnejo in zakaj je to pomembno za kraj.
report-section-ask = Kaj potrebujemo
report-hint-ask = Ena ali dve stvari, o katerih naj odločevalci razmislijo.
report-section-key-figures = Najpomembnejše številke
report-section-over-time = Skozi leto
report-section-gender = Kdo prihaja
report-section-age = Koliko so stari
report-section-parts = Kako sodelujejo
report-section-kinds = Kaj počnemo
report-section-topics = Čemu namenjamo čas
report-section-units = Enote
report-section-highlights = Kaj je bilo novega
report-hint-highlights = Projekti, dosežki in težave, ki jih številke ne povedo.
report-section-stories = Zgodbe
report-section-results = Kaj so povedali mladi
report-section-targets = Cilji in kaj je iz njih nastalo
report-section-next = Kako naprej
report-hint-next = Kaj načrtujete in kaj za to potrebujete.
report-section-each-unit = Po enotah
report-section-each-part = Po občinah in organizacijah
report-section-unit-figures = Najpomembnejše številke
report-section-unit-over-time = Skozi leto
report-section-unit-kinds = Kaj počnejo
report-section-unit-age = Koliko so stari
report-section-part-figures = Najpomembnejše številke
report-section-part-over-time = Skozi leto
report-section-part-units = Enote
act-see-reports = Dokončana poročila vidijo
act-write-reports = Poročila pišejo
act-finish-reports = Poročila dokončajo
record-finish_report = Dokončano poročilo
record-discard_report = Zavržen osnutek poročila
define-version = Različica opredelitve
report-check-and-finish = Preveri in dokončaj
report-differences = Kaj se je spremenilo pozneje
report-differences-open = Poglej, kaj
report-no-differences = Od dokončanja se ni spremenilo nič, kar bi spremenilo številke.
report-stays = Poročilo ostane, kot je bilo.
report-since = { $n ->
    [one] Odkar je poročilo dokončano, se je spremenil { $n } vnos.
    [two] Odkar je poročilo dokončano, sta se spremenila { $n } vnosa.
    [few] Odkar je poročilo dokončano, so se spremenili { $n } vnosi.
   *[other] Odkar je poročilo dokončano, se je spremenilo { $n } vnosov.
}
report-since-counts = { $n ->
    [one] Odkar je poročilo dokončano, je bil dodan ali preklican { $n } ročni vnos.
    [two] Odkar je poročilo dokončano, sta bila dodana ali preklicana { $n } ročna vnosa.
    [few] Odkar je poročilo dokončano, so bili dodani ali preklicani { $n } ročni vnosi.
   *[other] Odkar je poročilo dokončano, je bilo dodanih ali preklicanih { $n } ročnih vnosov.
}
report-since-results = Odkar je poročilo dokončano, so se rezultati evalvacije spremenili ali pa jih ni več mogoče pokazati.
report-since-plan = Odkar je poročilo dokončano, so se spremenili načrt, viri njegovih številk ali enote.
report-count-added = Dodano: { $who }, { $on }
report-since-units = Odkar je poročilo dokončano, so se spremenile enote ali izrazi.
report-corrected = Dokončano poročilo »{ $name }« z dne { $on } ima številke od takrat, te tukaj so današnje.
report-would-be = { $measure }: danes { $now } namesto { $then }.
report-would-differ = Številke, ki bi bile danes drugačne
report-printed = V poročilu
report-today = Danes
report-why = Zakaj
report-what-changed = Kaj se je spremenilo
report-what-happened = Kaj se je zgodilo
report-fact = { $what }: { $then } → { $now }
report-fact-date = Datum
report-fact-start = druga ura začetka
report-fact-heads = drugače razdeljeni obiski
report-fact-words = druga vrsta, kraj ali oznake
report-how-added = dodano
report-how-removed = odstranjeno
report-how-corrected = popravljeno
report-how-moved = prestavljeno
report-n-added = { $n ->
    [one] { $n } vnos je bil dodan
    [two] { $n } vnosa sta bila dodana
    [few] { $n } vnosi so bili dodani
   *[other] { $n } vnosov je bilo dodanih
}
report-n-removed = { $n ->
    [one] { $n } vnos je bil odstranjen
    [two] { $n } vnosa sta bila odstranjena
    [few] { $n } vnosi so bili odstranjeni
   *[other] { $n } vnosov je bilo odstranjenih
}
report-n-corrected = { $n ->
    [one] { $n } vnos je bil popravljen
    [two] { $n } vnosa sta bila popravljena
    [few] { $n } vnosi so bili popravljeni
   *[other] { $n } vnosov je bilo popravljenih
}
report-n-moved = { $n ->
    [one] { $n } vnos je bil prestavljen v obdobje ali iz njega
    [two] { $n } vnosa sta bila prestavljena v obdobje ali iz njega
    [few] { $n } vnosi so bili prestavljeni v obdobje ali iz njega
   *[other] { $n } vnosov je bilo prestavljenih v obdobje ali iz njega
}
report-reconciliation = Ali se številke ujemajo
report-reconciliation-what = Deli in celota, polletja in leto, enote in njihova skupina, to poročilo in prejšnja. Razlika ne ustavi ničesar, pove pa, zakaj je nastala.
report-checks = Primerjano
report-checks-agree = { $n ->
    [one] Ujema se { $n } primerjava.
    [two] Ujemata se { $n } primerjavi.
    [few] Ujemajo se { $n } primerjave.
   *[other] Ujema se { $n } primerjav.
}
report-checks-nothing = Ni ničesar, s čimer bi se dalo primerjati.
report-checks-no-agree = Nobena primerjava se ne ujema.
report-checks-others = { $n ->
    [0] Drugega dokončanega poročila o tem času še ni.
    [one] Primerjano z { $n } dokončanim poročilom o tem času.
    [two] Primerjano z { $n } dokončanima poročiloma o tem času.
    [few] Primerjano s { $n } dokončanimi poročili o tem času.
   *[other] Primerjano s { $n } dokončanimi poročili o tem času.
}
report-checks-differ = Razlike
report-checks-none = Razlik ni.
report-waiting = { $n ->
    [one] { $n } predlog popravka še čaka na odločitev in ni v številkah.
    [two] { $n } predloga popravka še čakata na odločitev in nista v številkah.
    [few] { $n } predlogi popravkov še čakajo na odločitev in niso v številkah.
   *[other] { $n } predlogov popravkov še čaka na odločitev in ni v številkah.
}
report-check-parts = Vsota delov: { $it }
report-check-halves = Vsota obeh polletij
report-check-months = Vsota mesecev
report-check-units = Vsota enot
report-check-grown = Ne more biti manj kot prej: { $it }
report-check-anew = Prešteto znova, danes
report-check-counts = Vsota naštetih ročnih vnosov
report-differs = { $measure }, { $of }: v tem poročilu { $here }; za primerjavo { $there } ({ $against }). { $why }
report-check-against = Primerjano z
report-check-here = V tem poročilu
report-other = { $title }, { $unit }, dokončano { $on }
report-cause-changed = { $n ->
    [one] Od takrat se je spremenil { $n } vnos.
    [two] Od takrat sta se spremenila { $n } vnosa.
    [few] Od takrat so se spremenili { $n } vnosi.
   *[other] Od takrat se je spremenilo { $n } vnosov.
}
report-cause-recounted = { $n ->
    [one] Od takrat je bil dodan ali preklican { $n } ročni vnos.
    [two] Od takrat sta bila dodana ali preklicana { $n } ročna vnosa.
    [few] Od takrat so bili dodani ali preklicani { $n } ročni vnosi.
   *[other] Od takrat je bilo dodanih ali preklicanih { $n } ročnih vnosov.
}
report-cause-plan = Ročni vnosi so isti; spremenil se je načrt ali vir številke.
report-cause-parts = Nekateri vnosi niso pripisani nobeni enoti ali tu niso našteti.
report-cause-units = Vnosi so isti; spremenile so se enote ali izrazi.
report-photo-gone = Fotografija je bila odstranjena.
report-story-bare = Brez fotografije
report-story-has-photo = s fotografijo
report-story-photo-what = Če je ob vnosu fotografija za poročila, se pokaže ob zgodbi. Dodaš jo na strani vnosa.
# Poročilo o letnem načrtu
report-template-plan-half-year = Polletno poročilo o načrtu dela
report-template-plan-year = Letno poročilo o načrtu dela
report-section-plan-foreword = Uvod
report-hint-plan-foreword = Kako je potekalo uresničevanje načrta, kaj ga je zaznamovalo in kaj ste morali spremeniti.
report-section-plan = Kako daleč je načrt
report-section-plan-outlook = Kako naprej
report-hint-plan-outlook = Kaj boste naredili, da bodo doseženi tudi cilji, ki so zdaj ogroženi.
report-plan-missing = Ta enota za to leto nima letnega načrta. Izberi drugo obdobje.
report-plan-came = Doslej
report-plan-stands = Stanje
report-plan-planned = Načrtovano
report-plan-came-of-it = Kaj je iz tega nastalo
report-plan-of-part = Številke in kazalniki
report-plan-actions = Aktivnosti
report-plan-ahead = Kaj še pride
report-plan-steps = Po korakih
report-plan-refers = Sem sodi tudi
report-plan-judged = Presojeno z besedami: { $n } od { $of }
report-plan-by-unit = Po enotah
report-plan-in = V delu načrta
report-sheet-plan = Načrt
report-plan-mark = Znak
report-plan-note = Opomba in avtor
report-hand-what = Kar je nekdo preštel ročno in zapisal k cilju letnega načrta, z dnevom, opombo in svojim imenom.
report-hand-formula = vsota ročnih vnosov, ki niso preklicani
report-meetings = Seje skupin in organov
report-meetings-what = Kar so skupine in organi zapisali o svojih sejah in šteje k cilju letnega načrta: koliko sej je bilo ali koliko jih je bilo na njih navzočih.
report-meetings-formula = seje, ki veljajo, z dnevom v času, ki ga navaja cilj
