# Questions after an activity, and answers to them
reflections = Questions after an activity
reflections-of = Questions after an activity: { $it }
reflections-lead = What a team wants to know after each evening: what went well, what young people started, what to try next. Workers answer beside the entry in a few seconds, or skip the questions.
reflections-own = { $it } asks
reflections-none = This unit has no questions of its own yet. Two are enough to begin with.
reflections-above = From above
reflections-above-what = A unit above you asks these questions, and they are asked here too.
reflections-read = Answers over time
reflections-read-of = Answers over time: { $it }
reflections-narrow = Choose a period and activities
reflections-all = Show all
reflections-empty = There are no questions here in this period. A mentor of the unit sets them under Set-up; workers answer them beside entries.
reflections-by-month = By month
reflections-month = Month
reflections-answered = Answered
reflections-hidden = What was written is for youth workers and mentors of these units.
reflections-below = Questions of units below
reflections-below-what = These units ask something of their own. The answers are on their pages.
reflection = How it was
reflection-of = How it was: { $it }
reflection-what = Answer what you like and skip the rest. Answers can be corrected later.
reflection-ask = { $n ->
    [one] How was it? { $n } question
   *[other] How was it? { $n } questions
}
reflection-open = { $n ->
    [one] { $n } question has no answer.
   *[other] { $n } questions have no answer.
}
reflection-save = Save answers
reflection-correct = Correct or complete
reflection-nothing = There are no questions about this entry.
reflection-text-hint = No names, and nothing that a young person could be recognised by.
reflection-text-hidden = Answered. What was written is for youth workers and mentors of the unit.
reflection-text-removed = Answered. The text was removed because the time for keeping it is over.
reflection-take-back = Take the answer back
reflection-answer-long = The answer is too long: { $n } characters at most.
reflection-answer-choose = Choose one of the answers offered.
reflection-meanwhile = Somebody answered meanwhile. If you save once more, your answer holds, and theirs is kept in the history.
reflection-stands = It now says: { $it }
reflection-new = New set of questions
reflection-new-lead = { $it } asks. The questions hold for it and for every unit below.
reflection-set = Set of questions
reflection-name-missing = Write the name of the set in one language at least.
reflection-kinds = After which activities
reflection-kinds-hint = Choose none, and it is all of them.
reflection-all-kinds = all activities
reflection-from = From
reflection-from-missing = Write the day from which it holds.
reflection-last = Until, included
reflection-last-hint = Without a last day it holds until you end it. Answers stay afterwards too.
reflection-to-come = still to come
reflection-over = over
reflection-comes-from = set by { $it }
reflection-questions = Questions
reflection-questions-what = Workers see them in this order. A few short questions get more answers.
reflection-questions-none = No question is asked any more.
reflection-question-nth = Question { $it }
reflection-question-optional = May be left empty.
reflection-words-in = Question ({ $it })
reflection-words-in-sl = Question in Slovene
reflection-words-in-en = Question in English
reflection-words-missing = Write the question in one language at least.
reflection-words-long = The question is too long: { $n } characters at most.
reflection-scale = How it is answered
reflection-scale-missing = Choose how it is answered.
reflection-many = There are { $n } questions already. Retire one before you add another.
reflection-full = There are enough questions. To add another, retire one.
reflection-add = Add a question
reflection-reword = Change the words
reflection-reword-answered = This question has been answered, so its answers stay with the old words. New words begin a new question, and the old one is not asked from today on.
reflection-retired-already = This question is not asked any more.
reflection-up = Up
reflection-down = Down
reflection-retire = Retire
reflection-return = Ask it again
reflection-retired = retired { $it }
reflection-retired-all = Retired questions
reflection-replaced = Since { $day } in its place: { $by }
reflection-before = Before: { $it }
reflection-answers = { $n ->
    [one] { $n } answer
   *[other] { $n } answers
}
reflection-answered-of = { $of ->
    [one] Answered after { $n } of { $of } activity ({ $share })
   *[other] Answered after { $n } of { $of } activities ({ $share })
}
reflection-yes-by-month = Yes and rather yes by month
reflection-yes-only-by-month = Yes by month
reflection-yes-of-month = { $month }: { $share } (answers: { $n })
reflection-of-all = { $n } of { $of }
reflection-asked-none = There was no activity in this period after which this is asked.
scale-agree5 = From no to yes
scale-agree5-what = Five steps. Quickly answered, and shifts show over time.
scale-agree5-1 = No
scale-agree5-2 = Rather no
scale-agree5-3 = Between
scale-agree5-4 = Rather yes
scale-agree5-5 = Yes
scale-yes_no = No or yes
scale-yes_no-what = For things that were, or were not.
scale-yes_no-0 = No
scale-yes_no-1 = Yes
scale-text = In words
scale-text-what = Like a note: youth workers and mentors of the unit see it. Not asked after one-to-one talks.
record-read_reflections = Reading answers in words
record-change_reflections = Change of questions after an activity
