sign-in = Prijava
sign-in-claim = Kar narediš z mladimi, naj šteje.
sign-in-lead = Zapis večera v desetih sekundah. Številke, ki se ujemajo.
sign-in-do = Prijavi se
sign-in-help = Račun dobiš z vabilom mentorja ali mentorice svojega centra. Tja se obrni tudi, če geslo pozabiš.
sign-in-wrong = E-naslov in geslo se ne ujemata.
sign-in-too-many = Preveč poskusov zapored. Počakaj nekaj minut in poskusi znova.
kept-sign-in = Prijava je medtem potekla. Tvoj vpis je ostal tu: prijavi se in ga shrani.
kept-title = Še ni shranjeno
kept-what = Prijava je uspela. Tvoj vpis je še tu in čaka, da ga shraniš.
kept-send = Shrani vpis
kept-leave = Zavrzi
mail = E-naslov
mail-wrong = To ni e-naslov.
password = Geslo
password-rule = Vsaj 10 znakov; več besed skupaj je dobro geslo.
password-short = Geslo je prekratko: vsaj 10 znakov.
password-long = Geslo je predolgo: največ 200 znakov.
password-wrong = Sedanje geslo ni pravo.
password-change = Geslo
password-current = Sedanje geslo
password-new = Novo geslo
password-change-do = Zamenjaj geslo
name = Ime
name-missing = Vpiši svoje ime.
account = Tvoj račun
account-own = O tebi
account-roles = Tvoje vloge
account-no-roles = Nimaš še nobene vloge. Prosi mentorja ali mentorico svojega centra za vabilo.
sign-out = Odjava
sign-out-do = Odjavi se
sign-out-everywhere = Odjavi se na vseh napravah
people = Ljudje
people-of = Ljudje: { $it }
people-here = Kdo sme kaj
people-above = po vlogi v enoti { $it }
people-none = Tu še nihče nima vloge.
people-waiting = Povabljeni
people-until = vabilo velja do { $it }
role-end = Končaj
role-not-yours = Te vloge ne moreš dati ali končati; to lahko le pri vlogah do svoje.
invite = Povabi
invite-role = Vloga
invite-do = Pošlji vabilo
invite-done = Vabilo je pripravljeno.
invite-on-its-way = Vabilo je na poti na naslov { $it }. Spodaj, med povabljenimi, piše, ali je pošta odšla.
invite-waits = Vabilo je pripravljeno, a poštni strežnik ni nastavljen, račun s tem naslovom, zdaj zaprt, pa je imel tudi vloge, ki jih ti ne moreš dati. Povezavo lahko preda, kdor skrbi za strežnik.
invite-link = Poštni strežnik ni nastavljen, zato povezavo predaj po svoji poti. Vidna je samo zdaj.
invite-link-hand = Povezavo predaj po svoji poti: vidna je samo zdaj in pošta je ne nosi. Prejšnja povezava ne odpre ničesar več.
invite-yourself = To je tvoj naslov. Vloge si nihče ne daje sam; povabi te lahko kdo drug, ki jo sme dati.
invite-too-many = Danes je odšlo že zelo veliko tvojih vabil. Poskusi znova jutri.
invite-again = Pošlji znova
invite-show = Pokaži povezavo
invite-again-what = Ko vabilo pošlješ znova ali pokažeš povezavo, nastane nova povezava; prejšnja potem ne odpre ničesar.
invite-not-open = To vabilo ni več odprto: nekdo ga je sprejel ali preklical ali pa ga je nadomestilo novejše.
invite-hand-closed = Račun s tem naslovom je zaprt in je imel tudi vloge, ki jih ti ne moreš dati, zato gre povezava samo po pošti.
invite-state-hand = Povezavo predaš po svoji poti.
invite-state-waiting = Pošta bo odšla vsak hip.
invite-state-trying = Pošta še ni odšla: { $it } Poskusili bomo znova.
invite-state-sent = Pošta odšla { $it }
invite-state-refused = Pošta ni odšla: { $it }
mail-trouble-no-answer = poštni strežnik se ne odziva.
mail-trouble-not-now = poštni strežnik prosi za malo potrpljenja.
mail-trouble-no-mailbox = tega nabiralnika ni ali pa ne sprejema pošte. Preveri naslov.
mail-trouble-refused = poštni strežnik jo je zavrnil. Obrni se na tistega, ki skrbi za strežnik, ali povezavo predaj po svoji poti.
mail-trouble-setup = pošiljanje pošte ni prav nastavljeno. Obrni se na tistega, ki skrbi za strežnik, ali povezavo predaj po svoji poti.
invite-link-label = Povezava vabila
invitation = Vabilo
invitation-to = Vabilo: { $it }
invitation-as = Vloga: { $it }.
invitation-new = Tvoj račun
invitation-reopen = Tvoj račun je zaprt
invitation-reopen-what = Ko vabilo sprejmeš, se znova odpre z novim geslom. Tvoji vpisi so ostali; prejšnje vloge se ne vrnejo same: v vsako te nekdo znova povabi.
invitation-accept = Sprejmi vabilo
invitation-sign-in = Ta e-naslov že ima račun. Prijavi se z njim in sprejmi vabilo.
invitation-other-mail = Vabilo velja za drug e-naslov. Odjavi se in povezavo odpri znova.
invitation-gone = To vabilo je že uporabljeno ali poteklo. Prosi za novo.
invitation-mail-subject = Vabilo v Logbook: { $unit }
invitation-mail-body =
    Pozdrav,

    nekdo te vabi v Logbook. Enota: { $unit }; vloga: { $role }.
    Ustvari si račun (povezava deluje enkrat, do { $until }):

    { $link }
