//! All that a template can see: itself, its data, its pictures, our fonts. There is no way to a file, the net, or the time.

use std::collections::HashMap;
use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use crate::fonts::{BOOK, FONTS};
use crate::letters::settable_data;
use crate::{Document, Problem};

static LIBRARY: LazyLock<LazyHash<Library>> =
    LazyLock::new(|| LazyHash::new(<Library as LibraryExt>::default()));

pub struct Room {
    template: Source,
    files: HashMap<FileId, Bytes>,
}

fn named(name: &str) -> Result<FileId, Problem> {
    let path = VirtualPath::new(name).map_err(|_| Problem(format!("no name of a file: {name}")))?;
    Ok(FileId::new(RootedPath::new(VirtualRoot::Project, path)))
}

impl Room {
    pub fn new(document: Document<'_>) -> Result<Room, Problem> {
        let template = Source::new(named("/template.typ")?, document.template.to_owned());
        let data = settable_data(document.data).to_string();
        let mut files = HashMap::from([(named("/data.json")?, Bytes::from_string(data))]);
        for (name, content) in document.pictures {
            files.insert(named(&format!("/{name}"))?, Bytes::new(content.to_vec()));
        }
        Ok(Room { template, files })
    }
}

impl World for Room {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &BOOK
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() { Ok(self.template.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
