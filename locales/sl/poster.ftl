poster-title = Plakat: { $it }
poster-heading-open = Povej, kako je tukaj.
poster-heading-group = Povej, kako je v skupini.
poster-heading-project = Povej, kako je bilo na projektu.
poster-heading-event = Povej, kako je bilo na dogodku.
poster-lead = Enkrat na leto te vprašamo za mnenje. Iz odgovorov nastane načrt za naslednje leto.
poster-scan = Poskeniraj kodo ali vtipkaj naslov:
poster-nameless = Brez imena in brez računa. Ne vprašamo, kdo si.
poster-unlinked = Odgovora ne povežemo s tabo. Preštejemo ga skupaj z drugimi.
poster-free = Odgovarjaš, če želiš. Vsako vprašanje lahko preskočiš.
poster-when = Odgovarjaš lahko
poster-takes = Vzame ti približno
poster-minutes = { $n ->
    [one] { $n } minuto
    [two] { $n } minuti
    [few] { $n } minute
   *[other] { $n } minut
}
poster-contact = Vprašanja
poster-languages = Jeziki
voice-print = Za natis
voice-poster = Plakat { $it }
voice-print-what = Obesi ga tam, kjer ga mladi vidijo: pri vratih, ob mizi za namizni tenis, na stranišču.
voice-kiosk = Tablica pri vratih
voice-kiosk-what = Odpri to stran na tablici in jo pusti odprto. Po vsakem odgovoru se vrne na začetek; če se je dve minuti nihče ne dotakne, se vse počisti.
voice-kiosk-do = Odpri stran za tablico
poster-card = Za odgovor potrebuješ kartico s kodo. Vprašaj zanjo v centru.
cards = Kartice s kodami
cards-make = Natisni kartice
cards-what = Kartice razrežeš in pomešane razdeliš. Vsaka koda velja za en odgovor in nihče ne ve, čigava je. Kode so samo na papirju: pozneje jih ni mogoče pokazati.
cards-number = Koliko kartic
cards-number-what = Od 10 do 500; deset jih je na enem listu.
cards-language = Jezik
cards-do = Naredi kartice (PDF)
cards-how-many = Napiši število od { $least } do { $most }.
cards-most = Enota ima lahko največ { $n } kod. Najprej razdeli tiste, ki so že natisnjene.
cards-made = { $n ->
    [one] Doslej je narejena { $n } koda.
    [two] Doslej sta narejeni { $n } kodi.
    [few] Doslej so narejene { $n } kode.
   *[other] Doslej je narejenih { $n } kod.
}
cards-again = Te kartice so že narejene. Če se datoteka ni prenesla, jo prenesi znova. Če jih potrebuješ več, naredi nove: dve kartici z isto kodo dasta en sam odgovor.
cards-again-do = Prenesi iste kartice
cards-again-new = Naredi nove
cards-only = Odgovor samo s kodo
cards-only-off-what = Zdaj lahko odgovori vsak, ki pozna naslov; kdor ima kartico, porabi njeno kodo.
cards-only-on-what = Zdaj lahko odgovori samo, kdor ima kodo s kartice.
cards-only-do = Zahtevaj kodo
cards-only-undo = Dovoli odgovore brez kode
cards-only-none = Najprej naredi kartice: brez njih ne bi mogel odgovoriti nihče.
cards-title = Kartice s kodami: { $it }
cards-note = Razreži po črtah in pomešaj. Vsaka koda velja za en odgovor. Teh kod ni mogoče pozneje natisniti znova.
cards-square = Koda za fotoaparat: kartica { $it }
cards-when = Velja za en odgovor, { $it }. Brez imena.
cards-file = kartice
act-give-codes = Kartice s kodami delajo
kiosk-takes = { $n ->
    [one] Vzame ti približno { $n } minuto.
    [two] Vzame ti približno { $n } minuti.
    [few] Vzame ti približno { $n } minute.
   *[other] Vzame ti približno { $n } minut.
}
kiosk-thanks-what = Tvoj odgovor je prišel. Čez nekaj sekund se ta stran vrne na začetek.
kiosk-next = Na začetek
kiosk-still = Si še tu? Čez pol minute se odgovori počistijo. Dotakni se zaslona, če želiš nadaljevati.
reminder-subject = Evalvacija: mladi še niso odgovorili
reminder-body =
    Pozdrav,

    { $name } je odprta do { $until }. { $n ->
        [one] Za to enoto še nismo prešteli nobenega odgovora:
        [two] Za ti enoti še nismo prešteli nobenega odgovora:
       *[other] Za te enote še nismo prešteli nobenega odgovora:
    }

    { $units }

    Mladi odgovorijo v nekaj minutah, brez računa in brez imena. Na tej strani so naslov, plakat za natis in stran za tablico pri vratih.

    Štejemo enkrat na dan, po pet, in šele ko se nabere vsaj deset odgovorov. Kakšen je torej morda že prišel.

    O tem pišemo največ dvakrat: v drugem tednu in tri dni pred koncem.
