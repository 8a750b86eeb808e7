# Fotografije ob vnosih: dokazila in zgodbe, soglasja, odstranjevanje; logotip enote.
files = Fotografije
files-none = Tu je lahko list prisotnosti, plakat ali utrinek večera.
files-full = Tu je 12 fotografij, več jih ne gre. Če želiš dodati novo, najprej odstrani katero od teh.
file = Fotografija
file-add = Dodaj fotografijo
file-file = Fotografija
file-file-hint = JPEG, PNG ali WebP, največ 10 MB. Na telefonu jo lahko kar posnameš. Kraj posnetka in drugi skriti podatki se ne shranijo.
file-caption = Napis
file-caption-hint = Kaj je na fotografiji. Poročilo ga prebere tistim, ki slike ne vidijo, zato naj pove, kaj bi videli. Brez imen.
file-caption-missing = Za poročila potrebuje fotografija napis: napiši, kaj je na njej.
file-caption-long = Napis je predolg: največ { $n } znakov.
file-without-caption = Fotografija brez napisa
file-use = Za kaj je
file-proof = Dokazilo
file-proof-hint = List prisotnosti, plakat, posnetek dogodka. Vidijo ga mladinski delavci in mentorji te enote.
file-story = Za poročila
file-story-hint = Fotografija se sme pokazati v poročilu, ki ga berejo občina, financer ali javnost.
file-use-missing = Povej, za kaj je fotografija.
file-people = Kdo je na njej
file-people-yes = Na njej je nekdo, ki ga je mogoče prepoznati
file-people-hint = Tudi od strani ali v ozadju, če bi ga znanci prepoznali.
file-agreed = Vsi, ki jih je mogoče prepoznati, so pisno soglašali
file-agreed-hint = Za mladoletne so soglašali starši. Soglasja hrani center. Zapiše se, kdo in kdaj je to potrdil.
file-consent-missing = Brez soglasja te fotografije v poročilih ni mogoče pokazati. Pridobi soglasje ali odkljukaj »Za poročila«.
file-save = Shrani fotografijo
file-kept-but = Fotografija je shranjena kot dokazilo. Da bo vse, kot želiš, popravi še to:
file-known = Ta fotografija je bila tu že prej, zato je nismo dodali še enkrat.
file-about = O fotografiji
file-added = Dodano { $on }, { $who }
file-consent-by = Soglasje potrjeno { $on }, { $who }
file-remove = Odstrani
file-remove-what = Fotografija in napis izgineta za vedno, tudi iz poročil, ki so jo pokazala. V vnosu ostane le, da je bila tu. Odstrani jo vedno, kadar kdo prekliče soglasje.
file-remove-do = Odstrani fotografijo
file-hidden = { $n ->
    [one] Ob tem vnosu je { $n } fotografija. Vidijo jo mladinski delavci in mentorji te enote.
    [two] Ob tem vnosu sta { $n } fotografiji. Vidijo ju mladinski delavci in mentorji te enote.
    [few] Ob tem vnosu so { $n } fotografije. Vidijo jih mladinski delavci in mentorji te enote.
   *[other] Ob tem vnosu je { $n } fotografij. Vidijo jih mladinski delavci in mentorji te enote.
}
file-full = Tu je že { $n } fotografij, več jih ne gre. Najprej odstrani katero od njih.
file-not-here = Ob tem vnosu fotografij ni. Ob pogovorih na štiri oči jih ne hranimo, ker bi pokazale, s kom je bil pogovor; ob izbrisanih vnosih jih ni mogoče dodajati.
file-empty = Izberi sliko.
file-too-large = Datoteka je prevelika: največ 10 MB. Pošlji jo v manjši velikosti ali posnemi novo.
file-heic = To je fotografija v zapisu HEIC ali AVIF, ki ga ne znamo odpreti. Na telefonu v nastavitvah kamere izberi »Najbolj združljivo«, ali pa jo pošlji kot JPEG.
file-pdf = To je PDF. Fotografiraj list ali shrani stran kot sliko JPEG.
file-svg = To je risba SVG. Shrani jo kot PNG in jo pošlji še enkrat.
file-gif = To je GIF. Shrani ga kot JPEG ali PNG in ga pošlji še enkrat.
file-other = To ni slika, ki bi jo znali odpreti. Izberi fotografijo JPEG, PNG ali WebP.
file-broken = Slika je poškodovana ali ni prišla cela. Pošlji jo še enkrat ali posnemi novo.
file-too-many-points = Slika ima preveč točk. Pošlji jo v manjši velikosti: dovolj je 2000 točk po daljši strani.
