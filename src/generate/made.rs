//! What is told of a network that was made.

use serde::Serialize;

use super::plan::{self, Account, Plan};

/// A network that was made, for those who work with it.
#[derive(Debug, Serialize)]
pub struct Made {
    pub network: String,
    pub units: Vec<MadeUnit>,
    pub accounts: Vec<Account>,
}

#[derive(Debug, Serialize)]
pub struct MadeUnit {
    pub code: String,
    pub kind: &'static str,
    /// Code of the unit above; none for the network itself.
    pub parent: Option<String>,
    pub name: String,
}

impl From<&Plan> for Made {
    fn from(plan: &Plan) -> Made {
        let all = &plan.tree.units;
        let units = all.iter().map(|unit| MadeUnit {
            code: unit.code.clone(),
            kind: unit.kind,
            parent: unit.parent.map(|parent| all[parent].code.clone()),
            name: unit.name.read("sl").to_owned(),
        });
        Made {
            network: all[0].code.clone(),
            units: units.collect(),
            accounts: plan::accounts(&plan.tree, plan.wanted.seed),
        }
    }
}