reset = Novo geslo
reset-do = Nastavi geslo in se prijavi
reset-signs-out = Vse druge naprave bodo odjavljene.
reset-send = Novo geslo
reset-sent = Povezava do novega gesla je poslana. Deluje enkrat, 24 ur.
reset-ready = Povezava do novega gesla je pripravljena. Deluje enkrat, 24 ur.
reset-link-label = Povezava do novega gesla
reset-waits = Povezava do novega gesla je pripravljena, a poštni strežnik ni nastavljen, ta oseba pa ima tudi vloge, ki jih ti ne moreš dati. Povezavo ji lahko preda, kdor skrbi za strežnik.
reset-elsewhere = Najvišja vloga te osebe je v drugi enoti. Novo geslo se pošlje od tam.
reset-gone = Ta povezava je že uporabljena ali potekla. Prosi za novo.
reset-mail-subject = Novo geslo za Logbook
reset-mail-body =
    Pozdrav,

    za tvoj račun v Logbooku je bilo zaprošeno novo geslo.
    Nastavi ga tukaj (povezava deluje enkrat, 24 ur):

    { $link }

    Če zanj nisi prosil ali prosila, ni treba storiti ničesar; staro geslo ostane.
invite-withdraw = Prekliči
role-last-coordinator = To je zadnja koordinatorska vloga mreže. Najprej povabi še koga.
record = Kdo je kaj počel
record-of = Kdo je kaj počel: { $it }
record-what = Branje zapiskov, vloge in spremembe ustroja v tej enoti in pod njo. Novejše je zgoraj.
record-act = Dejanje
record-any = vsa
record-none = Tu ni še ničesar.
record-nobody = neznan račun
record-read_note = Branje zapiska
record-search_notes = Iskanje po zapiskih
record-see_photos = Ogled fotografij ob vnosu
record-invite = Vabilo v vlogo
record-take_role = Sprejeta vloga
record-reopen_account = Znova odprt račun
record-withdraw_invitation = Umaknjeno vabilo
record-end_role = Končana vloga
record-send_reset = Povezava za novo geslo
record-change_words = Sprememba besed ali projektov
record-mend_unit = Popravek imena ali kraja enote
record-rename_unit = Preimenovanje enote
record-unname_unit = Preklic preimenovanja
record-move_unit = Premik enote
record-unmove_unit = Preklic premika
record-close_unit = Zaprtje ali združitev enote
record-reopen_unit = Preklic zaprtja
record-close_period = Zaprto obdobje
record-reopen_period = Znova odprto obdobje
record-give_role = Dana vloga
record-pass_invitation = Prevzeto vabilo
record-leave = Urejen odhod
record-import = Uvoz ali preklic uvoza
record-take_entries = Začet prenos vnosov v datoteko
record-took_entries = Prenos vnosov v datoteko
record-set_retention = Sprememba hrambe zapiskov
role-from = od { $it }
role-until = do { $it }
