pictures = Slike
pictures-lead = Slike živih številk za objavo, predstavitev ali steno. Na njih je le to, kar vidi vsak, ki sme videti številke: nobenih vnosov in nobenih imen.
pictures-month = Slika meseca
pictures-own-heading = Naredi svojo sliko
pictures-template = Kaj naj pove
pictures-template-month = Slika meseca
pictures-template-number = Ena številka
pictures-template-comparison = Obdobje in obdobje pred njim
pictures-template-year = Obdobje v šestih številkah
pictures-template-map = Ploščice enot
pictures-template-voices = Kaj pravijo mladi
pictures-template-said = Povedali ste, naredili smo
pictures-shape = Oblika
pictures-shape-square = Kvadrat, za objave
pictures-shape-story = Pokončna, za zgodbe
pictures-shape-a4 = Plakat A4
pictures-period = Obdobje
pictures-months = Meseci
pictures-halves = Polletja
pictures-years = Leta
pictures-measure = Številka
pictures-measure-what = Velja za eno številko, primerjavo in ploščice.
pictures-lang = Jezik slike
pictures-show = Pokaži sliko
pictures-preview = Predogled
pictures-png = Prenesi PNG
pictures-svg = Prenesi SVG
pictures-unset = PNG ne zna narisati: { $it }. Namesto vsakega od teh znakov je na njem □; v opisu slike so.
pictures-alt = Opis slike
pictures-alt-what = Prilepi ga k objavi, da sliko razume tudi, kdor je ne vidi.
pictures-copy = Kopiraj opis
pictures-copied = Kopirano

pictures-half-1 = prvo polletje { $year }
pictures-half-2 = drugo polletje { $year }
pictures-so-far = { $it }, do { $day }
pictures-then-year = leto { $it }
pictures-against = { $change } glede na { $then }
pictures-title-month = Naš mesec: { $it }
pictures-title-number = { $it }
pictures-title-comparison = { $now } in { $then }
pictures-title-year = { $it } v številkah
pictures-title-map = { $measure }, { $it }
pictures-title-voices = Kaj pravijo mladi, { $it }
pictures-source = Vir: Logbook · { $network } · { $day }
pictures-source-own = Vir: Logbook · { $day }
pictures-could-not = Nismo mogli
pictures-voices-what = Od 0 do 100: več pomeni bolje.
pictures-voices-few = Od 0 do 100: več pomeni bolje. – pomeni, da je odgovorov premalo.
pictures-own = { $it }, brez enot pod njo
pictures-rest = { $n ->
    [one] še { $n } enota
    [two] še { $n } enoti
    [few] še { $n } enote
   *[other] še { $n } enot
}
pictures-missing = ni zapisov

pictures-none-below = Pod to enoto ni drugih enot, zato ni česa postaviti na ploščice. Izberi drugo vrsto slike ali enoto višje.
pictures-no-data = V tem obdobju še ni zapisov, zato slike ni. Izberi drugo obdobje.
pictures-no-results = Za to leto ni objavljenih rezultatov, ki bi jih smeli pokazati: evalvacije ni bilo, še ni objavljena ali pa je bilo odgovorov premalo.
pictures-nothing-said = Ta enota še ni objavila, kaj je naredila iz odgovorov mladih. Ko to objavi, bo tu slika.
pictures-months-only = Slika meseca je za en mesec. Izberi mesec ali drugo vrsto slike.
pictures-template-unknown = Take slike ne poznamo. Izberi eno s seznama.
pictures-shape-unknown = Take oblike ne poznamo. Izberi eno s seznama.
pictures-period-unknown = Obdobja ne razumemo. Zapisano je kot 2025, 2025-H1 ali 2025-06.
pictures-measure-unknown = Take številke za slike ni. Izberi eno s seznama.

pictures-colour = Barva enote
pictures-colour-what = V tej barvi so slike in poročila te enote. Bele besede na njej morajo biti berljive.
pictures-colour-darker = Izbrana barva je za bele besede presvetla, zato je na slikah nekoliko temnejša.
pictures-colour-own = Barva
pictures-colour-save = Shrani barvo
pictures-colour-none = Nazaj na barvo Logbooka
pictures-colour-unknown = Barve ne razumemo. Zapisana je kot #00444c.

logo = Logotip
logo-what = Stoji na naslovnici poročil te enote.
logo-file = Slika logotipa
logo-hint = PNG, JPEG ali WebP, največ 10 MB. Najlepši je PNG s prosojnim ozadjem.
logo-save = Shrani logotip
logo-remove = Odstrani logotip
