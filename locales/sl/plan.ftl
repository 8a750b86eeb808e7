# Letni načrti dela
plans = Letni načrti
plans-lead = Kaj si mreža ali enota zastavi za leto: področja, projekti, aktivnosti z meseci in številke, ki naj jih doseže.
plans-by-year = Po letih
plans-none = Načrta še ni.
plans-of-network = Letni načrti mreže
desk-plans = Področja, projekti, aktivnosti in cilji leta.
plan-of-year = Letni delovni načrt { $it }
plan-saved-by = Nazadnje: { $who }, { $on }
plan-by-command = ukaz na strežniku
plan-begin = Nov načrt
plan-begin-what = Začneš s praznim načrtom in dodajaš področja, projekte in aktivnosti.
plan-begin-do = Začni načrt
plan-year = Leto
plan-year-wrong = Vpiši leto s štirimi števkami, na primer 2027.
plan-year-taken = Za to leto že imate drugačen načrt. Izberi drugo leto ali dopolni tistega.
plan-bring = Prinesi iz datoteke
plan-bring-what = Načrt, ki ga že imaš v preglednici ali v datoteki TOML.
plan-bring-choose = Izberi datoteko
plan-bring-lead = Najprej pokažemo, kaj bi datoteka spremenila. Zapišemo jo šele, ko potrdiš, in to celo ali nič.
# Ves načrt
plan-contents = Vsebina
plan-unfold = Odpri vsa poglavja
plan-to-contents = Na vsebino
plan-n-areas = { $n ->
    [one] { $n } področje
    [two] { $n } področji
    [few] { $n } področja
   *[other] { $n } področij
}
plan-n-projects = { $n ->
    [one] { $n } program ali projekt
    [two] { $n } programa in projekta
    [few] { $n } programi in projekti
   *[other] { $n } programov in projektov
}
plan-n-actions = { $n ->
    [one] { $n } aktivnost
    [two] { $n } aktivnosti
    [few] { $n } aktivnosti
   *[other] { $n } aktivnosti
}
plan-n-targets = { $n ->
    [one] { $n } številčni cilj
    [two] { $n } številčna cilja
    [few] { $n } številčni cilji
   *[other] { $n } številčnih ciljev
}
plan-take-xlsx = Vzemi preglednico (XLSX)
plan-take-toml = Vzemi datoteko (TOML)
plan-about = Ime, uvod in sprejem
plan-next = Prenesi v drugo leto
plan-adoption = Sprejem načrta
plan-step-draft_to_council = Osnutek obravnava svet
plan-step-expert_council = Osnutek obravnava strokovni svet
plan-step-presented_to_members = Predstavitev članicam
plan-step-adopted_by_council = Sprejme svet
plan-step-adopted_by_assembly = Sprejme zbor članic
plan-step-published = Objava
plan-write = Urejanje
plan-write-what = Vsak del načrta odpreš posebej. Prejšnje različice ostanejo shranjene.
plan-add-area = Dodaj področje
plan-add-programme = Dodaj program
plan-add-project = Dodaj projekt
plan-add-body = Dodaj delovno skupino ali organ
plan-add-group = Dodaj sklop
plan-add-action = Dodaj aktivnost
plan-new-area = Novo področje
plan-new-programme = Nov program
plan-new-project = Nov projekt
plan-new-body = Nova delovna skupina ali organ
plan-new-group = Nov sklop
plan-new-action = Nova aktivnost
plan-dropped = Odstranjeni deli
plan-return = Vrni v načrt
plan-return-above = Najprej vrni del, v katerem je ta stal.
plan-empty = Načrt je še prazen.
plan-open = Odpri
plan-actions-of = Aktivnosti: { $it }
# Deli
plan-kind = Vrsta
plan-kind-area = Področje
plan-kind-programme = Program
plan-kind-project = Projekt
plan-kind-body = Delovna skupina ali organ
plan-kind-group = Sklop
plan-kind-action = Aktivnost
plan-aim = Cilj strategije
plan-purpose = Namen
plan-goals = Cilji
plan-qualitative = Kvalitativni kazalniki
plan-programme = Program
plan-role = Vloga
plan-role-applicant = prijavitelj
plan-role-lead = vodilni partner
plan-role-partner = partner
plan-role-none = ni določena
plan-partners = Partnerji
plan-responsible = Odgovorni
plan-outputs = Rezultati
plan-budget = Proračun
plan-project-of = Projekt mreže
plan-project-entries = vnosi
plan-lost-project-short = { $it } (v mreži ga ni več)
plan-named = V letnih načrtih
plan-named-none = V letnih načrtih tega še ni.
plan-what = Kaj
plan-when = Kdaj
plan-indicator = Kazalnik
plan-targets = Številke
plan-rule-at_least = vsaj { $it }
plan-rule-at_most = največ { $it }
plan-target-each = { $it } (po { $each } v vsaki enoti)
plan-target-each-of = { $it } (po { $each } v vsaki od { $units } enot)
plan-edit = Uredi
plan-up = Premakni višje
plan-down = Premakni nižje
plan-remove = Odstrani iz načrta
plan-remove-what = Odstraniš tudi vse, kar stoji v tem delu. Vse skupaj lahko vrneš na strani načrta.
plan-versions = Prejšnje različice
plan-version-by = { $who }, { $on }
plan-earlier-by = To je prejšnja različica: { $who }, { $on }.
plan-now = Poglej, kar velja zdaj.
# Obrazec dela
plan-form-what = Kaj in kdaj
plan-form-why = Namen, cilji in strategija
plan-form-project = Projekt
plan-form-project-what = Samo za programe in projekte.
plan-name = Ime
plan-in = Stoji v
plan-in-none = Samostojno
plan-note = Opomba k času
plan-when-hint = Meseci ali dnevi, na primer februar–december ali marec, oktober. Za drugo leto dodaj letnico: oktober 2026.
plan-targets-hint = Koliko naj se zgodi ali koliko ljudi doseže. Prazne vrstice se ne shranijo; ko shraniš, dobiš nove.
plan-target-more = Dodaj številko
plan-target-remove = Odstrani to številko iz načrta
plan-target-n = { $it }. številka
plan-rule = Velja
plan-rule-name-at_least = vsaj
plan-rule-name-exactly = natanko
plan-rule-name-at_most = največ
plan-number = Število
plan-up-to = Do (če je razpon)
plan-each = V vsaki enoti
plan-units = V koliko enotah
plan-unit = Česa
plan-steps = Vrstice z datumi
plan-steps-hint = Kaj se zgodi v posameznih mesecih.
plan-line-n = { $it }. vrstica
plan-lists-hint = En cilj ali kazalnik v vrstici. Ista vrstica v drugem jeziku je isti cilj.
plan-aim-n = { $it }. cilj strategije
plan-aim-code = Številka cilja v strategiji
plan-aim-name = Cilj strategije
plan-refers = Velja tudi za (kode delov, ločene z vejico)
plan-partner-n = { $it }. partner
plan-partner-country = Država (dve črki)
plan-partner-name = Partner
plan-budget-euros = Proračun (€)
plan-project-code = Projekt mreže, ki ga navajajo dejavnosti
plan-project-none = Noben
plan-back = Nazaj brez shranjevanja
plan-words = Ime in uvod
plan-intro = Uvod
# V drugo leto
plan-next-lead = Področja in naslovi gredo v novi načrt. Izberi še aktivnosti, projekte in programe ter številke, ki jih imajo področja in organi sami; meseci se prestavijo v novo leto.
plan-next-take = Kaj gre naprej
plan-next-along = Z aktivnostjo gre vedno tudi projekt, v katerem je.
plan-next-on = Stanje { $it }
plan-next-unfinished = Nedokončano
plan-next-all = Vse
plan-next-none = Nič
plan-next-show = Prikaži
plan-next-every = Vse
plan-next-project = Projekt sam
plan-next-programme = Program sam
plan-next-numbers = Lastne številke
plan-next-without = Brez števila
plan-next-others = { $n ->
    [one] Z njimi gre v novi načrt še { $n } izbrani del, ki zdaj ni prikazan.
    [two] Z njimi gresta v novi načrt še { $n } izbrana dela, ki zdaj nista prikazana.
    [few] Z njimi gredo v novi načrt še { $n } izbrani deli, ki zdaj niso prikazani.
   *[other] Z njimi gre v novi načrt še { $n } izbranih delov, ki zdaj niso prikazani.
}
plan-next-do = Prenesi
# Datoteka
plan-file-choose = Datoteka (TOML, XLSX ali CSV)
plan-file-hint = Preglednica ima vrstico za vsako aktivnost: področje, projekt, aktivnost, kdaj, kazalnik, število in enoto.
plan-file-year = Leto (če ga v datoteki ni)
plan-file-look = Poglej, kaj bi se spremenilo
plan-file-do = Zapiši v načrt
plan-file-refused = Nič ni zapisano. Popravi datoteko in jo prinesi znova:
plan-file-again = Medtem je načrt nekdo spremenil. Poglej še enkrat, kaj bi se spremenilo.
plan-file-nothing = V načrtu je že vse tako kot v datoteki.
plan-file-kept = Prejšnje različice ostanejo shranjene; kar datoteka izpusti, lahko vrneš.
plan-file-new = Za to leto nastane nov načrt.
plan-file-head = Spremenijo se ime, uvod ali koraki sprejema.
plan-file-order = Spremeni se vrstni red.
plan-file-added = { $n ->
    [one] Doda { $n } del.
    [two] Doda { $n } dela.
    [few] Doda { $n } dele.
   *[other] Doda { $n } delov.
}
plan-file-changed = { $n ->
    [one] Spremeni { $n } del.
    [two] Spremeni { $n } dela.
    [few] Spremeni { $n } dele.
   *[other] Spremeni { $n } delov.
}
plan-file-dropped = { $n ->
    [one] Odstrani { $n } del.
    [two] Odstrani { $n } dela.
    [few] Odstrani { $n } dele.
   *[other] Odstrani { $n } delov.
}
plan-file-parts = Kateri deli
plan-file-refers = Velja tudi za
plan-file-part-added = Doda: { $it }.
plan-file-part-changed = Spremeni: { $it }. Drugače je: { $what }.
plan-file-part-renamed = Preimenuje: »{ $was }« bo »{ $is }«.
plan-file-part-too = Drugače je tudi: { $it }.
plan-file-from-to = { $what }: { $was } → { $is }
plan-file-said = »{ $it }«
plan-file-empty = prazno
plan-file-target = Cilj
plan-file-target-new = nov cilj »{ $it }«
plan-file-target-gone = brez cilja »{ $it }«
plan-file-target-source = od kod je številka cilja »{ $it }«
plan-file-target-words = besedilo cilja »{ $it }« v drugem jeziku
plan-file-target-order = vrstni red ciljev
plan-file-part-dropped = Odstrani: { $it }.
plan-file-part-hangs = Z njim se ne vidi več: { $it }.
plan-n-judged = { $n ->
    [one] { $n } presoja
    [two] { $n } presoji
    [few] { $n } presoje
   *[other] { $n } presoj
}
plan-file-more = { $n ->
    [one] In še { $n } napaka.
    [two] In še { $n } napaki.
    [few] In še { $n } napake.
   *[other] In še { $n } napak.
}
plan-line = vrstica { $n }
plan-row = vrstica { $n }
# Napake
plan-wrong-toml = Datoteke TOML ni mogoče prebrati: { $it }
plan-wrong-toml-here = Datoteke TOML v tej vrstici ni mogoče prebrati. Morda manjka narekovaj, oklepaj ali enačaj.
plan-wrong-parts = Deli se začnejo z [[part]].
plan-wrong-format = Oblike { $n } ta program ne pozna; pozna obliko 1.
plan-wrong-key = Tega tu ni. Možno je: { $it }.
plan-wrong-twice = To stoji dvakrat.
plan-wrong-again = Za ta del je to že povedano v eni od prejšnjih vrstic.
plan-wrong-choice = Pričakujemo nekaj od tega: { $it }.
plan-wrong-long = Predolgo je: največ { $n } znakov.
plan-wrong-text = Pričakujemo besedilo.
plan-wrong-words = Pričakujemo besedilo v jezikih: { "{" } sl = "…", en = "…" { "}" }.
plan-wrong-list = Pričakujemo seznam v oglatih oklepajih.
plan-wrong-tables = Pričakujemo seznam, v katerem vsaka vrstica pove svoje v zavitih oklepajih.
plan-wrong-many = Preveč jih je: največ { $n }.
plan-wrong-missing = To manjka.
plan-wrong-number = Pričakujemo celo število od 0 naprej, na primer 12 ali 1.000.
plan-wrong-zero = Število 0 gre samo s pravilom »največ«.
plan-wrong-when = Pričakujemo mesece ali dneve, na primer 2021-02/2021-12 ali februar–december; prvi ne sme biti za zadnjim.
plan-wrong-backwards = Ta korak je predviden prej kot korak, ki je na vrsti pred njim.
plan-wrong-code = Koda ima 2 do 60 malih črk (a–z), števk in vezajev.
plan-wrong-code-twice = Koda { $it } stoji dvakrat.
plan-wrong-project-only = To imajo samo programi in projekti.
plan-wrong-country = Državo zapiši z dvema črkama, na primer HR.
plan-wrong-range = Zgornja meja mora biti večja od števila.
plan-wrong-each = Število v vsaki enoti, pomnoženo s številom enot, ni število cilja.
plan-wrong-other-year = Datoteka je za leto { $it }.
plan-wrong-year = Leto manjka ali ni prav zapisano.
plan-wrong-action-alone = Aktivnost stoji v področju, programu, projektu ali skupini.
plan-wrong-nowhere = Dela s kodo { $it } v načrtu ni.
plan-wrong-in-action = V aktivnosti { $it } ne more stati nič drugega.
plan-wrong-area-in = Področje stoji samostojno ali v drugem področju.
plan-wrong-round = Ta del stoji sam v sebi.
plan-wrong-column = Tega stolpca ne poznamo. Poimenuj ga drugače ali ga izbriši.
plan-wrong-no-columns = Prva vrstica mora imeti naslove stolpcev, med njimi vsaj aktivnost.
# Stolpci preglednice
plan-column-kind = Vrsta
plan-column-code = Koda
plan-column-in = Stoji v
plan-column-when = Kdaj
plan-column-programme = Program
plan-column-role = Vloga
plan-column-project = Projekt
plan-column-budget = Proračun
plan-column-refers = Velja tudi za
plan-column-partners = Partnerji
plan-column-name = Ime
plan-column-purpose = Namen
plan-column-note = Opomba
plan-column-indicator = Kazalnik
plan-column-responsible = Odgovorni
plan-column-goals = Cilji
plan-column-qualitative = Kvalitativni kazalniki
plan-column-outputs = Rezultati
plan-column-aims = Številka cilja strategije
plan-column-aim = Cilj strategije
plan-column-step_when = Kdaj v vrstici
plan-column-step = Kaj v vrstici
plan-column-step_note = Opomba vrstice
plan-column-target = Koda cilja
plan-column-rule = Pravilo
plan-column-number = Število
plan-column-up_to = Do
plan-column-each = V vsaki enoti
plan-column-units = V koliko enotah
plan-column-unit = Enota
plan-column-area = Področje
plan-column-body = Delovna skupina
plan-column-group = Sklop
plan-column-action = Aktivnost
# Kdo sme
act-see-plan = Letne načrte ter delovne skupine in organe vidijo
act-write-plan = Letne načrte pišejo
# Od kod so številke
plan-evidence = Od kod je številka
plan-evidence-hint = Številka se lahko izpolni sama: iz tega, kar beležite, iz letne evalvacije ali iz sej. Sicer jo štejete ročno.
plan-evidence-from = Vir
plan-from-measure = Iz zabeleženega
plan-from-result = Iz letne evalvacije
plan-from-meetings = Iz sej
plan-from-hand = Štejemo ročno
plan-choose = Izberi
plan-evidence-measure = Mera
plan-by-all = Vse
plan-by-own = Projekt, ki ga navaja načrt: { $it }
plan-by-kind = Vrsta dejavnosti
plan-by-tag = Oznaka
plan-by-field = Področje
plan-by-project = Projekt
plan-evidence-of = Samo za
plan-evidence-in = Samo v enotah
plan-evidence-in-hint = Izbereš jih lahko več; če ne izbereš nobene, štejejo vse.
plan-evidence-when = Samo v mesecih (sicer vse leto)
plan-evidence-area = Področje evalvacije (točke od 0 do 100)
plan-evidence-body = Čigave seje
plan-body-one = Skupina ali organ
plan-body-kinds = Vse te vrste
plan-evidence-met = Kaj šteje
plan-met-meetings = koliko sej je bilo
plan-met-present = koliko jih je bilo navzočih
plan-evidence-what = Kaj štejemo ročno
plan-evidence-whom = Koga (ciljna skupina)
plan-counted-trainings = usposabljanja
plan-counted-participants = udeleženci
plan-counted-members = članice
plan-counted-publications = objave
plan-counted-meetings = srečanja
plan-counted-other = drugo
plan-evidence-counted = Kako iz več vnosov ali sej nastane število
plan-joined-sum = seštejejo se
plan-joined-latest = velja zadnji vnos (deleži, članice)
plan-joined-each = vsak vnos mora sam doseči število
plan-joined-monthly = vsak mesec mora doseči število
plan-column-evidence = Vir številke
plan-column-whom = Ciljna skupina
plan-wrong-evidence = Tu pričakujemo vir številke: { "{" } from = "measure", measure = "visits" { "}" }, v preglednici pa measure: visits.
plan-wrong-one-of = Mera je lahko zožena samo na eno: vrsto, oznako, področje ali projekt.
plan-wrong-body-name = Ime skupine ali organa tu ne sme imeti podpičja.
plan-wrong-each-source = Za vsako enoto posebej so številke samo iz zabeleženega ali šteto ročno.
plan-wrong-splits = Te mere tako ni mogoče zožiti.
plan-wrong-unknown = V mreži ni »{ $it }«. Na voljo: { $all }.
plan-wrong-no-unit = Enote { $it } ni v mreži.
plan-wrong-months = Mera se šteje po celih mesecih: napiši na primer 2021-03/2021-06.
# Kako daleč je načrt
plan-far = { $came } od { $of }
plan-far-at-most = { $came } od največ { $of }
plan-far-on = Stanje { $it }
plan-units-have = { $n ->
    [one] { $n } od { $all } enot ima svoje
    [two] { $n } od { $all } enot imata svoje
    [few] { $n } od { $all } enot imajo svoje
   *[other] { $n } od { $all } enot ima svoje
}
plan-months-have = doseženo v { $n } od { $all } mesecev
plan-units-known = { $n ->
    [one] Po imenu je znana { $n } enota od { $units }.
    [two] Po imenu sta znani { $n } enoti od { $units }.
    [few] Po imenu so znane { $n } enote od { $units }.
   *[other] Po imenu je znanih { $n } enot od { $units }.
}
plan-each-wanted = Vsaka enota naj bi imela { $it }:
plan-unit-has = (je doseženo)
plan-unit-not = (še ni doseženo)
plan-time-gone = minilo je { $it } % časa
plan-stands = Kako daleč smo
plan-stands-on = Kako daleč je bilo { $it }
# Po kateri različici se bere načrt
plan-edition-draft = osnutek, še ni sprejet
plan-edition-adopted = kot je bil sprejet { $on }, { $n }. izdaja
plan-edition-amended = kot je bil spremenjen { $on }, { $n }. izdaja
plan-told-changed = Še ni sprejeto: { $it }
plan-told-changed-later = Pozneje spremenjeno: { $it }
plan-told-source = Delovna različica jemlje število od drugod; to še ni sprejeto.
plan-told-source-later = Pozneje je vir števila drug.
plan-told-new = Še ni sprejeto
plan-told-new-later = Dodano pozneje
plan-told-gone = V delovni različici odstranjeno; velja, dokler sprememba ni zapisana.
plan-told-gone-later = Pozneje odstranjeno
plan-gone = Odstranjeno, a še sprejeto
plan-gone-what = Delovna različica teh delov nima več. Veljajo, dokler sprememba ni zapisana.
# Cilji, ki jih ni več
plan-earlier = Prejšnji cilji
plan-earlier-kept = V načrtu jih ni več. Kar je bilo zanje šteto ročno, ostane zapisano.
plan-again = Nadaljuje prejšnji cilj
plan-again-none = Ne, to je nov cilj
plan-again-what = Za prejšnji cilj je že šteto ročno. Če ga izbereš, ti vnosi spet štejejo.
plan-earlier-again = Je kateri izginil pomotoma? Dodaj ga znova in izberi, da nadaljuje prejšnjega.
plan-earlier-what = Tega cilja v načrtu ni več. Kar je bilo zanj šteto ročno, ostane zapisano tukaj.
plan-went = { $n ->
    [one] { $n } ročni vnos je pri ciljih, ki jih po zadnji spremembi ni več. Ostane zapisan:
    [two] { $n } ročna vnosa sta pri ciljih, ki jih po zadnji spremembi ni več. Ostaneta zapisana:
    [few] { $n } ročni vnosi so pri ciljih, ki jih po zadnji spremembi ni več. Ostanejo zapisani:
   *[other] { $n } ročnih vnosov je pri ciljih, ki jih po zadnji spremembi ni več. Ostanejo zapisani:
}
plan-remove-counts = { $n ->
    [one] Pri ciljih v njem je { $n } ročni vnos, ki ostane zapisan.
    [two] Pri ciljih v njem sta { $n } ročna vnosa, ki ostaneta zapisana.
    [few] Pri ciljih v njem so { $n } ročni vnosi, ki ostanejo zapisani.
   *[other] Pri ciljih v njem je { $n } ročnih vnosov, ki ostanejo zapisani.
}
plan-file-counts = { $n ->
    [one] { $n } ročni vnos je pri ciljih, ki jih ne bo več. Ostane zapisan in ga lahko prebereš pri svojem cilju.
    [two] { $n } ročna vnosa sta pri ciljih, ki jih ne bo več. Ostaneta zapisana in ju lahko prebereš pri svojih ciljih.
    [few] { $n } ročni vnosi so pri ciljih, ki jih ne bo več. Ostanejo zapisani in jih lahko prebereš pri svojih ciljih.
   *[other] { $n } ročnih vnosov je pri ciljih, ki jih ne bo več. Ostanejo zapisani in jih lahko prebereš pri svojih ciljih.
}
plan-as-of = Stanje na dan
plan-today = Danes
plan-half = Polletje: { $it }
plan-end = Konec leta: { $it }
plan-state-at_risk = Ogroženo
plan-state-not_reached = Ni doseženo
plan-state-not_begun = Se še ni začelo
plan-state-on_the_way = Na poti
plan-state-reached = Doseženo
plan-state-dropped = Opuščeno
plan-state-unknown = Ni mogoče povedati
plan-stands-more = Še { $n }
plan-rule-how = Kako se določi stanje
plan-state-at_risk-what = Ogroženo: za časom zaostaja za več kot { $lag } odstotnih točk, ko ga je minila vsaj četrtina ({ $begun } %), ali pa ni še nič prešteto, ko ga je minila več kot polovica ({ $half } %). Delež ali točke: manj kot { $near } % cilja. Največ toliko: porabljeno prehiteva čas za več kot { $lag } odstotnih točk. Kjer mora število doseči vsak vnos: kateri je nižji.
plan-state-not_reached-what = Ni doseženo: čas se je iztekel. Pri »največ« tudi takoj, ko je števila preveč.
plan-state-not_begun-what = Se še ni začelo: nič še ni prešteto in minilo je največ { $half } % časa.
plan-state-on_the_way-what = Na poti: nekaj je že prešteto in ni ogroženo. Ob njem stoji, koliko časa je že minilo: mesecev, ki jih navaja ta del načrta, sicer leta.
plan-state-reached-what = Doseženo: število je tu in, kjer ima svoje vsaka enota, ga ima dovolj enot. Tudi če je več od načrtovanega. »Največ« je doseženo, ko čas mine. Kjer mora število doseči vsak vnos, šele ko čas mine.
plan-state-dropped-what = Opuščeno: nekdo je z razlogom zapisal, da tega cilja ne zasledujete več.
plan-state-unknown-what = Ni mogoče povedati: tega, od koder bi prišla številka, ni več ali pa se ne sme pokazati, ročno pa ni prešteto nič.
plan-sources = Od kod so številke
plan-source-result = letna evalvacija, področje { $it }, v točkah od 0 do 100
plan-source-met-meetings = seje: { $it }
plan-source-met-present = navzoči na sejah: { $it }
plan-source-hand = šteto ročno: { $it }
plan-source-hand-alone = šteto ročno
plan-joins-latest = velja zadnje število
plan-joins-each = vsako število mora samo doseči cilj, zato velja najnižje
plan-joins-each-most = vsako število mora samo ostati v meji, zato velja najvišje
plan-joins-monthly = vsak mesec mora doseči število, zato velja najnižji od mesecev, ki so minili
plan-joins-monthly-most = vsak mesec mora ostati v meji, zato velja najvišji od mesecev, ki so minili
plan-source-times = { $it }, { $n ->
    [1] enkrat
   *[other] { $n }-krat
 }, nazadnje { $on }
