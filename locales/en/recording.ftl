# An entry: what is told beside fields, history, whose it is
offer-week-from = Other usual days hold from
offer-week-from-hint = When you change the usual days. Until that day, what held before still holds.
offer-week-from-wrong = Enter the day from which other usual days hold.
