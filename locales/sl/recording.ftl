# Vnos: kar se pove ob poljih, zgodovina, čigav je
gone-gender = Mladih je manj kot zadnjič, zato spola od zadnjič nismo prevzeli. Če ga veš, ga vpiši znova.
gone-age = Mladih je manj kot zadnjič, zato starosti od zadnjič nismo prevzeli. Če jo veš, jo vpiši znova.
saved-left-gender = Spola od zadnjič nismo prevzeli, ker je bilo mladih manj.
saved-left-age = Starosti od zadnjič nismo prevzeli, ker je bilo mladih manj.
saved-left-gender-age = Spola in starosti od zadnjič nismo prevzeli, ker je bilo mladih manj.
entry-choose-activity = Izberi dejavnost
entry-ask-length = Tisto noč je ena ura prišla dvakrat, ker se je ura premaknila nazaj. Koliko časa je trajalo?
entry-problem-length-differs = Od { $start } do { $end } je { $minutes } min, trajanje pa je vpisano kot { $typed } min. Pusti samo eno: pobriši konec ali trajanje.
entry-problem-created-negative = Minut ne more biti manj kot 0.
entry-problem-reason = Tega razloga v mreži ni. Izberi drugega.
entry-problem-activity = Te dejavnosti ni. Izberi, katera je bila; vse drugo je ohranjeno.
offer-week-from = Drugi redni dnevi veljajo od
offer-week-from-hint = Kadar spremeniš redne dni. Do tega dne velja, kar je veljalo prej.
offer-week-from-wrong = Vpiši dan, od katerega veljajo drugi redni dnevi.
