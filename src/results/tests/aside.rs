//! Batches that came too fast, and leaving some out before the release.

use super::scene::scene;
use crate::answers;
use crate::results::release;
use crate::results::store::{self, Of};
use crate::results::table::Part;
use crate::vocabulary::Kind;

#[tokio::test]
async fn whole_batches_are_left_out_with_a_reason_until_the_release() {
    let s = scene().await;
    let code = s.opened("Evalvacija 2026", "2026-10-05", "2026-10-25").await;
    s.answer(&code, "mc-reka", 40, 0, 4).await;
    s.answer(&code, "mc-most", 36, 0, 2).await;
    let base = format!("/units/mreza/mreza/evaluations/{code}");
    let open = s.app.get(&format!("{base}/batches"), &s.cookie).await;
    assert!(open.body.contains("še teče") && !open.body.contains("name=\"batch\""));
    s.close(&code).await;
    let it = s.evaluation(&code).await;
    let reka = s.app.unit("mc-reka").await.id;
    let all = answers::batches(&s.app.db, it.network_id, it.id).await.unwrap();
    let own: Vec<String> = all.iter().filter(|it| it.unit_id == reka).map(|it| it.id.to_string()).collect();
    assert_eq!(own.len(), 4);
    let page = s.app.get(&format!("{base}/batches"), &s.cookie).await;
    assert!(page.body.contains(&own[0]) && page.body.contains("prva izdaja"), "{}", page.body);
    let send = async |batches: &[&String], reason: &str, more: &[(&str, &str)]| {
        let mut fields: Vec<(&str, &str)> = batches.iter().map(|id| ("batch", id.as_str())).collect();
        fields.push(("reason", reason));
        fields.extend(more);
        s.app.post(&format!("{base}/editions"), &s.cookie, &fields).await
    };
    let whole = async |edition| {
        let of = Of { network_id: it.network_id, evaluation_id: it.id, edition };
        let (version, _) = s.asked(&it, Kind::Open).await;
        let tables = store::tables(&s.app.db, of, version, &[reka]).await.unwrap();
        tables.iter().find(|it| it.part == Part::Whole && it.class.is_none()).map(|it| it.answers)
    };
    let none = send(&[], "Zato", &[]).await;
    assert!(none.status == 422 && none.body.contains("vsaj en skupek"));
    let mute = send(&[&own[0]], "  ", &[]).await;
    assert!(mute.status == 422 && mute.body.contains("Napiši razlog") && mute.body.contains("checked"));
    // Ten by themselves could be told from the difference: it is said first.
    let few = send(&[&own[0]], "Prehitro", &[]).await;
    assert!(
        few.status == 422 && few.body.contains("izginile") && few.body.contains("Prehitro"),
        "{}",
        few.body
    );
    assert_eq!(store::edition(&s.app.db, it.network_id, it.id).await.unwrap(), Some(1), "nothing was done");
    for _ in 0..2 {
        let two = send(&[&own[0], &own[1]], "Prehitro", &[]).await;
        assert_eq!(two.location, Some(format!("{base}/batches")), "{}", two.body);
    }
    assert_eq!(store::edition(&s.app.db, it.network_id, it.id).await.unwrap(), Some(2), "once");
    assert_eq!((whole(1).await, whole(2).await), (Some(40), Some(20)), "the first edition stays what it was");
    let shown = s.app.get(&format!("/units/mreza/mc-reka/results/{code}"), &s.cookie).await;
    assert!(shown.body.contains("20 popolnih odgovorov."));
    assert!(send(&[&own[2]], "Prehitro", &[("even_so", "1")]).await.location.is_some());
    assert_eq!(whole(3).await, None);
    let page = s.app.get(&format!("{base}/batches"), &s.cookie).await;
    assert!(page.body.contains("izpuščeno") && page.body.contains("3. "));
    release(&s.app, &s.me, &s.root, &code).await.unwrap();
    assert_eq!(send(&[&own[3]], "Prepozno", &[]).await.status, 409);
}
