# Skrb za zapise: kaj manjka in kaj je nenavadno
watch = Skrb za zapise
watch-of = Skrb za zapise: { $it }
watch-lead = { $n ->
    [one] { $n } stvar je vredno pogledati.
    [two] { $n } stvari je vredno pogledati.
    [few] { $n } stvari je vredno pogledati.
   *[other] { $n } stvari je vredno pogledati.
}
watch-lead-nothing = Nič nenavadnega ni videti.
watch-thanks = Hvala, zapisano. Tega ne bomo več vprašali.
# Pokritost
watch-coverage = Kaj je zapisano, po tednih
watch-strip = Zadnje leto po tednih
watch-strip-short = Zadnjih 13 tednov
watch-there = { $m ->
    [one] V letu dni je zapisanih { $k } od { $n } pričakovanih terminov, { $m } manjka.
    [two] V letu dni je zapisanih { $k } od { $n } pričakovanih terminov, { $m } manjkata.
    [few] V letu dni je zapisanih { $k } od { $n } pričakovanih terminov, { $m } manjkajo.
   *[other] V letu dni je zapisanih { $k } od { $n } pričakovanih terminov, { $m } manjka.
}
watch-all-there = { $n ->
    [one] V letu dni je zapisan { $n } pričakovani termin: nič ne manjka.
    [two] V letu dni sta zapisana { $n } pričakovana termina: nič ne manjka.
    [few] V letu dni so zapisani { $n } pričakovani termini: nič ne manjka.
   *[other] V letu dni je zapisanih vseh { $n } pričakovanih terminov: nič ne manjka.
}
watch-expects-nothing = Nobena dejavnost nima običajnih dni, zato ni mogoče reči, ali kaj manjka.
watch-row = { $unit }: polnih tednov { $full }, delnih { $partly }, praznih { $none }
watch-state-full = vse zapisano
watch-state-partly = deloma zapisano
watch-state-none = nič zapisano
watch-state-nothing = nič pričakovano
watch-state-shut = enota ni bila odprta
watch-key-shut = prazno: enota ni bila odprta
watch-unit = Enota
watch-weeks-full = Polni tedni
watch-weeks-partly = Delni
watch-weeks-none = Prazni
watch-missing = Manjka terminov
watch-week = Teden od
watch-state = Stanje
watch-expected = Pričakovano
watch-held = Izvedeno
watch-called-off = Odpadlo
watch-record-missing = Zapiši manjkajoče: { $it }
# Kar je vredno pogledati
watch-findings = Vredno pogleda
watch-findings-what = To so vprašanja, ne očitki: večina ima dober odgovor. Najprej jih vidi, kdor zapisuje.
watch-findings-none = Trenutno ni nobenega vprašanja.
watch-theirs-first = { $n ->
    [one] { $n } vprašanje je še pri tistih, ki zapisujejo. Če ostane odprto, se pokaže tu.
    [two] { $n } vprašanji sta še pri tistih, ki zapisujejo. Če ostaneta odprti, se pokažeta tu.
    [few] { $n } vprašanja so še pri tistih, ki zapisujejo. Če ostanejo odprta, se pokažejo tu.
   *[other] { $n } vprašanj je še pri tistih, ki zapisujejo. Če ostanejo odprta, se pokažejo tu.
}
watch-more = { $n ->
    [one] … in še { $n }. Ko bodo zgornja urejena, bo na vrsti.
    [two] … in še { $n }. Ko bodo zgornja urejena, bosta na vrsti.
    [few] … in še { $n }. Ko bodo zgornja urejena, bodo na vrsti.
   *[other] … in še { $n }. Ko bodo zgornja urejena, bodo na vrsti.
}
watch-more-units = { $n ->
    [one] … in še { $n }. Vsaka enota ima svoje na svoji strani.
    [two] … in še { $n }. Vsaka enota ima svoje na svoji strani.
    [few] … in še { $n }. Vsaka enota ima svoje na svoji strani.
   *[other] … in še { $n }. Vsaka enota ima svoje na svoji strani.
}
watch-doubled = Dvakrat isto
watch-hours = Nenavadne ure
watch-heaping = Okrogla števila
watch-same = Enako kot zadnjič
watch-jump = Nenaden skok
watch-ask-doubled = Če je isto zapisano dvakrat, en vnos izbriši. Če je bilo res dvoje, povej, da je prav.
watch-ask-hours = Se je pri uri zatipkalo? Odpri vnos in popravi. Če je bilo res tako, povej, da je prav.
watch-ask-heaping = So bili obiskovalci prešteti ali ocenjeni? Oboje je v redu: pri ocenjenih pri vnosu izberi »Ocena«.
watch-ask-same = Se je res vsakič toliko ljudi vrnilo? Kdaj je hitreje potrditi prejšnje številke kot prešteti; vsaj približna ocena pove več.
watch-ask-jump = Morda kaj manjka ali je zapisano dvakrat, morda pa se je res nekaj zgodilo. Ob odgovoru lahko poveš, kaj.
watch-jumped-visits = { $n ->
    [one] { $month }: obiskov { $had }, običajno okoli { $usual } (po { $n } primerljivem mesecu pred tem).
    [two] { $month }: obiskov { $had }, običajno okoli { $usual } (po { $n } primerljivih mesecih pred tem).
    [few] { $month }: obiskov { $had }, običajno okoli { $usual } (po { $n } primerljivih mesecih pred tem).
   *[other] { $month }: obiskov { $had }, običajno okoli { $usual } (po { $n } primerljivih mesecih pred tem).
}
watch-jumped-minutes = { $n ->
    [one] { $month }: ur mladinskega dela { $had }, običajno okoli { $usual } (po { $n } primerljivem mesecu pred tem).
    [two] { $month }: ur mladinskega dela { $had }, običajno okoli { $usual } (po { $n } primerljivih mesecih pred tem).
    [few] { $month }: ur mladinskega dela { $had }, običajno okoli { $usual } (po { $n } primerljivih mesecih pred tem).
   *[other] { $month }: ur mladinskega dela { $had }, običajno okoli { $usual } (po { $n } primerljivih mesecih pred tem).
}
watch-heaped = { $n ->
    [one] Od { $n } preštetega dogodka v času { $when } se jih { $k } konča na 0 ali 5.
    [two] Od { $n } preštetih dogodkov v času { $when } se jih { $k } konča na 0 ali 5.
    [few] Od { $n } preštetih dogodkov v času { $when } se jih { $k } konča na 0 ali 5.
   *[other] Od { $n } preštetih dogodkov v času { $when } se jih { $k } konča na 0 ali 5.
}
watch-long = { $day }: en vnos traja { $length }.
watch-open-long = { $day }: odprto je bilo skupaj { $length }.
watch-staff = { $n ->
    [one] { $day }: { $n } zaposlen in { $length } trajanja, delovnega časa zaposlenih pa skupaj { $hours }.
    [two] { $day }: { $n } zaposlena in { $length } trajanja, delovnega časa zaposlenih pa skupaj { $hours }.
    [few] { $day }: { $n } zaposleni in { $length } trajanja, delovnega časa zaposlenih pa skupaj { $hours }.
   *[other] { $day }: { $n } zaposlenih in { $length } trajanja, delovnega časa zaposlenih pa skupaj { $hours }.
}
watch-copied = { $n ->
    [one] { $activity }, { $when }: pri { $k } od { $n } izvedbe so številke prevzete od zadnjič.
    [two] { $activity }, { $when }: pri { $k } od { $n } izvedb so številke prevzete od zadnjič.
    [few] { $activity }, { $when }: pri { $k } od { $n } izvedb so številke prevzete od zadnjič.
   *[other] { $activity }, { $when }: pri { $k } od { $n } izvedb so številke prevzete od zadnjič.
}
watch-running = { $n ->
    [one] { $activity }, { $when }: { $n }-krat zapored enako število obiskov, { $k }.
    [two] { $activity }, { $when }: { $n }-krat zapored enako število obiskov, { $k }.
    [few] { $activity }, { $when }: { $n }-krat zapored enako število obiskov, { $k }.
   *[other] { $activity }, { $when }: { $n }-krat zapored enako število obiskov, { $k }.
}
watch-twice = { $activity }, { $day }: dva vnosa ob istem času.
watch-alike = { $n ->
    [one] { $day }: { $a } in { $b } sta ob istem času in imata povsem enake številke ({ $n } obisk).
    [two] { $day }: { $a } in { $b } sta ob istem času in imata povsem enake številke ({ $n } obiska).
    [few] { $day }: { $a } in { $b } sta ob istem času in imata povsem enake številke ({ $n } obiski).
   *[other] { $day }: { $a } in { $b } sta ob istem času in imata povsem enake številke ({ $n } obiskov).
}
watch-open-entry = Odpri vnos
watch-open-nth = Odpri { $n }. vnos
watch-open-entries = Odpri vnose
watch-answer-right = Tako je prav
watch-answer-estimated = Ocenjeni so
watch-reason = Zakaj
watch-reason-add = Povej, zakaj
watch-reason-long = Razlog je predolg: največ { $n } znakov.
watch-reason-said = »{ $it }«
watch-dismissed = { $n ->
    [one] Že odgovorjeno: { $n }
    [two] Že odgovorjeno: { $n }
    [few] Že odgovorjeno: { $n }
   *[other] Že odgovorjeno: { $n }
}
watch-answer-withdraw = Umakni odgovor
watch-answered-by = { $day }, { $who }: { $answer }
watch-answered-right = tako je prav
watch-answered-estimated = obiskovalci so ocenjeni
# Na strani Danes
watch-today = Nam poveš, ali je to prav?
watch-today-all = Vse o zapisih te enote
# Podporni obiski
watch-visits = Podporni obiski
watch-visits-what = Kaj ste videli in dogovorili. To berejo tudi tisti, ki v enoti zapisujejo.
watch-visits-none = Podpornega obiska še ni bilo.
watch-visit-add = Zapiši obisk
watch-visit-day = Kdaj
watch-visit-note = Kaj ste videli in o čem ste govorili
watch-visit-agreed = Kaj ste dogovorili
watch-visit-agreed-said = Dogovorjeno:
watch-visit-again = Kdaj spet pogledate
watch-visit-do = Shrani obisk
watch-visit-again-on = Spet pogledamo { $it }.
watch-visit-done = Pogledano { $it }.
watch-visit-correct = Popravi
watch-visit-corrected = Popravljeno { $it }.
watch-visit-removed = Besedilo je odstranjeno, ker je preteklo obdobje hrambe.
watch-visit-where = Obisk se zapiše na strani enote, ki si jo obiskal ali obiskala.
watch-visit-there = Ta obisk je že shranjen z drugim besedilom. Če je bil to drug obisk, shrani še enkrat, sicer popravi shranjenega.
watch-visit-meanwhile = Medtem je bil ta obisk že popravljen. Če shraniš še enkrat, velja to besedilo.
watch-visit-not-yours = Obisk lahko popravi, kdor ga je zapisal.
watch-visit-complete = Pogledali smo
watch-visit-not-kept = Obisk še ni shranjen:
watch-visit-day-missing = Vpiši dan.
watch-visit-day-ahead = Ta dan šele pride. Vpiši dan, ko je obisk bil.
watch-visit-day-before = Enota je odprta šele od { $day }.
watch-visit-note-missing = Vpiši, kaj ste videli ali o čem ste govorili.
watch-visit-long = Besedilo je predolgo: največ { $n } znakov.
watch-visit-again-when = Spet pogledate lahko po dnevu obiska in najpozneje v dveh letih.
watch-due = Kje je treba spet pogledati
watch-due-late = čas je
record-dismiss_finding = Odgovor na vprašanje o zapisih
record-support_visit = Podporni obisk
