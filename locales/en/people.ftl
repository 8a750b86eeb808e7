sign-in = Sign in
sign-in-claim = What you do with young people should count.
sign-in-lead = An evening recorded in ten seconds. Figures that agree.
sign-in-do = Sign in
sign-in-help = You get an account by invitation from your centre's mentor. If you forget your password, ask there too.
sign-in-wrong = Mail address and password do not match.
sign-in-too-many = Too many tries in a row. Wait a few minutes and try again.
kept-sign-in = You were signed out in the meantime. What you typed is still here: sign in and save it.
kept-title = Not saved yet
kept-what = You are signed in. What you typed before is still here, waiting to be saved.
kept-send = Save what I typed
kept-leave = Discard
mail = Mail address
mail-wrong = This is not a mail address.
password = Password
password-rule = At least 10 characters; several words together make a good one.
password-short = The password is too short: at least 10 characters.
password-long = The password is too long: at most 200 characters.
password-wrong = The current password is not right.
password-change = Password
password-current = Current password
password-new = New password
password-change-do = Change password
name = Name
name-missing = Enter your name.
account = Your account
account-own = About you
account-roles = Your roles
account-no-roles = You have no role yet. Ask your centre's mentor for an invitation.
sign-out = Sign out
sign-out-do = Sign out
sign-out-everywhere = Sign out on every device
people = People
people-of = People: { $it }
people-here = Who may do what
people-above = by a role in { $it }
people-none = Nobody has a role here yet.
people-waiting = Invited
people-until = invitation valid until { $it }
role-end = End
role-not-yours = You cannot give or end this role; you can with roles up to your own.
invite = Invite
invite-role = Role
invite-do = Send invitation
invite-done = The invitation is ready.
invite-on-its-way = The invitation is on its way to { $it }. Below, under “Invited”, you see whether the mail went out.
invite-waits = The invitation is ready, but no mail server is set up, and the account with this address, closed now, had roles that you cannot give. Whoever runs the server can pass the link on.
invite-link = No mail server is set up, so pass the link on yourself. It is shown only now.
invite-link-hand = Pass the link on yourself: it is shown only now, and no mail carries it. The earlier link opens nothing any more.
invite-yourself = This is your own address. Nobody gives themselves a role; somebody else who may give it can invite you.
invite-too-many = You have sent very many invitations today. Try again tomorrow.
invite-again = Send again
invite-show = Show the link
invite-again-what = Sending again or showing the link makes a new link; the earlier one then opens nothing.
invite-not-open = This invitation is no longer open: it was taken up, withdrawn or replaced by a newer one.
invite-hand-closed = The account with this address is closed and had roles that you cannot give, so its link goes by mail only.
invite-state-hand = The link is passed on by hand.
invite-state-waiting = The mail is about to be sent.
invite-state-trying = The mail has not gone out yet: { $it } It will be tried again.
invite-state-sent = Mail sent { $it }
invite-state-refused = The mail did not go out: { $it }
mail-trouble-no-answer = the mail server does not answer.
mail-trouble-not-now = the mail server asks for a little patience.
mail-trouble-no-mailbox = there is no such mailbox, or it takes no mail. Check the address.
mail-trouble-refused = the mail server refused it. Ask whoever runs the server, or pass the link on yourself.
mail-trouble-setup = sending mail is not set up properly. Ask whoever runs the server, or pass the link on yourself.
invite-link-label = Link of the invitation
invitation = Invitation
invitation-to = Invitation: { $it }
invitation-as = Role: { $it }.
invitation-new = Your account
invitation-reopen = Your account is closed
invitation-reopen-what = Accepting the invitation opens it again, with a new password. What you recorded is still there; roles you had before do not come back by themselves: for each, somebody invites you again.
invitation-accept = Accept the invitation
invitation-sign-in = This mail address has an account. Sign in with it and accept the invitation.
invitation-other-mail = The invitation is for another mail address. Sign out and open the link again.
invitation-gone = This invitation was used or has expired. Ask for a new one.
invitation-mail-subject = Invitation to Logbook: { $unit }
invitation-mail-body =
    Hello,

    you are invited to Logbook. Unit: { $unit }; role: { $role }.
    Set up your account here (the link works once, until { $until }):

    { $link }
reset = New password
reset-do = Set password and sign in
reset-signs-out = Every other device will be signed out.
reset-send = New password
reset-sent = A link to a new password was sent. It works once, for 24 hours.
reset-ready = The link to a new password is ready. It works once, for 24 hours.
reset-link-label = Link to the new password
reset-waits = A link to a new password is ready, but no mail server is set up, and this person also has roles that you cannot give. Whoever runs the server can pass the link on.
reset-elsewhere = This person's highest role is in another unit. A new password is sent from there.
reset-gone = This link was used or has expired. Ask for a new one.
reset-mail-subject = New password for Logbook
reset-mail-body =
    Hello,

    a new password was asked for your account in Logbook.
    Set it here (the link works once, for 24 hours):

    { $link }

    If you did not ask for it, do nothing; the old password stays.
invite-withdraw = Withdraw
role-last-coordinator = This is the network's last coordinator. Invite another one first.
record = Who did what
record-of = Who did what: { $it }
record-what = Reading of notes, roles and changes of the structure in this unit and below it. The newest stands on top.
record-act = Act
record-any = any
record-none = There is nothing here yet.
record-nobody = unknown account
record-read_note = Read a note
record-search_notes = Searched in notes
record-see_photos = Looked at photos beside an entry
record-invite = Invited to a role
record-take_role = Took up a role
record-reopen_account = Opened a closed account again
record-withdraw_invitation = Took an invitation back
record-end_role = Ended a role
record-send_reset = Link to a new password
record-change_words = Changed words or projects
record-mend_unit = Mended a unit's name or place
record-rename_unit = Renamed a unit
record-unname_unit = Took a new name back
record-move_unit = Moved a unit
record-unmove_unit = Took a move back
record-close_unit = Closed or merged a unit
record-reopen_unit = Took a closing back
record-close_period = Closed a period
record-reopen_period = Reopened a period
record-give_role = Gave a role
record-pass_invitation = Took over an invitation
record-leave = Arranged leaving
record-import = Import, or taking one back
record-take_entries = Began to take entries along
record-took_entries = Took entries along
record-set_retention = Changed for how long notes are kept
role-from = from { $it }
role-until = until { $it }
