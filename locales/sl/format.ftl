# Kako se pišejo datumi in dolžine. Presledki so nedeljivi.
date = { $d }. { $m }. { $y }
date-day = { $d }. { $m }.
date-weekday = { $weekday }, { $d }. { $month }
date-month = { $month } { $y }
date-month-in = { $month_in } { $y }
date-span = { $from }–{ $to }
month-1 = januar
month-2 = februar
month-3 = marec
month-4 = april
month-5 = maj
month-6 = junij
month-7 = julij
month-8 = avgust
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december
month-in-1 = januarju
month-in-2 = februarju
month-in-3 = marcu
month-in-4 = aprilu
month-in-5 = maju
month-in-6 = juniju
month-in-7 = juliju
month-in-8 = avgustu
month-in-9 = septembru
month-in-10 = oktobru
month-in-11 = novembru
month-in-12 = decembru
month-short-1 = jan
month-short-2 = feb
month-short-3 = mar
month-short-4 = apr
month-short-5 = maj
month-short-6 = jun
month-short-7 = jul
month-short-8 = avg
month-short-9 = sep
month-short-10 = okt
month-short-11 = nov
month-short-12 = dec
weekday-1 = ponedeljek
weekday-2 = torek
weekday-3 = sreda
weekday-4 = četrtek
weekday-5 = petek
weekday-6 = sobota
weekday-7 = nedelja
weekday-short-1 = pon
weekday-short-2 = tor
weekday-short-3 = sre
weekday-short-4 = čet
weekday-short-5 = pet
weekday-short-6 = sob
weekday-short-7 = ned
length-minutes = { $n ->
    [one] { $n } minuta
    [two] { $n } minuti
    [few] { $n } minute
   *[other] { $n } minut
}
length-hours = { $n ->
    [one] { $n } ura
    [two] { $n } uri
    [few] { $n } ure
   *[other] { $n } ur
}
length-both = { $h } h { $m } min
visits = { $n ->
    [one] { $n } obisk
    [two] { $n } obiska
    [few] { $n } obiski
   *[other] { $n } obiskov
}
