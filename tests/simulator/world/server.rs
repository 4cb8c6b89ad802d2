//! The notification server and the screen: what the agent gives it, what it takes, and what it says.

use super::super::laws::Law;
use super::super::script::Server;
use super::{Lines, World, lines};
use aftercare_agent::{About, Event, Slip};

/// A notice on its way.
pub struct Given {
    slip: Slip,
    lines: Lines,
    /// The agent that gave it lives and waits for the answer.
    pub awaited: bool,
}

/// A notice on the screen.
pub struct Standing {
    pub notice: i64,
    identity: String,
    pub lines: Lines,
    /// The server's number for it, where the agent was told.
    number: Option<u32>,
    /// The agent that showed it lives and hears its buttons.
    pub heard: bool,
}

/// Its row in the ledger; a notice about the agent's own trouble has none.
fn notice(slip: &Slip) -> Option<i64> {
    match slip.about {
        About::Notice(notice) => Some(notice),
        About::Test(_) | About::Trouble | About::Farewell => None,
    }
}

impl World {
    /// The agent gives a notice to the server.
    pub fn gives(&mut self, slip: Slip) -> Law {
        let now = self.now();
        // A notice about the agent's own trouble tells of no occurrence.
        let lines = notice(&slip).map(|notice| lines(&self.file, notice)).unwrap_or_default();
        if notice(&slip).is_some() {
            self.laws.gives(&lines, &slip.title, now)?;
        }
        let given = Given { slip, lines, awaited: true };
        if let Some((taken, after)) = self.crash.filter(|_| notice(&given.slip).is_some()) {
            self.crash = None;
            // The look that gave it has forgotten what it did not want, as it does before a nap.
            self.laws.forgets_what_no_look_wants(now);
            self.agent_dies();
            self.starts = Some(self.truth + after);
            let takes = matches!(self.server, Server::Up | Server::New | Server::Late(_));
            return if taken && takes { self.takes(&given) } else { Ok(()) };
        }
        match self.server {
            Server::Up | Server::New => {
                self.takes(&given)?;
                self.answers(&given);
            }
            Server::Late(seconds) => {
                self.takes(&given)?;
                self.late.push_back((self.truth + seconds, given));
            }
            Server::Hanging => {
                self.held.push(given);
                self.tell(Event::Slow);
            }
            Server::Refusing | Server::Gone => self.refuses(&given),
        }
        Ok(())
    }

    /// The server shows a notice.
    fn takes(&mut self, given: &Given) -> Law {
        self.number += 1;
        let Some(notice) = notice(&given.slip) else { return Ok(()) };
        let Slip { identity, replaces, .. } = &given.slip;
        let server = format!(":1.{}", self.server_name);
        let stood =
            self.screen.iter().position(|one| one.identity == *identity).map(|at| self.screen.remove(at));
        if let Some(number) = stood.as_ref().and_then(|one| one.number)
            && *replaces != Some((server, number))
        {
            return Err(format!(
                "notice {notice} does not replace what stands there: {number}, but {replaces:?}"
            ));
        }
        self.screen.push(Standing {
            notice,
            identity: identity.clone(),
            lines: given.lines.clone(),
            number: None,
            heard: false,
        });
        self.figures.seen += 1;
        if stood.is_some_and(|one| one.number.is_none()) {
            self.figures.repeated += 1;
        }
        self.laws.sees(&given.lines, notice, identity)
    }

    /// The server says that it took a notice.
    pub fn answers(&mut self, given: &Given) {
        if !given.awaited {
            return;
        }
        if let Some(standing) = self.screen.iter_mut().find(|one| one.identity == given.slip.identity) {
            standing.number = Some(self.number);
            standing.heard = true;
        }
        self.refused = None;
        self.tell(Event::Shown(given.slip.about, format!(":1.{}", self.server_name), self.number));
    }

    fn refuses(&mut self, given: &Given) {
        if given.awaited {
            self.refused = Some(self.truth);
            self.tell(Event::NotShown(given.slip.about, "nobody takes it".into()));
        }
    }

    /// The server becomes another. What it was given and did not answer is shown, or given back.
    pub fn server_is(&mut self, server: Server) -> Law {
        let before = std::mem::replace(&mut self.server, server);
        let wakes = matches!(server, Server::Up | Server::Late(_));
        for given in std::mem::take(&mut self.held) {
            if wakes {
                self.takes(&given)?;
                self.answers(&given);
            } else if server == Server::Hanging {
                self.held.push(given);
            } else {
                self.refuses(&given);
            }
        }
        if matches!(server, Server::New | Server::Gone) {
            self.screen.clear();
            // What was shown and not yet said so is shown all the same, and the agent is told that it was not.
            for (_, given) in std::mem::take(&mut self.late) {
                self.refuses(&given);
            }
            self.number = 0;
            self.server_name += 1;
        }
        let another = server == Server::New || (before == Server::Gone && server != Server::Gone);
        if another && self.agent.is_some() {
            self.refused = None;
            self.tell(Event::NewServer);
        }
        Ok(())
    }
}
