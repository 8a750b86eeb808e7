results = Results
results-title = What young people say, { $year }
results-title-occasion = What young people say: { $it }
results-none = There are no results of an evaluation yet. You will get a mail when they are released.
results-not-yet = The results of this evaluation are not open yet. They open when they are released.
results-not-asked-here = This evaluation did not ask about this unit.
results-about = About
results-preview = These results are not released yet. They are seen by whoever runs the evaluation, and by units that were given theirs early.
results-lost = { $n ->
    [one] One answer could not be read when the evaluation closed, for its key is gone.
   *[other] { $n } answers could not be read when the evaluation closed, for their keys are gone.
}
results-held = withheld
results-few-valid = "Withheld": the index of an area is shown once at least { $n } have answered half of its statements or more, and the mean of a smaller group cannot be worked out from it and other figures shown.
results-whole-held = This unit has no result of its own
results-counted-in = Counted at: { $it }
results-together = { $n ->
    [one] In units that are too small by themselves { $n } person answered; counted with others.
   *[other] In units that are too small by themselves { $n } people answered; they are counted together.
}
results-why-few = { $n ->
    [one] A result is shown from { $n } answer on, so that nobody can be told from it.
   *[other] A result is shown from { $n } answers on, so that nobody can be told from it.
}
results-why-no-total = Without a total there is no split.
results-why-small-class = At least one class has fewer than { $n } answers, so none is shown: it could be worked out from the others.
results-why-beside-gender = The classes are large enough, but beside the split by gender they would give away a small group.
results-why-no-split-below = None of the units below shows this split.
results-why-no-ages = This evaluation has no age classes.
results-why-not-wide = Sensitive questions are shown for municipalities and the network only.
results-why-withdrawn = A new edition changed the result by too few answers to stand beside the one before.
results-why-rule = Withheld by the rule on small groups.
results-opens = { $n ->
    [one] At least { $n } more answer would open it.
   *[other] At least { $n } more answers would open it.
}
results-lead-held = There are too few answers for a result.
results-lead-answers = { $n ->
    [one] { $n } complete answer.
   *[other] { $n } complete answers.
}
results-lead-higher = Up, more than chance: { $area }, from { $before } to { $index }.
results-lead-lower = Down, more than chance: { $area }, from { $before } to { $index }.
results-lead-ends = Highest: { $best } ({ $high }). Lowest: { $worst } ({ $low }).
results-answers = Answers
results-answer = Answer
results-index-elsewhere = Index: { $it }
results-part = Share
results-answers-before = in { $year }: { $n }
results-threshold = { $n ->
    [one] the threshold is { $n }
   *[other] the threshold is { $n }
}
results-areas-reached = Areas that reached their target
results-of = { $n ->
    [one] of { $n }
   *[other] of { $n }
}
results-grown = Up, more than chance
results-fallen = Down, more than chance
results-no-area = no area
results-areas = Areas
results-areas-what = Index from 0 to 100: higher is better.
results-areas-title = Index by area, { $unit } { $year }
results-areas-caption = Index by area, { $unit } { $year }. Range: 95% confidence interval.
results-area-says = { $area }: { $index }, likely { $range }.
results-area-held = { $area }: withheld.
results-area-share = Of all valid answers in this area { $it } are good.
results-area = Area
results-range = Likely range
results-target = Target
results-change = Change
results-position = Beside others
results-table = Table
results-higher = up, more than chance
results-lower = down, more than chance
results-chance = may be chance
results-few = too few answers to say
results-asked-differently = asked differently
results-inside = like others
results-above = above others
results-below = below others
results-reached = reached ({ $n })
results-not-reached = not reached ({ $n })
results-cannot-tell = cannot be told ({ $n })
results-comparisons = { $n ->
    [one] This page makes { $n } comparison. Even if nothing differed, about { $chance } would look different by chance.
   *[other] This page makes { $n } comparisons. Even if nothing differed, about { $chance } of them would look different by chance.
}
results-splits = By gender and age
results-by-gender = By gender
results-by-age = By age
results-class-girls = Girls
results-class-boys = Boys
results-class-others = Others and not stated
results-class-age_not_stated = Not stated
results-n-answers = { $n ->
    [one] { $n } answer
   *[other] { $n } answers
}
results-not-split = { $n ->
    [one] { $n } answer is of units that do not show this split.
   *[other] { $n } answers are of units that do not show this split.
}
results-plus = Why +?
results-plus-what = Whoever did not state it, or is of another gender, is put with one of the groups by chance where they are too few for one of their own. So nobody can be told apart.
results-beside = Beside other units
results-beside-what = Within the band differences may be chance; the fewer answers, the wider the band. There is no list from best to worst.
results-show = Show
results-unit = Unit
results-index = Index
results-funnel-title = { $area }: units by number of answers
results-funnel-desc = { $units ->
    [one] { $units } unit around the mean of { $index }; { $outside } outside the band.
   *[other] { $units } units around the mean of { $index }; { $outside } outside the band.
}
results-funnel-what = Across: number of answers. Darker band 95%, lighter band 99.8%. Units under the threshold are not drawn.
results-dot = { $unit }: { $n ->
    [one] { $n } answer
   *[other] { $n } answers
}, index { $index }, { $position }
results-statement = Statement
results-statements-desc = Each statement is a bar: from good answers on the left to bad ones on the right.
results-turned = Here it is good not to agree.
results-without-area = Other statements
results-all = All
results-share = Good answers
results-dont-know = Don't know or don't want to say
results-left-out = Left out
results-not-asked = Not asked
results-key = What the colours mean
results-good = good
results-half = mostly good
results-middle = in between
results-poor = mostly bad
results-bad = bad
results-n-asked = { $n ->
    [one] { $n } person was asked.
   *[other] { $n } people were asked.
}
results-sensitive = Sensitive questions
results-sensitive-what = Shown for municipalities and the network only, from 50 answers on, and never split.
results-aims = Targets for { $it }
results-aims-what = From how many points on an area is good enough. It holds for units below that say nothing else themselves. Empty means no target.
results-aims-do = Save targets
results-target-of = { $unit }: { $n }
results-target-range = A target is a whole number from 0 to 100.
results-how = How to read these figures
results-how-index = The index is the mean of answers on a scale from 0 (worst) to 100 (best); what is asked the other way round is turned back. “Don't know” does not count.
results-how-range = The range tells where the result would be if everybody had answered, 95% surely, as if those who answered had been chosen at random. Who did not answer is not in it.
results-how-chance = “More than chance” says that a difference is hardly only due to who happened to answer. It does not say why there is one.
results-how-few = Groups that are too small are put together or withheld, so that all figures together do not tell what anybody said.
results-definitions = All definitions
results-years = Other evaluations
results-mail-subject = { $it }: results are released
results-mail-body = The results of the evaluation “{ $name }” are open to everybody in the network.

    { $link }
