# Koledar mreže: roki, ki se vračajo vsako leto, opomniki in poročila po pošti.
calendar = Koledar
calendar-of = Koledar { $it }
calendar-lead = Kaj je treba oddati ali zapreti, do kdaj in kako kaže. Stanje se prebere iz poročil in zapisov.
desk-calendar = Roki leta: kdo kaj dolguje in do kdaj.
calendar-soon = Naslednji roki
calendar-all = Ves koledar
calendar-now = ta mesec
calendar-none = Brez rokov.
calendar-empty = V tem letu za to enoto ni rokov.
calendar-empty-begin = Dodaj prvega: enkrat ga zapišeš in velja vsako leto.
calendar-file = Prenesi v svoj koledar (iCalendar)
act-see-calendar = Roke koledarja vidijo
act-manage-calendar = Koledar mreže urejajo
record-change_calendar = Sprememba koledarja
# En rok
due = Rok
due-new = Dodaj rok
due-change = Uredi rok
due-lead = Rok zapišeš enkrat in velja vsako leto. Če je kdaj drugače, ga samo za tisto leto premakneš ali izpustiš.
due-closing-year = Zapri leto
due-closing-month = Zapri mesec
due-for-each = Vsaka enota vrste »{ $it }«
due-for-each-in = Vsaka enota vrste »{ $kind }« v enoti { $unit }
due-for-all = Za vse v mreži
due-moved = Letos premaknjeno z { $it }
due-sends-finished = Dokončano poročilo gre na ta dan po pošti.
due-sends-figures = Na ta dan gre po pošti poročilo, tudi če so v njem samo številke.
due-left-out = Letos izpuščeno
due-state-late = Zamuja
due-state-soon = Kmalu
due-state-not-yet = Še ni čas
due-state-done = Opravljeno
due-evaluation-prepared = Evalvacija je pripravljena.
due-evaluation-open = Mladi zdaj odgovarjajo.
due-evaluation-closed = Odgovori so zbrani.
due-evaluation-released = Rezultati so objavljeni.
due-handed-in = Označi, da je oddano
due-not-handed-in = Ni še oddano
# Obrazec
due-what = Kaj
due-what-label = Kaj naj bo narejeno
due-choose = Izberi
due-reports = Dokončati poročilo
due-forms = Oddati obrazec
due-kind-closing = Zapreti mesec ali leto
due-kind-meeting = Srečanje
due-kind-other = Nekaj drugega
due-covers = O katerem obdobju
due-covers-none = O nobenem
due-covers-year_before = prejšnje leto
due-covers-second_half_before = drugo polletje prejšnjega leta
due-covers-first_half = prvo polletje istega leta
due-covers-second_half = drugo polletje istega leta
due-covers-year = isto leto
due-covers-month_before = prejšnji mesec
due-name-what = Brez imena se rok imenuje po poročilu, obrazcu ali obdobju. Srečanje in drugo potrebujeta ime.
due-whom = Za koga
due-each = Za vsako enoto vrste
due-each-none = Samo za izbrano enoto
due-unit = V enoti
due-when = Kdaj
due-when-what = Brez dneva velja ves mesec. Začetek potrebuješ samo, če kaj traja dlje, na primer od marca do aprila.
due-month = Mesec
due-month-each = Vsak mesec
due-day = Dan
due-from-month = Začetek v mesecu
due-from-none = Brez
due-from-day = Začetek na dan
due-mails = Pošta
due-remind = Opomni mentorje, ki še niso končali
due-remind-what = Dva tedna prej in na dan roka. Vsak dobi največ eno pismo na dan, z vsem skupaj.
due-send = Poročilo po pošti
due-send-none = Ne pošlji
due-send-finished = Ko je dokončano, ga pošlji na dan roka
due-send-figures = Pošlji na dan roka; če ni dokončano, samo številke
due-to-viewers = Opazovalcem, na primer občini
due-to-mentors = Mentorjem
due-send-what = Pošta gre samo ljudem z računom, ki poročilo smejo brati. Poročilo, dokončano po roku, gre naslednje jutro.
due-save = Shrani rok
due-month-wrong = Izberi mesec.
due-day-wrong = Vpiši dan od 1 do { $n } ali pusti prazno.
due-from-of-what = Kar je vsak mesec, nima začetka v drugem mesecu.
due-from-month-missing = Izberi še mesec začetka.
due-what-missing = Izberi, kaj naj bo narejeno.
due-name-missing = Vpiši, kako se imenuje.
due-name-long = Ime je predolgo: največ { $n } znakov.
due-covers-missing = Izberi obdobje.
due-covers-other = To poročilo ali obrazec je za drugače dolgo obdobje.
due-covers-closing = Zapira se mesec ali leto.
due-covers-monthly = Kar je vsak mesec, je lahko samo o prejšnjem mesecu.
due-unit-missing = Izberi enoto.
due-kind-missing = Izberi vrsto enot.
due-kind-unfit = To poročilo je za drugo vrsto enot.
due-send-missing = Izberi, ali naj gre poročilo po pošti.
due-to-missing = Izberi, komu naj gre.
due-meanwhile = { $who } je ta rok medtem spremenil(a): { $what }.
due-meanwhile-what = Spodaj je, kar si vpisal(a) ti. Če shraniš, velja tvoje.
due-meanwhile-see = Poglej, kaj velja zdaj
# Eno leto drugače
due-this = Enkrat drugače
due-this-plain = Naslednjič je { $on }.
due-this-out = Rok { $on } je izpuščen.
due-this-moved = Rok { $on } je premaknjen na { $to }.
due-move-to = Na dan
due-move = Premakni
due-leave-out = Izpusti
due-back = Kot vsako leto
due-move-wrong = Izberi dan.
due-move-far = To je predaleč: največ { $n } dni od roka.
due-remove = Odstrani rok
due-remove-what = Od danes naprej ga ni več. Roki, ki so minili, ostanejo v koledarju.
due-remove-do = Odstrani
# Pošta
due-letters = Pošta, ki ni prispela
due-letters-what = Opomniki in poročila zadnjih 30 dni.
due-letter-reminder = Opomnik
due-letter-of = { $what }, { $on }
due-letter-trying = Še ni odšlo: { $it } Poskusili bomo znova.
due-letter-refused = Ni bilo mogoče dostaviti: { $it }
due-again = Pošlji znova
due-trouble-no-answer = poštni strežnik se ne odziva.
due-trouble-not-now = poštni strežnik prosi za malo potrpljenja.
due-trouble-no-mailbox = tega nabiralnika ni ali pa ne sprejema pošte.
due-trouble-refused = poštni strežnik pošto zavrača.
due-trouble-setup = pošiljanje pošte ni prav nastavljeno. Obrni se na tistega, ki skrbi za strežnik.
due-mail-subject = { $n ->
    [one] Logbook: { $n } rok
    [two] Logbook: { $n } roka
    [few] Logbook: { $n } roki
   *[other] Logbook: { $n } rokov
}
due-mail-line = { $by }: { $what }, { $unit }
due-more = { $n ->
    [one] in še { $n }
    [two] in še { $n }
    [few] in še { $n }
   *[other] in še { $n }
}
due-mail-body =
    Pozdrav,

    to čaka nate ({ $n }):

    { $lines }

    Vsi roki so v koledarju:
    { $calendar }
due-report-subject = { $title }: { $unit }
due-report-finished =
    Pozdrav,

    v priponki je poročilo { $title }, { $unit }, kot so ga napisali in dokončali v enoti ({ $on }).
    Na spletu ga prebereš tukaj; vsaka številka se odpre do tega, iz česar je:

    { $link }
due-report-figures =
    Pozdrav,

    v priponki je { $title }, { $unit }. Številke so take, kot so zapisane na dan { $on }; besedil še ni.
    Dokončana poročila te enote so tukaj:

    { $link }
due-report-checks = Primerjano pred pošiljanjem:
due-report-checks-more = { $n ->
    [one] in še { $n } razlika
    [two] in še { $n } razliki
    [few] in še { $n } razlike
   *[other] in še { $n } razlik
}
due-report-large =
    Pozdrav,

    pripravljeno je poročilo { $title }, { $unit } ({ $on }). Za priponko je preveliko, zato ga vzemi tukaj:

    { $link }
