# The network's calendar: dates that come back each year, reminders, and reports by mail.
calendar = Calendar
calendar-of = Calendar { $it }
calendar-lead = What is to be handed in or closed, by when, and how it stands. That is read from reports and records.
desk-calendar = The year's dates: who owes what by when.
calendar-soon = Next dates
calendar-all = The whole calendar
calendar-now = this month
calendar-none = No dates.
calendar-empty = There are no dates for this unit in this year.
calendar-empty-begin = Add the first one: set it down once, and it holds every year.
calendar-file = Take it into your own calendar (iCalendar)
act-see-calendar = The dates of the calendar are seen
act-manage-calendar = The network's calendar is changed
record-change_calendar = Changed the calendar
# One date
due = Date
due-new = Add a date
due-change = Change the date
due-lead = You set a date down once, and it holds every year. Where one year is different, move it or leave it out for that year alone.
due-closing-year = Close the year
due-closing-month = Close the month
due-for-each = Each unit of the kind “{ $it }”
due-for-each-in = Each unit of the kind “{ $kind }” in { $unit }
due-for-all = For everybody in the network
due-moved = Moved this year from { $it }
due-sends-finished = The finished report is mailed on this day.
due-sends-figures = A report is mailed on this day, even if it holds figures alone.
due-left-out = Left out this year
due-state-late = Late
due-state-soon = Soon
due-state-not-yet = Not yet
due-state-done = Done
due-evaluation-prepared = The evaluation is prepared.
due-evaluation-open = Young people are answering now.
due-evaluation-closed = The answers are in.
due-evaluation-released = The results are released.
due-handed-in = Mark as handed in
due-not-handed-in = Not handed in yet
# The form
due-what = What
due-what-label = What is to be done
due-choose = Choose
due-reports = Finish a report
due-forms = Hand in a form
due-kind-closing = Close a month or a year
due-kind-meeting = A meeting
due-kind-other = Something else
due-covers = About which time
due-covers-none = None
due-covers-year_before = the year before
due-covers-second_half_before = the second half of the year before
due-covers-first_half = the first half of the same year
due-covers-second_half = the second half of the same year
due-covers-year = the same year
due-covers-month_before = the month before
due-name-what = Without a name a date is called by its report, form or period. Meetings and other things need one.
due-whom = For whom
due-each = For each unit of the kind
due-each-none = For the chosen unit alone
due-unit = In the unit
due-when = When
due-when-what = Without a day it is the whole month. A beginning is only needed where something lasts longer, such as from March to April.
due-month = Month
due-month-each = Every month
due-day = Day
due-from-month = Begins in
due-from-none = Nothing
due-from-day = Begins on day
due-mails = Mail
due-remind = Remind mentors who are not done
due-remind-what = Two weeks before and on the day. Everybody gets one letter a day at most, about everything.
due-send = Report by mail
due-send-none = Do not send
due-send-finished = Send it on the day, once it is finished
due-send-figures = Send it on the day; if it is not finished, the figures alone
due-to-viewers = To viewers, such as the municipality
due-to-mentors = To mentors
due-send-what = Mails go only to people with an account who may read the report. A report finished after the day goes out the next morning.
due-save = Save the date
due-month-wrong = Choose a month.
due-day-wrong = Enter a day from 1 to { $n }, or leave it empty.
due-from-of-what = What is every month does not begin in another one.
due-from-month-missing = Choose the month it begins in, too.
due-what-missing = Choose what is to be done.
due-name-missing = Enter what it is called.
due-name-long = The name is too long: at most { $n } characters.
due-covers-missing = Choose a time.
due-covers-other = This report or form is for a time of another length.
due-covers-closing = A month or a year is closed.
due-covers-monthly = What is every month can only be about the month before.
due-unit-missing = Choose a unit.
due-kind-missing = Choose a kind of unit.
due-kind-unfit = This report is for another kind of unit.
due-send-missing = Choose whether the report is mailed.
due-to-missing = Choose to whom it goes.
due-meanwhile = { $who } has changed this date meanwhile: { $what }.
due-meanwhile-what = Below is what you typed. If you save it, yours holds.
due-meanwhile-see = See what holds now
# One year another way
due-this = Another way once
due-this-plain = The next one is { $on }.
due-this-out = { $on } is left out.
due-this-moved = { $on } is moved to { $to }.
due-move-to = To the day
due-move = Move
due-leave-out = Leave out
due-back = As every year
due-move-wrong = Choose a day.
due-move-far = That is too far: at most { $n } days from its date.
due-remove = Take the date out
due-remove-what = From today on there is none of it. Dates that have passed stay in the calendar.
due-remove-do = Take out
# Mail
due-letters = Mail that did not arrive
due-letters-what = Reminders and reports of the last 30 days.
due-letter-reminder = Reminder
due-letter-of = { $what }, { $on }
due-letter-trying = Not out yet: { $it } It is tried again.
due-letter-refused = Could not be delivered: { $it }
due-again = Send again
due-trouble-no-answer = the mail server does not answer.
due-trouble-not-now = the mail server asks for patience.
due-trouble-no-mailbox = there is no such mailbox, or it takes no mail.
due-trouble-refused = the mail server refuses it.
due-trouble-setup = sending mail is set up wrongly. Ask whoever looks after the server.
due-mail-subject = { $n ->
    [one] Logbook: { $n } date
   *[other] Logbook: { $n } dates
}
due-mail-line = { $by }: { $what }, { $unit }
due-more = { $n ->
    [one] and { $n } more
   *[other] and { $n } more
}
due-mail-body =
    Hello,

    this waits for you ({ $n }):

    { $lines }

    All dates are in the calendar:
    { $calendar }
due-report-subject = { $title }: { $unit }
due-report-finished =
    Hello,

    attached is the report { $title }, { $unit }, as the unit wrote and finished it ({ $on }).
    It can be read here; every figure opens to what it is made of:

    { $link }
due-report-figures =
    Hello,

    attached is { $title }, { $unit }. The figures are as recorded on { $on }; there are no texts yet.
    Finished reports of this unit are here:

    { $link }
due-report-checks = Compared before sending:
due-report-checks-more = { $n ->
    [one] and { $n } more difference
   *[other] and { $n } more differences
}
due-report-large =
    Hello,

    the report { $title }, { $unit } ({ $on }) is ready. It is too large to be attached, so take it here:

    { $link }
