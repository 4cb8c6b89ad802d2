//! The real window, through its web driver.

use super::dragging::Dragged;
use super::stage::{Desktop, PATIENCE, end, missing, wait_for, wait_until};
use companion::Role;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::wd::{Capabilities, TimeoutConfiguration};
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::time::Duration;
use tokio::runtime::Runtime;
use x11rb::connection::Connection;
use x11rb::errors::ReplyError;
use x11rb::protocol::xproto::{
    AtomEnum, ClientMessageEvent, ConfigureWindowAux, ConnectionExt, EventMask, ImageFormat, MapState,
};
use x11rb::rust_connection::RustConnection;

/// How long a page may take to load; a script, twice as long. The machine may be busy with other tests.
const LONG: Duration = Duration::from_secs(60);

/// An open window. Each call waits until the page is so far.
pub struct Window {
    runtime: Runtime,
    client: Client,
    driver: Child,
    data: PathBuf,
    display: String,
}

impl Window {
    /// Opens the window of a data folder.
    pub fn open(desktop: &Desktop, data: &Path) -> Window {
        Window::open_with(desktop, data, &desktop.window_script())
    }

    /// The same, by a script of [`Desktop::window_script`]'s kind.
    pub fn open_with(desktop: &Desktop, data: &Path, script: &Path) -> Window {
        // A port that was free a moment ago; the driver has no way to choose one and say so.
        let port =
            TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a free port").port();
        let driver = desktop
            .command("WebKitWebDriver")
            .arg(format!("--port={port}"))
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| missing("WebKitWebDriver", &error));
        let options = json!({ "binary": script, "args": ["--data", data] });
        let mut wanted = Capabilities::new();
        wanted.insert("browserName".into(), json!("wry"));
        wanted.insert("webkitgtk:browserOptions".into(), options);
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let address = format!("http://127.0.0.1:{port}");
        let client = wait_for("the web driver", || {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            builder.capabilities(wanted.clone());
            runtime.block_on(builder.connect(&address)).ok()
        });
        let window = Window {
            runtime,
            client,
            driver,
            data: data.to_path_buf(),
            display: desktop.display().to_owned(),
        };
        let patient = TimeoutConfiguration::new(Some(2 * LONG), Some(LONG), None);
        window.runtime.block_on(window.client.update_timeouts(patient)).expect("a patient driver");
        window.see("main h1");
        window
    }

    /// The screen it stands on.
    pub fn display(&self) -> &str {
        &self.display
    }

    /// Waits until an element is there.
    pub fn see(&self, css: &str) {
        self.with(css, async |element| element.tag_name().await);
    }

    /// The visible text of an element.
    pub fn text(&self, css: &str) -> String {
        self.with(css, async |element| element.text().await)
    }

    /// Clicks an element.
    pub fn click(&self, css: &str) {
        self.with(css, async |element| element.click().await);
    }

    /// Types into an element.
    pub fn type_in(&self, css: &str, text: &str) {
        self.with(css, async |element| element.send_keys(text).await);
    }

    /// Puts a text in a field, in the place of what is there, all at once: typing pages takes minutes.
    pub fn paste(&self, css: &str, text: &str) {
        self.see(css);
        let script = "const field = document.querySelector(arguments[0]);
            field.focus();
            field.select();
            document.execCommand('insertText', false, arguments[1])";
        self.run(script, &[json!(css), json!(text)]);
    }

    /// Whether an element can be seen.
    pub fn is_displayed(&self, css: &str) -> bool {
        self.with(css, async |element| element.is_displayed().await)
    }

    /// How many such elements there are now.
    pub fn count(&self, css: &str) -> usize {
        self.runtime.block_on(self.client.find_all(Locator::Css(css))).expect("a page").len()
    }

    /// An attribute of each such element, in the page's order.
    pub fn attributes(&self, css: &str, name: &str) -> Vec<String> {
        let script = "return [...document.querySelectorAll(arguments[0])].map((one) => one.getAttribute(arguments[1]))";
        serde_json::from_value(self.run(script, &[json!(css), json!(name)])).expect("texts")
    }

    /// Runs a script in the page; what it returns.
    pub fn run(&self, script: &str, with: &[Value]) -> Value {
        self.runtime.block_on(self.client.execute(script, with.to_vec())).expect("a script that runs")
    }

    /// Runs a script in the page that calls its last argument when it is done.
    pub fn run_until_done(&self, script: &str, with: &[Value]) -> Value {
        self.runtime.block_on(self.client.execute_async(script, with.to_vec())).expect("a script that runs")
    }

    /// Asks the program behind the page, past the form; the problem it answers with, or null.
    pub fn problem_of(&self, question: &Value) -> Value {
        let script = "const [question, done] = arguments;
            window.__TAURI_INTERNALS__.invoke('ask', { question }).then(() => done(null), done)";
        self.run_until_done(script, std::slice::from_ref(question))
    }

    /// Begins the page anew.
    pub fn reload(&self) {
        self.runtime.block_on(self.client.refresh()).expect("a page");
    }

    /// Drops all files of a folder beside the data folder on it.
    pub fn drop_files_of(&self, folder: &str) {
        let entries = std::fs::read_dir(self.data.with_file_name(folder)).expect("a folder");
        let files: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
        let files: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
        Dragged::on(&self.display, &files).drop_there();
    }

    /// Makes the page so many pixels wide and high.
    pub fn resize(&self, (width, height): (u16, u16)) {
        let should = json!([width, height]);
        wait_until(&should, || {
            // A toolkit that has just shown its window may put it back once.
            resize(&self.display, width, height).expect("a screen");
            self.run("return [innerWidth, innerHeight]", &[])
        });
    }

    /// Presses a key, wherever the focus is.
    pub fn press(&self, key: impl Into<char>) {
        let value = key.into();
        let hand = KeyActions::new("keyboard".into());
        let hand = hand.then(KeyAction::Down { value }).then(KeyAction::Up { value });
        self.runtime.block_on(self.client.perform_actions(hand)).expect("a keyboard");
    }

    /// Waits until nothing moves any more: what moves is not judged halfway.
    pub fn settle(&self) {
        // Each frame looks anew: what moves behind a dialog gets none of its own, and would never say that it has finished.
        let script = "const done = arguments[0];
            const drawn = () => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
            const moves = () => document.getAnimations().some((one) => one.playState === 'running');
            const still = async () => { do await drawn(); while (moves()); };
            document.fonts.ready.then(still).then(drawn).then(() => done(null))";
        self.run_until_done(script, &[]);
    }

    /// What stands on the screen where the window is, as PNG. The driver's own screenshots make a page that the processor
    /// paints wait for its next frame for ever.
    pub fn picture(&self) -> Vec<u8> {
        photograph(&self.display).expect("a screen")
    }

    /// Closes the window as a person does, and waits until its program has ended by itself.
    pub fn close(self) {
        ask_to_close(&self.display).expect("a screen");
        wait_for("the end of the window", || (!Role::Window.taken(&self.data)).then_some(()));
    }

    /// Does something with an element as soon as it is there and can be used. The page may draw it anew meanwhile.
    fn with<T>(
        &self,
        css: &str,
        act: impl AsyncFn(fantoccini::elements::Element) -> Result<T, fantoccini::error::CmdError>,
    ) -> T {
        let mut last = None;
        let start = companion::clock::now();
        while companion::clock::now() - start < PATIENCE {
            let tried =
                self.runtime.block_on(async { act(self.client.find(Locator::Css(css)).await?).await });
            match tried {
                Ok(done) => return done,
                Err(error) => last = Some(error),
            }
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        panic!("{css}: {last:?}; the page says:\n{}", self.run("return document.body.innerText", &[]))
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        // A page that is gone already cannot be closed.
        drop(self.runtime.block_on(self.client.close_window()));
        drop(self.runtime.block_on(self.client.clone().close()));
        end(&mut self.driver);
    }
}

