//! The program itself: what it prints, how it ends, what it says of wrong settings.

use std::net::TcpListener;
use std::path::Path;
use std::process::Command;

/// The program with a folder of its own and no setting of whoever runs the tests.
pub fn logbook(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_logbook"));
    command.env_clear().env("LOGBOOK_DATA_DIR", folder).current_dir(folder);
    command
}

pub struct Ended {
    pub code: i32,
    pub out: String,
    pub err: String,
}

pub fn run(folder: &Path, args: &[&str], settings: &[(&str, &str)]) -> Ended {
    let output = logbook(folder).args(args).envs(settings.iter().copied()).output().expect("the program");
    Ended {
        code: output.status.code().expect("an exit code"),
        out: String::from_utf8(output.stdout).expect("words"),
        err: String::from_utf8(output.stderr).expect("words"),
    }
}

pub fn done(folder: &Path, args: &[&str]) -> String {
    let ended = run(folder, args, &[]);
    assert_eq!(ended.code, 0, "{args:?}: {}", ended.err);
    ended.out
}

pub fn refused(folder: &Path, args: &[&str]) -> String {
    let ended = run(folder, args, &[]);
    assert_eq!(ended.code, 1, "{args:?}: {}", ended.err);
    assert!(
        ended.err.starts_with("logbook: ") && ended.out.is_empty(),
        "{args:?}: {}{}",
        ended.err,
        ended.out
    );
    ended.err
}

pub const INIT: [&str; 7] = ["init", "--network", "mreza", "--name", "Mreža", "--admin", "ana@example.org"];

pub fn with_network() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    done(folder.path(), &INIT);
    folder
}

#[test]
fn each_command_explains_itself() {
    let folder = tempfile::tempdir().expect("a folder");
    let all = done(folder.path(), &["--help"]);
    let commands: Vec<&str> = all
        .lines()
        .skip_while(|line| !line.starts_with("Commands:"))
        .skip(1)
        .take_while(|line| line.starts_with("  "))
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| *name != "help")
        .collect();
    assert!(commands.len() > 4, "{all}");
    for command in commands {
        let help = done(folder.path(), &[command, "--help"]);
        assert!(help.contains("Usage: logbook"), "{command}: {help}");
    }
    assert!(done(folder.path(), &["user", "reset", "--help"]).contains("MAIL"));
    assert!(std::fs::read_dir(folder.path()).expect("a folder").next().is_none(), "help touches nothing");
}

#[test]
fn wrong_use_ends_with_two() {
    let folder = tempfile::tempdir().expect("a folder");
    for args in [
        &[][..],
        &["fly"],
        &["init"],
        &["figures", "--unit", "x", "--from", "soon", "--to", "2026-01-01"],
        &["figures", "--unit", "x", "--from", "2026-01-01", "--to", "2026-01-01", "--tree", "yesterday"],
    ] {
        let ended = run(folder.path(), args, &[]);
        assert_eq!(ended.code, 2, "{args:?}");
        assert!(!ended.err.is_empty() && !ended.err.contains("panicked"));
    }
}

