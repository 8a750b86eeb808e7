# Closed periods
entry-problem-closed = { $period } has been closed in { $unit } since { $day }, so entries in it no longer change. The network's coordinator can reopen it for a reason.
entry-problem-closed-any = One of these days is in a closed period. Nothing was recorded.
entry-stays-closed = Nothing was changed: this change reaches into a period that is closed. The network's coordinator can reopen it for a reason.
period-not-over = This period is not over yet. It can be closed from { $day } on.
period-closed-already = { $period } has been closed since { $day } ({ $who }). There was nothing to do.
period-closed-above = { $period } has been closed in { $unit } since { $day } ({ $who }), and so here, too. The network’s coordinators may reopen it for a reason. There was nothing to do.
period-reopened-already = This period was reopened on { $day } ({ $who }).
period-reason-missing = Give a reason. It will stay on record with the period.
period-reason-long = The reason is too long: { $n } characters at most.
period-closed = { $period } has been closed since { $day } ({ $who }).
period-closed-by-above = { $period } has been closed in { $unit } since { $day } ({ $who }), and so here, too. The network’s coordinators may reopen it for a reason.
period-more = More about it
entry-after-reopening = After { $period } was reopened. Reason: { $reason }
entry-closed = Entries in it no longer change.
# A year and its months
periods = Periods
periods-of = Periods: { $it }
periods-lead = What is closed no longer changes.
periods-what = Once a month or a year is fully recorded, its mentors close it: entries and figures stay as they were handed in. The network's coordinator can reopen it, for a reason.
periods-years = Other years
periods-whole-year = All of { $it }
period-state-closed = closed
period-state-partly = partly closed
period-state-running = still running
period-state-reopened = reopened
period-state-open = open
period-with-year = with all of { $it }
period-with-unit = in { $it }
period-months-closed = { $n ->
    [0] some days are closed
    [one] { $n } month is closed
   *[other] { $n } months are closed
}
period-days-closed = some days are closed
period-runs = can be closed from { $day } on
period-reason-said = Reason: { $it }
# One period
period-lead-partly = Part of this period is closed already, the rest is open.
period-lead-running = This period is still running. It can be closed from { $day } on.
period-lead-open = This period is open: entries can still change.
period-lead-reopened = This period was reopened on { $day } ({ $who }).
period-inside = What is in it
period-called-off = Called off
period-below = Units below
period-waiting = { $n ->
    [one] { $n } evening was recorded twice. Choose which one counts.
   *[other] { $n } evenings were recorded twice. Choose which one counts.
}
period-missing = { $n ->
    [one] { $n } usual time has no entry. If the activity did not happen, record that it was called off.
   *[other] { $n } usual times have no entry. If the activity did not happen, record that it was called off.
}
period-more-evenings = { $n ->
    [one] … and { $n } more
   *[other] … and { $n } more
}
period-and-more = { $n ->
    [one] and { $n } more
   *[other] and { $n } more
}
period-close = Close the period
period-close-what = { $n ->
    [0] After that nothing can be added, corrected or deleted any more. This holds for { $unit }.
    [one] After that nothing can be added, corrected or deleted any more. This holds for { $unit } and { $n } unit below it.
   *[other] After that nothing can be added, corrected or deleted any more. This holds for { $unit } and { $n } units below it.
}
period-close-waiting = { $n ->
    [one] { $n } evening still waits for a decision. After that, all one can do is keep what counts now.
   *[other] { $n } evenings still wait for a decision. After that, all one can do is keep what counts now.
}
period-close-missing = { $n ->
    [one] { $n } expected entry is still missing. After that it can no longer be added.
   *[other] { $n } expected entries are still missing. After that they can no longer be added.
}
period-close-do = Close { $it }
period-close-after = If something has to be put right later, the network's coordinator can reopen the period.
period-reopen = Reopen
period-reopen-what = Entries can change again, and the figures with them. Whatever is added, corrected or deleted will be listed here, also once the period is closed again.
period-still-closed = What was closed on its own stays closed: { $it }.
period-reason = Reason
period-reason-hint = It stays on record, and everybody who sees entries can read it.
period-reopen-do = Reopen { $it }
period-ask-close = The mentors of this unit or the network's coordinator can close the period.
period-ask-reopen = The network's coordinator can reopen the period for a reason.
period-above = It is closed as part of:
period-history = What happened
period-history-closed = Closed
period-history-reopened = Reopened
period-changes = { $n ->
    [0] Nothing was changed after that.
    [one] { $n } change was made after that:
   *[other] { $n } changes were made after that:
}
period-change = changed
period-change-new = added
period-change-removed = deleted
past-closed-period = The period from { $from } to { $last } is closed in { $unit }, and this move would change its figures. Choose a later day, or ask the network's coordinator to reopen it.
period-units = { $n ->
    [one] { $n } unit
   *[other] { $n } units
}
period-missing-here = { $n ->
    [one] { $n } entry is missing
   *[other] { $n } entries are missing
}