/// Asks every window of the screen that belongs to Aftercare to close, as the cross in its corner does. The web driver would
/// kill the program instead.
fn ask_to_close(display: &str) -> Result<(), Box<dyn std::error::Error>> {
    let (screen, number) = x11rb::connect(Some(display))?;
    let (protocols, delete) = (atom(&screen, "WM_PROTOCOLS")?, atom(&screen, "WM_DELETE_WINDOW")?);
    for window in ours(&screen, number)? {
        let message = ClientMessageEvent::new(32, window, protocols, [delete, x11rb::CURRENT_TIME, 0, 0, 0]);
        screen.send_event(false, window, EventMask::NO_EVENT, message)?;
    }
    arrived(&screen)
}

/// Makes every window of Aftercare so large, as a hand at its corner does.
fn resize(display: &str, width: u16, height: u16) -> Result<(), Box<dyn std::error::Error>> {
    let (screen, number) = x11rb::connect(Some(display))?;
    let size = ConfigureWindowAux::new().width(u32::from(width)).height(u32::from(height));
    for window in ours(&screen, number)? {
        screen.configure_window(window, &size)?;
    }
    arrived(&screen)
}

/// Waits until the X server has done all it was asked: what it has not read yet when the line goes down, it throws away.
fn arrived(screen: &RustConnection) -> Result<(), Box<dyn std::error::Error>> {
    screen.get_input_focus()?.reply()?;
    Ok(())
}

