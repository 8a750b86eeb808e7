# How long notes are kept
retention = Keeping of notes
retention-years = { $n ->
    [one] { $n } full year after the year of the entry
   *[other] { $n } full years after the year of the entry
}
retention-rule = Notes are kept for { $it }, then removed.
retention-example = Notes of { $year } will be removed on { $day }.
retention-default = It holds until a coordinator sets it otherwise.
retention-set = Set on { $day } by { $who }.
retention-what = What this means
retention-what-notes = Only the text of notes is removed: from the entry and from all its earlier and proposed versions. Searches no longer find it either.
retention-what-stays = The entry stays, with its figures and the name of whoever recorded it. No figure changes.
retention-what-copies = Backups made before still hold the notes until whoever runs the server deletes them.
retention-change = Change
retention-keep = Keep notes for
retention-look = See what would change
retention-means = If they are kept for { $it }
retention-means-from = Notes of entries from { $it } on stay.
retention-means-removes = { $n ->
    [one] Next night the note of { $n } entry will be removed.
   *[other] Next night the notes of { $n } entries will be removed.
}
retention-means-nothing = There are no older notes now.
retention-means-longer = Notes that are removed already do not come back.
retention-for-good = Removed notes cannot be brought back.
retention-set-do = Set it so
retention-choose = Choose from 1 to 10 years.
retention-late = For more than a day and a half the rule was not carried out to its end. Tell whoever runs the server.
retention-failing = The last try failed; the program is trying again. The command logbook retention list on the server shows why.
retention-runs = When it was carried out
retention-runs-what = Every night the program looks through all entries.
retention-runs-none = Not carried out yet. The first time will be next night.
retention-run-day = Day
retention-run-before = entries before { $it }
retention-run-removed = Removed
retention-run-finished = Finished
retention-run-open = not finished
retention-told = { $network }: { $length }.
retention-told-ran = { $network }: { $length }. Last looked through on { $day }.
retention-means-answers = { $n ->
    [one] Next night we will remove answers in words of { $n } entry.
   *[other] Next night we will remove answers in words of { $n } entries.
}
retention-run-answers = { $n ->
    [one] and answers of { $n } entry
   *[other] and answers of { $n } entries
}
retention-what-watch = Texts of support visits, and reasons for answers about records, are kept as long.
retention-means-watch = { $n ->
    [one] Next night we will remove { $n } text about records and support visits.
   *[other] Next night we will remove { $n } texts about records and support visits.
}
retention-run-watch = { $n ->
    [one] and { $n } text about records and visits
   *[other] and { $n } texts about records and visits
}
retention-what-change = Words about the work with an evaluation's results are kept as long: notes of steps, tasks, names of those responsible, and what was decided at the meeting with the municipality. Days and numbers stay, and so do aims, and the page “You said, we did” for as long as it is public.
retention-means-change = { $n ->
    [one] Next night we will remove the words of { $n } step from results to change.
   *[other] Next night we will remove the words of { $n } steps from results to change.
}
retention-run-change = { $n ->
    [one] and words of { $n } step from results to change
   *[other] and words of { $n } steps from results to change
}
retention-what-pictures = Photos beside entries and their captions are kept as long; then they are gone also from reports that showed them.
retention-means-pictures = { $n ->
    [one] Next night we will remove { $n } photo.
   *[other] Next night we will remove { $n } photos.
}
retention-run-pictures = { $n ->
    [one] and { $n } photo
   *[other] and { $n } photos
}
