//! How visits are split for whoever looks: into everything, or so that nobody can be told.

use super::scene::Scene;
use super::splits::{self, Both, Lists, Members, Split};
use crate::app::App;
use crate::error::Result;
use crate::measures::{ANY, Axis, Books, Unsplit};

const AXES: [Axis; 9] = [
    Axis::Gender,
    Axis::AgeBand,
    Axis::Kind,
    Axis::PlaceKind,
    Axis::MainTag,
    Axis::Tag,
    Axis::MainField,
    Axis::Field,
    Axis::Weekday,
];

pub struct Told {
    /// Gender, age, weekdays; kinds, place kinds; tags, fields. None of them where nothing is split.
    pub splits: Vec<Vec<Split>>,
    /// Why some of it is not, or nothing.
    pub why: Option<String>,
}

impl Told {
    pub async fn load(app: &App, scene: &Scene, books: &Books, lists: &Lists) -> Result<Told> {
        let (now, ago) = (scene.question(scene.now), scene.question(scene.ago));
        let (mut unsplit, mut unsplit_ago) = (Unsplit::default(), Unsplit::default());
        if !scene.sees_days {
            let both = (books.unsplit(&app.db, &now), books.unsplit(&app.db, &ago));
            (unsplit, unsplit_ago) = futures_util::future::try_join(both.0, both.1).await?;
        }
        let beside = books.told_by_each(&ago, &unsplit_ago, AXES);
        let members = books.told_by_each(&now, &unsplit, AXES);
        let mut both = members.into_iter().zip(beside).map(|(now, ago)| Both { now, ago });
        let mut next = || both.next().unwrap_or_default();
        let [gender, age, mut kind, place_kind, tag, tags, field, fields, weekday] = AXES.map(|_| next());
        let mut apart = true;
        // Where there is no one-to-one work, there is nothing to keep together.
        let free = scene.sees_days || !(books.may_have_talks(&now) || books.may_have_talks(&ago));
        if !free {
            // One-to-one work stands by itself where both years may be told.
            apart = books.apart(&now, scene.today).here && books.apart(&ago, scene.today).here;
            kind = Both { now: books.told_kinds(&now, apart), ago: books.told_kinds(&ago, apart) };
        }
        let together = |members: &Members| members.contains_key(ANY);
        if together(&kind.now) && kind.now.len() == 1 {
            return Ok(Told { splits: Vec::new(), why: Some(scene.w.tr("overview-unsplit-all")) });
        }
        let who = vec![
            splits::gender(scene, lists, &gender),
            splits::age(scene, lists, &age),
            splits::weekdays(scene, lists, &weekday),
        ];
        let how =
            vec![splits::kinds(scene, lists, &kind, apart), splits::place_kinds(scene, lists, &place_kind)];
        let what = vec![
            splits::terms(scene, lists, Axis::MainTag, &tag, &tags),
            splits::terms(scene, lists, Axis::MainField, &field, &fields),
        ];
        let why = (!free).then(|| scene.w.tr("overview-unsplit-why"));
        Ok(Told { splits: vec![who, how, what], why })
    }
}
