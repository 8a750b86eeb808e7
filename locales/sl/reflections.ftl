# Vprašanja po dejavnosti in odgovori nanje
reflections = Vprašanja po dejavnosti
reflections-of = Vprašanja po dejavnosti: { $it }
reflections-lead = Kar ekipo zanima po vsakem večeru: kaj je uspelo, kaj so začeli mladi, kaj poskusimo drugič. Delavci odgovorijo ob vnosu v nekaj sekundah ali vprašanja preskočijo.
reflections-own = Sprašuje { $it }
reflections-none = Ta enota še nima svojih vprašanj. Za začetek sta dovolj dve.
reflections-above = Velja od zgoraj
reflections-above-what = Ta vprašanja je določila enota nad vami in veljajo tudi tukaj.
reflections-read = Odgovori skozi čas
reflections-read-of = Odgovori skozi čas: { $it }
reflections-narrow = Izberi obdobje in dejavnosti
reflections-all = Pokaži vse
reflections-empty = V tem obdobju tu ni vprašanj. Vprašanja določi mentor ali mentorica enote pod Ureditvijo; delavci nanje odgovarjajo ob vnosih.
reflections-by-month = Po mesecih
reflections-month = Mesec
reflections-answered = Odgovorjeno
reflections-hidden = Kaj je zapisano, vidijo mladinski delavci in mentorji teh enot.
reflections-below = Vprašanja enot pod to
reflections-below-what = Te enote sprašujejo tudi same. Odgovori so na njihovih straneh.
reflection = Kako je bilo
reflection-of = Kako je bilo: { $it }
reflection-what = Odgovori na kar želiš, ostalo preskoči. Odgovore lahko pozneje popraviš.
reflection-ask = { $n ->
    [one] Kako je bilo? { $n } vprašanje
    [two] Kako je bilo? { $n } vprašanji
    [few] Kako je bilo? { $n } vprašanja
   *[other] Kako je bilo? { $n } vprašanj
}
reflection-open = { $n ->
    [one] Brez odgovora je { $n } vprašanje.
    [two] Brez odgovora sta { $n } vprašanji.
    [few] Brez odgovora so { $n } vprašanja.
   *[other] Brez odgovora je { $n } vprašanj.
}
reflection-save = Shrani odgovore
reflection-correct = Popravi ali dopolni
reflection-nothing = O tem vnosu ni vprašanj.
reflection-text-hint = Brez imen in brez podatkov, po katerih bi mladega prepoznali.
reflection-text-hidden = Odgovorjeno. Kaj je zapisano, vidijo mladinski delavci in mentorji enote.
reflection-text-removed = Odgovorjeno. Besedilo je odstranjeno, ker je preteklo obdobje hrambe.
reflection-take-back = Umakni odgovor
reflection-answer-long = Odgovor je predolg: največ { $n } znakov.
reflection-answer-choose = Izberi enega od ponujenih odgovorov.
reflection-meanwhile = Medtem je nekdo že odgovoril. Če shraniš še enkrat, velja tvoj odgovor, prejšnji pa ostane v zgodovini.
reflection-stands = Zdaj piše: { $it }
reflection-new = Nov sklop vprašanj
reflection-new-lead = Sprašuje { $it }. Vprašanja veljajo zanjo in za vse enote pod njo.
reflection-set = Sklop vprašanj
reflection-name-missing = Vpiši ime sklopa vsaj v enem jeziku.
reflection-kinds = Po katerih dejavnostih
reflection-kinds-hint = Če ne izbereš ničesar, po vseh.
reflection-all-kinds = vse dejavnosti
reflection-from = Od dne
reflection-from-missing = Vpiši, od katerega dne velja.
reflection-last = Do vključno
reflection-last-hint = Brez zadnjega dne velja do preklica. Odgovori ostanejo tudi potem.
reflection-to-come = še pride
reflection-over = končano
reflection-comes-from = določa { $it }
reflection-questions = Vprašanja
reflection-questions-what = V tem vrstnem redu jih vidijo delavci. Malo kratkih vprašanj dobi več odgovorov.
reflection-questions-none = Nobeno vprašanje se ne postavlja več.
reflection-question-nth = Vprašanje { $it }
reflection-question-optional = Lahko ostane prazno.
reflection-words-in = Vprašanje ({ $it })
reflection-words-in-sl = Vprašanje v slovenščini
reflection-words-in-en = Vprašanje v angleščini
reflection-words-missing = Vpiši vprašanje vsaj v enem jeziku.
reflection-words-long = Vprašanje je predolgo: največ { $n } znakov.
reflection-scale = Kako se odgovarja
reflection-scale-missing = Izberi, kako se odgovarja.
reflection-many = Vprašanj je že { $n }. Opusti katero, preden dodaš novo.
reflection-full = Vprašanj je dovolj. Če želiš dodati novo, katero opusti.
reflection-add = Dodaj vprašanje
reflection-reword = Spremeni besede
reflection-reword-answered = Na to vprašanje so že odgovarjali, zato njegovi odgovori ostanejo pri starih besedah. Z novimi začneš novo vprašanje, staro se od danes ne postavlja več.
reflection-retired-already = Tega vprašanja ne postavljamo več.
reflection-up = Višje
reflection-down = Nižje
reflection-retire = Opusti
reflection-return = Spet vprašaj
reflection-retired = opuščeno { $it }
reflection-retired-all = Opuščena vprašanja
reflection-replaced = Od { $day } namesto njega: { $by }
reflection-before = Prej: { $it }
reflection-answers = { $n ->
    [one] { $n } odgovor
    [two] { $n } odgovora
    [few] { $n } odgovori
   *[other] { $n } odgovorov
}
reflection-answered-of = Odgovorjeno po { $n } od { $of } dejavnosti ({ $share })
reflection-yes-by-month = Da in bolj da po mesecih
reflection-yes-only-by-month = Da po mesecih
reflection-yes-of-month = { $month }: { $share } (odgovorov: { $n })
reflection-of-all = { $n } od { $of }
reflection-asked-none = V tem obdobju še ni bilo dejavnosti, po kateri bi to vprašali.
scale-agree5 = Od ne do da
scale-agree5-what = Pet stopenj. Hitro odgovorjeno, v času se vidi premik.
scale-agree5-1 = Ne
scale-agree5-2 = Bolj ne
scale-agree5-3 = Vmes
scale-agree5-4 = Bolj da
scale-agree5-5 = Da
scale-yes_no = Ne ali da
scale-yes_no-what = Za stvari, ki so bile ali jih ni bilo.
scale-yes_no-0 = Ne
scale-yes_no-1 = Da
scale-text = Z besedami
scale-text-what = Kot zapisek: vidijo ga mladinski delavci in mentorji enote. Po individualnih pogovorih se ne postavlja.
record-read_reflections = Branje odgovorov z besedilom
record-change_reflections = Sprememba vprašanj po dejavnosti
