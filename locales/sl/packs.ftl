# Obrazci financerjev in partnerjev
packs = Za financerje
packs-lead = Obrazci, ki jih iz tvojih vnosov izpolni Logbook: številke, seznam dokazil in kaj do oddaje še manjka.
desk-packs = Obrazci za razpise, občino in mrežo, izpolnjeni iz vnosov.
pack-times = Obdobje
pack-half-1 = 1. polletje { $it }
pack-half-2 = 2. polletje { $it }
pack-so-far = obdobje še teče, zato šteje, kar je zapisano do danes
pack-take-xlsx = Vzemi preglednico (XLSX)
pack-take-pdf = Natisni (PDF)
pack-print-long = V seznamu je { $n } vnosov, preveč za tisk. Celoten seznam je v preglednici.
pack-take-csv = Samo seznam (CSV)
pack-nothing = V tem obdobju ni ničesar zapisanega.
# Kaj še manjka
pack-missing = Kaj še manjka
pack-fine-without_field = Vsi vnosi imajo področje
pack-fine-without_ages = Starost je zapisana povsod
pack-fine-estimated = Nobeno število ni ocenjeno
pack-fine-estimate_without_proof = Ob vsaki oceni je fotografija, ki jo dokazuje
pack-fine-month_without_entries = V vseh mesecih je kaj zapisanega
pack-lacks-without_field = { $n ->
    [one] { $n } vnos je brez področja
    [two] { $n } vnosa sta brez področja
    [few] { $n } vnosi so brez področja
   *[other] { $n } vnosov je brez področja
}
pack-lacks-without_ages = { $n ->
    [one] V { $n } vnosu manjka starost
    [two] V { $n } vnosih manjka starost
    [few] V { $n } vnosih manjka starost
   *[other] V { $n } vnosih manjka starost
}
pack-lacks-estimated = { $n ->
    [one] V { $n } vnosu je število ocenjeno
    [two] V { $n } vnosih je število ocenjeno
    [few] V { $n } vnosih je število ocenjeno
   *[other] V { $n } vnosih je število ocenjeno
}
pack-lacks-month_without_entries = { $n ->
    [one] { $n } mesec je prazen
    [two] { $n } meseca sta prazna
    [few] { $n } meseci so prazni
   *[other] { $n } mesecev je praznih
}
pack-mend-without_field = Odpri vnos in izberi področje. Če ga vpišeš pri dejavnosti, ga bodo novi vnosi imeli sami.
pack-mend-without_ages = Koga je bilo koliko po starosti, naj dopiše, kdor je bil zraven. Kdor ostane brez starosti, med aktivne udeležence ne šteje.
pack-mend-estimated = Ocena je dovoljena, če je zraven drugo dokazilo: shrani fotografijo, vabilo ali objavo, da jo boš lahko priložil oddaji.
pack-lacks-estimate_without_proof = { $n ->
    [one] { $n } vnos ima ocenjeno število in nobenega dokazila
    [two] { $n } vnosa imata ocenjeno število in nobenega dokazila
    [few] { $n } vnosi imajo ocenjeno število in nobenega dokazila
   *[other] { $n } vnosov ima ocenjeno število in nobenega dokazila
}
pack-mend-estimate_without_proof = Ocena velja, če je zraven dokazilo. Odpri vnos in dodaj fotografijo: list prisotnosti, plakat ali posnetek dogodka. Dodaš jo lahko tudi, ko je mesec že zaprt.
pack-mend-month_without_entries = Odpri mesec in dopiši, kar se je zgodilo. Če ni bilo ničesar, je tudi to prav.
pack-fine-no_cost = Stroški leta so vpisani
pack-fine-no_population = Število prebivalcev je vpisano
pack-lacks-no_cost = { $n ->
    [one] { $n } enoti manjkajo stroški leta
    [two] { $n } enotama manjkajo stroški leta
    [few] { $n } enotam manjkajo stroški leta
   *[other] { $n } enotam manjkajo stroški leta
}
pack-lacks-no_population = { $n ->
    [one] { $n } enoti manjka število prebivalcev
    [two] { $n } enotama manjka število prebivalcev
    [few] { $n } enotam manjka število prebivalcev
   *[other] { $n } enotam manjka število prebivalcev
}
pack-mend-no_cost = Vpišejo jih mentorji ali koordinatorji. Strošek ure je mogoče izračunati, ko ga imajo vse enote, ki so kaj zapisale, ali pa skupna enota nad njimi.
pack-mend-no_population = Vpišejo ga koordinatorji, z virom, na primer statističnim uradom.
pack-more-missing = { $n ->
    [one] Pokaži še { $n }
    [two] Pokaži še { $n }
    [few] Pokaži še { $n }
   *[other] in še { $n }
}
pack-heads = { $n ->
    [one] { $n } oseba
    [two] { $n } osebi
    [few] { $n } osebe
   *[other] { $n } oseb
}
# Številke
pack-figures = Številke
pack-figure = Številka
pack-value = Vrednost
pack-in = Enota
pack-in-count = aktivnosti
pack-in-heads = oseb, vsakič znova
pack-in-min = ur
pack-in-person_min = ur vseh skupaj
pack-in-share = delež
pack-in-heads_per_activity = oseb na aktivnost
pack-in-euro_per_hour = na uro
pack-in-heads_per_thousand = obiskov na 1.000 prebivalcev
pack-withheld = vidijo mentorji
pack-age-unknown = Brez podatka o starosti
pack-unknown-beside = { $n ->
    [one] poleg tega { $n } oseba, katere starost ni zapisana ali ni razdeljena
    [two] poleg tega { $n } osebi, katerih starost ni zapisana ali ni razdeljena
    [few] poleg tega { $n } osebe, katerih starost ni zapisana ali ni razdeljena
   *[other] poleg tega { $n } oseb, katerih starost ni zapisana ali ni razdeljena
}
pack-none = Brez
pack-other = Drugo
# Seznam
pack-list-of = { $n ->
    [one] { $n } vnos. Vsota je natanko gornja številka: { $sum }.
    [two] { $n } vnosa. Vsota je natanko gornja številka: { $sum }.
    [few] { $n } vnosi. Vsota je natanko gornja številka: { $sum }.
   *[other] { $n } vnosov. Vsota je natanko gornja številka: { $sum }.
}
pack-list-more = { $n ->
    [one] V datoteki je še { $n } vrstica.
    [two] V datoteki sta še { $n } vrstici.
    [few] V datoteki so še { $n } vrstice.
   *[other] V datoteki je še { $n } vrstic.
}
pack-elsewhere = { $n ->
    [one] { $n } vnos enot, ki danes niso več tu
    [two] { $n } vnosa enot, ki danes niso več tu
    [few] { $n } vnosi enot, ki danes niso več tu
   *[other] { $n } vnosov enot, ki danes niso več tu
}
pack-together = Skupaj
pack-aged = Od tega { $it } let
pack-column-date = Datum
pack-column-unit = Enota
pack-column-activity = Aktivnost
pack-column-kind = Vrsta
pack-column-field = Področje
pack-column-hours = Ure
pack-column-age_unknown = Brez podatka o starosti
pack-column-method = Kako je bilo prešteto
pack-column-proof = Dokazila
# Besedila in šifrant
pack-words = Besedila
pack-words-what = To obrazec vpraša z besedami. Vprašanja so tudi v preglednici, s prostorom za odgovor.
pack-asked = Vprašanje
pack-answer = Odgovor
pack-codebook = Šifrant
pack-form = Obrazec
pack-unit = Enota z vsem pod njo
pack-period = Obdobje
pack-made-on = Pripravljeno
pack-measure = Mera
pack-narrowed = Kaj šteje
pack-narrowed-of = Od mere »{ $it }« šteje le, kar je navedeno poleg.
pack-meaning = Kaj pomeni
# Stroški in prebivalci
costs = Stroški leta { $it }
costs-lead = Koliko je stalo mladinsko delo te enote v enem letu. Iz tega nastane strošek ure v obrazcih; nikjer drugje se ne pokaže.
desk-costs = Koliko je delo stalo v letu, za strošek ure v obrazcih.
desk-costs-label = Stroški
pack-years = Leta
cost-all = Vse skupaj
cost-all-what = Z vsem, kar leto stane: ljudje, prostori, program. Na primer 48.500,00.
cost-kinds = Po vrstah aktivnosti
cost-kinds-what = Samo če jih vodite posebej. Vsota ni nujno enaka skupnemu strošku.
cost-wrong = Vpiši znesek v evrih, na primer 48.500,00.
cost-save = Shrani stroške
population = Mladi prebivalci { $it }
population-lead = Koliko ljudi, starih od 15 do 29 let, živi tam, kjer deluje enota. Iz tega nastane število obiskov na 1.000 prebivalcev.
desk-population = Koliko mladih živi v občini, za obiske na 1.000 prebivalcev.
desk-population-label = Mladi prebivalci
population-inhabitants = Prebivalci, stari od 15 do 29 let
population-source = Vir
population-source-what = Kdo jih je preštel in kdaj, na primer: statistični urad, 1. januar.
population-save = Shrani število
population-wrong = Vpiši celo število, večje od 0.
population-source-missing = Vpiši, od kod je število.
population-source-long = Vir je predolg: največ 200 znakov.
