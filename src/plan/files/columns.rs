//! The columns of a plan as a table, for reading and writing alike.

/// Kinds of rows that stand before the parts.
pub const PLAN: &str = "plan";
pub const ADOPTION: &str = "adoption";

/// One for the part.
pub const PLAIN: [&str; 10] =
    ["kind", "code", "in", "when", "programme", "role", "project", "budget", "refers", "partners"];
/// For the part, one in each language.
pub const SAID: [&str; 5] = ["name", "purpose", "note", "indicator", "responsible"];
/// The same, with a line for each of several.
pub const LISTS: [&str; 3] = ["goals", "qualitative", "outputs"];
/// Aims of the strategy: their numbers, a line each, and their words beside them.
pub const AIMS: &str = "aims";
pub const AIM: &str = "aim";
/// Of a step, and of a target: further ones have rows of their own below.
pub const STEP_WHEN: &str = "step_when";
pub const STEP_SAID: [(&str, &str); 2] = [("step", "what"), ("step_note", "note")];
pub const TARGET: [(&str, &str); 6] = [
    ("target", "code"),
    ("rule", "rule"),
    ("number", "number"),
    ("up_to", "up_to"),
    ("each", "each"),
    ("units", "units"),
];
pub const UNIT: &str = "unit";
/// Where its number comes from, and of whom somebody counts.
pub const EVIDENCE: &str = "evidence";
pub const WHOM: &str = "whom";
/// Where there is no column `kind`: the way to a part by names, one column for each kind.
pub const PATH: [&str; 6] = ["area", "programme", "project", "body", "group", "action"];

/// Whether a column is in a language.
pub fn is_spoken(name: &str) -> bool {
    SAID.contains(&name)
        || LISTS.contains(&name)
        || name == AIM
        || name == UNIT
        || name == WHOM
        || STEP_SAID.iter().any(|it| it.0 == name)
}

/// The column of what a problem is of: of "targets.0.number" that of the numbers.
pub fn of(problem: &str) -> Option<&'static str> {
    let parts: Vec<&str> = problem.split('.').collect();
    let name = match parts.as_slice() {
        ["year" | "step"] | ["adoption", _, "step"] => "code",
        ["intro"] => "purpose",
        ["adoption", _, "when"] => "when",
        ["targets", .., "whom"] => WHOM,
        ["targets", _, "evidence", ..] => EVIDENCE,
        ["targets", _, "unit"] => UNIT,
        ["targets", _, key] => TARGET.iter().find(|it| it.1 == *key)?.0,
        ["steps", _, "when"] => STEP_WHEN,
        ["steps", _, key] => STEP_SAID.iter().find(|it| it.1 == *key)?.0,
        ["aims", _, "name"] => AIM,
        [list, ..] => list,
        [] => return None,
    };
    all().find(|it| *it == name)
}

/// Every column, without languages.
pub fn all() -> impl Iterator<Item = &'static str> {
    let of_steps = STEP_SAID.into_iter().chain(TARGET).map(|(name, _)| name);
    PLAIN
        .into_iter()
        .chain(SAID)
        .chain(LISTS)
        .chain([AIMS, AIM, STEP_WHEN, UNIT, EVIDENCE, WHOM])
        .chain(of_steps)
        .chain(PATH)
}
