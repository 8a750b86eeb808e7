evaluations = Evaluations
evaluations-lead = Once a year young people say how it is. They answer without an account or a name, each centre at an address of its own.
evaluations-all = All evaluations
evaluation-make = New yearly evaluation
evaluation-make-do = Prepare the evaluation
evaluation-no-questionnaire = Finish a questionnaire first: without one there is nothing to ask.
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
evaluation-about-kind = Activities: { $it }
evaluation-counted = Counted on { $it }; only answers that are mixed with others already.
evaluation-not-begun = has not begun
evaluation-to-go = { $n ->
    [one] at most { $n } to go
   *[other] at most { $n } to go
}
evaluation-below = fewer than the { $n } that a result of its own takes
evaluation-enough = enough for a result of its own
evaluation-silent = { $n ->
    [one] { $n } address has no answers yet.
   *[other] { $n } addresses have no answers yet.
}
voice = Young people's voice
voice-none = There is no evaluation at the moment.
voice-prepared = The evaluation is prepared. You can print this page and put it up; it can be answered from the first day on.
voice-open = The evaluation is open. Invite young people to answer.
voice-running = { $name } is open until { $until }. Invite young people to answer.
voice-running-do = Address, poster and how many answers came in
voice-closed = The evaluation is closed. Thank you.
voice-what = Young people type the address or scan it with a phone. They need no account and leave no name.
voice-count-what = Counted once a day, in steps of five. Nobody sees who answered, or what.
desk-evaluations = When it is answered, at which addresses, and how many answers came in.
desk-voice = The address at which young people say how it is
record-evaluate = Evaluation
record-evaluate-make = Evaluation made ({ $it })
record-evaluate-change = Evaluation changed ({ $it })
record-evaluate-withdraw = Evaluation withdrawn ({ $it })
record-evaluate-open = Evaluation opened ({ $it })
record-evaluate-close = Evaluation closed ({ $it })
record-evaluate-release = Results released ({ $it })
record-evaluate-give = Results given to a unit before the release ({ $it })
record-evaluate-set_aside = Batches of answers set aside ({ $it })
record-evaluate-targets = Targets of an evaluation changed ({ $it })
record-evaluate-codes = Codes for one answer each printed ({ $it })
record-evaluate-need_codes = Answers need a code ({ $it })
record-evaluate-free_of_codes = Answers need no code any more ({ $it })
record-evaluate-copy_gone = A copy from before the mixing is gone ({ $it })
act-evaluate = Evaluations are run
act-see-evaluation = Their unit's evaluation is seen
evaluation-site = All addresses are at { $it }.
evaluation-asked-about = Kind of activity
evaluation-released = Released
evaluation-released-what = Results are open to everybody in the network.
evaluation-release-do = Release the results
evaluation-release-what = They open to everybody in the network, and everybody gets a mail. This cannot be taken back.
evaluation-early = Unit
evaluation-early-do = Give it its results now
evaluation-early-what = Seen only by those who work there or follow it, and only its own.
evaluation-quick = Answers came unusually fast: { $it }
evaluation-quick-what = Ten answers within half a minute, or more than forty within five minutes: perhaps not from ten young people. After closing and before the release such batches can be set aside.
evaluation-which = Evaluation
evaluation-more = Units, occasion, thresholds, languages
evaluation-about-whom = About whom
evaluation-occasion = On an occasion, not of a year
evaluation-occasion-what = After a training, a project or an activity of the chosen units. The same rules as for a year hold, but it is not compared with years.
evaluation-units = Only chosen units
evaluation-units-what = With none chosen it is about all units that record. Others than those chosen get no address and are not in its results.
evaluation-units-missing = Choose at least one unit.
evaluation-least = Answers for a result
evaluation-split-least = Answers in each class of a split
evaluation-first-age = Second age class from (years)
evaluation-second-age = Third age class from (years)
evaluation-number-between = Write a whole number from { $from } to { $to }.
evaluation-numbers-what = Usually 15 and 15, ages from 15 and from 20. Fewer than 15 answers are never shown.
evaluation-languages = Languages it is asked in
copies = Backups made while answers came in
copies-what = Answers in them are sealed and cannot be read, but they have to be deleted by { $it } all the same: thirty days after closing. Each day we look whether a file is still where it was put. What was carried elsewhere, and copies made by other means, whoever runs the server must delete.
copies-made = Made on { $day } on { $machine }
copies-there = Still there
copies-late = Still there, though it should be gone
copies-gone = Gone, { $it }
copies-gone-do = It is deleted
copies-subject = Backups to be deleted: { $name }
copies-body =
    Hello,

    { $name } was closed thirty days ago. { $n ->
        [one] A backup that was made while young people were answering should be gone by now, and is still on the list:
       *[other] Backups that were made while young people were answering should be gone by now, and are still on the list:
    }

    { $files }

    Ask whoever runs the server to delete the file, and every copy of it. Where it was kept on another machine, say here that it is deleted:

    { $link }
evaluation-few = fewer than 5
evaluation-year-taken = There is a yearly evaluation of this year or of these days already: { $name }. Change that one, or choose other days.
evaluation-questionnaire-other-kind = This questionnaire is for another kind of activity.
evaluation-no-language = The page for young people has no words of its own in any of the languages chosen for this questionnaire. Choose one more language, or another questionnaire.
evaluation-unspoken-short = (the page for young people has no words of its own in it yet)
evaluation-change = Change the evaluation
evaluation-change-what = Until it opens you can change everything. Addresses stay the same, so posters printed already hold; only see that their days are right.
evaluation-terms = What is agreed
evaluation-of-all = All units that record
evaluation-ages = Age classes
evaluation-lacks = Not everything is there in every language
evaluation-lacks-what = What is missing young people read in another language. Complete what you can before you open it.
evaluation-lacks-name = The name of the evaluation is missing.
evaluation-lacks-purpose = What it is for is missing.
evaluation-lacks-consent = What somebody agrees to by answering is missing.
evaluation-lacks-questions = { $n ->
    [one] { $it }: { $n } text is missing.
   *[other] { $it }: { $n } texts are missing.
}
evaluation-unspoken = The answering page has no words of its own in this language yet (buttons, scales, the promise), so it is not offered to young people. They read another language: { $it }.
evaluation-flooded = More answers came in one minute than we take: { $it }. What was too much was refused; a program that sends instead of people may be behind it.
deeds = What happened
deed-prepared = Prepared
deed-changed = Changed
deed-withdrawn = Withdrawn
deed-opened = Opened
deed-closed = Closed
deed-given = A unit was given its results
deed-released = Released
deed-itself = by itself, on its day
sure-closure = Close for good: { $it }?
sure-closure-what = Answers could come until { $until }. Once closed it does not open again: answers are mixed, addresses and cards no longer hold.
sure-closure-do = Close for good
sure-removal = Withdraw the evaluation: { $it }?
sure-removal-what = Nobody has answered yet. Addresses, posters and cards of this evaluation no longer hold then; it cannot be brought back.
sure-removal-do = Withdraw the evaluation
sure-release = Release the results: { $it }?
sure-release-what = They open to everybody in the network, and everybody gets a message. This cannot be taken back.
sure-release-do = Release the results
sure-not = No, back
voice-released = The evaluation is released. Its results are open.
