# A colleague leaves
leaving-link = Arrange leaving
leaving-of = Leaving: { $it }
leaving-lead = Roles end and go on to somebody else. What was recorded stays.
leaving-has = { $it } and everything below
leaving-roles = Roles
leaving-stays = What stays
leaving-no-entries = No entries of their own here.
leaving-entries = { $n ->
    [one] { $n } entry stays and keeps the name of whoever recorded it.
   *[other] { $n } entries stay and keep the name of whoever recorded them.
}
leaving-notes = { $n ->
    [one] { $n } of them has a note.
   *[other] { $n } of them have a note.
}
leaving-proposals = { $n ->
    [one] { $n } proposal waits for a decision. Anybody who records in the unit can decide.
   *[other] { $n } proposals wait for a decision. Anybody who records in the unit can decide.
}
leaving-offers = Activities, camps of several days and projects belong to the unit, not to a person.
leaving-invitations = Invitations that wait
leaving-elsewhere = Elsewhere
leaving-bodies-what = Being a member stays written down. Whoever has no role in the network any more neither decides nor writes there; you name other members on the page of the group or body.
leaving-elsewhere-what = Leaving here does not change these roles.
leaving-other-network = a role in another network
leaving-account = Account
leaving-account-none = The account stays, so that the person can come back. After the last day it is signed out on every device; without a role it opens nothing. Whoever runs the server can close it for good.
leaving-account-some = The account stays open, for the person has a role elsewhere too.
leaving-do = Hand over the roles
leaving-last = Last day
leaving-last-hint = The roles still hold on this day. To end them at once, enter yesterday.
leaving-to = Who takes the roles over?
leaving-to-person = A colleague
leaving-to-person-what = Has the same roles in the same units from the next day on.
leaving-to-mail = Somebody by invitation
leaving-to-mail-what = An invitation for each role goes to this mail address; a role holds once it is accepted.
leaving-to-nobody = Nobody
leaving-to-nobody-what = The roles simply end.
leaving-keep = Keep them valid
leaving-keep-what = From now on they are yours.
leaving-withdraw = Withdraw them
leaving-withdraw-what = Their links no longer work.
leaving-invitations-own = Your invitations that wait will be withdrawn: an invitation holds as long as whoever invited has the role.
leaving-above = One of these roles is above yours, so you cannot arrange this. Ask the network's coordinator.
leaving-again = You can arrange leaving again, but only for an earlier day. If the person stays after all, invite them again.
leaving-day-missing = Enter the last day.
leaving-day-early = The last day can be { $day } at the earliest.
leaving-day-late = The last day can be { $day } at the latest.
leaving-day-ends = All roles end by this day already.
leaving-person-missing = Choose who takes over.
leaving-to-missing = Say who takes the roles over, or choose “Nobody”.
leaving-not-yourself = You cannot give roles to yourself; somebody else can.
leaving-same = This is the address of the person who leaves.
leaving-last-invited = Until the invitation is accepted, the network would have no coordinator. Invite first, and wait until it is accepted.
left-nobody = { $name }: the last day with the roles is { $day }. Nobody takes them over.
left-to = { $name }: the last day with the roles is { $day }. They go to { $successor }.
