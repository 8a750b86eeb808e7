# Od rezultatov do sprememb: sedem korakov, cilji, »povedali ste, naredili smo«.
change = Od rezultatov do sprememb
change-lead = Kaj iz odgovorov mladih naredimo: sedem korakov, od skupnega pogleda na rezultate do tega, da mladi vidijo, kaj se je spremenilo.
change-none = Evalvacije še ni
change-none-what = Koraki se začnejo, ko mreža pripravi prvo evalvacijo.
change-others = Druge evalvacije
change-steps = Sedem korakov
change-steps-done = { $n ->
    [0] Noben korak še ni narejen.
    [one] Narejen je { $n } korak od sedmih.
    [two] Narejena sta { $n } koraka od sedmih.
    [few] Narejeni so { $n } koraki od sedmih.
   *[other] Narejenih je { $n } korakov od sedmih.
}
change-step-1 = Pogled na rezultate
change-step-1-what = Ekipa skupaj prebere rezultate: kaj je dobro, kaj nas skrbi, česa ne razumemo.
change-step-2 = Predlogi
change-step-2-what = Za vsako stvar, ki nas skrbi, zapišemo, kaj bi lahko poskusili.
change-step-3 = Pogovor z mladimi
change-step-3-what = Mladim pokažemo rezultate in predloge, vprašamo jih, ali smo prav razumeli, in jim prisluhnemo.
change-step-4 = Cilji in načrt
change-step-4-what = Izberemo nekaj ciljev. Vsak ima mero, po kateri bomo vedeli, da smo ga dosegli, leto in nekoga, ki skrbi zanj.
change-step-5 = Srečanje z občino
change-step-5-what = Rezultate in cilje predstavimo odločevalcem in se dogovorimo, kaj bo storil kdo.
change-step-6 = Povejmo mladim
change-step-6-what = Napišemo, kaj so mladi povedali in kaj smo naredili, ter to objavimo.
change-step-7 = Spremljanje
change-step-7-what = Med letom preverjamo, ali se dogovorjeno res dogaja, do naslednje evalvacije.
change-is-done = Narejeno
change-is-late = Zamuja
change-is-begun = V delu
change-is-open = Ni začeto
change-done-on = Narejeno { $it }
change-late-since = Zamuja od { $it }
change-planned-for = Načrtovano { $it }
change-to-do = { $n ->
    [one] { $n } odprta naloga
    [two] { $n } odprti nalogi
    [few] { $n } odprte naloge
   *[other] { $n } odprtih nalog
}
change-next = Kaj je na vrsti
change-next-step = Naslednji korak: { $it }.
change-all-done = Vseh sedem korakov je narejenih. Hvala v imenu mladih.
change-tasks = Naloge
change-tasks-what = Kaj še čaka, kdo to naredi in do kdaj. Nalogo, ki je ni več treba, pobrišeš tako, da izprazniš njen opis.
change-more-tasks = { $n ->
    [one] In še { $n } naloga v korakih.
    [two] In še { $n } nalogi v korakih.
    [few] In še { $n } naloge v korakih.
   *[other] In še { $n } nalog v korakih.
}
change-task = Kaj je treba narediti
change-task-n = Naloga { $it }
change-task-who = Kdo
change-task-due = Do kdaj
change-task-done = Narejeno
change-task-missing = Napiši, kaj je treba narediti, ali izprazni vrstico.
change-by = do { $it }
change-late = Zamuja
change-notes = Zapiski
change-no-names = Berejo jih kolegi v enoti in koordinatorji mreže. Imen mladih ne zapisuj.
change-when = Kdaj
change-planned = Načrtovano za
change-done = Narejeno dne
change-done-what = Korak je narejen, ko vpišeš dan.
change-whom = Kdo skrbi za to
change-whom-others = Še kdo
change-whom-others-what = Imena ali vloge, ločene z vejico: vodja centra, mladinski svet.
change-meeting = Srečanje
change-save = Shrani korak
change-add-aim = Dodaj cilj
change-add-said = Dodaj zapis za mlade
change-add-task = Dodaj nalogo
change-kept = Shranjeno ob { $it }.
change-kept-beside = Zraven je tudi, kar je medtem zapisal nekdo drug; vidiš, ko stran odpreš znova.
change-kept-not = Še ni shranjeno: { $it }
change-kept-meanwhile = Kar imaš ti, je še v polju. Gumb »{ $button }« pokaže oboje.
change-kept-offline = Ni povezave, zato še ni shranjeno. Kar je napisano, ostane v polju; poskušamo znova.
change-forgotten = Besedila tega koraka so odstranjena, ker se je iztekel čas, ki ga za zapiske določa mreža. Dnevi in števila so ostali.
change-saved = Shranjeno.
change-saved-by = Nazadnje: { $who }, { $on }.
change-meanwhile = Medtem je to spremenil nekdo drug: { $who }, { $on }.
change-meanwhile-what = Nič še ni shranjeno. Zgoraj je, kar zdaj velja; spodaj je, kar imaš ti. Poglej oboje, popravi spodaj, kar je treba, in shrani še enkrat.
change-empty = (prazno)
change-nothing-yet = Tu še ni nič zapisano.
change-long = Tu je prostora za { $n ->
    [one] { $n } znak
    [two] { $n } znaka
    [few] { $n } znake
   *[other] { $n } znakov
}. Napiši krajše.
change-day-wrong = Vpiši dan, na primer 2026-11-12.
change-number-wrong = Vpiši celo število od 0 do { $n }.
change-too-many = Tega je preveč na enem mestu. Združi nekaj vrstic.
meeting = Srečanje v občini
meeting-what = Kaj smo se dogovorili, naj ostane zapisano: kdaj, kdo je bil zraven in kaj je bilo sklenjeno.
meeting-held = Bilo je
meeting-place = Kje
meeting-who = Koliko ljudi je bilo
meeting-municipality = Z občine
meeting-young = Mladih
meeting-centre = Iz centra
meeting-decided = Kaj je bilo sklenjeno
meeting-decided-what = Vsak sklep v svojo vrstico.
aim = Cilj
aim-new = Nov cilj
aims = Cilji
aims-what = Trije dobri cilji so več kot deset, ki se jih nihče ne spomni.
aims-none = Ciljev še ni.
aims-before = Prej zastavljeni cilji za to leto
aim-lead = Kaj želimo doseči, po čem bomo to vedeli in do kdaj.
aim-text = Kaj želimo doseči
aim-missing = Napiši, kaj želite doseči.
aim-measure-legend = Po čem bomo vedeli
aim-measure-what = Izberi področje vprašalnika in ciljne točke od 0 do 100, ali pa napiši mero s svojimi besedami.
aim-beside = Leta { $year }: { $value } (med { $low } in { $high })
aim-beside-none = Leta { $year } je bilo odgovorov premalo.
aim-reached = Doseženo
aim-not-reached = Ni doseženo
aim-cannot-tell = Ni mogoče reči
aim-area = Področje
aim-area-none = Brez področja
aim-area-gone = Tega področja v vprašalniku ni. Izberi drugo.
aim-points = Ciljne točke
aim-points-missing = Vpiši, koliko točk naj področje doseže, od 0 do 100.
aim-points-of-what = Za točke izberi še področje, ali pa polje pusti prazno.
aim-measure = Mera z besedami
aim-measure-missing = Izberi področje ali napiši, po čem boste vedeli, da je cilj dosežen.
aim-in-points = { $area }: { $points ->
    [one] vsaj { $points } točka
    [two] vsaj { $points } točki
    [few] vsaj { $points } točke
   *[other] vsaj { $points } točk
} leta { $year }
aim-in-words = { $measure }, leta { $year }
aim-year = Leto
aim-year-wrong = Vpiši leto od { $from } do { $to }.
aim-state = Kako kaže
aim-state-missing = Izberi, kako kaže.
aim-planned = Načrtovan
aim-under_way = V delu
aim-done = Končan
aim-given_up = Opuščen
aim-save = Shrani cilj
aim-remove = Odstrani cilj
said = Povedali ste, naredili smo
said-title = Povedali ste, naredili smo.
said-lead = Kaj so mladi povedali in kaj se je zato spremenilo. Osnutek vidijo le kolegi in koordinatorji.
said-what = Osnutki zapisov za mlade. Javno je le to, kar nekdo objavi, in tako, kot je bilo takrat.
said-no-names = To bo lahko prebral vsak. Ne piši imen in ničesar, po čemer bi koga prepoznali.
said-said = Kaj so mladi povedali
said-said-what = S svojimi besedami, kratko, kot bi rekli oni.
said-did = Naredili smo
said-did-what = Kaj se je zares spremenilo, ne kaj nameravamo.
said-could-not = Česa nismo mogli in zakaj
said-could-not-what = Ni obvezno. Pošten »ne« z razlogom je boljši kot tišina.
said-missing = Napiši, kaj so mladi povedali.
said-area = Področje
said-area-none = Brez področja
said-area-what = Stoji kot naslov nad zapisom.
said-save = Shrani osnutek
said-save-what = Shranjeno še ni javno.
said-remove = Odstrani zapis
said-none = Zapisov še ni. Dodaj prvega, ko veš, kaj se je spremenilo.
said-unanswered = Še brez odgovora
said-not-public = Javna stran ni objavljena.
said-public = Javno od { $on } ({ $who }):
said-differs = Osnutki so od takrat drugačni; na javni strani je še prejšnje.
said-publish = Objavi za vse
said-publish-again = Objavi novo različico
said-take-back = Umakni z javne strani
said-who-publishes = Objavi lahko mentor ali koordinator.
said-nothing-ready = Objaviti še ni česa: noben zapis nima odgovora mladim.
said-you = Povedali ste
said-public-lead = Mlade smo leta { $it } vprašali, kako jim je pri nas. To se je zaradi njihovih odgovorov spremenilo.
said-published = Objavljeno { $it }
said-nothing-public = Tukaj še ni ničesar
said-nothing-public-what = Ta center še ni objavil, kaj je naredil iz odgovorov mladih. Vprašaj jih, ko boš naslednjič tam.
desk-change = Kaj narediti iz rezultatov: koraki, cilji in kaj povemo mladim
act-see-change = Delo z rezultati vidijo
act-work-on-change = Z rezultati delajo
act-publish = Objavijo in umaknejo
record-publish_said = Objavljeno »povedali ste, naredili smo«
record-take_back_said = Umaknjeno »povedali ste, naredili smo«
privacy-see-4 = Kaj enota naredi iz odgovorov mladih: zapiske o korakih, naloge, cilje in osnutke za mlade vidijo tisti, ki tam delajo, in koordinatorji; kar je nekdo shranil z gumbom, ostane z njegovim imenom, dokler mreža hrani zapiske; kar stran med tipkanjem shrani sama, se dan po tem, ko stoji nekaj novejšega, zbriše. Za vse je le stran »povedali ste, naredili smo«, in na njej le tisto, kar je nekdo natipkal in nekdo objavil. Imen tam ne sme biti; iz odgovorov samih se nanjo ne prenese nič. Z enim klikom se umakne in objavljeno besedilo se zbriše.
slides = Prosojnice za občino (PDF)
slides-what = Prosojnice z rezultati, ki jih smeš videti, cilji in sklepi. Prej jih poglej: natisne se, kar je zapisano tukaj.
slides-title = { $unit }: kaj so povedali mladi, { $year }
slides-heading = Kaj so povedali mladi
slides-areas = Po področjih, od 0 do 100
slides-index = Točke
slides-change = V primerjavi s prej
slides-between = med { $low } in { $high }
slides-higher = Zraslo, več kot naključje: leta { $year } je bilo { $value }.
slides-lower = Padlo, več kot naključje: leta { $year } je bilo { $value }.
slides-alike = Leta { $year }: { $value }. Razlika je lahko naključna.
slides-withheld = Premalo odgovorov, da bi kaj povedali
slides-none = Rezultati te evalvacije še niso odprti.
slides-note = Rumena črta kaže, kje je prava vrednost s 95-odstotno gotovostjo, če bi bili mladi, ki so odgovorili, izbrani po naključju.
slides-compared = { $n ->
    [one] Na strani je { $n } primerjava s prej.
    [two] Na strani sta { $n } primerjavi s prej.
    [few] Na strani so { $n } primerjave s prej.
   *[other] Na strani je { $n } primerjav s prej; približno ena od dvajsetih bi izstopala že po naključju.
}
said-poster = Plakat za steno (PDF)
said-scan = Preberi na telefonu ali pošlji naprej. Poskeniraj kodo ali vtipkaj naslov:
said-changed = Besedila je medtem nekdo spremenil. Nič ni bilo objavljeno. Preberi jih, kot so zdaj, in objavi znova.
