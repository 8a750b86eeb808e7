# Vrste enot
kinds = Vrste enot
kinds-lead = Kaj je lahko enota mreže: občina, organizacija, mladinski center ali kaj drugega.
kinds-offered = Vrste na izbiro
kinds-offered-what = V tem vrstnem redu so na izbiro, ko kdo doda enoto.
kinds-retired = Opuščene vrste
kind-records = vpisuje
kind-records-not = ne vpisuje
kind-used = { $n ->
    [one] { $n } enota
    [two] { $n } enoti
    [few] { $n } enote
   *[other] { $n } enot
}
kind-add = Dodaj vrsto
kind-add-what = Vrste ni mogoče izbrisati, samo opustiti, ker jo enote in stara poročila še nosijo.
kind-add-do = Dodaj
kind-added = Dodano: { $it }
kind-may-record = Enote te vrste vpisujejo
kind-may-record-what = Imajo svoje dejavnosti in vnose, na primer mladinski center; občina kaže, kar je pod njo.
kind-may-record-change = Brez kljukice enote te vrste ne morejo ničesar ne vpisati ne popraviti; kar so vpisale, ostane in šteje.
kind-code-hint = Kratko ime v preglednicah; pozneje se ne spreminja. Če pustiš prazno, nastane iz imena.
kind-code-stays = se ne spreminja, ker jo navajajo preglednice
kind-code-taken = To kodo že ima druga vrsta. Prosta je na primer »{ $it }«.
kind-name-missing = Vpiši ime vsaj v enem jeziku.
kind-name-long = Ime je predolgo: največ { $n } znakov.
kind-exists = Vrsta »{ $it }« že obstaja.
kind-retired-exists = »{ $it }« je med opuščenimi vrstami. Namesto nove jo lahko spet ponudiš.
kind-change = Spremeni
kind-change-what = Novo ime se takoj pokaže povsod, tudi v poročilih prejšnjih let. Če gre za kaj drugega, dodaj novo vrsto.
kind-order = Mesto na seznamu
kind-first = prva
kind-after = za vrsto: { $it }
kind-retire-what = Nobena nova enota ne bo več te vrste. Enote, ki so že te vrste, to ostanejo.
kind-retire-do = Opusti vrsto
kind-return-what = Nove enote bodo spet lahko te vrste.
kind-top = To je vrsta same mreže, zato je ni mogoče opustiti.
file-kind-retired = Vrsta »{ $it }« je opuščena; nova enota ne more biti te vrste.
record-change_kinds = Sprememba vrst enot
