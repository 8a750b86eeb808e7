# Odhod sodelavke ali sodelavca
leaving-link = Uredi odhod
leaving-of = Odhod: { $it }
leaving-lead = Vloge se končajo in gredo naprej. Kar je zapisano, ostane.
leaving-has = Enota { $it } in vse pod njo
leaving-roles = Vloge
leaving-stays = Kar ostane
leaving-no-entries = Svojih vnosov tu nima.
leaving-entries = { $n ->
    [one] { $n } vnos ostane in ohrani ime osebe, ki ga je zapisala.
    [two] { $n } vnosa ostaneta in ohranita ime osebe, ki ju je zapisala.
    [few] { $n } vnosi ostanejo in ohranijo ime osebe, ki jih je zapisala.
   *[other] { $n } vnosov ostane in ohrani ime osebe, ki jih je zapisala.
}
leaving-notes = { $n ->
    [one] Zapisek je ob { $n } od njih.
    [two] Zapisek je ob { $n } od njih.
    [few] Zapisek je ob { $n } od njih.
   *[other] Zapisek je ob { $n } od njih.
}
leaving-proposals = { $n ->
    [one] { $n } predlog čaka na odločitev. Odloči lahko vsak, kdor v enoti zapisuje.
    [two] { $n } predloga čakata na odločitev. Odloči lahko vsak, kdor v enoti zapisuje.
    [few] { $n } predlogi čakajo na odločitev. Odloči lahko vsak, kdor v enoti zapisuje.
   *[other] { $n } predlogov čaka na odločitev. Odloči lahko vsak, kdor v enoti zapisuje.
}
leaving-offers = Dejavnosti, večdnevni tabori in projekti so od enote, ne od osebe.
leaving-invitations = Vabila, ki še čakajo
leaving-elsewhere = Drugje
leaving-bodies-what = Članstvo ostane zapisano. Kdor v mreži nima več nobene vloge, tam ne odloča in ne piše več; druge člane določiš na strani skupine ali organa.
leaving-elsewhere-what = Teh vlog odhod od tu ne spremeni.
leaving-other-network = vloga v drugi mreži
leaving-account = Račun
leaving-account-none = Račun ostane, da se oseba lahko kdaj vrne. Po zadnjem dnevu ga odjavimo na vseh napravah; brez vloge ne odpre ničesar. Povsem ga zapre, kdor skrbi za strežnik.
leaving-account-some = Račun ostane odprt, ker ima oseba vlogo tudi drugje.
leaving-do = Predaj vloge
leaving-last = Zadnji dan
leaving-last-hint = Ta dan vloge še veljajo. Če naj se končajo takoj, vpiši včerajšnji dan.
leaving-to = Kdo prevzame vloge?
leaving-to-person = Sodelavka ali sodelavec
leaving-to-person-what = Od naslednjega dne ima iste vloge v istih enotah.
leaving-to-mail = Nekdo z vabilom
leaving-to-mail-what = Za vsako vlogo gre na ta e-naslov vabilo; vloga velja, ko je vabilo sprejeto.
leaving-to-nobody = Nihče
leaving-to-nobody-what = Vloge se samo končajo.
leaving-keep = Naj veljajo naprej
leaving-keep-what = Odslej so tvoja.
leaving-withdraw = Prekliči jih
leaving-withdraw-what = Povezave iz njih ne delujejo več.
leaving-invitations-own = Tvoja vabila, ki še čakajo, bodo preklicana: vabilo velja, dokler ima vlogo tudi, kdor je povabil.
leaving-above = Med vlogami je tudi višja od tvoje, zato tega odhoda ne moreš urediti. Prosi koordinatorja ali koordinatorko mreže.
leaving-again = Odhod lahko urediš znova, vendar le na zgodnejši dan. Če oseba vendarle ostane, jo povabi znova.
leaving-day-missing = Vpiši zadnji dan.
leaving-day-early = Zadnji dan je lahko najprej { $day }.
leaving-day-late = Zadnji dan je lahko najpozneje { $day }.
leaving-day-ends = Vse vloge se končajo že do tega dne.
leaving-person-missing = Izberi, kdo prevzame.
leaving-to-missing = Povej, kdo prevzame vloge, ali izberi »Nihče«.
leaving-not-yourself = Sebi vlog ne moreš dati; to lahko naredi kdo drug.
leaving-same = To je naslov osebe, ki odhaja.
leaving-last-invited = Dokler vabilo ni sprejeto, bi bila mreža brez koordinatorja ali koordinatorke. Najprej povabi in počakaj, da je vabilo sprejeto.
left-nobody = { $name }: zadnji dan z vlogami je { $day }. Vlog ne prevzame nihče.
left-to = { $name }: zadnji dan z vlogami je { $day }. Vloge prevzame { $successor }.
