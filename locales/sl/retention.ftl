# Kako dolgo hranimo zapiske
retention = Hramba zapiskov
retention-years = { $n ->
    [one] { $n } polno leto po letu vnosa
    [two] { $n } polni leti po letu vnosa
    [few] { $n } polna leta po letu vnosa
   *[other] { $n } polnih let po letu vnosa
}
retention-rule = Zapiske hranimo { $it }, potem jih odstranimo.
retention-example = Zapiske iz leta { $year } bomo odstranili { $day }.
retention-default = Velja, dokler koordinator ali koordinatorka ne določi drugače.
retention-set = Določeno { $day }: { $who }.
retention-what = Kaj to pomeni
retention-what-notes = Odstranimo samo besedilo zapiskov: iz vnosa in iz vseh njegovih prejšnjih in predlaganih različic. Tudi iskanje ga ne najde več.
retention-what-stays = Vnos ostane, s številkami in z imenom, kdo ga je zapisal. Nobena številka se ne spremeni.
retention-what-copies = Varnostne kopije od prej zapiske še vsebujejo, dokler jih skrbnik strežnika ne izbriše.
retention-change = Sprememba
retention-keep = Zapiske hrani
retention-look = Poglej, kaj bi se spremenilo
retention-means = Če jih hranimo { $it }
retention-means-from = Ostanejo zapiski vnosov od { $it } naprej.
retention-means-removes = { $n ->
    [one] Naslednjo noč bomo odstranili zapisek pri { $n } vnosu.
    [two] Naslednjo noč bomo odstranili zapiske pri { $n } vnosih.
    [few] Naslednjo noč bomo odstranili zapiske pri { $n } vnosih.
   *[other] Naslednjo noč bomo odstranili zapiske pri { $n } vnosih.
}
retention-means-nothing = Starejših zapiskov zdaj ni.
retention-means-longer = Zapiski, ki so že odstranjeni, se ne vrnejo.
retention-for-good = Odstranjenih zapiskov ni mogoče vrniti.
retention-set-do = Določi tako
retention-choose = Izberi od 1 do 10 let.
retention-late = Več kot dan in pol pravilo ni bilo izvedeno do konca. Povej tistim, ki skrbijo za strežnik.
retention-failing = Zadnji poskus ni uspel; program poskuša znova. Razlog pokaže ukaz logbook retention list na strežniku.
retention-runs = Kdaj je bilo izvedeno
retention-runs-what = Program vsako noč pregleda vse vnose.
retention-runs-none = Še ni bilo izvedeno. Prvič bo naslednjo noč.
retention-run-day = Dan
retention-run-before = vnosi pred { $it }
retention-run-removed = Odstranjeno
retention-run-finished = Končano
retention-run-open = ni končano
retention-told = { $network }: { $length }.
retention-told-ran = { $network }: { $length }. Nazadnje pregledano { $day }.
retention-means-answers = { $n ->
    [one] Naslednjo noč bomo odstranili odgovore z besedilom pri { $n } vnosu.
    [two] Naslednjo noč bomo odstranili odgovore z besedilom pri { $n } vnosih.
    [few] Naslednjo noč bomo odstranili odgovore z besedilom pri { $n } vnosih.
   *[other] Naslednjo noč bomo odstranili odgovore z besedilom pri { $n } vnosih.
}
retention-run-answers = { $n ->
    [one] in odgovori pri { $n } vnosu
    [two] in odgovori pri { $n } vnosih
    [few] in odgovori pri { $n } vnosih
   *[other] in odgovori pri { $n } vnosih
}
retention-what-watch = Enako dolgo hranimo besedila podpornih obiskov in razloge ob odgovorih na vprašanja o zapisih.
retention-means-watch = { $n ->
    [one] Naslednjo noč bomo odstranili { $n } besedilo o zapisih in podpornih obiskih.
    [two] Naslednjo noč bomo odstranili { $n } besedili o zapisih in podpornih obiskih.
    [few] Naslednjo noč bomo odstranili { $n } besedila o zapisih in podpornih obiskih.
   *[other] Naslednjo noč bomo odstranili { $n } besedil o zapisih in podpornih obiskih.
}
retention-run-watch = { $n ->
    [one] in { $n } besedilo o zapisih in obiskih
    [two] in { $n } besedili o zapisih in obiskih
    [few] in { $n } besedila o zapisih in obiskih
   *[other] in { $n } besedil o zapisih in obiskih
}
retention-what-change = Enako dolgo hranimo besedila o delu z rezultati evalvacije: zapiske korakov, naloge, imena odgovornih in kar je bilo sklenjeno na srečanju z občino. Dnevi in števila ostanejo, prav tako cilji in stran »povedali ste, naredili smo«, dokler je javna.
retention-means-change = { $n ->
    [one] Naslednjo noč bomo odstranili besedila { $n } koraka od rezultatov do sprememb.
    [two] Naslednjo noč bomo odstranili besedila { $n } korakov od rezultatov do sprememb.
    [few] Naslednjo noč bomo odstranili besedila { $n } korakov od rezultatov do sprememb.
   *[other] Naslednjo noč bomo odstranili besedila { $n } korakov od rezultatov do sprememb.
}
retention-run-change = { $n ->
    [one] in besedila { $n } koraka od rezultatov do sprememb
    [two] in besedila { $n } korakov od rezultatov do sprememb
    [few] in besedila { $n } korakov od rezultatov do sprememb
   *[other] in besedila { $n } korakov od rezultatov do sprememb
}
retention-what-pictures = Enako dolgo hranimo fotografije ob vnosih in napise pod njimi; potem izginejo tudi iz poročil, ki so jih pokazala.
retention-means-pictures = { $n ->
    [one] Naslednjo noč bomo odstranili { $n } fotografijo.
    [two] Naslednjo noč bomo odstranili { $n } fotografiji.
    [few] Naslednjo noč bomo odstranili { $n } fotografije.
   *[other] Naslednjo noč bomo odstranili { $n } fotografij.
}
retention-run-pictures = { $n ->
    [one] in { $n } fotografija
    [two] in { $n } fotografiji
    [few] in { $n } fotografije
   *[other] in { $n } fotografij
}
