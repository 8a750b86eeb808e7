# Preglednica z enotami
file-no-code = Manjka stolpec s kodo enote: »koda« ali »code«.
file-no-kind = Manjka stolpec z vrsto enote: »vrsta« ali »kind«.
file-no-name = Manjka stolpec z imenom enote: »ime« ali »name«.
file-column-twice = Stolpec »{ $it }« je v datoteki dvakrat, ali pa dva stolpca pomenita isto.
file-code-missing = Koda enote manjka.
file-code-wrong = »{ $it }« ne more biti koda: dovoljene so male črke od a do z, števke in vezaji, od 2 do 60 znakov. Morda »{ $like }«?
file-code-twice = Koda »{ $it }« je že v vrstici { $row }.
file-code-elsewhere = Kodo »{ $it }« že ima enota zunaj tvoje veje. Izberi drugo.
file-kind-unknown = Vrste »{ $it }« ni. Vrste so: { $all }.
file-kind-top = Mreža je samo ena; izberi drugo vrsto.
file-parent-unknown = Nadrejene enote »{ $it }« ni ne v datoteki ne v mreži.
file-parent-elsewhere = Nadrejena enota »{ $it }« ni v tvoji veji, zato pod njo ne moreš dodajati.
file-parent-closed = Nadrejena enota »{ $it }« je zaprta.
file-circle = Enote so v krogu: { $it }. Ena od njih mora biti pod drugo enoto.
file-too-deep = Enota je globlje kot { $n } ravni pod vrhom.
file-date-wrong = »{ $it }« ni datum. Vpiši ga kot 1. 9. 2026 ali 2026-09-01.
file-before-parent = Nadrejena enota »{ $it }« se odpre šele { $day }.
file-differs = V datoteki je »{ $file }«, v mreži pa »{ $is }«. Z datoteko se enote dodajajo, popravi pa se lahko le dan odprtja; tega z njo ne moreš spremeniti.
unit-kind-missing = Izberi vrsto enote.
unit-name-missing = Vpiši ime vsaj v enem jeziku.
unit-name-long = Ime je predolgo: največ { $n } znakov.
unit-place-long = Kraj je predolg: največ { $n } znakov.
unit-code-wrong = To ne more biti koda: dovoljene so male črke od a do z, števke in vezaji, od 2 do 60 znakov. Morda »{ $it }«?
unit-code-taken = To kodo že ima druga enota. Prosta je na primer »{ $it }«.
unit-opened-missing = Vpiši dan, od katerega je enota odprta, ali pusti polje prazno.
unit-opened-early = Nadrejena enota se odpre šele { $day }.
unit-closed = Enota je zaprta; pod njo ni mogoče dodajati.
# Drevo enot
structure-of = Ureditev: { $it }
structure-none = Pod to enoto še ni drugih.
structure-lead = { $n ->
    [one] Pod to enoto je { $n } enota
    [two] Pod to enoto sta { $n } enoti
    [few] Pod to enoto so { $n } enote
   *[other] Pod to enoto je { $n } enot
}; { $record ->
    [0] nobena ne zapisuje vnosov.
    [one] vnose zapisuje { $record }.
    [two] vnose zapisujeta { $record }.
    [few] vnose zapisujejo { $record }.
   *[other] vnose zapisuje { $record }.
}
units-below = Enote
units-none = Tu še ni nižjih enot. Dodaj prvo ali jih uvozi iz preglednice.
units-more-below = { $n ->
    [one] in še { $n } enota nižje
    [two] in še { $n } enoti nižje
    [few] in še { $n } enote nižje
   *[other] in še { $n } enot nižje
}
unit-opens = odpre se { $it }
unit-closed-on = zaprta od { $it }
unit-added = Dodano: { $it }.
unit-add-below = Dodaj enoto pod njo
units-brought = { $n ->
    [one] Uvoženo: { $n } enota iz datoteke.
    [two] Uvoženo: { $n } enoti iz datoteke.
    [few] Uvoženo: { $n } enote iz datoteke.
   *[other] Uvoženo: { $n } enot iz datoteke.
}
unit-not-added = Enota še ni dodana. Popravi, kar je označeno:
unit-add = Dodaj enoto
unit-add-where = Nova enota bo pod enoto { $it }.
unit-add-do = Dodaj
unit-kind = Vrsta
unit-place = Kraj
unit-opened = Odprta od
unit-code = Koda
unit-code-hint = Kratko ime v naslovih in preglednicah; pozneje se ne spreminja. Če pustiš prazno, nastane iz imena.
unit-parent = Pod enoto
choose = Izberi
name-in = Ime ({ $it })
name-in-sl = Ime v slovenščini
name-in-en = Ime v angleščini
name-hint = Dovolj je en jezik.
units-file = Enote iz preglednice
units-file-what = Najprej pokažemo, kaj bi se dodalo; nič se ne spremeni, dokler ne potrdiš.
units-file-choose = Datoteka CSV ali XLSX
units-file-look = Preglej datoteko
units-file-columns = Kateri stolpci?
units-column-code = kratko ime enote: male črke, števke, vezaji
units-column-parent = koda enote, pod katero sodi; prazno pomeni { $it }
units-column-name = ime enote; tudi ime_sl in ime_en
units-column-place = kraj, lahko je prazen
units-column-opened = dan odprtja, na primer 1. 9. 2024; prazno pomeni toliko časa kot enota nad njo. Če je enota že tu, drug dan popravi prejšnjega
units-take = Prenos
units-take-what = Vse enote te veje v preglednici, ki jo je mogoče dopolniti in uvoziti nazaj.
units-sheet = Enote
units-file-name = enote
units-file-problems = { $n ->
    [one] V datoteki je { $n } težava. Nič ni dodano.
    [two] V datoteki sta { $n } težavi. Nič ni dodano.
    [few] V datoteki so { $n } težave. Nič ni dodano.
   *[other] V datoteki je { $n } težav. Nič ni dodano.
}
units-file-refused = Datoteke ni bilo mogoče uvoziti.
units-file-mend = Popravi jo in jo izberi znova; dodane bodo vse enote ali nobena.
units-file-wrong = Težave v datoteki
units-file-row = Vrstica
units-file-column = Stolpec
units-file-problem = Kaj je narobe
units-file-more = { $n ->
    [one] … in še { $n }
    [two] … in še { $n }
    [few] … in še { $n }
   *[other] … in še { $n }
}
units-file-would = { $n ->
    [one] Dodala bi se { $n } enota. Nič še ni zapisano.
    [two] Dodali bi se { $n } enoti. Nič še ni zapisano.
    [few] Dodale bi se { $n } enote. Nič še ni zapisano.
   *[other] Dodalo bi se { $n } enot. Nič še ni zapisano.
}
units-file-nothing = Vse iz datoteke je že tu; ničesar ni treba dodati.
units-file-there = { $n ->
    [one] { $n } enota iz datoteke je že tu.
    [two] { $n } enoti iz datoteke sta že tu.
    [few] { $n } enote iz datoteke so že tu.
   *[other] { $n } enot iz datoteke je že tu.
}
units-file-ignored = Teh stolpcev ne poznamo in jih nismo upoštevali: { $it }.
units-file-below = Kaj bi se dodalo pod enoto { $it }
units-file-do = Potrdi vse
units-file-leave = Prekliči
units-file-back = Nazaj na ureditev
units-file-again = Druga datoteka
unit-mend = Popravek imena, kraja in dneva odprtja
unit-mend-of = Popravek imena, kraja in dneva odprtja: { $it }
unit-mend-name = Popravi zapis
unit-mend-what = Za tipkarske napake: popravljeno ime velja, kot da bi bilo vedno tako zapisano. Če se enota od nekega dne imenuje drugače, tega tu ne spreminjaj, sicer bo novo ime tudi v starih poročilih.
# Enota skozi čas
past = Preimenovanje, selitev, zaprtje
past-of = Skozi čas: { $it }
past-what = Spremembe veljajo od dneva, ki ga določiš. Vnosi in številke od prej ostanejo, kjer so bili.
past-when = Kdaj
past-from = od { $it }
past-top = na vrhu
past-names = Imena
past-name = Ime
past-rename = Novo ime
past-rename-what = Poročila o preteklih letih ohranijo ime, ki je veljalo takrat.
past-rename-slip = Popravek tipkarske napake
past-on = Od dne
past-rename-do = Preimenuj
past-unname = Vzemi preimenovanje nazaj
past-places = Mesta v drevesu
past-move = Premik pod drugo enoto
past-move-what = Z enoto gre vse, kar je pod njo. Številke do tega dne še naprej štejejo prejšnji nadrejeni enoti, poznejše novi; v pregledu lahko izbereš tudi drevo, kakršno je danes.
past-move-above = Enoto lahko premakne ali zapre, kdor je vodja na nadrejeni enoti.
past-move-do = Premakni
past-unmove = Vzemi premik nazaj
past-closing = Zaprtje in združitev
past-close-what = Zaprta enota ne zapisuje več; vse zapisano ostane. Pri združitvi povej, katera enota nadaljuje njeno delo.
past-close-go = Zapri ali združi
past-close-on = Od tega dne ni več odprta
past-successor = Delo nadaljuje
past-no-successor = nobena enota
past-reopen = Odpri nazaj
past-closed = Enota je zaprta od { $day }.
past-merged = Od { $day } delo te enote nadaljuje { $into }.
past-day-missing = Vpiši dan, od katerega velja.
past-day-early = Enota je odprta od { $day }; sprememba lahko velja šele po tem dnevu.
past-named-later = Sedanje ime velja od { $day }. Novo lahko velja šele pozneje, ali pa prej vzemi zadnje preimenovanje nazaj.
past-name-same = To ime enota že ima.
past-parent-missing = Izberi enoto, pod katero gre.
past-below-itself = Enota ne more biti pod seboj ali pod enoto, ki je pod njo.
past-parent-closed = Ta enota ta dan ni odprta ali se bo zaprla.
past-there-already = Enota je že pod to enoto.
past-moved-later = Na sedanjem mestu je enota od { $day }. Premik lahko velja šele pozneje, ali pa prej vzemi zadnjega nazaj.
past-successor-missing = Te enote ni. Izberi jo s seznama.
past-into-itself = Enota se ne more združiti sama s seboj.
past-into-below = Enota se ne more združiti z enoto, ki je pod njo.
past-successor-records-nothing = Ta enota ne zapisuje vnosov, zato dela ne more nadaljevati.
past-successor-closed = Ta enota je zaprta od { $day } ali se takrat zapre; izberi drugo.
past-successor-opens = Ta enota se odpre šele { $day }.
past-closed-already = Enota je že zaprta od { $day }. Če to ne drži, jo najprej odpri nazaj.
past-open-below = Pod njo so še odprte enote: { $units }. Najprej jih premakni ali zapri.
past-above-closed = Nadrejena enota je zaprta; najprej odpri njo.
# Dan odprtja
unit-opened-hint = Prazno pomeni: odkar je odprta enota nad njo ({ $it }). Zapisovati se da od tega dne naprej, tudi za nazaj.
unit-opened-mend = Zapisovati se da od tega dne naprej. Prazno pomeni: odkar je odprta enota nad njo.
unit-opened-network = Dan, od katerega je tu mreža, se ne spreminja.
unit-opened-after-change = { $day } se pri enoti že nekaj spremeni: ime, mesto ali zaprtje. Odprta mora biti prej.
unit-opened-after-merger = { $day } se je s to enoto združila druga, zato mora biti takrat že odprta.
unit-opened-after-below = Pod njo je enota že od { $day }, zato se ne more odpreti pozneje.
unit-opened-after-records = Enota ima zapise ali dejavnosti že od { $day }, zato se ne more odpreti pozneje.
units-file-would-mend = { $n ->
    [one] Popravil bi se dan odprtja { $n } enote. Nič še ni zapisano.
    [two] Popravil bi se dan odprtja { $n } enot. Nič še ni zapisano.
    [few] Popravil bi se dan odprtja { $n } enot. Nič še ni zapisano.
   *[other] Popravil bi se dan odprtja { $n } enot. Nič še ni zapisano.
}
units-file-mended = Drug dan odprtja
units-file-was = Zdaj odprta od
units-file-will = Po popravku od
