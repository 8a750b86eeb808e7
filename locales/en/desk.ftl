today-record = Record
today-until = until { $it }
today-empty = Record what happened.
today-nothing = Nothing is planned today.
today-open = { $n ->
    [one] One more activity today.
   *[other] { $n } more activities today.
}
today-all-done = { $n ->
    [one] All of today is recorded: { $n } entry.
   *[other] All of today is recorded: { $n } entries.
}
today-missing = Not recorded yet
today-units = Units
undo = Undo
saved-title = Saved
saved-copied = The numbers were taken over from last time.
saved-copied-corrected = The numbers were taken over from last time and corrected.
saved-changes = What it changed
saved-nth = No. { $n }
saved-open = open activity { $it }
saved-group = group activity { $it }
saved-project = project activity { $it }
saved-event = event { $it }
saved-one_to_one = one-to-one meeting { $it }
saved-created-before = of this month's hours created by young people, { $it } before this entry
saved-created = of this month's hours created by young people
saved-shift = Share of hours created by young people, { $it }
saved-visits = { $n ->
    [one] visit { $when }, { $here } of them with this entry
   *[other] visits { $when }, { $here } of them with this entry
}
saved-visits-none = { $n ->
    [one] visit { $when }; this entry counts none
   *[other] visits { $when }; this entry counts none
}
saved-seen = The figures include it already; everybody who may see them does.
saved-next = Next: { $it }
today-waiting = Waiting for a decision
today-waiting-what = Two records of one occasion
saved-this-year = this year
saved-in-year = in { $it }
saved-created-in = of the hours in { $it } created by young people
