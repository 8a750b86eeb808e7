//! What somebody chose to stand on a unit's page for everybody.

use sha2::{Digest, Sha256};

use crate::i18n::Text18;
use crate::measures::Axis;

/// Characters of the words at the top, and of the line that says whom to ask.
pub const INTRO: usize = 600;
pub const CONTACT: usize = 160;

/// A part of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Block {
    /// What the unit came to this year, as of the last minute.
    Live,
    /// Closed years by kind of activity and field.
    Activities,
    /// By part, gender and age.
    People,
    /// By month and weekday.
    Time,
    /// Areas of the latest evaluation that is released.
    Voices,
    /// The way to "you said, we did".
    Said,
}

impl Block {
    pub const ALL: [Block; 6] =
        [Block::Live, Block::Activities, Block::People, Block::Time, Block::Voices, Block::Said];

    pub fn code(self) -> &'static str {
        match self {
            Block::Live => "live",
            Block::Activities => "activities",
            Block::People => "people",
            Block::Time => "time",
            Block::Voices => "voices",
            Block::Said => "said",
        }
    }

    pub fn from_code(code: &str) -> Option<Block> {
        Block::ALL.into_iter().find(|block| block.code() == code)
    }

    /// What closed years are split by in it.
    pub fn axes(self) -> &'static [Axis] {
        match self {
            Block::Activities => &[Axis::Kind, Axis::MainField],
            Block::People => &[Axis::Part, Axis::Gender, Axis::AgeBand],
            Block::Time => &[Axis::Month, Axis::Weekday],
            Block::Live | Block::Voices | Block::Said => &[],
        }
    }
}

/// What stands on a page, or is to: never figures, which are those of the day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// In the order of [`Block::ALL`].
    pub blocks: Vec<Block>,
    pub intro: Text18,
    pub contact: String,
}

impl Default for Chosen {
    /// Everything, for whoever has chosen nothing yet.
    fn default() -> Chosen {
        Chosen { blocks: Block::ALL.to_vec(), intro: Text18::default(), contact: String::new() }
    }
}

impl Chosen {
    pub fn has(&self, block: Block) -> bool {
        self.blocks.contains(&block)
    }

    /// As the tables keep them.
    pub fn codes(&self) -> String {
        self.blocks.iter().map(|block| block.code()).collect::<Vec<_>>().join(",")
    }

    /// [`Chosen::codes`], the other way round.
    pub fn of_codes(codes: &str) -> Vec<Block> {
        Block::ALL.into_iter().filter(|block| codes.split(',').any(|code| code == block.code())).collect()
    }

    /// Whether closed years are split by this.
    pub fn splits_by(&self, axis: Axis) -> bool {
        self.blocks.iter().any(|block| block.axes().contains(&axis))
    }
}

/// Another one for each text: a page sends back of which it was looked at.
pub fn mark(texts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for text in texts {
        hash.update(text.len().to_le_bytes());
        hash.update(text.as_bytes());
    }
    hash.finalize().iter().take(12).map(|byte| format!("{byte:02x}")).collect()
}