#[test]
fn a_wrong_setting_stops_the_start_and_is_named_with_what_was_expected() {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, value, expected) in [
        ("LOGBOOK_LISTEN", "8080", "ADDRESS:PORT"),
        ("LOGBOOK_LISTEN", "localhost:http", "ADDRESS:PORT"),
        ("LOGBOOK_BASE_URL", "logbook.example.org", "https://HOST"),
        ("LOGBOOK_BASE_URL", "https://example.org/logbook", "without a path"),
        ("LOGBOOK_DATABASE_URL", "mysql://secret@localhost/logbook", "postgres://"),
        ("LOGBOOK_DATABASE_URL", "sqlite:", "sqlite:PATH"),
        ("LOGBOOK_SMTP_URL", "mail:secret@example.org", "smtps://"),
        ("LOGBOOK_MAIL_FROM", "nobody", "mail address"),
        ("LOGBOOK_TRUSTED_PROXY", "proxy.local", "IP address"),
        ("LOGBOOK_LOG", "loud", "warn"),
        ("LOGBOOK_LOG", "info,logbook=verbose", "warn"),
    ] {
        for command in ["serve", "migrate"] {
            let ended = run(folder.path(), &[command], &[(name, value)]);
            assert_eq!(ended.code, 2, "{name}={value}: {}", ended.err);
            assert!(
                ended.err.contains(name) && ended.err.contains(expected),
                "{name}={value}: {}",
                ended.err
            );
            assert!(!ended.err.contains("secret"), "{name}: a password does not belong into a log");
        }
    }
    let file = folder.path().join("file");
    std::fs::write(&file, "").expect("a file");
    let inside = file.join("data");
    let ended = run(folder.path(), &["migrate"], &[("LOGBOOK_DATA_DIR", inside.to_str().expect("words"))]);
    assert_eq!(ended.code, 1);
    assert!(ended.err.contains("LOGBOOK_DATA_DIR: expected a folder"), "{}", ended.err);
    let odd = folder.path().join("odd");
    std::fs::create_dir_all(odd.join("logbook.sqlite")).expect("a folder where a file should be");
    let ended = run(folder.path(), &["migrate"], &[("LOGBOOK_DATA_DIR", odd.to_str().expect("words"))]);
    assert_eq!(ended.code, 1);
    assert!(ended.err.contains("LOGBOOK_DATA_DIR: "), "{}", ended.err);
    let closed = [("LOGBOOK_DATABASE_URL", "postgres://nobody:secret@127.0.0.1:1/logbook")];
    let ended = run(folder.path(), &["migrate"], &closed);
    assert_eq!(ended.code, 1);
    assert!(ended.err.contains("LOGBOOK_DATABASE_URL") && !ended.err.contains("secret"), "{}", ended.err);
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = taken.local_addr().expect("an address").to_string();
    let ended = run(folder.path(), &["serve"], &[("LOGBOOK_LISTEN", &address)]);
    assert_eq!(ended.code, 1);
    assert!(ended.err.contains("LOGBOOK_LISTEN") && ended.err.contains(&address), "{}", ended.err);
}

#[test]
fn a_demonstration_is_not_for_everybody_by_mistake() {
    let folder = tempfile::tempdir().expect("a folder");
    let ended = run(folder.path(), &["demo"], &[("LOGBOOK_LISTEN", "0.0.0.0:0")]);
    assert_eq!(ended.code, 1);
    assert!(ended.err.contains("LOGBOOK_LISTEN") && ended.err.contains("--for-everybody"), "{}", ended.err);
}

/// A database that holds what a later start knows the demonstration by.
fn with_demonstration(folder: &Path) {
    use logbook::{app::App, clock, config::Settings, db::Db, people, testing};
    let data = folder.join("data-demo");
    std::fs::create_dir(&data).expect("a folder");
    let clock = clock::Clock::fixed(testing::now());
    let ids = clock::Ids::seeded(1, clock.clone());
    tokio::runtime::Runtime::new().expect("a runtime").block_on(async {
        let db =
            Db::open(&format!("sqlite:{}", data.join("logbook.sqlite").display())).await.expect("a file");
        db.migrate().await.expect("a schema");
        let app = App::new(db, clock, ids, Settings::for_tests(&data));
        testing::network(&app, "demo", "Predstavitev").await;
        let mut tx = app.db.begin().await.expect("a database");
        let mail = "coordinator@demo.example".to_owned();
        let (id, name, language) = (app.ids.ordered(), "Koordinatorka".to_owned(), "sl".to_owned());
        let new = people::NewPerson { id, mail, name, language, password_hash: None };
        people::insert_person(&mut tx, &new, testing::now()).await.expect("a person");
        tx.commit().await.expect("a database");
        app.db.close().await;
    });
}