/// What stands on the screen where the window of Aftercare is, as PNG.
fn photograph(display: &str) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let (screen, number) = x11rb::connect(Some(display))?;
    let window = *ours(&screen, number)?.first().ok_or("no window of Aftercare")?;
    let place = screen.get_geometry(window)?.reply()?;
    let (width, height) = (place.width, place.height);
    let image = screen.get_image(ImageFormat::Z_PIXMAP, window, 0, 0, width, height, u32::MAX)?.reply()?;
    // Blue, green, red, and nothing.
    let pixels: Vec<u8> = image.data.chunks_exact(4).flat_map(|dot| [dot[2], dot[1], dot[0]]).collect();
    let mut file = Vec::new();
    let mut picture = png::Encoder::new(&mut file, u32::from(width), u32::from(height));
    picture.set_color(png::ColorType::Rgb);
    picture.write_header()?.write_image_data(&pixels)?;
    Ok(file)
}

/// The windows of Aftercare that a person can see and close.
pub fn ours(screen: &RustConnection, number: usize) -> Result<Vec<u32>, ReplyError> {
    let (protocols, delete) = (atom(screen, "WM_PROTOCOLS")?, atom(screen, "WM_DELETE_WINDOW")?);
    let mut found = Vec::new();
    for window in screen.query_tree(screen.setup().roots[number].root)?.reply()?.children {
        let read = |name| screen.get_property(false, window, name, AtomEnum::ANY, 0, 64)?.reply();
        let class = read(u32::from(AtomEnum::WM_CLASS))?.value;
        let closable = read(protocols)?.value32().is_some_and(|mut all| all.any(|one| one == delete));
        let state = screen.get_window_attributes(window)?.reply()?;
        // A toolkit keeps windows of its own, past every window manager: one for what is dropped, for example.
        let seen = state.map_state == MapState::VIEWABLE && !state.override_redirect;
        if seen && closable && String::from_utf8_lossy(&class).to_lowercase().contains("aftercare") {
            found.push(window);
        }
    }
    Ok(found)
}

fn atom(screen: &RustConnection, name: &str) -> Result<u32, ReplyError> {
    Ok(screen.intern_atom(false, name.as_bytes())?.reply()?.atom)
}
