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
    [one] { $n } activity held
   *[other] { $n } activities held
}
import-called-off = { $n ->
    [one] { $n } called off
   *[other] { $n } called off
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
   *[other] The activity “{ $it }” was not offered yet on those days ({ $n } rows).
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
import-sums-missing = There is no number in the row that we know.
import-sum-unit-unknown = “{ $it }” is neither the unit this import is for nor below it.
import-undo-closed = The import cannot be undone because a period of it is closed ({ $unit }: { $period }). The network's coordinator can reopen it.
