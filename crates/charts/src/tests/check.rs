//! A small reader of what was drawn, and the rules every chart keeps.

use crate::label::larger;
use crate::svg::{PHONE, WIDE, width_of};

/// A tag's name and its attributes.
pub type Tag = (String, Vec<(String, String)>);

/// Opening tags in order, after checking that the text is well-formed: tags balance, attributes are quoted, text holds
/// no bare `<` or `&`.
pub fn tags(xml: &str) -> Result<Vec<Tag>, String> {
    let (mut open, mut seen, mut rest) = (vec![], vec![], xml);
    while let Some(at) = rest.find('<') {
        entities(&rest[..at])?;
        let end = rest[at..].find('>').ok_or("a tag without end")? + at;
        let tag = &rest[at + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            let last: Option<String> = open.pop();
            if last.as_deref() != Some(name) {
                return Err(format!("{name} closes {last:?}"));
            }
            continue;
        }
        let (inside, closed) = tag.strip_suffix('/').map_or((tag, false), |t| (t, true));
        let (name, mut left) = inside.split_once(' ').unwrap_or((inside, ""));
        let mut attributes: Vec<(String, String)> = vec![];
        while !left.is_empty() {
            let (key, more) = left.split_once("=\"").ok_or(format!("no value in {tag}"))?;
            let (value, more) = more.split_once('"').ok_or(format!("open quote in {tag}"))?;
            entities(value)?;
            if attributes.iter().any(|(k, _)| k == key) || key.contains(' ') {
                return Err(format!("bad attribute {key} in {tag}"));
            }
            attributes.push((key.into(), value.into()));
            left = more.strip_prefix(' ').unwrap_or(more);
        }
        if !closed {
            open.push(name.into());
        }
        seen.push((name.into(), attributes));
    }
    entities(rest)?;
    if open.is_empty() { Ok(seen) } else { Err(format!("still open: {open:?}")) }
}

fn entities(s: &str) -> Result<(), String> {
    let known = ["amp;", "lt;", "gt;", "quot;", "#39;"];
    match s.split('&').skip(1).find(|e| !known.iter().any(|k| e.starts_with(k))) {
        Some(e) => Err(format!("bare & before {e:.10}")),
        None => Ok(()),
    }
}

pub fn texts_of<'a>(svg: &'a str, tag: &str) -> Vec<&'a str> {
    let open = format!("<{tag}");
    let start = |s: &'a str| s.split_once('>').map_or("", |(_, t)| t.split('<').next().unwrap_or(""));
    svg.split(open.as_str()).skip(1).map(start).collect()
}

