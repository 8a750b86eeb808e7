# Kar berejo mladi: stran, na kateri odgovarjajo, tablica, plakat in kartice. Vsak jezik ima to datoteko v svoji mapi; mladim
# ga ponudimo, ko je tu vse in je zapisan dan, ko je nekdo besedila pregledal (sicer »no«).
ask-reviewed = 2026-11-26
# Kako se jezik imenuje sam, in ali se piše od leve (ltr) ali od desne (rtl).
ask-tongue = Slovenščina
ask-direction = ltr
# Kako se pišejo dnevi. Presledki so nedeljivi.
ask-date = { $d }. { $m }. { $y }
ask-day = { $d }. { $m }.
ask-span = { $from }–{ $to }
ask-month-1 = jan
ask-month-2 = feb
ask-month-3 = mar
ask-month-4 = apr
ask-month-5 = maj
ask-month-6 = jun
ask-month-7 = jul
ask-month-8 = avg
ask-month-9 = sep
ask-month-10 = okt
ask-month-11 = nov
ask-month-12 = dec
ask-begin = Začni
ask-next = Naprej
ask-back = Nazaj
ask-of = %1 od %2
ask-send = Pošlji
ask-send-what = To je vse. Ko pošlješ, odgovora ni več mogoče spremeniti.
ask-lost = Povezave ni. Odgovor še ni poslan, a je tu: počakaj trenutek in znova pritisni Pošlji. Štel bo enkrat.
ask-promise = Ne vprašamo, kdo si. Tvojega odgovora ne povežemo s tabo, in potem ga ni več mogoče najti, da bi ga pokazali ali izbrisali.
ask-stored = Kaj shranimo.
ask-contact = Vprašanja: { $it }
ask-easy = Lahko branje
ask-plain = Običajno besedilo
ask-only-if = Odgovori samo, če je tvoj odgovor na »{ $it }«: { $answers }. Sicer preskoči.
ask-no-names = Ne piši imen.
ask-nothing = Nič še ni odgovorjeno.
ask-not-taken = Odgovor še ni poslan
ask-too-much = Odgovor je predolg, da bi ga sprejeli. Pojdi nazaj, skrajšaj, kar je napisano, in pošlji znova.
ask-too-many = Prav zdaj odgovarja veliko ljudi naenkrat. Tvoj odgovor je še tu: počakaj minuto in znova pritisni Pošlji. Štel bo enkrat.
ask-early = Še malo
ask-opens = Odgovarjati bo mogoče od { $it }.
ask-late = Odgovori so že zbrani
ask-closed = Odgovarjati je bilo mogoče do { $it }. Hvala, da te zanima.
ask-thanks = Hvala!
ask-thanks-what = Tvoj odgovor je prišel. Zdaj lahko zapreš to stran ali podaš telefon naprej.
ask-dont-know = Ne vem ali ne želim povedati
ask-agree5-1 = Sploh ne drži
ask-agree5-2 = Večinoma ne drži
ask-agree5-3 = Napol drži
ask-agree5-4 = Večinoma drži
ask-agree5-5 = Popolnoma drži
ask-agree4-1 = Sploh ne drži
ask-agree4-2 = Večinoma ne drži
ask-agree4-3 = Večinoma drži
ask-agree4-4 = Popolnoma drži
ask-yes_no-yes = Da
ask-yes_no-no = Ne
ask-gender-girl = Dekle
ask-gender-boy = Fant
ask-gender-non_binary = Nebinarna oseba
ask-age-below = Manj kot { $n } let
ask-age-from = { $from } do { $to } let
ask-age-over = { $n } let ali več
ask-code = Koda s kartice
ask-code-what = Dvanajst znakov, z velikimi ali malimi črkami.
ask-code-missing = Vpiši kodo s svoje kartice. Tvoji odgovori so še tu.
ask-code-odd = To ni cela koda: na kartici ima dvanajst znakov.
ask-code-spent = S to kodo je nekdo že odgovoril. Vprašaj za novo kartico; tvoji odgovori so še tu.
ask-code-unknown = Te kode ne poznamo. Poglej, ali je prepisana tako kot na kartici.
ask-code-free = Odgovoriš lahko tudi brez nje: pusti polje prazno.
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
poster-card = Za odgovor potrebuješ kartico s kodo. Vprašaj zanjo v centru.
cards-title = Kartice s kodami: { $it }
cards-note = Razreži po črtah in pomešaj. Vsaka koda velja za en odgovor. Teh kod ni mogoče pozneje natisniti znova.
cards-square = Koda za fotoaparat: kartica { $it }
cards-when = Velja za en odgovor, { $it }. Brez imena.
kiosk-takes = { $n ->
    [one] Vzame ti približno { $n } minuto.
    [two] Vzame ti približno { $n } minuti.
    [few] Vzame ti približno { $n } minute.
   *[other] Vzame ti približno { $n } minut.
}
kiosk-thanks-what = Tvoj odgovor je prišel. Čez nekaj sekund se ta stran vrne na začetek.
kiosk-next = Na začetek
kiosk-still = Si še tu? Čez pol minute se odgovori počistijo. Dotakni se zaslona, če želiš nadaljevati.
answers-other-language = V tem jeziku vprašalnika ni.
answers-no-such-question = Takega vprašanja v tem vprašalniku ni.
answers-no-such-choice = Tega tukaj ni mogoče izbrati.
answers-only-one = Tukaj je mogoč samo en odgovor.
answers-not-asked = Po zgornjih odgovorih tega vprašanja ni.
answers-number = Tukaj je mogoče celo število od { $least } do { $most }.
answers-long =
    { $n ->
        [one] To je predolgo: največ { $n } znak.
        [two] To je predolgo: največ { $n } znaka.
        [few] To je predolgo: največ { $n } znaki.
       *[other] To je predolgo: največ { $n } znakov.
    }
evaluation-usual-name = Letna evalvacija { $it }
evaluation-usual-purpose = Zanima nas, kako je pri nas: ali je varno, pošteno, ali lahko sodeluješ in se česa naučiš. Iz odgovorov nastane načrt za naslednje leto.
evaluation-usual-consent = Odgovarjaš prostovoljno in brez imena. Vsako vprašanje lahko preskočiš. Ko odgovore pošlješ, se strinjaš, da jih skupaj z drugimi preštejemo in objavimo.
voice-square = Koda za fotoaparat: { $it }
ask-garbled = Stran se je nekje pokvarila. Tvoji odgovori so še tu: pošlji jih še enkrat.
ask-nowhere = Tega naslova ne poznamo
ask-nowhere-what = Poglej še enkrat na plakat ali kartico. Na koncu naslova je sedem znakov, samo male črke in številke; morda je kateri zamenjan. Če imaš telefon s fotoaparatom, raje poskeniraj kodo, ali pa vprašaj koga v centru.
