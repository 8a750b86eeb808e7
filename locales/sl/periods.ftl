# Zaprta obdobja
entry-problem-closed = Obdobje { $period } je v enoti { $unit } zaprto od { $day }, zato se vnosi v njem ne spreminjajo več. Koordinatorji mreže ga lahko z razlogom spet odprejo.
entry-problem-closed-any = Eden od teh dni je v zaprtem obdobju. Nič ni bilo zapisano.
entry-stays-closed = Nič se ni spremenilo: ta sprememba sega v obdobje, ki je zaprto. Koordinatorji mreže ga lahko z razlogom spet odprejo.
period-not-over = To obdobje še teče. Zapreti ga bo mogoče od { $day }.
period-closed-already = Obdobje { $period } je zaprto že od { $day } ({ $who }). Ničesar ni bilo treba narediti.
period-closed-above = Obdobje { $period } je od { $day } zaprto v enoti { $unit } ({ $who }), torej tudi tu. Ničesar ni bilo treba narediti.
period-reopened-already = To obdobje je bilo spet odprto že { $day } ({ $who }).
period-reason-missing = Vpiši razlog. Ostal bo zapisan ob obdobju.
period-reason-long = Razlog je predolg: največ { $n } znakov.
period-closed = Obdobje { $period } je zaprto od { $day } ({ $who }).
period-closed-by-above = Obdobje { $period } je od { $day } zaprto v enoti { $unit } ({ $who }), zato tudi tu. Z razlogom ga lahko spet odprejo koordinatorji mreže.
period-more = Več o tem
entry-after-reopening = Potem ko je bilo obdobje { $period } spet odprto. Razlog: { $reason }
entry-closed = Vnosi v njem se ne spreminjajo več.
# Leto in njegovi meseci
periods = Obdobja
periods-of = Obdobja: { $it }
periods-lead = Kar je zaprto, se ne spreminja več.
periods-what = Ko je mesec ali leto zapisano do konca, ga mentorji zaprejo: vnosi in številke ostanejo, kakršni so bili oddani. Spet ga lahko odprejo koordinatorji mreže, in sicer z razlogom.
periods-years = Druga leta
periods-whole-year = Vse leto { $it }
period-state-closed = zaprto
period-state-partly = deloma zaprto
period-state-running = še teče
period-state-reopened = spet odprto
period-state-open = odprto
period-with-year = z letom { $it }
period-with-unit = v enoti { $it }
period-months-closed = { $n ->
    [0] zaprt je del dni
    [one] zaprt je { $n } mesec
    [two] zaprta sta { $n } meseca
    [few] zaprti so { $n } meseci
   *[other] zaprtih je { $n } mesecev
}
period-days-closed = zaprt je del dni
period-runs = zapreti ga bo mogoče od { $day }
period-reason-said = Razlog: { $it }
# Eno obdobje
period-lead-partly = Del tega obdobja je že zaprt, drugo je še odprto.
period-lead-running = To obdobje še teče. Zapreti ga bo mogoče od { $day }.
period-lead-open = To obdobje je odprto: vnosi se še lahko spreminjajo.
period-lead-reopened = To obdobje je spet odprto od { $day } ({ $who }).
period-inside = Kaj je v tem obdobju
period-called-off = Odpadlo
period-below = Enote pod to
period-waiting = { $n ->
    [one] { $n } večer ima dva zapisa. Izberi, kateri velja.
    [two] { $n } večera imata po dva zapisa. Izberi, kateri velja.
    [few] { $n } večeri imajo po dva zapisa. Izberi, kateri velja.
   *[other] { $n } večerov ima po dva zapisa. Izberi, kateri velja.
}
period-missing = { $n ->
    [one] Ob običajnem času manjka { $n } vnos. Če dejavnosti ni bilo, zapiši, da je odpadla.
    [two] Ob običajnem času manjkata { $n } vnosa. Če dejavnosti ni bilo, zapiši, da je odpadla.
    [few] Ob običajnem času manjkajo { $n } vnosi. Če dejavnosti ni bilo, zapiši, da je odpadla.
   *[other] Ob običajnem času manjka { $n } vnosov. Če dejavnosti ni bilo, zapiši, da je odpadla.
}
period-more-evenings = { $n ->
    [one] … in še { $n }
    [two] … in še { $n }
    [few] … in še { $n }
   *[other] … in še { $n }
}
period-and-more = { $n ->
    [one] in še { $n }
    [two] in še { $n }
    [few] in še { $n }
   *[other] in še { $n }
}
period-close = Zapri obdobje
period-close-what = { $n ->
    [0] Potem ne bo mogoče ničesar več dodati, popraviti ali izbrisati. Velja za enoto { $unit }.
    [one] Potem ne bo mogoče ničesar več dodati, popraviti ali izbrisati. Velja za enoto { $unit } in { $n } enoto pod njo.
    [two] Potem ne bo mogoče ničesar več dodati, popraviti ali izbrisati. Velja za enoto { $unit } in { $n } enoti pod njo.
    [few] Potem ne bo mogoče ničesar več dodati, popraviti ali izbrisati. Velja za enoto { $unit } in { $n } enote pod njo.
   *[other] Potem ne bo mogoče ničesar več dodati, popraviti ali izbrisati. Velja za enoto { $unit } in { $n } enot pod njo.
}
period-close-waiting = { $n ->
    [one] { $n } večer še čaka na odločitev. Potem bo mogoče samo obdržati, kar velja zdaj.
    [two] { $n } večera še čakata na odločitev. Potem bo mogoče samo obdržati, kar velja zdaj.
    [few] { $n } večeri še čakajo na odločitev. Potem bo mogoče samo obdržati, kar velja zdaj.
   *[other] { $n } večerov še čaka na odločitev. Potem bo mogoče samo obdržati, kar velja zdaj.
}
period-close-missing = { $n ->
    [one] { $n } pričakovani vnos še manjka. Potem ga ne bo več mogoče dodati.
    [two] { $n } pričakovana vnosa še manjkata. Potem ju ne bo več mogoče dodati.
    [few] { $n } pričakovani vnosi še manjkajo. Potem jih ne bo več mogoče dodati.
   *[other] { $n } pričakovanih vnosov še manjka. Potem jih ne bo več mogoče dodati.
}
period-close-do = Zapri: { $it }
period-close-after = Če bo treba kaj popraviti, lahko obdobje spet odprejo koordinatorji mreže.
period-reopen = Spet odpri
period-reopen-what = Vnosi se bodo spet lahko spreminjali, številke pa z njimi. Kar bo dodano, popravljeno ali izbrisano, bo tu navedeno, tudi ko bo obdobje znova zaprto.
period-still-closed = Zaprto ostane, kar je zaprto posebej: { $it }.
period-reason = Razlog
period-reason-hint = Ostane zapisan in ga vidijo vsi, ki vidijo vnose.
period-reopen-do = Odpri: { $it }
period-ask-close = Obdobje lahko zaprejo mentorji te enote ali koordinatorji mreže.
period-ask-reopen = Obdobje lahko z razlogom spet odprejo koordinatorji mreže.
period-above = Zaprto je z obdobjem:
period-history = Kaj se je zgodilo
period-history-closed = Zaprto
period-history-reopened = Spet odprto
period-changes = { $n ->
    [0] Po tem ni bilo nič spremenjeno.
    [one] Po tem je bila narejena { $n } sprememba:
    [two] Po tem sta bili narejeni { $n } spremembi:
    [few] Po tem so bile narejene { $n } spremembe:
   *[other] Po tem je bilo narejenih { $n } sprememb:
}
period-change = spremenjeno
period-change-new = dodano
period-change-removed = izbrisano
past-closed-period = V enoti { $unit } je zaprto obdobje od { $from } do { $last }, in ta premik bi spremenil njegove številke. Izberi poznejši dan ali prosi koordinatorje mreže, da ga odprejo.
period-units = { $n ->
    [one] { $n } enota
    [two] { $n } enoti
    [few] { $n } enote
   *[other] { $n } enot
}
period-missing-here = { $n ->
    [one] manjka { $n } vnos
    [two] manjkata { $n } vnosa
    [few] manjkajo { $n } vnosi
   *[other] manjka { $n } vnosov
}
