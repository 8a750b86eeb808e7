# Adopting a plan
adoption-lead = The steps in which the plan is adopted. With each of them the plan is kept as it stood that day.
adoption-steps = Steps
adoption-done = done
adoption-next = next
adoption-ahead = foreseen
adoption-passed-over = without this step
adoption-take = Next: { $it }
adoption-who-writes = Whoever writes the plan records this step.
adoption-who-members = Members record this step: { $it }.
adoption-who-none = The network has no body of this kind ({ $it }) with members yet, so whoever writes the plan records this step.
adoption-day = Day
adoption-words = What was decided
adoption-body = Who decided
adoption-meeting = Meeting
adoption-meeting-none = No meeting
adoption-meeting-day = The chosen meeting was not on the day you wrote. Write the day of the meeting, or choose another one.
adoption-keeps = The plan is kept as it stands now. You can go on editing it.
adoption-do = Record the step
adoption-lines = What was recorded
adoption-none = Nothing was recorded yet.
adoption-recorded = Recorded by { $who }, { $on }
adoption-undone = Taken back by { $who }, { $on }
adoption-undo = Take back
adoption-undo-what = What was recorded stays visible with the reason, and the step comes next again.
adoption-undo-why = Why
adoption-undo-do = Take back
adoption-changed = The plan changed meanwhile.
adoption-changed-what = Nothing was recorded yet. Look at how it stands now and send it again; what you typed is below.
adoption-future = That day is still to come.
adoption-before = The day is too early: what was recorded before it was on { $day }.
adoption-taken = This step was recorded already.
adoption-passed = A later step was recorded already, so this one cannot be added any more. If need be, take the later one back first.
adoption-not-foreseen = The plan does not foresee this step. You add it on the page Name, introduction, adoption.
adoption-first-draft_to_council = First the council discusses the draft.
adoption-first-expert_council = First the expert council discusses the draft.
adoption-first-presented_to_members = First it is presented to members.
adoption-first-adopted_by_council = First the council adopts it.
adoption-first-adopted_by_assembly = First the assembly of members adopts it.
adoption-first-published = First it is published.
adoption-not-yours = This is not for you to record: below it says for whom.
adoption-not-last = Only what was recorded last can be taken back. Something more came meanwhile; look below.
adoption-public = This version stands in public. Take it away from there first.
adoption-why-missing = Write why.
# Changes after adoption
amendment = Change after adoption
amendments = Changes after adoption
amend = Changing the adopted plan
amend-what = The plan as it stands now becomes the next edition. Everybody sees the reason, and once it is published the public too.
amend-why = Reason
amend-why-missing = Write the reason for the change.
amend-nothing = The plan is the same as the adopted one, so there is nothing to change.
amend-not-adopted = The plan is not adopted yet. Until then you edit it without this.
amend-body = Who decided
amend-body-none = No body
amend-body-who = You can choose bodies that you sit in, and those without members.
amend-not-yours = Of a body with members, only its members record that it decided.
amend-meeting-other = The chosen body did not hold that meeting. Choose one of its own, or another body.
amend-do = Record the change
plan-differs = { $n ->
    [0] The working version is in another order than the adopted one.
    [one] The working version differs from the adopted one in { $n } part.
   *[other] The working version differs from the adopted one in { $n } parts.
}
plan-differs-see = See the differences
plan-file-adopted = The plan is adopted already. The file changes the working version; the adopted one holds until a change is recorded.
# Publishing
publish = Publishing
publish-nothing = An adopted plan can be published.
publish-what = Everybody will read this edition, with the steps of its adoption and the reasons for changes. They will see no people, no comments and nothing that was changed since.
publish-do = Publish
publish-stands = Published
publish-see = The plan's public page
publish-take-back = Take it away from the public
publish-not-adopted = The plan is not adopted yet, so it cannot be published.
plan-open-published = published on { $it }
record-publish_plan = Published an annual plan
record-take_back_plan = Took an annual plan away from the public
# Editions
editions = Editions
editions-lead = The plan as it stood at each step of its adoption, and at each change after that.
editions-all = All editions
editions-none = There are no editions yet: the first is made by the first step of adoption.
edition-called = { $n }. { $what }, { $on }
edition-now = Working version
edition-holds = Holds
edition-undone = Taken back
edition-what = This is the plan as it stood in this edition.
edition-undone-what = This edition was taken back. This is the plan as it stood then.
edition-compare = Compare it with the working version
beside = Two versions side by side
beside-from = Before
beside-to = After
beside-do = Compare
beside-others = Choose other versions
beside-same = The two versions are the same.
beside-order = The parts are in another order.
beside-codes = The words are the same; only codes differ.
beside-added = Added
beside-gone = Taken out
beside-changed = Changed
beside-before = Before
beside-after = After
beside-nothing-said = nothing is said
beside-n-added = { $n ->
    [one] { $n } part added
   *[other] { $n } parts added
}
beside-n-changed = { $n ->
    [one] { $n } part changed
   *[other] { $n } parts changed
}
beside-n-gone = { $n ->
    [one] { $n } part taken out
   *[other] { $n } parts taken out
}
# Comments
comments = Comments
comments-lead = What people in the network think of the plan, and what those who write it answer.
comments-all = All comments
comments-all-see = All comments on the plan
comments-none = There are no comments yet.
comments-open = { $n ->
    [0] All comments are answered
    [one] { $n } comment waits for an answer
   *[other] { $n } comments wait for an answer
}
comments-n = { $n ->
    [0] Comments
    [one] { $n } comment
   *[other] { $n } comments
}
comment-plan = On the plan as a whole
comment-yours = Your comment
comment-hint = The whole network reads it, with your name. It is not on the public page.
comment-do = Send the comment
comment-by = { $who }, { $on }
comment-empty = Write something.
comment-long = Too long: { $n } characters at most.
comment-gone = This part is not in the plan any more. What you wrote is below; you can send it as a comment on the plan as a whole.
comment-open = Waits for an answer
comment-answered = Answered
comment-taken-up = Taken up
comment-taken-back = A comment that was taken back
comment-changed = The wording has changed since.
comment-read-then = What it said then
comment-part-gone = This part is not in the plan any more.
comment-answer = Answer
comment-answer-do = Answer
comment-answer-again = Mend the answer
comment-answer-save = Save the answer
comment-take-up = It is taken up in the plan
comment-take-back = Take the comment back
comment-meanwhile = Somebody else answered meanwhile: { $it }.
