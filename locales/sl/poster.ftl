voice-print = Za natis
voice-poster = Plakat { $it }
voice-print-what = Obesi ga tam, kjer ga mladi vidijo: pri vratih, ob mizi za namizni tenis, na stranišču.
voice-kiosk = Tablica pri vratih
voice-kiosk-what = Odpri to stran na tablici in jo pusti odprto. Po vsakem odgovoru se vrne na začetek; če se je dve minuti nihče ne dotakne, se vse počisti.
voice-kiosk-do = Odpri stran za tablico
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
cards-file = kartice
act-give-codes = Kartice s kodami delajo
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
