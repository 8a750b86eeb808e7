# Sprejem načrta
adoption-lead = Koraki, v katerih se načrt sprejema. Ob vsakem se načrt shrani tak, kot je bil tisti dan.
adoption-steps = Koraki
adoption-done = opravljeno
adoption-next = na vrsti
adoption-ahead = predvideno
adoption-passed-over = brez tega koraka
adoption-take = Na vrsti: { $it }
adoption-who-writes = Ta korak zapiše, kdor piše načrt.
adoption-who-members = Ta korak zapišejo člani: { $it }.
adoption-who-none = V mreži še ni organa te vrste ({ $it }) s člani, zato ta korak zapiše, kdor piše načrt.
adoption-day = Dan
adoption-words = Kaj je bilo sklenjeno
adoption-body = Kdo je odločil
adoption-meeting = Seja
adoption-meeting-none = Brez seje
adoption-meeting-day = Izbrana seja ni bila na vpisani dan. Vpiši dan seje ali izberi drugo.
adoption-keeps = Načrt se ob tem shrani tak, kot je zdaj. Urejaš ga lahko naprej.
adoption-do = Zapiši korak
adoption-lines = Kaj je bilo zapisano
adoption-none = Zapisano še ni nič.
adoption-recorded = Zapis: { $who }, { $on }
adoption-undone = Umaknjeno: { $who }, { $on }
adoption-undo = Umakni
adoption-undo-what = Zapis ostane viden skupaj z razlogom, korak pa je spet na vrsti.
adoption-undo-why = Zakaj
adoption-undo-do = Umakni
adoption-changed = Načrt se je medtem spremenil.
adoption-changed-what = Nič še ni zapisano. Poglej, kakšen je zdaj, in pošlji še enkrat; tvoj vpis je spodaj.
adoption-future = Ta dan šele pride.
adoption-before = Dan je prezgoden: kar je bilo zapisano pred tem, je bilo { $day }.
adoption-taken = Ta korak je že zapisan.
adoption-passed = Kasnejši korak je že zapisan, zato tega ni več mogoče dodati. Če je treba, najprej umakni kasnejšega.
adoption-not-foreseen = Načrt tega koraka ne predvideva. Dodaš ga na strani Ime, uvod in sprejem.
adoption-first-draft_to_council = Najprej je na vrsti obravnava osnutka na svetu.
adoption-first-expert_council = Najprej je na vrsti obravnava osnutka na strokovnem svetu.
adoption-first-presented_to_members = Najprej je na vrsti predstavitev članicam.
adoption-first-adopted_by_council = Najprej je na vrsti sprejem na svetu.
adoption-first-adopted_by_assembly = Najprej je na vrsti sprejem na zboru članic.
adoption-first-published = Najprej je na vrsti objava.
adoption-not-yours = Tega ne zapišeš ti: spodaj piše, kdo.
adoption-not-last = Umakneš lahko samo zadnji zapis. Medtem je prišel še kakšen; poglej spodaj.
adoption-public = Ta različica je objavljena. Najprej umakni objavo.
adoption-why-missing = Napiši, zakaj.
# Spremembe po sprejemu
amendment = Sprememba po sprejemu
amendments = Spremembe po sprejemu
amend = Sprememba sprejetega načrta
amend-what = Načrt, kot je zdaj, postane naslednja izdaja. Razlog je viden vsem, po objavi tudi javnosti.
amend-why = Razlog
amend-why-missing = Napiši razlog spremembe.
amend-nothing = Načrt je enak sprejetemu, zato ni kaj spremeniti.
amend-not-adopted = Načrt še ni sprejet. Do takrat ga urejaš brez sprememb.
amend-body = Kdo je odločil
amend-body-none = Noben organ
amend-body-who = Izbereš lahko organe, v katerih sediš, in tiste brez članov.
amend-not-yours = Za organ s člani to zapišejo njegovi člani.
amend-meeting-other = Te seje organ, ki je izbran, ni imel. Izberi njegovo sejo ali drug organ.
amend-do = Zapiši spremembo
plan-differs = { $n ->
    [0] Delovna različica ima drug vrstni red kot sprejeta.
    [one] Delovna različica se od sprejete razlikuje v { $n } delu.
    [two] Delovna različica se od sprejete razlikuje v { $n } delih.
    [few] Delovna različica se od sprejete razlikuje v { $n } delih.
   *[other] Delovna različica se od sprejete razlikuje v { $n } delih.
}
plan-differs-see = Poglej razlike
plan-file-adopted = Načrt je že sprejet. Datoteka spremeni delovno različico, sprejeta pa velja, dokler ne zapišete spremembe.
# Objava
publish = Objava
publish-nothing = Objaviti je mogoče sprejet načrt.
publish-what = Javnost bo brala to izdajo s koraki sprejema in razlogi sprememb. Ljudi, komentarjev in kasnejših popravkov ne bo videla.
publish-do = Objavi
publish-stands = Objavljeno
publish-see = Javna stran načrta
publish-take-back = Umakni objavo
publish-not-adopted = Načrt še ni sprejet, zato ga ni mogoče objaviti.
plan-open-published = objavljeno { $it }
record-publish_plan = Objavljen letni načrt
record-take_back_plan = Umaknjen letni načrt
# Izdaje
editions = Izdaje
editions-lead = Načrt, kot je bil ob vsakem koraku sprejema in ob vsaki spremembi po njem.
editions-all = Vse izdaje
editions-none = Izdaj še ni: prva nastane s prvim korakom sprejema.
edition-called = { $n }. { $what }, { $on }
edition-now = Delovna različica
edition-holds = Velja
edition-undone = Umaknjeno
edition-what = To je načrt, kot je bil ob tej izdaji.
edition-undone-what = Ta izdaja je bila umaknjena. To je načrt, kot je bil takrat.
edition-compare = Primerjaj z delovno različico
beside = Različici druga ob drugi
beside-from = Prej
beside-to = Potem
beside-do = Primerjaj
beside-others = Izberi drugi različici
beside-same = Različici sta enaki.
beside-order = Vrstni red delov je drugačen.
beside-codes = Besedilo je enako; drugačne so samo oznake.
beside-added = Dodano
beside-gone = Odstranjeno
beside-changed = Spremenjeno
beside-before = Prej
beside-after = Potem
beside-nothing-said = ni zapisano
beside-n-added = { $n ->
    [one] { $n } dodan del
    [two] { $n } dodana dela
    [few] { $n } dodani deli
   *[other] { $n } dodanih delov
}
beside-n-changed = { $n ->
    [one] { $n } spremenjen del
    [two] { $n } spremenjena dela
    [few] { $n } spremenjeni deli
   *[other] { $n } spremenjenih delov
}
beside-n-gone = { $n ->
    [one] { $n } odstranjen del
    [two] { $n } odstranjena dela
    [few] { $n } odstranjeni deli
   *[other] { $n } odstranjenih delov
}
# Komentarji
comments = Komentarji
comments-lead = Kaj o načrtu menite v mreži, in kaj odgovarjajo tisti, ki ga pišejo.
comments-all = Vsi komentarji
comments-all-see = Vsi komentarji načrta
comments-none = Komentarjev še ni.
comments-open = { $n ->
    [0] Na vse komentarje je odgovorjeno
    [one] { $n } komentar čaka na odgovor
    [two] { $n } komentarja čakata na odgovor
    [few] { $n } komentarji čakajo na odgovor
   *[other] { $n } komentarjev čaka na odgovor
}
comments-n = { $n ->
    [0] Komentarji
    [one] { $n } komentar
    [two] { $n } komentarja
    [few] { $n } komentarji
   *[other] { $n } komentarjev
}
comment-plan = O načrtu v celoti
comment-yours = Tvoj komentar
comment-hint = Bere ga vsa mreža s tvojim imenom. Na javni strani ga ni.
comment-do = Pošlji komentar
comment-by = { $who }, { $on }
comment-empty = Napiši besedilo.
comment-long = Predolgo: največ { $n } znakov.
comment-gone = Tega dela ni več v načrtu. Tvoje besedilo je spodaj; pošlješ ga lahko kot komentar načrta v celoti.
comment-open = Čaka na odgovor
comment-answered = Odgovorjeno
comment-taken-up = Upoštevano
comment-taken-back = Umaknjen komentar
comment-changed = Besedilo se je od tedaj spremenilo.
comment-read-then = Kaj je pisalo takrat
comment-part-gone = Tega dela ni več v načrtu.
comment-answer = Odgovor
comment-answer-do = Odgovori
comment-answer-again = Popravi odgovor
comment-answer-save = Shrani odgovor
comment-take-up = V načrtu je upoštevano
comment-take-back = Umakni komentar
comment-meanwhile = Medtem je odgovoril nekdo drug: { $it }.
