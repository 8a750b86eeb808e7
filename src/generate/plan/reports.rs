//! What a centre of the demonstration reports: a year that is finished, and a half-year that is being written.

/// (section, what is written there)
pub const YEAR: [(&str, &str); 3] = [
    (
        "foreword",
        "Za nami je leto, v katerem je bila hiša polna skoraj vsak večer. Mladi niso prihajali samo zato, ker je zunaj mrzlo: \
         prihajali so, ker so imeli kaj početi in ker jih je nekdo poslušal.\n\n\
         Spomladi smo skupaj prenovili zadnjo sobo. Mladi so izbrali barve, pobelili stene in sami napisali pravila, po katerih \
         jo zdaj uporabljajo. Jeseni je v njej prvič vadil bend, ki je nastal na naših odprtih večerih.\n\n\
         Hvala občini, ki nam zaupa, staršem, ki so pripeljali kavč, in predvsem mladim, ki so to leto naredili.",
    ),
    (
        "highlights",
        "Leta 2024 so nam mladi povedali, da imajo premalo besede. Zato smo uvedli nekaj sprememb:\n\n\
         - prvi ponedeljek v mesecu mladi sami odločijo, kaj bo na sporedu,\n\
         - za vsak večer je nekdo izmed mladih zadolžen za glasbo in kuhinjo,\n\
         - o nakupih do 200 evrov odloča zbor mladih.\n\n\
         Kar nam ni uspelo: ob petkih še vedno zapiramo ob desetih, čeprav bi mladi radi ostali dlje. Za to bi potrebovali še eno \
         delavko ali delavca.",
    ),
    (
        "next",
        "Prihodnje leto želimo odpreti hišo tudi eno soboto v mesecu in s šolo pripraviti skupen teden za osmošolce.\n\n\
         Od občine potrebujemo sredstva za pol delovnega mesta in razsvetljavo pri podhodu, o kateri so mladi govorili na zboru.",
    ),
];

/// What is told of the entries with the most visits.
pub const STORIES: [&str; 2] = [
    "Najbolj obiskan večer leta. Mladi so sami napisali vabila, postavili oder in do polnoči pospravili za vsemi. Prišlo je tudi \
     nekaj sosedov, ki so se prej pritoževali zaradi hrupa, in ostali do konca.",
    "Prvič so program vodili tisti, ki so lani prišli kot udeleženci. Delavka je bila zraven le za primer, da bi kaj zatajilo. \
     Ni zatajilo nič.",
];

/// Of the half-year, as far as it is written.
pub const HALF: [(&str, &str); 1] = [(
    "half-in-short",
    "Polletje se je začelo mirno, od marca naprej pa je bilo na odprtih večerih vse več novih obrazov. Največ jih pride po \
     pouku, pred večerjo.",
)];
