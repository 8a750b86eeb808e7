# Forms of funders and partners
packs = For funders
packs-lead = Forms that Logbook fills in from what you recorded: figures, the list that proves them, and what is still missing.
desk-packs = Forms for calls, the municipality and the network, filled in from records.
pack-times = Period
pack-half-1 = First half of { $it }
pack-half-2 = Second half of { $it }
pack-so-far = still running, so this is what is recorded until today
pack-take-xlsx = Take the workbook (XLSX)
pack-take-pdf = Print (PDF)
pack-print-long = The list has { $n } entries, too many to print. The workbook has all of them.
pack-take-csv = The list alone (CSV)
pack-nothing = Nothing is recorded in this period.
# What is still missing
pack-missing = What is still missing
pack-fine-without_field = Every entry has a field
pack-fine-without_ages = Ages are written down everywhere
pack-fine-estimated = No head count is an estimate
pack-fine-estimate_without_proof = Beside every estimate stands a photo that proves it
pack-fine-month_without_entries = Every month has entries
pack-lacks-without_field = { $n ->
    [one] { $n } entry has no field
   *[other] { $n } entries have no field
}
pack-lacks-without_ages = { $n ->
    [one] { $n } entry lacks ages
   *[other] { $n } entries lack ages
}
pack-lacks-estimated = { $n ->
    [one] { $n } entry has an estimated head count
   *[other] { $n } entries have an estimated head count
}
pack-lacks-month_without_entries = { $n ->
    [one] { $n } month is empty
   *[other] { $n } months are empty
}
pack-mend-without_field = Open the entry and choose a field. Set it with the activity, and new entries will have it by themselves.
pack-mend-without_ages = Whoever was there can add how many were of which age. Those without an age do not count as active participants.
pack-mend-estimated = An estimate is allowed where there is other proof: keep a photo, an invitation or a post, so that you can hand it in.
pack-lacks-estimate_without_proof = { $n ->
    [one] { $n } entry has an estimated head count and no proof
   *[other] { $n } entries have an estimated head count and no proof
}
pack-mend-estimate_without_proof = An estimate counts where there is proof. Open the entry and add a photo: a sheet of those who came, a poster or a picture of the event. You can add it also when the month is closed.
pack-mend-month_without_entries = Open the month and add what took place. If nothing did, that is fine too.
pack-fine-no_cost = The year's costs are entered
pack-fine-no_population = The number of inhabitants is entered
pack-lacks-no_cost = { $n ->
    [one] { $n } unit lacks the year's costs
   *[other] { $n } units lack the year's costs
}
pack-lacks-no_population = { $n ->
    [one] { $n } unit lacks the number of inhabitants
   *[other] { $n } units lack the number of inhabitants
}
pack-mend-no_cost = Mentors or coordinators enter them. The cost of an hour can be worked out once every unit that recorded something has one, or one unit above them all.
pack-mend-no_population = Coordinators enter it, with its source, such as the statistical office.
pack-more-missing = { $n ->
    [one] and { $n } more
   *[other] and { $n } more
}
pack-heads = { $n ->
    [one] { $n } person
   *[other] { $n } people
}
# Figures
pack-figures = Figures
pack-figure = Figure
pack-value = Value
pack-in = Counted in
pack-in-count = activities
pack-in-heads = people, each time anew
pack-in-min = hours
pack-in-person_min = hours of everybody together
pack-in-share = share
pack-in-heads_per_activity = people per activity
pack-in-euro_per_hour = an hour
pack-in-heads_per_thousand = visits per 1,000 inhabitants
pack-withheld = for mentors
pack-age-unknown = Age not recorded
pack-unknown-beside = { $n ->
    [one] and { $n } person whose age is not recorded or not split
   *[other] and { $n } people whose age is not recorded or not split
}
pack-none = None
pack-other = Other
# The list
pack-list-of = { $n ->
    [one] { $n } entry. It adds up to exactly the figure above: { $sum }.
   *[other] { $n } entries. They add up to exactly the figure above: { $sum }.
}
pack-list-more = { $n ->
    [one] { $n } more row is in the file.
   *[other] { $n } more rows are in the file.
}
pack-elsewhere = { $n ->
    [one] { $n } entry of units that are elsewhere today
   *[other] { $n } entries of units that are elsewhere today
}
pack-together = Together
pack-aged = Of these aged { $it }
pack-column-date = Date
pack-column-unit = Unit
pack-column-activity = Activity
pack-column-kind = Kind
pack-column-field = Field
pack-column-hours = Hours
pack-column-age_unknown = Age not recorded
pack-column-method = How it was counted
pack-column-proof = Proof
# Texts and codebook
pack-words = In words
pack-words-what = This the form asks in words. The questions are in the workbook too, with room for answers.
pack-asked = Question
pack-answer = Answer
pack-codebook = Codebook
pack-form = Form
pack-unit = Unit with everything below it
pack-period = Period
pack-made-on = Made on
pack-measure = Measure
pack-narrowed = What counts
pack-narrowed-of = Of the measure “{ $it }” only what stands beside it counts.
pack-meaning = What it means
# Costs and inhabitants
costs = Costs of { $it }
costs-lead = What the youth work of this unit cost in a year. The cost of an hour in forms comes from it; it is shown nowhere else.
desk-costs = What the work cost in a year, for the cost of an hour in forms.
desk-costs-label = Costs
pack-years = Years
cost-all = All together
cost-all-what = With everything a year costs: people, premises, programme. For example 48,500.00.
cost-kinds = By kind of activity
cost-kinds-what = Only if you keep them apart. Their sum need not be the cost of all.
cost-wrong = Type an amount in euros, for example 48,500.00.
cost-save = Save the costs
population = Young inhabitants { $it }
population-lead = How many people aged 15 to 29 live where the unit works. The visits per 1,000 inhabitants come from it.
desk-population = How many young people live in the municipality, for visits per 1,000 inhabitants.
desk-population-label = Young inhabitants
population-inhabitants = Inhabitants aged 15 to 29
population-source = Source
population-source-what = Who counted them and when, for example: statistical office, 1 January.
population-save = Save the number
population-wrong = Type a whole number above 0.
population-source-missing = Say where the number comes from.
population-source-long = The source is too long: at most 200 characters.
