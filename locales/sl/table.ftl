# Datoteke s preglednicami
table-empty = V datoteki ni ničesar.
table-too-large = Datoteka je prevelika: največ { $n } MB.
table-too-much = V datoteki je več, kot je mogoče prebrati. Razdeli jo na več manjših.
table-too-many-rows = V datoteki je preveč vrstic: največ { $n }. Razdeli jo na več datotek.
table-too-many-columns = V datoteki je preveč stolpcev: največ { $n }. Izbriši tiste, ki jih ne potrebuješ.
table-other-format = To je preglednica starejše ali druge vrste (XLS, ODS) ali pa jo varuje geslo. Odpri jo, shrani kot XLSX ali CSV in poskusi znova.
table-not-a-table = To ni preglednica. Shrani jo kot CSV ali XLSX in poskusi znova.