act-see-results = Their unit's results are seen
act-read-words = Reviewed words of young people are read
act-review-words = Words of young people are looked through
act-set-targets = Targets are set
desk-results = What young people say
results-words = What young people wrote
results-words-lead = Connected with nothing else, in an order drawn by lot. Names are masked.
results-words-waiting = Nobody has looked through these words yet. That is done by somebody with a role above the unit.
results-words-none = There are no words here: nobody wrote any, or there are too few answers to show them.
results-review = Look through the words
results-review-lead = Press a name to mask it. An answer that hurts somebody, or was not meant, can be left out whole. Everything else stays as it was written.
results-review-what = When you finish, masked words and answers that are left out are deleted for good, and the unit can read the rest. It is put on record that the words were looked through.
results-review-do = All looked through
results-review-done = The words were looked through, and the unit can read them.
results-more = Further
results-file = File ({ $it })
results-sheet = Results
results-sheet-codebook = Columns
results-column-evaluation = Code of the evaluation
results-column-year = Year of the first day of its window
results-column-edition = Edition: 1 is the first; a later one leaves whole batches of answers out
results-column-questionnaire = Code of the questionnaire
results-column-unit = Code of the unit
results-column-part = Which answers: whole all, itself given at the unit itself, together units that were too small, not_split_… what a split leaves out, sensitive those of sensitive questions
results-column-class = Class of gender or age; empty is everybody
results-column-about = What the row is about: group, area, item
results-column-code = Code of the area or item
results-column-label = Words of the area or item
results-column-measure = answers, valid, index 0–100, share 0–1 (good ones of valid ones), …_low and …_high 95% interval, chose how many chose the answer, withheld
results-column-answer = Code of the answer; of withheld the rule
results-column-value = Value; empty is withheld or too few; of withheld how many answers would open it
record-review_words = Looked through words of young people
results-batches = Batches of answers
results-batches-lead = Answers are mixed in batches of ten or more. Before the release whole batches can be set aside, where it seems that young people did not give them. The numbers are complete answers. Nobody sees what is in them. What was written in words stands apart from them, so it stays; whoever looks through the words can leave out each answer.
results-batch-quick = came unusually fast
results-batch-aside = set aside
results-aside-reason = Why they are set aside
results-aside-do = Set the chosen batches aside
results-aside-what = This makes a new edition of the results. It cannot be taken back; the reason stays on record.
results-aside-nothing = Choose at least one batch.
results-aside-no-reason = Write a reason.
results-aside-long = The reason is too long: at most 300 characters.
results-aside-withdraws = These units would be in no result any more
results-aside-withdraws-what = What would be set aside, or what would be left, is too little: the edition before and the new one together would tell a small group.
results-aside-even-so = Set aside even so
results-editions = Editions
results-edition-first = first edition, at closing
results-batches-not-yet = The evaluation is still on. Batches can be looked at once it is closed.
results-turned-label = { $it } (good if it is not so)
results-all-statements = All statements together
results-review-out = Leave this answer out
results-review-stand = Let it stand
results-aims-years = Year
