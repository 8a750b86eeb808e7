# Reports: templates, writing, finishing, where figures come from.
report = Report
reports = Reports
reports-lead = One record for the municipality, the funder, the network and the public. The figures count themselves, the words are yours.
reports-drafts = Being written
reports-no-drafts = No report is being written right now.
reports-finished = Finished
reports-none-finished = No report is finished yet.
report-new = New report
report-new-what = Choose a template and a period. The figures are there at once, and several of you can write.
report-template = Template
report-language = Language
report-begin = Begin the report
report-period-runs = { $it } (still running)
report-template-missing = Choose a template.
report-template-not-here = This template is for other kinds of units. Choose another one.
report-period-wrong = Choose a period, such as 2025, 2025-H1 or 2025-06.
report-period-other = This template is for periods of another length. Choose another period or another template.
report-period-future = This period has not begun yet.
report-language-missing = Choose a language.
report-half-1 = first half of { $it }
report-half-2 = second half of { $it }
report-draft = Draft
report-superseded = replaced
report-begun-by = Begun { $on } by { $who }
report-finished-by = Finished { $on } by { $who }
report-finished-on = Finished { $it }
report-state = Data as of { $day }, change no. { $n }.
report-name = { $title }, { $period }
report-standing = State
report-address = Address
report-saved = Saved.
report-saved-by = Last saved { $on } by { $who }
report-ended-meanwhile = { $who } finished this report on { $on }, so its texts do not change any more. What you have is not saved and still in the field: copy it if you need it, or begin a new report in the place of this one.
report-thrown-away-meanwhile = Somebody threw this draft away meanwhile. What you have is not saved and still in the field: copy it if you need it, and begin a new report.
report-versions = All versions
report-versions-what = Every text that was saved stays, the newest on top. If you take one again it becomes a new version, and nothing is lost.
report-versions-finished = The report is finished, so the text does not change any more. Whatever was saved stays, the newest on top.
report-versions-none = Nobody has written anything here yet.
report-versions-older = Older ones
report-versions-back = Back to writing
report-version-by = { $on } at { $at }, { $who }
report-version-stands = This is what stands in the report now.
report-version-take = Take this text again
report-meanwhile = Another text was saved here meanwhile: { $who }, { $on }.
report-newer = A newer report took the place of this one.
report-newer-open = Open the newer one
report-older = This report takes the place of an older one.
report-older-open = Open the older one
report-take = Take along
report-as-pdf = PDF
report-as-docx = Word (DOCX)
report-as-xlsx = Figures (XLSX)
report-as-html = Web page
report-unset = The PDF cannot show: { $it }. It has □ in place of each of these; the page and the DOCX file have them.
report-finish = Finish the report
report-finish-what = Figures and texts stay as they are. Later only a new report can take their place.
report-too-early = The period is not over. The report can be finished once its last day has passed.
report-is-finished = This report is finished and does not change any more. Begin a new one in its place.
report-discard = Throw the draft away
report-discard-what = The draft with all its texts leaves the list. Activities and figures stay.
report-discard-do = Throw the draft away
report-again = A new report in the place of this one
report-again-what = A draft begins with the same texts and the figures of today. This report stands until the new one is finished, and can be read after that as well.
report-again-do = Begin a new one
report-write = Write
report-nothing-chosen = Nothing is chosen here yet.
report-save = Save
report-back = Back to the report
report-text-what = An empty line begins a new paragraph, a line that begins with a dash is an item of a list.
report-text-long = The text is too long: at most { $n } characters.
report-story-n = Story { $it }
report-story-entry = Activity
report-story-none = None
report-story-words = What happened
report-story-what = Choose the activities that say most, and tell them in your own words.
report-story-missing = Choose the activity that you tell of, or empty the text.
report-story-twice = This activity is chosen already.
report-story-elsewhere = This activity is none of this unit or of the units below it. Choose another one.
report-story-not-held = This activity was cancelled or deleted. Choose another one.
report-story-outside = This activity was not in the period of this report. Choose another one.
report-story-one-to-one = Reports do not tell of one-to-one work, so that nobody can be recognised. Choose another activity.
report-story-gone = The activity that was chosen cannot be in this report
report-stories-gone = { $n ->
    [one] { $n } activity that was chosen was deleted or does not belong in this report any more, so its story is not shown. The text is kept: choose another activity or empty the text.
   *[other] { $n } activities that were chosen were deleted or do not belong in this report any more, so their stories are not shown. The texts are kept: choose other activities or empty the texts.
}
report-nothing-recorded = No activity is recorded in this period, so there are no figures.
report-so-far = The period is still running: figures are up to and including { $it }.
report-contents = Contents
report-figure = Figure
report-figures = Figures
report-index = What young people said, points from 0 to 100
report-range = Where the true value lies
report-results-note = The range tells where the true value lies with 95 per cent certainty, as if those young people who answered had been chosen at random.
report-whom = responsible:
report-unsplit = A small amount of one-to-one work stands together with other work, so that nobody can be told.
report-shares-of-all = Shares are of everything together, also of what is not split.
report-overlaps = One activity can have several tags, so the rows do not add up to the whole.
report-sources = Where the figures come from
report-sources-what = The small letters beside figures lead here. What each figure means: { $it }.
report-sources-where = Every figure opens at { $it }.
report-sources-here = The small letter beside a figure opens its definition, period, state of the data, and the activities it is made of.
report-source-of = Unit and period
report-source-figures = Figures
report-definition = Version of the definition: { $it }
report-mark = Where figure { $it } comes from
report-figure-value = Value
report-figure-sums = The two sums
report-figure-from = Where it comes from
report-figure-unit = Unit, with everything below it
report-figure-split = Split by
report-figure-state = State of the data
report-figure-open = The figure opens to the activities it is made of today. Whoever may see entries is led on to them.
report-figure-now = { $it } today
report-figure-unsplit = What reports do not split ({ $it }) is split in your lists of entries, so these may show more than stands here.
report-figure-changed = Entries changed since the report was finished. The report stays as it is.
report-figure-index = The points open to the results of the evaluation.
report-by-kind = { $it } by kind of activity
report-by-place_kind = { $it } by kind of place
report-by-part = { $it } by what young people did
report-by-gender = { $it } by gender
report-by-age_band = { $it } by age
report-by-weekday = { $it } by weekday
report-by-month = { $it } by month
report-by-unit = { $it } by unit
report-by-main_tag = { $it } by main tag
report-by-main_field = { $it } by main field
report-by-tag = { $it } by tag
report-by-field = { $it } by field
report-axis-kind = Kind of activity
report-axis-place_kind = Kind of place
report-axis-part = Part
report-axis-gender = Gender
report-axis-age_band = Age
report-axis-weekday = Weekday
report-axis-month = Month
report-axis-unit = Unit
report-axis-main_tag = Main tag
report-axis-main_field = Main field
report-axis-tag = Tag
report-axis-field = Field
report-column-mark = the mark beside the figure in the report
report-column-measure = what is counted
report-column-definition = version of the definition
report-column-unit = the unit, with everything below it
report-column-from = first day
report-column-to = last day, included
report-column-axis = what it is split by; empty means the whole
report-column-member = which part
report-column-value = the value; of minutes the hours they are
report-column-above = the sum, of hours in minutes; of a ratio the one above
report-column-below = of a ratio the sum below
report-column-counted_in = what the value counts
report-template-centre-year = Annual report
report-template-centre-half-year = Half-year report
report-template-municipality-year = Annual report for the municipality
report-template-network-year = Annual report of the network
report-template-council-page = Page for those who decide
report-section-foreword = Foreword
report-hint-foreword = Who you are, what marked this year, and whom you thank. A few paragraphs are enough.
report-section-half-in-short = The half-year in short
report-hint-half-in-short = What happened in this half-year, what went well and what did not.
report-section-in-short = In short
report-hint-in-short = In three or four sentences: what young people do at your place, and why that matters here.
report-section-ask = What we need
report-hint-ask = One or two things that those who decide should think about.
report-section-key-figures = The most important figures
report-section-over-time = Through the year
report-section-gender = Who comes
report-section-age = How old they are
report-section-parts = How they take part
report-section-kinds = What we do
report-section-topics = What we give time to
report-section-units = Units
report-section-highlights = What was new
report-hint-highlights = Projects, achievements and difficulties that figures do not tell.
report-section-stories = Stories
report-section-results = What young people said
report-section-targets = Aims, and what came of them
report-section-next = What comes next
report-hint-next = What you plan, and what you need for it.
report-section-each-unit = Unit by unit
report-section-each-part = By municipality and organisation
report-section-unit-figures = The most important figures
report-section-unit-over-time = Through the year
report-section-unit-kinds = What they do
report-section-unit-age = How old they are
report-section-part-figures = The most important figures
report-section-part-over-time = Through the year
report-section-part-units = Units
act-see-reports = Finished reports are seen by
act-write-reports = Reports are written by
act-finish-reports = Reports are finished by
record-finish_report = Finished a report
record-discard_report = Threw a draft of a report away
define-version = Version of the definition
report-check-and-finish = Check and finish
report-differences = What changed later
report-differences-open = See what
report-no-differences = Nothing has changed since it was finished that would change a figure.
report-stays = The report stays as it was.
report-since = { $n ->
    [one] Since this report was finished, { $n } entry has changed.
   *[other] Since this report was finished, { $n } entries have changed.
}
report-since-counts = { $n ->
    [one] Since this report was finished, { $n } count by hand was added or taken back.
   *[other] Since this report was finished, { $n } counts by hand were added or taken back.
}
report-since-results = Since this report was finished, results of the evaluation changed or can be shown no more.
report-since-plan = Since this report was finished, the plan, where its numbers come from or the structure of the network changed.
report-count-added = Added: { $who }, { $on }
report-since-units = Since this report was finished, units or words were changed.
report-corrected = The report “{ $name }”, finished on { $on }, has the figures of that day; those here are of today.
report-would-be = { $measure }: { $now } today instead of { $then }.
report-would-differ = Figures that would be others today
report-printed = In the report
report-today = Today
report-why = Why
report-what-changed = What changed
report-what-happened = What happened
report-fact = { $what }: { $then } → { $now }
report-fact-date = Date
report-fact-start = another hour of beginning
report-fact-heads = visits split otherwise
report-fact-words = another kind, place or tags
report-how-added = added
report-how-removed = removed
report-how-corrected = corrected
report-how-moved = moved
report-n-added = { $n ->
    [one] { $n } entry was added
   *[other] { $n } entries were added
}
report-n-removed = { $n ->
    [one] { $n } entry was removed
   *[other] { $n } entries were removed
}
report-n-corrected = { $n ->
    [one] { $n } entry was corrected
   *[other] { $n } entries were corrected
}
report-n-moved = { $n ->
    [one] { $n } entry was moved into the period or out of it
   *[other] { $n } entries were moved into the period or out of it
}
report-reconciliation = Whether the figures agree
report-reconciliation-what = Parts and the whole, half-years and the year, units and what they belong to, this report and earlier ones. A difference stops nothing, and says where it comes from.
report-checks = Compared
report-checks-agree = { $n ->
    [one] { $n } comparison agrees.
   *[other] { $n } comparisons agree.
}
report-checks-nothing = There is nothing to compare with.
report-checks-no-agree = No comparison agrees.
report-checks-others = { $n ->
    [0] There is no other finished report about this time yet.
    [one] Compared with { $n } finished report about this time.
   *[other] Compared with { $n } finished reports about this time.
}
report-checks-differ = Differences
report-checks-none = There are no differences.
report-waiting = { $n ->
    [one] { $n } proposed correction waits for a decision and is not in the figures.
   *[other] { $n } proposed corrections wait for a decision and are not in the figures.
}
report-check-parts = Sum of the parts: { $it }
report-check-halves = Sum of both half-years
report-check-months = Sum of the months
report-check-units = Sum of the units
report-check-grown = Cannot be less than before: { $it }
report-check-anew = Counted anew, today
report-check-counts = Sum of the counts that are listed
report-differs = { $measure }, { $of }: { $here } in this report; { $there } by comparison ({ $against }). { $why }
report-check-against = Compared with
report-check-here = In this report
report-other = { $title }, { $unit }, finished { $on }
report-cause-changed = { $n ->
    [one] { $n } entry has changed since.
   *[other] { $n } entries have changed since.
}
report-cause-recounted = { $n ->
    [one] Since then { $n } count by hand was added or taken back.
   *[other] Since then { $n } counts by hand were added or taken back.
}
report-cause-plan = The counts by hand are the same; the plan, or where the number comes from, changed.
report-cause-parts = Some counts are of no unit, or are not listed here.
report-cause-units = The entries are the same; units or words were changed.
report-photo-gone = The photo was removed.
report-story-bare = Without the photo
report-story-has-photo = with a photo
report-story-photo-what = A photo for reports that stands beside the entry is shown with the story. Add it on the entry's page.
# Report on the annual plan
report-template-plan-half-year = Half-year report on the work plan
report-template-plan-year = Yearly report on the work plan
report-section-plan-foreword = Foreword
report-hint-plan-foreword = How the plan was carried out, what marked it, and what you had to change.
report-section-plan = How far the plan is
report-section-plan-outlook = Outlook
report-hint-plan-outlook = What you will do so that targets are reached that are at risk now.
report-plan-missing = This unit has no annual plan of that year. Choose another period.
report-plan-came = So far
report-plan-stands = State
report-plan-planned = Planned
report-plan-came-of-it = What came of it
report-plan-of-part = Numbers and indicators
report-plan-actions = Actions
report-plan-ahead = Still to come
report-plan-steps = Step by step
report-plan-refers = This belongs here too
report-plan-judged = Judged in words: { $n } of { $of }
report-plan-by-unit = By unit
report-plan-in = In the plan's part
report-sheet-plan = Plan
report-plan-mark = Mark
report-plan-note = Note and author
report-hand-what = What somebody counted by hand and put down for a target of the annual plan, with the day, a note and their name.
report-hand-formula = sum of what was counted by hand and not taken back
report-meetings = Meetings of bodies
report-meetings-what = What bodies wrote down of their meetings and what counts for a target of the annual plan: how many were held, or how many people were there.
report-meetings-formula = meetings that stand, with a day in the time that the target names
