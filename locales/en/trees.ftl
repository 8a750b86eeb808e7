# The tree of units in the course of time: where entries count
tree = Tree of units
tree-then = As it was then
tree-today = As it is today
tree-then-what = Every entry counts where its unit belonged on that day.
tree-today-what = Every entry counts where its unit belongs today, for the past as well. Entries of a merged unit count with the one that goes on with its work.
tree-called-now = now { $it }
tree-called-then = then { $it }
tree-noted = { $name } ({ $note })
tree-merged-here = merged on { $it }
tree-merged = part of { $into } since { $day }
tree-closed = unit closed since { $it }
tree-left = here until { $it }
tree-came = here since { $it }

# Closing and merging
closing = Closing and merging
closing-of = Closing: { $it }
closing-when = From when, and who goes on?
closing-look = See what will happen
closing-leave = Cancel
closing-will = What will happen
closing-not-yet = Nothing has changed yet. Read, and confirm.
closing-records = From { $day }, nothing more can be recorded in { $unit }.
closing-records-into = From { $day }, recording goes on in { $into } and no longer in { $unit }.
closing-entries = Everything recorded stays in { $unit }; no entry moves. It can still be corrected later.
closing-later = { $n ->
    [one] There is { $n } entry here since that day. It stays in this unit and in the figures.
   *[other] There are { $n } entries here since that day. They stay in this unit and in the figures.
}
closing-figures = Figures of past years stay as they are.
closing-figures-into = Figures of past years stay as they are. Whoever chooses the tree as it is today in the overview finds the past of { $unit } with { $into }, so last year can be compared both ways.
closing-activities = { $n ->
    [one] { $n } activity of this unit ends with it.
   *[other] { $n } activities of this unit end with it.
}
closing-activities-into = { $n ->
    [one] { $n } activity of this unit does not move. If it goes on, add it in { $into }.
   *[other] { $n } activities of this unit do not move. If they go on, add them in { $into }.
}
closing-people = { $n ->
    [one] { $n } person has a role in this unit: { $names }. They keep it, to read and correct what was.
   *[other] { $n } people have a role in this unit: { $names }. They keep it, to read and correct what was.
}
closing-people-also = They shall have the same role in { $it }
closing-back = You can change your mind: the unit can be opened again later.
closing-do = Close
closing-do-into = Merge
