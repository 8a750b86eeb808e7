# A spreadsheet of units
file-no-code = The column with the unit's code is missing: “code” or “koda”.
file-no-kind = The column with the unit's kind is missing: “kind” or “vrsta”.
file-no-name = The column with the unit's name is missing: “name” or “ime”.
file-column-twice = The column “{ $it }” is there twice, or two columns mean the same.
file-code-missing = The unit's code is missing.
file-code-wrong = “{ $it }” cannot be a code: small letters from a to z, digits and dashes are allowed, 2 to 60 of them. Perhaps “{ $like }”?
file-code-twice = The code “{ $it }” is in row { $row } already.
file-code-elsewhere = The code “{ $it }” belongs to a unit outside your branch. Choose another one.
file-kind-unknown = There is no kind “{ $it }”. The kinds are: { $all }.
file-kind-top = There is only one network; choose another kind.
file-parent-unknown = The parent “{ $it }” is neither in the file nor in the network.
file-parent-elsewhere = The parent “{ $it }” is not in your branch, so you cannot add below it.
file-parent-closed = The parent “{ $it }” is closed.
file-circle = The units go round in a circle: { $it }. One of them must be below another unit.
file-too-deep = The unit is deeper than { $n } levels.
file-date-wrong = “{ $it }” is not a date. Write it as 2026-09-01 or 1. 9. 2026.
file-before-parent = The parent “{ $it }” does not open before { $day }.
file-differs = The file says “{ $file }”, the network “{ $is }”. A file adds units and may mend their opening day; you cannot change this with it.
unit-kind-missing = Choose the kind of unit.
unit-name-missing = Enter the name in at least one language.
unit-name-long = The name is too long: at most { $n } characters.
unit-place-long = The place is too long: at most { $n } characters.
unit-code-wrong = This cannot be a code: small letters from a to z, digits and dashes are allowed, 2 to 60 of them. Perhaps “{ $it }”?
unit-code-taken = Another unit has this code. “{ $it }” would be free.
unit-opened-missing = Enter the day from which the unit is open, or leave the field empty.
unit-opened-early = The unit above does not open before { $day }.
unit-closed = The unit is closed; nothing can be added below it.
# The tree of units
structure-of = Set-up: { $it }
structure-none = There are no units below this one yet.
structure-lead = { $n ->
    [one] { $n } unit below
   *[other] { $n } units below
}, { $record ->
    [0] none of them records entries.
    [one] { $record } records entries.
   *[other] { $record } record entries.
}
units-below = Units
units-none = There are no units below yet. Add the first one, or import them from a spreadsheet.
units-more-below = { $n ->
    [one] and { $n } unit further down
   *[other] and { $n } units further down
}
unit-opens = opens on { $it }
unit-closed-on = closed since { $it }
unit-added = Added: { $it }.
unit-add-below = Add a unit below it
units-brought = { $n ->
    [one] { $n } unit came from the file.
   *[other] { $n } units came from the file.
}
unit-not-added = The unit is not added yet. Please correct what is marked:
unit-add = Add a unit
unit-add-where = The new unit will be below { $it }.
unit-add-do = Add
unit-kind = Kind
unit-place = Place
unit-opened = Open since
unit-code = Code
unit-code-hint = A short name for addresses and spreadsheets; it does not change later. Left empty, it is made from the name.
unit-parent = Below
choose = Choose
name-in = Name ({ $it })
name-in-sl = Name in Slovene
name-in-en = Name in English
name-hint = One language is enough.
units-file = Units from a spreadsheet
units-file-what = First we show what would be added; nothing changes until you confirm.
units-file-choose = CSV or XLSX file
units-file-look = Look at the file
units-file-columns = Which columns?
units-column-code = the unit's short name: small letters, digits, dashes
units-column-parent = code of the unit it belongs to; empty means { $it }
units-column-name = the unit's name; also name_sl and name_en
units-column-place = place, may be empty
units-column-opened = opening day, such as 2024-09-01; empty means for as long as the unit above. For a unit that is here already, another day mends the known one
units-take = Download
units-take-what = All units of this branch in a spreadsheet that you can add to and import again.
units-sheet = Units
units-file-name = units
units-file-problems = { $n ->
    [one] There is { $n } problem in the file. Nothing was added.
   *[other] There are { $n } problems in the file. Nothing was added.
}
units-file-refused = The file could not be imported.
units-file-mend = Correct it and choose it again; all units are added, or none.
units-file-wrong = Problems in the file
units-file-row = Row
units-file-column = Column
units-file-problem = What is wrong
units-file-more = { $n ->
    [one] … and { $n } more
   *[other] … and { $n } more
}
units-file-would = { $n ->
    [one] { $n } unit would be added. Nothing is written yet.
   *[other] { $n } units would be added. Nothing is written yet.
}
units-file-nothing = Everything in the file is here already; there is nothing to add.
units-file-there = { $n ->
    [one] { $n } unit in the file is here already.
   *[other] { $n } units in the file are here already.
}
units-file-ignored = We do not know these columns and left them aside: { $it }.
units-file-below = What would be added below { $it }
units-file-do = Confirm all
units-file-leave = Cancel
units-file-back = Back to the set-up
units-file-again = Another file
unit-mend = Mend name, place and opening day
unit-mend-of = Mend name, place and opening day: { $it }
unit-mend-name = Mend the wording
unit-mend-what = For slips of the keyboard: the mended name counts as if it had always been written so. If the unit is called something else from a day on, do not change it here, or past reports will carry the new name.
# A unit in the course of time
past = Rename, move, close
past-of = In the course of time: { $it }
past-what = Changes hold from the day you say. Entries and figures from before stay where they were.
past-when = When
past-from = from { $it }
past-top = at the top
past-names = Names
past-name = Name
past-rename = New name
past-rename-what = Reports on past years keep the name that held then.
past-rename-slip = Mend a slip of the keyboard
past-on = From
past-rename-do = Rename
past-unname = Take the new name back
past-places = Places in the tree
past-move = Move below another unit
past-move-what = Everything below the unit goes with it. Figures up to that day go on counting for the former unit above, later ones for the new one; the overview can also show the tree as it is today.
past-move-above = Whoever is a mentor of the unit above can move or close this one.
past-move-do = Move
past-unmove = Take the move back
past-closing = Closing and merging
past-close-what = A closed unit records no more; all that was recorded stays. When it merges, say which unit goes on with its work.
past-close-go = Close or merge
past-close-on = No longer open from
past-successor = Its work is continued by
past-no-successor = no unit
past-reopen = Open again
past-closed = The unit is closed since { $day }.
past-merged = Since { $day }, { $into } goes on with this unit's work.
past-day-missing = Enter the day it holds from.
past-day-early = The unit is open since { $day }; a change can hold only after that day.
past-named-later = The present name holds since { $day }. A new one can hold only later, or take the last new name back first.
past-name-same = The unit has this name already.
past-parent-missing = Choose the unit it goes below.
past-below-itself = A unit cannot stand below itself or below a unit that is below it.
past-parent-closed = This unit is not open on that day, or is going to close.
past-there-already = The unit is below this one already.
past-moved-later = The unit is in its present place since { $day }. A move can hold only later, or take the last one back first.
past-successor-missing = There is no such unit. Choose it from the list.
past-into-itself = A unit cannot merge into itself.
past-into-below = A unit cannot merge into a unit that is below it.
past-successor-records-nothing = This unit records no entries, so it cannot go on with the work.
past-successor-closed = That unit is closed from { $day }; choose another one.
past-successor-opens = That unit opens only on { $day }.
past-closed-already = The unit is closed since { $day } already. If that is wrong, open it again first.
past-open-below = There are open units below it: { $units }. Move or close them first.
past-above-closed = The unit above is closed; open that one first.
# The opening day
unit-opened-hint = Empty means: since the unit above is open ({ $it }). Records can be made from this day on, also of the past.
unit-opened-mend = Records can be made from this day on. Empty means: since the unit above is open.
unit-opened-network = The day since when the network is here does not change.
unit-opened-after-change = Something about the unit changes on { $day } already: its name, its place or its closing. It has to open before.
unit-opened-after-merger = Another unit was merged into this one on { $day }, so it has to be open by then.
unit-opened-after-below = A unit below it is there since { $day }, so it cannot open later.
unit-opened-after-records = The unit has records or activities since { $day }, so it cannot open later.
units-file-would-mend = { $n ->
    [one] The opening day of { $n } unit would be mended. Nothing is written yet.
   *[other] The opening days of { $n } units would be mended. Nothing is written yet.
}
units-file-mended = Another opening day
units-file-was = Open since, as it is
units-file-will = Open since, mended
