# What young people read: the page they answer on, the tablet, the poster and the cards. Each language has this file in a
# folder of its own; it is offered once all is here, and the day is written on which somebody reviewed it (else "no").
ask-reviewed = 2026-11-26
# What the language calls itself, and whether it is written from the left (ltr) or from the right (rtl).
ask-tongue = English
ask-direction = ltr
# How days are written. Spaces do not break.
ask-date = { $d } { $month } { $y }
ask-day = { $d } { $month }
ask-span = { $from } – { $to }
ask-month-1 = Jan
ask-month-2 = Feb
ask-month-3 = Mar
ask-month-4 = Apr
ask-month-5 = May
ask-month-6 = Jun
ask-month-7 = Jul
ask-month-8 = Aug
ask-month-9 = Sep
ask-month-10 = Oct
ask-month-11 = Nov
ask-month-12 = Dec
ask-begin = Begin
ask-next = Next
ask-back = Back
ask-of = %1 of %2
ask-send = Send
ask-send-what = That is all. Once you send it, the answer cannot be changed.
ask-lost = There is no connection. Your answer has not been sent, but it is here: wait a moment and press Send again. It will count once.
ask-promise = We do not ask who you are. Your answer is not connected with you, and afterwards it cannot be found again to be shown or deleted.
ask-stored = What we store.
ask-contact = Questions: { $it }
ask-easy = Easy to read
ask-plain = Usual wording
ask-only-if = Answer only if your answer to "{ $it }" is: { $answers }. Otherwise skip this.
ask-no-names = Do not write names.
ask-nothing = Nothing has been answered yet.
ask-not-taken = Your answer has not been sent
ask-too-much = The answer is too long to be taken. Go back, shorten what you wrote and send it again.
ask-too-many = Very many people are answering right now. Your answer is still here: wait a minute and press Send again. It will count once.
ask-early = Not yet
ask-opens = You can answer from { $it } on.
ask-late = The answers are in
ask-closed = You could answer until { $it }. Thank you for wanting to.
ask-thanks = Thank you!
ask-thanks-what = Your answer has arrived. You can close this page now, or hand the phone on.
ask-dont-know = I don't know or don't want to say
ask-agree5-1 = Not true at all
ask-agree5-2 = Mostly not true
ask-agree5-3 = Half true
ask-agree5-4 = Mostly true
ask-agree5-5 = Completely true
ask-agree4-1 = Not true at all
ask-agree4-2 = Mostly not true
ask-agree4-3 = Mostly true
ask-agree4-4 = Completely true
ask-yes_no-yes = Yes
ask-yes_no-no = No
ask-gender-girl = Girl
ask-gender-boy = Boy
ask-gender-non_binary = Non-binary
ask-age-below = Younger than { $n }
ask-age-from = { $from } to { $to }
ask-age-over = { $n } or older
ask-code = Code from the card
ask-code-what = Twelve letters and digits, capital or small.
ask-code-missing = Write the code from your card. Your answers are still here.
ask-code-odd = This is not a whole code: on the card it has twelve letters and digits.
ask-code-spent = Somebody has already answered with this code. Ask for a new card; your answers are still here.
ask-code-unknown = We do not know this code. See whether it is written as on the card.
ask-code-free = You can answer without it, too: leave the field empty.
poster-title = Poster: { $it }
poster-heading-open = Tell us how it is here.
poster-heading-group = Tell us how your group is.
poster-heading-project = Tell us how the project was.
poster-heading-event = Tell us how the event was.
poster-lead = Once a year we ask what you think. Next year’s plan is made from the answers.
poster-scan = Scan the code or type the address:
poster-nameless = No name, no account. We do not ask who you are.
poster-unlinked = Your answer is not linked to you: it is counted with others.
poster-free = Answering is up to you. You can skip any question.
poster-when = You can answer
poster-takes = It takes about
poster-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
poster-contact = Questions
poster-languages = Languages
poster-card = You need a card with a code to answer. Ask for one at the centre.
cards-title = Cards with codes: { $it }
cards-note = Cut along the lines and mix. Each code is for one answer. These codes cannot be printed again later.
cards-square = Code for the camera: card { $it }
cards-when = For one answer, { $it }. No name.
kiosk-takes = { $n ->
    [one] It takes about { $n } minute.
   *[other] It takes about { $n } minutes.
}
kiosk-thanks-what = Your answer has arrived. In a few seconds this page goes back to its start.
kiosk-next = To the start
kiosk-still = Are you still there? In half a minute the answers are cleared. Touch the screen to go on.
answers-other-language = This questionnaire is not written in this language.
answers-no-such-question = There is no such question in this questionnaire.
answers-no-such-choice = This cannot be chosen here.
answers-only-one = Only one answer is possible here.
answers-not-asked = This question is not asked after what you answered above.
answers-number = A whole number from { $least } to { $most } is possible here.
answers-long =
    { $n ->
        [one] This is too long: { $n } character is the most.
       *[other] This is too long: { $n } characters are the most.
    }
evaluation-usual-name = Yearly evaluation { $it }
evaluation-usual-purpose = We want to know how it is here: whether it is safe and fair, whether you can take part and learn something. Next year's plan is made from the answers.
evaluation-usual-consent = Answering is up to you, and without a name. You can skip any question. By sending your answers you agree that they are counted together with others and published.
voice-square = Code for the camera: { $it }
ask-garbled = Something in this page got broken. Your answers are still here: send them once more.
ask-nowhere = We do not know this address
ask-nowhere-what = Look at the poster or the card once more. At the end of the address there are seven signs, small letters and digits only; perhaps one is mistaken for another. If your phone has a camera, scan the code instead, or ask somebody at the centre.
