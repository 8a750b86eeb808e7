# Kaj piše ob vprašanju, na katero tako ni mogoče odgovoriti
answers-other-language = V tem jeziku vprašalnika ni.
answers-no-such-question = Takega vprašanja v tem vprašalniku ni.
answers-no-such-choice = Tega tukaj ni mogoče izbrati.
answers-only-one = Tukaj je mogoč samo en odgovor.
answers-not-asked = Po zgornjih odgovorih tega vprašanja ni.
answers-number = Tukaj je mogoče celo število od { $least } do { $most }.
answers-long =
    { $n ->
        [one] To je predolgo: največ { $n } znak.
        [two] To je predolgo: največ { $n } znaka.
        [few] To je predolgo: največ { $n } znaki.
       *[other] To je predolgo: največ { $n } znakov.
    }