#[test]
fn a_network_that_people_work_in_never_stands_beside_the_demonstration() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    with_demonstration(folder);
    let bare = |args: &[&str], settings: &[(&str, &str)]| {
        let mut command = logbook(folder);
        command.env_remove("LOGBOOK_DATA_DIR").args(args).envs(settings.iter().copied());
        let output = command.output().expect("the program");
        let code = output.status.code().expect("an exit code");
        (code, String::from_utf8(output.stderr).expect("words"))
    };
    for command in [&INIT[..], &["serve"]] {
        let (code, said) =
            bare(command, &[("LOGBOOK_DATA_DIR", "data-demo"), ("LOGBOOK_LISTEN", "127.0.0.1:0")]);
        assert_eq!(code, 1, "{command:?}: {said}");
        assert!(said.contains("LOGBOOK_DATA_DIR: ") && said.contains("demonstration"), "{said}");
    }
    // Where nothing is said, each has a folder of its own.
    assert_eq!(bare(&INIT, &[]).0, 0);
    assert!(folder.join("data/logbook.sqlite").exists());
    let (code, said) = bare(&["demo"], &[("LOGBOOK_LISTEN", "0.0.0.0:0")]);
    assert!(code == 1 && said.contains("--for-everybody"), "{said}");
    let (code, said) = bare(&["demo"], &[("LOGBOOK_DATA_DIR", "data")]);
    assert!(code == 1 && said.contains("holds the network mreza"), "{said}");
}

#[test]
fn a_new_network_prints_the_invitation_of_its_coordinator() {
    let folder = tempfile::tempdir().expect("a folder");
    let link = done(folder.path(), &INIT);
    assert!(
        link.starts_with("http://127.0.0.1:8080/invitations/") && link.trim().lines().count() == 1,
        "{link}"
    );
    assert!(refused(folder.path(), &INIT).contains("mreza: a network with this code exists"));
    let wrong =
        [("--zone", "Ljubljana"), ("--country", "Slovenia"), ("--languages", "sl,xx"), ("--language", "de")];
    for (flag, value) in wrong {
        let args = ["init", "--network", "tretja", "--name", "x", "--admin", "ana@example.org", flag, value];
        let ended = run(folder.path(), &args, &[]);
        assert_eq!(ended.code, 2, "{flag}");
        assert!(ended.err.contains(flag) && ended.err.contains("expected"), "{flag}: {}", ended.err);
    }
    let mut finnish = vec!["init", "--network", "verkko", "--name", "Verkko", "--admin", "aino@example.org"];
    finnish.extend(["--language", "en", "--languages", "en", "--zone", "Europe/Helsinki", "--country", "FI"]);
    assert!(done(folder.path(), &finnish).contains("/invitations/"));
    for nameless in ["", " \t ", &"x".repeat(1000)] {
        let args = ["init", "--network", "cetrta", "--name", nameless, "--admin", "ana@example.org"];
        let ended = run(folder.path(), &args, &[]);
        assert_eq!(ended.code, 2, "{nameless}");
        assert!(ended.err.contains("--name") && ended.err.contains("expected a name"), "{}", ended.err);
    }
    let code = ["init", "--network", "Mreža!", "--name", "x", "--admin", "ana@example.org"];
    assert_eq!(run(folder.path(), &code, &[]).code, 2);
    assert!(done(folder.path(), &["migrate"]).contains("up to date"));
}

#[test]
fn accounts_are_invited_listed_given_back_and_closed() {
    let folder = with_network();
    let folder = folder.path();
    let link = done(folder, &["user", "add", "Ivo@example.org", "--role", "mentor", "--unit", "mreza"]);
    assert!(link.contains("/invitations/"), "{link}");
    let no_unit = ["user", "add", "ivo@example.org", "--role", "mentor", "--unit", "nowhere"];
    assert!(refused(folder, &no_unit).contains("no unit has the code nowhere"));
    let list = done(folder, &["user", "list"]);
    assert!(list.contains("ivo@example.org\t-\tmentor\tmreza/mreza\tinvited, until "), "{list}");
    let reset = ["user", "reset", "ivo@example.org"];
    assert!(refused(folder, &reset).contains("no open account"), "an invitation is no account yet");
    assert_eq!(run(folder, &["user", "add", "a@b.si", "--role", "emperor", "--unit", "mreza"], &[]).code, 2);
}

