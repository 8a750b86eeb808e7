# From results to change: seven steps, aims, "you said, we did".
change = From results to change
change-lead = What we make of young people's answers: seven steps, from reading the results together to young people seeing what has changed.
change-none = There is no evaluation yet
change-none-what = The steps begin once the network has prepared its first evaluation.
change-others = Other evaluations
change-steps = Seven steps
change-steps-done = { $n ->
    [0] No step is done yet.
    [one] { $n } step of seven is done.
   *[other] { $n } steps of seven are done.
}
change-step-1 = Reading the results
change-step-1-what = The team reads the results together: what is good, what worries us, what we do not understand.
change-step-2 = Proposals
change-step-2-what = For each worry we write down what we could try.
change-step-3 = Talking with young people
change-step-3-what = We show young people the results and our proposals, ask whether we understood them, and listen.
change-step-4 = Aims and plan
change-step-4-what = We choose a few aims. Each has a measure that will tell us we got there, a year, and somebody who looks after it.
change-step-5 = Meeting the municipality
change-step-5-what = We show those who decide the results and our aims, and agree who will do what.
change-step-6 = Telling young people
change-step-6-what = We write what young people said and what we did, and publish it.
change-step-7 = Following up
change-step-7-what = Through the year we check that what was agreed really happens, until the next evaluation.
change-is-done = Done
change-is-late = Late
change-is-begun = Under way
change-is-open = Not begun
change-done-on = Done { $it }
change-late-since = Late since { $it }
change-planned-for = Planned for { $it }
change-to-do = { $n ->
    [one] { $n } open task
   *[other] { $n } open tasks
}
change-next = What comes next
change-next-step = The next step: { $it }.
change-all-done = All seven steps are done. Thank you, on behalf of the young people.
change-tasks = Tasks
change-tasks-what = What is still open, who does it, and by when. A task that is no longer needed goes when you empty its description.
change-more-tasks = { $n ->
    [one] And { $n } more task in the steps.
   *[other] And { $n } more tasks in the steps.
}
change-task = What is to be done
change-task-n = Task { $it }
change-task-who = Who
change-task-due = By when
change-task-done = Done
change-task-missing = Say what is to be done, or empty the row.
change-by = by { $it }
change-late = Late
change-notes = Notes
change-no-names = Colleagues in the unit and the network's coordinators read them. Write no names of young people.
change-when = When
change-planned = Planned for
change-done = Done on
change-done-what = The step is done once you put in the day.
change-whom = Who looks after it
change-whom-others = Somebody else
change-whom-others-what = Names or roles with commas between them: head of the centre, youth council.
change-meeting = Meeting
change-save = Save this step
change-add-aim = Add an aim
change-add-said = Add something for young people
change-add-task = Add a task
change-kept = Saved at { $it }.
change-kept-beside = What somebody else wrote meanwhile is saved beside it; you see it when you open the page again.
change-kept-not = Not saved yet: { $it }
change-kept-meanwhile = What you have is still in the field. The button “{ $button }” shows both.
change-kept-offline = There is no connection, so it is not saved yet. What is written stays in the field; we keep trying.
change-forgotten = The words of this step were removed, because the time for which the network keeps notes is over. Days and numbers stay.
change-saved = Saved.
change-saved-by = Last saved by { $who }, { $on }.
change-meanwhile = Somebody else changed this meanwhile: { $who }, { $on }.
change-meanwhile-what = Nothing has been saved yet. Above is what stands now; below is what you have. Look at both, change below what needs changing, and save again.
change-empty = (empty)
change-nothing-yet = Nothing is written here yet.
change-long = There is room for { $n ->
    [one] { $n } character
   *[other] { $n } characters
} here. Write less.
change-day-wrong = Put in a day, such as 2026-11-12.
change-number-wrong = Put in a whole number from 0 to { $n }.
change-too-many = That is too much in one place. Join some of the lines.
meeting = Meeting in the municipality
meeting-what = What was agreed should stay written down: when it was, who was there, and what was decided.
meeting-held = Held on
meeting-place = Where
meeting-who = How many people were there
meeting-municipality = From the municipality
meeting-young = Young people
meeting-centre = From the centre
meeting-decided = What was decided
meeting-decided-what = Each decision on a line of its own.
aim = Aim
aim-new = New aim
aims = Aims
aims-what = Three good aims are more than ten that nobody remembers.
aims-none = There are no aims yet.
aims-before = Aims set before for this year
aim-lead = What we want to reach, how we shall know, and by when.
aim-text = What we want to reach
aim-missing = Say what you want to reach.
aim-measure-legend = How we shall know
aim-measure-what = Choose an area of the questionnaire and the points to reach, 0 to 100, or say in your own words how it is measured.
aim-beside = In { $year }: { $value } (between { $low } and { $high })
aim-beside-none = In { $year } there were too few answers.
aim-reached = Reached
aim-not-reached = Not reached
aim-cannot-tell = Cannot tell
aim-area = Area
aim-area-none = No area
aim-area-gone = There is no such area in the questionnaire. Choose another one.
aim-points = Points to reach
aim-points-missing = Put in how many points the area should reach, 0 to 100.
aim-points-of-what = Choose the area these points are of, or leave them empty.
aim-measure = Measure in words
aim-measure-missing = Choose an area, or say how you will know that the aim is reached.
aim-in-points = { $area }: { $points ->
    [one] at least { $points } point
   *[other] at least { $points } points
} in { $year }
aim-in-words = { $measure }, in { $year }
aim-year = Year
aim-year-wrong = Put in a year from { $from } to { $to }.
aim-state = How it goes
aim-state-missing = Choose how it stands.
aim-planned = Planned
aim-under_way = Under way
aim-done = Finished
aim-given_up = Given up
aim-save = Save the aim
aim-remove = Remove the aim
said = You said, we did
said-title = You said, we did.
said-lead = What young people said, and what has changed because of it. Only colleagues and coordinators see the draft.
said-what = Drafts for young people. Public is only what somebody publishes, as it stood at that time.
said-no-names = Anybody will be able to read this. Write no names, and nothing by which somebody could be recognised.
said-said = What young people said
said-said-what = In your own words, briefly, as they would put it.
said-did = We did
said-did-what = What has really changed, not what we mean to do.
said-could-not = What we could not do, and why
said-could-not-what = Optional. An honest "no" with a reason is better than silence.
said-missing = Say what young people said.
said-area = Area
said-area-none = No area
said-area-what = Stands as the heading above it.
said-save = Save the draft
said-save-what = Saving does not make it public.
said-remove = Remove it
said-none = There is nothing yet. Add the first one once you know what has changed.
said-unanswered = No answer yet
said-not-public = The public page is not published.
said-public = Public since { $on } ({ $who }):
said-differs = The drafts have changed since; the public page still has what was there before.
said-publish = Publish for everybody
said-publish-again = Publish the new version
said-take-back = Take back from the public page
said-who-publishes = A mentor or a coordinator can publish.
said-nothing-ready = There is nothing to publish yet: nothing has an answer to young people.
said-you = You said
said-public-lead = In { $it } we asked young people how they find it here. This is what has changed because of their answers.
said-published = Published { $it }
said-nothing-public = Nothing here yet
said-nothing-public-what = This centre has not yet published what it made of young people's answers. Ask them when you are there next time.
desk-change = What to make of the results: steps, aims, and what we tell young people
act-see-change = Work with results is seen
act-work-on-change = Results are worked with
act-publish = Published and taken back
record-publish_said = Published "you said, we did"
record-take_back_said = Took back "you said, we did"
privacy-see-4 = What a unit makes of young people's answers: notes on its steps, tasks, aims and drafts for young people are seen by whoever works there and by coordinators; what somebody saved with the button is kept with their name for as long as the network keeps notes; what the page saved by itself while they typed is deleted a day after something newer stands. For everybody there is only the page "you said, we did", and on it only what somebody typed and somebody published. No names belong there; of the answers themselves nothing is carried over to it. It is taken back with one click, and the published text is then removed.
slides = Slides for the municipality (PDF)
slides-what = Slides with the results you may see, aims and decisions. Look at them first: they hold what is written here.
slides-title = { $unit }: what young people said, { $year }
slides-heading = What young people said
slides-areas = By area, from 0 to 100
slides-index = Points
slides-change = Compared with before
slides-between = between { $low } and { $high }
slides-higher = More than in { $year } ({ $value }), and more than chance.
slides-lower = Less than in { $year } ({ $value }), and more than chance.
slides-alike = In { $year }: { $value }. The difference may be chance.
slides-withheld = Too few answers to say
slides-none = The results of this evaluation are not open yet.
slides-note = The yellow line shows where the true value lies with 95 % certainty, if those who answered had been chosen at random.
slides-compared = { $n ->
    [one] This makes { $n } comparison with before.
   *[other] This makes { $n } comparisons with before; about one in twenty would stand out by chance alone.
}
said-poster = Poster for the wall (PDF)
said-scan = Read it on your phone or pass it on. Scan the code or type the address:
said-changed = Somebody changed the texts while you looked at them. Nothing was published. Read them as they stand now, and publish again.
