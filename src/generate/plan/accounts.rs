//! Who works in the network: a colleague or two for every unit that records, and accounts to sign in with.

use serde::Serialize;

use super::chance::{Chance, mix};
use super::names;
use super::tree::{Size, Tree};
use crate::access::RoleKind;

/// Somebody with a role. Only some have a password; the others only sign what they recorded.
#[derive(Clone, Debug)]
pub struct Colleague {
    pub mail: String,
    pub name: String,
    pub role: RoleKind,
    /// Place in `Tree::units`.
    pub unit: usize,
    pub password: Option<String>,
}

/// Somebody to sign in as.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Account {
    pub mail: String,
    pub password: String,
    pub role: &'static str,
    /// Code of the unit.
    pub unit: String,
}

/// Centres with a mentor and a worker who sign in: two of Ljubljana where there are so many, and one elsewhere.
const OPEN_CENTRES: [usize; 3] = [0, 1, 9];
/// Municipalities with a viewer.
const VIEWERS: usize = 2;

/// Nobody gets an invented name: the role says enough.
fn called(role: RoleKind) -> &'static str {
    match role {
        RoleKind::Viewer => "Občinska uslužbenka",
        RoleKind::Worker => "Mladinska delavka",
        RoleKind::Mentor => "Mentorica",
        RoleKind::Coordinator => "Koordinatorka",
    }
}

/// Everybody, in the order in which accounts are told; the first of each role is the one to begin with.
pub fn colleagues(tree: &Tree, seed: u64) -> Vec<Colleague> {
    let network = tree.units[0].code.clone();
    let made = |role: RoleKind, unit: usize, signs_in: bool| {
        let mail = if unit == 0 {
            format!("{}@{network}.example", role.code())
        } else {
            format!("{}.{}@{network}.example", role.code(), tree.units[unit].code)
        };
        let drawn: Vec<u64> = mail.bytes().map(u64::from).collect();
        let mut chance = Chance::of(mix(seed, &drawn), &[3]);
        let password = signs_in.then(|| names::password(&mut chance));
        Colleague { mail, name: called(role).to_owned(), role, unit, password }
    };
    let mut all = vec![made(RoleKind::Coordinator, 0, true)];
    let towns = tree.units.iter().enumerate().filter(|(_, unit)| unit.kind == "municipality");
    all.extend(towns.take(VIEWERS).map(|(at, _)| made(RoleKind::Viewer, at, true)));
    for (n, recorder) in tree.recorders.iter().enumerate() {
        let national = recorder.size == Size::National;
        let open = national || OPEN_CENTRES.contains(&n);
        if !national {
            all.push(made(RoleKind::Mentor, recorder.unit, open));
        }
        all.push(made(RoleKind::Worker, recorder.unit, open));
    }
    all
}

/// Those who can sign in.
pub fn accounts(tree: &Tree, seed: u64) -> Vec<Account> {
    colleagues(tree, seed)
        .into_iter()
        .filter_map(|colleague| {
            Some(Account {
                password: colleague.password?,
                mail: colleague.mail,
                role: colleague.role.code(),
                unit: tree.units[colleague.unit].code.clone(),
            })
        })
        .collect()
}