#[test]
fn figures_of_an_empty_network_are_zeros_and_nothing() {
    let folder = with_network();
    let folder = folder.path();
    let asked = ["figures", "--unit", "mreza", "--from", "2026-01-01", "--to", "2026-12-31"];
    let json: serde_json::Value = serde_json::from_str(&done(folder, &asked)).expect("JSON");
    let rows = json.as_array().expect("rows");
    let held = rows.iter().find(|row| row["measure"] == "activities_held").expect("a row");
    assert_eq!((held["value"].as_i64(), held["code"].is_null()), (Some(0), true));
    let csv = done(folder, &[&asked[..], &["--format", "csv", "--by", "kind"]].concat());
    assert!(csv.starts_with("measure,axis,code,value,unit\n"), "{csv}");
    let today: serde_json::Value =
        serde_json::from_str(&done(folder, &[&asked[..], &["--tree", "today"]].concat())).expect("JSON");
    assert_eq!(today, json);
    let turned = ["figures", "--unit", "mreza", "--from", "2026-12-31", "--to", "2026-01-01"];
    let ended = run(folder, &turned, &[]);
    assert!(ended.code == 2 && ended.err.contains("--to is before --from"), "{}", ended.err);
    let nowhere = ["figures", "--unit", "nowhere", "--from", "2026-01-01", "--to", "2026-01-01"];
    assert!(refused(folder, &nowhere).contains("nowhere"));
    let empty = tempfile::tempdir().expect("a folder");
    assert!(refused(empty.path(), &asked).contains("logbook init"));
}

#[test]
fn the_tree_comes_from_a_file_and_goes_to_one() {
    let folder = with_network();
    let folder = folder.path();
    let file = |name: &str, text: &str| {
        let path = folder.join(name).display().to_string();
        std::fs::write(&path, text).expect("a file");
        path
    };
    let tree = file(
        "tree.csv",
        "ime;koda;vrsta;nadrejena\nMC Reka;reka;mladinski center;mesto\nMesto;mesto;občina;\n",
    );
    assert!(done(folder, &["unit", "import", &tree, "--dry-run"]).ends_with("2 to add, 0 there already\n"));
    assert_eq!(done(folder, &["unit", "import", &tree]), "2 added, 0 there already\n");
    assert_eq!(done(folder, &["unit", "import", &tree, "--network", "mreza"]), "0 added, 2 there already\n");
    let out = done(folder, &["unit", "export"]);
    assert!(out.starts_with("code,kind,parent,name_sl,name_en,place,opened_on\nmreza,network,"), "{out}");
    for name in ["out.csv", "out.xlsx"] {
        let path = folder.join(name).display().to_string();
        assert_eq!(done(folder, &["unit", "export", "--out", &path]), "");
        assert_eq!(done(folder, &["unit", "import", &path]), "0 added, 3 there already\n");
    }
    let wrong = file("wrong.csv", "code,kind,parent,name\nnew,centre,,New\nother,centre,nowhere,Other\n");
    let told = refused(folder, &["unit", "import", &wrong]);
    assert!(told.contains("row 3, column parent: "), "{told}");
    assert_eq!(done(folder, &["unit", "export"]), out, "all or nothing");
    assert!(refused(folder, &["unit", "import", "nowhere.csv"]).contains("nowhere.csv"));
    let mended = file("mended.csv", "koda,vrsta,ime,odprto\nreka,,,2015-09-01\n");
    let told = done(folder, &["unit", "import", &mended, "--dry-run"]);
    assert!(told.contains("reka\topen since 2015-09-01 instead of 2000-01-01"), "{told}");
    let told = done(folder, &["unit", "import", &mended]);
    assert_eq!(told, "0 added, 1 opening day mended, 0 there already\n");
    assert!(done(folder, &["unit", "export"]).contains(",2015-09-01\n"));
    assert!(refused(folder, &["unit", "export", "--network", "other"]).contains("other"));
}

