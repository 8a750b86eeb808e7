# Questionnaires as XLSForm. The lists are written into files for other tools.
xlsform-list-agree5-1 = Strongly disagree
xlsform-list-agree5-2 = Disagree
xlsform-list-agree5-3 = Neither agree nor disagree
xlsform-list-agree5-4 = Agree
xlsform-list-agree5-5 = Strongly agree
xlsform-list-agree4-1 = Strongly disagree
xlsform-list-agree4-2 = Disagree
xlsform-list-agree4-3 = Agree
xlsform-list-agree4-4 = Strongly agree
xlsform-list-age_class-first = Youngest age class
xlsform-list-age_class-second = Middle age class
xlsform-list-age_class-third = Oldest age class

xlsform-at-sheet = sheet { $it }
xlsform-at-row = row { $it }
xlsform-at-rows = rows { $it }
xlsform-at-rows-more = rows { $it } and { $n } more
xlsform-at-column = column { $it }
xlsform-more = { $n ->
    [one] And { $n } more thing.
   *[other] And { $n } more things.
}

# What stops a file
xlsform-one-table = This is a single table. A questionnaire needs a workbook with the sheets “survey” and “choices”: the questions stand in one, what can be chosen in the other. Save it as XLSX and try again.
xlsform-no-survey = There is no sheet “survey” here, in which the questions would stand. Sheets of the file: { $it }.
xlsform-column-missing = The column “{ $it }” is missing.
xlsform-column-words = There is no column with the words: “{ $it }”, or for each language one such as “{ $it }::English (en)”.
xlsform-column-twice = This column means the same as “{ $it }”. Delete one of them.
xlsform-language-odd = “{ $lang }” does not say which language this is. Write its code in brackets: “{ $it }::English (en)” or “{ $it }::Slovenščina (sl)”.
xlsform-default-odd = “{ $it }” does not say which language this is. Write its code in brackets, such as “English (en)”.
xlsform-cell-fault = There is a spreadsheet error in this cell. Mend the formula or type the value.
xlsform-cell-date = The spreadsheet has made a date or a time of this name ({ $it }). Format the cell as text and type the name again.
xlsform-yes-odd = “{ $it }” is neither “yes” nor “no”. Empty means no.
xlsform-words-long = This text is too long: at most { $most } characters.
xlsform-type-missing = The type of the question is missing. Possible are text, integer, select_one and select_multiple.
xlsform-type-unknown = “{ $it }” is no type of a question. Possible are text, integer, select_one and select_multiple.
xlsform-name-missing = The name is missing. It stays the same when the words change: this is how years are compared.
xlsform-name-odd = Nothing of “{ $it }” can be a name. Use the letters a–z, digits and underscores, with a letter first.
xlsform-name-twice = The name “{ $it }” becomes “{ $to }”, and that is the name in row { $row } already. Choose another one.
xlsform-list-missing = The column “list_name” does not say to which list this belongs.
xlsform-list-unnamed = Which list is chosen from? Write its name behind the type, such as “select_one often”.
xlsform-list-unknown = There is no list “{ $it }” in the sheet “choices”.
xlsform-scale-codes = “{ $it }” is the name of a scale of ours, with the values { $codes }. Give this list other values or another name.
xlsform-scale-odd = “{ $it }” cannot stand here. “one” or “many” takes a list just as it is; empty is usual.
xlsform-group-end = Something ends here that has not begun.
xlsform-group-open = What begins here has no end.
xlsform-relevant = This condition is not understood: { $it }. A question can be asked of those who chose one of several answers to one earlier question: { "${often}" } = 'daily' or { "${often}" } = 'weekly', and for a question with several answers selected({ "${with}" }, 'friends').
xlsform-group-column = This cannot be said of a whole group. Write it at each of its questions.
xlsform-relevant-many = Several answers can be given to “{ $it }”. Write the condition with selected(…) instead of the equals sign.
xlsform-relevant-left = The condition is about “{ $it }”, and that is not taken. Change the condition, or delete the question.
xlsform-relevant-unknown = The condition is about “{ $it }”, and no question is called so.

