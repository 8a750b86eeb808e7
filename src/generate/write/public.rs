//! A centre of the demonstration and its municipality in public, with the last full year closed there.

use chrono::Datelike;

use super::reports::somebody;
use super::{Writer, at};
use crate::access::RoleKind;
use crate::error::{OrMissing, Result};
use crate::generate::plan::change::CENTRE;
use crate::i18n::Text18;
use crate::periods::{self, Whole};
use crate::public::{self, Block, Chosen};
use crate::units;

impl Writer<'_> {
    /// Once everything else is there. Of a network without a full year, nothing.
    pub async fn add_public(&self) -> Result<()> {
        let wanted = &self.plan.wanted;
        if !wanted.asks_now || wanted.years == 0 {
            return Ok(());
        }
        let app = self.apart(10);
        let tree = &self.plan.tree;
        let centre = tree.recorders.get(CENTRE).or_missing()?.unit;
        let mut town = centre;
        while tree.units[town].kind != "municipality" {
            let Some(parent) = tree.units[town].parent else { return Ok(()) };
            town = parent;
        }
        self.moment.set(at(wanted.last_recorded, 9 * 60));
        let find = async |place: usize| {
            let found = units::by_id(&app.db, self.network_id, self.units[place].0, wanted.until).await?;
            found.or_missing()
        };
        let root = find(0).await?;
        let coordinator = somebody(&root, self.coordinator.or_missing()?, RoleKind::Coordinator);
        let year = Whole::Year(wanted.until.year() - 1);
        let intro = Text18::two(
            "Pri nas je prostor za vse, ki imajo med 12 in 30 let. Pridi pogledat, kaj se dogaja, ali nam povej, kaj naj se.",
            "There is room here for everybody between 12 and 30. Come and see what is going on, or tell us what should.",
        );
        for (place, intro) in [(town, Text18::default()), (centre, intro)] {
            let unit = find(place).await?;
            // The municipality's closing is for the centre as well.
            if place == town {
                let closed = periods::close(&app, &coordinator, &unit, year, app.ids.ordered()).await?;
                closed.ok().or_missing()?;
            }
            let chosen = Chosen { blocks: Block::ALL.to_vec(), intro, contact: String::new() };
            public::save(&app, &coordinator, &unit, 0, &chosen).await?;
            let (_, years) = public::draft(&app, &unit, &chosen).await?;
            let of = (app.ids.ordered(), public::seen(&chosen, &years));
            public::publish(&app, &coordinator, &unit, (of.0, &of.1)).await?;
        }
        Ok(())
    }
}
