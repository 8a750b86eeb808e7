# Working groups and bodies
bodies = Working groups and bodies
bodies-lead = Who discusses and decides: the council, the expert council, the assembly of members, regional committees of municipalities and working groups, with members, meetings and decisions.
bodies-none = There is no working group or body here yet.
bodies-ended = Meet no more
desk-bodies = Members, meetings, minutes and decisions.
body-new = New group or body
body-name = Name
body-name-missing = Write a name in one language at least.
body-name-long = The name is too long: { $n } characters at most.
body-kind = Kind
body-kind-missing = Choose a kind.
body-kind-what = The kind says which steps of a plan's adoption its members record: the council, the expert council and the assembly of members each their own.
body-kind-council = Council
body-kind-expert_council = Expert council
body-kind-assembly = Assembly of members
body-kind-regional_committee = Regional committee of municipalities
body-kind-working_group = Working group
body-within = Stands in
body-within-none = By itself
body-within-gone = That group or body is gone. Choose another, or leave it empty.
body-round = A group cannot stand in itself, not by a detour either. Choose another, or leave it empty.
body-meanwhile = Somebody else changed this meanwhile ({ $who }). What holds now: { $it }.
body-change = Change
body-ended = This group or body meets no more. Its members and meetings are still written down.
body-end = When it is over
body-end-what = Members and meetings stay written down, and there are no new meetings. You can bring it back from the list.
body-end-do = It meets no more
body-return = Bring back
body-inside = Within this group
body-members = Members
body-members-none = It has no members yet.
body-n-members = { $n ->
    [one] { $n } member
   *[other] { $n } members
}
body-n-decisions = { $n ->
    [one] { $n } decision
   *[other] { $n } decisions
}
body-former = Former members
body-since = since { $it }
body-seat = Role
body-seat-leads = leads
body-seat-member = member
body-seat-minutes = keeps the minutes
body-from = First day
body-last = Last day
body-last-before = The last day is before the first.
body-day-wrong = Write a day, such as 15/3/2027.
body-long = Too long: { $n } characters at most.
body-many = Too many lines: { $n } at most.
body-member-add = Add a member
body-member-add-what = Members are people who have an account and a role in the network.
body-member-invite = Invite others first.
body-member-add-do = Add
body-member-change = Change
body-member-missing = Choose from the list, or write a mail address.
body-member-unknown = Nobody with this address has a role in the network. Invite them first, on the page People.
body-member-twice = They are a member at that time already.
body-member-meanwhile = Somebody else changed this meanwhile. Look at what holds now, and try again.
body-member-left = Has no role in the network any more, and so neither decides nor writes here.
body-person = Choose from the list
body-mail = Or write a mail address
body-figures-what = You can open the figures of the whole network to members of the committee: they get the role of a viewer. They see figures by activity and month, no entries and no notes. Once they sit in no such committee any more, the figures are closed to them.
body-figures-reads = Reads the network's figures
body-figures-give = Open the network's figures
body-figures-take = Close the network's figures
body-figures-none = The network's figures are opened only to members of a regional committee who have an account and a role in the network.
# Meetings
meetings = Meetings
meetings-none = There are no meetings yet.
meeting-of = Meeting of { $it }
meeting-new = New meeting
meeting-change = Edit the meeting
meeting-day = Day
meeting-where = Place
meeting-present = How many were there
body-present-wrong = Write a whole number from 0 on.
meeting-n-present = { $n ->
    [one] { $n } was there
   *[other] { $n } were there
}
meeting-decisions = Decisions
meeting-decisions-none = There are no decisions.
meeting-decisions-hint = Each decision on a line of its own.
meeting-minutes = Minutes
meeting-minutes-none = There are no minutes yet.
meeting-minutes-hint = The whole network reads them. Write no names of young people.
meeting-remove = Take the meeting out
meeting-remove-what = It leaves the list; earlier versions of the minutes are kept.
meeting-remove-do = Take out
# Who may
act-manage-bodies = Working groups and bodies are kept by