plan-of-kind = vrste »{ $it }«
plan-of-tag = z oznako »{ $it }«
plan-of-field = s področja »{ $it }«
plan-of-project = projekta { $it }
plan-in-units = { $n ->
    [one] v enoti { $it }
   *[other] v enotah { $it }
}
plan-all-and = { $all } in { $it }
plan-not-yet = čas se še ni začel
plan-lost-measure = Mere { $it } ni več. Do popravka načrta veljajo ročni vnosi.
plan-lost-project = Projekta { $it } v mreži ni več pod to kodo. Do popravka načrta veljajo ročni vnosi.
plan-lost-tag = Oznake { $it } v mreži ni več. Do popravka načrta veljajo ročni vnosi.
plan-lost-field = Področja { $it } v mreži ni več. Do popravka načrta veljajo ročni vnosi.
plan-lost-unit = Enote { $it } v mreži ni več pod to kodo. Do popravka načrta veljajo ročni vnosi.
plan-lost-area = Letna evalvacija za področje { $it } na ta dan še nima rezultata, ki bi ga smeli pokazati. Do takrat veljajo ročni vnosi.
plan-lost-body = Skupine ali organa »{ $it }« med organi te enote ni. Do popravka načrta veljajo ročni vnosi.
plan-met-unsaid = { $n ->
    [one] Pri { $n } seji
    [two] Pri { $n } sejah
   *[other] Pri { $n } sejah
 } ni zapisano, koliko jih je bilo navzočih. Ne šteje nič.
