evaluations = Evalvacije
evaluations-lead = Enkrat na leto mladi povedo, kako je. Odgovarjajo brez računa in brez imena, vsak center na svojem naslovu.
evaluations-all = Vse evalvacije
evaluation-make = Nova letna evalvacija
evaluation-make-do = Pripravi evalvacijo
evaluation-no-questionnaire = Najprej dokončaj kakšen vprašalnik: brez njega ni kaj vprašati.
evaluation-opens = Prvi dan
evaluation-last = Zadnji dan
evaluation-window-what = Navadno tedni 41 do 43. Odpre in zapre se sama; odpreš in zapreš jo lahko tudi prej.
evaluation-asks = Kaj vprašamo
evaluation-asks-what = Izberi dokončan vprašalnik za vsaj eno vrsto dejavnosti. Vsak center dobi naslov za vsako izbrano vrsto.
evaluation-asks-not = ne vprašamo
evaluation-asks-nothing = Izberi vsaj en vprašalnik.
evaluation-questionnaire-gone = Tega vprašalnika ni več na voljo. Izberi drugega.
evaluation-words = Kaj mladi preberejo najprej
evaluation-purpose = Čemu je namenjeno
evaluation-consent = S čim se strinja, kdor odgovori
evaluation-contact = Kam z vprašanji
evaluation-contact-missing = Napiši, na koga se lahko mladi obrnejo (do 120 znakov).
evaluation-text-missing = Napiši besedilo v vsaj enem jeziku.
evaluation-text-long = Besedilo je predolgo.
evaluation-day-missing = Izberi dan.
evaluation-ends-before = Zadnji dan ne sme biti pred prvim, niti v preteklosti.
evaluation-too-long = { $n ->
    [one] Odprta je predolgo ali predaleč: največ { $n } dan.
    [two] Odprta je predolgo ali predaleč: največ { $n } dneva.
    [few] Odprta je predolgo ali predaleč: največ { $n } dni.
   *[other] Odprta je predolgo ali predaleč: največ { $n } dni.
}
evaluation-prepared = Pripravljena
evaluation-prepared-what = Naslovi že obstajajo in jih lahko natisneš. Odgovarjati še ni mogoče. Odpre se prvi dan, lahko pa jo odpreš zdaj.
evaluation-open = Odprta
evaluation-open-what = Mladi odgovarjajo. Vsako jutro povemo, koliko popolnih odgovorov ima kateri center, v korakih po pet; kaj pišejo, ne vidi nihče.
evaluation-closed = Zaprta
evaluation-closed-what = Odgovori so zbrani in premešani. Nič se več ne sprejema.
evaluation-open-do = Odpri zdaj
evaluation-close-do = Zapri za vedno
evaluation-places = Kje se odgovarja
evaluation-unit = Enota
evaluation-address = Naslov
evaluation-complete = Popolni odgovori
evaluation-about-kind = Dejavnosti: { $it }
evaluation-counted = Prešteto { $it }; samo odgovori, ki so že premešani z drugimi.
evaluation-not-begun = še ni začel
evaluation-to-go = { $n ->
    [one] manjka največ še { $n }
    [two] manjkata največ še { $n }
    [few] manjkajo največ še { $n }
   *[other] manjka jih največ še { $n }
}
evaluation-below = { $n ->
    [one] manj kot { $n }, kolikor jih je treba za svoj rezultat
    [two] manj kot { $n }, kolikor jih je treba za svoj rezultat
    [few] manj kot { $n }, kolikor jih je treba za svoj rezultat
   *[other] manj kot { $n }, kolikor jih je treba za svoj rezultat
}
evaluation-enough = dovolj za svoj rezultat
evaluation-silent = { $n ->
    [one] { $n } naslov še nima odgovorov.
    [two] { $n } naslova še nimata odgovorov.
    [few] { $n } naslovi še nimajo odgovorov.
   *[other] { $n } naslovov še nima odgovorov.
}
voice = Glas mladih
voice-none = Evalvacije trenutno ni.
voice-prepared = Evalvacija je pripravljena. Stran lahko natisneš in jo obesiš; odgovarjati bo mogoče od prvega dne.
voice-open = Evalvacija je odprta. Povabi mlade, da odgovorijo.
voice-running = { $name } je odprta do { $until }. Povabi mlade, da odgovorijo.
voice-running-do = Naslov, plakat in koliko odgovorov je prišlo
voice-closed = Evalvacija je zaprta. Hvala.
voice-what = Mladi naslov vtipkajo ali ga poslikajo s telefonom. Ne potrebujejo računa in ne pustijo imena.
voice-count-what = Šteto enkrat na dan, v korakih po pet. Kdo in kaj je odgovoril, ne vidi nihče.
desk-evaluations = Kdaj se odgovarja, na katerih naslovih in koliko odgovorov je prišlo.
desk-voice = Naslov, na katerem mladi povedo, kako je
record-evaluate = Evalvacija
record-evaluate-make = Pripravljena evalvacija ({ $it })
record-evaluate-change = Spremenjena evalvacija ({ $it })
record-evaluate-withdraw = Umaknjena evalvacija ({ $it })
record-evaluate-open = Odprta evalvacija ({ $it })
record-evaluate-close = Zaprta evalvacija ({ $it })
record-evaluate-release = Objavljeni rezultati ({ $it })
record-evaluate-give = Rezultati dani enoti pred objavo ({ $it })
record-evaluate-set_aside = Izpuščeni skupki odgovorov ({ $it })
record-evaluate-targets = Spremenjeni cilji evalvacije ({ $it })
record-evaluate-codes = Natisnjene kode za po en odgovor ({ $it })
record-evaluate-need_codes = Za odgovor je potrebna koda ({ $it })
record-evaluate-free_of_codes = Koda za odgovor ni več potrebna ({ $it })
record-evaluate-copy_gone = Kopije izpred mešanja ni več ({ $it })
act-evaluate = Evalvacije vodijo
act-see-evaluation = Evalvacijo svoje enote vidijo
evaluation-site = Vsi naslovi so na { $it }.
evaluation-asked-about = Vrsta dejavnosti
evaluation-released = Objavljena
evaluation-released-what = Rezultati so odprti vsem v mreži.
evaluation-release-do = Objavi rezultate
evaluation-release-what = Odprejo se vsem v mreži, vsi dobijo sporočilo. Tega ni mogoče vzeti nazaj.
evaluation-early = Enota
evaluation-early-do = Daj ji njene rezultate že zdaj
evaluation-early-what = Vidijo jih samo tisti, ki tam delajo ali jo spremljajo, in samo njene.
evaluation-quick = Nenavadno hitro so prispeli odgovori: { $it }
evaluation-quick-what = Deset odgovorov v pol minute ali več kot štirideset v petih minutah: morda jih ni oddalo deset mladih. Po zaprtju in pred objavo lahko take skupke izpustiš.
evaluation-which = Evalvacija
evaluation-more = Enote, priložnost, pragovi, jeziki
evaluation-about-whom = Za koga
evaluation-occasion = Ob priložnosti, ne za leto
evaluation-occasion-what = Po izobraževanju, projektu ali dejavnosti izbranih enot. Velja enako kot za leto, le da se ne primerja z leti.
evaluation-units = Samo izbrane enote
evaluation-units-what = Če ni izbrana nobena, velja za vse enote, ki beležijo. Druge enote ne dobijo naslova in niso v rezultatih.
evaluation-units-missing = Izberi vsaj eno enoto.
evaluation-least = Odgovorov za svoj rezultat
evaluation-split-least = Odgovorov v vsakem razredu delitve
evaluation-first-age = Drugi starostni razred od (let)
evaluation-second-age = Tretji starostni razred od (let)
evaluation-number-between = Napiši celo število od { $from } do { $to }.
evaluation-numbers-what = Navadno 15 in 15, starost od 15 in od 20 let. Manj kot 15 odgovorov ne pokažemo nikoli.
evaluation-languages = Jeziki, v katerih vprašamo
copies = Varnostne kopije, narejene med zbiranjem odgovorov
copies-what = Odgovori v njih so zapečateni in jih ni mogoče prebrati, vseeno pa jih je treba izbrisati najpozneje { $it }: trideset dni po zaprtju. Vsak dan pogledamo, ali je datoteka še tam, kamor je bila shranjena. Kar je bilo preneseno drugam ali narejeno drugače, mora izbrisati, kdor skrbi za strežnik.
copies-made = Narejena { $day } na { $machine }
copies-there = Še obstaja
copies-late = Še obstaja, čeprav bi morala biti izbrisana
copies-gone = Ni je več, { $it }
copies-gone-do = Je izbrisana
copies-subject = Varnostne kopije za izbris: { $name }
copies-body =
    Pozdrav,

    { $name } je zaprta že trideset dni. { $n ->
        [one] Varnostna kopija, narejena med zbiranjem odgovorov mladih, bi morala biti do zdaj izbrisana, pa je še na seznamu:
        [two] Varnostni kopiji, narejeni med zbiranjem odgovorov mladih, bi morali biti do zdaj izbrisani, pa sta še na seznamu:
       *[other] Varnostne kopije, narejene med zbiranjem odgovorov mladih, bi morale biti do zdaj izbrisane, pa so še na seznamu:
    }

    { $files }

    Kdor skrbi za strežnik, naj datoteko in vse njene kopije izbriše. Če je bila na drugem računalniku, tu povej, da je izbrisana:

    { $link }
