//! What the person chose.

use super::Store;
use crate::problem::Problem;
use rusqlite::OptionalExtension;

impl Store {
    /// A setting, where one was made.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn setting(&self, name: &str) -> Result<Option<String>, Problem> {
        self.read(|connection| {
            connection
                .prepare_cached("SELECT value FROM setting WHERE name = ?1")?
                .query_row([name], |row| row.get(0))
                .optional()
        })
    }

    /// Makes settings, all or none.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn set(&mut self, settings: &[(&str, &str)]) -> Result<(), Problem> {
        self.write(|transaction| {
            let mut insert = transaction.prepare_cached(
                "INSERT INTO setting (name, value) VALUES (?1, ?2)
                 ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            )?;
            for (name, value) in settings {
                insert.execute([name, value])?;
            }
            Ok(())
        })
    }
}
