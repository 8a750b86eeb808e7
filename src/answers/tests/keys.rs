//! The file of keys: shared, torn, cut off, and written over.

use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex};

use proptest::prelude::*;
use rand::RngExt;
use rand::rngs::StdRng;
use uuid::Uuid;

use super::scene::rng;
use crate::answers::Asked;
use crate::answers::keys::{Disk, FILE, Kept, Key, Keys};

const VERSION: Uuid = Uuid::from_u128(4);

fn asked(n: u128) -> Asked {
    Asked { network_id: Uuid::from_u128(1), evaluation_id: Uuid::from_u128(2), unit_id: Uuid::from_u128(n) }
}

fn holds(bytes: &[u8], key: &Key) -> bool {
    bytes.windows(32).any(|it| it == key.bytes())
}

fn bytes(folder: &Path) -> Vec<u8> {
    std::fs::read(folder.join(FILE)).unwrap()
}

#[test]
fn a_unit_has_one_key_until_it_is_retired_and_nothing_of_it_is_left_when_it_is_destroyed() {
    let folder = tempfile::tempdir().unwrap();
    let keys = Keys::open(&folder.path().join(FILE)).unwrap();
    assert!(keys.quick(&asked(1), VERSION).unwrap().is_none() && keys.kept(&asked(1)).unwrap().is_empty());
    let first = keys.ready(&asked(1), VERSION).unwrap();
    assert_eq!(keys.ready(&asked(1), VERSION).unwrap(), first);
    assert_eq!(keys.quick(&asked(1), VERSION).unwrap(), Some(first.clone()));
    assert_ne!(keys.ready(&asked(2), VERSION).unwrap(), first);
    assert!(holds(&bytes(folder.path()), &first), "it is looked for in the right place");

    let kept = keys.kept(&asked(1)).unwrap();
    keys.retire(&kept).unwrap();
    assert!(kept.len() == 1 && kept[0].key == first && keys.quick(&asked(1), VERSION).unwrap().is_none());
    let second = keys.ready(&asked(1), VERSION).unwrap();
    assert_ne!(second, first);
    assert_eq!(keys.kept(&asked(1)).unwrap().len(), 2, "until it is destroyed it opens what it sealed");
    keys.destroy(&kept).unwrap();
    assert!(!holds(&bytes(folder.path()), &first) && holds(&bytes(folder.path()), &second));
    // Its place was given to another meanwhile: that one is not touched.
    let third = keys.ready(&asked(3), VERSION).unwrap();
    keys.retire(&kept).unwrap();
    keys.destroy(&kept).unwrap();
    assert_eq!(keys.quick(&asked(3), VERSION).unwrap(), Some(third));
    assert_eq!(keys.units().unwrap(), [asked(1), asked(2), asked(3)]);
}

#[test]
fn several_processes_share_one_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(FILE);
    // Each opens the file for itself, as a process does.
    let all: Vec<Arc<Keys>> = (0..4).map(|_| Arc::new(Keys::open(&path).unwrap())).collect();
    let threads: Vec<_> = (0..8)
        .map(|n| {
            let keys = all[n % 4].clone();
            std::thread::spawn(move || {
                (0..60).map(|n| keys.ready(&asked(n), VERSION).unwrap()).collect::<Vec<_>>()
            })
        })
        .collect();
    let found: Vec<Vec<Key>> = threads.into_iter().map(|it| it.join().unwrap()).collect();
    assert!(found.iter().all(|it| *it == found[0]), "all of them have the same keys");
    let kept = all[0].kept(&asked(7)).unwrap();
    all[0].retire(&kept).unwrap();
    for keys in &all {
        assert!(keys.quick(&asked(7), VERSION).unwrap().is_none(), "what one retired nobody uses");
        assert_ne!(keys.ready(&asked(7), VERSION).unwrap(), kept[0].key);
    }
    all[1].destroy(&kept).unwrap();
    assert!(!holds(&bytes(folder.path()), &kept[0].key));
    assert_eq!(all[2].kept(&asked(7)).unwrap().len(), 1);
}

#[test]
fn the_file_is_for_nobody_else_to_read_and_another_file_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("made").join(FILE);
    let key = Keys::open(&path).unwrap().ready(&asked(1), VERSION).unwrap();
    assert_eq!(Keys::open(&path).unwrap().ready(&asked(1), VERSION).unwrap(), key, "it outlasts the process");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = || std::fs::metadata(&path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(), 0o600);
        std::fs::set_permissions(&path, PermissionsExt::from_mode(0o644)).unwrap();
        Keys::open(&path).unwrap();
        assert_eq!(mode(), 0o600, "also where somebody opened it to others");
    }
    std::fs::write(&path, "a shopping list").unwrap();
    assert!(Keys::open(&path).is_err());
    assert_eq!(std::fs::read(&path).unwrap(), b"a shopping list");
}

/// A disk whose power may be cut: until then it remembers what has not yet come to lie on it.
#[derive(Clone)]
struct Weak(Arc<Mutex<Power>>);

