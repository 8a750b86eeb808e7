# First steps
today-begin = Everything is about to begin here.
step-next = What now?
step-no-units = There is no unit here yet that could record.
step-no-activities = The units are here, but no activity yet.
step-no-activity = This unit has no activities yet. Once the first is here, recording can begin.
step-tree = Build the tree of units
step-tree-what = Add municipalities, organisations and centres, by hand or from a spreadsheet.
step-activities = Add activities
step-activities-what = Choose a unit in the tree and say what it offers.
step-activity = Add an activity
step-activity-what = An open evening, say: when it is and where.
step-people = Invite colleagues
step-people-what = Whoever will record or look at figures gets a link to an account of their own.
# Whom to ask
ask-whom = Who can see to it: { $it }.
ask-nobody = Nobody here has a role yet that may do it; turn to whoever runs the server.
link-copy = Copy
link-copied = Copied
link-share = Share
