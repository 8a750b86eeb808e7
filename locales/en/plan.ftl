# Annual work plans
plans = Annual plans
plans-lead = What the network or a unit sets out to do in a year: areas, projects, actions with their months, and the numbers to be reached.
plans-by-year = By year
plans-none = There is no plan yet.
plans-of-network = Annual plans of the network
desk-plans = Areas, projects, actions and numbers of the year.
plan-of-year = Annual work plan { $it }
plan-saved-by = Last changed: { $who }, { $on }
plan-by-command = a command on the server
plan-begin = New plan
plan-begin-what = You begin with an empty plan and add areas, projects and actions.
plan-begin-do = Begin the plan
plan-year = Year
plan-year-wrong = Write the year with four digits, such as 2027.
plan-year-taken = There is another plan of this year already. Choose another year, or go on with that one.
plan-bring = Bring in a file
plan-bring-what = A plan that you have in a spreadsheet or a TOML file.
plan-bring-choose = Choose a file
plan-bring-lead = First we show what the file would change. It is written only when you confirm, all of it or nothing.
# The whole plan
plan-contents = Contents
plan-unfold = Open all chapters
plan-to-contents = To the contents
plan-n-areas = { $n ->
    [one] { $n } area
   *[other] { $n } areas
}
plan-n-projects = { $n ->
    [one] { $n } programme or project
   *[other] { $n } programmes and projects
}
plan-n-actions = { $n ->
    [one] { $n } action
   *[other] { $n } actions
}
plan-n-targets = { $n ->
    [one] { $n } number to reach
   *[other] { $n } numbers to reach
}
plan-take-xlsx = Take the spreadsheet (XLSX)
plan-take-toml = Take the file (TOML)
plan-about = Name, introduction, adoption
plan-next = Carry into another year
plan-adoption = How it is adopted
plan-step-draft_to_council = The council discusses the draft
plan-step-expert_council = The expert council discusses the draft
plan-step-presented_to_members = It is presented to members
plan-step-adopted_by_council = The council adopts it
plan-step-adopted_by_assembly = The assembly of members adopts it
plan-step-published = It is published
plan-write = Change the plan
plan-write-what = Each part of the plan opens by itself. Earlier versions are kept.
plan-add-area = Add an area
plan-add-programme = Add a programme
plan-add-project = Add a project
plan-add-body = Add a working group or body
plan-add-group = Add a group of actions
plan-add-action = Add an action
plan-new-area = New area
plan-new-programme = New programme
plan-new-project = New project
plan-new-body = New working group or body
plan-new-group = New group of actions
plan-new-action = New action
plan-dropped = Parts that were taken out
plan-return = Put back
plan-return-above = First put back the part that this one stood in.
plan-empty = The plan is still empty.
plan-open = Open
plan-actions-of = Actions: { $it }
# Parts
plan-kind = Kind
plan-kind-area = Area
plan-kind-programme = Programme
plan-kind-project = Project
plan-kind-body = Working group or body
plan-kind-group = Group of actions
plan-kind-action = Action
plan-aim = Aim of the strategy
plan-purpose = Purpose
plan-goals = Goals
plan-qualitative = Qualitative indicators
plan-programme = Programme
plan-role = Role
plan-role-applicant = applicant
plan-role-lead = lead partner
plan-role-partner = partner
plan-role-none = not said
plan-partners = Partners
plan-responsible = Responsible
plan-outputs = Outputs
plan-budget = Budget
plan-project-of = Project of the network
plan-project-entries = entries
plan-lost-project-short = { $it } (not in the network any more)
plan-named = In annual plans
plan-named-none = No annual plan tells of this yet.
plan-what = What
plan-when = When
plan-indicator = Indicator
plan-targets = Numbers
plan-rule-at_least = at least { $it }
plan-rule-at_most = at most { $it }
plan-target-each = { $it } ({ $each } in each unit)
plan-target-each-of = { $it } ({ $each } in each of { $units } units)
plan-edit = Change
plan-up = Move up
plan-down = Move down
plan-remove = Take out of the plan
plan-remove-what = Whatever stands in this part is taken out with it. You can put it all back on the page of the plan.
plan-versions = Earlier versions
plan-version-by = { $who }, { $on }
plan-earlier-by = This is an earlier version: { $who }, { $on }.
plan-now = See what holds now.
# The form of a part
plan-form-what = What and when
plan-form-why = Purpose, goals and strategy
plan-form-project = Project
plan-form-project-what = Of programmes and projects only.
plan-name = Name
plan-in = Stands in
plan-in-none = By itself
plan-note = Note on the time
plan-when-hint = Months or days, such as February–December, or March, October. For another year add it: October 2026.
plan-targets-hint = How often something is to happen, or how many people it is to reach. Empty rows are not saved; after saving there are new ones.
plan-target-more = Add a number
plan-target-remove = Take this number out of the plan
plan-target-n = Number { $it }
plan-rule = Rule
plan-rule-name-at_least = at least
plan-rule-name-exactly = exactly
plan-rule-name-at_most = at most
plan-number = Number
plan-up-to = Up to (of a range)
plan-each = In each unit
plan-units = In how many units
plan-unit = Of what
plan-steps = Lines with dates
plan-steps-hint = What happens in single months.
plan-line-n = Line { $it }
plan-lists-hint = One goal or indicator a line. The same line in another language is the same goal.
plan-aim-n = Aim { $it } of the strategy
plan-aim-code = Number of the aim in the strategy
plan-aim-name = Aim of the strategy
plan-refers = Also about (codes of parts, with commas)
plan-partner-n = Partner { $it }
plan-partner-country = Country (two letters)
plan-partner-name = Partner
plan-budget-euros = Budget (€)
plan-project-code = Project of the network that activities name
plan-project-none = None
plan-back = Back without saving
plan-words = Name and introduction
plan-intro = Introduction
# Into another year
plan-next-lead = Areas and headings go into the new plan. Choose the actions, projects and programmes too, and the numbers that areas and bodies have of their own; months move to the new year.
plan-next-take = What is carried over
plan-next-along = With an action goes the project that it is in.
plan-next-on = As of { $it }
plan-next-unfinished = Unfinished
plan-next-all = All
plan-next-none = Nothing
plan-next-show = Show
plan-next-every = All
plan-next-project = The project itself
plan-next-programme = The programme itself
plan-next-numbers = Its own numbers
plan-next-without = No number
plan-next-others = { $n ->
    [one] { $n } more part that is chosen and not shown now is carried over with them.
   *[other] { $n } more parts that are chosen and not shown now are carried over with them.
}
plan-next-do = Carry over
# Files
plan-file-choose = File (TOML, XLSX or CSV)
plan-file-hint = A spreadsheet has a row for each action: area, project, action, when, indicator, number and unit.
plan-file-year = Year (where the file does not say it)
plan-file-look = Look at what would change
plan-file-do = Write it into the plan
plan-file-refused = Nothing was written. Mend the file and bring it again:
plan-file-again = Somebody changed the plan meanwhile. Look once more at what would change.
plan-file-nothing = The plan is already as it is in the file.
plan-file-kept = Earlier versions are kept; what the file leaves out can be put back.
plan-file-new = There will be a new plan of this year.
plan-file-head = The name, the introduction or the steps of adoption change.
plan-file-order = The order changes.
plan-file-added = { $n ->
    [one] Adds { $n } part.
   *[other] Adds { $n } parts.
}
plan-file-changed = { $n ->
    [one] Changes { $n } part.
   *[other] Changes { $n } parts.
}
plan-file-dropped = { $n ->
    [one] Takes out { $n } part.
   *[other] Takes out { $n } parts.
}
plan-file-parts = Which parts
plan-file-refers = Is meant here too
plan-file-part-added = Adds: { $it }.
plan-file-part-changed = Changes: { $it }. What differs: { $what }.
plan-file-part-renamed = Renames: “{ $was }” becomes “{ $is }”.
plan-file-part-too = What differs too: { $it }.
plan-file-from-to = { $what }: { $was } → { $is }
plan-file-said = “{ $it }”
plan-file-empty = nothing
plan-file-target = Target
plan-file-target-new = a new target “{ $it }”
plan-file-target-gone = without the target “{ $it }”
plan-file-target-source = where the number of the target “{ $it }” comes from
plan-file-target-words = the words of the target “{ $it }” in another language
plan-file-target-order = the order of targets
plan-file-part-dropped = Takes out: { $it }.
plan-file-part-hangs = What is not seen any more with it: { $it }.
plan-n-judged = { $n ->
    [one] { $n } judgement
   *[other] { $n } judgements
}
plan-file-more = { $n ->
    [one] And { $n } mistake more.
   *[other] And { $n } mistakes more.
}
plan-line = line { $n }
plan-row = row { $n }
# Mistakes
plan-wrong-toml = The TOML file cannot be read: { $it }
plan-wrong-toml-here = The TOML file cannot be read at this line. A quotation mark, a bracket or an equals sign may be missing.
plan-wrong-parts = Parts begin with [[part]].
plan-wrong-format = This program does not know format { $n }; it knows format 1.
plan-wrong-key = There is no such thing here. There are: { $it }.
plan-wrong-twice = This stands twice.
plan-wrong-again = An earlier row has said this of the same part.
plan-wrong-choice = Expected one of these: { $it }.
plan-wrong-long = Too long: { $n } characters at most.
plan-wrong-text = Expected a text.
plan-wrong-words = Expected a text for each language: { "{" } sl = "…", en = "…" { "}" }.
plan-wrong-list = Expected a list in square brackets.
plan-wrong-tables = Expected a list with one { "{" } … { "}" } for each line.
plan-wrong-many = Too many: { $n } at most.
plan-wrong-missing = This is missing.
plan-wrong-number = Expected a whole number from 0 on, such as 12 or 1000.
plan-wrong-zero = The number 0 goes only with “at most”.
plan-wrong-when = Expected months or days, such as 2021-02/2021-12 or February–December; the first may not be after the last.
plan-wrong-backwards = This step is foreseen earlier than one that comes before it.
plan-wrong-code = A code has 2 to 60 lower-case letters (a–z), digits and dashes.
plan-wrong-code-twice = The code { $it } stands twice.
plan-wrong-project-only = Only programmes and projects have this.
plan-wrong-country = Write the country with two letters, such as HR.
plan-wrong-range = The higher end has to be more than the number.
plan-wrong-each = What is to be reached in each unit, times the number of units, is not the number of the target.
plan-wrong-other-year = The file is for { $it }.
plan-wrong-year = The year is missing, or is none.
plan-wrong-action-alone = An action stands in an area, a programme, a project or a group.
plan-wrong-nowhere = There is no part { $it } in the plan.
plan-wrong-in-action = Nothing else can stand in the action { $it }.
plan-wrong-area-in = An area stands by itself, or in another area.
plan-wrong-round = This part stands in itself.
plan-wrong-column = We do not know this column. Call it something else, or delete it.
plan-wrong-no-columns = The first row has to have the headings of columns, with action among them.
# Columns of a spreadsheet
plan-column-kind = Kind
plan-column-code = Code
plan-column-in = Stands in
plan-column-when = When
plan-column-programme = Programme
plan-column-role = Role
plan-column-project = Project
plan-column-budget = Budget
plan-column-refers = Also about
plan-column-partners = Partners
plan-column-name = Name
plan-column-purpose = Purpose
plan-column-note = Note
plan-column-indicator = Indicator
plan-column-responsible = Responsible
plan-column-goals = Goals
plan-column-qualitative = Qualitative indicators
plan-column-outputs = Outputs
plan-column-aims = Number of the aim
plan-column-aim = Aim of the strategy
plan-column-step_when = When, of a line
plan-column-step = Line
plan-column-step_note = Note of a line
plan-column-target = Code of the number
plan-column-rule = Rule
plan-column-number = Number
plan-column-up_to = Up to
plan-column-each = In each unit
plan-column-units = In how many units
plan-column-unit = Unit
plan-column-area = Area
plan-column-body = Working group
plan-column-group = Group
plan-column-action = Action
# Who may
act-see-plan = Annual plans, and working groups and bodies, are seen by
act-write-plan = Annual plans are written by
# Where numbers come from
plan-evidence = Where the number comes from
plan-evidence-hint = The number can fill itself: from what is recorded, from the yearly evaluation or from meetings. Otherwise it is counted by hand.
plan-evidence-from = Source
plan-from-measure = From what is recorded
plan-from-result = From the yearly evaluation
plan-from-meetings = From meetings
plan-from-hand = Counted by hand
plan-choose = Choose
plan-evidence-measure = Measure
plan-by-all = Everything
plan-by-own = The project that the plan names: { $it }
plan-by-kind = Kind of activity
plan-by-tag = Tag
plan-by-field = Field
plan-by-project = Project
plan-evidence-of = Only of
plan-evidence-in = Only in units
plan-evidence-in-hint = You can choose several; if you choose none, all of them count.
plan-evidence-when = Only in months (else the whole year)
plan-evidence-area = Area of the evaluation (0 to 100 points)
plan-evidence-body = Whose meetings
plan-body-one = Group or body
plan-body-kinds = All of this kind
plan-evidence-met = What counts
plan-met-meetings = how many meetings were held
plan-met-present = how many people were there
plan-evidence-what = What is counted by hand
plan-evidence-whom = Whom (target group)
plan-counted-trainings = trainings
plan-counted-participants = participants
plan-counted-members = members
plan-counted-publications = publications
plan-counted-meetings = meetings
plan-counted-other = something else
plan-evidence-counted = How several counts or meetings come to one number
plan-joined-sum = they are added together
plan-joined-latest = the last one holds (shares, members)
plan-joined-each = each has to reach the number by itself
plan-joined-monthly = each month has to reach the number
plan-column-evidence = Source of the number
plan-column-whom = Target group
plan-wrong-evidence = Expected where the number comes from: { "{" } from = "measure", measure = "visits" { "}" }, in a spreadsheet measure: visits.
plan-wrong-one-of = A measure is narrowed to one thing only: a kind, a tag, a field or a project.
plan-wrong-body-name = The name of a body cannot have a semicolon here.
plan-wrong-each-source = Only what is recorded, or counted by hand, has a number for each unit.
plan-wrong-splits = This measure cannot be narrowed like that.
plan-wrong-unknown = The network has no { $it }. There are: { $all }.
plan-wrong-no-unit = There is no unit { $it } in the network.
plan-wrong-months = Measures are counted by whole months: write 2021-03/2021-06, for example.
# How far the plan is
plan-far = { $came } of { $of }
plan-far-at-most = { $came } of at most { $of }
plan-far-on = As of { $it }
plan-units-have = { $n ->
    [one] { $n } of { $all } units has its own
   *[other] { $n } of { $all } units have theirs
}
plan-months-have = reached in { $n } of { $all } months
plan-units-known = { $n ->
    [one] { $n } of { $units } units is known by name.
   *[other] { $n } of { $units } units are known by name.
}
plan-each-wanted = Each unit is to have { $it }:
plan-unit-has = (reached)
plan-unit-not = (not reached yet)
plan-time-gone = { $it } % of the time is gone
plan-stands = How far we are
plan-stands-on = How far it was on { $it }
# By which version the plan is told
plan-edition-draft = draft, not adopted yet
plan-edition-adopted = as adopted on { $on }, edition { $n }
plan-edition-amended = as amended on { $on }, edition { $n }
plan-told-changed = Not adopted yet: { $it }
plan-told-changed-later = Changed later: { $it }
plan-told-source = The working version takes the number from elsewhere; that is not adopted yet.
plan-told-source-later = Later the number was taken from elsewhere.
plan-told-new = Not adopted yet
plan-told-new-later = Added later
plan-told-gone = Taken out of the working version; it holds until that change is recorded.
plan-told-gone-later = Taken out later
plan-gone = Taken out, and still adopted
plan-gone-what = The working version has these parts no more. They hold until that change is recorded.
# Targets that went
plan-earlier = Earlier targets
plan-earlier-kept = They stand in the plan no more. What was counted by hand for them stays.
plan-again = Carries on an earlier target
plan-again-none = No, it is a new target
plan-again-what = The earlier target was counted for by hand. If you choose it, these counts count again.
plan-earlier-again = Did one go by mistake? Add it again and choose that it carries on the earlier one.
plan-earlier-what = This target stands in the plan no more. What was counted by hand for it stays here.
plan-went = { $n ->
    [one] { $n } count by hand hangs on a target that went with the last change. It stays:
   *[other] { $n } counts by hand hang on targets that went with the last change. They stay:
}
plan-remove-counts = { $n ->
    [one] { $n } count by hand hangs on its targets; it stays on record.
   *[other] { $n } counts by hand hang on its targets; they stay on record.
}
plan-file-counts = { $n ->
    [one] { $n } count by hand hangs on targets that go. It stays, and can be read at its target.
   *[other] { $n } counts by hand hang on targets that go. They stay, and can be read at their targets.
}
plan-as-of = As of
plan-today = Today
plan-half = Half-year: { $it }
plan-end = End of the year: { $it }
plan-state-at_risk = At risk
plan-state-not_reached = Not reached
plan-state-not_begun = Not begun
plan-state-on_the_way = On the way
plan-state-reached = Reached
plan-state-dropped = Dropped
plan-state-unknown = Cannot be told
plan-stands-more = { $n } more
plan-rule-how = How the state is decided
plan-state-at_risk-what = At risk: more than { $lag } points behind the time, once at least a quarter of it ({ $begun } %) is gone; or nothing counted when more than half of it ({ $half } %) is gone. A share, or points: less than { $near } % of the target. At most so many: what is used is more than { $lag } points ahead of the time. Where each count has to reach it by itself: one is less.
plan-state-not_reached-what = Not reached: its time is over. Of at most so many also as soon as there are more.
plan-state-not_begun-what = Not begun: nothing is counted, and at most { $half } % of the time is gone.
plan-state-on_the_way-what = On the way: something is counted, and it is not at risk. Beside it stands how much of its time is gone: of the months that this part of the plan names, else of the year.
plan-state-reached-what = Reached: the number is there and, where each unit has its own, enough units have theirs. Also where it is more than was planned. At most so many is reached when the time is over. Where each count has to reach it, only when its time is over.
plan-state-dropped-what = Dropped: somebody put down, with a reason, that the target is pursued no more.
plan-state-unknown-what = Cannot be told: what the number would come from is gone, or may not be shown, and nothing is counted by hand.
plan-sources = Where the numbers come from
plan-source-result = yearly evaluation, area { $it }, in points from 0 to 100
plan-source-met-meetings = meetings: { $it }
plan-source-met-present = present at meetings: { $it }
plan-source-hand = counted by hand: { $it }
plan-source-hand-alone = counted by hand
plan-joins-latest = the last number holds
plan-joins-each = each number has to reach it by itself, so the lowest holds
plan-joins-each-most = each number has to stay within it by itself, so the highest holds
plan-joins-monthly = each month has to reach the number, so that the lowest of the months that are over holds
plan-joins-monthly-most = each month has to keep to it, so that the highest of the months that are over holds
plan-source-times = { $it }, { $n ->
    [one] once
   *[other] { $n } times
 }, last on { $on }
