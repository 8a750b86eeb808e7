//! What the demonstration's first centre makes of what young people said: steps under way, aims of two years, and what it told
//! young people. Responsible are roles, for nobody is named.

use chrono::{Days, NaiveDate};

use crate::change::{Aim, AimState, Meeting, Said, Step, Task};
use crate::clock::Ids;
use crate::i18n::Text18;

/// The place, among those that record, of the centre that does all this.
pub const CENTRE: usize = 0;

/// Days after the release on which each step was done; the last one is still under way.
const DONE: [u64; 6] = [7, 14, 35, 58, 86, 170];
/// From the last of them to the demonstration's day at the least.
const SINCE: u64 = 10;

/// The seven steps, as they stand on a day after the results were released.
pub struct Course {
    released: NaiveDate,
    until: NaiveDate,
}

impl Course {
    pub fn new(released: NaiveDate, until: NaiveDate) -> Course {
        Course { released, until }
    }

    /// When a step was done; sooner after one another where there was little time.
    pub fn done_on(&self, n: usize) -> Option<NaiveDate> {
        let days = u64::try_from((self.until - self.released).num_days()).ok()?.checked_sub(SINCE)?;
        let whole = DONE[DONE.len() - 1];
        let after = DONE.get(n.checked_sub(1)?)?;
        Some(self.released + Days::new(after * days.min(whole) / whole))
    }

    pub fn steps(&self, ids: &Ids) -> Vec<(i64, Step)> {
        let task = |what: &str, who: &str, due_on: Option<NaiveDate>, done: bool| Task {
            id: ids.ordered(),
            what: what.into(),
            who: who.into(),
            due_on,
            done,
        };
        let step = |n: usize, notes: &[&str], whom: &[&str], tasks: Vec<Task>| Step {
            notes: notes.join("\n"),
            planned_on: self.done_on(n),
            done_on: self.done_on(n),
            whom: whom.iter().map(|it| (*it).to_owned()).collect(),
            tasks,
            meeting: Meeting::default(),
        };
        let soon = |days: u64| Some(self.until + Days::new(days));
        let meeting = Meeting {
            held_on: self.done_on(5),
            place: "Občina, mala sejna soba".into(),
            municipality: Some(3),
            young: Some(6),
            centre: Some(2),
            decided: [
                "Občina pri podhodu postavi tri luči.",
                "En petek na mesec je center odprt do 23. ure, poskusno tri mesece; varovanje plača občina.",
                "Prostora za bend letos ni. Občina vpraša šolo, ali je prosta glasbena učilnica.",
                "Mladi pridejo čez pol leta spet in povedo, kaj se je spremenilo.",
            ]
            .map(str::to_owned)
            .into(),
        };
        let mut all = vec![
            step(
                1,
                &[
                    "Rezultate smo prebrali skupaj, na sestanku ekipe, uro in pol.",
                    "Dobro: mladi pravijo, da imajo več besede kot prejšnje leto. Od pomladi imamo zbor mladih.",
                    "Skrbi nas: pot do centra je zvečer temna. To je napisalo več mladih s svojimi besedami.",
                    "Ne razumemo: zakaj se mlajši na zboru skoraj ne oglasijo. Vprašajmo jih.",
                ],
                &["vodja centra", "ekipa centra"],
                vec![task("Povzetek na eni strani za oglasno desko", "ekipa centra", self.done_on(1), true)],
            ),
            step(
                2,
                &[
                    "Temna pot: pobuda občini za luči pri podhodu. Do takrat ob zaprtju domov skupaj, da nihče ne hodi sam.",
                    "Zbor: dnevni red napišejo mladi, prvi del je za mlajše in se začne z igro.",
                    "Petki: en petek na mesec dlje, najprej za poskus.",
                    "Predlogi: škatla pri vratih, odgovor v enem tednu.",
                ],
                &["ekipa centra"],
                vec![],
            ),
            step(
                3,
                &[
                    "Trije pogovori: po zboru, na igrišču in v kuhinji med peko palačink. Skupaj 31 mladih.",
                    "»V centru je v redu, problem je podhod.«",
                    "»Ravno ko postane fajn, je konec.«",
                    "»Na zboru vedno govorijo isti.«",
                    "Škatlo za predloge so predlagali sami. Pogoj: odgovor mora priti, tudi če je ne.",
                ],
                &["ekipa centra", "zbor mladih"],
                vec![task("Izobesi, kaj smo slišali", "ekipa centra", self.done_on(3), true)],
            ),
            step(
                4,
                &["Izbrali smo tri cilje. Več jih med letom ne bi mogli zares spremljati."],
                &["vodja centra"],
                vec![task("Prenesi cilje v letni načrt centra", "vodja centra", self.done_on(4), true)],
            ),
            Step {
                meeting,
                ..step(
                    5,
                    &[
                        "Rezultate so predstavili mladi sami, s prosojnicami. O podhodu so pokazali fotografije, posnete zvečer.",
                    ],
                    &["vodja centra", "zbor mladih", "občinska služba za mladino"],
                    vec![task(
                        "Pošlji sklepe vsem, ki so bili zraven",
                        "vodja centra",
                        self.done_on(5),
                        true,
                    )],
                )
            },
            step(
                6,
                &[
                    "Plakat visi pri vratih in v obeh šolah. Na zboru smo prebrali, kaj je narejeno in česa ne moremo.",
                ],
                &["ekipa centra"],
                vec![],
            ),
        ];
        let last = Step {
            planned_on: soon(21),
            ..step(
                7,
                &[
                    "Luči pri podhodu svetijo.",
                    "Podaljšani petki: prvi mesec 18 mladih, drugi 24, tretji 27. Večina je starejših od 16 let.",
                    "Škatla: 14 predlogov, na 12 smo odgovorili v enem tednu.",
                ],
                &["vodja centra", "zbor mladih"],
                vec![
                    task("Vprašaj občino, ali petki ostanejo", "vodja centra", soon(7), false),
                    task("Poglej, kdo prihaja ob petkih in kdo ne", "ekipa centra", soon(14), false),
                    task("Odgovori na zadnja dva predloga iz škatle", "dežurni v centru", soon(2), false),
                ],
            )
        };
        all.push(last);
        (1..).zip(all).collect()
    }
}

