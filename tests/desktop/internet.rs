//! Which sockets a process holds that could lead out of the computer.

use std::collections::BTreeSet;
use std::fs;
use std::os::fd::AsRawFd;

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
    // The process goes on meanwhile: what it opens or closes while one looks stands in one of the two readings.
    let mut harmless = harmless(id);
    let files = fs::read_dir(format!("/proc/{id}/fd")).expect("open files");
    let open: BTreeSet<String> = files
        .filter_map(|file| Some(fs::read_link(file.ok()?.path()).ok()?.display().to_string()))
        .filter(|file| file.starts_with("socket:"))
        .collect();
    harmless.append(&mut self::harmless(id));
    open.difference(&harmless).cloned().collect()
}

/// The sockets that lead nowhere, as the kernel lists them.
fn harmless(id: u32) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for (table, column) in [("unix", 6), ("netlink", 9)] {
        let text = fs::read_to_string(format!("/proc/{id}/net/{table}")).expect("a table of sockets");
        let inodes = text.lines().skip(1).filter_map(|line| line.split_whitespace().nth(column));
        all.extend(inodes.map(|inode| format!("socket:[{inode}]")));
    }
    all
}

#[test]
fn an_internet_socket_would_be_seen() {
    let seen = |descriptor: std::os::fd::RawFd| {
        let socket = fs::read_link(format!("/proc/self/fd/{descriptor}")).expect("an open file");
        sockets(std::process::id()).contains(&socket.display().to_string())
    };
    let internet = std::net::UdpSocket::bind("127.0.0.1:0").expect("a socket");
    let (local, _other_end) = std::os::unix::net::UnixStream::pair().expect("a socket");
    assert_eq!([seen(internet.as_raw_fd()), seen(local.as_raw_fd())], [true, false]);
}
