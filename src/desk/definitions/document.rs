//! The definitions as the English text of `docs/measures.md` and `docs/privacy.md`.

use std::fmt::Write;

use super::{FIELDS, Kept, RULES, Stored, VOICES, counted, kept, of_field, of_voice, privacy};
use crate::i18n::{Lang, Words};

const W: Words = Words(Lang::En);
const MADE: &str = "<!-- Made from locales/en/define.ftl. Write it anew with: \
    LOGBOOK_WRITE_DOCS=1 cargo test --locked definitions -->\n";

pub fn measures_document() -> String {
    let mut text = format!("{MADE}# {}\n\n{}\n", W.tr("define"), W.tr("define-lead"));
    let _ = write!(text, "\n## {}\n\n{}\n", W.tr("define-measures"), W.tr("define-measures-lead"));
    for it in counted(W) {
        let (formula, unit) = (W.tr("define-formula"), W.tr("define-unit"));
        let _ = write!(text, "\n### {}\n\n`{}`: {}\n\n", it.name, it.anchor, it.what);
        let _ = write!(text, "- {formula}: {}\n- {unit}: {}\n", it.more, it.unit);
        if let Some(version) = it.version {
            let _ = writeln!(text, "- {}: {version}", W.tr("define-version"));
        }
    }
    let _ = write!(text, "\n## {}\n\n", W.tr("define-rules"));
    for rule in RULES {
        let _ = writeln!(text, "- {}", W.tr(rule));
    }
    let _ = write!(text, "\n## {}\n\n{}\n", W.tr("define-voices"), W.tr("define-voices-lead"));
    for code in VOICES {
        let it = of_voice(W, code);
        let formula = W.tr("define-formula");
        let _ = write!(text, "\n### {}\n\n{}\n\n- {formula}: {}\n", it.name, it.what, it.more);
    }
    let _ = write!(text, "\n## {}\n\n{}\n", W.tr("define-fields"), W.tr("define-fields-lead"));
    for field in FIELDS {
        let it = of_field(W, field);
        let _ = write!(text, "\n### {}\n\n{}\n\n{}: {}\n", it.name, it.what, W.tr("define-example"), it.more);
    }
    text
}

pub fn privacy_document() -> String {
    let mut text = format!("{MADE}# {}\n\n{}\n", W.tr("privacy"), W.tr("privacy-lead"));
    for Stored { code, heading, sentences } in privacy(W) {
        let _ = write!(text, "\n## {heading}\n\n");
        for sentence in sentences {
            let _ = writeln!(text, "- {sentence}");
        }
        if code == "answers" {
            let _ = write!(text, "\n### {}\n\n{}\n\n", W.tr("kept"), W.tr("kept-lead"));
            for Kept { table, columns } in kept(W) {
                let _ = writeln!(text, "- {table}: {}", columns.join("; "));
            }
        }
    }
    text
}