struct Power {
    /// As programs see it.
    seen: Vec<u8>,
    /// What a power cut leaves for certain.
    safe: Vec<u8>,
    written: Vec<(usize, Vec<u8>)>,
    /// How many more times something is written or synced before the power is cut.
    left: usize,
}

const SECTOR: usize = 512;

fn put(on: &mut Vec<u8>, at: usize, bytes: &[u8]) {
    let end = at + bytes.len();
    if on.len() < end {
        on.resize(end, 0);
    }
    on[at..end].copy_from_slice(bytes);
}

impl Weak {
    fn with(bytes: Vec<u8>, left: usize) -> Weak {
        Weak(Arc::new(Mutex::new(Power { seen: bytes.clone(), safe: bytes, written: Vec::new(), left })))
    }

    /// What is found after the power was cut: of each sector, what was written to it until some moment.
    fn after(&self, rng: &mut StdRng) -> Vec<u8> {
        let power = self.0.lock().unwrap();
        let mut found = power.safe.clone();
        for from in (0..power.seen.len()).step_by(SECTOR) {
            let until = rng.random_range(0..=power.written.len());
            for (at, bytes) in &power.written[..until] {
                let (begin, end) = ((*at).max(from), (at + bytes.len()).min(from + SECTOR));
                if begin < end {
                    put(&mut found, begin, &bytes[begin - at..end - at]);
                }
            }
        }
        found
    }

    fn use_up(&self) -> io::Result<std::sync::MutexGuard<'_, Power>> {
        let mut power = self.0.lock().unwrap();
        match power.left.checked_sub(1) {
            Some(left) => power.left = left,
            None => return Err(io::Error::other("no power")),
        }
        Ok(power)
    }
}

impl Disk for Weak {
    fn len(&self) -> io::Result<u64> {
        Ok(self.0.lock().unwrap().seen.len() as u64)
    }

    fn read(&self, at: u64, into: &mut [u8]) -> io::Result<()> {
        let power = self.0.lock().unwrap();
        let there = power.seen.get(at as usize..).unwrap_or_default();
        let n = there.len().min(into.len());
        into[..n].copy_from_slice(&there[..n]);
        Ok(())
    }

    fn write(&self, at: u64, bytes: &[u8]) -> io::Result<()> {
        let mut power = self.0.lock().unwrap();
        // What is written when the power is cut is perhaps on the disk.
        put(&mut power.seen, at as usize, bytes);
        power.written.push((at as usize, bytes.to_vec()));
        drop(power);
        self.use_up().map(|_| ())
    }

    fn sync(&self) -> io::Result<()> {
        let mut power = self.use_up()?;
        power.safe = power.seen.clone();
        power.written.clear();
        Ok(())
    }

    fn lock(&self) -> io::Result<()> {
        Ok(())
    }

    fn unlock(&self) -> io::Result<()> {
        Ok(())
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(80))]

    #[test]
    fn a_power_cut_loses_no_key_that_was_used_and_keeps_none_that_was_destroyed(seed in any::<u64>()) {
        let mut rng = rng(seed);
        let mut used: Vec<(Asked, Key)> = Vec::new();
        let (mut retired, mut gone): (Vec<Key>, Vec<Key>) = (Vec::new(), Vec::new());
        let mut image = Vec::new();
        for _ in 0..6 {
            let left = rng.random_range(0..60);
            let disk = Weak::with(image, left);
            if let Ok(keys) = Keys::on(Box::new(disk.clone())) {
                while disk.0.lock().unwrap().left > 0 {
                    let asked = asked(rng.random_range(0..40));
                    if rng.random_ratio(2, 3) {
                        if let Ok(key) = keys.ready(&asked, VERSION) {
                            used.push((asked, key));
                        }
                        continue;
                    }
                    let mut here: Vec<Kept> = keys.kept(&asked).unwrap();
                    here.retain(|_| rng.random_ratio(4, 5));
                    let active = keys.quick(&asked, VERSION).unwrap();
                    if keys.retire(&here).is_ok() && rng.random_ratio(1, 2) {
                        retired.extend(here.iter().map(|it| it.key.clone()).filter(|key| Some(key) == active.as_ref()));
                        continue;
                    }
                    // Whoever destroys a key has no more use for it, whatever comes of it.
                    used.retain(|(_, key)| here.iter().all(|it| it.key != *key));
                    if keys.destroy(&here).is_ok() {
                        gone.extend(here.into_iter().map(|it| it.key));
                    }
                }
            }
            image = disk.after(&mut rng);
            for key in &gone {
                prop_assert!(!holds(&image, key), "a destroyed key came back");
            }
            let found = Keys::on(Box::new(Weak::with(image.clone(), usize::MAX))).unwrap();
            for (asked, key) in &used {
                let there = found.kept(asked).unwrap();
                let active = found.quick(asked, VERSION).unwrap();
                prop_assert!(active.is_none_or(|key| !retired.contains(&key)), "a retired key came back");
                prop_assert!(there.iter().any(|it| it.key == *key), "a key that was used is lost");
            }
        }
    }
}
