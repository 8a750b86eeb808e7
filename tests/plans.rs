//! Annual plans on the command line.

use crate::commands::{done, refused, run, with_network};

const PLAN: &str = include_str!("../src/generate/documents/plan-2021.toml");

#[test]
fn a_plan_comes_in_goes_out_and_is_the_same() {
    let folder = with_network();
    let folder = folder.path();
    std::fs::write(folder.join("plan.toml"), PLAN).expect("a file");
    let import = ["plan", "import", "plan.toml", "--year", "2021"];
    let dry = done(folder, &[&import[..], &["--dry-run"]].concat());
    assert!(dry.contains("Nothing was written") && dry.contains("a new plan of 101 parts"), "{dry}");
    assert!(refused(folder, &["plan", "show", "--year", "2021"]).contains("has no plan of 2021"));
    assert!(done(folder, &import).contains("Written"));
    assert!(done(folder, &import).contains("nothing changes"), "the same file twice");
    let shown = done(folder, &["plan", "show", "--year", "2021", "--language", "en"]);
    for line in [
        "Annual work plan 2021",
        "  Developing youth work [Area]",
        "      EU YOU (EU and YOUth: EU Citizens and Local Democracy) [Project]: 2 days of training; 4 events in the \
         handbook; 25 local experts and youth workers; 10 youth centres; 40 events (4 in each of 10 units)",
        "        Closing meeting: March",
    ] {
        assert!(shown.lines().any(|it| it == line), "{line}\n{shown}");
    }
    // What is taken along is brought in again as the same, in both kinds of files.
    for file in ["again.toml", "again.xlsx"] {
        assert_eq!(done(folder, &["plan", "export", "--year", "2021", "--out", file]), "");
        let again = done(folder, &["plan", "import", file, "--year", "2021", "--unit", "mreza"]);
        assert!(again.contains("nothing changes"), "{file}: {again}");
    }
    let printed = done(folder, &["plan", "export", "--year", "2021"]);
    assert_eq!(printed, std::fs::read_to_string(folder.join("again.toml")).expect("a file"));
    // One part says something else.
    std::fs::write(folder.join("plan.toml"), printed.replacen("number = 40,", "number = 44,", 1))
        .expect("a file");
    let wrong = refused(folder, &import);
    assert!(
        wrong.contains("plan.toml, line ") && wrong.contains("is not the number of the target"),
        "{wrong}"
    );
    std::fs::write(folder.join("plan.toml"), printed.replacen("number = 25,", "number = 26,", 1))
        .expect("a file");
    let changes = done(folder, &import);
    assert!(
        changes.contains("Changes: EU YOU") && changes.contains("→ “26 local experts and youth workers”"),
        "{changes}"
    );
    assert!(
        refused(folder, &["plan", "import", "plan.toml", "--year", "2022"]).contains("The file is for 2021")
    );
    // Whoever reads what is printed has enough after some of it.
    let mut head = crate::commands::logbook(folder)
        .args(["plan", "export", "--year", "2021"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .expect("the program");
    drop(head.stdout.take());
    let ended = head.wait_with_output().expect("it ends");
    assert!(ended.status.success() && ended.stderr.is_empty(), "{}", String::from_utf8_lossy(&ended.stderr));
    for args in [
        &["plan", "import", "plan.toml"][..],
        &["plan", "import", "plan.toml", "--year", "21"],
        &["plan", "export", "--year", "2021", "--out", "plan.pdf"],
        &["plan", "export", "--year", "2021", "--format", "xlsx"],
    ] {
        assert_eq!(run(folder, args, &[]).code, 2, "{args:?}");
    }
}
