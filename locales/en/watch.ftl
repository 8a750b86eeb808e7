# Care for the records: what is missing and what is unusual
watch = Care for the records
watch-of = Care for the records: { $it }
watch-lead = { $n ->
    [one] { $n } thing is worth a look.
   *[other] { $n } things are worth a look.
}
watch-lead-nothing = Nothing unusual can be seen.
watch-thanks = Thank you, noted. We will not ask this again.
# Coverage
watch-coverage = What is recorded, by week
watch-strip = The last year by week
watch-strip-short = The last 13 weeks
watch-there = { $m ->
    [one] Within a year { $k } of { $n } expected occasions are recorded; { $m } is missing.
   *[other] Within a year { $k } of { $n } expected occasions are recorded; { $m } are missing.
}
watch-all-there = { $n ->
    [one] Within a year { $n } expected occasion is recorded: nothing is missing.
   *[other] Within a year all { $n } expected occasions are recorded: nothing is missing.
}
watch-expects-nothing = No activity has usual days, so nobody can tell whether anything is missing.
watch-row = { $unit }: weeks full { $full }, partly { $partly }, empty { $none }
watch-state-full = all recorded
watch-state-partly = partly recorded
watch-state-none = nothing recorded
watch-state-nothing = nothing expected
watch-state-shut = the unit was not open
watch-key-shut = blank: the unit was not open
watch-unit = Unit
watch-weeks-full = Full weeks
watch-weeks-partly = Partly
watch-weeks-none = Empty
watch-missing = Occasions missing
watch-week = Week of
watch-state = State
watch-expected = Expected
watch-held = Held
watch-called-off = Called off
watch-record-missing = Record what is missing: { $it }
# Worth a look
watch-findings = Worth a look
watch-findings-what = These are questions, no reproaches: most have a good answer. Those who record see them first.
watch-findings-none = There are no questions at the moment.
watch-theirs-first = { $n ->
    [one] { $n } question is still with those who record. If it stays open, it shows here.
   *[other] { $n } questions are still with those who record. What stays open shows here.
}
watch-more = { $n ->
    [one] … and { $n } more. It follows once those above are settled.
   *[other] … and { $n } more. They follow once those above are settled.
}
watch-more-units = { $n ->
    [one] … and { $n } more. Each unit has its own on its own page.
   *[other] … and { $n } more. Each unit has its own on its own page.
}
watch-doubled = The same twice
watch-hours = Unusual hours
watch-heaping = Round numbers
watch-same = Same as last time
watch-jump = A sudden jump
watch-ask-doubled = If the same is recorded twice, delete one entry. If there really were two, say that it is right.
watch-ask-hours = A slip in the hours? Open the entry and correct it. If it really was so, say that it is right.
watch-ask-heaping = Were they counted or estimated? Both are fine: where they are estimated, choose ‘Estimate’ in the entry.
watch-ask-same = Did as many people come back each time? At times it is quicker to confirm the last figures than to count; even a rough estimate tells more.
watch-ask-jump = Something may be missing or stand twice, or something did happen. You can say what when you answer.
watch-jumped-visits = { $n ->
    [one] { $month }: { $had } visits, usually about { $usual } (by { $n } comparable month before).
   *[other] { $month }: { $had } visits, usually about { $usual } (by { $n } comparable months before).
}
watch-jumped-minutes = { $n ->
    [one] { $month }: { $had } hours of youth work, usually about { $usual } (by { $n } comparable month before).
   *[other] { $month }: { $had } hours of youth work, usually about { $usual } (by { $n } comparable months before).
}
watch-heaped = { $n ->
    [one] Of { $n } counted occasion in { $when }, { $k } ends in 0 or 5.
   *[other] Of { $n } counted occasions in { $when }, { $k } end in 0 or 5.
}
watch-long = { $day }: one entry lasts { $length }.
watch-open-long = { $day }: open for { $length } altogether.
watch-staff = { $n ->
    [one] { $day }: { $n } member of staff and { $length } long, but { $hours } of staff time in all.
   *[other] { $day }: { $n } members of staff and { $length } long, but { $hours } of staff time in all.
}
watch-copied = { $n ->
    [one] { $activity }, { $when }: for { $k } of { $n } occasion the figures are those of last time.
   *[other] { $activity }, { $when }: for { $k } of { $n } occasions the figures are those of last time.
}
watch-running = { $n ->
    [one] { $activity }, { $when }: the same number of visits { $n } time in a row, { $k }.
   *[other] { $activity }, { $when }: the same number of visits { $n } times in a row, { $k }.
}
watch-twice = { $activity }, { $day }: two entries at the same time.
watch-alike = { $n ->
    [one] { $day }: { $a } and { $b } are at the same time and have the very same figures ({ $n } visit).
   *[other] { $day }: { $a } and { $b } are at the same time and have the very same figures ({ $n } visits).
}
watch-open-entry = Open the entry
watch-open-nth = Open entry { $n }
watch-open-entries = Open the entries
watch-answer-right = It is right
watch-answer-estimated = They are estimated
watch-reason = Why
watch-reason-add = Add why
watch-reason-long = The reason is too long: { $n } characters at most.
watch-reason-said = “{ $it }”
watch-dismissed = { $n ->
    [one] Answered already: { $n }
   *[other] Answered already: { $n }
}
watch-answer-withdraw = Take the answer back
watch-answered-by = { $day }, { $who }: { $answer }
watch-answered-right = it is right
watch-answered-estimated = heads are estimated
# On the page Today
watch-today = Would you tell us whether this is right?
watch-today-all = All about this unit's records
# Support visits
watch-visits = Support visits
watch-visits-what = What you saw and agreed. Those who record in the unit read this too.
watch-visits-none = There has been no support visit yet.
watch-visit-add = Note a visit
watch-visit-day = When
watch-visit-note = What you saw and talked about
watch-visit-agreed = What you agreed
watch-visit-agreed-said = Agreed:
watch-visit-again = When you look again
watch-visit-do = Save the visit
watch-visit-again-on = To be looked at again on { $it }.
watch-visit-done = Looked at again on { $it }.
watch-visit-correct = Correct
watch-visit-corrected = Corrected on { $it }.
watch-visit-removed = The text was removed, for its years are over.
watch-visit-where = A visit is noted on the page of the unit you visited.
watch-visit-there = This visit is saved already, with another text. If it was another visit, save once more; else correct the one that is saved.
watch-visit-meanwhile = This visit was corrected meanwhile. If you save once more, this text counts.
watch-visit-not-yours = A visit can be corrected by whoever noted it.
watch-visit-complete = We have looked
watch-visit-not-kept = The visit is not saved yet:
watch-visit-day-missing = Enter a day.
watch-visit-day-ahead = This day is still to come. Enter the day of the visit.
watch-visit-day-before = The unit has been open only since { $day }.
watch-visit-note-missing = Say what you saw or talked about.
watch-visit-long = The text is too long: { $n } characters at most.
watch-visit-again-when = You can look again after the day of the visit, and within two years.
watch-due = Where to look again
watch-due-late = it is time
record-dismiss_finding = An answer to a question about records
record-support_visit = A support visit
