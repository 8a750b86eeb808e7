# Drevo enot skozi čas: kje vnosi štejejo
tree = Drevo enot
tree-then = Kot je bilo takrat
tree-today = Kot je danes
tree-then-what = Vsak vnos šteje tam, kamor je njegova enota spadala tisti dan.
tree-today-what = Vsak vnos šteje tam, kamor njegova enota spada danes, tudi za nazaj. Vnosi združene enote štejejo pri tisti, ki nadaljuje njeno delo.
tree-called-now = zdaj { $it }
tree-called-then = takrat { $it }
tree-noted = { $name } ({ $note })
tree-merged-here = združitev { $it }
tree-merged = od { $day } del enote { $into }
tree-closed = enota zaprta od { $it }
tree-left = tu do { $it }
tree-came = tu od { $it }

# Zaprtje in združitev
closing = Zaprtje in združitev
closing-of = Zaprtje: { $it }
closing-when = Od kdaj in kdo nadaljuje?
closing-look = Poglej, kaj se bo zgodilo
closing-leave = Prekliči
closing-will = Kaj se bo zgodilo
closing-not-yet = Nič se še ni spremenilo. Preberi in potrdi.
closing-records = Od { $day } v enoti { $unit } ni več mogoče zapisovati.
closing-records-into = Od { $day } se zapisuje v enoti { $into } in ne več v enoti { $unit }.
closing-entries = Vse, kar je zapisano, ostane v enoti { $unit }; noben vnos se ne preseli. Popravljati je mogoče tudi pozneje.
closing-later = { $n ->
    [one] Od tega dne je tu že { $n } vnos. Ostane v tej enoti in v številkah.
    [two] Od tega dne sta tu že { $n } vnosa. Ostaneta v tej enoti in v številkah.
    [few] Od tega dne so tu že { $n } vnosi. Ostanejo v tej enoti in v številkah.
   *[other] Od tega dne je tu že { $n } vnosov. Ostanejo v tej enoti in v številkah.
}
closing-figures = Številke preteklih let ostanejo, kot so.
closing-figures-into = Številke preteklih let ostanejo, kot so. Kdor v pregledu izbere drevo, kot je danes, najde preteklost enote { $unit } pri enoti { $into }, zato je lansko leto mogoče primerjati na oba načina.
closing-activities = { $n ->
    [one] { $n } dejavnost te enote se s tem konča.
    [two] { $n } dejavnosti te enote se s tem končata.
    [few] { $n } dejavnosti te enote se s tem končajo.
   *[other] { $n } dejavnosti te enote se s tem konča.
}
closing-activities-into = { $n ->
    [one] { $n } dejavnost te enote se ne preseli. Če se nadaljuje, jo dodaj v enoti { $into }.
    [two] { $n } dejavnosti te enote se ne preselita. Če se nadaljujeta, ju dodaj v enoti { $into }.
    [few] { $n } dejavnosti te enote se ne preselijo. Če se nadaljujejo, jih dodaj v enoti { $into }.
   *[other] { $n } dejavnosti te enote se ne preseli. Če se nadaljujejo, jih dodaj v enoti { $into }.
}
closing-people = { $n ->
    [one] { $n } oseba ima vlogo v tej enoti: { $names }. Obdrži jo, da lahko bere in popravlja, kar je bilo.
    [two] { $n } osebi imata vlogo v tej enoti: { $names }. Obdržita jo, da lahko bereta in popravljata, kar je bilo.
    [few] { $n } osebe imajo vlogo v tej enoti: { $names }. Obdržijo jo, da lahko berejo in popravljajo, kar je bilo.
   *[other] { $n } oseb ima vlogo v tej enoti: { $names }. Obdržijo jo, da lahko berejo in popravljajo, kar je bilo.
}
closing-people-also = Enako vlogo naj imajo tudi v enoti { $it }
closing-back = Če si premisliš, lahko enoto pozneje odpreš nazaj.
closing-do = Zapri
closing-do-into = Združi
