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
        [one] Za to enoto ni prišel še noben odgovor:
        [two] Za ti enoti ni prišel še noben odgovor:
       *[other] Za te enote ni prišel še noben odgovor:
    }

    { $units }

    Mladi odgovorijo v nekaj minutah, brez računa in brez imena. Na tej strani so naslov, plakat za natis in stran za tablico pri vratih.

    Pogledamo enkrat na dan. Če je kdo odgovoril danes, tega še ne vemo.

    O tem pišemo največ dvakrat: v drugem tednu in tri dni pred koncem.
kiosk-signed-in = Najprej se odjavi na tej tablici
kiosk-signed-in-what = Tu je prijavljena oseba: { $it }. Tablico bodo uporabljali vsi, zato se odjavi; potem se odpre stran za odgovarjanje.
kiosk-sign-out-do = Odjavi me in odpri stran za tablico
