overview-period = Period
overview-length = Length of the period
overview-length-day = Day
overview-length-week = Week
overview-length-month = Month
overview-length-quarter = Quarter
overview-length-half_year = Half-year
overview-length-term = Term
overview-term-1 = Autumn term { $it }
overview-term-2 = Spring term { $it }
overview-length-year = Year
overview-length-school_year = School year
overview-previous = Before: { $it }
overview-next = After: { $it }
overview-own-dates = Choose dates
overview-from = From
overview-to = To
overview-show = Show
overview-whole-months = Without access to entries, figures are shown by whole months, so instead of the dates chosen you see { $it }.

overview-in = { $it }:
overview-now-day = Today
overview-now-week = This week until { $it }
overview-now-month = This month until { $it }
overview-now-quarter = This quarter until { $it }
overview-now-half_year = This half-year until { $it }
overview-now-term = This term until { $it }
overview-now-year = This year until { $it }
overview-now-school_year = This school year until { $it }
overview-now-own = Until { $it }
overview-lead-more = { $n } more than { $ago }
overview-lead-less = { $n } fewer than { $ago }
overview-lead-same = as many as { $ago }
overview-lead-first = with no records { $ago }
overview-last-year = last year
overview-year-before = a year earlier
overview-then-day = on the same day { $it }
overview-then-week = in the same week { $it }
overview-then-week-part = on the same days of that week { $it }
overview-then-month = in the same month { $it }
overview-then-quarter = in the same quarter { $it }
overview-then-half_year = in the same half-year { $it }
overview-then-term = in the same school term { $it }
overview-then-year = { $it }
overview-then-school_year = in the school year before
overview-then-own = on the same dates { $it }
overview-created-all = Young people created all of the hours themselves.
overview-created-three-quarters = Young people created at least three quarters of the hours themselves.
overview-created-two-thirds = Young people created at least two thirds of the hours themselves.
overview-created-half = Young people created at least half of the hours themselves.
overview-created-third = Young people created at least a third of the hours themselves.
overview-created-quarter = Young people created at least a quarter of the hours themselves.
overview-created-fifth = Young people created at least a fifth of the hours themselves.
overview-created-tenth = Young people created at least a tenth of the hours themselves.
overview-created-less = Young people created less than a tenth of the hours themselves.
overview-created-none = Young people have not created any hours yet.
overview-created-column = Created by young people

overview-empty = No records in this period yet
overview-empty-lead = no records yet.
overview-empty-what = As soon as a centre records the first activity of this period, it shows here. Until then, choose another period.
overview-empty-record = The first one shows here at once. Choose another period, or record what happened.
overview-tiles = The main figures
overview-ago = a year ago { $it }
overview-before-day = the day before { $it }
overview-before-week = the week before { $it }
overview-before-month = the month before { $it }
overview-before-quarter = the quarter before { $it }
overview-before-half_year = the half-year before { $it }
overview-before-term = the term before { $it }
overview-before-year = the year before { $it }
overview-before-school_year = the school year before { $it }
overview-before-own = the period before { $it }
overview-points = { $it } pp
overview-so-far = { $n ->
    [one] The period is not over: { $n } day up to { $day } counts, compared with an equally long part of the other periods.
   *[other] The period is not over: { $n } days up to { $day } count, compared with an equally long part of the other periods.
}

overview-time-day = Visits by day
overview-time-week = Visits by week
overview-time-month = Visits by month
overview-time-year = Visits by year
overview-head-day = Day
overview-head-week = Week
overview-head-month = Month
overview-head-year = Year
overview-label-day = { $it }
overview-column = { $when }: { $visits }, a year ago { $ago }
overview-most = Most: { $it }.
overview-year-ago = A year ago
overview-difference = Difference
overview-sum = Total

overview-gender = Gender
overview-gender-known = Gender is recorded for { $it } of visits.
overview-age = Age
overview-youth = { $n ->
    [one] Aged 15 to 29: { $n } visit
   *[other] Aged 15 to 29: { $n } visits
}
overview-kind = Kinds of activities
overview-kind-note = Visits by kind; activities and hours are in the table.
overview-kind-open = Open
overview-kind-group = Groups
overview-kind-project = Projects
overview-kind-event = Events
overview-kind-one_to_one = One-to-one
overview-kind-pair = Groups and one-to-one
overview-kind-any = All kinds together
overview-kind-rest = All kinds but open
overview-without-unsplit = { $n ->
    [one] Without { $n } visit that is not split.
   *[other] Without { $n } visits that are not split.
}
overview-unsplit = Not split
overview-unsplit-why = So that figures tell of nobody, one-to-one work stands together with groups, and where these are few, with all that is not open. That part is not split; a month that is not over will be, once it is.
overview-unsplit-all = Figures of this period are not split by gender, age, kind and tag, for one-to-one work could be read from them. A month that is not over will be split once it is.
overview-place-kind = Places
overview-place-kind-note = Visits by place; activities and hours are in the table.
overview-axis-gender = Gender
overview-axis-age_band = Age
overview-axis-kind = Kind
overview-axis-place_kind = Place
overview-axis-weekday = Weekday
overview-axis-unit = Unit
overview-axis-main_tag = Main tags
overview-axis-main_field = Main fields
overview-axis-tag = Tags
overview-axis-field = Fields
overview-main-note = Visits. Each entry has at most one main one, so the parts add up to the whole.
overview-overlap = All, main and further ones
overview-overlap-what = An entry may have several tags or fields, so the rows overlap. The last two add up to the whole.
overview-with-any = With at least one
overview-without = Without
overview-none = Without a main one
overview-weekday = Days of the week
overview-weekday-note = Visits by day of the week.

overview-below = Units
overview-own = { $it }, own entries
overview-median = Median: { $it }
overview-median-what = The line in the bar and the last rows: the median of units of the same kind in the network. Half of them have more, half have less.
overview-more = More figures
overview-figure = Figure
overview-entries = Entries of this period
overview-how = How are the figures counted?

opened-back = Back to the overview
opened-of = { $measure }: { $member }
opened-what = What this figure means
opened-made = What it is made of
opened-activity = Activity
opened-unit = Unit
opened-ratio = { $above } ÷ { $below } = { $it }
opened-ratio-what = A ratio is a sum divided by a sum. Open either to see what it is made of.
opened-opening = Two open activities at the same time open the house once, so opening hours add up over units and months, not over activities.
opened-empty = There are no entries for this figure in this period.
opened-unknown = Unknown activity
opened-together = All activities together
opened-rest = All activities but open ones
opened-unsplit = What is not split is not in this: { $it }. It stands as “…” in the table.
opened-others = Everything else together
opened-few-why = One-to-one work is shown together with other work, so that figures tell of nobody.
opened-together-why = By day of the week, activities stand together: alone, one of them might be a single evening.