plan-of-kind = of the kind “{ $it }”
plan-of-tag = with the tag “{ $it }”
plan-of-field = in the field “{ $it }”
plan-of-project = in the project { $it }
plan-in-units = { $n ->
    [one] in the unit { $it }
   *[other] in the units { $it }
}
plan-all-and = { $all } and { $it }
plan-not-yet = its time has not begun
plan-lost-measure = There is no measure { $it } any more. Until the plan is mended, what is counted by hand holds.
plan-lost-project = The network has no project under the code { $it } any more. Until the plan is mended, what is counted by hand holds.
plan-lost-tag = The network has no tag { $it } any more. Until the plan is mended, what is counted by hand holds.
plan-lost-field = The network has no field { $it } any more. Until the plan is mended, what is counted by hand holds.
plan-lost-unit = The network has no unit under the code { $it } any more. Until the plan is mended, what is counted by hand holds.
plan-lost-area = By this day the yearly evaluation has no result for the area { $it } that may be shown. Until then, what is counted by hand holds.
plan-lost-body = There is no body "{ $it }" in this unit. Until the plan is mended, counts by hand hold.
plan-met-unsaid = { $n ->
    [one] Of { $n } meeting
   *[other] Of { $n } meetings
 } nobody wrote down how many were there. It counts nothing.