#[test]
fn a_last_day_beyond_all_reckoning_is_wrong_use() {
    let folder = tempfile::tempdir().expect("a folder");
    for day in ["-262143-01-01", "+262142-12-31", "0001-01-01", "yesterday"] {
        let until = format!("--until={day}");
        let ended =
            run(folder.path(), &["generate", "--centres", "1", "--years", "0", "--seed", "1", &until], &[]);
        assert_eq!(ended.code, 2, "{day}: {}", ended.err);
        assert!(ended.err.contains("from 2000 to 2199"), "{day}: {}", ended.err);
    }
}

#[test]
fn totals_are_recounted_and_set_right() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path();
    done(path, &["generate", "--centres", "2", "--years", "0", "--seed", "1", "--until", "2026-03-31"]);
    let right = done(path, &["totals", "verify"]);
    assert!(right.contains("all of them right"), "{right}");
    assert!(done(path, &["totals", "rebuild"]).contains(" 0 set right"));
    let file = path.join("logbook.sqlite");
    let spoil = async {
        let db = logbook::db::Db::open(&format!("sqlite:{}", file.display())).await.expect("it opens");
        let mut tx = db.begin().await.expect("a transaction");
        let sql = "update total set body = x'00' where span = 'day' and from_on = '2026-02-03'";
        assert!(tx.run(sql, Vec::new()).await.expect("a change") > 0);
        tx.commit().await.expect("it is kept");
        db.close().await;
    };
    tokio::runtime::Runtime::new().expect("a runtime").block_on(spoil);
    let ended = run(path, &["totals", "verify"], &[]);
    assert_eq!(ended.code, 1);
    assert!(ended.out.contains(" 2026-02-03") && ended.err.contains("totals rebuild"), "{}", ended.err);
    done(path, &["totals", "rebuild"]);
    assert_eq!(done(path, &["totals", "verify"]), right);
}

#[test]
fn entries_go_to_a_file_with_its_codebook() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    done(folder, &["generate", "--centres", "2", "--years", "0", "--seed", "1", "--until", "2026-03-31"]);
    let all = ["export", "entries", "--unit", "mreza"];
    let printed = done(folder, &all);
    assert!(printed.starts_with("entry,version,unit,unit_label,"), "{}", &printed[..200]);
    let out = |name: &str| folder.join(name).display().to_string();
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).expect("a file");
    let said = done(folder, &[&all[..], &["--out", &out("all.csv")]].concat());
    let n: usize = said.split(' ').next().and_then(|n| n.parse().ok()).expect("a number");
    assert!(n > 100 && said == format!("{n} entries in {n} rows\n"), "{said}");
    assert_eq!(read("all.csv"), format!("\u{feff}{printed}"));
    assert!(read("all.codebook.csv").contains("\nparticipant_girl,"));
    let figures =
        ["figures", "--unit", "mreza", "--from", "2026-03-01", "--to", "2026-03-31", "--format", "csv"];
    let visits = done(folder, &figures);
    let visits = visits.lines().find_map(|line| line.strip_prefix("visits,,,")).expect("visits");
    let march = ["--from", "2026-03-01", "--to", "2026-03-31", "--lang", "en", "--without-notes"];
    let wide = done(folder, &[&all[..], &march].concat());
    let mut wide = csv::Reader::from_reader(wide.as_bytes());
    let heading = wide.headers().expect("a heading").clone();
    assert!(heading.iter().all(|it| it != "note"));
    let at = |name: &str| heading.iter().position(|it| it == name).expect("a column");
    let parts = ["participant", "creator", "audience"].map(at);
    let rows = wide.records().map(|row| row.expect("a row")).filter(|row| &row[at("status")] == "held");
    let heads =
        |row: csv::StringRecord| -> i64 { parts.iter().filter_map(|at| row[*at].parse::<i64>().ok()).sum() };
    assert_eq!(rows.map(heads).sum::<i64>().to_string(), visits.split(',').next().expect("a value"));
    let name = out("long.xlsx");
    let long = [&all[..], &march, &["--shape", "long", "--out", &name]].concat();
    assert!(done(folder, &long).contains(" rows"));
    assert!(std::fs::read(folder.join("long.xlsx")).expect("a file").starts_with(b"PK"));
    assert!(!folder.join("long.xlsx.part").exists());
    for (odd, told) in
        [(vec!["--out", "nowhere/all.csv"], "nowhere/all.csv"), (vec!["--network", "other"], "other")]
    {
        assert!(refused(folder, &[&all[..], &odd].concat()).contains(told), "{odd:?}");
    }
}

