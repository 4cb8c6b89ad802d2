//! Treatments, and what was said about them over time.

use super::{Store, instant, millis};
use crate::problem::Problem;
use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, Row, Transaction, params};

/// A treatment as it was said at one moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// When it was said.
    pub recorded: DateTime<Utc>,
    /// The rules it was entered under: id and version.
    pub protocol: (String, String),
    /// When the treatment ended.
    pub ended: DateTime<Utc>,
    /// The IANA zone it took place in.
    pub zone: String,
    /// What it was done with.
    pub device: String,
    /// Needle length in millimetres.
    pub depth_mm: Option<f64>,
    /// Where.
    pub areas: Vec<String>,
    /// With plasma of the patient's own blood.
    pub prp: bool,
    /// The clinic prescribed an antibiotic cream.
    pub antibiotic: bool,
    /// The skin gets dark marks easily.
    pub pih_prone: bool,
    /// Session n …
    pub session: u32,
    /// … of m.
    pub sessions: u32,
    /// The booked start of the next session.
    pub next_session: Option<DateTime<Utc>>,
}

/// A treatment that was entered.
#[derive(Clone, Debug, PartialEq)]
pub struct Entered {
    /// Its name.
    pub id: String,
    /// When the patient said that it was entered by mistake.
    pub forgotten: Option<DateTime<Utc>>,
    /// What was said of it, oldest first.
    pub versions: Vec<Version>,
}

/// How the world outside the store names a procedure: the first part of its keys.
pub(super) fn name(id: i64) -> String {
    format!("p{id}")
}

/// The row of a name.
pub(super) fn number(name: &str) -> Option<i64> {
    let digits = name.strip_prefix('p')?;
    let plain = !digits.starts_with('0') && digits.bytes().all(|b| b.is_ascii_digit());
    digits.parse().ok().filter(|_| plain)
}

impl Store {
    /// Every treatment that was not forgotten, in the order of entering, each with its versions, oldest first.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn procedures(&self) -> Result<Vec<(String, Vec<Version>)>, Problem> {
        let entered = self.entered()?.into_iter();
        Ok(entered.filter(|one| one.forgotten.is_none()).map(|one| (one.id, one.versions)).collect())
    }

    /// Every treatment that was ever entered, in the order of entering.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn entered(&self) -> Result<Vec<Entered>, Problem> {
        self.read(|connection| {
            let mut areas = connection
                .prepare_cached("SELECT area FROM procedure_area WHERE version = ?1 ORDER BY area")?;
            let mut select = connection.prepare_cached(
                "SELECT v.id, v.procedure, v.recorded_ms, v.protocol, v.protocol_version, v.ended_ms, v.zone, v.device,
                        v.depth_um, v.prp, v.antibiotic, v.pih_prone, v.session, v.sessions, v.next_session_ms,
                        p.forgotten_ms
                 FROM procedure_version AS v JOIN procedure AS p ON p.id = v.procedure
                 ORDER BY v.procedure, v.id",
            )?;
            let mut out: Vec<Entered> = Vec::new();
            let mut rows = select.query([])?;
            while let Some(row) = rows.next()? {
                let mut version = version(row)?;
                version.areas =
                    areas.query_map([row.get::<_, i64>(0)?], |row| row.get(0))?.collect::<Result<_, _>>()?;
                let id = name(row.get(1)?);
                match out.last_mut() {
                    Some(last) if last.id == id => last.versions.push(version),
                    _ => {
                        let forgotten = row.get::<_, Option<i64>>(15)?.map(instant).transpose()?;
                        out.push(Entered { id, forgotten, versions: vec![version] });
                    }
                }
            }
            Ok(out)
        })
    }

    /// Saves a new treatment; returns its name.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn enter(&mut self, version: &Version) -> Result<String, Problem> {
        self.write_plan(|transaction| {
            transaction.execute("INSERT INTO procedure (forgotten_ms) VALUES (NULL)", [])?;
            let procedure = transaction.last_insert_rowid();
            insert(transaction, procedure, version)?;
            Ok(name(procedure))
        })
    }

    /// Saves a newer version of a treatment; false where there is no such treatment.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn correct(&mut self, procedure: &str, version: &Version) -> Result<bool, Problem> {
        let Some(procedure) = number(procedure) else { return Ok(false) };
        self.write_plan(|transaction| {
            let there = transaction
                .query_row(
                    "SELECT 1 FROM procedure WHERE id = ?1 AND forgotten_ms IS NULL",
                    [procedure],
                    |_| Ok(()),
                )
                .optional()?;
            if there.is_some() {
                insert(transaction, procedure, version)?;
            }
            Ok(there.is_some())
        })
    }

    /// Notes that a treatment was entered by mistake; false where there is no such treatment.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn forget(&mut self, procedure: &str, now: DateTime<Utc>) -> Result<bool, Problem> {
        let Some(procedure) = number(procedure) else { return Ok(false) };
        self.write_plan(|transaction| {
            let changed = transaction.execute(
                "UPDATE procedure SET forgotten_ms = ?2 WHERE id = ?1 AND forgotten_ms IS NULL",
                params![procedure, millis(now)],
            )?;
            Ok(changed == 1)
        })
    }
}

fn insert(transaction: &Transaction<'_>, procedure: i64, version: &Version) -> rusqlite::Result<()> {
    transaction
        .prepare_cached(
            "INSERT INTO procedure_version (procedure, recorded_ms, protocol, protocol_version, ended_ms, zone, device,
                 depth_um, prp, antibiotic, pih_prone, session, sessions, next_session_ms)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
        )?
        .execute(params![
            procedure,
            millis(version.recorded),
            version.protocol.0,
            version.protocol.1,
            millis(version.ended),
            version.zone,
            version.device,
            version.depth_mm.map(|mm| (mm * 1000.0).round() as i64),
            version.prp,
            version.antibiotic,
            version.pih_prone,
            version.session,
            version.sessions,
            version.next_session.map(millis),
        ])?;
    let id = transaction.last_insert_rowid();
    let mut area =
        transaction.prepare_cached("INSERT INTO procedure_area (version, area) VALUES (?1, ?2)")?;
    for name in &version.areas {
        area.execute(params![id, name])?;
    }
    Ok(())
}

fn version(row: &Row<'_>) -> rusqlite::Result<Version> {
    Ok(Version {
        recorded: instant(row.get(2)?)?,
        protocol: (row.get(3)?, row.get(4)?),
        ended: instant(row.get(5)?)?,
        zone: row.get(6)?,
        device: row.get(7)?,
        depth_mm: row.get::<_, Option<i64>>(8)?.map(|um| um as f64 / 1000.0),
        areas: Vec::new(),
        prp: row.get(9)?,
        antibiotic: row.get(10)?,
        pih_prone: row.get(11)?,
        session: row.get(12)?,
        sessions: row.get(13)?,
        next_session: row.get::<_, Option<i64>>(14)?.map(instant).transpose()?,
    })
}
