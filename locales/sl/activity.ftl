# Dejavnosti
activities = Dejavnosti
activities-of = Dejavnosti: { $it }
activities-lead = { $n ->
    [0] Trenutno ne poteka nobena dejavnost.
    [one] Trenutno poteka { $n } dejavnost.
    [two] Trenutno potekata { $n } dejavnosti.
    [few] Trenutno potekajo { $n } dejavnosti.
   *[other] Trenutno poteka { $n } dejavnosti.
}
activities-running = V teku
activities-ended = Končane
activities-none = Dodaj prvo dejavnost, na primer odprti večer. Potem jo lahko zapisuješ v nekaj sekundah.
activities-none-here = Ni dejavnosti.
offer-new = Nova dejavnost
offer-new-lead = Vpiši enkrat; pri vnosih bo potem vse že izpolnjeno.
offer-saved = Shranjeno: { $it }.
offer-not-saved = Ni še shranjeno. Popravi, kar je označeno:
offer-from-now = Nova vrsta, kraj in oznake veljajo za vnose od zdaj naprej. Kar je že zapisano, ostane, kot je bilo.
offer-since = od { $it }
offer-no-week = brez rednih dni
offer-what = Kaj
offer-when = Kdaj
offer-about = Vsebina
offer-kind = Vrsta
offer-place-kind = Kje poteka
offer-place = Kraj ali prostor
offer-from = Od
offer-last = Zadnji dan
offer-last-hint = Prazno: še poteka.
offer-week = Redni dnevi
offer-week-hint = Te dni te bo dejavnost čakala na strani Danes, z urami vred.
offer-second = Je kakšen dan dvakrat?
offer-otherwise = Sicer
offer-other-days = Druge dni
offer-otherwise-hint = Ure za dneve, ki niso redni. Lahko ostanejo prazne.
offer-main-tag = Glavna oznaka
offer-main-field = Glavno področje
offer-without = Brez
offer-more = Dodatne oznake in področja
offer-more-hint = Glavne ni treba ponoviti.
offer-tags = Oznake
offer-fields = Področja
offer-project = Projekt
offer-no-project = Ni del projekta
offer-leave = Prekliči
offer-end = Končaj dejavnost
offer-end-what = Po zadnjem dnevu je ne ponujamo več; vse zapisano ostane in šteje. Znova jo odpreš tako, da zadnji dan pobrišeš.
offer-end-do = Končaj
offer-meanwhile = To je medtem popravil nekdo drug
offer-meanwhile-what = Nič ni izgubljeno: spodaj je tvoja različica. Če jo shraniš, velja tvoja; pred tem jo lahko še uskladiš.
offer-stands = Zdaj velja
offer-wanted = Tvoja različica
offer-take-theirs = Pusti, kot zdaj velja
offer-unit-kind = V tej enoti ni dejavnosti; izberi center pod njo.
offer-kind-missing = Izberi vrsto dejavnosti.
offer-place-kind-missing = Izberi, kje poteka.
offer-not-in-list = Izberi s seznama.
offer-from-missing = Vpiši dan, od katerega dejavnost poteka.
offer-from-early = Enota je odprta od { $day }; dejavnost se ne more začeti prej.
offer-from-late = Prvi vnos je že { $day }; začetek ne more biti pozneje.
offer-last-wrong = Vpiši zadnji dan.
offer-last-early = Zadnji dan je pred začetkom ({ $day }).
offer-last-recorded = Zadnji vnos je { $day }; dejavnost se ne more končati prej.
offer-time-half = Vpiši začetek in konec, ali pusti oboje prazno.
offer-time-wrong = To ni ura. Vpiši jo kot 17.00.
offer-end-before-start = Konec je pred začetkom. Sta uri zamenjani?
offer-times-overlap = Ta čas se prekriva z drugim časom istega dne.
place-kind-on_site = V prostorih
place-kind-online = Na spletu
place-kind-both = Oboje
place-kind-street = Na terenu
kind-open-what = Pride in gre, kdor želi; brez prijave.
kind-group-what = Isti člani se redno srečujejo.
kind-project-what = Skupen rezultat v določenem času.
kind-event-what = Enkratna priložnost: koncert, turnir, izlet.
kind-one_to_one-what = Ena mlada oseba in mladinski delavec ali delavka; brez zapiska.
what = Kaj šteje?