plan-meetings = Meetings that are counted
plan-with-talks = Groups stand together with one-to-one work, as everywhere where figures alone are seen.
plan-unsplit = Some of what was recorded stands together with one-to-one work and is not in here, so that no young person can be recognised.
plan-unsplit-now = In units with one-to-one work the running month is added once it is over.
plan-unsplit-n = The list of entries that you open has { $it } more of it.
plan-own-units = { $it } in your units
plan-counts-beside = What was counted by hand is shown, and is not in the number.
plan-more-than-planned = This is more than was planned.
plan-open-entries = Open the entries that are counted
plan-open-units = Open the entries unit by unit
plan-open-units-what = The number is added up from several units. In the table below, each opens to its entries.
plan-by-activity = By activities and months
plan-open-figures = Open by activities and months
plan-n-counts = { $n ->
    [one] counted by hand once
   *[other] counted by hand { $n } times
}
# Counted by hand
plan-counts = Counted by hand
plan-counts-none = Nothing was counted by hand yet.
plan-count = Add a count
plan-count-what = A count stays, with its author and day. A wrong one can be taken back, and is not deleted.
plan-day = Day
plan-day-missing = Enter the day.
plan-day-future = This day is still to come. Enter today or an earlier one.
plan-day-year = Enter a day of the year { $it }.
plan-count-n = How many
plan-count-number = Enter a whole number from 1 on.
plan-count-unit = In which unit
plan-count-note = Note: what happened
plan-count-note-missing = Write what happened.
plan-count-unit-missing = Say in which unit: each has a number of its own here.
plan-count-file = File (a picture or PDF, if you have one)
plan-count-file-hint = A list of participants or an invitation, for example, up to 10 MB. Pictures are kept without where and with what they were taken. If we cannot keep the count, choose the file once more.
plan-count-file-other = This is neither a picture (JPEG, PNG, WebP) nor a PDF.
plan-count-file-empty = The file is empty. Choose another one.
plan-count-save = Save the count
plan-count-pdf = document (PDF)
plan-count-picture = picture
plan-counted-by = { $who }, { $on }
plan-taken-by = Taken back: { $who }, { $on }
plan-take-back = Take back
plan-drop = We pursue this target no more
plan-drop-what = The target stays in the plan and in reports, with the reason beside it. You can pursue it again later.
plan-drop-why = Why
plan-drop-missing = Write the reason.
plan-drop-do = Drop the target
plan-dropped-by = { $who }, from { $on } on
plan-pursue = We pursue this target again
plan-pursue-what = Who dropped it, when and why stays on record.
plan-pursue-do = Pursue it again
plan-qualitative-one = Qualitative indicator
plan-judged = What was judged
plan-judged-not = not judged yet
plan-judged-none = Nobody has written anything about this indicator yet.
plan-judged-by = As of { $day }, written by { $who } on { $on }
plan-judged-earlier = About earlier words: “{ $it }”
plan-judge = Judge in words
plan-judge-what = Say in words what has shown itself. Earlier judgements stay.
plan-judge-words = Judgement
plan-judge-missing = Write the judgement.
plan-judge-day = As of which day
plan-judge-day-hint = A day of the plan's year, for which this holds. When you write it is noted by itself.
plan-judge-evidence = On what evidence
