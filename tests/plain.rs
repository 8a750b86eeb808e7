//! What commands say to whoever typed something odd, and how they end: 2 for what can never be right, 1 for what is there.

use crate::commands::{INIT, done, logbook, refused, run, with_network};

#[test]
fn what_can_never_be_right_is_wrong_use() {
    let folder = with_network();
    let folder = folder.path();
    let (figures, entries) = (["figures", "--unit", "mreza"], ["export", "entries", "--unit", "mreza"]);
    let report = ["report", "--unit", "mreza", "--template", "network-year"];
    let turned = ["--from", "2026-03-31", "--to", "2026-03-01"];
    let soon = ["--from", "foo", "--to", "2026-03-01"];
    for (args, told) in [
        (
            vec!["init", "--network", "druga", "--name", "Druga", "--admin", "nomail"],
            "such as ana@example.org",
        ),
        (vec!["user", "add", "nomail", "--role", "worker", "--unit", "mreza"], "such as ana@example.org"),
        (vec!["unit", "export", "--out", "t.pdf"], "ends in .csv or .xlsx"),
        ([&figures[..], &turned].concat(), "--to is before --from"),
        ([&entries[..], &turned].concat(), "--to is before --from"),
        (
            vec!["audit", "--unit", "mreza", turned[0], turned[1], turned[2], turned[3]],
            "--to is before --from",
        ),
        ([&figures[..], &soon].concat(), "a date like 2026-03-01"),
        ([&entries[..], &soon].concat(), "a date like 2026-03-01"),
        (vec!["audit", "--unit", "mreza", "--from", "1. 3. 2026"], "a date like 2026-03-01"),
        ([&entries[..], &["--format", "xlsx"]].concat(), "--out"),
        ([&entries[..], &["--out", "all.doc"]].concat(), "--out"),
        ([&report[..], &["--period", "june", "--out", "a.pdf"]].concat(), "2025, 2025-H1 or 2025-06"),
        (
            [&report[..], &["--period", "2025", "--out", "a.doc"]].concat(),
            "ends in .pdf, .docx, .xlsx or .html",
        ),
        ([&report[..], &["--out", "a.pdf"]].concat(), "--period is missing"),
    ] {
        let ended = run(folder, &args, &[]);
        assert_eq!(ended.code, 2, "{args:?}: {}", ended.err);
        assert!(ended.err.contains(told), "{args:?}: {}", ended.err);
    }
}

#[test]
fn a_report_is_held_against_others_before_it_is_written() {
    let folder = with_network();
    let folder = folder.path();
    let args =
        ["report", "--unit", "mreza", "--template", "network-year", "--period", "2025", "--out", "a.html"];
    let ended = run(folder, &args, &[]);
    assert_eq!(ended.code, 0, "{}", ended.err);
    assert!(ended.err.contains("comparisons agree."), "{}", ended.err);
    assert!(ended.err.contains("There is no other finished report about this time yet."), "{}", ended.err);
    let written = std::fs::read_to_string(folder.join("a.html")).expect("a file");
    assert!(written.starts_with("<!doctype html>"), "{written}");
}

#[test]
fn what_is_there_refuses_in_plain_words() {
    let folder = with_network();
    let folder = folder.path();
    let ended = run(folder, &["migrate"], &[("LOGBOOK_DATA_DIR", "/proc/x")]);
    assert!(ended.code == 1 && ended.err.contains("LOGBOOK_DATA_DIR: expected a folder"), "{}", ended.err);
    let report = |template, period| {
        ["report", "--unit", "mreza", "--template", template, "--period", period, "--out", "a.html"]
    };
    assert!(
        refused(folder, &report("nobody", "2025"))
            .contains("there is no template nobody; expected centre-year")
    );
    assert!(refused(folder, &report("centre-year", "2025")).contains("is for centre, organisation"));
    assert!(
        refused(folder, &report("network-year", "2025-06")).contains("none that network-year is for (year)")
    );
    let told = refused(folder, &["backup", "nodir/x"]);
    assert!(told.contains("the folder nodir does not exist") && !told.contains(".part"), "{told}");
    std::fs::write(folder.join("note.txt"), "Only a note, which is longer than a heading. ".repeat(40))
        .expect("a file");
    let elsewhere = tempfile::tempdir().expect("a folder");
    let note = folder.join("note.txt").display().to_string();
    let told = refused(elsewhere.path(), &["restore", &note]);
    assert!(told.contains("this is no backup made by `logbook backup`"), "{told}");
}

