//! The few pictures pages use, drawn inline: no request, and they take the colour of the words beside them.

macro_rules! icons {
    ($($name:literal => $paths:literal),* $(,)?) => {
        /// The picture with this name; nothing where there is none.
        pub fn icon(name: &str) -> &'static str {
            match name {
                $($name => concat!("<svg class=\"i\" viewBox=\"0 0 24 24\" aria-hidden=\"true\">", $paths, "</svg>"),)*
                _ => "",
            }
        }
    };
}

icons! {
    "today" => r#"<path d="M4 6h16v14H4zM4 10h16M8 3v4M16 3v4"/><path d="m9 15 2 2 4-4"/>"#,
    "voice" => r#"<path d="M4 5h16v11H11l-5 4v-4H4z"/><path d="M8 9h8M8 12h5"/>"#,
    "list" => r#"<path d="M4 5h16v14H4zM4 10h16M4 14.5h16M10 5v14"/>"#,
    "bars" => r#"<path d="M4 20h16M7 16v-5M12 16V6M17 16v-8"/>"#,
    "tree" => r#"<path d="M12 4v5M5 15v-3h14v3M9 4h6M3 15h4v4H3zM10 15h4v4h-4zM17 15h4v4h-4zM12 12v3"/>"#,
    "moon" => r#"<path d="M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z"/>"#,
    "person" => r#"<circle cx="12" cy="8" r="4"/><path d="M4.5 20.5c1-4 4-6 7.5-6s6.5 2 7.5 6"/>"#,
    "check" => r#"<path d="m5 12.5 4.5 4.5L19 7.5"/>"#,
    "next" => r#"<path d="m9 6 6 6-6 6"/>"#,
    "back" => r#"<path d="m15 6-6 6 6 6"/>"#,
    "up" => r#"<path d="m6 15 6-6 6 6"/>"#,
    "down" => r#"<path d="m6 9 6 6 6-6"/>"#,
    "plus" => r#"<path d="M5 12h14M12 5v14"/>"#,
    "minus" => r#"<path d="M5 12h14"/>"#,
    "cross" => r#"<path d="m6 6 12 12M18 6 6 18"/>"#,
    "copy" => r#"<path d="M9 9h11v11H9z"/><path d="M15 9V4H4v11h5"/>"#,
    "undo" => r#"<path d="M9 7 4 11l5 4M4 11h10a5 5 0 0 1 0 10h-3"/>"#,
    "edit" => r#"<path d="M4 20l1-4L16 5l3 3L8 19z"/>"#,
    "warn" => r#"<path d="M12 4 2.5 20h19zM12 10v4M12 17.2v.1"/>"#,
    "lock" => r#"<path d="M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3"/>"#,
    "mail" => r#"<path d="M4 6h16v12H4z"/><path d="m4 7 8 6 8-6"/>"#,
    "help" => r#"<circle cx="12" cy="12" r="8.5"/><path d="M9.8 9.6a2.3 2.3 0 1 1 3.4 2c-.8.5-1.2 1-1.2 2M12 16.6v.1"/>"#,
    "flag" => r#"<path d="M5 21V4M5 5h13l-3 4 3 4H5"/>"#,
    "note" => r#"<path d="M5 4h14v16H5zM8.5 9h7M8.5 13h7M8.5 17h4"/>"#,
}
