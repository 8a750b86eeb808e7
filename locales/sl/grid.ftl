# Mesec v preglednici
grid-open = Ves mesec
grid-title = Vnosi po mesecih: { $it }
grid-rows = Dogodki v mesecu
grid-every = Vse
grid-only-open = Nezapisano
grid-done = { $n ->
    [one] Zapisan je { $n } dogodek od { $all }.
    [two] Zapisana sta { $n } dogodka od { $all }.
    [few] Zapisani so { $n } dogodki od { $all }.
   *[other] Zapisanih je { $n } dogodkov od { $all }.
}
grid-all-done = { $n ->
    [one] Vse je zapisano: { $n } dogodek.
    [two] Vse je zapisano: { $n } dogodka.
    [few] Vse je zapisano: { $n } dogodki.
   *[other] Vse je zapisano: { $n } dogodkov.
}
grid-nothing = Nič ni zapisano in nič se ne pričakuje.
grid-empty = Vpiši dogodke v prazne vrstice ali jih prilepi iz preglednice.
grid-not-offered = V tem mesecu ni potekala nobena dejavnost te enote. Izberi drug mesec.
grid-new-row = Nova vrstica { $it }
grid-created = Ustvarili mladi, %
grid-no-note = brez zapiska
grid-state = Stanje
grid-keys-move = po celicah
grid-keys-enter = v naslednjo vrstico
grid-keys-save = shrani
grid-keys-paste = prilepi iz preglednice
grid-desk = Na računalniku gre hitreje: s tipkovnico in lepljenjem iz preglednice.
grid-without-script = Vsako vrstico shrani z gumbom na njenem koncu.
grid-add = Dodaj vrstico
grid-save-all = Shrani vse
grid-saving = shranjujem
grid-unsaved = ni shranjeno
grid-problem = popravi
grid-ask = preveri
grid-look = poglej
grid-right = Da, prav je
grid-whole-form = Odpri cel obrazec
grid-saved = Shranjeno: { $it }
grid-which-unit = Izberi enoto, v kateri zapisuješ
grid-waiting = To je medtem zapisal nekdo drug. Vpisano ni izgubljeno: odpri obe različici in izberi.
grid-first-stands = Ta vrstica je bila shranjena že prej, z drugačno vsebino. Odpri vnos in ga popravi, če ni prav.
grid-problem-activity = Izberi dejavnost.
grid-problem-share = Vpiši odstotek od 0 do 100 ali minute, na primer 50 ali 45 min.
grid-script-offline = Ni povezave s strežnikom. Vpisano je tu; poskušam znova.
grid-script-pasted = Prilepljeno, vrstic: #. Preglej jih in shrani.
grid-script-unfit = Ni bilo kam vstaviti: #
grid-script-leave = Nekatere vrstice še niso shranjene.
