//! Which sockets a process holds that could lead out of the computer.

use std::collections::BTreeSet;
use std::fs;

/// The name of a process's program.
pub fn program(id: u32) -> String {
    let path = fs::read_link(format!("/proc/{id}/exe")).unwrap_or_default();
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// It belongs to the test's desktop, not to the product.
pub fn is_tool(id: u32) -> bool {
    !program(id).starts_with("aftercare") && !program(id).starts_with("WebKit")
        || program(id) == "WebKitWebDriver"
}

/// The sockets of a process that are neither of the local kind (unix) nor to the kernel (netlink).
pub fn sockets(id: u32) -> Vec<String> {
    let mut local = BTreeSet::new();
    for (table, column) in [("unix", 6), ("netlink", 9)] {
        let text = fs::read_to_string(format!("/proc/{id}/net/{table}")).expect("a table of sockets");
        local.extend(
            text.lines()
                .skip(1)
                .filter_map(|line| Some(format!("socket:[{}]", line.split_whitespace().nth(column)?))),
        );
    }
    let files = fs::read_dir(format!("/proc/{id}/fd")).expect("open files");
    let open = files.filter_map(|file| Some(fs::read_link(file.ok()?.path()).ok()?.display().to_string()));
    let mut others: Vec<String> =
        open.filter(|file| file.starts_with("socket:") && !local.contains(file)).collect();
    others.sort();
    others
}

#[test]
fn an_internet_socket_would_be_seen() {
    let me = std::process::id();
    let before = sockets(me);
    let door = std::net::UdpSocket::bind("127.0.0.1:0").expect("a socket");
    assert!(sockets(me).len() > before.len());
    drop(door);
}
