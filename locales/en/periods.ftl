# Closed periods
entry-problem-closed = { $period } has been closed in { $unit } since { $day }, so entries in it no longer change. The network's coordinator can reopen it for a reason.
entry-problem-closed-any = One of these days is in a closed period. Nothing was recorded.
entry-stays-closed = Nothing was changed: this change reaches into a period that is closed. The network's coordinator can reopen it for a reason.
period-not-over = This period is not over yet. It can be closed from { $day } on.
period-closed-already = { $period } has been closed since { $day } ({ $who }). There was nothing to do.
period-closed-above = { $period } has been closed in { $unit } since { $day } ({ $who }), and so here, too. There was nothing to do.
period-reopened-already = This period was reopened on { $day } ({ $who }).
period-reason-missing = Give a reason. It will stay on record with the period.
period-reason-long = The reason is too long: { $n } characters at most.
