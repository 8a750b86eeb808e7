# Kinds of units
kinds = Kinds of units
kinds-lead = What a unit of the network can be: a municipality, an organisation, a youth centre or something of your own.
kinds-offered = Kinds to choose from
kinds-offered-what = In this order they are offered when a unit is added.
kinds-retired = Retired kinds
kind-records = records
kind-records-not = does not record
kind-used = { $n ->
    [one] { $n } unit
   *[other] { $n } units
}
kind-add = Add a kind
kind-add-what = A kind cannot be deleted, only retired, because units and old reports still carry it.
kind-add-do = Add
kind-added = Added: { $it }
kind-may-record = Units of this kind record
kind-may-record-what = They have activities and entries of their own, such as a youth centre; a municipality shows what is below it.
kind-may-record-change = Without the tick, units of this kind can neither enter nor correct anything; what they have recorded stays and counts.
kind-code-hint = Short name in files; it is never changed later. Left empty, it is made from the name.
kind-code-stays = never changes, because files name it
kind-code-taken = Another kind already has this code. “{ $it }”, for example, is free.
kind-name-missing = Enter a name in at least one language.
kind-name-long = The name is too long: at most { $n } characters.
kind-exists = There is a kind called “{ $it }” already.
kind-retired-exists = “{ $it }” is among the retired kinds. You can offer it again instead.
kind-change = Change
kind-change-what = A new name shows everywhere at once, also in reports of earlier years. For another meaning add a kind of its own.
kind-order = Place in the list
kind-first = first
kind-after = after: { $it }
kind-retire-what = No new unit can be of this kind any more. Units that are of it stay so.
kind-retire-do = Retire this kind
kind-return-what = New units can be of this kind again.
kind-top = This is the kind of the network itself, so it cannot be retired.
file-kind-retired = The kind “{ $it }” is retired; no new unit can be of it.
record-change_kinds = Changed kinds of units
