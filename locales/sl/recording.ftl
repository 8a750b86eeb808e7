# Vnos: kar se pove ob poljih, zgodovina, čigav je
offer-week-from = Drugi redni dnevi veljajo od
offer-week-from-hint = Kadar spremeniš redne dni. Do tega dne velja, kar je veljalo prej.
offer-week-from-wrong = Vpiši dan, od katerega veljajo drugi redni dnevi.
