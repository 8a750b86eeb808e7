# The month as a grid
grid-open = Whole month
grid-title = Entries by month: { $it }
grid-rows = Occasions of the month
grid-every = All
grid-only-open = Not recorded
grid-done = { $n ->
    [one] { $n } occasion of { $all } is recorded.
   *[other] { $n } occasions of { $all } are recorded.
}
grid-all-done = { $n ->
    [one] Everything is recorded: { $n } occasion.
   *[other] Everything is recorded: { $n } occasions.
}
grid-nothing = Nothing is recorded and nothing is expected.
grid-empty = Fill in the empty rows, or paste them from a spreadsheet.
grid-not-offered = None of this unit’s activities was on in this month. Choose another month.
grid-new-row = New row { $it }
grid-created = Created by young people, %
grid-no-note = no note kept
grid-state = State
grid-keys-move = between cells
grid-keys-enter = to the next row
grid-keys-save = save
grid-keys-paste = paste from a spreadsheet
grid-desk = It goes faster at a desk: with the keyboard, and by pasting from a spreadsheet.
grid-without-script = Save each row with the button at its end.
grid-add = Add a row
grid-save-all = Save all
grid-saving = saving
grid-unsaved = not saved
grid-problem = to mend
grid-ask = to check
grid-look = look
grid-right = Yes, it is right
grid-whole-form = Open the whole form
grid-saved = Saved: { $it }
grid-which-unit = Choose the unit you record in
grid-waiting = Somebody else recorded this meanwhile. What you typed is not lost: open both versions and choose.
grid-first-stands = This row was saved before, with other words. Open the entry and correct it if it is not right.
grid-problem-activity = Choose an activity.
grid-problem-share = Type a percentage from 0 to 100, or minutes: 50 or 45 min, for example.
grid-script-offline = The server cannot be reached. What you typed is here; trying again.
grid-script-pasted = Pasted, rows: #. Look them over and save.
grid-script-unfit = There was no place for: #
grid-script-leave = Some rows are not saved yet.
