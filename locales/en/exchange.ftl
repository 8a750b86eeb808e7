# Import of past records
import-column-entry = Id of the record
import-column-unit = Unit
import-column-activity = Activity
import-column-kind = Kind of activity
import-column-place_kind = Where it was
import-column-project = Project
import-column-main_tag = Main tag
import-column-main_field = Main field
import-column-further_tags = Further tags
import-column-further_fields = Further fields
import-column-topics = Topics of talks
import-column-status = Held or called off
import-column-cancel_reason = Reason for calling off
import-column-date = Date
import-column-start = Start
import-column-end = End
import-column-duration_min = Length in minutes
import-column-created_min = Created time in minutes
import-column-first_visits = First visits
import-column-staff_count = Number of staff
import-column-staff_min = Minutes of staff together
import-column-prep_min = Minutes of preparation together
import-column-volunteer_count = Number of volunteers
import-column-volunteer_min = Minutes of volunteers together
import-column-count_method = How heads were counted
import-column-copied_counts = Taken over from last time
import-column-series = Event of several days
import-column-note = Note
import-column-start_end = Start and end
import-column-duration = Length
import-column-duration_h = Length in hours
import-column-created = Created time
import-column-created_h = Created time in hours
import-column-created_share = Share of created time
import-column-visits = All visits
import-column-staff_h = Hours of staff together
import-column-prep_h = Hours of preparation together
import-column-volunteer_h = Hours of volunteers together
import-column-cancelled = Called off (yes or no)
import-column-period = Period
import-column-year = Year
import-column-month = Month
import-column-activities_held = Number of activities
import-column-all = { $it }: all
import-at-sheet = sheet { $it }
import-at-row = row { $it }
import-at-column = column { $it }
import-not-understood = not understood
import-aside = left aside
import-as-before = { $it }, as last time
import-nothing = nothing
import-differs = { $it }: differs
import-differs-both = { $what }: stands as { $is }, the file says { $file }
import-was-deleted = the entry was deleted since
import-held = { $n ->
    [one] { $n } activity held
   *[other] { $n } activities held
}
import-called-off = { $n ->
    [one] { $n } called off
   *[other] { $n } called off
}
import-hours = { $it } h
import-row-aside = { $place }: this is no record and is left aside (“{ $it }”).
import-totals-agree = { $it }: the sum in the file agrees with the rows. It is not imported.
import-totals-column = { $it }: the file says { $said }, the rows come to { $sum }
import-totals-differ = { $place }: the sum in the file does not agree with the rows ({ $it }). It is not imported; see whether a row is missing.
import-no-table = The file has no heading with “Date” and at least one more column that we know, such as “Activity” or “Hours”. For sums without days, a column “Year” or “Month” is needed. You can begin with our template.
import-nothing-new = There is nothing new in the file. Nothing was written.
import-same-file = This file was imported on { $it } already.
import-column-twice = This column means the same as “{ $it }”. Leave one of them aside.
import-date-missing = The date is missing. Was the row left half done?
import-date-wrong = “{ $it }” is not a date. Write it as 1. 3. 2024 or 2024-03-01.
import-clock-wrong = “{ $it }” is not a time. Write it as 17:00 or 17.00.
import-length-wrong = “{ $it }” is not a length of time. Write it as 2.5 or 2:30.
import-length-missing = We do not know how long it was. Add start and end, or hours.
import-times-disagree = The end at { $end } does not agree with a length of { $length } minutes.
import-number-wrong = “{ $it }” is not a whole number.
import-share-wrong = “{ $it }” is not a share. Write it as 25%.
import-status-wrong = “{ $it }” does not say whether it was held or called off. Write “held” or “cancelled”.
import-yes-wrong = “{ $it }” is neither “yes” nor “no”.
import-series-wrong = “{ $it }” is not the id of an event of several days from our export.
import-cell-fault = The cell holds a spreadsheet error. Mend the formula or write the value.
import-no-activity-column = The column with the name of the activity is missing: “Activity” or “Dejavnost”.
import-activity-missing = The name of the activity is missing.
import-activity-unknown = { $n ->
    [one] The unit has no activity “{ $it }”.
   *[other] The unit has no activity “{ $it }”. It is in several rows ({ $n }).
}
import-activity-close = { $n ->
    [one] The unit has no activity “{ $it }”. Similar: { $like }.
   *[other] The unit has no activity “{ $it }”. Similar: { $like }. It is in several rows ({ $n }).
}
import-activity-later = { $n ->
    [one] The activity “{ $it }” was not offered yet on that day.
   *[other] The activity “{ $it }” was not offered yet on those days ({ $n } rows).
}
import-unit-unknown = { $n ->
    [one] “{ $it }” is neither the unit this import is for ({ $unit }) nor below it.
   *[other] “{ $it }” is neither the unit this import is for ({ $unit }) nor below it. It is in several rows ({ $n }).
}
import-unit-not-recording = Nothing is recorded in this unit itself. Add a column “Unit” or choose a centre below it.
import-id-twice = The id “{ $it }” is in row { $row } already.
import-id-elsewhere = The record with this id belongs to another unit.
import-word-unknown = The network has no term “{ $it }”.
import-band-unknown = The age band “{ $it }” was not in use then.
import-cancelled-heads = It was called off, yet young people are counted in the row.
import-visits-differ = { $visits } visits are written down in all, but { $parts } by part.
import-period-missing = The year or month is missing.
import-period-wrong = “{ $it }” is not a period. Write it as 2023 or May 2023.
import-period-ahead = The period “{ $it }” is not over yet.
import-period-twice = This period is in the file already.
import-sum-closed = { $period } has been closed in { $unit } since { $day }, so sums of it no longer change. The network's coordinator can reopen it for a reason.
import-sums-missing = There is no number in the row that we know.
import-sum-unit-unknown = “{ $it }” is neither the unit this import is for nor below it.
import-undo-closed = The import cannot be undone because a period of it is closed ({ $unit }: { $period }). The network's coordinator can reopen it.
imports = Import
imports-of = Import: { $it }
imports-lead = Bring past records here from spreadsheets. You see first what was understood; only then is anything written.
imports-before = Imported files
imports-none = No file was imported yet.
import-choose = Choose a file
import-choose-what = An XLSX or CSV spreadsheet with a row for each activity, just as you have it: columns in any order, in Slovene or English. Sums of years or months can be brought separately.
import-file = File
import-look = See what is in it
import-help = No spreadsheet yet?
import-template-what = The template has the right columns, and lists to choose from.
import-template = Download the template
import-paper-what = For evenings without a computer, print this week's sheet.
import-paper = Sheet for a pencil
import-by-command = the server's keeper
import-undone = undone
import-came-entries = { $n ->
    [one] { $n } new entry
   *[other] { $n } new entries
}
import-came-sums = { $n ->
    [one] { $n } new sum
   *[other] { $n } new sums
}
import-came-changed = { $n ->
    [one] { $n } changed
   *[other] { $n } changed
}
import-understood = What was understood
import-no-table-lead = No table of activities was found in the file.
import-would = { $n ->
    [one] { $n } entry would be written.
   *[other] { $n } entries would be written.
}
import-would-sums = { $n ->
    [one] { $n } sum would be written.
   *[other] { $n } sums would be written.
}
import-nothing-new-lead = There is nothing new in the file.
import-problems = { $n ->
    [one] { $n } thing has to be mended first.
   *[other] { $n } things have to be mended first.
}
import-more-problems = { $n ->
    [one] And { $n } more problem.
   *[other] And { $n } more problems.
}
import-refused = Nothing was written. See what has to be mended.
import-to-mend = Mend before importing
import-to-mend-what = Mend it in the file and choose it again, or change what a column means below. Until everything is right, nothing is written.
import-where = Where
import-what = What
import-comes-to = What the file comes to, by year
import-together = Together
import-take = Import
import-notes = Good to know
import-same = { $n ->
    [one] { $n } row stands already just so, and is not doubled.
   *[other] { $n } rows stand already just so, and are not doubled.
}
import-by-hand = { $n ->
    [one] { $n } of them was recorded by hand.
   *[other] { $n } of them were recorded by hand.
}
import-gone = { $n ->
    [one] The entry of { $n } row was deleted since. It returns only if you take changes too.
   *[other] The entries of { $n } rows were deleted since. They return only if you take changes too.
}
import-makes = New activity: { $it } (kind: { $kind }), from { $day }.
import-earlier = The activity { $it } will be offered from { $day } already.
import-sheets-left = Sheets without such a table, left aside: { $it }.
import-sums-what = These are sums without single entries. The overview draws them apart and never adds them to entries.
import-changes = What stands otherwise
import-changes-left = These rows stay as they are recorded. If the file is right, choose below to take changes too.
import-changes-taken = These rows will change to what the file says. Earlier versions stay in the history.
import-row = Row
import-differs-how = Difference
import-sums = Sums
import-measure = What
import-value = In the file
import-stands = Stands now
import-rows = First new entries
import-columns = Columns
import-columns-what = If a column means something else, choose it here. Next time it will be understood by itself.
import-create = Add activities that are not there yet, and let existing ones begin earlier where needed
import-update = Take changes too: where something stands otherwise, the file is right
import-look-again = Look again
import-let-go = Let go of this file
import-other-file = Choose another file
import-of = Import: { $it }
import-came = What was imported
import-when = When
import-who = Who
import-rows-all = Rows in the file
import-days = Period
import-entries = See the entries
import-undone-when = Undone { $day } ({ $who }). What was imported no longer counts.
import-undo = Undo the import
import-undo-what = What was added is deleted; what was changed is as before. Everything stays in the history of the entries.
import-undo-do = Undo the whole import
import-undo-too = Undo these too
import-undo-leave = Leave it as it is
import-touched = { $n ->
    [one] { $n } entry was corrected after the import. Should it go too?
   *[other] { $n } entries were corrected after the import. Should they go too?
}
import-paper-how = Print this page, fill it in with a pencil in the evening, then record it.
import-paper-previous = Week before
import-paper-next = Next week
import-paper-more = Another activity
import-paper-other = Others
import-paper-created = Created by young people
import-template-file = template
import-template-sheet = Activities
import-template-help = Help
import-template-lists = Lists
import-template-choose = Choose from the list
import-template-choose-what = This value is not on the list. If the activity is new, you may keep it.
import-template-yes = yes
import-template-no = no
import-template-date = Date
import-template-date-what = The day the activity began, such as 1. 3. 2024. Needed.
import-template-activity = Activity
import-template-activity-what = The activity's name as it is in Logbook; choose it from the list. Needed.
import-template-start = Start
import-template-start-what = A time, such as 17:00. If you do not know it, add a column “Hours” with the length, such as 2.5.
import-template-end = End
import-template-end-what = A time, such as 20:00. If it ended after midnight, write just the time.
import-template-girls = Girls
import-template-girls-what = How many participants were girls. Empty means not counted; 0 means none.
import-template-boys = Boys
import-template-boys-what = How many participants were boys.
import-template-non_binary = Non-binary
import-template-non_binary-what = How many participants were non-binary.
import-template-participants = Participants
import-template-participants-what = All participants together. May stay empty where they are counted by gender.
import-template-creators = Creators
import-template-creators-what = Young people who planned, prepared or led. Do not count them as participants.
import-template-audience = Audience
import-template-audience-what = Young people who only watched or listened.
import-template-created = Created (min)
import-template-created-what = How many minutes of the activity young people created themselves.
import-template-first_visits = First visits
import-template-first_visits-what = How many young people came for the first time.
import-template-cancelled = Called off
import-template-cancelled-what = “yes” if the activity was called off. Otherwise leave it empty.
import-template-note = Note
import-template-note-what = What happened. Do not write names or personal data of young people.
import-template-further = You may also add columns “Age 15-18”, “Staff”, “Volunteers”, “Unit” or “Kind”. Kinds are:
import-past = Known only as a sum
import-past-head = Only as a sum
import-past-what = These figures are from before there were entries. They are added to nothing else, since no single activities stand behind them.
import-past-column = known only as a sum: { $it }
import-ready = Ready to import
import-to-mend-create = An activity that is not there yet can be added below.
import-no-band = the network has no such age band
import-left-out = These columns are not understood, so nothing will be taken from them: { $it }.
import-staff-kept = { $n ->
    [one] { $n } row also says what time others spent. That stays as it stands: mentors and whoever recorded the entry can change it.
   *[other] { $n } rows also say what time others spent. That stays as it stands: mentors and whoever recorded the entry can change it.
}
import-only-differs = { $n ->
    [one] Nothing is new, but { $n } row says something else than what stands.
   *[other] Nothing is new, but { $n } rows say something else than what stands.
}
import-quoted = “{ $it }”
