//! Everything is deleted, so that nothing of it can be found in the folder's files.

use super::{BUSY, Store, of_sql};
use crate::problem::Problem;
use rusqlite::Connection;
use std::time::Duration;

impl Store {
    /// Deletes every row of every table, all or none. The file stays, as it is on the first day.
    ///
    /// # Errors
    /// Where the file cannot be written; nothing is deleted then.
    pub fn delete_everything(&mut self) -> Result<(), Problem> {
        // What is deleted is overwritten with zeros; without this it would stay readable in the file until its place is needed.
        self.read(|connection| connection.pragma_update(None, "secure_delete", "ON"))?;
        self.write_plan(|transaction| {
            // Rows refer to each other; at the end there are none.
            transaction.execute_batch("PRAGMA defer_foreign_keys = ON")?;
            for table in tables(transaction)? {
                transaction.execute(&format!("DELETE FROM \"{table}\""), [])?;
            }
            Ok(())
        })
    }

    /// Writes the file anew without what was ever deleted in it, and empties the log beside it.
    ///
    /// # Errors
    /// `traces-left` where another program keeps the log, or there is no room.
    pub fn clear_traces(&mut self) -> Result<(), Problem> {
        // A look of the agent is over long before.
        let patience = |time| self.connection.busy_timeout(time);
        let left = |reason: &str| {
            Problem::new("traces-left").with("file", self.file.display()).with("reason", reason)
        };
        let cleared = patience(Duration::from_secs(1))
            .and_then(|()| self.connection.execute_batch("VACUUM"))
            .and_then(|()| {
                self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, bool>(0))
            });
        match cleared.and_then(|busy| patience(BUSY).map(|()| busy)) {
            Ok(false) => Ok(()),
            Ok(true) => Err(left("another program is reading it")),
            Err(error) => Err(left(&reason(&of_sql(&self.file, &error)))),
        }
    }
}

fn reason(problem: &Problem) -> String {
    problem.detail.get("reason").unwrap_or(&problem.code).clone()
}

/// Every table of ours, whichever migration made it.
fn tables(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    let mut select = connection.prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name",
    )?;
    select.query_map([], |row| row.get(0))?.collect()
}