/// All rules a chart keeps, whatever is in it.
pub fn rules(svg: &str, hidden: bool) -> Result<(), String> {
    let seen = tags(svg)?;
    let get = |a: &[(String, String)], k: &str| a.iter().find(|(n, _)| n == k).map(|(_, v)| v.clone());
    let root = &seen.first().ok_or("nothing drawn")?.1;
    let ids: Vec<String> = seen.iter().filter_map(|(_, a)| get(a, "id")).collect();
    if hidden {
        if get(root, "aria-hidden").as_deref() != Some("true") {
            return Err("not hidden".into());
        }
    } else {
        let role = get(root, "role").ok_or("no role")?;
        let links = seen.iter().any(|(t, _)| t == "a");
        if role != if links { "group" } else { "img" } {
            return Err(format!("role {role} with links: {links}"));
        }
        let named = get(root, "aria-labelledby").ok_or("no name")? + " ";
        let named = named + &get(root, "aria-describedby").unwrap_or_default();
        let named: Vec<&str> = named.split_whitespace().collect();
        if named != ids || ids.len() != 2 || ids[0] == ids[1] {
            return Err(format!("named by {named:?}, ids {ids:?}"));
        }
        for (tag, id) in [("title", &ids[0]), ("desc", &ids[1])] {
            if !seen.iter().any(|(t, a)| t == tag && get(a, "id").as_ref() == Some(id)) {
                return Err(format!("no {tag}"));
            }
        }
        if texts_of(svg, "title").first().is_none_or(|t| t.is_empty()) || texts_of(svg, "desc")[0].is_empty()
        {
            return Err("no words".into());
        }
    }
    let numeric =
        ["x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "width", "height", "rx", "fill-opacity"];
    for (at, (tag, attributes)) in seen.iter().enumerate() {
        for (key, value) in attributes {
            if key == "viewBox" && at > 0 && tag == "svg" {
                stretched(svg, attributes)?;
                continue;
            }
            if ["style", "viewBox", "fill", "stroke"].contains(&key.as_str()) || key.starts_with("on") {
                return Err(format!("{key} on {tag}"));
            }
            if numeric.contains(&key.as_str()) {
                let digits = value.strip_suffix('%').unwrap_or(value);
                let decimals = digits.split_once('.').map_or(0, |(_, d)| d.len());
                let number: f64 = digits.parse().map_err(|_| format!("{key}={value}"))?;
                let size = ["width", "height", "r"].contains(&key.as_str());
                if decimals > 2 || !number.is_finite() || (size && number <= 0.0) || digits == "-0" {
                    return Err(format!("{key}={value} on {tag}"));
                }
                let across = value.ends_with('%') && !(-2.0..=102.0).contains(&number);
                let up = (key.starts_with('y') || key == "cy") && number < -6.0;
                if across || up {
                    return Err(format!("{key}={value} leaves the chart"));
                }
            }
        }
    }
    Ok(())
}

/// A drawing inside the chart that is stretched: said to be so, hidden from readers, of numbers alone, without text.
fn stretched(svg: &str, attributes: &[(String, String)]) -> Result<(), String> {
    for (key, value) in [("preserveAspectRatio", "none"), ("aria-hidden", "true")] {
        if !attributes.iter().any(|(k, v)| k == key && v == value) {
            return Err(format!("viewBox without {key}"));
        }
    }
    let inside =
        svg.split_once("viewBox").and_then(|(_, it)| it.split_once("</svg>")).map_or("", |(it, _)| it);
    if ["<text", "<title", "<a ", "NaN", "inf"].iter().any(|no| inside.contains(no)) {
        return Err("text or no number in a stretched drawing".into());
    }
    Ok(())
}

/// Whether every text lies inside the chart: on a phone, and what is for wide pages alone on these.
pub fn texts_inside(svg: &str) -> Result<(), String> {
    let value = |s: &str, key: &str| -> String {
        let from = s.split_once(&format!("{key}=\"")).map_or("", |(_, it)| it);
        from.split('"').next().unwrap_or_default().to_owned()
    };
    let height: f64 = value(svg, " height").parse().map_err(|_| "no height")?;
    let (phone, wide) = svg.split_once(r#"<g class="wide-only">"#).unwrap_or((svg, ""));
    for (part, room) in [(phone, PHONE), (wide, WIDE)] {
        for it in part.split("<text").skip(1) {
            let (attributes, rest) = it.split_once('>').ok_or("open tag")?;
            let words = rest.split("</text>").next().unwrap_or_default();
            let (strong, soft) = words.split_once("<tspan class=\"s\">").unwrap_or((words, ""));
            let class = value(attributes, "class");
            let has = |c: &str| class.split(' ').any(|it| it == c);
            let strong = if has("lab") { larger(strong) } else { width_of(strong) };
            let width = strong + width_of(soft.trim_end_matches("</tspan>"));
            let number = |key: &str| value(attributes, key).trim_end_matches('%').parse::<f64>();
            let (x, y) = (number(" x").map_err(|_| "no x")?, number(" y").map_err(|_| "no y")?);
            let anchor = if has("m") {
                width / 2.0
            } else if has("e") {
                width
            } else {
                0.0
            };
            let left = x / 100.0 * room - anchor;
            if left < -0.1 || left + width > room + 0.1 || y < 9.0 || y > height {
                return Err(format!("{words} leaves the chart: from {left} to {}, at {y}", left + width));
            }
        }
    }
    Ok(())
}