#[test]
fn a_pack_is_filled_in() {
    let folder = with_network();
    let folder = folder.path();
    let pack = |template: &str, more: &[&str]| {
        let args =
            ["pack", "--unit", "mreza", "--template", template, "--period", "2025-H1", "--language", "sl"];
        run(folder, &[&args, more].concat(), &[])
    };
    let ended = pack("youth-office", &["--out", "pack.xlsx"]);
    assert_eq!(ended.code, 0, "{}", ended.err);
    assert!(std::fs::read(folder.join("pack.xlsx")).expect("a file").starts_with(b"PK"));
    assert_eq!(pack("volunteering", &["--format", "csv", "--out", "pack.csv"]).code, 0);
    let figures = std::fs::read_to_string(folder.join("pack.csv")).expect("a file");
    assert!(figures.contains("Ure prostovoljcev,0,"), "{figures}");
    assert_eq!(pack("key-figures", &["--out", "pack.pdf"]).code, 0);
    assert!(std::fs::read(folder.join("pack.pdf")).expect("a file").starts_with(b"%PDF"));
    let none = pack("tax-return", &["--out", "tax.xlsx"]);
    assert_eq!(none.code, 1);
    assert!(none.err.contains("there is no form tax-return; there are youth-office"), "{}", none.err);
    let soon =
        ["pack", "--unit", "mreza", "--template", "youth-office", "--period", "soon", "--out", "x.xlsx"];
    let soon = run(folder, &soon, &[]);
    assert!(soon.code == 2 && soon.err.contains("2025-H1"), "{}", soon.err);
    for (period, why) in
        [("2025-06", "is none that key-figures is for (year, half_year)"), ("2199", "has not begun")]
    {
        let args =
            ["pack", "--unit", "mreza", "--template", "key-figures", "--period", period, "--out", "x.xlsx"];
        let ended = run(folder, &args, &[]);
        assert!(ended.code == 1 && ended.err.contains(why), "{}", ended.err);
    }
    let text = pack("key-figures", &["--out", "pack.txt"]);
    assert!(text.code == 2 && text.err.contains(".xlsx, .csv or .pdf"), "{}", text.err);
    let without = run(folder, &["pack", "--unit", "mreza"], &[]);
    assert!(without.code == 2 && without.err.contains("--template is missing"), "{}", without.err);
}

#[test]
fn a_networks_own_form_is_changed_brought_in_and_filled_in() {
    let folder = with_network();
    let folder = folder.path();
    let ours = done(folder, &["pack", "form", "export", "key-figures"]);
    let own = ours.replace("code = \"key-figures\"", "code = \"our-figures\"");
    std::fs::write(folder.join("own.toml"), &own).expect("a file");
    let told = done(folder, &["pack", "form", "import", "own.toml"]);
    assert_eq!(told, "our-figures stands in version 1\n");
    assert_eq!(done(folder, &["pack", "form", "export", "our-figures"]), own);
    let list = done(folder, &["pack", "form", "list"]);
    assert!(list.contains("youth-office  version 3") && list.contains("our-figures  version 1"), "{list}");
    let filled =
        ["pack", "--unit", "mreza", "--template", "our-figures", "--period", "2025", "--out", "o.xlsx"];
    done(folder, &filled);
    std::fs::write(folder.join("own.toml"), own.replace("measure = \"visits\"", "measure = \"joy\""))
        .expect("a file");
    let why = refused(folder, &["pack", "form", "import", "own.toml"]);
    assert!(why.contains("own.toml: figure") && why.contains("\"joy\""), "{why}");
    assert!(refused(folder, &["pack", "form", "export", "none"]).contains("there is no form none"));
}
