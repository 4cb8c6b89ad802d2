//! The files of the project, as the rules read them.

use std::path::{Path, PathBuf};
use std::process::Command;

/// The top of the project.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_path_buf()
}

/// The text of a file, by its path from the top. Line ends are as everywhere but on Windows.
pub fn text(path: &str) -> String {
    let full = root().join(path);
    std::fs::read_to_string(&full)
        .unwrap_or_else(|error| panic!("{}: {error}", full.display()))
        .replace("\r\n", "\n")
}

/// Every file of the project, by its path from the top, in order: what Git keeps and what it would keep. Outside a checkout
/// (an archive of the sources) it is every file that is not built or fetched.
pub fn files() -> Vec<String> {
    let git = Command::new("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(root())
        .output();
    let mut out: Vec<String> = match git {
        Ok(listed) if listed.status.success() => {
            let names = String::from_utf8(listed.stdout).unwrap();
            names.split('\0').filter(|name| !name.is_empty()).map(str::to_owned).collect()
        }
        _ => {
            let mut out = Vec::new();
            walk(&root(), "", &mut out);
            out
        }
    };
    // A file that was just taken away is listed until that is committed.
    out.retain(|name| root().join(name).is_file());
    out.sort();
    out.dedup();
    assert!(out.len() > 50, "the project has more files than {out:?}");
    out
}

fn walk(folder: &Path, name: &str, out: &mut Vec<String>) {
    const BUILT: [&str; 6] = [".git", "target", "node_modules", "dist", "gen", "worktrees"];
    for entry in std::fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let file = entry.file_name().into_string().unwrap();
        let path = if name.is_empty() { file.clone() } else { format!("{name}/{file}") };
        if entry.file_type().unwrap().is_dir() {
            if !BUILT.contains(&file.as_str()) {
                walk(&entry.path(), &path, out);
            }
        } else {
            out.push(path);
        }
    }
}

/// The files below a folder with one of some endings, each with its text.
pub fn below(folder: &str, endings: &[&str]) -> Vec<(String, String)> {
    let found: Vec<(String, String)> = files()
        .into_iter()
        .filter(|name| name.starts_with(folder) && endings.iter().any(|ending| name.ends_with(ending)))
        .map(|name| (name.clone(), text(&name)))
        .collect();
    assert!(!found.is_empty(), "nothing in {folder} ends with {endings:?}");
    found
}

/// The code of a Rust, TypeScript, Svelte or CSS file: comments become blank, lines stay where they are.
pub fn code(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut block = None;
    for line in text.lines() {
        let mut rest = line;
        loop {
            match block {
                Some(end) => match rest.split_once(end) {
                    Some((_, after)) => {
                        block = None;
                        rest = after;
                    }
                    None => break,
                },
                None => {
                    let line_comment = rest.find("//").filter(|at| !rest[..*at].ends_with(':'));
                    let starts = [("/*", "*/"), ("<!--", "-->")];
                    let found = starts
                        .iter()
                        .filter_map(|(start, end)| Some((rest.find(start)?, *start, *end)))
                        .min();
                    match (found, line_comment) {
                        (Some((at, start, end)), comment) if comment.is_none_or(|comment| at < comment) => {
                            out.push_str(&rest[..at]);
                            rest = &rest[at + start.len()..];
                            block = Some(end);
                        }
                        (_, Some(at)) => {
                            out.push_str(&rest[..at]);
                            break;
                        }
                        _ => {
                            out.push_str(rest);
                            break;
                        }
                    }
                }
            }
        }
        out.push('\n');
    }
    out
}

/// Where some words stand in a text: `path:line: the line`, for each.
pub fn places(path: &str, text: &str, words: &[&str]) -> Vec<String> {
    let has = |line: &str| words.iter().any(|word| line.contains(word));
    let lines = text.lines().enumerate().filter(|(_, line)| has(line));
    lines.map(|(number, line)| format!("{path}:{}: {}", number + 1, line.trim())).collect()
}

/// Fails with what was found, if anything was.
pub fn none(found: &[String], rule: &str) {
    assert!(found.is_empty(), "{rule}\n{}", found.join("\n"));
}

#[test]
fn comments_are_no_code() {
    let text = "a // b\n/* c\nd */ e <!-- f --> g\nlet h = \"http://i\"; /** j */ k";
    assert_eq!(code(text), "a \n\n e  g\nlet h = \"http://i\";  k\n");
}