# What is not taken, and what becomes of it
xlsform-language-none = These words do not say in which language they are. They are taken as “{ $it }”. If it is another one, write “default_language” in the sheet “settings”, such as “English (en)”.
xlsform-default-other = Nothing is written in the language “{ $it }”, so it is not the first one.
xlsform-sheet-left = This sheet is not known here and is left out.
xlsform-row-left = There is something in this row, but nothing that is asked. It is left out.
xlsform-name-changed = The name “{ $it }” becomes “{ $to }”: names are small letters a–z, digits and underscores, 32 at most.
xlsform-cell-words = The spreadsheet has made a date or a time of these words. They are taken as “{ $it }”.
xlsform-words-answer = An earlier answer cannot be put into a text. What stands here is shown just as it is written.
xlsform-words-marks = Bold letters, colours and the like are not possible. The marks for them are shown just as they are written.
xlsform-words-twice = There are different words for “{ $it }” in two columns. Those in the language’s own column are taken.
xlsform-type-note = A note asks nothing and is left out.
xlsform-type-device = “{ $it }” is left out: answers are anonymous, so nothing about the device, its owner or the time is ever recorded.
xlsform-type-telling = “{ $it }” is left out: places, pictures, recordings and files could give away who answered.
xlsform-type-hidden = “{ $it }” is left out: nothing is worked out while somebody answers.
xlsform-type-other = Questions of the type “{ $it }” cannot be asked here and are left out. Possible are text, integer, select_one and select_multiple.
xlsform-repeat = Nothing can be asked several times over. These rows are left out.
xlsform-group-nested = A group within a group is not possible. Its questions belong to the outer one.
xlsform-group-wordless = A group without words is no area. Its questions are taken without one.
xlsform-group-words = The words of area “{ $it }” differ here. Those that stand first are taken.
xlsform-area-outside = This question is taken, but not as part of area “{ $it }”: an area holds only questions with agreement or yes and no, and nothing sensitive.
xlsform-area-empty = There is no scored question in group “{ $it }”, so it is not taken as an area.
xlsform-dont-know = “I don’t know / I don’t want to say” is offered with every question. This choice is left out.
xlsform-or-other = “Other” with an answer in words is not possible and is left out. Add a choice “other”, and after it a question of the type text with a condition.
xlsform-list-unused = No question uses the list “{ $it }”. It is left out.
xlsform-scale-words = The scale “{ $it }” is ours, with our own choices and words in every language. Those in the file are not taken.
xlsform-scale-close = The values of “{ $it }” are those of agreement, the words are not. The list is taken as it stands, without being scored. If agreement is meant, call the list “{ $to }”.
xlsform-constraint = This limit is not possible and is left out: { $it }. A whole number can have bounds: . >= 0 and . <= 10
xlsform-bounds = Answers from { $least } to { $most } are taken. For other bounds write a “constraint”: . >= 0 and . <= 10
xlsform-left-required = Every question can be left unanswered. “required” is not taken.
xlsform-left-hint = Hints are not taken. What somebody needs for answering belongs in the question.
xlsform-left-look = How a question looks and works is the same for all questions. This is not taken.
xlsform-left-message = The program has its own messages. This one is not taken.
xlsform-left-filled = Nothing is filled in beforehand or worked out. This is not taken.
xlsform-left-filter = Everybody is offered all choices. The filter is not taken.
xlsform-left-repeat = Nothing can be asked several times over. This is not taken.
xlsform-left-media = Pictures, sound and films are not taken.
xlsform-left-version = Versions are counted here. This one is not taken.
xlsform-left-setting = This setting is not known here and is left out.
xlsform-left-column = This column is not known here. What stands in it is left out.
