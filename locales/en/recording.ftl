# An entry: what is told beside fields, history, whose it is
gone-gender = There are fewer young people than last time, so their gender was not taken over. If you know it, enter it again.
gone-age = There are fewer young people than last time, so their age was not taken over. If you know it, enter it again.
saved-left-gender = Last time's gender was not taken over, since there were fewer young people.
saved-left-age = Last time's age was not taken over, since there were fewer young people.
saved-left-gender-age = Last time's gender and age were not taken over, since there were fewer young people.
entry-choose-activity = Choose an activity
entry-ask-length = An hour came twice that night, since the clock went back. How long did it last?
entry-problem-length-differs = From { $start } to { $end } is { $minutes } min, but the length is entered as { $typed } min. Keep one of them: clear the end or the length.
entry-problem-created-negative = Minutes cannot be fewer than 0.
entry-problem-reason = The network has no such reason. Choose another one.
entry-problem-activity = There is no such activity. Choose which one it was; everything else has been kept.
offer-week-from = Other usual days hold from
offer-week-from-hint = When you change the usual days. Until that day, what held before still holds.
offer-week-from-wrong = Enter the day from which other usual days hold.
