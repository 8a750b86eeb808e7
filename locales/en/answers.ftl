# What is told beside a question that was answered in a way it cannot be
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
