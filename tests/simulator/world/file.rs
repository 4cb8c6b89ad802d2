//! What no question tells, read in the data file: the lines of a notice, and what was missed. And a full disk.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension};

/// What a notice tells of: key and due.
pub type Lines = Vec<(String, DateTime<Utc>)>;

/// Every write fails, as on a disk that is full, and every read goes on.
pub const FULL: &str = "
    CREATE TRIGGER full_1 BEFORE INSERT ON notice BEGIN SELECT raise(ABORT, 'full'); END;
    CREATE TRIGGER full_2 BEFORE UPDATE ON notice BEGIN SELECT raise(ABORT, 'full'); END;
    CREATE TRIGGER full_3 BEFORE INSERT ON notice_line BEGIN SELECT raise(ABORT, 'full'); END;
    CREATE TRIGGER full_4 BEFORE INSERT ON passed_over BEGIN SELECT raise(ABORT, 'full'); END;
    CREATE TRIGGER full_5 BEFORE INSERT ON answer BEGIN SELECT raise(ABORT, 'full'); END;
    CREATE TRIGGER full_6 BEFORE INSERT ON procedure BEGIN SELECT raise(ABORT, 'full'); END;
    CREATE TRIGGER full_7 BEFORE INSERT ON procedure_version BEGIN SELECT raise(ABORT, 'full'); END;
    CREATE TRIGGER full_8 BEFORE UPDATE ON procedure BEGIN SELECT raise(ABORT, 'full'); END;
    CREATE TRIGGER full_9 BEFORE INSERT ON chosen_times BEGIN SELECT raise(ABORT, 'full'); END;";
pub const FREE: &str = "
    DROP TRIGGER full_1; DROP TRIGGER full_2; DROP TRIGGER full_3; DROP TRIGGER full_4;
    DROP TRIGGER full_5; DROP TRIGGER full_6; DROP TRIGGER full_7; DROP TRIGGER full_8;
    DROP TRIGGER full_9;";

pub fn lines(file: &Connection, notice: i64) -> Lines {
    let mut select = file
        .prepare_cached("SELECT procedure, instruction, slot, due_ms FROM notice_line WHERE notice = ?1")
        .unwrap();
    let rows = select.query_map([notice], |row| Ok((key(row)?, instant(row.get(3)?)))).unwrap();
    rows.collect::<Result<_, _>>().unwrap()
}

pub fn shown_at(file: &Connection, notice: i64) -> Option<DateTime<Utc>> {
    let mut select = file.prepare_cached("SELECT shown_ms FROM notice WHERE id = ?1").unwrap();
    let shown: Option<Option<i64>> = select.query_row([notice], |row| row.get(0)).optional().unwrap();
    shown.flatten().map(instant)
}

pub fn missed_at(file: &Connection, at: DateTime<Utc>) -> Vec<(String, DateTime<Utc>, String)> {
    let mut select = file
        .prepare_cached(
            "SELECT procedure, instruction, slot, due_ms, cause FROM passed_over WHERE at_ms = ?1",
        )
        .unwrap();
    let rows = select
        .query_map([at.timestamp_millis()], |row| Ok((key(row)?, instant(row.get(3)?), row.get(4)?)))
        .unwrap();
    rows.collect::<Result<_, _>>().unwrap()
}

fn key(row: &rusqlite::Row<'_>) -> rusqlite::Result<String> {
    let (instruction, slot): (String, String) = (row.get(1)?, row.get(2)?);
    Ok(format!("p{}/{instruction}/{slot}", row.get::<_, i64>(0)?))
}

fn instant(millis: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(millis).unwrap()
}
