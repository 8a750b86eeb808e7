//! The four shares of hours created by young people that the Slovenian network published, out of data that match.

use super::scene::{self, date, question};
use crate::activities::Entry;
use crate::measures::{self, Amount, Measure, Sums};
use crate::testing::TestApp;
use crate::vocabulary::Kind;

/// Activities, hours, hours created by young people.
struct Half {
    activities: i64,
    hours: i64,
    created: i64,
}

/// Entries that come to just these sums, spread over the first 150 days from a date on.
fn entries(
    app: &TestApp,
    activity: &crate::activities::Activity,
    from: chrono::NaiveDate,
    half: &Half,
) -> Vec<Entry> {
    // A hundredth of the published activities, as the shares need no more; hours and created hours in full minutes.
    let n = half.activities / 100;
    let (minutes, created) = (half.hours * 60 / 100, half.created * 60 / 100);
    (0..n)
        .map(|at| {
            let part = |whole: i64| whole * (at + 1) / n - whole * at / n;
            Entry {
                duration_min: part(minutes),
                created_min: part(created),
                ..scene::plain(
                    activity,
                    app.ids.ordered(),
                    from + chrono::Days::new(u64::try_from(at % 150).unwrap()),
                )
            }
        })
        .collect()
}

#[tokio::test]
async fn the_four_published_shares_come_out_of_matching_data() {
    let app = TestApp::new().await;
    let activity = scene::activity(&app, "mc-reka", "all", Kind::Open).await;
    let first_2021 = Half { activities: 10_415, hours: 42_956, created: 7_210 };
    let first_2022 = Half { activities: 10_899, hours: 30_978, created: 7_658 };
    let second_2021 = Half { activities: 19_955 - 10_415, hours: 91_417 - 42_956, created: 16_822 - 7_210 };
    let second_2022 = Half { activities: 18_643 - 10_899, hours: 92_898 - 30_978, created: 14_710 - 7_658 };
    for (year, month, half) in
        [(2021, 1, first_2021), (2021, 7, second_2021), (2022, 1, first_2022), (2022, 7, second_2022)]
    {
        scene::write(&app, &entries(&app, &activity, date(year, month, 1), &half)).await;
    }
    let network = app.unit("mreza").await;
    let periods = [
        (date(2021, 1, 1), date(2021, 6, 30), 17),
        (date(2021, 1, 1), date(2021, 12, 31), 18),
        (date(2022, 1, 1), date(2022, 6, 30), 25),
        (date(2022, 1, 1), date(2022, 12, 31), 16),
    ];
    for (from, last, published) in periods {
        let sums: Sums = measures::total(&app.db, &question(&network, from, last)).await.unwrap();
        let Amount::Ratio(share) = Measure::CreatedShare.of(&sums) else { panic!("no hours") };
        assert_eq!((share * 100.0).round() as i64, published, "{from} to {last}: {share}");
    }
}

#[test]
fn nothing_to_divide_by_is_no_figure() {
    assert_eq!(Measure::CreatedShare.of(&Sums::default()), Amount::None);
    assert_eq!(
        Measure::VisitsPerOccasion.of(&Sums { held: 4, participants: 6, ..Sums::default() }),
        Amount::Ratio(1.5)
    );
}
