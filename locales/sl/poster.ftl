poster-title = Plakat: { $it }
poster-heading-open = Povej, kako je tukaj.
poster-heading-group = Povej, kako je v skupini.
poster-heading-project = Povej, kako je bilo na projektu.
poster-heading-event = Povej, kako je bilo na dogodku.
poster-lead = Enkrat na leto te vprašamo za mnenje. Iz odgovorov nastane načrt za naslednje leto.
poster-scan = Poskeniraj kodo ali vtipkaj naslov:
poster-nameless = Brez imena in brez računa. Ne vprašamo, kdo si.
poster-unlinked = Odgovora ne povežemo s tabo. Preštejemo ga skupaj z drugimi.
poster-free = Odgovarjaš, če želiš. Vsako vprašanje lahko preskočiš.
poster-when = Odgovarjaš lahko
poster-takes = Vzame ti približno
poster-minutes = { $n ->
    [one] { $n } minuto
    [two] { $n } minuti
    [few] { $n } minute
   *[other] { $n } minut
}
poster-contact = Vprašanja
poster-languages = Jeziki
voice-print = Za natis
voice-poster = Plakat { $it }
