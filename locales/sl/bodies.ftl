# Delovne skupine in organi
bodies = Delovne skupine in organi
bodies-lead = Kdo razpravlja in odloča: svet, strokovni svet, zbor članic, regijski odbori občin in delovne skupine, s člani, sejami in sklepi.
bodies-none = Tu še ni nobene delovne skupine ali organa.
bodies-ended = Ne delujejo več
desk-bodies = Člani, seje, zapisniki in sklepi.
body-new = Nova skupina ali organ
body-name = Ime
body-name-missing = Vpiši ime vsaj v enem jeziku.
body-name-long = Ime je predolgo: največ { $n } znakov.
body-kind = Vrsta
body-kind-missing = Izberi vrsto.
body-kind-what = Od vrste je odvisno, katere korake sprejema načrta zapišejo člani: svet, strokovni svet in zbor članic vsak svojega.
body-kind-council = Svet
body-kind-expert_council = Strokovni svet
body-kind-assembly = Zbor članic
body-kind-regional_committee = Regijski odbor občin
body-kind-working_group = Delovna skupina
body-within = Deluje v okviru
body-within-none = Samostojno
body-within-gone = Te skupine ali organa ni več. Izberi drugo ali pusti prazno.
body-round = Skupina ne more delovati sama v sebi, tudi po ovinku ne. Izberi drugo ali pusti prazno.
body-meanwhile = Medtem je to spremenil nekdo drug ({ $who }). Zdaj velja: { $it }.
body-change = Spremeni
body-ended = Ta skupina ali organ ne deluje več. Člani in seje so ostali zapisani.
body-end = Konec delovanja
body-end-what = Člani in seje ostanejo zapisani, novih sej pa ni več. Na seznamu jo lahko vrneš.
body-end-do = Ne deluje več
body-return = Vrni
body-inside = V okviru te skupine
body-members = Člani
body-members-none = Članov še ni.
body-n-members = { $n ->
    [one] { $n } član
    [two] { $n } člana
    [few] { $n } člani
   *[other] { $n } članov
}
body-n-decisions = { $n ->
    [one] { $n } sklep
    [two] { $n } sklepa
    [few] { $n } sklepi
   *[other] { $n } sklepov
}
body-former = Nekdanji člani
body-since = od { $it }
body-seat = Vloga
body-seat-leads = vodi
body-seat-member = član ali članica
body-seat-minutes = piše zapisnik
body-from = Prvi dan
body-last = Zadnji dan
body-last-before = Zadnji dan je pred prvim.
body-day-wrong = Vpiši dan, na primer 15. 3. 2027.
body-long = Predolgo: največ { $n } znakov.
body-many = Preveč vrstic: največ { $n }.
body-member-add = Dodaj člana ali članico
body-member-add-what = Član postane, kdor že ima račun in vlogo v mreži.
body-member-invite = Drugega najprej povabi.
body-member-add-do = Dodaj
body-member-change = Spremeni
body-member-missing = Izberi s seznama ali vpiši e-naslov.
body-member-unknown = Nihče s tem naslovom nima vloge v mreži. Najprej ga povabi na strani Ljudje.
body-member-twice = V tem času je že član ali članica.
body-member-meanwhile = Medtem je to spremenil nekdo drug. Poglej, kaj zdaj velja, in poskusi znova.
body-member-left = Nima več vloge v mreži, zato tu ne odloča in ne piše.
body-person = Izberi s seznama
body-mail = Ali vpiši e-naslov
body-figures-what = Članom odbora lahko odpreš številke vse mreže: dobijo vlogo opazovalca. Vidijo številke po dejavnostih in mesecih, vnosov in zapiskov ne. Ko ne sedijo več v nobenem takem odboru, se jim številke zaprejo.
body-figures-reads = Bere številke mreže
body-figures-give = Odpri številke mreže
body-figures-take = Zapri številke mreže
body-figures-none = Številke mreže se odprejo samo članom regijskega odbora, ki imajo račun in vlogo v mreži.
# Seje
meetings = Seje
meetings-none = Sej še ni.
meeting-of = Seja { $it }
meeting-new = Nova seja
meeting-change = Uredi sejo
meeting-day = Dan
meeting-where = Kraj
meeting-present = Število prisotnih
body-present-wrong = Vpiši celo število od 0 naprej.
meeting-n-present = { $n ->
    [one] { $n } prisoten
    [two] { $n } prisotna
    [few] { $n } prisotni
   *[other] { $n } prisotnih
}
meeting-decisions = Sklepi
meeting-decisions-none = Sklepov ni.
meeting-decisions-hint = Vsak sklep v svojo vrstico.
meeting-minutes = Zapisnik
meeting-minutes-none = Zapisnika še ni.
meeting-minutes-hint = Bere ga vsa mreža. Ne piši imen mladih.
meeting-remove = Odstrani sejo
meeting-remove-what = S seznama izgine, prejšnje različice zapisnika pa ostanejo shranjene.
meeting-remove-do = Odstrani
# Kdo sme
act-manage-bodies = Delovne skupine in organe urejajo
