today-record = Zapiši
today-until = do { $it }
today-empty = Zapiši, kar se je zgodilo.
today-nothing = Danes ni nič na sporedu.
today-open = { $n ->
    [one] Danes še ena dejavnost.
    [two] Danes še dve dejavnosti.
    [few] Danes še { $n } dejavnosti.
   *[other] Danes še { $n } dejavnosti.
}
today-all-done = { $n ->
    [one] Vse za danes je zapisano: { $n } vnos.
    [two] Vse za danes je zapisano: { $n } vnosa.
    [few] Vse za danes je zapisano: { $n } vnosi.
   *[other] Vse za danes je zapisano: { $n } vnosov.
}
today-missing = Še ni zapisano
today-units = Enote
undo = Razveljavi
saved-title = Shranjeno
saved-copied = Števila so bila prevzeta od zadnjič.
saved-copied-corrected = Števila so bila prevzeta od zadnjič in popravljena.
saved-changes = Kaj se je spremenilo
saved-nth = { $n }.
saved-open = odprta dejavnost { $it }
saved-group = skupinska dejavnost { $it }
saved-project = projektna dejavnost { $it }
saved-event = dogodek { $it }
saved-one_to_one = individualno srečanje { $it }
saved-created-before = ur tega meseca so ustvarili mladi, pred tem vnosom { $it }
saved-created = ur tega meseca so ustvarili mladi
saved-shift = Delež ur, ki so jih ustvarili mladi, { $it }
saved-visits = { $n ->
    [one] obisk { $when }, od tega { $here } s tem vnosom
    [two] obiska { $when }, od tega { $here } s tem vnosom
    [few] obiski { $when }, od tega { $here } s tem vnosom
   *[other] obiskov { $when }, od tega { $here } s tem vnosom
}
saved-visits-none = { $n ->
    [one] obisk { $when }; ta vnos jih ne šteje
    [two] obiska { $when }; ta vnos jih ne šteje
    [few] obiski { $when }; ta vnos jih ne šteje
   *[other] obiskov { $when }; ta vnos jih ne šteje
}
saved-seen = V številkah je že zajeto; vidijo jih vsi, ki jih smejo.
saved-next = Naprej: { $it }
today-waiting = Čaka na odločitev
today-waiting-what = Dva zapisa istega termina
saved-this-year = letos
saved-in-year = leta { $it }
saved-created-in = ur v { $it } so ustvarili mladi
