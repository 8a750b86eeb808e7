evaluations = Evaluations
evaluations-lead = Once a year young people say how it is. They answer without an account or a name, each centre at an address of its own.
evaluations-all = All evaluations
evaluations-none = There has been no evaluation yet.
evaluation-make = New yearly evaluation
evaluation-make-do = Prepare the evaluation
evaluation-no-questionnaire = Finish a questionnaire first: without one there is nothing to ask.
evaluation-usual-name = Yearly evaluation { $it }
evaluation-usual-purpose = We want to know how it is here: whether it is safe and fair, whether you can take part and learn something. Next year's plan is made from the answers.
evaluation-usual-consent = Answering is up to you, and without a name. You can skip any question. By sending your answers you agree that they are counted together with others and published.
evaluation-opens = First day
evaluation-last = Last day
evaluation-window-what = Usually weeks 41 to 43. It opens and closes by itself; you can open and close it earlier.
evaluation-asks = What we ask
evaluation-asks-what = Choose a finished questionnaire for at least one kind of activity. Each centre gets an address for each kind chosen.
evaluation-asks-not = not asked
evaluation-asks-nothing = Choose at least one questionnaire.
evaluation-questionnaire-gone = This questionnaire is no longer offered. Choose another.
evaluation-words = What young people read first
evaluation-purpose = What it is for
evaluation-consent = What somebody agrees to by answering
evaluation-contact = Where to ask
evaluation-contact-missing = Write whom young people can turn to (up to 120 characters).
evaluation-text-missing = Write the text in at least one language.
evaluation-text-long = The text is too long.
evaluation-day-missing = Choose a day.
evaluation-ends-before = The last day must not be before the first, nor in the past.
evaluation-too-long = The window is too long or too far off: { $n } days at most.
evaluation-prepared = Prepared
evaluation-prepared-what = The addresses exist and can be printed. Nobody can answer yet. It opens on the first day, and you can open it now.
evaluation-open = Open
evaluation-open-what = Young people are answering. Each morning we tell how many complete answers each centre has, in steps of five; nobody sees what they say.
evaluation-closed = Closed
evaluation-closed-what = The answers are in and mixed. Nothing is taken any more.
evaluation-open-do = Open now
evaluation-close-do = Close for good
evaluation-places = Where it is answered
evaluation-unit = Unit
evaluation-address = Address
evaluation-complete = Complete answers
evaluation-counted = Counted on { $it }; only answers that are mixed with others already.
evaluation-not-begun = has not begun
evaluation-to-go = { $n ->
    [one] { $n } to go
   *[other] { $n } to go
}
evaluation-enough = enough for a result of its own
evaluation-silent = { $n ->
    [one] { $n } address has no answers yet.
   *[other] { $n } addresses have no answers yet.
}
voice = Young people's voice
voice-none = There is no evaluation at the moment.
voice-prepared = The evaluation is prepared. You can print this page and put it up; it can be answered from the first day on.
voice-open = The evaluation is open. Invite young people to answer.
voice-closed = The evaluation is closed. Thank you.
voice-square = Code for the camera: { $it }
voice-what = Young people type the address or scan it with a phone. They need no account and leave no name.
voice-count-what = Counted once a day, in steps of five. Nobody sees who answered, or what.
desk-evaluations = The window, the addresses, and how many answers came in
desk-voice = The address at which young people say how it is
record-evaluate = Evaluation
act-evaluate = Evaluations are run
act-see-evaluation = Their unit's evaluation is seen
evaluation-site = All addresses are at { $it }.
evaluation-asked-about = Kind of activity