plan-meetings = Seje, ki so štete
plan-with-talks = Skupine stojijo skupaj z individualnim delom, kot povsod, kjer se vidijo samo številke.
plan-unsplit = Del zabeleženega stoji skupaj z individualnim delom in ga tu ni, da se posameznih mladih ne bi dalo prepoznati.
plan-unsplit-now = Tekoči mesec se v enotah z individualnim delom prišteje, ko mine.
plan-unsplit-n = V seznamu vnosov, ki ga odpreš, je tega še { $it }.
plan-own-units = { $it } v tvojih enotah
plan-counts-beside = Ročni vnosi so prikazani, vendar niso všteti.
plan-more-than-planned = To je več, kot je bilo načrtovano.
plan-open-entries = Odpri vnose, ki so šteti
plan-open-units = Odpri vnose po enotah
plan-open-units-what = Številka je sešteta iz več enot. V preglednici spodaj se vsaka odpre v svoje vnose.
plan-by-activity = Po dejavnostih in mesecih
plan-open-figures = Odpri po dejavnostih in mesecih
plan-n-counts = { $n ->
    [one] { $n } ročni vnos
    [two] { $n } ročna vnosa
    [few] { $n } ročni vnosi
   *[other] { $n } ročnih vnosov
}
# Šteto ročno
plan-counts = Šteto ročno
plan-counts-none = Ročnih vnosov še ni.
plan-count = Dodaj vnos
plan-count-what = Vnos ostane zapisan z avtorjem in dnevom. Napačnega lahko prekličeš, izbriše pa se ne.
plan-day = Dan
plan-day-missing = Vpiši dan.
plan-day-future = Ta dan šele pride. Vpiši današnjega ali prejšnjega.
plan-day-year = Vpiši dan v letu { $it }.
plan-count-n = Koliko
plan-count-number = Vpiši celo število od 1 naprej.
plan-count-unit = V kateri enoti
plan-count-note = Opomba: kaj se je zgodilo
plan-count-note-missing = Napiši, kaj se je zgodilo.
plan-count-unit-missing = Napiši, v kateri enoti: tu ima vsaka svoje število.
plan-count-file = Datoteka (slika ali PDF, ni obvezna)
plan-count-file-hint = Na primer seznam udeležencev ali vabilo, do 10 MB. Slike shranimo brez podatkov o kraju in napravi. Če vnosa ne moremo shraniti, datoteko izberi še enkrat.
plan-count-file-other = To ni slika (JPEG, PNG, WebP) in ne PDF.
plan-count-file-empty = Datoteka je prazna. Izberi drugo.
plan-count-save = Shrani vnos
plan-count-pdf = dokument (PDF)
plan-count-picture = slika
plan-counted-by = { $who }, { $on }
plan-taken-by = Preklicano: { $who }, { $on }
plan-take-back = Prekliči vnos
plan-drop = Cilja ne zasledujemo več
plan-drop-what = Cilj ostane v načrtu in v poročilu, ob njem pa razlog. Pozneje ga lahko spet zasledujete.
plan-drop-why = Zakaj
plan-drop-missing = Napiši razlog.
plan-drop-do = Opusti cilj
plan-dropped-by = { $who }, od { $on }
plan-pursue = Cilj spet zasledujemo
plan-pursue-what = Kdo ga je opustil, kdaj in zakaj, ostane zapisano.
plan-pursue-do = Spet zasledujemo
plan-qualitative-one = Kvalitativni kazalnik
plan-judged = Kaj je bilo presojeno
plan-judged-not = še ni presojeno
plan-judged-none = O tem kazalniku še ni nihče nič zapisal.
plan-judged-by = Stanje na dan { $day }, zapis: { $who }, { $on }
plan-judged-earlier = O prejšnjem besedilu: »{ $it }«
plan-judge = Presodi z besedami
plan-judge-what = Z besedami povej, kaj se je pokazalo. Prejšnje presoje ostanejo zapisane.
plan-judge-words = Presoja
plan-judge-missing = Napiši presojo.
plan-judge-day = Na kateri dan velja
plan-judge-day-hint = Dan v letu načrta, za katerega presoja velja. Kdaj jo zapišeš, se zabeleži samo.
plan-judge-evidence = Na podlagi česa
