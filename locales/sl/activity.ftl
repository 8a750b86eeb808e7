# Dejavnosti
activities = Dejavnosti
