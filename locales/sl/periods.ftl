# Zaprta obdobja
entry-problem-closed = Obdobje { $period } je v enoti { $unit } zaprto od { $day }, zato se vnosi v njem ne spreminjajo več. Koordinatorji mreže ga lahko z razlogom spet odprejo.
entry-problem-closed-any = Eden od teh dni je v zaprtem obdobju. Nič ni bilo zapisano.
entry-stays-closed = Nič se ni spremenilo: ta sprememba sega v obdobje, ki je zaprto. Koordinatorji mreže ga lahko z razlogom spet odprejo.
period-not-over = To obdobje še teče. Zapreti ga bo mogoče od { $day }.
period-closed-already = Obdobje { $period } je zaprto že od { $day } ({ $who }). Ničesar ni bilo treba narediti.
period-closed-above = Obdobje { $period } je od { $day } zaprto v enoti { $unit } ({ $who }), torej tudi tu. Ničesar ni bilo treba narediti.
period-reopened-already = To obdobje je bilo spet odprto že { $day } ({ $who }).
period-reason-missing = Vpiši razlog. Ostal bo zapisan ob obdobju.
period-reason-long = Razlog je predolg: največ { $n } znakov.