evaluation-few = manj kot 5
evaluation-year-taken = Letna evalvacija za to leto ali za te dneve že obstaja: { $name }. Spremeni to ali izberi druge dni.
evaluation-questionnaire-other-kind = Ta vprašalnik je za drugo vrsto dejavnosti.
evaluation-no-language = V nobenem od izbranih jezikov tega vprašalnika stran za mlade nima svojih besed. Izberi še en jezik ali drug vprašalnik.
evaluation-unspoken-short = (stran za mlade v njem še nima svojih besed)
evaluation-change = Spremeni evalvacijo
evaluation-change-what = Dokler ni odprta, lahko spremeniš vse. Naslovi ostanejo isti, zato že natisnjeni plakati veljajo; preveri le, ali imajo prave dni.
evaluation-terms = Kako je dogovorjeno
evaluation-of-all = Vse enote, ki beležijo
evaluation-ages = Starostni razredi
evaluation-lacks = Vseh besedil še ni v vseh jezikih
evaluation-lacks-what = Kar manjka, mladi preberejo v drugem jeziku. Preden odpreš, dopolni, kar lahko.
evaluation-lacks-name = Manjka ime evalvacije.
evaluation-lacks-purpose = Manjka, čemu je namenjena.
evaluation-lacks-consent = Manjka, s čim se strinja, kdor odgovori.
evaluation-lacks-questions = { $n ->
    [one] { $it }: manjka { $n } besedilo.
    [two] { $it }: manjkata { $n } besedili.
    [few] { $it }: manjkajo { $n } besedila.
   *[other] { $it }: manjka { $n } besedil.
}
evaluation-unspoken = Stran za odgovarjanje v tem jeziku še nima svojih besed (gumbi, lestvice, obljuba), zato ga mladim ne ponudimo. Berejo v drugem jeziku: { $it }.
evaluation-flooded = V eni minuti je prišlo več odgovorov, kot jih sprejmemo: { $it }. Kar je bilo preveč, je bilo zavrnjeno; za tem je lahko program, ki pošilja namesto ljudi.
deeds = Kaj se je zgodilo
deed-prepared = Pripravljena
deed-changed = Spremenjena
deed-withdrawn = Umaknjena
deed-opened = Odprta
deed-closed = Zaprta
deed-given = Enota je dobila svoje rezultate
deed-released = Objavljena
deed-itself = sama, ko je prišel njen dan
sure-closure = Zapreš za vedno: { $it }?
sure-closure-what = Odgovarjati bi bilo mogoče do { $until }. Ko zapreš, se ne odpre več: odgovori se premešajo, naslovi in kartice nehajo veljati.
sure-closure-do = Zapri za vedno
sure-removal = Umakneš evalvacijo: { $it }?
sure-removal-what = Nihče še ni odgovoril. Naslovi, plakati in kartice te evalvacije nehajo veljati; nazaj je ni mogoče dobiti.
sure-removal-do = Umakni evalvacijo
sure-release = Objaviš rezultate: { $it }?
sure-release-what = Odprejo se vsem v mreži in vsi dobijo sporočilo. Tega ni mogoče vzeti nazaj.
sure-release-do = Objavi rezultate
sure-not = Ne, nazaj
voice-released = Evalvacija je objavljena. Rezultati so odprti.
