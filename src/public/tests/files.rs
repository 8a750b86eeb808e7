//! Open data, and what places the page on others.

use serde_json::Value;

use super::scene::{Scene, scene};
use crate::i18n::Text18;
use crate::public::page::Chosen;

const REKA: &str = "/open/mreza/mc-reka";

async fn published() -> Scene {
    let s = scene().await;
    s.close("mreza").await;
    s.publish("mc-reka", &Chosen::default()).await;
    s
}

#[tokio::test]
async fn the_table_says_what_the_page_says() {
    let s = published().await;
    let answer = s.app.get(&format!("{REKA}/data.csv?lang=sl"), "").await;
    let text = answer.body.trim_start_matches('\u{feff}').to_owned();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let head = reader.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let cell = |row: &csv::StringRecord, name: &str| {
        row.get(head.iter().position(|it| it == name).unwrap()).unwrap().to_owned()
    };
    let find = |period: &str, measure: &str, split: &str, class: &str| -> Option<i64> {
        let is = |row: &&csv::StringRecord| {
            [("period", period), ("measure", measure), ("split", split), ("class", class)]
                .iter()
                .all(|(name, value)| cell(row, name) == *value)
        };
        rows.iter().find(is).map(|row| cell(row, "value").parse().unwrap())
    };
    assert_eq!(find("2026", "visits", "total", "total"), Some(105));
    assert_eq!(find("2025", "visits", "total", "total"), Some(105));
    assert_eq!(find("2025", "youth_work_min", "kind", "open"), Some(120));
    assert_eq!(find("2025", "visits", "gender", "boy+not_stated"), Some(45));
    assert_eq!(find("2025", "visits", "gender", "not_stated"), None);
    // Parts come to the whole, and this year has none.
    for split in ["kind", "part", "gender", "month", "weekday"] {
        let of = |row: &&csv::StringRecord| cell(row, "split") == split && cell(row, "measure") == "visits";
        let sum: i64 = rows.iter().filter(of).map(|row| cell(row, "value").parse::<i64>().unwrap()).sum();
        assert!(sum == 105 || sum == 0, "{split}: {sum}");
    }
    assert!(rows.iter().filter(|row| cell(row, "period") == "2026").all(|row| cell(row, "split") == "total"));
    assert!(rows.iter().all(|row| cell(row, "licence").starts_with("CC BY 4.0")));
    assert_eq!(answer.headers["access-control-allow-origin"], "*");
    assert!(answer.headers["link"].to_str().unwrap().contains("rel=\"license\""));
}

#[tokio::test]
async fn the_data_set_is_what_json_stat_asks_for() {
    let s = published().await;
    let body = s.app.get(&format!("{REKA}/data.json?lang=en"), "").await.body;
    let it: Value = serde_json::from_str(&body).unwrap();
    assert_eq!((it["version"].as_str(), it["class"].as_str()), (Some("2.0"), Some("dataset")));
    let ids: Vec<&str> = it["id"].as_array().unwrap().iter().map(|id| id.as_str().unwrap()).collect();
    let size: Vec<usize> =
        it["size"].as_array().unwrap().iter().map(|n| n.as_u64().unwrap() as usize).collect();
    let index = |dimension: &str| -> Vec<String> {
        let all = it["dimension"][dimension]["category"]["index"].as_array().unwrap();
        all.iter().map(|id| id.as_str().unwrap().to_owned()).collect()
    };
    for (id, size) in ids.iter().zip(&size) {
        assert_eq!(index(id).len(), *size, "{id}");
        for member in index(id) {
            assert!(it["dimension"][id]["category"]["label"][&member].is_string(), "{id} {member}");
        }
    }
    let at = |period: &str, measure: &str, class: &str| {
        let place =
            |dimension: &str, member: &str| index(dimension).iter().position(|it| it == member).unwrap();
        let n =
            (place("period", period) * size[1] + place("measure", measure)) * size[2] + place("class", class);
        it["value"][n.to_string()].as_i64()
    };
    assert_eq!(at("2025", "visits", "gender:girl"), Some(60));
    assert_eq!(at("2026", "visits", "total"), Some(105));
    assert_eq!(at("2026", "visits", "gender:girl"), None);
    let most = size.iter().product::<usize>();
    assert!(it["value"].as_object().unwrap().keys().all(|at| at.parse::<usize>().unwrap() < most));
    assert_eq!(it["link"]["license"][0]["label"], "CC BY 4.0");
}

#[tokio::test]
async fn others_find_the_frame_by_the_address_of_the_page() {
    let s = published().await;
    let site = s.app.settings.base_url();
    let page = s.page(REKA).await;
    let (_, rest) = page.split_once("type=\"application/json+oembed\" href=\"").unwrap();
    let href = rest.split('"').next().unwrap().replace("&#38;", "&").replace("&amp;", "&");
    let answer = s.app.get(href.strip_prefix(&site).unwrap(), "").await;
    let it: Value = serde_json::from_str(&answer.body).unwrap();
    assert_eq!((it["version"].as_str(), it["type"].as_str()), (Some("1.0"), Some("rich")));
    assert_eq!((it["width"].as_u64(), it["height"].as_u64()), (Some(600), Some(520)));
    assert!(it["html"].as_str().unwrap().starts_with(&format!("<iframe src=\"{site}{REKA}/embed?lang=")));
    let ask = async |rest: &str| s.app.get(&format!("/oembed?{rest}"), "").await;
    let small = ask(&format!("url={site}{REKA}&maxwidth=320&maxheight=200")).await.body;
    let small: Value = serde_json::from_str(&small).unwrap();
    assert_eq!((small["width"].as_u64(), small["height"].as_u64()), (Some(320), Some(200)));
    for (rest, status) in [
        (format!("url={site}{REKA}&format=xml"), 501),
        (format!("url={site}/open/mreza/mc-most"), 404),
        (format!("url={site}/units/mreza/mc-reka"), 404),
        (format!("url={site}{REKA}/data.csv"), 404),
        ("url=https://drugje.example/open/mreza/mc-reka".to_owned(), 404),
        (String::new(), 404),
    ] {
        assert_eq!(ask(&rest).await.status, status, "{rest}");
    }
    let script = s.app.get(&format!("{REKA}/embed.js"), "").await;
    assert_eq!(script.headers["content-type"], "text/javascript; charset=utf-8");
}

#[tokio::test]
async fn no_cell_is_a_formula() {
    let s = scene().await;
    let unit = s.app.unit("mc-reka").await;
    crate::measures::scene::rename(&s.app, &unit, &Text18::one("sl", "=HYPERLINK(\"x\")")).await;
    s.publish("mc-reka", &Chosen::default()).await;
    let body = s.app.get(&format!("{REKA}/data.csv"), "").await.body;
    assert!(body.contains("'=HYPERLINK") && !body.contains(",\"=HYPERLINK"), "{body}");
}