#[test]
fn a_server_that_does_not_answer_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    // Bound and dropped: nobody listens there.
    let free = std::net::TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("an address");
    let url = format!("postgres://ana:secret@{free}/logbook");
    let ended = run(folder.path(), &["migrate"], &[("LOGBOOK_DATABASE_URL", &url)]);
    assert_eq!(ended.code, 1, "{}", ended.err);
    let told = format!("LOGBOOK_DATABASE_URL: PostgreSQL cannot be reached at {free}: ");
    assert!(ended.err.contains(&told) && ended.err.contains("refused"), "{}", ended.err);
    assert!(!ended.err.contains("secret") && !ended.err.contains("pool"), "{}", ended.err);
}

#[test]
fn an_invitation_is_one_link_is_listed_and_can_be_withdrawn() {
    let folder = with_network();
    let folder = folder.path();
    let add = ["user", "add", "Ivo@example.org", "--role", "viewer", "--unit", "mreza"];
    done(folder, &add);
    let again = run(folder, &add, &[]);
    assert!(again.code == 0 && again.err.contains("the earlier link to this role is void"), "{}", again.err);
    done(folder, &["user", "add", "ivo@example.org", "--role", "worker", "--unit", "mreza"]);
    let list = done(folder, &["user", "list"]);
    let of: Vec<&str> = list.lines().filter(|line| line.starts_with("ivo@example.org\t")).collect();
    assert_eq!(of.len(), 2, "one link to each role: {list}");
    assert!(of[0].starts_with("ivo@example.org\t-\tviewer\tmreza/mreza\tinvited, until 2"), "{list}");
    assert!(of[0].ends_with(", link to be handed over"), "{list}");
    let said = done(folder, &["user", "disable", "IVO@example.org"]);
    assert!(said.contains("ivo@example.org: 2 invitations withdrawn"), "{said}");
    assert!(!done(folder, &["user", "list"]).contains("ivo@example.org"));
    assert!(refused(folder, &["user", "disable", "ivo@example.org"]).contains("no invitation that waits"));
    assert!(done(folder, &["user", "list"]).contains("ana@example.org\t-\tcoordinator"), "others stay");
}

#[test]
fn the_options_of_a_command_stand_before_the_settings_of_the_program() {
    let folder = tempfile::tempdir().expect("a folder");
    for command in [&["figures"][..], &["user", "add"], &["init"]] {
        let help = done(folder.path(), &[command, &["--help"]].concat());
        let (own, settings) = help.split_once("\nSettings:\n").expect("a heading");
        assert!(own.contains("\nOptions:\n") && !own.contains("LOGBOOK_"), "{help}");
        assert!(settings.contains("LOGBOOK_LOG") && !settings.contains("--unit"), "{help}");
        assert!(settings.contains("off, error, warn, info, debug or trace"), "{help}");
    }
    assert!(logbook(folder.path()).args(INIT).status().expect("the program").success());
}

#[test]
fn the_document_of_commands_knows_every_command_axis_and_unit() {
    let folder = tempfile::tempdir().expect("a folder");
    let document = include_str!("../docs/commands.md");
    let listed = |help: &str| -> Vec<String> {
        let lines = help.lines().skip_while(|line| !line.starts_with("Commands:")).skip(1);
        let names =
            lines.take_while(|line| line.starts_with("  ")).filter_map(|it| it.split_whitespace().next());
        names.filter(|name| *name != "help").map(str::to_owned).collect()
    };
    for command in listed(&done(folder.path(), &["--help"])) {
        let below = listed(&done(folder.path(), &[&command, "--help"]));
        let all = if below.is_empty() { vec![String::new()] } else { below };
        for name in all {
            let said = format!("logbook {command} {name}");
            assert!(document.contains(said.trim_end()), "{said}");
        }
    }
    for axis in logbook::measures::Axis::ALL {
        assert!(document.contains(&format!("`{}`", axis.code())), "{}", axis.code());
    }
    for measure in logbook::measures::Measure::ALL {
        assert!(document.contains(&format!("| `{}` |", measure.unit())), "{}", measure.unit());
    }
    for kind in logbook::vocabulary::Kind::ALL {
        assert!(document.contains(&format!("`{}`", kind.code())), "{}", kind.code());
    }
    for class in logbook::vocabulary::Gender::ALL {
        assert!(document.contains(&format!("`{}`", class.code())), "{}", class.code());
    }
}