fn aim(aim: &str, by: (&str, Option<i64>, &str), year: i32, whom: &str, state: AimState) -> Aim {
    let (area, points, measure) = by;
    let (aim, whom) = (aim.to_owned(), whom.to_owned());
    Aim { aim, area: area.into(), measure: measure.into(), points, year: year.into(), whom, state }
}

/// What it set out to reach after the evaluation of a year, in the year after it.
pub fn aims(year: i32) -> Vec<Aim> {
    vec![
        aim(
            "Zvečer nikogar ni strah priti v center in iti domov",
            ("safe", Some(80), ""),
            year + 1,
            "vodja centra",
            AimState::UnderWay,
        ),
        aim(
            "O programu odločajo tudi tisti, ki na zboru doslej niso govorili",
            ("part", Some(75), ""),
            year + 1,
            "ekipa centra in zbor mladih",
            AimState::UnderWay,
        ),
        aim(
            "Kdor kaj predlaga, v enem tednu izve, kaj bo iz tega",
            ("", None, "na devet od desetih predlogov odgovorimo v sedmih dneh"),
            year + 1,
            "dežurni v centru",
            AimState::UnderWay,
        ),
    ]
}

/// And after the one a year before that.
pub fn aims_before(year: i32) -> Vec<Aim> {
    let whom = "ekipa centra";
    vec![
        aim("Mladi imajo besedo pri programu", ("part", Some(60), ""), year + 1, whom, AimState::Done),
        aim("Zbor mladih postane navada", ("", None, "deset zborov v letu"), year + 1, whom, AimState::Done),
    ]
}

/// What young people said, what came of it, and what could not be.
pub fn said() -> Vec<Said> {
    let told = |area: &str, said: (&str, &str), did: (&str, &str), could_not: (&str, &str)| {
        let text = |(sl, en): (&str, &str)| {
            if sl.is_empty() { Text18::default() } else { Text18::two(sl, en) }
        };
        Said { area: area.into(), said: text(said), did: text(did), could_not: text(could_not) }
    };
    vec![
        told(
            "safe",
            (
                "Zvečer je pri podhodu tema in nas je strah iti domov.",
                "The underpass is dark in the evening and we are afraid to walk home.",
            ),
            (
                "Z vami smo šli na občino. Pri podhodu zdaj svetijo tri luči. Dokler jih ni bilo, smo domov hodili skupaj.",
                "We went to the municipality with you. Three lamps now light the underpass. Until they came, we walked home together.",
            ),
            ("", ""),
        ),
        told(
            "part",
            ("Na zboru vedno govorijo isti.", "At the assembly it is always the same people who speak."),
            (
                "Dnevni red zdaj pišete vi. Prvi del je za mlajše in se začne z igro, glasujemo pa z listki, da šteje vsak glas enako.",
                "You write the agenda now. The first part is for younger ones and begins with a game, and we vote on slips of paper, so that every voice counts the same.",
            ),
            ("", ""),
        ),
        told(
            "own",
            (
                "Ko kaj predlagamo, nikoli ne izvemo, ali bo kaj iz tega.",
                "When we suggest something, we never hear whether anything comes of it.",
            ),
            (
                "Pri vratih je škatla za predloge. V enem tednu zraven visi odgovor, tudi kadar je »ne«.",
                "There is a box for suggestions by the door. Within a week the answer hangs beside it, also when it is a no.",
            ),
            ("", ""),
        ),
        told(
            "fell",
            ("Ravno ko postane fajn, je konec.", "Just when it gets good, it is over."),
            (
                "En petek na mesec je odprto do 23. ure, za zdaj tri mesece za poskus.",
                "One Friday a month we are open until 11 p.m., for three months as a trial.",
            ),
            (
                "Vsak petek ne gre: za tako dolg večer sta potrebna dva zaposlena, toliko nas pa ni.",
                "Every Friday is not possible: an evening that long needs two of us, and we are too few.",
            ),
        ),
        told(
            "",
            (
                "Radi bi prostor, kjer lahko bend vadi na glas.",
                "We would like a room where a band can play loud.",
            ),
            ("", ""),
            (
                "Letos ga ni, ker bi motili sosede. Občina za nas sprašuje šolo; ko bo odgovor, ga izobesimo.",
                "Not this year: it would disturb the neighbours. The municipality is asking the school for us; once there is an answer, we will put it up.",
            ),
        ),
    ]
}
