//! Files that are almost right, and files that mean harm: mutations of a kept corpus, the same ones each time. Whatever
//! comes of them is told in words, and nothing panics. `bin/fuzz` runs longer, and keeps what it finds.

use std::collections::{HashMap, HashSet};
use std::io::{Cursor, Read, Write};
use std::path::PathBuf;

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use super::super::find::{Mapping, find};
use super::super::lines::lines;
use super::super::matching::matched;
use super::super::plan::{Ground, Source, Wish};
use super::super::settle::{claims, settled};
use super::*;
use crate::{activities, vocabulary};

/// What files are most easily wrong with.
const WORDS: [&str; 40] = [
    "=1+1",
    "'=x",
    "99999999999999999999",
    "-1",
    "1e308",
    "NaN",
    "31. 2. 2024",
    "0000-00-00",
    "9999-12-31",
    "24:00",
    "25:61",
    "\u{0}",
    "\u{feff}",
    "\"",
    "\"\"\"",
    "\n",
    "\r\n",
    "\t",
    ";",
    ";;;;;;;;;;;;;;;;",
    ",",
    "Datum",
    "Datum;Datum",
    "SKUPAJ",
    "Total",
    "Dejavnost",
    "Fantje",
    "15-18",
    "entry",
    "creator_age_",
    "participant_age_9999999999-1",
    "%",
    "200 %",
    "17.00–",
    "od do",
    "0,0000001",
    "💥",
    "ﷺ",
    "\u{202e}",
    "00000000-0000-0000-0000-000000000000",
];

fn corpus() -> Vec<Vec<u8>> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()).collect();
    paths.sort();
    let mut files: Vec<Vec<u8>> = paths.iter().map(|path| std::fs::read(path).unwrap()).collect();
    assert!(files.len() >= 4, "the corpus was found");
    files.push(files::sava());
    files
}

/// Some bytes changed, moved, doubled, lost, or replaced by words that mean trouble.
fn mutated(rng: &mut StdRng, bytes: &[u8], other: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..rng.random_range(1..6) {
        let at = rng.random_range(0..=bytes.len());
        let end = (at + rng.random_range(0..24)).min(bytes.len());
        match rng.random_range(0..7) {
            0 if at < bytes.len() => bytes[at] ^= 1 << rng.random_range(0..8),
            1 => drop(bytes.drain(at..end)),
            2 => drop(bytes.splice(at..at, bytes[at..end].to_vec())),
            3 => drop(bytes.splice(at..end, WORDS[rng.random_range(0..WORDS.len())].bytes())),
            4 => {
                // A line twice, or somewhere else.
                let line =
                    bytes.split(|it| *it == b'\n').nth(rng.random_range(0..12)).unwrap_or(&[]).to_vec();
                drop(bytes.splice(at..at, line));
            }
            5 => {
                let from = rng.random_range(0..=other.len());
                let to = (from + rng.random_range(0..64)).min(other.len());
                drop(bytes.splice(at..end, other[from..to].iter().copied()));
            }
            _ => bytes.truncate(at.max(bytes.len() / 2)),
        }
    }
    bytes
}

/// A workbook whose parts were mutated and packed again, so that more than its wrapping is tried.
fn repacked(rng: &mut StdRng, bytes: &[u8], other: &[u8]) -> Option<Vec<u8>> {
    let mut from = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut to = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let chosen = rng.random_range(0..from.len());
    for part in 0..from.len() {
        let mut content = Vec::new();
        let mut file = from.by_index(part).ok()?;
        file.read_to_end(&mut content).ok()?;
        let name = file.name().ok()?.into_owned();
        if part == chosen || name.ends_with("sheet1.xml") {
            content = mutated(rng, &content, other);
        }
        to.start_file(name, options).ok()?;
        to.write_all(&content).ok()?;
    }
    Some(to.finish().ok()?.into_inner())
}

/// Everything an import does with a file but reading and writing the database.
fn tried(bytes: &[u8], ground: &Ground, ids: &crate::clock::Ids) {
    let said = |text: String| assert!(!text.contains('⟦'), "{text}");
    let sheets = match table::read(bytes, &LIMITS) {
        Ok(sheets) => sheets,
        Err(why) => return said(why.says(Words(Lang::Sl), &LIMITS)),
    };
    let Some(found) = find(&sheets, None, &Mapping::default()) else { return };
    let read = lines(&found.tables);
    let source = Source { tables: &found.tables, lines: &read.lines };
    let matched = matched(&source, ground, ids);
    let claims = claims(&matched, &source, &HashMap::new(), &HashSet::new(), &[]);
    let plan = settled(&source, ground, matched, &claims, &HashMap::new(), ids);
    for problem in read.problems.kept.iter().chain(&plan.problems.kept) {
        said(format!("{} {}", problem.place(Words(Lang::Sl)), problem.says(Words(Lang::Sl))));
    }
    for (_, _, entry) in &plan.new {
        let visits = entry.counts.visits().unwrap_or(0);
        assert!((0..=60_000).contains(&visits) && (0..=1440).contains(&entry.duration_min));
        assert!((0..=entry.duration_min).contains(&entry.created_min));
    }
}

async fn ground(app: &TestApp, wish: Wish) -> Ground {
    let unit =
        unit(app, "mc-reka", &["Odprti večer", "Učna pomoč", "Klub", "Open evening", "Film club"]).await;
    Ground {
        only_own_staff: None,
        units: vec![unit.clone()],
        activities: activities::activities_of_unit(&app.db, app.network_id, unit.id).await.unwrap(),
        terms: vocabulary::terms(&app.db, app.network_id).await.unwrap(),
        projects: Vec::new(),
        bands: vocabulary::band_sets(&app.db, app.network_id).await.unwrap(),
        today: app.today(),
        unit,
        wish,
    }
}

#[tokio::test]
async fn no_file_makes_it_panic() {
    let setting = |name: &str| std::env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    let rounds = setting("LOGBOOK_FUZZ_ROUNDS").unwrap_or(3_000);
    let mut rng = StdRng::seed_from_u64(setting("LOGBOOK_FUZZ_SEED").unwrap_or(15));
    let app = TestApp::new().await;
    let ground = ground(&app, Wish { create_activities: true, update: false }).await;
    let corpus = corpus();
    for file in &corpus {
        tried(file, &ground, &app.ids);
    }
    for round in 0..rounds {
        let file = &corpus[rng.random_range(0..corpus.len())];
        let other = &corpus[rng.random_range(0..corpus.len())];
        let bytes = if file.starts_with(b"PK") {
            // These take longer: a few will do.
            if round % 8 != 0 {
                continue;
            }
            let packed = if rng.random() { repacked(&mut rng, file, other) } else { None };
            packed.unwrap_or_else(|| mutated(&mut rng, file, other))
        } else {
            mutated(&mut rng, file, other)
        };
        let run = std::panic::AssertUnwindSafe(|| tried(&bytes, &ground, &app.ids));
        if let Err(panic) = std::panic::catch_unwind(run) {
            let kept = std::env::temp_dir().join(format!("logbook-fuzz-{round}"));
            std::fs::write(&kept, &bytes).unwrap();
            eprintln!("round {round}: the file is kept as {}", kept.display());
            std::panic::resume_unwind(panic);
        }
    }
}
