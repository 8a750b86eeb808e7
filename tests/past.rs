//! Past records by command: in, out and back.

use crate::commands::{self, refused, with_network};

fn import<'a>(file: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    [&["import", "entries", file, "--unit", "reka"], more].concat()
}

/// What is printed, with plain spaces.
fn done(folder: &std::path::Path, args: &[&str]) -> String {
    commands::done(folder, args).replace('\u{a0}', " ")
}

#[test]
fn past_records_come_in_go_out_and_are_taken_back() {
    let folder = with_network();
    let folder = folder.path();
    let file = |name: &str, text: &str| {
        let path = folder.join(name).display().to_string();
        std::fs::write(&path, text).expect("a file");
        path
    };
    let tree = file("tree.csv", "koda;ime;vrsta;nadrejena\nreka;MC Reka;mladinski center;\n");
    done(folder, &["unit", "import", &tree]);
    let past = file(
        "past.csv",
        "Evidenca;;;;;\nDatum;Dejavnost;Ura;Mulci;Punce;Vreme\n5. 3. 2019;Klub;21.00 - 0.30;7;8;sonce\nSkupaj;;;7;8;\n",
    );
    let told = refused(folder, &import(&past, &[]));
    assert!(told.contains("row 3, column Dejavnost: "), "{told}");
    let told = refused(folder, &import(&past, &["--map", "Fantje=boys"]));
    assert!(told.contains("no column is headed “fantje”; there are Datum, "), "{told}");
    let told = refused(folder, &import(&past, &["--sheet", "Maj"]));
    assert!(told.contains("the file has no sheets"), "{told}");
    let told = done(folder, &import(&past, &["--map", "Mulci=boys", "--create-activities", "--dry-run"]));
    assert!(told.contains("2019: 1 activity held, 3.5 h, 15 visits"), "{told}");
    let told = done(folder, &import(&past, &["--map", "Mulci=boys", "--create-activities"]));
    assert!(told.starts_with("These columns are not understood") && told.contains("“Vreme”"), "{told}");
    assert!(told.contains("1 entries added, 0 changed; import "), "{told}");
    let id = told.rsplit(' ').next().expect("an id").trim().to_owned();
    assert!(
        done(folder, &import(&past, &[]))
            .ends_with("There is nothing new in the file. Nothing was written.\n")
    );
    let out = folder.join("out.xlsx").display().to_string();
    done(folder, &["export", "entries", "--unit", "reka", "--out", &out]);
    let again = done(folder, &["import", "entries", &out, "--unit", "reka"]);
    assert!(again.ends_with("Nothing was written.\n"), "{again}");
    let told = refused(folder, &["import", "entries", &out, "--unit", "reka", "--sheet", "Maj"]);
    assert!(told.contains("there is no sheet “Maj”; there are "), "{told}");
    assert_eq!(done(folder, &["import", "undo", &id]), "1 taken back\n");
    let sums = file("sums.csv", "Leto;Ure\n2015;1.250,5\n");
    let told = done(folder, &["import", "entries", &sums, "--unit", "reka", "--dry-run"]);
    assert!(told.contains("2015: Hours of youth work 1,251 h"), "{told}");
}
