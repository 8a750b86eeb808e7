poster-title = Poster: { $it }
poster-heading-open = Tell us how it is here.
poster-heading-group = Tell us how your group is.
poster-heading-project = Tell us how the project was.
poster-heading-event = Tell us how the event was.
poster-lead = Once a year we ask what you think. Next year’s plan is made from the answers.
poster-scan = Scan the code or type the address:
poster-nameless = No name, no account. We do not ask who you are.
poster-unlinked = Your answer is not linked to you. It is counted together with others.
poster-free = Answering is up to you. You can skip any question.
poster-when = You can answer
poster-takes = It takes about
poster-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
poster-contact = Questions
poster-languages = Languages
voice-print = To print
voice-poster = Poster { $it }
