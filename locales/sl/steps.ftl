# Prvi koraki
today-begin = Tu se vse šele začenja.
step-next = Kaj zdaj?
step-no-units = Tu še ni enote, ki bi zapisovala.
step-no-activities = Enote so tu, dejavnosti pa še nobene.
step-no-activity = Ta enota še nima dejavnosti. Ko bo prva tu, se da zapisovati.
step-tree = Sestavi drevo enot
step-tree-what = Dodaj občine, organizacije in centre, ročno ali iz preglednice.
step-activities = Dodaj dejavnosti
step-activities-what = V drevesu izberi enoto in povej, kaj ponuja.
step-activity = Dodaj dejavnost
step-activity-what = Na primer odprti večer: kdaj je in kje.
step-people = Povabi sodelavce
step-people-what = Kdor bo zapisoval ali gledal številke, dobi povezavo do svojega računa.
# Koga prositi
ask-whom = Kdo lahko to uredi: { $it }.
ask-nobody = Tu še nihče nima vloge, ki bi to smela; obrni se na skrbnika strežnika.
link-copy = Kopiraj
link-copied = Kopirano
link-share = Deli
